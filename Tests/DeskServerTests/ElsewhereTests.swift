import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Answers that colleagues give on the platform itself", .timeLimit(.minutes(10)))
struct ElsewhereTests {
    /// A comment below the comment `777_17` of a Page, or that one.
    private static func comment(_ id: String = "777_17", by author: String, after seconds: Int) -> Call {
        let parent = id == "777_17" ? "777_9" : "777_17"
        return .meta(
            #"{"object":"page","entry":[{"id":"777","time":1,"changes":[{"field":"feed","value":{"from":{"id":"\#(author)","name":"Maëlle"},"item":"comment","verb":"add","comment_id":"\#(id)","post_id":"777_9","parent_id":"\#(parent)","message":"Où est mon colis ?","created_time":\#(Sample.start.seconds + seconds)}}]}]}"#
        )
    }

    @Test("a comment of the Page below a customer's answers it: the case does not wait, and its draft is not sent any more")
    func comment() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            #expect(await house.post(Self.comment(by: "5", after: 0), to: "meta/page")?.status == 200)
            let asked = try await house.store.file(of: 1)?.case
            #expect(asked?.status == .waiting && asked?.draft?.state == .proposed)
            #expect(await house.post(Self.comment("777_18", by: "777", after: 60), to: "meta/page")?.status == 200)
            let answered = try await house.store.file(of: 1)?.case
            #expect(answered?.status == .answered && answered?.draft?.state == .superseded(.answeredElsewhere))
            #expect(try await house.messages() == 1)
        }
    }
}
