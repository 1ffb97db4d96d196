/// One value of a `JSONDocument`. What is asked for and not there, or of another kind, is nil.
package struct JSONNode: Sendable {
    let document: JSONDocument
    let index: Int

    private var value: JSONDocument.Value { document.values[index] }

    /// The member called `name`; nil when there is none or it is `null`. Of several the last, as other readers do.
    package subscript(_ name: StaticString) -> JSONNode? {
        guard value.kind == .object else { return nil }
        var found: Int?
        forEachMember { at in
            if reads(document.values[at], name) { found = at + 1 }
        }
        guard let found, document.values[found].kind != .null else { return nil }
        return JSONNode(document: document, index: found)
    }

    /// The values of an array; none for anything else.
    package var elements: [JSONNode] {
        guard value.kind == .array else { return [] }
        var elements: [JSONNode] = []
        var at = index + 1
        while at < Int(value.next) {
            elements.append(JSONNode(document: document, index: at))
            at = Int(document.values[at].next)
        }
        return elements
    }

    /// The names and values of an object; none for anything else.
    package var members: [(name: String, value: JSONNode)] {
        guard value.kind == .object else { return [] }
        var members: [(name: String, value: JSONNode)] = []
        forEachMember { at in
            guard let name = document.text(document.values[at]) else { return }
            members.append((name, JSONNode(document: document, index: at + 1)))
        }
        return members
    }

    package var isObject: Bool { value.kind == .object }
    package var isArray: Bool { value.kind == .array }
    package var isNull: Bool { value.kind == .null }

    /// The text of a string, and of nothing else.
    package var string: String? {
        guard value.kind == .string || value.kind == .escapedString else { return nil }
        return document.text(value)
    }

    package var bool: Bool? {
        switch value.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// A whole number, also one written as a string: platforms change their minds about it.
    package var integer: Int? {
        if value.kind == .number { return Int(String(decoding: raw, as: UTF8.self)) }
        return string.flatMap { Int($0) }
    }

    /// The bytes the value spans, as they came.
    package var raw: ArraySlice<UInt8> { document.bytes[Int(value.start)..<Int(value.end)] }

    private func forEachMember(_ visit: (Int) -> Void) {
        var at = index + 1
        while at < Int(value.next) {
            visit(at)
            at = Int(document.values[at + 1].next)
        }
    }

    private func reads(_ name: JSONDocument.Value, _ wanted: StaticString) -> Bool {
        let wantedBytes = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
        if name.kind == .escapedName { return document.text(name).map { $0.utf8.elementsEqual(wantedBytes) } ?? false }
        // Most names differ in length.
        guard Int(name.end) - Int(name.start) - 2 == wantedBytes.count else { return false }
        return document.bytes.withUnsafeBufferPointer { bytes in
            UnsafeBufferPointer(rebasing: bytes[Int(name.start) + 1..<Int(name.end) - 1]).elementsEqual(wantedBytes)
        }
    }
}
