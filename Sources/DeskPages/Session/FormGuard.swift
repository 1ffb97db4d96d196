import Channels
import HTTPTypes
import Hummingbird

/// Whether a change was asked for by a page of this desk, and not by another site through somebody's browser.
struct FormGuard: Sendable {
    /// `https://desk.example`, where the settings say what browsers call.
    let publicOrigin: String?

    private static let site = HTTPField.Name("sec-fetch-site")

    /// Browsers say where a request comes from; all forms carry a key besides.
    func admits(_ request: Request, _ form: FormFields, _ token: Token) -> Bool {
        if let name = Self.site, let site = request.headers[name], site != "same-origin", site != "none" { return false }
        // Pages that send no referrer send “null” here: that says nothing.
        if let origin = request.headers[.origin], origin != "null", !isOurs(origin, request) { return false }
        return token.admits(formKey: form["key"])
    }

    private func isOurs(_ origin: String, _ request: Request) -> Bool {
        if origin == publicOrigin { return true }
        guard let host = request.head.authority, publicOrigin == nil else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
