/// JSON written member by member, in the order of the calls.
package struct JSONWriter {
    package private(set) var output: [UInt8] = []
    private var isFirst = true

    package init() {}

    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        output.append(UInt8(ascii: "{"))
        isFirst = true
        members(&self)
        output.append(UInt8(ascii: "}"))
        isFirst = false
    }

    package mutating func list<Element>(_ elements: some Sequence<Element>, _ element: (inout JSONWriter, Element) -> Void) {
        output.append(UInt8(ascii: "["))
        var separates = false
        for item in elements {
            if separates { output.append(UInt8(ascii: ",")) }
            separates = true
            element(&self, item)
        }
        output.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// The name of the value that is written next.
    package mutating func name(_ name: String) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        string(name)
        output.append(UInt8(ascii: ":"))
    }

    package mutating func member(_ name: String, _ value: String?) {
        self.name(name)
        if let value { string(value) } else { null() }
    }

    package mutating func member(_ name: String, _ value: Int) {
        self.name(name)
        number(value)
    }

    package mutating func member(_ name: String, _ value: Bool) {
        self.name(name)
        bool(value)
    }

    /// A time, RFC 3339 in UTC.
    package mutating func member(_ name: String, _ value: Instant?) { member(name, value?.utc) }

    package mutating func number(_ value: Int) { output.number(value) }

    /// A number in thousandths, not below zero, as a decimal.
    package mutating func decimal(thousandths value: Int) {
        number(value / 1000)
        output.append(contentsOf: ".\(value % 1000 / 100)\(value % 100 / 10)\(value % 10)".utf8)
    }

    package mutating func bool(_ value: Bool) { output.append(contentsOf: (value ? "true" : "false").utf8) }

    package mutating func null() { output.literal("null") }

    /// A text that is JSON already, such as a decision's line.
    package mutating func raw(_ json: [UInt8]) { output.append(contentsOf: json.last == 0x0A ? json.dropLast() : json[...]) }

    package mutating func string(_ text: String) { output.string(text) }

    package mutating func endLine() { output.append(0x0A) }
}
