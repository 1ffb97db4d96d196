public import IntentEngine

/// What a signal changes.
public struct SignalPolicy: Sendable {
    public var title: [Language: String]
    public var weight: Int
    /// Forces a person.
    public var isGate: Bool
    /// Priority it asks for at least; nil leaves it.
    public var priority: Priority?
    /// Team that owns the message when it fires; nil leaves it.
    public var team: Team?
    /// Its place in the order of owners: smaller wins.
    public var precedence: Int
    /// What moderators should do, when the message is to be moderated.
    public var moderation: Moderation?
    /// Whether its level is the level of anger.
    public var isAnger: Bool
    public var holding: String?
    /// Whether it ends the exchange (« ok merci »): with nothing but courtesy beside it, there is nothing to answer.
    public var closesExchange = false
    /// What the signal weighs from so many euros, dollars… on, ascending, when the message names an amount: less than the first
    /// and it does not count. Empty where sums change nothing.
    public var amountSteps: [AmountStep] = []
    /// Whoever fires it is at most so satisfied, −2 to 0, unless words make it very satisfied; nil leaves it to the words.
    public var mostPolarity: Int?
    /// Whether praise beside it means the contrary: `mostPolarity` holds whatever the words, thanks are not answered as such,
    /// and in public a person answers.
    public var isIronic = false
    /// Whether a second person must approve what is answered.
    public var isSensitive = false
    /// Whether it is for whoever is on call, at any hour, and not for the next opening.
    public var isOnCall = false
    /// From so many matters that weigh on, the signal is set by them alone; nil leaves it to its phrases.
    public var leastProblems: Int?

    public init(
        title: [Language: String], weight: Int = 0, isGate: Bool = false, priority: Priority? = nil, team: Team? = nil,
        precedence: Int = .max, moderation: Moderation? = nil, isAnger: Bool = false, holding: String? = nil
    ) {
        self.title = title
        self.weight = weight
        self.isGate = isGate
        self.priority = priority
        self.team = team
        self.precedence = precedence
        self.moderation = moderation
        self.isAnger = isAnger
        self.holding = holding
    }
}
