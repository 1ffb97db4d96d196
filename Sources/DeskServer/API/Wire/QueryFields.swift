/// The query of an address. A name that is not known is a mistake: a filter that was mistyped would filter nothing.
struct QueryFields: Sendable {
    private let fields: [(name: String, value: String)]
    /// As it came.
    let text: String

    private static let most = 50

    init(_ query: String?, known: Set<String>) throws(Problem) {
        text = query ?? ""
        var fields: [(name: String, value: String)] = []
        for pair in text.split(separator: "&") {
            guard fields.count < Self.most else { throw Problem(.badRequest, "The query has too many fields.") }
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentText.decoded(parts[0], plusIsSpace: true),
                let value = PercentText.decoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
            else { throw Problem(.badRequest, "The query is not readable.") }
            guard known.contains(name) else {
                let names = known.sorted().joined(separator: ", ")
                throw Problem(.badRequest, "The query has a field that is not known here. Known: \(names.isEmpty ? "none" : names).")
            }
            fields.append((name, value))
        }
        self.fields = fields
    }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    func one(_ name: String) throws(Problem) -> String? {
        let values = all(name)
        guard values.count < 2 else { throw .parameter(name, "may be given once") }
        return values.first
    }

    /// A whole number within `range`; nil where it is not given.
    func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = try one(name) else { return nil }
        guard let number = Self.number(text), range.contains(number) else {
            throw .parameter(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Digits alone: `Int` would take `+5`.
    static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }

    /// Every value of `name`, each one of those that `Value` has.
    func choices<Value: RawRepresentable & CaseIterable>(_ name: String, _: Value.Type) throws(Problem) -> [Value]
    where Value.RawValue == String {
        var chosen: [Value] = []
        for text in all(name) {
            guard let value = Value(rawValue: text) else {
                throw .parameter(name, "must be one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
            }
            chosen.append(value)
        }
        return chosen
    }

    func choice<Value: RawRepresentable & CaseIterable>(_ name: String, _ type: Value.Type) throws(Problem) -> Value?
    where Value.RawValue == String {
        _ = try one(name)
        return try choices(name, type).first
    }
}
