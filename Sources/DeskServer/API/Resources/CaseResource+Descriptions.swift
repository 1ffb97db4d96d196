import Desk
import HTTPTypes

extension CaseResource {
    static let listing = RouteDescription(
        method: .get, path: root, id: "listCases", summary: "Cases, the most pressing first",
        details: "By priority, then by the time they are due, then by number; each with its latest draft.", tag: .cases, scope: .readCases,
        parameters: [
            .init(
                name: "status", place: .query, schema: Schema.choice(Case.Status.self), details: "Those that wait, where it is not given.",
                example: .string("waiting")), .team, .limit, .cursor, .known,
        ],
        answers: [.list("cases", of: "WaitingCase", "A page of cases, each with the customer's last message."), .same])

    static let reading = RouteDescription(
        method: .get, path: item, id: "getCase", summary: "A case with its whole story",
        details: "Every message with its decision, every draft, every note, oldest first.", tag: .cases, scope: .readCases,
        parameters: [.caseNumber, .known], answers: [.shown("CaseFile", "The case."), .same])

    static let claiming = change(
        .post, "/claim", "claimCase", "Take a case for 15 minutes",
        "Again, to prolong it. It takes nothing from what others have read, so no version is named.",
        needsVersion: false)

    static let releasing = change(
        .delete, "/claim", "releaseCase", "Let go of a case", "Does nothing where nobody holds it.", needsVersion: false)

    static let handingOver = change(
        .post, "/handover", "handOverCase", "Give a case to a colleague", "Until they let go of it.", body: .text("to", "zoe"))

    static let escalating = change(
        .post, "/escalations", "escalateCase", "Give a case to another team", "Its claim ends.",
        body: .init(
            schema: Schema.object(
                ["team": Schema.choice(Team.self), "note": Schema.optionalString], optional: ["note"], isClosed: true),
            example: .object(["team": .string("public_relations"), "note": .string("Un journaliste.")])))

    static let noting = change(
        .post, "/notes", "noteCase", "Write a note for colleagues", "Card numbers, IBAN and passwords in it are masked.",
        body: .text("text", "Rappelle lundi."), needsVersion: false)

    static let takingOver = change(
        .post, "/takeover", "takeOverCase", "Lead the conversation by other means", "Nothing leaves from here until it is given back.")

    static let givingBack = change(
        .delete, "/takeover", "giveBackCase", "Give a conversation back", "Its drafts may leave again.")

    static let closing = change(
        .post, "/closure", "closeCase", "Close a case that needs no answer", "A new message opens it again.",
        body: .text("reason", "Doublon."))

    static let reopening = change(
        .post, "/reopening", "reopenCase", "Let a case wait again", "One that was answered, or closed.", body: .text("reason", "Trop tôt."))

    private static func change(
        _ method: HTTPRequest.Method, _ path: String, _ id: String, _ summary: String, _ details: String,
        body: RouteDescription.Body? = nil, needsVersion: Bool = true
    ) -> RouteDescription {
        RouteDescription(
            method: method, path: item + path, id: id, summary: summary, details: details, tag: .cases, scope: .writeCases,
            parameters: [.caseNumber] + (needsVersion ? [.version] : []), body: body, answers: [.changedCase],
            problems: [.claimed, .takenOver, .notNow], needsVersion: needsVersion)
    }
}
