import Desk
import HTTPTypes
import Hummingbird

/// A request that was let in, with everything a resource may look at.
struct APICall: Sendable {
    let token: AccessToken
    let parameters: Parameters
    let query: QueryFields
    let headers: HTTPFields
    let body: [UInt8]
    let now: Instant
    /// What a new record is named by: the same when the request comes again under its key.
    let newName: String

    /// Who asks.
    var colleague: Colleague { token.colleague }

    /// Whether texts of drafts may be shown: whoever reads cases reads them there.
    var mayReadDrafts: Bool { !token.scopes.isDisjoint(with: [.readCases, .readDrafts]) }

    /// Refuses who may not do it.
    func require(_ role: Role) throws(Problem) {
        guard colleague.role < role else { return }
        throw Problem(.roleNeeded, "This needs the role \(role.rawValue).", [.init(name: "role", value: .string(role.rawValue))])
    }

    /// The store's number in the path.
    func number(_ name: String) throws(Problem) -> Int64 {
        guard let text = parameters.get(name), let number = QueryFields.number(text), number > 0 else {
            throw .nothing("“\(name)” is a whole number from 1 on.")
        }
        return Int64(number)
    }

    /// A text in the path.
    func text(_ name: String) throws(Problem) -> String {
        guard let text = parameters.get(name).flatMap({ PercentText.decoded($0) }) else {
            throw .nothing("“\(name)” is not readable.")
        }
        return text
    }
}
