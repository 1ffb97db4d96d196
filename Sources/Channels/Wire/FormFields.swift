/// The fields of a form, in their order, decoded (`application/x-www-form-urlencoded`, also the form of queries).
package struct FormFields: Sendable {
    package private(set) var fields: [(name: String, value: String)] = []

    /// The most fields of a form worth reading.
    package static let most = 2000

    package init(fields: [(name: String, value: String)]) { self.fields = fields }

    /// Reads `bytes`; nil when there are too many fields or what they hold is not UTF-8.
    package init?(_ bytes: some Collection<UInt8>) {
        if bytes.isEmpty { return }
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < Self.most else { return nil }
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let rest = end == pair.endIndex ? pair[end...] : pair[pair.index(after: end)...]
            guard let name = Self.decoded(pair[..<end]), let value = Self.decoded(rest) else { return nil }
            fields.append((name, value))
        }
    }

    /// The first value of `name`.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// `+` is a space, `%41` is `A`; a percent sign without two digits stands for itself, as browsers read it.
    private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at = bytes.index(after: at)
            if byte == UInt8(ascii: "+") {
                plain.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let end = bytes.index(at, offsetBy: 2, limitedBy: bytes.endIndex),
                let value = UInt8(String(decoding: bytes[at..<end], as: UTF8.self), radix: 16), bytes[at] != UInt8(ascii: "+")
            {
                plain.append(value)
                at = end
            } else {
                plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }

    /// The form of `fields`, ready to be sent.
    package static func encoded(_ fields: [(String, String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            encode(name, into: &bytes)
            bytes.append(UInt8(ascii: "="))
            encode(value, into: &bytes)
        }
        return bytes
    }

    private static func encode(_ text: String, into bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "*"):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            default: bytes.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
    }
}
