/// A name that may stand in the audit trail and on screens: short, of one line, and nobody else's in disguise.
public struct UserName: Sendable, Hashable {
    public let text: String

    /// Characters at most.
    public static let most = 64

    /// The name in `text`, composed and without the spaces around it; nil when it cannot be one.
    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:)) ?? start
        let trimmed = Composition.composed(String(scalars[start..<end]))
        guard !trimmed.isEmpty, trimmed.count <= Self.most, trimmed.utf8.count <= Self.most * 4,
            trimmed.unicodeScalars.allSatisfy(Self.isPlain)
        else { return nil }
        self.text = trimmed
        guard key != Colleague.rules.name, key != Alarm.name else { return nil }
    }

    /// What two names must differ in: case does not count, nor how accents were typed.
    public var key: String { Composition.folded(text) }

    /// Neither a control character nor one that is not seen or turns the direction of writing.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}
