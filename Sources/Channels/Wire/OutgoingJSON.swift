import Desk

/// JSON on its way to a platform.
indirect enum OutgoingJSON {
    case string(String)
    case integer(Int)
    case bool(Bool)
    case array([OutgoingJSON])
    /// Members in the order they are written; those that are nil are left out.
    case object([(StaticString, OutgoingJSON?)])

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .string(let text): bytes.string(text)
        case .integer(let number): bytes.number(number)
        case .bool(let value): value ? bytes.literal("true") : bytes.literal("false")
        case .array(let values):
            bytes.literal("[")
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.literal(",") }
                value.write(to: &bytes)
            }
            bytes.literal("]")
        case .object(let members):
            bytes.literal("{")
            var isFirst = true
            for (name, value) in members {
                guard let value else { continue }
                if !isFirst { bytes.literal(",") }
                isFirst = false
                bytes.literal("\"")
                bytes.literal(name)
                bytes.literal("\":")
                value.write(to: &bytes)
            }
            bytes.literal("}")
        }
    }
}
