public import IntentEngine

/// Who speaks, and what they promise.
public struct Brand: Sendable {
    public var name: String
    public var register: Register
    public var openingHours: OpeningHours
    /// How soon a person answers, by priority, unless a team has its own times.
    public var answers: [Priority: AnswerTime]
    public var teams: [Team: TeamSettings]
    /// How soon whoever is on call says something to people in danger, at any hour: the language study's § 5.2, 15 minutes.
    public var onCall = AnswerTime(minutes: 15, words: [.french: "sans délai", .english: "right away"])
    /// Limits by channel name; `default` holds for those not named.
    public var channels: [String: ChannelSettings]
    /// Phrases of the never-say lists that this brand may say.
    public var allowedPromises: Set<String>
    /// Words that are spelt right although no dictionary has them.
    public var acceptedWords: [String] = []
    /// Language answered in when the message does not tell.
    public var defaultLanguage: Language

    public init(
        name: String, register: Register = .vous, openingHours: OpeningHours, answers: [Priority: AnswerTime] = [:],
        teams: [Team: TeamSettings] = [:], channels: [String: ChannelSettings] = [:], allowedPromises: Set<String> = [],
        defaultLanguage: Language = .french
    ) {
        self.name = name
        self.register = register
        self.openingHours = openingHours
        self.answers = answers
        self.teams = teams
        self.channels = channels
        self.allowedPromises = allowedPromises
        self.defaultLanguage = defaultLanguage
    }

    /// The time in which `team` answers.
    public func answer(_ team: Team, _ priority: Priority) -> AnswerTime? {
        teams[team]?.answers[priority] ?? answers[priority]
    }

    public func channel(_ name: String?) -> ChannelSettings? {
        name.flatMap { channels[$0] } ?? channels["default"]
    }

    /// The brand on platforms that have limits of their own, by channel.
    public func limited(by platforms: [String: PlatformLimits]) -> Brand {
        var brand = self
        for (name, limits) in platforms {
            var settings = channel(name) ?? ChannelSettings()
            settings.platform = limits
            brand.channels[name] = settings
        }
        return brand
    }
}

/// How soon a person answers: minutes of opening time, or of any time on call, and the words in which it is promised.
public struct AnswerTime: Sendable, Hashable {
    public let minutes: Int
    public let words: [Language: String]
    /// Whether the words promise the day of the message (« dans la journée »): where the answer is due on another, that day is
    /// named in their stead.
    public let isSameDay: Bool

    public init(minutes: Int, words: [Language: String], isSameDay: Bool = false) {
        self.minutes = minutes
        self.words = words
        self.isSameDay = isSameDay
    }
}

public struct TeamSettings: Sendable, Hashable {
    public let title: [Language: String]
    public let answers: [Priority: AnswerTime]

    public init(title: [Language: String], answers: [Priority: AnswerTime] = [:]) {
        self.title = title
        self.answers = answers
    }
}

/// What a channel lets through.
public struct ChannelSettings: Sendable, Hashable {
    public let unit: LengthUnit
    public let mostPublic: Int?
    public let mostPrivate: Int?
    public let typography: Typography
    public let allowsEmoji: Bool
    public let frame: ReplyFrame
    /// What the platform takes at most, whatever the brand allows.
    public internal(set) var platform = PlatformLimits()

    public init(
        unit: LengthUnit = .characters, mostPublic: Int? = nil, mostPrivate: Int? = nil, typography: Typography = .full,
        allowsEmoji: Bool = false, frame: ReplyFrame = .full
    ) {
        self.unit = unit
        self.mostPublic = mostPublic
        self.mostPrivate = mostPrivate
        self.typography = typography
        self.allowsEmoji = allowsEmoji
        self.frame = frame
    }

    /// The brand's limit for a reply of this visibility.
    public func limit(_ visibility: Message.Visibility) -> LengthLimit? {
        (visibility == .public ? mostPublic : mostPrivate).map { LengthLimit(unit: unit, most: $0) }
    }
}
