public import IntentEngine

/// Composes every draft the library can give, so that linters and judges read what customers would.
public struct DraftRehearsal: Sendable {
    /// A composed draft, and the text it is there for.
    public struct Rehearsed: Sendable {
        public let entry: ReplyLibrary.Entry
        public let text: String
        public let language: Language
        public let visibility: Message.Visibility
        /// Placeholders that had a value.
        public let known: Set<Placeholder>
        public let isDissatisfied: Bool
        /// Whether it may leave without a person's having read it.
        public let leavesUnread: Bool
    }

    private let library: ReplyLibrary
    private let policy: Policy
    private let brand: Brand
    /// Whose frame and typography the drafts have; nil for the full ones.
    private let channel: ChannelSettings?
    private let texts: ReplySteps

    public init(library: ReplyLibrary, policy: Policy, brand: Brand, channel: ChannelSettings? = nil) {
        self.library = library
        self.policy = policy
        self.brand = brand
        self.channel = channel
        texts = ReplySteps(library)
    }

    /// Every text that answers × language × visibility × present and absent values. The blocks around it are taken in
    /// turn, so that each stands in some draft.
    public func drafts() -> [Rehearsed] {
        var drafts: [Rehearsed] = []
        for language in Language.ruled {
            for visibility in Message.Visibility.allCases where channel.map({ $0.limit(visibility) != nil }) ?? true {
                var turn = 0
                let sheet = library.sheet(language, visibility, intents: policy.intents.count, holdings: library.holdings)
                for purpose in purposes() {
                    for entry in library.entries(ReplyLibrary.Key(purpose, language, visibility)) {
                        for known in subsets(of: entry.template.placeholders.filter { !$0.isAlwaysKnown && $0 != .name }) {
                            drafts += compose(purpose, entry, known, language, visibility, sheet, turn)
                            turn += 1
                        }
                    }
                }
            }
        }
        return drafts
    }

    private func purposes() -> [ReplyLibrary.Purpose] {
        policy.intents.indices.map { .body($0) } + library.holdings.map { .holding($0) } + [.disclosure]
    }

    private func subsets(of placeholders: Set<Placeholder>) -> [Set<Placeholder>] {
        placeholders.sorted { $0.rawValue < $1.rawValue }.reduce([[]]) { sets, placeholder in
            sets + sets.map { $0.union([placeholder]) }
        }
    }

    /// With and without the customer's name, in each tone the intent can meet.
    private func compose(
        _ purpose: ReplyLibrary.Purpose, _ entry: ReplyLibrary.Entry, _ known: Set<Placeholder>, _ language: Language,
        _ visibility: Message.Visibility, _ sheet: ReplySheet, _ turn: Int
    ) -> [Rehearsed] {
        tones(of: purpose).enumerated().map { index, tone in
            let named = (turn + index) % 2 == 0 ? known.union([.name]) : known
            var values = PlaceholderValues()
            for placeholder in named { values[placeholder] = placeholder.sample(language) }
            values[.brand] = brand.name
            values[.delay] = delay(purpose, language)
            var asked: [String] = []
            if case .body(let intent) = purpose, visibility == .private {
                asked = policy.intents[intent].wants.filter { !known.contains($0) }.prefix(2).compactMap { library.asked[$0]?[language] }
            }
            var leavesUnread = false
            if case .body(let intent) = purpose {
                leavesUnread = policy.intents[intent].action == .send && tone != .sorry && tone != .upset
            }
            if !asked.isEmpty { values[.asked] = asked.joined(separator: language == .english ? " and " : " et ") }
            var assembly = DraftAssembly(
                texts: texts, sheet: sheet, visibility: visibility, channel: channel, seed: UInt64(turn + index), values: values)
            assembly.assemble(tone, fixed: entry.number, asks: !asked.isEmpty, discloses: leavesUnread)
            return Rehearsed(
                entry: entry, text: String(decoding: assembly.bytes, as: UTF8.self), language: language, visibility: visibility,
                known: named, isDissatisfied: tone == .sorry || tone == .upset, leavesUnread: leavesUnread)
        }
    }

    private func tones(of purpose: ReplyLibrary.Purpose) -> [Acknowledgement] {
        guard case .body(let number) = purpose else { return [.none] }
        let intent = policy.intents[number]
        if let fixed = intent.acknowledgement { return [fixed] }
        return intent.isProblem ? [.sorry, .upset] : [.neutral, .sorry, .upset, .kind]
    }

    private func delay(_ purpose: ReplyLibrary.Purpose, _ language: Language) -> String {
        if case .body(let number) = purpose {
            return brand.answer(policy.intents[number].team, policy.intents[number].priority)?.words[language] ?? ""
        }
        if case .holding(let name) = purpose, policy.signals.contains(where: { $0.isOnCall && $0.holding == name }) {
            return brand.onCall.words[language] ?? ""
        }
        return brand.answer(.customerService, .p2)?.words[language] ?? Placeholder.delay.sample(language)
    }
}
