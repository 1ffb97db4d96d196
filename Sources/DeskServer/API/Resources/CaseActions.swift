import Desk
import HTTPTypes

/// Does with cases what programs ask, by the same use cases as people.
struct CaseActions: Sendable {
    private let store: any DeskStore

    init(_ parts: ServerParts) { store = parts.desk }

    /// The case in the path with its whole story.
    func file(_ call: APICall) async throws(Problem) -> CaseFile {
        let number = try call.number("case")
        let file: CaseFile?
        do throws(StoreFailure) { file = try await store.file(of: number) } catch { throw Problem(error) }
        guard let file else { throw .noCase }
        return file
    }

    /// Applies one action to the case in the path, at the version that If-Match names; the case as it has become.
    func act(_ action: ReviewAction, _ call: APICall) async throws(Problem) -> APIAnswer {
        let number = try call.number("case")
        let version = try VersionTag.version(call.headers)
        if action.name.needsVersion, version == nil { throw .versionNeeded }
        let change = ReviewChange(number, version: version, action, by: call.colleague, at: call.now)
        let result: Result<Case, ReviewRefusal>
        do throws(StoreFailure) { result = try await store.review(change) } catch { throw Problem(error) }
        switch result {
        case .success(var item):
            if !call.mayReadDrafts { item.draft = nil }
            return Self.answer(item, at: call.now)
        case .failure(let refusal): throw Problem(refusal, showsTexts: call.mayReadDrafts)
        }
    }

    static func answer(_ item: Case, at now: Instant) -> APIAnswer {
        var writer = JSONWriter()
        writer.write(item, at: now)
        var answer = APIAnswer(body: writer.output)
        answer.headers[.eTag] = VersionTag.text(item.version)
        answer.caseNumber = item.number
        return answer
    }
}
