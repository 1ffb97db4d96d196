public import IntentEngine

/// Builds replies from the brand's texts and has each one proofread.
///
/// A value with a memory of what was already found clean: texts are fixed and the values that fill them are typed, so
/// that each is proofread once, and not for every message. What is counted over a whole reply (apologies, questions…) is
/// counted by text.
public struct DraftWriter: Sendable {
    public let library: ReplyLibrary
    public let policy: Policy
    public let brand: Brand
    private let proofreader: Proofreader
    private let texts: ReplySteps
    /// By language and visibility.
    private let sheets: [ReplySheet]
    private let holdings: HoldingNumbers
    private let asking: AskedWords
    private let answers: AnswerTable
    private let channels: ChannelTable
    private var parts = ProofMemory()
    private var wholes: [Composition: Whole] = [:]
    /// Memory for the values of the next draft.
    private var memory = PlaceholderValues()

    /// Compositions remembered at most.
    private static let mostRemembered = 1 << 12

    public init(library: ReplyLibrary, policy: Policy, brand: Brand, proofreader: Proofreader = Proofreader()) {
        self.library = library
        self.policy = policy
        self.brand = brand
        self.proofreader = proofreader
        let names = library.holdings
        texts = ReplySteps(library)
        holdings = HoldingNumbers(policy, names: names)
        asking = AskedWords(library)
        answers = AnswerTable(brand)
        channels = ChannelTable(brand)
        sheets = Language.ruled.flatMap { language in
            Message.Visibility.allCases.map { library.sheet(language, $0, intents: policy.intents.count, holdings: names) }
        }
    }

    /// What makes two drafts the same but for their values.
    private struct Composition: Hashable {
        let texts: SIMD16<UInt16>
        let known: UInt8
        let asked: UInt8
        let isDissatisfied: Bool
        let leavesUnread: Bool
        let channel: Int
    }

    /// What the proofreader said of a draft as a whole.
    private enum Whole {
        case clean
        /// Holds for these very words: findings have places.
        case faulty([UInt8], [ProofFinding])
    }

    /// A draft for `message`, or nil when the brand has no text for it.
    ///
    /// - Parameter used: Texts this conversation has already had, which gains those of the draft.
    public mutating func write(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, used: inout UsedTexts
    ) -> Draft? {
        guard let plan = DraftPlan(message, understanding, decision, policy: policy, holdings: holdings, asking: asking) else {
            return nil
        }
        return write(message, understanding, decision, plan, used: &used)
    }

    /// A draft that answers `message` as if it asked for one intent and no other.
    public mutating func write(_ message: Message, _ understanding: Understanding, _ decision: Decision, as intent: Int) -> Draft? {
        var used = UsedTexts()
        let plan = DraftPlan(message, understanding, decision, as: intent, policy: policy, asking: asking)
        return write(message, understanding, decision, plan, used: &used)
    }

    private mutating func write(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, _ plan: DraftPlan, used: inout UsedTexts
    ) -> Draft? {
        var values = exchange(&memory, with: PlaceholderValues())
        defer { memory = values }
        values.removeAll()
        fill(&values, message, understanding, decision, language: plan.language)
        if !plan.asked.isEmpty { values.set(.asked) { writeAsked(plan, to: &$0) } }
        let channel = channels.number(of: message.channel)
        var assembly = DraftAssembly(
            texts: texts, sheet: sheets[Self.sheet(plan.language, message.visibility)], visibility: message.visibility,
            channel: channels[channel], seed: StableHash.conversation(of: message), values: values)
        guard assembly.assemble(plan, used: &used) else { return nil }
        let composition = Composition(
            texts: assembly.taken, known: values.known, asked: (plan.asked.first?.bit ?? 0) | (plan.asked.second?.bit ?? 0),
            isDissatisfied: decision.polarity < 0, leavesUnread: plan.discloses, channel: channel)
        return Draft(
            utf8: assembly.bytes, language: plan.language, visibility: message.visibility, template: assembly.names,
            findings: findings(assembly, composition, plan.language, message.visibility))
    }

    private static func sheet(_ language: Language, _ visibility: Message.Visibility) -> Int {
        (language == .english ? 2 : 0) + (visibility == .public ? 0 : 1)
    }

    private func writeAsked(_ plan: DraftPlan, to bytes: inout [UInt8]) -> Bool {
        if let first = plan.asked.first, let words = asking[first, plan.language] { bytes.append(contentsOf: words.utf8) }
        if let second = plan.asked.second, let words = asking[second, plan.language] {
            bytes.literal(plan.language == .english ? " and " : " et ")
            bytes.append(contentsOf: words.utf8)
        }
        return true
    }

    /// What is known without a plan: everything but what the customer is asked for.
    func values(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, language: Language
    ) -> PlaceholderValues {
        var values = PlaceholderValues()
        fill(&values, message, understanding, decision, language: language)
        return values
    }

