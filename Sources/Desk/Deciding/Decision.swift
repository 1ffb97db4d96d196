public import IntentEngine

/// What the desk makes of a message: disposition, owner, clock, reasons and a draft.
public struct Decision: Sendable {
    public var disposition: Disposition
    public var team: Team
    public var priority: Priority
    /// When a person must have answered; nil without a time the message was sent.
    public var due: Instant?
    /// Whether it is for whoever is on call: due at any hour.
    var isOnCall = false
    /// Whether an alarm stands for what its dissatisfied author writes about.
    var isAlarmed = false
    /// From −2 very dissatisfied to +2 very satisfied.
    public var polarity: Int
    /// Sum of the rubric; 30 asks for a careful reader, 60 for a person.
    public var complexity: Int
    /// From 0 none to 4 abusive.
    public var anger: Int
    /// The reasons as they are written out: JSON strings with commas between them.
    let reasonsJSON: [UInt8]
    public var draft: Draft?

    public init(
        disposition: Disposition, team: Team, priority: Priority, due: Instant?, polarity: Int, complexity: Int, anger: Int,
        reasons: [String], draft: Draft?
    ) {
        var line = LineWriter(room: 256)
        for reason in reasons {
            if line.count > 0 { line.append(UInt8(ascii: ",")) }
            line.string(reason)
        }
        self.init(
            disposition: disposition, team: team, priority: priority, due: due, polarity: polarity, complexity: complexity,
            anger: anger, reasonsJSON: Array(line.written), draft: draft)
    }

    init(
        disposition: Disposition, team: Team, priority: Priority, due: Instant?, polarity: Int, complexity: Int, anger: Int,
        reasonsJSON: [UInt8], draft: Draft?
    ) {
        self.disposition = disposition
        self.team = team
        self.priority = priority
        self.due = due
        self.polarity = polarity
        self.complexity = complexity
        self.anger = anger
        self.reasonsJSON = reasonsJSON
        self.draft = draft
    }

    /// Sentences in the message's language, read anew every time they are asked for.
    public var reasons: [String] {
        reasonsJSON.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes)
            var reasons: [String] = []
            while !scanner.isAtEnd, let reason = try? scanner.string("reasons") {
                reasons.append(reason)
                scanner.step()
            }
            return reasons
        }
    }
}

/// A reply proposed to a person.
public struct Draft: Sendable, Hashable {
    /// The text in UTF-8, as it was put together and as it is written out.
    let utf8: [UInt8]
    public let language: Language
    public let visibility: Message.Visibility
    /// The templates it was built from, such as `track_order/fr/2`.
    public let template: String
    /// What the proofreader holds against it. Never empty when anything is wrong, and such a draft is never sent on
    /// without a person.
    public let findings: [ProofFinding]

    public init(
        text: String, language: Language, visibility: Message.Visibility, template: String, findings: [ProofFinding]
    ) {
        self.init(utf8: Array(text.utf8), language: language, visibility: visibility, template: template, findings: findings)
    }

    init(utf8: [UInt8], language: Language, visibility: Message.Visibility, template: String, findings: [ProofFinding]) {
        self.utf8 = utf8
        self.language = language
        self.visibility = visibility
        self.template = template
        self.findings = findings
    }

    /// Made anew every time it is asked for.
    public var text: String { String(decoding: utf8, as: UTF8.self) }
}
