extension UnitReader {
    /// Applies rewrites of several words, longest first.
    func rewriteSequences(_ units: inout [Unit]) {
        var inherited: Unit.Flags = []
        var at = 0
        while at < units.count {
            guard mayStart(units, at), let rewrite = lexicon.rewrites[side][units[at].form]?.first(where: { matches($0, units, at) })
            else {
                if !inherited.isEmpty { units[at].flags.formUnion(inherited) }
                inherited = []
                at += 1
                continue
            }
            let flags = units[at].flags.union(inherited)
            let written = rewrite.to.enumerated().map { offset, form in
                var written = units[min(at + offset, at + rewrite.from.count - 1)]
                written.form = form
                written.side = lexicon.side(form, side)
                written.flags = offset == 0 ? flags : flags.intersection(.quoted)
                return written
            }
            units.replaceSubrange(at..<at + rewrite.from.count, with: written)
            // What is left out hands its place at the start of a clause on.
            inherited = written.isEmpty ? flags : []
            at += written.count
        }
    }

    /// Whether a sequence may start here, by the roles of its first two words.
    private func mayStart(_ units: [Unit], _ at: Int) -> Bool {
        let roles = units[at].side.roles
        guard roles.contains(.startsRewrite) else { return false }
        return roles.contains(.shorthand) || at + 1 < units.count && units[at + 1].side.roles.contains(.continuesRewrite)
    }

    private func matches(_ rewrite: Lexicon.Rewrite, _ units: [Unit], _ at: Int) -> Bool {
        guard rewrite.from.count > 1 || rewrite.atClauseStart, at + rewrite.from.count <= units.count else { return false }
        if rewrite.atClauseStart, units[at].flags.isDisjoint(with: [.startsClause, .afterPause]) { return false }
        for (offset, form) in rewrite.from.enumerated() where units[at + offset].form != form { return false }
        for offset in 1..<max(1, rewrite.from.count) where units[at + offset].flags.contains(.startsClause) { return false }
        return true
    }

    /// Reads letters typed one by one (« c o l i s ») as the vocabulary word they spell.
    ///
    /// - Returns: How many tokens it took; 0 when they spell nothing known.
    mutating func readSpelt(_ tokens: [Token], from start: Int, flat: UnsafeBufferPointer<UInt8>, into units: inout [Unit]) -> Int {
        var end = start
        while end < tokens.count, tokens[end].isSingleLetter, end - start < 24 {
            if end > start, tokens[end].flags.contains(.startsClause) { break }
            end += 1
        }
        guard end - start > 2 else { return 0 }
        let letters = tokens[start..<end].map { flat[Int($0.flatStart)] }
        // A word of one letter may stand behind: « h o m o s à … ».
        for count in stride(from: letters.count, to: max(2, letters.count - 2), by: -1) {
            guard let form = lexicon.index.number(of: Array(letters[..<count])), lexicon.side(form, side).isVocabulary else { continue }
            pending.formUnion(Unit.Flags(tokens[start].flags).intersection([.startsClause, .afterPause]))
            quoted = []
            append(form, UInt32(truncatingIfNeeded: start), &units)
            units[units.count - 1].lastToken = UInt32(truncatingIfNeeded: start + count - 1)
            return count
        }
        return 0
    }
}
