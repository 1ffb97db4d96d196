import Desk
import DeskServer
import IntentEngine

/// Sentences and names in the language of whoever visits, with the brand's own titles.
struct DeskWording: Sendable {
    let language: Language
    private let edition: RulebookEdition

    init(_ language: Language, _ edition: RulebookEdition) {
        self.language = language == .french ? .french : .english
        self.edition = edition
    }

    func say(_ french: String, _ english: String) -> String { language == .french ? french : english }

    func callAsFunction(_ word: some WordList) -> String { language == .french ? word.texts.french : word.texts.english }

    func count(_ count: Int, _ french: (String, String), _ english: (String, String)) -> String {
        let number = number(count)
        return language == .french ? "\(number)\u{A0}\(count < 2 ? french.0 : french.1)" : "\(number) \(count == 1 ? english.0 : english.1)"
    }

    func quoted(_ text: String) -> String { say("«\u{A0}\(text)\u{A0}»", "“\(text)”") }

    // MARK: Names

    var brand: String { edition.desk.decider.brand.name }
    var hours: OpeningHours { edition.desk.decider.brand.openingHours }

    func team(_ team: Team) -> String {
        if let title = edition.desk.decider.brand.teams[team]?.title[language] { return title.typeset.withCapital }
        return switch team {
        case .customerService: say("Service client", "Customer service")
        case .publicRelations: say("Relations publiques", "Public relations")
        case .marketing: say("Marketing", "Marketing")
        case .businessDevelopment: say("Développement commercial", "Business development")
        case .internalCommunication: say("Communication interne", "Internal communication")
        case .legal: say("Juridique", "Legal")
        }
    }

    func intent(_ name: String) -> String {
        guard let number = edition.desk.rulebook.intents.firstIndex(of: name) else { return name }
        return title(edition.desk.decider.policy.intents[number].title, name)
    }

    func signal(_ name: String) -> String {
        guard let number = edition.desk.rulebook.signals.firstIndex(of: name) else { return name }
        return title(edition.desk.decider.policy.signals[number].title, name)
    }

    private func title(_ titles: [Language: String], _ name: String) -> String {
        (titles[language] ?? titles[.french] ?? name).typeset.withCapital
    }

    func disposition(_ disposition: Disposition) -> String {
        switch disposition {
        case .draft: say("À relire", "To review")
        case .send: say("Envoi automatique", "Sent by rules")
        case .human: say("À écrire", "To write")
        case .moderate: say("À modérer", "To moderate")
        case .ignore: say("Sans suite", "No answer")
        }
    }

    func status(_ status: Case.Status) -> String {
        switch status {
        case .waiting: say("En attente", "Waiting")
        case .answered: say("Traité", "Answered")
        case .closed: say("Clos", "Closed")
        }
    }

    func role(_ role: Role) -> String {
        switch role {
        case .reader: say("Lecture seule", "Reader")
        case .reviewer: say("Relecteur", "Reviewer")
        case .manager: say("Responsable", "Manager")
        }
    }

    func visibility(_ visibility: Message.Visibility) -> String {
        visibility == .public ? say("Public", "Public") : say("Privé", "Private")
    }

    func language(_ language: Language) -> String {
        switch language {
        case .french: say("Français", "French")
        case .english: say("Anglais", "English")
        case .other: say("Autre langue", "Other language")
        case .undetermined: say("Langue indéterminée", "Undetermined")
        }
    }

    /// Channels by the names people know them by.
    func channel(_ name: String) -> String {
        switch name {
        case "": say("Sans canal", "No channel")
        case "email": say("E-mail", "E-mail")
        case "sms": "SMS"
        case "x": "X"
        case "whatsapp": "WhatsApp"
        case "tiktok": "TikTok"
        case "youtube": "YouTube"
        case "linkedin": "LinkedIn"
        default: name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    func priority(_ priority: Priority) -> String {
        switch priority {
        case .p1: say("Priorité 1, urgente", "Priority 1, urgent")
        case .p2: say("Priorité 2, haute", "Priority 2, high")
        case .p3: say("Priorité 3, normale", "Priority 3, normal")
        case .p4: say("Priorité 4, basse", "Priority 4, low")
        }
    }
}

extension String {
    /// As it stands by itself: authors write some titles as they stand in a sentence.
    fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
