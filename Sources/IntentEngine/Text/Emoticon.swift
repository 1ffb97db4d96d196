/// Faces typed with punctuation.
enum Emoticon {
    /// Every emoticon read, longest first. They are the word forms by which rules name them, in lower case.
    static let forms = [
        ":'-(", ":'-)", ":'(", ":')", ">:(", "</3", ":-)", ":-(", ":-d", ":-/", ":-\\", ":-p", ":-o", ":-|", ";-)", "^_^", "-_-",
        "-.-", "\\o/", ":)", ":(", ":d", ":/", ":\\", ":p", ":o", ":|", ":@", ";)", "=)", "=(", "=d", "(:", "<3", "^^", "x(",
    ]

    /// The length in bytes of the emoticon that starts at `index`, if one does and no letter or digit touches it.
    static func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard starters[Int(text[index] & 0x7F)] else { return nil }
        for form in formBytes where matches(form, in: text, at: index) {
            let end = index + form.count
            if end < text.count, isAlphanumeric(text[end]) { continue }
            // « 18:) » is no face, nor is the end of « http:/ ».
            if index > 0, isAlphanumeric(form[form.count - 1]) || form[1] == UInt8(ascii: "/"), isAlphanumeric(text[index - 1]) {
                continue
            }
            return form.count
        }
        return nil
    }

    private static let formBytes = forms.map { Array($0.utf8) }

    private static let starters: [Bool] = {
        var starters = [Bool](repeating: false, count: 128)
        for form in formBytes where !isAlphanumeric(form[0]) { starters[Int(form[0])] = true }
        return starters
    }()

    private static func matches(_ form: [UInt8], in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + form.count <= text.count else { return false }
        for offset in 0..<form.count {
            let byte = text[index + offset]
            let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if folded != form[offset] { return false }
        }
        return true
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
    }
}
