public import IntentEngine

/// Every text a draft can be built from, read and numbered.
public struct ReplyLibrary: Sendable {
    /// One text for one place in a draft.
    public struct Entry: Sendable {
        /// Position in the library: what a conversation remembers as used.
        public let number: Int
        /// `track_order/fr/private/1`, `block/greeting/fr/public/2`.
        public let name: String
        public let template: Template
        public let place: SourcePlace
        /// Whether it is a part of every draft and not an answer.
        public let isBlock: Bool
    }

    /// Where a text belongs.
    public struct Key: Sendable, Hashable {
        public let purpose: Purpose
        public let language: Language
        public let visibility: Message.Visibility

        public init(_ purpose: Purpose, _ language: Language, _ visibility: Message.Visibility) {
            self.purpose = purpose
            self.language = language
            self.visibility = visibility
        }
    }

    public enum Purpose: Sendable, Hashable {
        case greeting
        case acknowledgement(Acknowledgement)
        /// The answer to an intent, by its number in the rulebook.
        case body(Int)
        /// Leads from the first point to the second.
        case also
        case request
        /// Tells that no person wrote it; stands in what leaves unread.
        case disclosure
        case closing
        case signature
        /// Said while a person prepares the answer, by the name policy gives it.
        case holding(String)
    }

    public private(set) var entries: [Entry] = []
    private var numbers: [Key: [Int]] = [:]
    /// How each thing asked for is called: « votre numéro de commande ».
    public var asked: [Placeholder: [Language: String]] = [:]

    /// How the names of holding replies begin.
    private static let holdingPrefix = "block/holding"

    /// Whether one of the texts that a draft names is a holding reply.
    static func isHolding(_ template: String?) -> Bool {
        template?.split(separator: "+").contains { $0.hasPrefix(holdingPrefix) } ?? false
    }

    public init() {}

    /// The texts for one place, in the order they were written.
    public func entries(_ key: Key) -> [Entry] { numbers[key]?.map { entries[$0] } ?? [] }

    /// Every place that has a text.
    public var keys: [Key] { Array(numbers.keys) }

    public mutating func add(_ template: Template, to key: Key, name: String, place: SourcePlace) {
        let isBlock = name.hasPrefix("block/") && !name.hasPrefix(Self.holdingPrefix)
        entries.append(Entry(number: entries.count, name: name, template: template, place: place, isBlock: isBlock))
        numbers[key, default: []].append(entries.count - 1)
    }

    /// The texts of one language and visibility, laid out so that choosing one takes no look-up by name.
    func sheet(_ language: Language, _ visibility: Message.Visibility, intents: Int, holdings: [String]) -> ReplySheet {
        func numbers(_ purpose: Purpose) -> [Int] { self.numbers[Key(purpose, language, visibility)] ?? [] }
        return ReplySheet(
            greeting: numbers(.greeting), acknowledgements: Acknowledgement.allCases.map { numbers(.acknowledgement($0)) },
            bodies: (0..<intents).map { numbers(.body($0)) }, also: numbers(.also), request: numbers(.request),
            disclosure: numbers(.disclosure), closing: numbers(.closing), signature: numbers(.signature),
            shortSignature: self.numbers[Key(.signature, language, .public)] ?? [], holdings: holdings.map { numbers(.holding($0)) })
    }

    /// Names of the holding replies, in order.
    public var holdings: [String] {
        Set(numbers.keys.compactMap { if case .holding(let name) = $0.purpose { name } else { nil } }).sorted()
    }
}

/// The first sentence behind the greeting: thanks, or regret that admits nothing.
public enum Acknowledgement: String, Sendable, Hashable, CaseIterable {
    case none, neutral, sorry, upset
    /// Joy at praise; neutral where the brand has no words for it.
    case kind
}
