extension Recognizer {
    /// Finds entities in a fixed order of kinds; each takes its characters, so that a card number inside an IBAN or
    /// an amount inside a date is not found again.
    mutating func findEntities(_ message: UnsafeBufferPointer<UInt8>, _ context: Context, _ language: Language) {
        entities.removeAll(keepingCapacity: true)
        guard text.mayHoldEntities || roles.contains(.calendar) else { return }
        var found: [FoundEntity] = []
        swap(&found, &entities)
        text.flat.withUnsafeBufferPointer { flat in
            text.withBends { bends in
                let reading = EntityText(flat: flat, count: text.count, original: message, bends: bends)
                var finder = EntityFinder(
                    text: reading, tokens: text.tokens, rulebook: rulebook, language: language,
                    sentOn: context.sentOn, mayHoldNumbers: text.mayHoldEntities, found: found)
                found = []
                finder.find()
                swap(&found, &finder.found)
            }
        }
        swap(&found, &entities)
        tieToUnits()
    }

    /// Says over which units each entity reaches.
    private mutating func tieToUnits() {
        var unit = 0
        for at in entities.indices {
            let range = entities[at].flat
            while unit < units.count, Int(text.tokens[Int(units[unit].token)].flatEnd) <= range.lowerBound { unit += 1 }
            entities[at].firstUnit = unit
            var end = unit
            while end < units.count, Int(text.tokens[Int(units[end].token)].flatStart) < range.upperBound { end += 1 }
            entities[at].endUnit = max(end, unit)
            if end == unit { entities[at].firstUnit = -1 }
        }
    }

    /// The entity as the caller sees it, with its place in the original.
    func entity(of found: FoundEntity, _ message: UnsafeBufferPointer<UInt8>) -> Entity {
        text.withBends { bends in
            let first = bends.place(of: found.flat.lowerBound)
            let last = bends.place(of: found.flat.upperBound - 1)
            return Entity(
                kind: found.kind, value: found.value, span: first.scalar..<last.scalar + 1,
                bytes: first.byte..<endOfScalar(last.byte, message))
        }
    }

    /// Entities end in ASCII, or in a currency sign of two or three bytes; nothing invisible behind belongs to them.
    private func endOfScalar(_ start: Int, _ message: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = message[start]
        return min(message.count, start + (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4))
    }
}

/// Walks the tokens of one message and asks each recogniser in turn.
struct EntityFinder {
    let text: EntityText
    let tokens: [Token]
    let rulebook: Rulebook
    let language: Language
    let sentOn: CivilDate?
    /// Whether the message holds digits or addresses.
    let mayHoldNumbers: Bool
    var found: [FoundEntity]
    private var taken = 0

    init(
        text: EntityText, tokens: [Token], rulebook: Rulebook, language: Language, sentOn: CivilDate?,
        mayHoldNumbers: Bool, found: [FoundEntity]
    ) {
        self.text = text
        self.tokens = tokens
        self.rulebook = rulebook
        self.language = language
        self.sentOn = sentOn
        self.mayHoldNumbers = mayHoldNumbers
        self.found = found
    }

    mutating func find() {
        for (number, token) in tokens.enumerated() {
            let start = Int(token.flatStart)
            if start < taken { continue }
            switch token.kind {
            case .url: take(.url, start, Int(token.flatEnd), text.text(start..<Int(token.flatEnd)))
            case .email: take(.email, start, Int(token.flatEnd), text.text(start..<Int(token.flatEnd)))
            case .number: findNumber(number, start)
            case .word: if token.flags.contains(.hasDigit) { findNumber(number, start) } else { findWord(number, start) }
            case .emoji, .mention: break
            }
        }
    }

    private mutating func take(_ kind: EntityKind, _ start: Int, _ end: Int, _ value: String) {
        found.append(FoundEntity(kind: kind, value: value, flat: start..<end))
        taken = end
    }

    /// From most to least certain: what carries a check sum first, plain numbers last.
    private mutating func findNumber(_ number: Int, _ start: Int) {
        if let iban = IBAN.find(text, at: start) { return take(.iban, start, iban.end, iban.value) }
        if let card = CardNumber.find(text, at: start) { return take(.cardNumber, start, card.end, card.value) }
        if let phone = PhoneNumber.find(text, at: start) {
            let begin = text.byte(start - 1) == UInt8(ascii: "+") ? start - 1 : start
            return take(.phone, begin, phone.end, phone.value)
        }
        if let tracking = TrackingNumber.find(text, at: start) { return take(.trackingNumber, start, tracking.end, tracking.value) }
        if let date = CalendarDate.findNumeric(text, at: start, sentOn) ?? CalendarDate.findDayMonth(text, at: start, sentOn) {
            return take(.date, start, date.end, date.value)
        }
        if let end = ClockTime.find(text, at: start) { return take(.number, start, end, text.text(start..<end)) }
        if let amount = Amount.find(text, at: start, language) {
            let begin = found.last.map { max($0.flat.upperBound, amount.start) } ?? amount.start
            return take(.amount, begin, amount.end, amount.value)
        }
        if language == .english, let postal = PostalCode.findBritish(text, at: start) {
            return take(.postalCode, start, postal.end, postal.value)
        }
        if takeCode(number, start) { return }
        if let postal = PostalCode.find(text, at: start, capitalFollows: isCapital(at:)) {
            return take(.postalCode, start, postal.end, postal.value)
        }
        if let duration = DurationPhrase.find(text, at: start) { return take(.duration, start, duration.end, duration.value) }
        let token = tokens[number]
        if token.kind == .number { take(.number, start, Int(token.flatEnd), text.text(start..<Int(token.flatEnd))) }
    }

