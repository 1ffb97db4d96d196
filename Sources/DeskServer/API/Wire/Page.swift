import Desk
import HTTPTypes

/// Some elements of a list, and where it goes on.
enum Page {
    /// - Parameter next: The cursor of the next page; nil where there is none.
    static func answer<Element>(
        _ name: String, _ elements: [Element], next: String?, _ call: APICall, path: String,
        _ write: (inout JSONWriter, Element) -> Void
    ) -> APIAnswer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.name(name)
            writer.list(elements, write)
            writer.member("next", next)
        }
        var answer = APIAnswer(body: writer.output)
        if let next, let link = HTTPField.Name("link") {
            let others = call.query.text.split(separator: "&").filter { !$0.hasPrefix("cursor=") }
            answer.headers[link] = "<\(path)?\((others + ["cursor=\(next)"]).joined(separator: "&"))>; rel=\"next\""
        }
        return answer
    }
}
