/// Shows cases to those who work on them. Reads only.
public protocol CaseQueue: Sendable {
    /// Cases by priority, then the time they are due (those without last), then number.
    func queue(_ query: QueueQuery) async throws(StoreFailure) -> QueuePage

    /// One case with its whole story.
    func file(of number: Int64) async throws(StoreFailure) -> CaseFile?

    /// One message, by what its channel knows it by.
    func message(_ key: MessageKey) async throws(StoreFailure) -> FoundMessage?

    /// What has passed in conversations for those who write in them, nothing where there is no such conversation; and the alarms that
    /// stand.
    ///
    /// Asked is what was not to be ignored and not deleted. A reply counts once a person, or the rules, let it go, and no more once it
    /// was taken back, overtaken or did not arrive.
    func pasts(of askers: Set<Asker>) async throws(StoreFailure) -> KeptPasts

    /// How many cases wait, by team and priority.
    func waiting() async throws(StoreFailure) -> [WaitingCount]
}
