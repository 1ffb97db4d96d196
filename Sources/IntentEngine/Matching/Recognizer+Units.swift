extension Recognizer {
    /// Turns tokens into the words rules are matched on.
    mutating func readUnits(_ language: Language, side: Int) {
        units.removeAll(keepingCapacity: true)
        var reader = UnitReader(rulebook: rulebook, language: language, side: side)
        text.flat.withUnsafeBufferPointer { flat in
            for (number, token) in text.tokens.enumerated() {
                reader.read(token, number: UInt32(truncatingIfNeeded: number), form: tokenForms[number], flat: flat, into: &units)
            }
        }
        reader.finish(&units)
    }
}

/// Reads tokens of one message in one language into units.
struct UnitReader {
    private let lexicon: Lexicon
    private let wellKnown: WellKnownForms
    private let language: Language
    private let side: Int
    /// Flags the next unit takes.
    private var pending: Unit.Flags = .startsClause
    private var mayRewrite = false

    init(rulebook: Rulebook, language: Language, side: Int) {
        lexicon = rulebook.lexicon
        wellKnown = rulebook.wellKnown
        self.language = language
        self.side = side
    }

    mutating func read(
        _ token: Token, number: UInt32, form: UInt32, flat: UnsafeBufferPointer<UInt8>, into units: inout [Unit]
    ) {
        if token.flags.contains(.startsClause) { pending.insert(.startsClause) }
        if token.flags.contains(.afterPause) { pending.insert(.afterPause) }
        switch token.kind {
        case .mention, .url, .email: append(Unit.unknown, number, &units)
        case .number, .emoji: append(form, number, &units)
        case .word:
            // A form with an apostrophe parts, unless it is rewritten as it is.
            let isWhole = !token.flags.contains(.hasApostrophe) || form != Unit.unknown && singleRewrite(of: form) != nil
            if form != Unit.unknown, isWhole, take(form, number, &units) { return }
            readUnknown(token, number: number, flat: flat, into: &units)
        }
    }

    /// Appends a known form, or what it is rewritten to.
    private mutating func take(_ form: UInt32, _ number: UInt32, _ units: inout [Unit]) -> Bool {
        let meaning = lexicon.side(form, side)
        if meaning.roles.contains(.startsRewrite), let rewrite = singleRewrite(of: form) {
            if rewrite.atClauseStart, pending.isDisjoint(with: [.startsClause, .afterPause]) {
                mayRewrite = true
                append(form, meaning, number, &units)
                return true
            }
            for target in rewrite.to { append(target, number, &units) }
            return true
        }
        if meaning.roles.contains(.startsRewrite) { mayRewrite = true }
        if meaning.isSilent, lexicon.languageScores[Int(form)].lanes == SIMD8() { return false }
        append(form, meaning, number, &units)
        return true
    }

    private func singleRewrite(of form: UInt32) -> Lexicon.Rewrite? {
        lexicon.rewrites[side][form]?.first { $0.from.count == 1 }
    }

    private mutating func readUnknown(
        _ token: Token, number: UInt32, flat: UnsafeBufferPointer<UInt8>, into units: inout [Unit]
    ) {
        let bytes = UnsafeBufferPointer(rebasing: flat[Int(token.flatStart)..<Int(token.flatEnd)])
        if token.flags.contains(.hasApostrophe) {
            for part in ApostropheSplit.parts(of: Array(bytes), language) { readPart(part, number, &units) }
            return
        }
        // The -t- of « y a-t-il » stands for no word.
        if token.flags.contains(.afterHyphen), bytes.count == 1, bytes[0] == UInt8(ascii: "t") { return }
        if token.flags.contains(.elongated), let form = shortened(bytes) {
            if take(form, number, &units) { return }
        }
        if token.flags.contains(.hasDigit), bytes.count > 1, let letters = bytes.firstIndex(where: { $0 > UInt8(ascii: "9") }), letters > 0
        {
            // « 3semaines »: the number, then the word.
            append(Unit.unknown, number, &units)
            readPart(Array(bytes[letters...]), number, &units)
            return
        }
        guard !token.flags.contains(.capitalised) || pending.contains(.startsClause) || token.flags.contains(.allCapitals),
            bytes.count >= CorrectionIndex.shortest, !token.flags.contains(.hasDigit), !token.flags.contains(.foreign),
            let form = lexicon.correction(of: bytes, side)
        else { return append(Unit.unknown, number, &units) }
        append(form, number, &units)
        units[units.count - 1].flags.insert(.corrected)
    }

    /// « nuul » → *nul*: doubled letters of an elongated word, once each.
    private func shortened(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        var short: [UInt8] = []
        for byte in bytes where short.last != byte { short.append(byte) }
        return lexicon.index.number(of: short)
    }

    private mutating func readPart(_ part: [UInt8], _ number: UInt32, _ units: inout [Unit]) {
        guard let form = lexicon.index.number(of: part) else {
            let corrected = part.withUnsafeBufferPointer { part in
                part.count >= CorrectionIndex.shortest ? lexicon.correction(of: part, side) : nil
            }
            append(corrected ?? Unit.unknown, number, &units)
            if corrected != nil { units[units.count - 1].flags.insert(.corrected) }
            return
        }
        if !take(form, number, &units) { append(form, number, &units) }
    }

    private mutating func append(_ form: UInt32, _ number: UInt32, _ units: inout [Unit]) {
        append(form, form == Unit.unknown ? Lexicon.Side() : lexicon.side(form, side), number, &units)
    }

