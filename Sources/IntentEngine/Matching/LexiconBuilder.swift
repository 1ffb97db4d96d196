/// Gathers word forms, symbols, hints and roles while rules are compiled.
struct LexiconBuilder {
    private(set) var index = FormIndex(capacity: 1 << 13)
    private var symbolPairs: [(side: UInt32, symbol: UInt32)] = []
    private var hintPairs: [(side: UInt32, hint: Lexicon.Hint)] = []
    private var sides: [Lexicon.Side] = []
    private var rewrites: [[UInt32: [Lexicon.Rewrite]]] = [[:], [:]]

    /// How many bytes a form has.
    func length(of form: UInt32) -> Int { index.form(form).count }

    /// The number of a folded form.
    mutating func form(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBufferPointer { form($0) } }

    mutating func form(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let number = index.add(bytes)
        while sides.count < 2 * index.count { sides.append(Lexicon.Side()) }
        return number
    }

    mutating func add(symbol: UInt32, to form: UInt32, _ side: Int) {
        symbolPairs.append((2 * form + UInt32(side), symbol))
    }

    mutating func add(hint: Lexicon.Hint, to form: UInt32, _ side: Int) {
        hintPairs.append((2 * form + UInt32(side), hint))
    }

    mutating func add(roles: GrammarRole, to form: UInt32, _ side: Int) {
        sides[2 * Int(form) + side].roles.formUnion(roles)
    }

    mutating func set(polarity: Int, of form: UInt32, _ side: Int) {
        sides[2 * Int(form) + side].polarity = Int8(clamping: polarity)
    }

    /// - Parameter accuses: Whether the rule that uses the form accuses whoever wrote it; what intents use too is marked first.
    mutating func markVocabulary(_ form: UInt32, _ side: Int, accuses: Bool) {
        let at = 2 * Int(form) + side
        if accuses, !sides[at].isVocabulary { sides[at].roles.insert(.accusing) }
        sides[at].isVocabulary = true
    }

    mutating func add(rewrite: Lexicon.Rewrite, _ side: Int) {
        guard let first = rewrite.from.first else { return }
        rewrites[side][first, default: []].append(rewrite)
        // A word that stands in a sequence is kept as it is until the sequence is read.
        for form in rewrite.from { add(roles: .known, to: form, side) }
        add(roles: .startsRewrite, to: first, side)
        if rewrite.from.count == 1 {
            add(roles: .shorthand, to: first, side)
        } else {
            add(roles: .continuesRewrite, to: rewrite.from[1], side)
        }
    }

    func roles(of form: UInt32, _ side: Int) -> GrammarRole { sides[2 * Int(form) + side].roles }

    func polarity(of form: UInt32, _ side: Int) -> Int8 { sides[2 * Int(form) + side].polarity }

    /// Gives the finished lexicon away, in which each symbol carries what the automaton of its language files under it.
    mutating func build(_ automata: [Automaton]) -> Lexicon {
        // Taken out, so that they are not copied.
        var sides: [Lexicon.Side] = []
        swap(&sides, &self.sides)
        let meanings = meanings(automata, &sides)
        let vocabularies = [0, 1].map { vocabulary($0, sides) }
        let hints = hints(&sides)
        let scores = LanguageEvidence.scores(of: index, sides: sides)
        var numbers: [SIMD8<Int16>: UInt16] = [SIMD8(): 0]
        var distinct = [LanguageScores()]
        let numbered = scores.map { score -> UInt16 in
            if let known = numbers[score.lanes] { return known }
            numbers[score.lanes] = UInt16(distinct.count)
            distinct.append(score)
            return UInt16(distinct.count - 1)
        }
        return Lexicon(
            index: index.table, french: Table(stride(from: 0, to: sides.count, by: 2).map { sides[$0] }),
            english: Table(stride(from: 1, to: sides.count, by: 2).map { sides[$0] }), languageScores: Table(numbered),
            distinctScores: Table(distinct), meanings: Table(meanings), hints: Table(hints),
            rewrites: rewrites.map { $0.mapValues { $0.sorted { $0.from.count > $1.from.count } } },
            corrections: vocabularies.map { CorrectionIndex(forms: $0, of: index) },
            masked: vocabularies.map { forms in
                GroupTable(Grouping(forms, groups: Lexicon.maskGroups) { Lexicon.maskGroup(index.form($0)) })
            }, letters: Table((0..<UInt32(index.count)).map { LetterSet.of(index.form($0)) }))
    }

    /// The symbols of each form, in rising order. Forms of one word share them: inflection made them alike.
    private func meanings(_ automata: [Automaton], _ sides: inout [Lexicon.Side]) -> [Lexicon.Meaning] {
        let grouped = Grouping(symbolPairs, groups: sides.count) { Int($0.side) }
        var known: [[UInt32]: UInt32] = [:]
        var meanings: [Lexicon.Meaning] = []
        for side in sides.indices where !grouped[side].isEmpty {
            var symbols: [UInt32] = []
            for symbol in grouped[side].map(\.symbol).sorted() where symbols.last != symbol { symbols.append(symbol) }
            // Which language a symbol is of is told by the symbol itself: none is shared.
            let start = known[symbols] ?? UInt32(meanings.count)
            if known.updateValue(start, forKey: symbols) == nil {
                let filed = automata[side & 1].filed.elements
                for symbol in symbols { meanings.append(Lexicon.Meaning(symbol, filed[Int(symbol)])) }
            }
            sides[side].symbolStart = start
            sides[side].symbolCount = UInt16(clamping: symbols.count)
        }
        // One that nothing has, so that there is a first.
        meanings.append(Lexicon.Meaning(Symbol.none, Automaton.Filed()))
        return meanings
    }

    /// The hints of each form, shared by forms that have the same.
    private func hints(_ sides: inout [Lexicon.Side]) -> [Lexicon.Hint] {
        let pairs = strongestHints()
        var known: [[UInt32]: UInt32] = [:]
        var hints: [Lexicon.Hint] = []
        var at = 0
        while at < pairs.count {
            let side = pairs[at].side
            var own: [Lexicon.Hint] = []
            while at < pairs.count, pairs[at].side == side {
                own.append(pairs[at].hint)
                at += 1
            }
            let start = known[own.map(\.pattern)] ?? UInt32(hints.count)
            if known.updateValue(start, forKey: own.map(\.pattern)) == nil { hints += own }
            sides[Int(side)].hintStart = start
            sides[Int(side)].hintCount = UInt16(clamping: own.count)
        }
        // One that nothing has, so that there is a first.
        hints.append(Lexicon.Hint(pattern: 0, owner: 0, points: 0))
        return hints
    }

    /// Forms that authors use, function words aside.
    private func vocabulary(_ side: Int, _ sides: [Lexicon.Side]) -> [UInt32] {
        (0..<UInt32(index.count)).filter { number in
            let entry = sides[2 * Int(number) + side]
            return entry.isVocabulary && entry.roles.isDisjoint(with: [.function, .transparent])
        }
    }

    /// Hints by side and owner; where inflection makes one word give an owner several hints, the strongest stands.
    private func strongestHints() -> [(side: UInt32, hint: Lexicon.Hint)] {
        let sorted = hintPairs.sorted {
            ($0.side, $0.hint.owner, -$0.hint.points, $0.hint.pattern) < ($1.side, $1.hint.owner, -$1.hint.points, $1.hint.pattern)
        }
        var kept: [(side: UInt32, hint: Lexicon.Hint)] = []
        for pair in sorted {
            if let last = kept.last, last.side == pair.side, last.hint.owner == pair.hint.owner { continue }
            kept.append(pair)
        }
        return kept
    }
}
