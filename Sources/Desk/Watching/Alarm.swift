/// It rang: more customers than usual are dissatisfied with the same, on one account.
///
/// Counts only; nothing of any customer is in it. It stands until a person thaws the account or ends it.
public struct Alarm: Sendable, Hashable {
    /// Its number in the store; 0 before it has one.
    public var number: Int64 = 0
    public let topic: ComplaintTopic
    /// Distinct authors of dissatisfied messages in the window.
    public let authors: Int
    /// How many there are in such a window otherwise.
    public let usual: Double
    /// Seconds.
    public let window: Int
    public let at: Instant
    /// What it says, in the desk's language: the reason for which the account is frozen.
    public let words: String

    /// - Parameter title: What the customers want, as the desk calls it; nil where nothing was recognised.
    public init(_ topic: ComplaintTopic, authors: Int, usual: Double, window: Int, at now: Instant, title: String?, isFrench: Bool) {
        self.init(
            number: 0, topic, authors: authors, usual: usual, window: window, at: now,
            words: Self.words(topic, title, authors: authors, usual: usual, minutes: window / 60, isFrench: isFrench))
    }

    /// One that is kept.
    public init(number: Int64, _ topic: ComplaintTopic, authors: Int, usual: Double, window: Int, at now: Instant, words: String) {
        self.number = number
        self.topic = topic
        self.authors = authors
        self.usual = usual
        self.window = window
        at = now
        self.words = words
    }

    /// Who freezes. The name is no person's: `UserName` refuses it.
    public static let name = "alarm"

    /// The freeze that keeps back what nobody has read.
    public var freeze: Freeze { Freeze(by: Self.name, at: at, reason: words, door: topic.door, reach: .unreviewed) }

    private static func words(
        _ topic: ComplaintTopic, _ title: String?, authors: Int, usual: Double, minutes: Int, isFrench: Bool
    ) -> String {
        let place = "\(topic.door.channel)/\(topic.door.account)"
        let tenths = Int((usual * 10).rounded())
        if isFrench {
            let subject = title.map { "au sujet de «\u{A0}\($0)\u{A0}»" } ?? "sans demande reconnue"
            return "\(authors)\u{A0}personnes mécontentes \(subject) sur \(place) en \(minutes)\u{A0}min\u{202F}; "
                + "\(tenths / 10),\(tenths % 10) d’ordinaire"
        }
        let subject = title.map { "about “\($0)”" } ?? "without a recognised request"
        return "\(authors) people dissatisfied \(subject) on \(place) within \(minutes) min; \(tenths / 10).\(tenths % 10) as a rule"
    }
}
