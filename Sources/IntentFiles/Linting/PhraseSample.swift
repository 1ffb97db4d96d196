import IntentEngine

/// Writes the shortest message that a phrase asks for.
struct PhraseSample {
    private let entries: [String: String]

    init(lists: [ListSource]) {
        entries = Dictionary(
            lists.compactMap { list in list.entries.first.map { (list.language.rawValue + "/" + list.name, $0.text) } },
            uniquingKeysWith: { first, _ in first })
    }

    func message(for phrase: Phrase, _ language: Language) -> String { text(phrase.elements, language, depth: 0) }

    private func text(_ elements: [Phrase.Element], _ language: Language, depth: Int) -> String {
        elements.compactMap { element -> String? in
            switch element {
            case .word(let word), .exact(let word): word
            case .list(let name): entry(name, language, depth: depth)
            case .entity(let kind): Self.sample(kind, language)
            case .alternatives(let branches): branches.first.map { text($0, language, depth: depth) }
            case .optional, .gap, .clauseStart, .clauseEnd: nil
            }
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func entry(_ name: String, _ language: Language, depth: Int) -> String? {
        guard depth < 4, let entry = entries[language.rawValue + "/" + name], let phrase = try? PhraseParser.parse(entry) else {
            return nil
        }
        return text(phrase.elements, language, depth: depth + 1)
    }

    private static func sample(_ kind: EntityKind, _ language: Language) -> String {
        switch kind {
        case .orderNumber: "#48213"
        case .trackingNumber: "RB123456785GB"
        case .date: language == .french ? "3 mars" : "3 March"
        case .duration: language == .french ? "3 semaines" : "3 weeks"
        case .amount: "12 €"
        case .email: "jean@example.org"
        case .phone: "06 39 98 12 34"
        case .postalCode: "69003 Lyon"
        case .iban: "FR7630006000011234567890189"
        case .cardNumber: "4111 1111 1111 1111"
        case .url: "https://example.org"
        case .number: "3"
        case .productCode: "réf. AB-1234"
        }
    }
}
