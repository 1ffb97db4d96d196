/// Header fields by name, whatever its case.
public struct HeaderList: Sendable {
    let fields: [(name: String, value: String)]

    public init(_ fields: [(String, String)]) { self.fields = fields.map { ($0.0.lowercased(), $0.1) } }

    /// - Parameter fields: With names in lower case.
    public init(lowercased fields: [(name: String, value: String)]) { self.fields = fields }

    /// Every value of `name`, which is in lower case.
    func values(_ name: String) -> [String] { fields.compactMap { $0.name == name ? $0.value : nil } }

    /// The value of `name`, which is in lower case; nil when it is missing or given more than once.
    subscript(name: String) -> String? {
        let values = values(name)
        return values.count == 1 ? values[0] : nil
    }

    /// The media type, in lower case and without parameters.
    var mediaType: String? {
        guard let value = self["content-type"], let type = value.split(separator: ";").first else { return nil }
        return type.trimmed.lowercased()
    }
}
