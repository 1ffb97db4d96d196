import Desk

/// What a stored decision says of a message: what spoke for what, and the reasons in words.
struct DecisionReading: Sendable {
    /// One phrase that matched.
    struct Evidence: Hashable, Sendable {
        enum Owner: Hashable, Sendable {
            case intent(String, points: Int)
            case signal(String, level: Int)
        }

        let owner: Owner
        /// The phrase as its author wrote it.
        let phrase: String
        /// `file:line`
        let source: String
        let points: Int
        /// Scalars of the message.
        let span: Range<Int>
    }

    private(set) var evidence: [Evidence] = []
    private(set) var signals: [(name: String, level: Int)] = []
    private(set) var intents: [(name: String, points: Int)] = []
    private(set) var reasons: [String] = []

    init() {}

    /// Reads the line of a decision; what is not as expected is left out, since the line may be an older version's.
    init(line: [UInt8], scalars: Int) {
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
