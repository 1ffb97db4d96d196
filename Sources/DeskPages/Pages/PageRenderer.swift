import Channels
import Desk
import HTTPTypes
import Hummingbird
import Mustache

/// Renders templates, with every value escaped.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// Reads all templates; throws where one is no template.
    init() throws {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        var library = MustacheLibrary()
        for (name, bytes) in Templates.all {
            // Each begins anew with the library's own escaping, which lets a quotation mark through that carries an accent.
            try library.register("{{%CONTENT_TYPE:\(EscapedHTML.name)}}" + String(decoding: bytes, as: UTF8.self), named: name)
        }
        self.library = library
    }

    func text(_ template: String, _ view: [String: Any]) -> String {
        guard let text = library.render(view, withTemplate: template) else { preconditionFailure("no template “\(template)”") }
        return text
    }

    /// A page that needs neither a session nor the store.
    ///
    /// - Parameter form: What was sent, whose words are shown.
    func bare(
        _ problem: PageProblem, _ wording: DeskWording, _ preferences: Preferences, status: HTTPResponse.Status, form: FormFields? = nil
    ) -> Response {
        var view = PageFrame.view(wording, preferences)
        view["title"] = wording(problem.title)
        view["text"] = wording(problem.text)
        view.fill(typed: form)
        return .html(text("problem", view), status: status).withSafetyHeaders()
    }
}

/// HTML with its five characters escaped as bytes: a character with an accent over it is escaped like the bare one.
struct EscapedHTML: MustacheContentType {
    static let name = "DESK"

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): escaped.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): escaped.append(contentsOf: "&#39;".utf8)
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
