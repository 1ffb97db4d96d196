/// Writes down what is filed under one symbol (see `Automaton.Piece`).
struct PieceWriter {
    private var groups: [UInt32] = []
    private var rows: [UInt32] = []
    private var entries: [UInt32] = []

    /// Starts a group of entries for which one of some symbols must stand, or nothing where there are none.
    mutating func startGroup(ifAnyOf symbols: [UInt32]) {
        let entry = UInt32(entries.count)
        if symbols.count <= 1 {
            groups += [symbols.first ?? Symbol.none, entry]
            return
        }
        for first in stride(from: 0, to: symbols.count, by: 4) {
            rows += (first..<first + 4).map { symbols[$0 < symbols.count ? $0 : first] } + [entry]
        }
    }

    /// Adds an entry to the group that was started last.
    ///
    /// - Parameter program: Where its program is; nil where the symbol it is filed under is all of it.
    mutating func add(_ pattern: UInt32, program: UInt32?, isLast: Bool) {
        entries.append(Automaton.Entry(pattern, hasProgram: program != nil, isLast: isLast).bits)
        if let program { entries.append(program) }
    }

    /// All of it, as it lies from `place` on.
    func code(at place: Int) -> [UInt32] {
        let (groupLength, rowLength) = (Automaton.Piece.groupLength, Automaton.Piece.rowLength)
        let first = UInt32(place + 2 + groups.count + rows.count)
        var code = [UInt32(groups.count / groupLength), UInt32(rows.count / rowLength)] + groups + rows
        for at in stride(from: 2 + groupLength - 1, to: 2 + groups.count, by: groupLength) { code[at] += first }
        for at in stride(from: 2 + groups.count + rowLength - 1, to: code.count, by: rowLength) { code[at] += first }
        return code + entries
    }
}
