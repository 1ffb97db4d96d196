import Desk
import HTTPTypes

extension Problem {
    // MARK: At the door

    static let noToken = Problem(
        .noToken, "Show a token in the Authorization header, as “Bearer courtois_…”; “courtois token create” makes one.",
        headers: [.wwwAuthenticate: #"Bearer realm="courtois""#])

    /// One text whatever is wrong with it.
    static let wrongToken = Problem(
        .wrongToken, "The token is unknown, expired or revoked.",
        headers: [.wwwAuthenticate: #"Bearer realm="courtois", error="invalid_token""#])

    static func lacks(_ scope: Scope) -> Problem {
        Problem(
            .insufficientScope, "The token lacks the scope \(scope.rawValue).",
            [.init(name: "scope", value: .string(scope.rawValue))],
            headers: [.wwwAuthenticate: #"Bearer realm="courtois", error="insufficient_scope", scope="\#(scope.rawValue)""#])
    }

    static func tooOften(_ milliseconds: Int) -> Problem {
        Problem(
            .tooOften, "The token has had its share of requests for now.", headers: [.retryAfter: String((milliseconds + 999) / 1000)])
    }

    // MARK: The request

    static func nothing(_ what: String) -> Problem { Problem(.notFound, what) }

    static func parameter(_ name: String, _ rule: String) -> Problem {
        Problem(.badRequest, "“\(name)” \(rule).", [.init(name: "parameter", value: .string(name))])
    }

    static func invalid(_ mistakes: [BodyMistake]) -> Problem {
        let errors = mistakes.map { mistake in
            JSONValue.object(["pointer": .string(mistake.pointer), "detail": .string(mistake.detail)])
        }
        return Problem(.invalidBody, mistakes.first?.detail ?? "", [.init(name: "errors", value: .array(errors))])
    }

    static let versionNeeded = Problem(
        .versionNeeded, "Name the version you saw in If-Match, as GET gives it in ETag and “version”, such as \"3\".")

    // MARK: The desk

    /// Stores tell their operators more than their clients.
    init(_ failure: StoreFailure) {
        if case .unfit = failure {
            self.init(.invalidBody, "The store cannot keep this as it is.", [.init(name: "errors", value: .array([]))])
        } else {
            self.init(
                .notReady, "The store cannot be used at the moment (\(failure.label)); nothing was changed.", headers: [.retryAfter: "10"])
        }
    }

    /// - Parameter showsTexts: Whether who asks may read drafts.
    init(_ refusal: ReviewRefusal, showsTexts: Bool) {
        switch refusal {
        case .noSuchCase: self = .noCase
        case .stale(let change): self = Self.stale(change, showsTexts: showsTexts)
        case .notAllowed(_, let role):
            self.init(.roleNeeded, "This needs the role \(role.rawValue).", [.init(name: "role", value: .string(role.rawValue))])
        case .claimed(let claim):
            self.init(
                .claimed, "A colleague holds the case; a manager may act all the same.",
                [
                    .init(name: "claimed_by", value: .string(claim.by)),
                    .init(name: "claimed_until", value: claim.until.map { .string($0.utc) } ?? .null),
                ])
        case .takenOver(let name):
            self.init(
                .takenOver, "A colleague leads the conversation by other means; it must be given back first.",
                [.init(name: "taken_over_by", value: .string(name))])
        case .noDraft: self.init(.noDraft, "There is no draft that waits; write one.")
        case .needsSecondReader(let name):
            self.init(
                .secondReaderNeeded, "Who wrote the text of a sensitive case cannot let it go.",
                [.init(name: "author", value: .string(name))])
        case .hasFindings(let findings): self = Self.findings(findings)
        case .tooLateToUndo: self.init(.tooLateToUndo, "The reply has left, or is leaving.")
        case .notNow(let name, let status):
            self.init(
                .notNow, "The case is \(status.rawValue): “\(name.rawValue)” does nothing there.",
                [.init(name: "case_status", value: .string(status.rawValue))])
        case .noSuchColleague: self = .invalid([BodyMistake(pointer: "/to", detail: "nobody of that name works here")])
        case .onlyReads:
            self = .invalid([BodyMistake(pointer: "/to", detail: "that person only reads; give the case to a reviewer")])
        case .isEmpty: self = .invalid([BodyMistake(pointer: "", detail: "a text is missing or blank")])
        case .tooLong(_, let most): self = .invalid([BodyMistake(pointer: "", detail: "a text is longer than \(most) bytes")])
        }
    }

    static let noCase = Problem(.notFound, "There is no such case.")

    private static func stale(_ change: ReviewRefusal.StaleChange, showsTexts: Bool) -> Problem {
        var members: [JSONValue.Member] = [
            .init(name: "seen_version", value: .number(change.seen)), .init(name: "version", value: .number(change.current)),
        ]
        if showsTexts {
            members.append(.init(name: "yours", value: change.yours.map { .string($0) } ?? .null))
            members.append(.init(name: "theirs", value: change.theirs.map { .string($0) } ?? .null))
        }
        return Problem(
            .stale, "The case has changed since version \(change.seen): look at version \(change.current), then decide again.", members,
            headers: [.eTag: VersionTag.text(change.current)])
    }

    private static func findings(_ findings: [DraftFinding]) -> Problem {
        let remedy = findings.contains(where: \.isFinal) ? "edit it" : "edit it, or let it go knowingly with “accept_findings”"
        return Problem(
            .hasFindings, "The proofreader holds something against the draft; \(remedy).",
            [
                .init(
                    name: "findings",
                    value: .array(
                        findings.map { finding in
                            .object([
                                "rule": .string(finding.rule), "cause": .string(finding.cause), "remedy": .string(finding.remedy),
                            ])
                        }))
            ])
    }
}
