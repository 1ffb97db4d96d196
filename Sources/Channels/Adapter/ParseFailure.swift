import Desk

/// Why the body of a verified request could not be read at all. Holds none of it.
public enum ParseFailure: Error, Sendable, Hashable {
    case tooLarge, notUTF8, tooDeep, tooManyValues, malformed
    /// The media type is none that the platform sends.
    case unexpectedMediaType

    /// A name for logs and figures.
    public var label: String {
        switch self {
        case .tooLarge: "too_large"
        case .notUTF8: "not_utf8"
        case .tooDeep: "too_deep"
        case .tooManyValues: "too_many_values"
        case .malformed: "malformed"
        case .unexpectedMediaType: "unexpected_media_type"
        }
    }

    init(_ refusal: JSONDocument.Refusal) {
        switch refusal {
        case .tooLarge: self = .tooLarge
        case .notUTF8: self = .notUTF8
        case .tooDeep: self = .tooDeep
        case .tooManyValues: self = .tooManyValues
        case .malformed: self = .malformed
        }
    }
}
