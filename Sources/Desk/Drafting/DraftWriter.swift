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
    /// By language and visibility.
    private let sheets: [ReplySheet]
    private let holdings: [String: Int]
    private var cleanCompositions: Set<Composition> = []
    private var parts: [Composition: Part] = [:]
    /// By text of the library, a bit for each placeholder it names.
    private let named: [UInt8]

    /// Compositions and parts remembered at most.
    private static let mostRemembered = 1 << 12

    public init(library: ReplyLibrary, policy: Policy, brand: Brand, proofreader: Proofreader = Proofreader()) {
        self.library = library
        self.policy = policy
        self.brand = brand
        self.proofreader = proofreader
        let names = library.holdings
        named = library.entries.map { $0.template.placeholders.reduce(0) { $0 | 1 << UInt8($1.index) } }
        holdings = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        sheets = Language.ruled.flatMap { language in
            Message.Visibility.allCases.map { library.sheet(language, $0, intents: policy.intents.count, holdings: names) }
        }
    }

    /// What makes two drafts the same but for their values.
    fileprivate struct Composition: Hashable {
        var texts: SIMD16<UInt16>
        var known: UInt8
        var asked: UInt8
        var isDissatisfied: Bool
        /// Whether it goes on in the sentence of the text before it.
        var continues = false
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
        return write(message, understanding, decision, plan, used: &used)
    }

    /// A draft that answers `message` as if it asked for one intent and no other.
    public mutating func write(_ message: Message, _ understanding: Understanding, _ decision: Decision, as intent: Int) -> Draft? {
        var used = UsedTexts()
        let plan = DraftPlan(message, understanding, decision, as: intent, policy: policy, library: library)
        return write(message, understanding, decision, plan, used: &used)
    }

    private mutating func write(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, _ plan: DraftPlan, used: inout UsedTexts
    ) -> Draft? {
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
            findings: findings(text, assembly, composition, plan.language))
    }

    private static func sheet(_ language: Language, _ visibility: Message.Visibility) -> Int {
        (language == .english ? 2 : 0) + (visibility == .public ? 0 : 1)
    }

    private func values(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, _ plan: DraftPlan
    ) -> PlaceholderValues {
        var values = values(message, understanding, decision, language: plan.language)
        if !plan.asked.isEmpty {
            let names = plan.asked.compactMap { library.asked[$0]?[plan.language] }
            values[.asked] = names.joined(separator: plan.language == .english ? " and " : " et ")
        }
        return values
    }

    /// What is known without a plan: everything but what the customer is asked for.
    func values(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, language: Language
    ) -> PlaceholderValues {
        var values = PlaceholderValues()
        values[.brand] = brand.name
        values[.delay] = brand.answer(decision.team, decision.priority)?.words[language] ?? ""
        values[.name] = message.author?.name.flatMap { CustomerName.greeting($0) }
        guard message.visibility == .private else { return values }
        for entity in understanding.entities {
            guard let placeholder = Placeholder(filledBy: entity.kind), values[placeholder] == nil else { continue }
            values[placeholder] = EntityWording.words(entity, language)
        }
        return values
    }

    private mutating func findings(
        _ text: String, _ assembly: DraftAssembly, _ composition: Composition, _ language: Language
    ) -> [ProofFinding] {
        let channel = brand.channel(composition.channel)
        let limit = channel?.limit(composition.visibility)
        let isShort = limit.map { $0.unit.isAtMostBytes && assembly.bytes.count <= $0.most } ?? true
        if isShort, cleanCompositions.contains(composition) { return [] }
        var context = ProofContext(language: language, visibility: composition.visibility)
        context.register = brand.register
        context.typography = channel?.typography ?? .full
        context.isDissatisfied = composition.isDissatisfied
        context.allowsEmoji = channel?.allowsEmoji ?? false
        context.allowedPromises = brand.allowedPromises
        let isClean = isShort && isCleanByParts(assembly, composition, context)
        context.length = limit
        let findings = isClean ? [] : proofreader.findings(in: text, context)
        if findings.isEmpty {
            if cleanCompositions.count >= Self.mostRemembered { cleanCompositions.removeAll(keepingCapacity: true) }
            cleanCompositions.insert(composition)
        }
        return findings
    }

    /// Whether each text is clean, where one follows the other, and all of them in what is counted over a reply.
    ///
    /// False says nothing: then the reply is read as a whole.
    private mutating func isCleanByParts(_ assembly: DraftAssembly, _ composition: Composition, _ context: ProofContext) -> Bool {
        guard assembly.count > 1, assembly.count < assembly.taken.scalarCount else { return false }
        if parts.count >= Self.mostRemembered { parts.removeAll(keepingCapacity: true) }
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
    ) -> Part {
        var key = composition
        var mask: UInt8 = 0
        key.texts = SIMD16(repeating: .max)
        for (to, from) in places.enumerated() {
            key.texts[to] = composition.texts[from]
            mask |= named[Int(composition.texts[from])]
        }
        // Only what the texts name and what is not counted makes a difference to them.
        key.known &= mask
        if mask & 1 << UInt8(Placeholder.asked.index) == 0 { key.asked = 0 }
        key.isDissatisfied = false
        key.continues = continues
        if let known = parts[key] { return known }
        var context = context
        context.isDissatisfied = false
        let text = assembly.text(places)
        let part = Part(isClean: proofreader.findings(in: text, context).isEmpty, counts: ProofCounts(of: text, context))
        parts[key] = part
        return part
    }
}

/// What the proofreader says of one text of a draft, or of two that follow one another.
private struct Part: Sendable {
    let isClean: Bool
    let counts: ProofCounts
}

extension DraftAssembly {
    /// Whether the text before ends a sentence and this one starts the next.
    fileprivate func startsSentence(at place: Int) -> Bool {
        guard let first = bytes[Int(starts[place])...].first, let last = lastSign(before: place) else { return false }
        return first &- 0x41 < 26 && (last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
    }

    /// Whether the text goes on behind the comma of a greeting, on its line.
    fileprivate func continuesSentence(at place: Int) -> Bool {
        place > 0 && lastSign(before: place) == UInt8(ascii: ",") && bytes[Int(starts[place]) - 1] != UInt8(ascii: "\n")
    }

    private func lastSign(before place: Int) -> UInt8? { bytes[..<Int(starts[place])].last { $0 > 0x20 } }

    /// The draft from one text to another, as it stands.
    fileprivate func text(_ places: Range<Int>) -> String {
        let start = Int(starts[places.lowerBound])
        let end = places.upperBound < count ? Int(starts[places.upperBound]) : bytes.count
        let part = String(decoding: bytes[start..<end], as: UTF8.self)
        return places.upperBound < count ? String(part.drop(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)) : part
    }
}

extension StringProtocol {
    /// Without the characters at its end that satisfy `predicate`.
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
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
