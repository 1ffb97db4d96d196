/// Postal codes before a place name: « 69003 Lyon ».
enum PostalCode {
    static func find(_ text: EntityText, at start: Int, capitalFollows: (Int) -> Bool) -> (end: Int, value: String)? {
        let end = text.digitsEnd(from: start)
        guard end - start == 5, !text.isAlphanumeric(start - 1), text.byte(end) == UInt8(ascii: " "), text.isLetter(end + 1),
            isFrench(text.number(start..<start + 2), text.number(start..<start + 3)), capitalFollows(end + 1)
        else { return nil }
        return (end, text.text(start..<end))
    }

    /// Departments 01 to 95, overseas 971 to 978, and Monaco and the Pacific 980, 984, 986 to 988.
    private static func isFrench(_ department: Int, _ overseas: Int) -> Bool {
        (1...95).contains(department) || (971...978).contains(overseas) || [980, 984, 986, 987, 988].contains(overseas)
    }

    /// A British postcode, with or without its space: « sw1a 1aa » is `SW1A 1AA`. Letters by their places as Royal Mail gives them out
    /// (its guide to the Postcode Address File): no Q, V or X first, no I, J or Z second, none of C, I, K, M, O and V at the end.
    static func findBritish(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        guard text.isLetter(start), !text.isAlphanumeric(start - 1), !excluded(text, start, "qvx") else { return nil }
        var place = start + 1
        if text.isLetter(place) {
            if excluded(text, place, "ijz") { return nil }
            place += 1
        }
        guard text.isDigit(place) else { return nil }
        place += 1
        // One more of either, unless that is the first of what stands behind the space.
        let longer = text.isDigit(place) || text.isLetter(place) ? place + 1 : place
        for outward in [longer, place] {
            guard let inward = inward(text, from: outward) else { continue }
            return (inward.upperBound, text.text(start..<outward).uppercased() + " " + text.text(inward).uppercased())
        }
        return nil
    }

    /// A figure and two letters, behind a space or none, and nothing more behind them.
    private static func inward(_ text: EntityText, from outward: Int) -> Range<Int>? {
        let start = text.byte(outward) == UInt8(ascii: " ") ? outward + 1 : outward
        let end = start + 3
        guard text.isDigit(start), text.isLetter(start + 1), text.isLetter(start + 2), !text.isAlphanumeric(end),
            !excluded(text, start + 1, "cikmov"), !excluded(text, start + 2, "cikmov"), !units.contains(text.text(start + 1..<end))
        else { return nil }
        return start..<end
    }

    /// What two letters behind a figure mean more often: « Galaxy S10 8GB », “M1 2nd hand”.
    private static let units: Set<String> = ["gb", "tb", "hz", "kg", "lb", "ft", "hr", "wk", "yd", "st", "nd", "rd", "th", "hd", "gs"]

    private static func excluded(_ text: EntityText, _ place: Int, _ letters: StaticString) -> Bool {
        UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount).contains(text.byte(place))
    }
}
