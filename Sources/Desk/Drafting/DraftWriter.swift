public import IntentEngine

/// Builds replies from the brand's texts and has each one proofread.
///
/// A value with a memory of the compositions already found clean: texts are fixed and the values that fill them are
/// typed, so a composition is proofread once and not for every message.
public struct DraftWriter: Sendable {
    public let library: ReplyLibrary
    public let policy: Policy
    public let brand: Brand
    private let proofreader: Proofreader
    /// By language and visibility.
    private let sheets: [ReplySheet]
    private let holdings: [String: Int]
    private var cleanCompositions: Set<Composition> = []

    /// Compositions remembered at most; a library has a few thousand.
    private static let mostRemembered = 1 << 15

    public init(library: ReplyLibrary, policy: Policy, brand: Brand, proofreader: Proofreader = Proofreader()) {
        self.library = library
        self.policy = policy
        self.brand = brand
        self.proofreader = proofreader
        let names = library.holdings
        holdings = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        sheets = Language.ruled.flatMap { language in
            Message.Visibility.allCases.map { library.sheet(language, $0, intents: policy.intents.count, holdings: names) }
        }
    }

    /// What makes two drafts the same but for their values.
    private struct Composition: Hashable {
        let texts: SIMD8<UInt16>
        let known: UInt8
        let asked: UInt8
        let isDissatisfied: Bool
        let visibility: Message.Visibility
        let channel: String?
    }

    /// A draft for `message`, or nil when the brand has no text for it.
    ///
    /// - Parameter used: Texts this conversation has already had, which gains those of the draft.
    public mutating func write(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, used: inout UsedTexts
    ) -> Draft? {
        guard let plan = DraftPlan(message, understanding, decision, policy: policy, library: library, holdings: holdings) else {
            return nil
        }
        var assembly = DraftAssembly(
            entries: library.entries, sheet: sheets[Self.sheet(plan.language, message.visibility)], visibility: message.visibility,
            seed: StableHash.conversation(of: message))
        let values = values(message, understanding, decision, plan)
        guard assembly.assemble(plan, values, used: &used) else { return nil }
        let composition = Composition(
            texts: assembly.taken, known: values.knownMask, asked: plan.asked.reduce(0) { $0 | 1 << UInt8($1.index) },
            isDissatisfied: decision.polarity < 0, visibility: message.visibility, channel: message.channel)
        let text = String(decoding: assembly.bytes, as: UTF8.self)
        return Draft(
            text: text, language: plan.language, visibility: message.visibility, template: assembly.names,
            findings: findings(text, bytes: assembly.bytes.count, composition, plan.language))
    }

    private static func sheet(_ language: Language, _ visibility: Message.Visibility) -> Int {
        (language == .english ? 2 : 0) + (visibility == .public ? 0 : 1)
    }

    private func values(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, _ plan: DraftPlan
    ) -> PlaceholderValues {
        var values = PlaceholderValues()
        values[.brand] = brand.name
        values[.delay] = brand.answer(decision.team, decision.priority)?.words[plan.language] ?? ""
        values[.name] = message.author?.name.flatMap { CustomerName.greeting($0) }
        if !plan.asked.isEmpty {
            let names = plan.asked.compactMap { library.asked[$0]?[plan.language] }
            values[.asked] = names.joined(separator: plan.language == .english ? " and " : " et ")
        }
        guard message.visibility == .private else { return values }
        for entity in understanding.entities {
            guard let placeholder = Placeholder(filledBy: entity.kind), values[placeholder] == nil else { continue }
            values[placeholder] = EntityWording.words(entity, plan.language)
        }
        return values
    }

    private mutating func findings(_ text: String, bytes: Int, _ composition: Composition, _ language: Language) -> [ProofFinding] {
        let channel = brand.channel(composition.channel)
        let limit = channel?.limit(composition.visibility)
        let isShort = limit.map { $0.unit.isAtMostBytes && bytes <= $0.most } ?? true
        if isShort, cleanCompositions.contains(composition) { return [] }
        var context = ProofContext(language: language, visibility: composition.visibility)
        context.register = brand.register
        context.typography = channel?.typography ?? .full
        context.length = limit
        context.isDissatisfied = composition.isDissatisfied
        context.allowsEmoji = channel?.allowsEmoji ?? false
        context.allowedPromises = brand.allowedPromises
        let findings = proofreader.findings(in: text, context)
        if findings.isEmpty, cleanCompositions.count < Self.mostRemembered { cleanCompositions.insert(composition) }
        return findings
    }
}

extension PlaceholderValues {
    /// One bit for each placeholder that has a value.
    var knownMask: UInt8 {
        Placeholder.allCases.reduce(0) { $0 | (self[$1] == nil ? 0 : 1 << UInt8($1.index)) }
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
