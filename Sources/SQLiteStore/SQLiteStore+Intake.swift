public import Desk
internal import GRDB

extension SQLiteStore: Intake {
    public func receive(_ arrivals: [Arrival]) async -> [Result<Reception, StoreFailure>] {
        let place = place
        do throws(StoreFailure) {
            return try await group.perform { session in try session.receive(arrivals, place: place) }
        } catch {
            return arrivals.map { _ in .failure(error) }
        }
    }
}

extension WriteSession {
    /// Keeps arrivals in their order; one that is unfit fails alone.
    func receive(_ arrivals: [Arrival], place: String) throws -> [Result<Reception, StoreFailure>] {
        if isCareful { return try arrivals.map { try receiveAlone($0, place: place) } }
        return try ArrivalBatch.keep(arrivals, self).map { .success($0) }
    }

    private func receiveAlone(_ arrival: Arrival, place: String) throws -> Result<Reception, StoreFailure> {
        do {
            return .success(try alone { try ArrivalBatch.keep([arrival], self) }[0])
        } catch let error as DatabaseError where error.isUnfit {
            return .failure(.unfit(record: "the message", cause: StoreFailure(error, place: place).cause))
        }
    }
}

extension StoreFailure {
    /// What SQLite said of an unfit record.
    fileprivate var cause: String {
        if case .unfit(_, let cause) = self { return cause }
        return label
    }
}
