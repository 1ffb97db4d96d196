/// Times of day: « 20h », « 20 h 30 », "20:30", "8pm". Each is one number, and no span of time.
enum ClockTime {
    /// The end of a time whose hour, in digits, starts at `start`.
    static func find(_ text: EntityText, at start: Int) -> Int? {
        let hourEnd = text.digitsEnd(from: start)
        guard (1...2).contains(hourEnd - start), text.number(start..<hourEnd) < 24, !text.isAlphanumeric(start - 1),
            !text.isDigit(start - 2) || text.byte(start - 1) == UInt8(ascii: " ") || text.byte(start - 1) == UInt8(ascii: "-")
        else { return nil }
        if text.byte(hourEnd) == UInt8(ascii: ":") {
            guard let end = minutesEnd(text, from: hourEnd + 1) else { return nil }
            if text.byte(end) == UInt8(ascii: "h"), !text.isAlphanumeric(end + 1) { return end + 1 }
            return halfOfDayEnd(text, from: end) ?? (text.isLetter(end) ? nil : end)
        }
        return halfOfDayEnd(text, from: hourEnd) ?? frenchEnd(text, start, hourEnd)
    }

    /// « 20h », « 20h30 », « 20 h 30 », « à 20 heures ».
    ///
    /// An hour by itself is a time of day where it is short for one, unless the words around it make it a span: « en 2h »,
    /// « 2h de retard ». Written out it is a span, unless it stands behind « à » and the like.
    private static func frenchEnd(_ text: EntityText, _ start: Int, _ hourEnd: Int) -> Int? {
        guard let (isShort, unitEnd) = units.find(text, at: text.skipSpaces(hourEnd), where: { !text.isLetter($0) }) else { return nil }
        let end = minutesEnd(text, from: text.skipSpaces(unitEnd)) ?? unitEnd
        if end == unitEnd, text.isDigit(unitEnd) { return nil }
        let next = text.skipSpaces(end)
        if text.isAfter(precedingSpan, start) { return nil }
        if followingSpan.contains(where: { text.reads($0, at: next) }), !followingTime.contains(where: { text.reads($0, at: next) }) {
            return nil
        }
        return isShort || text.isAfter(precedingTime, start) ? end : nil
    }

    /// The end of two figures below 60 that are no part of a longer number or a sum.
    private static func minutesEnd(_ text: EntityText, from start: Int) -> Int? {
        let end = text.digitsEnd(from: start)
        guard end == start + 2, text.number(start..<end) < 60, text.currencySign(at: text.skipSpaces(end)) == nil else { return nil }
        return isMark(text.byte(end)) && text.isDigit(end + 1) ? nil : end
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }

    private static func halfOfDayEnd(_ text: EntityText, from index: Int) -> Int? {
        (text.reads("am", at: index) || text.reads("pm", at: index)) && !text.isAlphanumeric(index + 2) ? index + 2 : nil
    }

    private static let units = WordList<Bool>([("heures", false), ("heure", false), ("h", true)])
    private static let precedingTime: [StaticString] = ["a", "vers", "des", "avant"]
    private static let precedingSpan: [StaticString] = [
        "en", "sous", "dans", "depuis", "pendant", "durant", "fait", "y a", "ya", "attendu", "attends", "plus de", "moins de", "pres de",
        "retard de", "attente de", "les", "in", "within", "for", "over", "than", "waited", "waiting", "took", "takes", "every",
    ]
    /// As many write « 5 heures du matin ».
    private static let followingTime: [StaticString] = ["de matin", "de soir"]
    private static let followingSpan: [StaticString] = ["d'", "de ", "que ", "par ", "plus tard", "ago", "late"]
}
