import HTTPTypes
import Hummingbird
import NIOCore

/// An answer of the API, before it is HTTP.
struct APIAnswer: Sendable {
    var status: HTTPResponse.Status = .ok
    var body: [UInt8]
    var contentType = "application/json"
    var headers: HTTPFields = [:]
    /// The case it tells of.
    var caseNumber: Int64?

    var response: Response {
        var headers = headers
        headers[.contentType] = contentType
        // What the desk knows of customers rests in no cache but the client's own, and is asked for anew.
        headers[.cacheControl] = "private, no-cache"
        var response = Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        if status == .notModified {
            response.headers[.contentType] = nil
            response.body = ResponseBody()
        }
        return response
    }
}
