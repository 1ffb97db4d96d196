import Desk
import HTTPTypes

extension DraftResource {
    static let reading = RouteDescription(
        method: .get, path: item, id: "getDraft", summary: "The latest draft of a case",
        details: "Whatever became of it, with the version that a change of it has to name.", tag: .drafts, scope: .readDrafts,
        parameters: [.caseNumber, .known], answers: [.shown("CurrentDraft", "The draft."), .same])

    static let editing = RouteDescription(
        method: .put, path: item, id: "editDraft", summary: "Put a text of your own in the place of the draft",
        details: "It is proofread as the bot's own are: typography that can be mended in one way only is mended, and what else is found "
            + "is kept with it in “findings”. It still has to be approved.",
        tag: .drafts, scope: .writeDrafts, parameters: [.caseNumber, .version],
        body: .text("text", "Bonjour,\n\nVotre colis part aujourd’hui.\n\nBien cordialement,"), answers: [.changedCase],
        problems: [.claimed, .takenOver, .notNow], needsVersion: true)

    static let redrafting = RouteDescription(
        method: .post, path: item + "/redraft", id: "redraft", summary: "Let the rules write for another request",
        details: "What the customer wants, as who reads them knows better: one of “intents” or “candidates” of the decision, or any other "
            + "of the rules. Their text takes the place of the draft, and still has to be approved.",
        tag: .drafts, scope: .writeDrafts, parameters: [.caseNumber, .version], body: .text("intent", "late_delivery"),
        answers: [.changedCase], problems: [.claimed, .takenOver, .notNow, .nothingToWrite], needsVersion: true)

    static let approving = RouteDescription(
        method: .post, path: item + "/approval", id: "approveDraft", summary: "Let the draft go",
        details: "The reply leaves when the time to take it back is over (“undo_until”). Findings are let pass only knowingly, and some "
            + "never.",
        tag: .drafts, scope: .writeDrafts, parameters: [.caseNumber, .version],
        body: .init(
            schema: Schema.object(
                ["note": Schema.optionalString, "accept_findings": Schema.optionalFlag], optional: ["note", "accept_findings"],
                isClosed: true),
            example: .object(["note": .string("Vu avec le magasin.")]), isOptional: true),
        answers: [.changedCase], problems: [.claimed, .takenOver, .noDraft, .secondReaderNeeded, .hasFindings], needsVersion: true)

    static let undoing = RouteDescription(
        method: .delete, path: item + "/approval", id: "undoApproval", summary: "Take an approval back before the reply leaves",
        tag: .drafts, scope: .writeDrafts, parameters: [.caseNumber, .version], answers: [.changedCase],
        problems: [.takenOver, .tooLateToUndo, .notNow], needsVersion: true)

    static let rejecting = RouteDescription(
        method: .post, path: item + "/rejection", id: "rejectDraft", summary: "Refuse the draft",
        details: "The case waits on for a better one.", tag: .drafts, scope: .writeDrafts, parameters: [.caseNumber, .version],
        body: .text("reason", "Trop froid."), answers: [.changedCase], problems: [.claimed, .takenOver, .noDraft], needsVersion: true)
}
