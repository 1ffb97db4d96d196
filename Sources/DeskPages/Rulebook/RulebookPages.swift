import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird
import IntentEngine

/// The rules as managers look at them: what is recognised, with its examples, and how a message is read. Nothing is changed here.
struct RulebookPages {
    /// Longest message that is tried, in Unicode scalars.
    static let mostTried = 4000

    func add(to desk: DeskRouter) {
        desk.get("rulebook", needs: .manager) { try await Self.page($0, trial: nil, alert: nil) }
        desk.post("rulebook", needs: .manager, Self.trial)
        desk.get("rulebook/intents/:intent", needs: .manager, Self.intent)
    }

    // MARK: All of it

    private static func page(_ visit: Visit, trial: TrialView?, alert: RulebookWord?, text: String = "", isPublic: Bool = false)
        async throws -> Response
    {
        let sheet = await visit.parts.sheets?.sheet(isChecked: visit.query["check"] == "yes")
        var view = visit.frame(at: .rulebook)
        view["title"] = visit.wording(RulebookWord.rulebookTitle)
        view["alert"] = alert.map { visit.wording($0) as Any } ?? false
        view["text"] = text
        view["isPublic"] = isPublic
        view["most"] = mostTried
        view["trial"] = trial.map { $0.view as Any } ?? false
        let corrections = try await CorrectionsView(visit).view
        view["corrections"] = corrections
        view["hasCorrections"] = !corrections.isEmpty
        view.merge(RulebookView(visit, sheet).view) { $1 }
        return visit.page("rulebook", view)
    }

    @Sendable private static func trial(_ visit: Visit) async throws -> Response {
        let text = visit.form["text"] ?? ""
        let isPublic = visit.form["visibility"] == Message.Visibility.public.rawValue
        if text.unicodeScalars.count > mostTried {
            let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostTried)))
            return try await page(visit, trial: nil, alert: .tooLongToTry, text: start, isPublic: isPublic)
        }
        guard text.contains(where: { !$0.isWhitespace }) else { return try await page(visit, trial: nil, alert: .nothingToTry) }
        let message = Message(id: "1", text: text, visibility: isPublic ? .public : .private)
        return try await page(visit, trial: TrialView(message, visit), alert: nil, text: text, isPublic: isPublic)
    }

    // MARK: One intent

    @Sendable private static func intent(_ visit: Visit) async throws -> Response {
        let (name, desk, wording) = (visit.parameter("intent"), visit.edition.desk, visit.wording)
        guard let number = desk.rulebook.intents.firstIndex(of: name) else { return visit.problem(.noSuchPage, status: .notFound) }
        let policy = desk.decider.policy.intents[number]
        let entry = await visit.parts.sheets?.sheet(isChecked: false).entries[name]
        var view = visit.frame(at: .rulebook)
        view["title"] = wording.intent(name)
        view["name"] = name
        view["file"] = entry.map { "\($0.place.file):\($0.place.line)" as Any } ?? false
        view["team"] = wording.team(policy.team)
        view["priority"] = policy.priority.rawValue
        view["priorityName"] = wording.priority(policy.priority)
        view["action"] = wording.disposition(policy.action)
        view["isSensitive"] = policy.isSensitive
        view["wants"] = policy.wants.map(wording.placeholder)
        view["hasWants"] = !policy.wants.isEmpty
        view["groups"] = Language.ruled.map { language -> [String: Any] in
            let examples = entry?.examples.filter { $0.language == language } ?? []
            let counterexamples = entry?.counterexamples.filter { $0.language == language } ?? []
            return [
                "id": language.rawValue, "language": wording.language(language), "lang": language.rawValue,
                "examples": examples.map { VisibleText.line($0.text) }, "hasExamples": !examples.isEmpty,
                "counterexamples": counterexamples.map { VisibleText.line($0.text) }, "hasCounterexamples": !counterexamples.isEmpty,
            ]
        }
        return visit.page("intent", view)
    }
}
