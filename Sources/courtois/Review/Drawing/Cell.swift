/// One column of the screen.
struct Cell: Hashable, Sendable {
    /// nil in the second column of a wide character.
    let glyph: Character?
    let ink: Ink

    static let blank = Cell(glyph: " ", ink: .plain)
}

/// A line of cells, made of harmless text only.
struct Strip: Hashable, Sendable {
    private(set) var cells: [Cell] = []

    init() {}

    init(_ text: String, _ ink: Ink = .plain) { append(text, ink) }

    var columns: Int { cells.count }

    mutating func append(_ glyph: Glyph, _ ink: Ink) {
        guard let character = glyph.character else { return }
        cells.append(Cell(glyph: character, ink: ink))
        if glyph.columns == 2 { cells.append(Cell(glyph: nil, ink: ink)) }
    }

    /// Appends `text`, with its ends of lines as spaces.
    mutating func append(_ text: String, _ ink: Ink = .plain) {
        for glyph in Glyphs.of(text) { append(glyph.character == nil ? .blank : glyph, ink) }
    }

    mutating func append(_ strip: Strip) { cells += strip.cells }

    /// The strip with `text` behind it.
    func with(_ text: String, _ ink: Ink = .plain) -> Strip {
        var strip = self
        strip.append(text, ink)
        return strip
    }

    /// The strip in exactly so many columns: cut with an ellipsis, or filled up with blanks of `ink`.
    func fitted(to columns: Int, ink: Ink = .plain) -> Strip {
        var strip = self
        if strip.columns > columns {
            let ink = strip.cells[max(0, columns - 1)].ink
            strip.cells.removeLast(strip.columns - max(0, columns - 1))
            // A wide character is not cut in two.
            if let last = strip.cells.last?.glyph, DisplayWidth.columns(of: last) == 2 { strip.cells.removeLast() }
            if columns > 0 { strip.append(.ellipsis, ink) }
        }
        while strip.columns < columns { strip.append(.blank, ink) }
        return strip
    }

    /// `left` and `right` at the two ends of so many columns; the left one gives way.
    static func justified(_ left: Strip, _ right: Strip, to columns: Int, ink: Ink = .plain) -> Strip {
        let room = columns - right.columns - 1
        guard room > 0 else { return left.fitted(to: columns, ink: ink) }
        var strip = left.fitted(to: room, ink: ink)
        strip.append(.blank, ink)
        strip.append(right)
        return strip
    }
}
