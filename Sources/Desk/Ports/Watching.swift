/// Counts who is dissatisfied, and keeps the alarms that rang.
public protocol Watching: Sendable {
    /// How many authors of dissatisfied messages wrote in each window, by what about; an author counts once a window. A message that
    /// names no author is its conversation's.
    func complaints(in windows: [Range<Instant>]) async throws(StoreFailure) -> [[ComplaintTopic: Int]]

    /// When the desk's past begins: with the first complaint or message it knows of, whichever is earlier. Nil for an empty one.
    func beginning() async throws(StoreFailure) -> Instant?

    /// The last alarm for each of these that ever rang, whether it stands or not.
    func lastAlarms(of topics: Set<ComplaintTopic>) async throws(StoreFailure) -> [ComplaintTopic: Alarm]

    /// Alarms that stand, oldest first.
    func alarms() async throws(StoreFailure) -> [Alarm]

    /// Keeps an alarm, in the place of one that stands for the same, and freezes its account for what nobody has read, unless a freeze
    /// covers that already.
    ///
    /// - Parameter last: The number of the last alarm for the same that the caller knows of; nil for none.
    /// - Returns: False, with nothing changed, where another has rung since.
    @discardableResult
    func ring(_ alarm: Alarm, after last: Int64?) async throws(StoreFailure) -> Bool

    /// Ends an alarm and leaves its freeze as it is. False when it does not stand.
    @discardableResult
    func endAlarm(_ number: Int64, by name: String, at now: Instant) async throws(StoreFailure) -> Bool
}
