import IntentEngine

/// The value of an entity as a reply writes it.
enum EntityWording {
    /// Appends the words to `bytes`; false, with nothing appended, where a reply has none for it.
    static func write(_ entity: Entity, _ language: Language, to bytes: inout [UInt8]) -> Bool {
        switch entity.kind {
        case .orderNumber, .trackingNumber:
            bytes.append(contentsOf: entity.value.utf8)
            return true
        case .date: return entity.value.withBytes { writeDate($0, language, to: &bytes) }
        case .amount: return entity.value.withBytes { writeAmount($0, language, to: &bytes) }
        case .duration, .email, .phone, .postalCode, .iban, .cardNumber, .url, .number, .productCode: return false
        }
    }

    /// `2026-03-01` as « 1er mars 2026 » or "1 March 2026"; `--03-01` without its year.
    private static func writeDate(_ value: UnsafeBufferPointer<UInt8>, _ language: Language, to bytes: inout [UInt8]) -> Bool {
        let isYearless = value.count == 7 && value[0] == UInt8(ascii: "-") && value[1] == UInt8(ascii: "-")
        guard isYearless || value.count == 10, let month = number(value, value.count - 5), let day = number(value, value.count - 2),
            (1...12).contains(month)
        else { return false }
        let isFrench = language != .english
        bytes.number(day)
        if isFrench, day == 1 { bytes.literal("er") }
        bytes.literal(isFrench ? "\u{A0}" : " ")
        bytes.literal((isFrench ? frenchMonths : englishMonths)[month - 1])
        if !isYearless {
            bytes.literal(isFrench ? "\u{A0}" : " ")
            bytes.append(contentsOf: value.prefix(4))
        }
        return true
    }

    /// The two figures at `start`.
    private static func number(_ value: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let (tens, ones) = (value[start] &- 0x30, value[start + 1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(10 * tens + ones) : nil
    }

    /// `1234.56 EUR` as « 1 234,56 € » or "€1,234.56".
    private static func writeAmount(_ value: UnsafeBufferPointer<UInt8>, _ language: Language, to bytes: inout [UInt8]) -> Bool {
        guard let dot = value.firstIndex(of: UInt8(ascii: ".")), value.count > dot + 4, value[dot + 3] == UInt8(ascii: " ") else {
            return false
        }
        let isFrench = language != .english
        let code = value[(dot + 4)...]
        let sign = signs.first { code.elementsEqual($0.code.utf8) }?.sign
        if !isFrench {
            if let sign { bytes.literal(sign) } else { bytes += code + [UInt8(ascii: " ")] }
        }
        for place in 0..<dot {
            if place > 0, (dot - place) % 3 == 0 { bytes.literal(isFrench ? "\u{202F}" : ",") }
            bytes.append(value[place])
        }
        if value[dot + 1] != UInt8(ascii: "0") || value[dot + 2] != UInt8(ascii: "0") {
            bytes.literal(isFrench ? "," : ".")
            bytes += value[dot + 1...dot + 2]
        }
        if isFrench {
            bytes.literal("\u{A0}")
            if let sign { bytes.literal(sign) } else { bytes += code }
        }
        return true
    }

    private static let signs: [(code: String, sign: StaticString)] = [("EUR", "€"), ("GBP", "£"), ("USD", "$")]
    private static let frenchMonths: [StaticString] = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let englishMonths: [StaticString] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
