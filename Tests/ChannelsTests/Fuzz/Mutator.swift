import Support

/// Changes bodies at random, the same way for the same seed.
struct Mutator {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed) }

    mutating func below(_ bound: Int) -> Int { random.below(bound) }

    private static let tokens: [[UInt8]] = [
        "null", "true", "{}", "[]", "\"\"", "-1", "1e999", "9223372036854775808", "\"\\ud800\"", "\"\\u0000\"", "\\", "\"", "{", "}", "[",
        "]",
        ",", ":", "%", "%00", "&", "=", "+", "<", ">", "&#x110000;", "&amp;", "--", "\r\n\r\n", ";", "@", "/", ":::", "{\"a\":", "[[[[[[[[",
        "\"id\":", "\"text\":", "0", "\u{FFFD}", "é", "\u{202E}",
    ].map { Array($0.utf8) }

    /// `body` with one to four changes, and now and then something of `other`.
    mutating func mutate(_ body: [UInt8], with other: [UInt8]) -> [UInt8] {
        var body = body
        for _ in 0...below(4) {
            let at = below(body.count)
            switch below(11) {
            case 0 where !body.isEmpty: body[at] ^= UInt8(1 << below(8))
            case 1 where !body.isEmpty: body[at] = UInt8(below(256))
            case 2: body.removeSubrange(at..<min(body.count, at + 1 + below(32)))
            case 3: body.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: at)
            case 4: body.removeSubrange(at..<body.count)
            case 5:
                let end = min(body.count, at + below(64))
                body.insert(contentsOf: Array(body[at..<end]), at: end)
            case 6 where !other.isEmpty:
                let from = below(other.count)
                body.insert(contentsOf: other[from..<min(other.count, from + below(64))], at: at)
            case 7, 8, 9: replaceValue(&body)
            default: body.append(UInt8(below(256)))
            }
        }
        return body
    }

    /// Puts another value in the place of one: what keeps the body whole and its shape odd.
    private mutating func replaceValue(_ body: inout [UInt8]) {
        let colons = body.indices.filter { body[$0] == UInt8(ascii: ":") }
        guard !colons.isEmpty else { return }
        let start = colons[below(colons.count)] + 1
        var end = start
        while end < body.count, body[end] != UInt8(ascii: ","), body[end] != UInt8(ascii: "}"), body[end] != UInt8(ascii: "]") { end += 1 }
        let values = ["null", "17", "\"x\"", "{}", "[]", "true", "-0.5", "[{}]", "{\"id\":{}}"]
        body.replaceSubrange(start..<end, with: Array(values[below(values.count)].utf8))
    }
}
