/// A text with typed places left open, read once from Mustache's variables and sections.
///
/// `{{x}}` is a value, `{{#x}}…{{/x}}` stands when `x` is known and `{{^x}}…{{/x}}` when it is not. A value outside a
/// section that guards it cannot be missing: the reader refuses such a template, so that none can leave unresolved.
public struct Template: Sendable, Hashable {
    public let segments: [Segment]

    public indirect enum Segment: Sendable, Hashable {
        case text(String)
        case value(Placeholder)
        /// Stands when the placeholder has a value, or when it has none.
        case section(Placeholder, whenKnown: Bool, [Segment])
    }

    /// A mistake in a template, at a scalar offset from its start.
    public struct Mistake: Error, Hashable, Sendable {
        public let offset: Int
        public let cause: String
        public let remedy: String
    }

    /// Every placeholder the template names.
    public var placeholders: Set<Placeholder> { Self.placeholders(of: segments) }

    private static func placeholders(of segments: [Segment]) -> Set<Placeholder> {
        segments.reduce(into: []) { found, segment in
            switch segment {
            case .text: break
            case .value(let placeholder): found.insert(placeholder)
            case .section(let placeholder, _, let inner):
                found.insert(placeholder)
                found.formUnion(Self.placeholders(of: inner))
            }
        }
    }

    /// The text with `values` in their places.
    public func text(_ values: PlaceholderValues) -> String {
        var bytes: [UInt8] = []
        Self.render(segments, values, &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func render(_ segments: [Segment], _ values: PlaceholderValues, _ bytes: inout [UInt8]) {
        for segment in segments {
            switch segment {
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .value(let placeholder): values.withValue(of: placeholder) { bytes.append(contentsOf: $0) }
            case .section(let placeholder, let whenKnown, let inner):
                if values.knows(placeholder) == whenKnown { render(inner, values, &bytes) }
            }
        }
    }
}
