import IntentEngine

/// Reads what colleagues write as the bot's own drafts are read.
public struct ReplyProofreader: Sendable {
    private let proofreader: Proofreader
    private let brand: Brand
    private let promises: PromiseReader

    public init(brand: Brand, proofreader: Proofreader) {
        self.brand = brand
        self.proofreader = proofreader
        promises = PromiseReader(brand)
    }

    /// The edit that puts `text` in the place of a case's draft: with its plain faults of typography mended, and with what is
    /// still held against it.
    public func edit(_ text: String, of file: CaseFile) -> (action: ReviewAction, findings: [DraftFinding]) {
        let context = context(of: file)
        let mended = proofreader.corrected(text, context)
        let findings = proofreader.findings(in: mended, context).map(DraftFinding.init)
        return (.edit(text: mended, findings: findings), findings)
    }

    /// What is held against `text` as a reply to a case, as it stands and as it would be kept.
    public func read(_ text: String, of file: CaseFile) -> ReplyReading {
        let context = context(of: file)
        let limit = context.tightest(for: text)
        let unit = limit?.unit ?? brand.channel(file.case.conversation.channel)?.unit ?? .characters
        return ReplyReading(
            findings: proofreader.findings(in: proofreader.corrected(text, context), context), length: unit.length(of: text), unit: unit,
            most: limit?.most, smsParts: unit == .gsm7 ? unit.smsParts(of: text) : nil)
    }

    /// The approval of a case's draft at `now`, with what it promises.
    public func approval(
        of item: Case, note: String? = nil, acceptsFindings: Bool, delivery: String, at now: Instant
    ) -> ReviewAction {
        .approve(
            note: note, acceptsFindings: acceptsFindings, delivery: delivery,
            promise: item.draft.flatMap { promise(in: $0, of: item, at: now) })
    }

    /// The case as it is to be read at `now`: a time that its draft promises and that can no longer be kept is among the findings.
    public func reading(_ file: CaseFile, at now: Instant) -> CaseFile {
        guard let draft = file.case.draft, draft.isProposed, let finding = promise(in: draft, of: file.case, at: now)?.finding else {
            return file
        }
        var item = file.case
        item.draft = draft.holding(finding)
        let drafts = file.drafts.map { $0.id == draft.id ? $0.holding(finding) : $0 }
        return CaseFile(case: item, messages: file.messages, drafts: drafts, notes: file.notes, deliveries: file.deliveries)
    }

    private func promise(in draft: CaseDraft, of item: Case, at now: Instant) -> Promise? {
        promises.promise(
            in: draft.text, draft.language, template: draft.template, team: item.team, priority: item.priority, at: now)
    }

    private func context(of file: CaseFile) -> ProofContext {
        let item = file.case
        let channel = brand.channel(item.conversation.channel)
        let visibility = item.draft?.visibility ?? item.question.visibility
        var context = ProofContext(language: item.draft?.language ?? item.question.language, visibility: visibility)
        context.register = brand.register
        context.isDissatisfied = file.isDissatisfied
        context.typography = channel?.typography ?? .full
        context.length = channel?.limit(visibility)
        context.platformLength = channel?.platform.limit(visibility)
        context.allowsEmoji = channel?.allowsEmoji ?? false
        context.allowedPromises = brand.allowedPromises
        return context
    }
}

/// A reply as the proofreader and the channel see it.
public struct ReplyReading: Sendable, Hashable {
    /// In the text with its plain faults of typography mended, as it would be kept.
    public let findings: [ProofFinding]
    public let length: Int
    public let unit: LengthUnit
    /// What the channel takes at most.
    public let most: Int?
    /// Text messages it takes, where it leaves as such.
    public let smsParts: Int?
}
