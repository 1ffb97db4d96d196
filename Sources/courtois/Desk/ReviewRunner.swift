import ArgumentParser
import Desk
import SQLiteStore

/// Applies one change from the command line, and says what became of it.
struct ReviewRunner {
    let store: SQLiteStore
    let colleague: Colleague

    /// Applies `action` to the case that was named; a refusal is said with what to do about it, and ends the program with 1.
    func run(_ action: ReviewAction, on named: CaseArgument, json: Bool) async throws {
        if action.name.needsVersion, named.version == nil {
            throw ValidationError("name the version you saw, as in \(named.number)@3: “courtois show \(named.number)” tells it.")
        }
        let now = SystemClock.now()
        let change = ReviewChange(named.number, version: named.version, action, by: colleague, at: now)
        let result = try await StoreOption.saying { () async throws(StoreFailure) in try await store.review(change) }
        switch result {
        case .success(let item):
            if json {
                var writer = CaseWriter(now: now)
                writer.write(item)
                var output = writer.output
                _ = Terminal.write(&output, to: .output)
            } else {
                let view = CaseView(style: Style(isOn: Terminal.wantsColour(.output)), now: now)
                Terminal.write("Case \(item.number)@\(item.version): \(view.state(item))\n", to: .output)
            }
        case .failure(let refusal):
            Terminal.write("courtois: \(RefusalText(refusal, case: named.number).text)\n", to: .error)
            throw ExitCode(1)
        }
    }
}

/// A refusal in words, with the remedy.
struct RefusalText {
    let text: String

    init(_ refusal: ReviewRefusal, case number: Int64) {
        text =
            switch refusal {
            case .noSuchCase: "there is no case \(number)"
            case .stale(let change): Self.stale(change, number)
            case .notAllowed(let name, let role): "“\(name.rawValue)” needs the role \(role.rawValue)"
            case .claimed(let claim):
                "\(TextRenderer.oneLine(claim.by)) holds the case until \(claim.until?.utc ?? "they let go of it"); a manager may act all the same"
            case .takenOver(let name): "\(TextRenderer.oneLine(name)) leads the conversation by other means; it must be given back first"
            case .noDraft: "no draft waits; write one with “courtois edit”"
            case .needsSecondReader(let name):
                "the case needs a second reader: \(TextRenderer.oneLine(name)) wrote the text and cannot let it go"
            case .hasFindings(let findings): Self.findings(findings)
            case .tooLateToUndo: "the reply has left, or is leaving"
            case .notNow(let name, let status): "the case is \(status.rawValue): “\(name.rawValue)” does nothing there"
            case .isEmpty(let name): "“\(name.rawValue)” needs a text that is not empty"
            case .noSuchColleague(let name):
                "nobody here is called “\(TextRenderer.oneLine(name))” — “courtois user list” names everybody who can hold a case"
            case .onlyReads(let name):
                "“\(TextRenderer.oneLine(name))” only reads — give the case to a reviewer; “courtois user list” names them"
            case .tooLong(_, let most): "the text is longer than \(most) bytes"
            }
    }

    private static func stale(_ change: ReviewRefusal.StaleChange, _ number: Int64) -> String {
        var lines = ["the case has changed: you saw version \(change.seen), it is now \(number)@\(change.current)"]
        lines += block("What you acted on:", change.yours)
        lines += block("What is there now:", change.theirs)
        return lines.joined(separator: "\n")
    }

    private static func block(_ title: String, _ text: String?) -> [String] {
        [title] + TextRenderer.safe(text ?? "(no draft)").split(separator: "\n", omittingEmptySubsequences: false).map { "  │ \($0)" }
    }

    private static func findings(_ findings: [DraftFinding]) -> String {
        let isFinal = findings.contains(where: \.isFinal)
        let remedy = isFinal ? "edit it" : "edit it, or let it go knowingly with --accept-findings"
        return
            (["the proofreader holds something against the draft; \(remedy):"] + findings.map { "  \($0.rule): \($0.cause) — \($0.remedy)" })
            .joined(separator: "\n")
    }
}
