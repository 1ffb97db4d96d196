import Cryptography

/// Basic authentication (RFC 7617).
enum BasicCredentials {
    static func header(_ user: String, _ password: String) -> String { "Basic " + Base64.text(Array("\(user):\(password)".utf8)) }
}
