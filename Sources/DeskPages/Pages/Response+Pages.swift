import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// To another page of the desk, which is fetched by GET.
    static func redirect(_ target: String) -> Response { Response(status: .seeOther, headers: [.location: target]) }

    func with(cookie: String) -> Response {
        var response = self
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }

    /// What keeps a page from doing anything but what it is for, whatever stands in it.
    func withSafetyHeaders() -> Response {
        var response = self
        for (name, value) in Self.safety { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private static let safety: [(HTTPField.Name, String)] =
        [
            (
                .contentSecurityPolicy,
                """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
                frame-ancestors 'none'; base-uri 'none'
                """
            ),
            (.xContentTypeOptions, "nosniff"),
        ]
        + [("referrer-policy", "no-referrer"), ("cross-origin-opener-policy", "same-origin"), ("x-frame-options", "DENY")].compactMap {
            name, value in
            HTTPField.Name(name).map { ($0, value) }
        }
}
