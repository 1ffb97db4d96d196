import CCurl
import Desk

/// Says why libcurl has no answer, in words of our own. libcurl's longer texts name hosts and addresses, so none of them is
/// used.
enum CurlFailure {
    /// - Parameter mayHaveLeft: Whether a byte of the request may have been written.
    static func failure(_ code: CURLcode, mayHaveLeft: Bool) -> TransportFailure {
        let cause = cause(code)
        if mayHaveLeft { return .interrupted(cause: cause) }
        switch code {
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .forbidden(cause: cause)
        default: return .notSent(cause: cause)
        }
    }

    static func cause(_ code: CURLcode) -> String {
        switch code {
        case CURLE_UNSUPPORTED_PROTOCOL: "a protocol that is not allowed, or no HTTP"
        case CURLE_URL_MALFORMAT: "no URL"
        case CURLE_LOGIN_DENIED: "a URL with a password"
        case CURLE_COULDNT_RESOLVE_HOST: "the host’s name was not found"
        case CURLE_COULDNT_CONNECT: "no connection"
        case CURLE_OPERATION_TIMEDOUT: "timed out"
        case CURLE_SSL_CONNECT_ERROR: "TLS failed"
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS: "the certificate is not valid"
        case CURLE_SSL_CACERT_BADFILE: "the file of trusted certificates cannot be read"
        case CURLE_GOT_NOTHING: "closed without an answer"
        case CURLE_SEND_ERROR: "broken off while sending"
        case CURLE_RECV_ERROR: "broken off while reading"
        case CURLE_PARTIAL_FILE: "closed in the middle of the answer"
        case CURLE_WEIRD_SERVER_REPLY: "no HTTP"
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: "HTTP/2 broke off"
        case CURLE_OUT_OF_MEMORY: "out of memory"
        default: "libcurl error \(code.rawValue)"
        }
    }
}
