/// Reads tokens of one message in one language into units.
struct UnitReader {
    let lexicon: Lexicon
    let wellKnown: WellKnownForms
    let language: Language
    let side: Int
    /// Flags the next unit takes, and those every unit of the token takes.
    var pending: Unit.Flags = .startsClause
    var quoted: Unit.Flags = []
    private var mayRewrite = false
    /// Memory of messages before.
    var unknownWords: UnknownWords

    init(rulebook: Rulebook, language: Language, side: Int, unknownWords: UnknownWords) {
        self.unknownWords = unknownWords
        lexicon = rulebook.lexicon
        wellKnown = rulebook.wellKnown
        self.language = language
        self.side = side
    }

    @inline(__always)
    mutating func read(
        _ token: Token, number: UInt32, flat: UnsafeBufferPointer<UInt8>, into units: inout [Unit]
    ) {
        let form = token.form
        let flags = Unit.Flags(token.flags)
        pending.formUnion(flags.subtracting(.quoted))
        quoted = flags.intersection(.quoted)
        switch token.kind {
        case .mention, .url, .email: append(Unit.unknown, Lexicon.Side(), number, &units)
        case .number, .emoji: append(form, number, &units)
        case .word:
            // A form with an apostrophe parts, unless it is rewritten as it is.
            if form != Unit.unknown, !token.flags.contains(.hasApostrophe) || lexicon.side(form, side).roles.contains(.shorthand),
                take(form, number, &units)
            {
                return
            }
            readUnknown(token, number: number, flat: flat, into: &units)
        }
    }

    /// Appends a known form, or what it is rewritten to.
    @inline(__always)
    mutating func take(_ form: UInt32, _ number: UInt32, _ units: inout [Unit]) -> Bool {
        let meaning = lexicon.side(form, side)
        if meaning.roles.contains(.startsRewrite) {
            if meaning.roles.contains(.shorthand), rewrite(form, number, &units) { return true }
            mayRewrite = true
        }
        if meaning.isSilent, lexicon.languageScores(of: form) == nil { return false }
        append(form, meaning, number, &units)
        return true
    }

    /// Appends what shorthand stands for; false where it stands for itself.
    private mutating func rewrite(_ form: UInt32, _ number: UInt32, _ units: inout [Unit]) -> Bool {
        guard let rewrite = lexicon.rewrites[side][form]?.first(where: { $0.from.count == 1 }) else { return false }
        if rewrite.atClauseStart, pending.isDisjoint(with: [.startsClause, .afterPause]) { return false }
        for target in rewrite.to { append(target, number, &units) }
        return true
    }

    mutating func append(_ form: UInt32, _ number: UInt32, _ units: inout [Unit]) {
        append(form, form == Unit.unknown ? Lexicon.Side() : lexicon.side(form, side), number, &units)
    }

    @inline(__always)
    mutating func append(_ form: UInt32, _ meaning: Lexicon.Side, _ number: UInt32, _ units: inout [Unit]) {
        if form == wellKnown.ne, language == .french {
            pending.insert(.afterNe)
            return
        }
        units.append(
            Unit(form: form, token: number, lastToken: number, clause: 0, flags: pending.union(quoted), side: meaning))
        pending = []
    }

    // MARK: After the last token

    /// Applies rewrites of several words and numbers the clauses.
    ///
    /// - Returns: The roles that occur.
    mutating func finish(_ units: inout [Unit]) -> GrammarRole {
        if mayRewrite { rewriteSequences(&units) }
        return units.withUnsafeMutableBufferPointer { numberClauses($0) }
    }

    private func numberClauses(_ units: UnsafeMutableBufferPointer<Unit>) -> GrammarRole {
        var roles: GrammarRole = []
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
            roles.formUnion(units[at].side.roles)
        }
        return roles
    }

    /// *mais*, *but*; *et* before a subject or a question word, but not the verb of « puis-je ».
    private func opensClause(_ units: UnsafeMutableBufferPointer<Unit>, _ at: Int) -> Bool {
        guard at > 0, at + 1 < units.count else { return false }
        let roles = units[at].side.roles
        if roles.contains(.contrast) { return true }
        guard roles.contains(.coordinator), !units[at + 1].flags.contains(.afterHyphen) else { return false }
        return !units[at + 1].side.roles.isDisjoint(with: [.subject, .question])
    }
}
