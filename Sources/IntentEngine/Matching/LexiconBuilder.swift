/// Gathers word forms, symbols, hints and roles while rules are compiled.
struct LexiconBuilder {
    private(set) var index = FormIndex(capacity: 1 << 13)
    private var symbolPairs: [(side: UInt32, symbol: UInt32)] = []
    private var hintPairs: [(side: UInt32, hint: Lexicon.Hint)] = []
    private var sides: [Lexicon.Side] = []
    private var rewrites: [[UInt32: [Lexicon.Rewrite]]] = [[:], [:]]

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

    mutating func markVocabulary(_ form: UInt32, _ side: Int) {
        sides[2 * Int(form) + side].isVocabulary = true
    }

    mutating func add(rewrite: Lexicon.Rewrite, _ side: Int) {
        guard let first = rewrite.from.first else { return }
        rewrites[side][first, default: []].append(rewrite)
        // A word that stands in a sequence is kept as it is until the sequence is read.
        for form in rewrite.from { add(roles: .known, to: form, side) }
        add(roles: .startsRewrite, to: first, side)
    }

    func roles(of form: UInt32, _ side: Int) -> GrammarRole { sides[2 * Int(form) + side].roles }

    func polarity(of form: UInt32, _ side: Int) -> Int8 { sides[2 * Int(form) + side].polarity }

    /// The finished lexicon, in which each symbol carries what the automaton of its language files under it.
    func build(_ automata: [Automaton]) -> Lexicon {
        var sides = sides
        let grouped = Grouping(symbolPairs, groups: sides.count) { Int($0.side) }
        var meanings: [Lexicon.Meaning] = []
        meanings.reserveCapacity(symbolPairs.count)
        for side in sides.indices {
            let group = grouped[side]
            if group.isEmpty { continue }
            let filed = automata[side & 1].filed.elements
            let start = meanings.count
            sides[side].symbolStart = UInt32(start)
            for symbol in group.map(\.symbol).sorted() where meanings.count == start || meanings.last?.symbol != symbol {
                meanings.append(Lexicon.Meaning(symbol: symbol, phrases: filed[Int(symbol)]))
            }
            sides[side].symbolCount = UInt16(clamping: meanings.count - start)
        }
        let vocabularies = [0, 1].map { vocabulary($0, sides) }
        let hints = strongestHints()
        for (at, pair) in hints.enumerated() {
            let side = Int(pair.side)
            if sides[side].hintCount == 0 { sides[side].hintStart = UInt32(at) }
            sides[side].hintCount += 1
        }
        let scores = LanguageEvidence.scores(of: index, sides: sides)
        let words = scores.indices.map {
            Lexicon.Word(languageScores: scores[$0], french: sides[2 * $0], english: sides[2 * $0 + 1])
        }
        return Lexicon(
            index: index.table, words: words, meanings: meanings, hints: hints.map(\.hint),
            rewrites: rewrites.map { $0.mapValues { $0.sorted { $0.from.count > $1.from.count } } },
            corrections: vocabularies.map { CorrectionIndex(forms: $0, of: index) },
            masked: vocabularies.map { forms in
                Grouping(forms, groups: Lexicon.maskGroups) { Lexicon.maskGroup(index.form($0)) }
            }, letters: (0..<UInt32(index.count)).map { LetterSet.of(index.form($0)) })
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
