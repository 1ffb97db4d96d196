import Desk

/// What is wrong with a body, and where.
struct BodyMistake: Sendable, Hashable {
    /// JSON Pointer (RFC 6901); empty for the whole.
    let pointer: String
    let detail: String
}

/// Reads the members of a body and gathers all that is wrong with them.
///
/// Members that are not known are mistakes: one that was mistyped would be left out.
struct BodyReader {
    private let members: [(name: String, value: JSONNode)]
    private var read: Set<String> = []
    private(set) var mistakes: [BodyMistake] = []

    /// - Throws: `malformedBody` when it is no JSON; a body that is no object is a mistake.
    init(_ bytes: [UInt8]) throws(Problem) {
        // What may be left out whole is as an object without members.
        guard !bytes.isEmpty else {
            members = []
            return
        }
        let root = try Self.document(bytes).root
        guard root.isObject else { throw .invalid([BodyMistake(pointer: "", detail: "the body must be an object")]) }
        members = root.members
    }

    static func document(_ bytes: [UInt8]) throws(Problem) -> JSONDocument {
        do throws(JSONDocument.Refusal) {
            return try JSONDocument(bytes, limits: JSONDocument.Limits(bytes: ServerSettings.bodyBytes, depth: 32, values: 10_000))
        } catch {
            switch error {
            case .malformed(let place): throw Problem(.malformedBody, "The body is no JSON from byte \(place) on.")
            case .notUTF8: throw Problem(.malformedBody, "The body is not UTF-8.")
            case .tooLarge, .tooDeep, .tooManyValues: throw Problem(.malformedBody, "The body is nested too deep, or has too many values.")
            }
        }
    }

    /// The text of a member; nil where it is missing or null.
    mutating func optionalText(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else {
            mistake(name, "must be a string")
            return nil
        }
        return text
    }

    /// The text of a member that must be there; empty when it is not, which is a mistake.
    ///
    /// - Parameter most: Bytes of it at most.
    mutating func text(_ name: String, most: Int = .max) -> String {
        let before = mistakes.count
        guard let text = optionalText(name) else {
            if mistakes.count == before { mistake(name, "is missing") }
            return ""
        }
        if !text.contains(where: { !$0.isWhitespace }) { mistake(name, "must not be blank") }
        if text.utf8.count > most { mistake(name, "must have at most \(most) bytes") }
        return text
    }

    mutating func flag(_ name: String) -> Bool {
        guard let value = value(name) else { return false }
        guard let flag = value.bool else {
            mistake(name, "must be true or false")
            return false
        }
        return flag
    }

    /// One of the values that `Value` has; nil when it is not, which is a mistake.
    mutating func choice<Value: RawRepresentable & CaseIterable>(_ name: String, _: Value.Type) -> Value?
    where Value.RawValue == String {
        let before = mistakes.count
        let text = text(name)
        guard mistakes.count == before else { return nil }
        guard let value = Value(rawValue: text) else {
            mistake(name, "must be one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        return value
    }

    /// One of the values that `Value` has; nil where it is missing or null, and when it is not one of them, which is a mistake.
    mutating func optionalChoice<Value: RawRepresentable & CaseIterable>(_ name: String, _ type: Value.Type) -> Value?
    where Value.RawValue == String {
        value(name) == nil ? nil : choice(name, type)
    }

    /// Everything was read, and all of it was right.
    func end() throws(Problem) {
        let unknown = members.filter { !read.contains($0.name) }.map {
            BodyMistake(pointer: Self.pointer($0.name), detail: "there is no such member here")
        }
        let mistakes = mistakes + unknown.prefix(10)
        if !mistakes.isEmpty { throw .invalid(mistakes) }
    }

    private mutating func value(_ name: String) -> JSONNode? {
        read.insert(name)
        guard let value = members.last(where: { $0.name == name })?.value, !value.isNull else { return nil }
        return value
    }

    private mutating func mistake(_ name: String, _ rule: String) {
        mistakes.append(BodyMistake(pointer: Self.pointer(name), detail: "“\(name)” \(rule)"))
    }

    static func pointer(_ name: String) -> String {
        "/" + name.prefix(100).replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
