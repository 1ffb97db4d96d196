/// Faces typed with punctuation.
enum Emoticon {
    /// Every emoticon read, longest first. They are the word forms by which rules name them, in lower case.
    static let forms = [
        ":'-(", ":'-)", ":'(", ":')", ">:(", "</3", ":-)", ":-(", ":-d", ":-/", ":-\\", ":-p", ":-o", ":-|", ";-)", "^_^", "-_-",
        "-.-", "\\o/", ":)", ":(", ":d", ":/", ":\\", ":p", ":o", ":|", ":@", ";)", "=)", "=(", "=d", "(:", "<3", "^^", "x(",
    ]

    /// The length in bytes of the emoticon that starts at `index`, if one does and no letter or digit touches it.
    static func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let starting = groups[Int(text[index] & 0x7F)]
        guard !starting.isEmpty else { return nil }
        let bytes = EightBytes(text, at: index).lowercased.bytes
        for at in starting where bytes & grouped[at].mask == grouped[at].bytes {
            let end = index + grouped[at].length
            if end < text.count, isAlphanumeric(text[end]) { continue }
            // « 18:) » is no face, nor is the end of « http:/ ».
            if index > 0, grouped[at].mayEndWord, isAlphanumeric(text[index - 1]) { continue }
            return grouped[at].length
        }
        return nil
    }

    /// The bytes of a form, the first lowest.
    private struct Form {
        let first: UInt8
        let bytes: UInt64
        let mask: UInt64
        let length: Int
        let mayEndWord: Bool

        init(_ form: String) {
            let form = Array(form.utf8)
            first = form[0]
            bytes = form.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            mask = 1 << UInt64(8 * form.count) - 1
            length = form.count
            mayEndWord = isAlphanumeric(form[form.count - 1]) || form[1] == UInt8(ascii: "/")
        }
    }

    /// Forms that start with a sign, by that sign, longest first.
    private static let grouped = (UInt8(0)..<0x80).filter { !isAlphanumeric($0) }.flatMap { first in
        forms.map(Form.init).filter { $0.first == first }
    }

    /// By sign, where in `grouped` its forms stand.
    private static let groups: [Range<Int>] = (UInt8(0)..<0x80).map { first in
        let start = grouped.firstIndex { $0.first == first } ?? 0
        return start..<start + grouped.count { $0.first == first }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
    }
}
