/// Turns canvases into what a terminal is sent: plain ECMA-48, and only what has changed.
struct Painter {
    let colours: Bool
    private var shown: Canvas?

    init(colours: Bool) { self.colours = colours }

    /// Forgets what the terminal shows, so that all of it is drawn anew.
    mutating func forget() { shown = nil }

    /// The bytes that make the terminal show `canvas`; none when it does already.
    mutating func paint(_ canvas: Canvas) -> [UInt8] {
        var output = ""
        var before = shown
        if before?.size != canvas.size {
            before = nil
            output += "\u{1B}[0m\u{1B}[2J"
        }
        for row in canvas.rows.indices {
            let old = before?.rows[row]
            if old == canvas.rows[row] { continue }
            // What takes more columns than it should may lie over its neighbours: they are drawn again too.
            let isCertain = Self.isCertain(canvas.rows[row]) && old.map(Self.isCertain) ?? true
            output += Self.row(canvas.rows[row], isCertain ? old : nil, number: row, colours: colours)
        }
        shown = canvas
        return Array(output.utf8)
    }

    private static func isCertain(_ cells: [Cell]) -> Bool { cells.allSatisfy { $0.glyph.map(DisplayWidth.isCertain) ?? false } }

    private static func row(_ cells: [Cell], _ before: [Cell]?, number: Int, colours: Bool) -> String {
        var output = ""
        var ink: Ink?
        // Where the cursor is, if that is certain.
        var cursor: Int?
        for column in cells.indices {
            guard let glyph = cells[column].glyph else { continue }
            let width = column + 1 < cells.count && cells[column + 1].glyph == nil ? 2 : 1
            if let before, before[column] == cells[column], width == 1 || before[column + 1] == cells[column + 1] { continue }
            if cursor != column { output += "\u{1B}[\(number + 1);\(column + 1)H" }
            if ink != cells[column].ink {
                output += cells[column].ink.sequence(colours: colours)
                ink = cells[column].ink
            }
            output.append(glyph)
            cursor = DisplayWidth.isCertain(glyph) ? column + width : nil
        }
        return output.isEmpty ? "" : output + "\u{1B}[0m"
    }
}
