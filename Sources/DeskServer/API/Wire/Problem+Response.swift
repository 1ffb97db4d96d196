import Desk
import HTTPTypes
import Hummingbird

extension Problem {
    static let mediaType = "application/problem+json"

    var answer: APIAnswer {
        var answer = APIAnswer(status: HTTPResponse.Status(code: kind.status), body: json.bytes)
        answer.contentType = Self.mediaType
        answer.headers = headers
        return answer
    }
}
