/// A terminal, as far as the review screen uses one: it understands nothing else, and says so.
///
/// It counts columns scalar by scalar, as older terminals do, so that it disagrees with the program about joined emoji.
struct EmulatedScreen {
    private(set) var columns: Int
    private(set) var rows: Int
    private var cells: [[String]]
    private var row = 0
    private var column = 0
    private var pending: [UInt8] = []
    /// Modes set and reset, such as `?1049h`, in order.
    private(set) var modes: [String] = []
    /// Colours and weights asked for.
    private(set) var inks: Set<String> = []
    /// What was sent and is no text and none of the sequences understood.
    private(set) var strange: [String] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    mutating func resize(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// Rows without blanks at their ends.
    var text: String {
        cells.map { row in
            var line = Substring(row.joined())
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    mutating func take(_ bytes: some Sequence<UInt8>) {
        pending += bytes
        // The last character or sequence may not be whole yet.
        var end = pending.count
        if let start = pending.lastIndex(where: { $0 & 0xC0 != 0x80 }), pending[start] >= 0xC0 {
            let needed = pending[start] >= 0xF0 ? 4 : pending[start] >= 0xE0 ? 3 : 2
            if pending.count - start < needed { end = start }
        }
        let escape = pending.lastIndex(of: 0x1B)
        if let escape, !pending[(escape + 1)...].contains(where: { (0x40..<0x7F).contains($0) && $0 != 0x5B }) { end = min(end, escape) }
        let text = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeFirst(end)
        interpret(Array(text.unicodeScalars))
    }

    private mutating func interpret(_ scalars: [Unicode.Scalar]) {
        var at = 0
        while at < scalars.count {
            if scalars[at] == "\u{1B}" {
                guard at + 1 < scalars.count, scalars[at + 1] == "[" else {
                    strange.append("ESC")
                    at += 1
                    continue
                }
                var end = at + 2
                while end < scalars.count, !(0x40..<0x7F).contains(scalars[end].value) { end += 1 }
                let parameters = String(String.UnicodeScalarView(scalars[(at + 2)..<end]))
                sequence(parameters, end < scalars.count ? Character(scalars[end]) : "?")
                at = end + 1
            } else {
                put(scalars[at])
                at += 1
            }
        }
    }

    private mutating func sequence(_ parameters: String, _ final: Character) {
        let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
        switch final {
        case "H": (row, column) = ((numbers.first ?? 1) - 1, (numbers.dropFirst().first ?? 1) - 1)
        case "J": cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        case "m": inks.insert(parameters)
        case "h", "l": modes.append(parameters + String(final))
        default: strange.append("ESC [ \(parameters)\(final)")
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
            if scalar == "\r" {
                column = 0
            } else if scalar == "\n" {
                row += 1
            } else {
                strange.append("U+\(String(scalar.value, radix: 16))")
            }
            return
        }
        guard rows > row, row >= 0, column >= 0 else { return }
        let category = scalar.properties.generalCategory
        if [.nonspacingMark, .enclosingMark, .format].contains(category) {
            if column > 0, column <= columns { cells[row][column - 1].unicodeScalars.append(scalar) }
            return
        }
        // Wrapping is off: what is beyond the edge is not shown.
        guard column < columns else { return }
        cells[row][column] = String(scalar)
        column += 1
        let isWide = scalar.properties.isEmojiPresentation || (0x1100..<0xFF61).contains(scalar.value) && (scalar.value >= 0x2E80)
        if isWide, column < columns {
            cells[row][column] = ""
            column += 1
        }
    }
}
