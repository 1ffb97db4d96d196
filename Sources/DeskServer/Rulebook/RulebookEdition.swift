public import Desk

/// A rulebook ready for work.
public struct RulebookEdition: Sendable {
    public let hash: String
    public let desk: MessageDesk
    /// Reads what colleagues write.
    public let proofreader: ReplyProofreader

    /// - Parameter proofreader: nil for one without a spelling check.
    public init(hash: String, desk: MessageDesk, proofreader: ReplyProofreader? = nil) {
        self.hash = hash
        self.desk = desk
        self.proofreader = proofreader ?? ReplyProofreader(brand: desk.decider.brand, proofreader: Proofreader())
    }
}

/// Where rulebooks come from. Both may take long and read files.
public protocol RulebookSource: Sendable {
    /// Differs when the rules may have changed.
    func stamp() -> String
    func load() -> Result<RulebookEdition, RulebookFindings>
}

/// Why a rulebook cannot be used.
public struct RulebookFindings: Error, Sendable, Hashable {
    /// One line each, in the order of their places.
    public let lines: [String]

    public init(lines: [String]) { self.lines = lines }
}
