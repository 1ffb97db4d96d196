/// Builds one picture. Every text and every attribute is escaped; colours and sizes are classes, because pages allow no styles
/// of their own.
struct SVG {
    private(set) var text = ""

    /// An element without contents.
    mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>) { text += Self.tag(name, attributes) + "/>" }

    mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text words: String) {
        text += Self.tag(name, attributes) + ">" + EscapedHTML().escapeText(words) + "</\(name)>"
    }

    mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ contents: (inout SVG) -> Void) {
        text += Self.tag(name, attributes) + ">"
        contents(&self)
        text += "</\(name)>"
    }

    private static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
        "<" + name + attributes.map { " \($0)=\"" + EscapedHTML().escapeText($1) + "\"" }.joined()
    }

    /// At most two decimals, with a point, whatever the language.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    static func percent(_ share: Double) -> String { number(share * 100) + "%" }
}
