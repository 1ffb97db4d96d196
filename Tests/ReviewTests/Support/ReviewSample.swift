import Desk
import IntentEngine

@testable import courtois

/// A desk on paper: cases, decisions and people for tests of the screen.
enum ReviewSample {
    /// A quarter past nine in Paris on a Tuesday.
    static let now = Instant(seconds: 1_795_767_300)
    static let zoe = Colleague(name: "zoé", role: .reviewer)

    static let glossary = ReviewGlossary(
        teams: [.customerService: [.french: "Service client", .english: "Customer service"]],
        intents: ["late_delivery": [.french: "Retard de livraison", .english: "Late delivery"]],
        signals: ["anger": [.french: "Colère", .english: "Anger"]], zone: .utc)

    static let angry =
        "Bonjour, je n’ai toujours pas reçu mon colis FR-48213 et c’est inadmissible, j’attends depuis trois semaines\u{202F}!"
    static let angryLine = """
        {"intents":[{"name":"late_delivery","points":20,"evidence":[{"phrase":"<pas> reçu <colis>","source":"delivery/late.yaml:14","points":11,"span":[17,44],"text":"x"},{"phrase":"attendre","source":"delivery/late.yaml:90","points":9,"span":[79,86],"text":"x"}]}],"signals":[{"name":"anger","level":2,"evidence":[{"phrase":"inadmissible","source":"signals/anger.yaml:7","points":9,"span":[63,75],"text":"x"}]}],"reasons":["Demande reconnue\u{A0}: retard de livraison (20 points).","Colère\u{A0}: 2 sur 4."]}
        """

    static let draft = """
        Bonjour Léa,

        Nous sommes désolés de ce contretemps. Un conseiller fait le point avec le transporteur et vous répondra sous un jour ouvré.

        Bien cordialement,
        L’équipe Maison Exemple
        """

    static let space = DraftFinding(rule: "F01", span: 8..<11, cause: "a narrow no-break space is missing", remedy: "Léa\u{202F}!")
    static let leftover = DraftFinding(rule: "F24", span: 0..<7, cause: "left by a template", remedy: "the words")

    static func item(
        _ number: Int64, version: Int = 1, text: String = angry, customer: String? = "Léa Martin", priority: Priority = .p3,
        team: Team = .customerService, disposition: Disposition = .draft, due: Int? = 3600, claim: Claim? = nil,
        draft: String? = draft, author: String? = nil, findings: [DraftFinding] = [], state: DraftState = .proposed,
        status: Case.Status = .waiting, needsSecondReader: Bool = false
    ) -> QueueItem {
        let written = draft.map {
            CaseDraft(
                id: 1, text: $0, language: .french, visibility: .private, template: author == nil ? "t" : nil, author: author,
                inReplyTo: "m\(number)", findings: findings, sinceVersion: version, state: state)
        }
        let item = Case(
            number: number, conversation: ConversationKey(channel: "email", account: "default", name: "c\(number)"), status: status,
            version: version, disposition: disposition, team: team, priority: priority, due: due.map { now + $0 }, openedAt: now,
            waitsSince: now, claim: claim, needsSecondReader: needsSecondReader, intent: "late_delivery",
            question: Case.Question(message: "m\(number)", language: .french, visibility: .private), draft: written)
        return QueueItem(
            case: item, customer: customer.map { Message.Author(id: "u\(number)", name: $0) }, text: text, receivedAt: now + -600,
            messages: 1)
    }

    static func file(_ item: QueueItem, line: String = angryLine, notes: [CaseNote] = []) -> CaseFile {
        let message = StoredMessage(
            id: "m\(item.case.number)", text: item.text, author: item.customer, visibility: .private, kind: .email, rating: nil,
            sentAt: nil, receivedAt: item.receivedAt, disposition: item.case.disposition, line: Array(line.utf8), rulebook: "cafe")
        return CaseFile(case: item.case, messages: [message], drafts: item.case.draft.map { [$0] } ?? [], notes: notes)
    }

    static let queue = [
        item(7, version: 3, text: "Mon avocat vous écrira.", customer: "Ali", priority: .p1, team: .legal, disposition: .human, due: -5400),
        item(4, text: angry, claim: Claim(by: "max", until: now + 200)),
        item(9, text: "Où est mon colis 📦\u{202F}? 日本語もOK", customer: nil, due: 90_000, claim: Claim(by: "zoé", until: now + 899)),
    ]

    static func screen(
        _ language: Language = .french, items: [QueueItem] = queue, size: ScreenSize = .usual, colleague: Colleague = zoe
    ) -> ReviewScreen {
        var screen = ReviewScreen(colleague: colleague, wording: ReviewWording(language, glossary), size: size, now: now)
        screen.show(QueuePage(items: items, next: nil))
        return screen
    }

    /// A screen with one case open.
    static func opened(_ item: QueueItem, _ language: Language = .french, notes: [CaseNote] = [], size: ScreenSize = .usual) -> ReviewScreen
    {
        var screen = screen(language, items: [item], size: size)
        screen.show(file(item, notes: notes), number: item.case.number)
        return screen
    }
}

extension ReviewScreen {
    /// Takes keys one after the other: what the last one asked for.
    @discardableResult
    mutating func press(_ keys: Key...) -> Action? {
        var action: Action?
        for key in keys { action = handle(key) }
        return action
    }

    mutating func type(_ text: String) { for character in text { _ = handle(.character(character)) } }
}
