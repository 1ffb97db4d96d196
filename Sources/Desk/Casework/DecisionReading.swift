/// What a stored decision says of a message: what spoke for what, what was read out of it, and the reasons in words.
public struct DecisionReading: Sendable {
    /// One phrase that matched.
    public struct Evidence: Hashable, Sendable {
        public enum Owner: Hashable, Sendable {
            case intent(String, points: Int)
            case signal(String, level: Int)
        }

        public let owner: Owner
        /// The phrase as its author wrote it.
        public let phrase: String
        /// `file:line`
        public let source: String
        public let points: Int
        /// Scalars of the message.
        public let span: Range<Int>

        public init(owner: Owner, phrase: String, source: String, points: Int, span: Range<Int>) {
            self.owner = owner
            self.phrase = phrase
            self.source = source
            self.points = points
            self.span = span
        }
    }

    /// A value in the message, in its normal form, or as it is masked.
    public struct Value: Hashable, Sendable {
        public let kind: String
        public let text: String
    }

    public private(set) var evidence: [Evidence] = []
    public private(set) var signals: [(name: String, level: Int)] = []
    public private(set) var intents: [(name: String, points: Int)] = []
    /// Intents that were considered and did not stand, best first.
    public private(set) var candidates: [(name: String, points: Int)] = []
    public private(set) var values: [Value] = []
    public private(set) var reasons: [String] = []
    /// −2 very dissatisfied … +2 very satisfied.
    public private(set) var polarity = 0

    public init() {}

    /// Reads the line of a decision; what is not as expected is left out, since the line may be an older version's.
    ///
    /// - Parameter scalars: How many the message has; evidence beyond them is left out.
    public init(line: [UInt8], scalars: Int) {
        guard let root = try? JSONDocument(line).root else { return }
        for intent in root["intents"]?.elements ?? [] {
            guard let name = intent["name"]?.string else { continue }
            let points = intent["points"]?.integer ?? 0
            intents.append((name, points))
            append(intent["evidence"], .intent(name, points: points), scalars)
        }
        for signal in root["signals"]?.elements ?? [] {
            guard let name = signal["name"]?.string else { continue }
            let level = signal["level"]?.integer ?? 1
            signals.append((name, level))
            append(signal["evidence"], .signal(name, level: level), scalars)
        }
        candidates = (root["candidates"]?.elements ?? []).compactMap { candidate in
            candidate["name"]?.string.map { ($0, candidate["points"]?.integer ?? 0) }
        }
        for entity in root["entities"]?.elements ?? [] {
            guard let kind = entity["kind"]?.string, let text = entity["value"]?.string else { continue }
            values.append(Value(kind: kind, text: text))
        }
        polarity = root["polarity"]?.integer ?? 0
        reasons = (root["reasons"]?.elements ?? []).compactMap(\.string)
    }

    private mutating func append(_ list: JSONNode?, _ owner: Evidence.Owner, _ scalars: Int) {
        for item in list?.elements ?? [] {
            let span = (item["span"]?.elements ?? []).compactMap(\.integer)
            guard span.count == 2, span[0] >= 0, span[0] < span[1], span[1] <= scalars else { continue }
            evidence.append(
                Evidence(
                    owner: owner, phrase: item["phrase"]?.string ?? "", source: item["source"]?.string ?? "",
                    points: item["points"]?.integer ?? 0, span: span[0]..<span[1]))
        }
    }
}
