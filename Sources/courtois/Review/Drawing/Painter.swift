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
            if let before, before.rows[row] == canvas.rows[row] { continue }
            output += Self.row(canvas.rows[row], before?.rows[row], number: row, colours: colours)
        }
        shown = canvas
        return Array(output.utf8)
    }

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
