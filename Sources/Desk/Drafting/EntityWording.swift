import IntentEngine

/// The value of an entity as a reply writes it.
enum EntityWording {
    static func words(_ entity: Entity, _ language: Language) -> String? {
        switch entity.kind {
        case .orderNumber, .trackingNumber: entity.value
        case .date: date(entity.value, language)
        case .amount: amount(entity.value, language)
        case .duration, .email, .phone, .postalCode, .iban, .cardNumber, .url, .number: nil
        }
    }

    /// `2026-03-01` as « 1er mars 2026 » or "1 March 2026"; without a year as « 1er mars ».
    private static func date(_ value: String, _ language: Language) -> String? {
        let isYearless = value.hasPrefix("--")
        let parts = value.split(separator: "-").compactMap { Int($0) }
        guard parts.count == (isYearless ? 2 : 3), let day = parts.last, let month = parts.dropLast().last, (1...12).contains(month),
            value.first != "P"
        else { return nil }
        let isFrench = language != .english
        let number = isFrench && day == 1 ? "1er" : String(day)
        let name = (isFrench ? frenchMonths : englishMonths)[month - 1]
        let year = isYearless ? "" : (isFrench ? "\u{A0}" : " ") + String(parts[0])
        return number + (isFrench ? "\u{A0}" : " ") + name + year
    }

    /// `1234.56 EUR` as « 1 234,56 € » or "€1,234.56".
    private static func amount(_ value: String, _ language: Language) -> String? {
        let parts = value.split(separator: " ")
        guard parts.count == 2, let dot = parts[0].firstIndex(of: ".") else { return nil }
        let cents = parts[0][parts[0].index(after: dot)...]
        let code = String(parts[1])
        let isFrench = language != .english
        let units = grouped(String(parts[0][..<dot]), by: isFrench ? "\u{202F}" : ",")
        if isFrench { return units + (cents == "00" ? "" : "," + cents) + "\u{A0}" + (signs[code] ?? code) }
        let number = units + (cents == "00" ? "" : "." + cents)
        return signs[code].map { $0 + number } ?? code + " " + number
    }

    private static func grouped(_ digits: String, by separator: String) -> String {
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += separator }
            grouped.append(digit)
        }
        return grouped
    }

    private static let signs = ["EUR": "€", "GBP": "£", "USD": "$"]
    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
