extension UnitReader {
    /// Applies rewrites of several words, longest first.
    func rewriteSequences(_ units: inout [Unit]) {
        var result: [Unit] = []
        result.reserveCapacity(units.count)
        var inherited: Unit.Flags = []
        var at = 0
        while at < units.count {
            var unit = units[at]
            unit.flags.formUnion(inherited)
            inherited = []
            guard unit.form != Unit.unknown, unit.side.roles.contains(.startsRewrite),
                let rewrite = lexicon.rewrites[side][unit.form]?.first(where: { matches($0, units, at) })
            else {
                result.append(unit)
                at += 1
                continue
            }
            for (offset, form) in rewrite.to.enumerated() {
                var written = units[min(at + offset, at + rewrite.from.count - 1)]
                written.form = form
                written.side = lexicon.side(form, side)
                written.flags = offset == 0 ? unit.flags : unit.flags.intersection(.quoted)
                result.append(written)
            }
            // What is left out hands its place at the start of a clause on.
            if rewrite.to.isEmpty { inherited = unit.flags }
            at += rewrite.from.count
        }
        units = result
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
        var letters: [UInt8] = []
        var at = start
        while at < tokens.count, tokens[at].isSingleLetter, letters.count < 24 {
            if at > start, tokens[at].flags.contains(.startsClause) { break }
            letters.append(flat[Int(tokens[at].flatStart)])
            at += 1
        }
        // A word of one letter may stand behind: « h o m o s à … ».
        for count in stride(from: letters.count, to: max(2, letters.count - 2), by: -1) {
            guard let form = lexicon.index.number(of: Array(letters[..<count])), lexicon.side(form, side).isVocabulary else { continue }
            if tokens[start].flags.contains(.startsClause) { pending.insert(.startsClause) }
            if tokens[start].flags.contains(.afterPause) { pending.insert(.afterPause) }
            append(form, UInt32(truncatingIfNeeded: start), &units)
            units[units.count - 1].lastToken = UInt32(truncatingIfNeeded: start + count - 1)
            return count
        }
        return 0
    }
}
