import Desk

/// JSON Schema (2020-12), as far as the API needs it.
enum Schema {
    static func object(_ properties: KeyValuePairs<String, JSONValue>, optional: Set<String> = [], isClosed: Bool = false) -> JSONValue {
        let required = properties.map(\.key).filter { !optional.contains($0) }
        var members: [JSONValue.Member] = [
            .init(name: "type", value: .string("object")),
            .init(name: "properties", value: .object(properties.map { .init(name: $0.key, value: $0.value) })),
        ]
        if !required.isEmpty { members.append(.init(name: "required", value: .strings(required))) }
        if isClosed { members.append(.init(name: "additionalProperties", value: .bool(false))) }
        return .object(members)
    }

    static func array(_ items: JSONValue, most: Int? = nil) -> JSONValue {
        var members: [JSONValue.Member] = [.init(name: "type", value: .string("array")), .init(name: "items", value: items)]
        if let most { members.append(.init(name: "maxItems", value: .number(most))) }
        return .object(members)
    }

    static let string = JSONValue.object(["type": .string("string")])
    static let optionalString = JSONValue.object(["type": .strings(["string", "null"])])
    static let flag = JSONValue.object(["type": .string("boolean")])
    static let optionalFlag = JSONValue.object(["type": .strings(["boolean", "null"])])
    static let count = integer(from: 0)
    static let time = JSONValue.object(["type": .string("string"), "format": .string("date-time")])
    static let optionalTime = JSONValue.object(["type": .strings(["string", "null"]), "format": .string("date-time")])
    static let anything = JSONValue.bool(true)

    static func text(from least: Int = 0, to most: Int) -> JSONValue {
        .object(["type": .string("string"), "minLength": .number(least), "maxLength": .number(most)])
    }

    /// A text of visible ASCII, without a space.
    static func visibleText(to most: Int) -> JSONValue {
        .object(["type": .string("string"), "minLength": .number(1), "maxLength": .number(most), "pattern": .string("^[!-~]+$")])
    }

    /// A text with something in it that is not blank.
    static let words = JSONValue.object(["type": .string("string"), "minLength": .number(1), "pattern": .string("\\S")])

    static func optionalText(from least: Int = 0, to most: Int) -> JSONValue {
        .object(["type": .strings(["string", "null"]), "minLength": .number(least), "maxLength": .number(most)])
    }

    static func integer(from least: Int? = nil, to most: Int? = nil) -> JSONValue {
        var members: [JSONValue.Member] = [.init(name: "type", value: .string("integer"))]
        if let least { members.append(.init(name: "minimum", value: .number(least))) }
        if let most { members.append(.init(name: "maximum", value: .number(most))) }
        return .object(members)
    }

    static func choice(_ names: some Sequence<String>) -> JSONValue { .object(["type": .string("string"), "enum": .strings(names)]) }

    static func choice<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> JSONValue where Value.RawValue == String {
        choice(Value.allCases.map(\.rawValue))
    }

    static func optional(_ schema: JSONValue) -> JSONValue { .object(["anyOf": .array([schema, .object(["type": .string("null")])])]) }

    static func all(_ schemas: [JSONValue]) -> JSONValue { .object(["allOf": .array(schemas)]) }

    static func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/components/schemas/\(name)")]) }
}
