/// French, British and international telephone numbers, in E.164 form.
enum PhoneNumber {
    private static let separators = [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")]

    static func find(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        guard !text.isAlphanumeric(start - 1) else { return nil }
        if text.byte(start - 1) == UInt8(ascii: "+") { return international(text, at: start) }
        if text.reads("00", at: start), text.isDigit(start + 2) { return international(text, at: start + 2) }
        guard text.byte(start) == UInt8(ascii: "0"), text.byte(start + 1) > UInt8(ascii: "0") else { return nil }
        let (digits, end) = text.groupedDigits(from: start, separators: separators, most: 12)
        guard !text.isDigit(end) else { return nil }
        let national = String(decoding: digits.dropFirst(), as: UTF8.self)
        if digits.count == 10, isPaired(text, start, end) { return (end, "+33" + national) }
        if digits.count == 11, britishGroups.contains(groups(text, start, end)) { return (end, "+44" + national) }
        return nil
    }

    /// How eleven digits are grouped on British letterheads and in messages (Ofcom, National Telephone Numbering Plan). Eleven
    /// together are a mobile number by its 07 alone: others may be any number.
    private static let britishGroups: Set<[Int]> = [[11], [5, 6], [5, 3, 3], [4, 3, 4], [3, 4, 4], [4, 7], [3, 8]]

    private static func groups(_ text: EntityText, _ start: Int, _ end: Int) -> [Int] {
        if end - start == 11, text.byte(start + 1) != UInt8(ascii: "7") { return [] }
        var groups = [0]
        for index in start..<end { if text.isDigit(index) { groups[groups.count - 1] += 1 } else { groups.append(0) } }
        return groups
    }

    private static func international(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        // « +33 (0)6 … »: the national zero in brackets is not dialled.
        var start = start
        var prefix: [UInt8] = []
        let code = text.digitsEnd(from: start)
        let bracket = text.skipSpaces(code)
        if code - start <= 3, text.reads("(0)", at: bracket) {
            prefix = Array(text.flat[start..<code])
            start = text.skipSpaces(bracket + 3)
        }
        let (digits, end) = text.groupedDigits(from: start, separators: separators, most: 16)
        let all = prefix + digits
        guard (9...15).contains(all.count), !text.isAlphanumeric(end), all[0] != UInt8(ascii: "0") else { return nil }
        return (end, "+" + String(decoding: all, as: UTF8.self))
    }

    /// Digits together, or in pairs: « 06 39 98 12 34 », not « 0639 981 234 », which is some other number.
    private static func isPaired(_ text: EntityText, _ start: Int, _ end: Int) -> Bool {
        if end - start == 10 { return true }
        var run = 0
        for index in start..<end {
            if text.isDigit(index) {
                run += 1
            } else {
                if run != 2 { return false }
                run = 0
            }
        }
        return run == 2
    }
}
