public import Channels
public import Desk
public import Hummingbird
public import Logging

/// Everything a server works with. The same for `main` and for tests.
public struct ServerParts: Sendable {
    public var settings: ServerSettings
    public var store: any Listening & CaseQueue
    /// The whole desk, for those who work at it.
    public var desk: any DeskStore
    public var directory: ChannelDirectory
    public var shelf: RulebookShelf
    public var figures: ServerFigures
    public var health: HealthBoard
    /// What platforms said of whether they call.
    public var subscriptions = SubscriptionBoard()
    public var clock: ServerClock
    /// Makes names that were never given before.
    public var makeName: @Sendable () -> String
    public var logger: Logger
    /// Reads the rules again when it is asked; nil where they come from nowhere.
    public var watcher: RulebookWatcher?
    /// Adds the pages for people; nil for a server without any.
    public var pages: (@Sendable (Router<BasicRequestContext>) -> Void)?
    /// The page for an address that has none; nil for what does not want a page.
    public var missingPage: (@Sendable (Request) -> Response?)?

    public init(
        settings: ServerSettings, store: any Listening & CaseQueue, desk: any DeskStore, directory: ChannelDirectory, shelf: RulebookShelf,
        figures: ServerFigures, health: HealthBoard, clock: ServerClock, makeName: @escaping @Sendable () -> String, logger: Logger
    ) {
        self.settings = settings
        self.store = store
        self.desk = desk
        self.directory = directory
        self.shelf = shelf
        self.figures = figures
        self.health = health
        self.clock = clock
        self.makeName = makeName
        self.logger = logger
    }
}

/// The clocks a server reads.
public struct ServerClock: Sendable {
    /// The time of day.
    public let now: @Sendable () -> Instant
    /// Milliseconds that only grow, for durations and rates.
    public let ticks: @Sendable () -> Int

    public init(now: @escaping @Sendable () -> Instant, ticks: @escaping @Sendable () -> Int) {
        self.now = now
        self.ticks = ticks
    }
}
