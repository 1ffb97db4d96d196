import Desk
import IntentEngine

/// A value that was found in a message, as people write it and as they take it away.
struct ShownValue: Sendable, Hashable {
    let text: String
    /// What copying gives: the words where a reply would have them, else what other programs find things by.
    let copied: String

    init(_ text: String, copied: String? = nil) {
        self.text = text
        self.copied = copied ?? text
    }
}

extension DeskWording {
    /// Kinds of values, by the engine's names.
    func value(_ kind: String) -> String {
        switch EntityKind(rawValue: kind) {
        case .orderNumber: say("Commande", "Order")
        case .trackingNumber: say("Suivi", "Tracking")
        case .date: say("Date", "Date")
        case .duration: say("Durée", "Duration")
        case .amount: say("Montant", "Amount")
        case .email: say("E-mail", "E-mail")
        case .phone: say("Téléphone", "Phone")
        case .postalCode: say("Code postal", "Postcode")
        case .iban: "IBAN"
        case .cardNumber: say("Carte", "Card")
        case .url: say("Adresse", "Address")
        case .number: say("Nombre", "Number")
        case .productCode: say("Article", "Product")
        case nil: kind
        }
    }

    /// A value in its normal form, which machines are given, in words. What is in no form that is known stays as it is.
    func shown(_ kind: String, _ value: String) -> ShownValue {
        switch EntityKind(rawValue: kind) {
        case .date:
            dateText(value).map { ShownValue($0, copied: $0.replacing("1ᵉʳ", with: "1er")) } ?? ShownValue(value)
        case .duration: ShownValue(durationText(value) ?? value)
        case .amount: ShownValue(amountText(value) ?? value)
        case .phone: ShownValue(phoneText(value) ?? value, copied: value)
        case .iban, .cardNumber: ShownValue(value.contains(" ") ? value : grouped(value, by: 4), copied: value)
        default: ShownValue(value)
        }
    }

    /// `2026-03-01` as « 1ᵉʳ mars 2026 »; `--03-01` without a year; `P-1D` as « la veille », which is all that is known where
    /// the message has no day.
    private func dateText(_ value: String) -> String? {
        if value.hasPrefix("--") {
            // In a leap year every day there is has a date.
            return CivilDate(iso: "2024-" + value.dropFirst(2)).map(dayOfMonth)
        }
        if value.hasPrefix("P") {
            return switch value {
            case "P-2D": say("l’avant-veille", "two days before")
            case "P-1D": say("la veille", "the day before")
            case "P0D": say("le jour même", "the same day")
            case "P1D": say("le lendemain", "the day after")
            case "P2D": say("le surlendemain", "two days after")
            default: nil
            }
        }
        return CivilDate(iso: value).map { "\(dayOfMonth($0))\u{A0}\($0.year)" }
    }

    /// `PT48H` as « 48 heures ».
    private func durationText(_ value: String) -> String? {
        guard value.hasPrefix("P"), let unit = value.last, let count = Int(value.drop { !$0.isNumber }.dropLast()) else { return nil }
        switch (unit, value.hasPrefix("PT")) {
        case ("H", true): return self.count(count, ("heure", "heures"), ("hour", "hours"))
        case ("M", true): return self.count(count, ("minute", "minutes"), ("minute", "minutes"))
        case ("D", false): return self.count(count, ("jour", "jours"), ("day", "days"))
        case ("W", false): return self.count(count, ("semaine", "semaines"), ("week", "weeks"))
        case ("M", false): return self.count(count, ("mois", "mois"), ("month", "months"))
        case ("Y", false): return self.count(count, ("an", "ans"), ("year", "years"))
        default: return nil
        }
    }

    /// `1234.50 EUR` as « 1 234,50 € » or "€1,234.50".
    private func amountText(_ value: String) -> String? {
        let parts = value.split(separator: " ")
        guard parts.count == 2, let dot = parts[0].firstIndex(of: "."), let units = Int(parts[0][..<dot]) else { return nil }
        let cents = parts[0][parts[0].index(after: dot)...]
        let number = number(units) + (cents == "00" ? "" : say(",", ".") + cents)
        let sign = ["EUR": "€", "GBP": "£", "USD": "$"][parts[1]]
        return say("\(number)\u{A0}\(sign ?? String(parts[1]))", sign.map { $0 + number } ?? "\(parts[1])\u{A0}\(number)")
    }

    /// A French number in pairs, as it is dialled in France; another with its country's code first.
    private func phoneText(_ value: String) -> String? {
        guard value.hasPrefix("+33"), value.utf8.count == 12 else { return nil }
        return grouped("0" + value.dropFirst(3), by: 2)
    }

    private func grouped(_ text: String, by size: Int) -> String {
        var grouped = ""
        for (place, character) in text.enumerated() {
            if place > 0, place % size == 0 { grouped += "\u{A0}" }
            grouped.append(character)
        }
        return grouped
    }
}
