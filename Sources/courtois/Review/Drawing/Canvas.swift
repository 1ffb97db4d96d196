/// Rows and columns of a terminal.
struct ScreenSize: Hashable, Sendable {
    var columns: Int
    var rows: Int

    static let usual = ScreenSize(columns: 80, rows: 24)
    /// Below this nothing useful can be drawn.
    static let least = ScreenSize(columns: 50, rows: 12)

    var isEnough: Bool { columns >= Self.least.columns && rows >= Self.least.rows }
}

/// What a screen shows, cell by cell.
struct Canvas: Hashable, Sendable {
    let size: ScreenSize
    private(set) var rows: [[Cell]]

    init(_ size: ScreenSize) {
        self.size = size
        rows = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
    }

    /// Puts a strip on a row; what does not fit is cut.
    mutating func put(_ strip: Strip, row: Int, column: Int = 0, columns: Int? = nil) {
        guard rows.indices.contains(row) else { return }
        let room = min(columns ?? size.columns, size.columns - column)
        let cells = strip.columns > room ? strip.fitted(to: room).cells : strip.cells
        let end = column + cells.count
        // Of a wide character that is covered by half, a blank is left.
        if column > 0, column < size.columns, !cells.isEmpty, rows[row][column].glyph == nil { rows[row][column - 1] = .blank }
        if end < size.columns, rows[row][end].glyph == nil { rows[row][end] = .blank }
        rows[row].replaceSubrange(column..<end, with: cells)
    }

    /// The characters alone, without blanks at the ends of rows.
    var text: String {
        rows.map { row in
            var line = row.compactMap(\.glyph)
            while line.last == " " { line.removeLast() }
            return String(line) + "\n"
        }.joined()
    }
}
