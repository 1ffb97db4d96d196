internal import Desk
internal import GRDB

extension DatabaseError {
    /// Whether the record is at fault and not the store.
    var isUnfit: Bool {
        switch resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE: true
        default: false
        }
    }
}

extension StoreFailure {
    /// What an error of the database means for the desk. Messages of SQLite name tables and constraints, never values.
    init(_ error: any Error, place: String) {
        switch error {
        case let failure as StoreFailure: self = failure
        case let error as DatabaseError: self.init(error, place: place)
        case let error as UnknownName: self = .unavailable(place: place, cause: "“\(error.name)” is a name this version does not know")
        case is DamagedLine: self = .corrupt(place: place)
        case is CancellationError: self = .unavailable(place: place, cause: "the work was cancelled")
        default: self = .unavailable(place: place, cause: "an unknown error")
        }
    }

    private init(_ error: DatabaseError, place: String) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(place: place)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(place: place)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(place: place)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: self = .corrupt(place: place)
        case _ where error.isUnfit: self = .unfit(record: "the record", cause: error.message ?? "it breaks a rule of the store")
        default: self = .unavailable(place: place, cause: error.message ?? "SQLite code \(error.extendedResultCode.rawValue)")
        }
    }
}