    private mutating func append(_ form: UInt32, _ meaning: Lexicon.Side, _ number: UInt32, _ units: inout [Unit]) {
        if form == wellKnown.ne, language == .french {
            pending.insert(.afterNe)
            return
        }
        units.append(Unit(form: form, token: number, clause: 0, flags: pending, side: meaning))
        pending = []
    }

    // MARK: After the last token

    /// Applies rewrites of several words and numbers the clauses.
    mutating func finish(_ units: inout [Unit]) {
        if mayRewrite { rewriteSequences(&units) }
        var clause: UInt32 = 0
        var afterGreeting = false
        for at in units.indices {
            if opensClause(units, at) { units[at].flags.insert(.startsClause) }
            if units[at].flags.contains(.startsClause) {
                if at > 0 { clause += 1 }
                afterGreeting = false
            }
            if afterGreeting { units[at].flags.insert(.afterGreeting) }
            let startsHere = units[at].flags.contains(.startsClause) || afterGreeting
            afterGreeting = startsHere && units[at].side.roles.contains(.greeting)
            units[at].clause = clause
        }
    }

    /// *mais*, *but*; *et* before a subject or a question word.
    private func opensClause(_ units: [Unit], _ at: Int) -> Bool {
        guard at > 0, at + 1 < units.count else { return false }
        let roles = units[at].side.roles
        if roles.contains(.contrast) { return true }
        guard roles.contains(.coordinator) else { return false }
        return !units[at + 1].side.roles.isDisjoint(with: [.subject, .question])
    }

    private func rewriteSequences(_ units: inout [Unit]) {
        var at = 0
        while at < units.count {
            guard units[at].form != Unit.unknown, units[at].side.roles.contains(.startsRewrite),
                let rewrite = lexicon.rewrites[side][units[at].form]?.first(where: { matches($0, units, at) })
            else {
                at += 1
                continue
            }
            let first = units[at]
            let replacement = rewrite.to.enumerated().map { offset, form in
                Unit(
                    form: form, token: units[min(at + offset, at + rewrite.from.count - 1)].token, clause: 0,
                    flags: offset == 0 ? first.flags : [], side: lexicon.side(form, side))
            }
            let end = at + rewrite.from.count
            if replacement.isEmpty, end < units.count { units[end].flags.formUnion(first.flags) }
            units.replaceSubrange(at..<end, with: replacement)
            at += replacement.count
        }
    }

    private func matches(_ rewrite: Lexicon.Rewrite, _ units: [Unit], _ at: Int) -> Bool {
        guard rewrite.from.count > 1 || rewrite.atClauseStart, at + rewrite.from.count <= units.count else { return false }
        if rewrite.atClauseStart, units[at].flags.isDisjoint(with: [.startsClause, .afterPause]) { return false }
        for (offset, form) in rewrite.from.enumerated() where units[at + offset].form != form { return false }
        for offset in 1..<max(1, rewrite.from.count) where units[at + offset].flags.contains(.startsClause) { return false }
        return true
    }
}

extension Lexicon {
    /// The vocabulary form a misspelt word stands for, if exactly one word is nearest.
    func correction(of word: UnsafeBufferPointer<UInt8>, _ language: Int) -> UInt32? {
        let limit = word.count >= CorrectionIndex.forgiving ? 2 : 1
        var best = limit + 1
        var found: UInt32?
        var ambiguous = false
        corrections[language].candidates(for: word) { form in
            let bytes = index.form(form)
            guard form != found, bytes.first == word.first, !isInflection(word, bytes),
                let distance = EditDistance.distance(word, bytes, limit: min(limit, best))
            else { return }
            if distance < best {
                best = distance
                found = form
                ambiguous = false
            } else if distance == best, let other = found {
                if !sharesMeaning(form, other, language) { ambiguous = true }
                found = min(form, other)
            }
        }
        return ambiguous ? nil : found
    }

    /// Whether the two differ by the ending of a plural or a feminine only: another form, not a misspelling.
    private func isInflection(_ word: UnsafeBufferPointer<UInt8>, _ form: ArraySlice<UInt8>) -> Bool {
        let shorter = min(word.count, form.count)
        guard max(word.count, form.count) - shorter <= 2, zip(word, form).allSatisfy(==) else { return false }
        let ending = word.count > shorter ? Array(word[shorter...]) : Array(form.dropFirst(shorter))
        return ending.allSatisfy { $0 == UInt8(ascii: "s") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "x") }
    }

    /// Whether two forms are inflections of one word.
    private func sharesMeaning(_ left: UInt32, _ right: UInt32, _ language: Int) -> Bool {
        let left = side(left, language)
        let right = side(right, language)
        let symbolsOfLeft = symbols[Int(left.symbolStart)..<Int(left.symbolStart) + Int(left.symbolCount)]
        let symbolsOfRight = symbols[Int(right.symbolStart)..<Int(right.symbolStart) + Int(right.symbolCount)]
        if symbolsOfLeft.contains(where: symbolsOfRight.contains) { return true }
        let hintsOfLeft = hints[Int(left.hintStart)..<Int(left.hintStart) + Int(left.hintCount)]
        let hintsOfRight = hints[Int(right.hintStart)..<Int(right.hintStart) + Int(right.hintCount)]
        return hintsOfLeft.contains { hint in hintsOfRight.contains { $0.pattern == hint.pattern } }
    }
}
