import Desk
import HTTPTypes

/// Why a request was not done, as RFC 9457 has it. Nothing in it was written by a customer, but where a member is said to.
struct Problem: Error, Sendable {
    let kind: Kind
    /// What went wrong this time, and how to mend it.
    let detail: String
    /// What programs need beside it.
    var members: [JSONValue.Member] = []
    var headers: HTTPFields = [:]

    /// What can go wrong. The names are stable: programs tell problems apart by them.
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case badRequest = "bad-request"
        case malformedBody = "malformed-body"
        case noToken = "no-token"
        case wrongToken = "wrong-token"
        case insufficientScope = "insufficient-scope"
        case roleNeeded = "role-needed"
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        case claimed
        case takenOver = "taken-over"
        case noDraft = "no-draft"
        case secondReaderNeeded = "second-reader-needed"
        case hasFindings = "has-findings"
        case tooLateToUndo = "too-late-to-undo"
        case notNow = "not-now"
        case nothingToWrite = "nothing-to-write"
        case rulebookRefused = "rulebook-refused"
        case requestUnderWay = "request-under-way"
        case stale
        case tooLarge = "too-large"
        case unsupportedMediaType = "unsupported-media-type"
        case invalidBody = "invalid-body"
        case keyReused = "key-reused"
        case versionNeeded = "version-needed"
        case tooOften = "too-often"
        case internalError = "internal-error"
        case notReady = "not-ready"
    }

    init(_ kind: Kind, _ detail: String, _ members: [JSONValue.Member] = [], headers: HTTPFields = [:]) {
        self.kind = kind
        self.detail = detail
        self.members = members
        self.headers = headers
    }

    var json: JSONValue {
        let common: [JSONValue.Member] = [
            .init(name: "type", value: .string(kind.uri)), .init(name: "title", value: .string(kind.title)),
            .init(name: "status", value: .number(kind.status)), .init(name: "detail", value: .string(detail)),
        ]
        return .object(common + members)
    }
}

extension Problem.Kind {
    var uri: String { "urn:courtois:problem:" + rawValue }

    var status: Int {
        switch self {
        case .badRequest, .malformedBody: 400
        case .noToken, .wrongToken: 401
        case .insufficientScope, .roleNeeded: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .claimed, .takenOver, .noDraft, .secondReaderNeeded, .hasFindings, .tooLateToUndo, .notNow, .nothingToWrite,
            .rulebookRefused, .requestUnderWay:
            409
        case .stale: 412
        case .tooLarge: 413
        case .unsupportedMediaType: 415
        case .invalidBody, .keyReused: 422
        case .versionNeeded: 428
        case .tooOften: 429
        case .internalError: 500
        case .notReady: 503
        }
    }

    var title: String {
        switch self {
        case .badRequest: "The address or a header cannot be used"
        case .malformedBody: "The body is no JSON"
        case .noToken: "A token is needed"
        case .wrongToken: "The token opens nothing"
        case .insufficientScope: "The token does not open this"
        case .roleNeeded: "The role does not suffice"
        case .notFound: "There is nothing here"
        case .methodNotAllowed: "This cannot be done here"
        case .notAcceptable: "No such form can be given"
        case .claimed: "A colleague holds the case"
        case .takenOver: "A colleague leads the conversation"
        case .noDraft: "No draft waits"
        case .secondReaderNeeded: "A second reader is needed"
        case .hasFindings: "The proofreader holds something against the draft"
        case .tooLateToUndo: "It is too late to take it back"
        case .notNow: "This cannot be done now"
        case .nothingToWrite: "The rules write nothing for this"
        case .rulebookRefused: "The new rules cannot be used"
        case .requestUnderWay: "The same request is being done"
        case .stale: "It has changed meanwhile"
        case .tooLarge: "The body is too large"
        case .unsupportedMediaType: "The body is of another type"
        case .invalidBody: "The body cannot be used"
        case .keyReused: "The key was given to another request"
        case .versionNeeded: "The version is missing"
        case .tooOften: "Too many requests"
        case .internalError: "Something went wrong here"
        case .notReady: "The desk is not ready"
        }
    }
}
