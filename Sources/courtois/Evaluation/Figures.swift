/// What a measurement found, as rows for people and as JSON.
protocol Figures: Encodable {
    var rows: [FigureRow] { get }
}

/// One line of a measurement.
struct FigureRow {
    let name: String
    let value: String

    /// A share, with the counts it comes from.
    init(_ name: String, _ count: Int, of whole: Int) {
        self.name = name
        value = "\(Figure.share(whole == 0 ? 0 : Double(count) / Double(whole)))  \(count) of \(whole)"
    }

    init(_ name: String, _ share: Double) {
        self.name = name
        value = Figure.share(share)
    }

    /// A line that is no figure.
    init(note: String) {
        name = ""
        value = note
    }

    var line: String { name.isEmpty ? value : name + String(repeating: " ", count: max(1, 20 - name.count)) + value }
}
