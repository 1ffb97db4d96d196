/// What became of a draft, for those who judge the rules by it.
public enum DraftVerdict: String, Sendable, Hashable, CaseIterable {
    /// A colleague let the bot's text go as it was.
    case untouched
    /// A colleague let their own text go where the bot had proposed one.
    case edited
    /// A colleague let their own text go where the bot had proposed none.
    case written
    /// The bot's text was refused.
    case rejected
    /// It left without a person: the brand has opted in for its intent.
    case unreviewed
    /// A colleague answered by other means.
    case elsewhere

    /// Whether the customer was answered.
    public var isAnswer: Bool { self != .rejected }
    /// Whether a person let a reply go here.
    public var isReview: Bool { self == .untouched || self == .edited || self == .written }
    /// Whether it judges a text of the bot.
    public var judgesRule: Bool { self == .untouched || self == .edited || self == .rejected || self == .unreviewed }
}

/// A verdict as it is counted. Holds nothing of the customer.
public struct VerdictNote: Sendable, Hashable {
    public let verdict: DraftVerdict
    /// The draft; nil where the answer was given elsewhere.
    public let draft: Int64?
    public let rule: FigureRule
    public let at: Instant
    /// Since when the customer waited.
    public let waitsSince: Instant

    public init(_ verdict: DraftVerdict, of draft: Int64?, rule: FigureRule, at now: Instant, waitsSince: Instant) {
        self.verdict = verdict
        self.draft = draft
        self.rule = rule
        at = now
        self.waitsSince = waitsSince
    }
}

/// What proposed a draft: the intent that was recognised, and the templates, as drafts name them.
public struct FigureRule: Sendable, Hashable, Comparable {
    /// Empty where none was recognised.
    public let intent: String
    /// Empty where the bot had no text.
    public let template: String

    public init(intent: String?, template: String?) {
        self.intent = intent ?? ""
        self.template = template ?? ""
    }

    public static func < (left: FigureRule, right: FigureRule) -> Bool {
        (left.intent, left.template) < (right.intent, right.template)
    }
}

extension Case {
    /// What an effect of a change means for figures; nil for most.
    ///
    /// - Parameter proposed: The templates that the bot had last proposed for the question; asked where a colleague's text goes.
    public func verdict(of effect: ReviewEffect, at now: Instant, proposed: (Case) throws -> String?) rethrows -> VerdictNote? {
        guard let (verdict, template) = try verdict(of: effect, proposed: proposed) else { return nil }
        let rule = FigureRule(intent: intent, template: template)
        return VerdictNote(verdict, of: verdict == .elsewhere ? nil : draft?.id, rule: rule, at: now, waitsSince: waitsSince)
    }

    private func verdict(of effect: ReviewEffect, proposed: (Case) throws -> String?) rethrows -> (DraftVerdict, template: String?)? {
        switch effect {
        case .enqueue(let approval):
            guard let draft else { return nil }
            // Whoever is told that somebody will answer has no answer yet.
            if approval.promisedUntil != nil, ReplyLibrary.isHolding(draft.template) { return nil }
            if approval.by == Colleague.rules.name { return (.unreviewed, draft.template) }
            if draft.author == nil { return (.untouched, draft.template) }
            let template = try proposed(self)
            if approval.promisedUntil != nil, ReplyLibrary.isHolding(template) { return nil }
            return (template == nil ? .written : .edited, template)
        case .setDraft(_, .rejected):
            guard let draft, draft.author == nil else { return nil }
            return (.rejected, draft.template)
        case .record(.answeredElsewhere, _): return (.elsewhere, nil)
        case .setDraft, .addDraft, .withdraw, .cancel, .addNote, .record: return nil
        }
    }
}
