import HTTPTypes

/// The cookies of the desk.
struct Cookies: Sendable {
    /// Whether browsers come by TLS, so that cookies need never go without.
    let isSecure: Bool

    /// Who is signed in. With `__Host-` no other host of the domain can set it.
    var session: String { isSecure ? "__Host-courtois" : "courtois" }
    /// A token of a browser nobody has signed in by, so that its sign-in cannot be forged either.
    var guest: String { isSecure ? "__Host-courtois-guest" : "courtois-guest" }
    static let language = "courtois-language"
    static let theme = "courtois-theme"
    static let keys = "courtois-keys"

    /// Those of a request, the first of each name.
    static func read(_ headers: HTTPFields) -> [String: String] {
        var cookies: [String: String] = [:]
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2 else { continue }
                let name = parts[0].drop { $0 == " " }
                if cookies[String(name)] == nil { cookies[String(name)] = String(parts[1]) }
            }
        }
        return cookies
    }

    /// A cookie that lasts as long as the browser is open, and is no business of scripts.
    func held(_ name: String, _ value: String) -> String { "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(secure)" }

    /// A choice that is remembered for a year.
    func kept(_ name: String, _ value: String) -> String {
        "\(name)=\(value); Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax\(secure)"
    }

    func removed(_ name: String) -> String { "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax\(secure)" }

    private var secure: String { isSecure ? "; Secure" : "" }
}