    private func fill(
        _ values: inout PlaceholderValues, _ message: Message, _ understanding: Understanding, _ decision: Decision, language: Language
    ) {
        values.set(.brand, to: brand.name)
        values.set(.delay) { bytes in
            if decision.isOnCall {
                answers.appendOnCallWords(language, to: &bytes)
            } else {
                answers.appendWords(
                    decision.team, decision.priority, language, sent: message.sentAt, due: decision.due, to: &bytes)
            }
            return true
        }
        // In public, nothing that tells who writes or about what.
        guard message.visibility == .private else { return }
        if let name = message.author?.name { values.set(.name) { CustomerName.write(name, to: &$0) } }
        for entity in understanding.entities {
            guard let placeholder = Placeholder(filledBy: entity.kind), !values.knows(placeholder) else { continue }
            values.set(placeholder) { EntityWording.write(entity, language, to: &$0) }
        }
    }

    // MARK: Proofreading

    private mutating func findings(
        _ assembly: DraftAssembly, _ composition: Composition, _ language: Language, _ visibility: Message.Visibility
    ) -> [ProofFinding] {
        let channel = channels[composition.channel]
        let (limit, platform) = (channel?.limit(visibility), channel?.platform.limit(visibility))
        let isShort = Self.isShort(assembly, limit) && Self.isShort(assembly, platform)
        var context = ProofContext(language: language, visibility: visibility)
        context.register = brand.register
        context.typography = channel?.typography ?? .full
        context.isDissatisfied = composition.isDissatisfied
        context.leavesUnread = composition.leavesUnread
        context.allowsEmoji = channel?.allowsEmoji ?? false
        context.allowedPromises = brand.allowedPromises
        if isShort, isCleanByParts(assembly, composition, context) { return [] }
        switch wholes[composition] {
        case .clean where isShort: return []
        case .faulty(assembly.bytes, let findings): return findings
        default: break
        }
        context.length = limit
        context.platformLength = platform
        let findings = proofreader.findings(in: String(decoding: assembly.bytes, as: UTF8.self), context)
        if wholes.count >= Self.mostRemembered { wholes.removeAll(keepingCapacity: true) }
        wholes[composition] = findings.isEmpty ? .clean : .faulty(assembly.bytes, findings)
        return findings
    }

    /// Whether a draft is within a limit by its bytes alone; false says nothing.
    private static func isShort(_ assembly: DraftAssembly, _ limit: LengthLimit?) -> Bool {
        guard let limit else { return true }
        return limit.unit.isAtMostBytes && assembly.bytes.count <= limit.most
    }

    /// Whether each text is clean, where one follows the other, and all of them in what is counted over a reply.
    ///
    /// False says nothing: then the reply is read as a whole.
    private mutating func isCleanByParts(_ assembly: DraftAssembly, _ composition: Composition, _ context: ProofContext) -> Bool {
        guard assembly.count > 1, assembly.count < assembly.taken.scalarCount else { return false }
        var sum = ProofCounts()
        for place in 0..<assembly.count {
            let continues = assembly.continuesSentence(at: place)
            let own = part(place..<place + 1, continues: continues, assembly, composition, context)
            sum += own.counts
            // A text that goes on in the sentence before it is read with that one; behind a full stop a new sentence
            // starts, and no rule looks over it.
            guard continues || own.isClean else { return false }
            if place == 0 || assembly.startsSentence(at: place) { continue }
            guard part(place - 1..<place + 1, continues: false, assembly, composition, context).isClean else { return false }
        }
        return sum.isAllowed(context)
    }

    private mutating func part(
        _ places: Range<Int>, continues: Bool, _ assembly: DraftAssembly, _ composition: Composition, _ context: ProofContext
    ) -> ProofMemory.Part {
        let first = composition.texts[places.lowerBound]
        let next = places.count > 1 ? composition.texts[places.upperBound - 1] : nil
        let named = texts.placeholders(of: Int(first)) | (next.map { texts.placeholders(of: Int($0)) } ?? 0)
        // Only what the texts name and what is not counted makes a difference to them.
        let key = ProofMemory.Key(
            first, next, known: composition.known & named, asked: named & Placeholder.asked.bit == 0 ? 0 : composition.asked,
            continues: continues, unread: composition.leavesUnread, channel: composition.channel)
        if let known = parts[key] { return known }
        var context = context
        context.isDissatisfied = false
        let text = ProofText(assembly.text(places), context.language)
        let part = ProofMemory.Part(isClean: proofreader.findings(in: text, context).isEmpty, counts: ProofCounts(of: text))
        parts.remember(part, key)
        return part
    }
}

extension LengthUnit {
    /// Whether a text never has more of this unit than UTF-8 bytes. Septets of an SMS and X's weights may be more.
    fileprivate var isAtMostBytes: Bool {
        switch self {
        case .characters, .utf16, .bytes, .scalars: true
        case .x, .gsm7: false
        }
    }
}
