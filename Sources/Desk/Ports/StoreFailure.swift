/// Why a store could not do what it was asked. Nothing of the use case has happened then.
public enum StoreFailure: Error, Sendable, Hashable {
    /// No space is left where the store lives.
    case full(place: String)
    case readOnly(place: String)
    /// Another program holds the store.
    case locked(place: String)
    /// What is there is no store, or a broken one.
    case corrupt(place: String)
    /// The store was made by a later version of this program.
    case tooNew(place: String)
    /// There is no store at that place.
    case missing(place: String)
    /// There is something already at the place of a copy.
    case exists(place: String)
    /// The record cannot be kept as it is; its neighbours are not concerned.
    case unfit(record: String, cause: String)
    case unavailable(place: String, cause: String)

    /// Bounded, so that it can label a figure.
    public var label: String {
        switch self {
        case .full: "full"
        case .readOnly: "read_only"
        case .locked: "locked"
        case .corrupt: "corrupt"
        case .tooNew: "too_new"
        case .missing: "missing"
        case .exists: "exists"
        case .unfit: "unfit"
        case .unavailable: "unavailable"
        }
    }
}

extension StoreFailure: CustomStringConvertible {
    /// Cause and remedy, without a word of a customer's.
    public var description: String {
        switch self {
        case .full(let place): "no space is left for the store “\(place)” — free some, or move it with --store; nothing was changed"
        case .readOnly(let place):
            "the store “\(place)” cannot be written — give this user the right to write the file and its folder, or name another with --store"
        case .locked(let place):
            "another program holds the store “\(place)” — wait for it, or end it; nothing was changed"
        case .corrupt(let place):
            "“\(place)” is no store of this program, or is damaged — keep the file, and put a backup in its place"
        case .tooNew(let place): "the store “\(place)” was made by a later version — use that version"
        case .missing(let place): "there is no store “\(place)” — name it with --store, or make it with “courtois receive”"
        case .exists(let place): "there is a file “\(place)” already — name a new one"
        case .unfit(let record, let cause): "\(record) cannot be stored: \(cause)"
        case .unavailable(let place, let cause): "the store “\(place)” failed: \(cause) — nothing was changed"
        }
    }
}