    /// Order and tracking numbers, by the words before them.
    private mutating func takeCode(_ number: Int, _ start: Int) -> Bool {
        guard let end = OrderNumber.codeEnd(text, at: start) else { return false }
        let value = text.text(start..<end).uppercased()
        let keyword = keyword(before: number)
        let isMarked = keyword == .order || keyword != .owner && OrderNumber.isAfterHash(text, at: start, end: end)
        if isMarked || rulebook.orderNumbers.contains(text.flat[start..<end]) {
            take(.orderNumber, start, end, value)
            return true
        }
        switch keyword {
        case .tracking where text.digitsEnd(from: start) == end && TrackingNumber.plainLengths.contains(end - start):
            take(.trackingNumber, start, end, value)
            return true
        case .numbered where end - start >= 5:
            take(.orderNumber, start, end, value)
            return true
        case .product:
            take(.productCode, start, end, value)
            return true
        default: return false
        }
    }

    private enum Keyword { case order, tracking, owner, numbered, product, none }

    /// The nearest word before a code that says what it is, over at most three linking words.
    private func keyword(before number: Int) -> Keyword {
        var at = number - 1
        var numbered = false
        while at >= 0, number - at <= 4 {
            let token = tokens[at]
            guard token.kind == .word else { break }
            let word = text.text(Int(token.flatStart)..<Int(token.flatEnd))
            if TrackingNumber.keywords.contains(word) { return .tracking }
            if OrderNumber.keywords.contains(word) { return .order }
            if OrderNumber.owners.contains(word) { return .owner }
            if OrderNumber.references.contains(word) { return reference(at: at, before: number) }
            if numbered, OrderNumber.products.contains(word) { return .product }
            guard OrderNumber.links.contains(word) else { break }
            if ["n", "no", "num", "numero", "number"].contains(word) { numbered = true }
            at -= 1
        }
        return numbered ? .numbered : .none
    }

    /// What « réf. » refers to: the nearer of an order and a product before it, else an order named right behind the number.
    private func reference(at place: Int, before number: Int) -> Keyword {
        for before in tokens[max(0, place - 4)..<place].reversed() {
            let word = text.text(Int(before.flatStart)..<Int(before.flatEnd))
            if OrderNumber.keywords.contains(word) { return .order }
            if OrderNumber.products.contains(word) { return .product }
        }
        // The code itself may be several tokens.
        let start = Int(tokens[number].flatStart)
        let behind = tokens[number...].drop { Int($0.flatStart) < OrderNumber.codeEnd(text, at: start) ?? start }
        let isOfOrder = behind.prefix(3).contains { OrderNumber.keywords.contains(text.text(Int($0.flatStart)..<Int($0.flatEnd))) }
        return isOfOrder ? .order : .product
    }

    private func isCapital(at index: Int) -> Bool {
        let byte = text.original[text.originalByte(index)]
        return byte &- 0x41 < 26 || byte == 0xC3
    }

    /// Entities that start with a letter: codes, "March 3", « trois semaines ».
    private mutating func findWord(_ number: Int, _ start: Int) {
        let end = Int(tokens[number].flatEnd)
        if mayHoldNumbers {
            if end - start == 2, text.isDigit(text.skipSpaces(end)), let tracking = TrackingNumber.find(text, at: start) {
                return take(.trackingNumber, start, tracking.end, tracking.value)
            }
            // « FR-48213 »: the word before the hyphen belongs to the code.
            if text.byte(end) == UInt8(ascii: "-"), text.isDigit(end + 1), takeCode(number, start) { return }
        }
        let form = tokens[number].form
        guard form != Unit.unknown, rulebook.lexicon.side(form, language.side ?? 0).roles.contains(.calendar) else { return }
        if mayHoldNumbers, let date = CalendarDate.findMonthDay(text, at: start, sentOn) { return take(.date, start, date.end, date.value) }
        if let duration = DurationPhrase.find(text, at: start) { return take(.duration, start, duration.end, duration.value) }
        if let day = RelativeDay.find(text, at: start, sentOn) { return take(.date, start, day.end, day.value) }
    }
}
