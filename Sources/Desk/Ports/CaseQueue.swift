/// Shows cases to those who work on them. Reads only.
public protocol CaseQueue: Sendable {
    /// Cases by priority, then the time they are due (those without last), then number.
    func queue(_ query: QueueQuery) async throws(StoreFailure) -> QueuePage

    /// One case with its whole story.
    func file(of number: Int64) async throws(StoreFailure) -> CaseFile?

    /// One message, by what its channel knows it by.
    func message(_ key: MessageKey) async throws(StoreFailure) -> FoundMessage?

    /// How many cases wait, by team and priority.
    func waiting() async throws(StoreFailure) -> [WaitingCount]
}
