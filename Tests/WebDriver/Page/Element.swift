/// Something in a page. It is stale, and refused as such, once another page has loaded.
package struct Element: Sendable {
    let browser: Browser
    let id: String

    /// The name under which the protocol passes elements.
    static let key = "element-6066-11e4-a52e-4f735466cecf"

    init?(_ browser: Browser, _ value: JSON) {
        guard let id = value[Self.key].string else { return nil }
        self.browser = browser
        self.id = id
    }

    /// As an argument of a script.
    package var json: JSON { .object([Self.key: .string(id)]) }

    // MARK: What a person does

    /// Scrolls it into view and clicks its middle; refused where something lies over it.
    package func click() async throws { _ = try await ask("POST", "/click", [:]) }

    /// Types after what is there.
    package func type(_ text: String) async throws { _ = try await ask("POST", "/value", ["text": .string(text)]) }

    /// Types in place of what is there.
    package func replace(with text: String) async throws {
        _ = try await ask("POST", "/clear", [:])
        try await type(text)
    }

    // MARK: What a person sees

    /// The text as rendered: nothing hidden, spaces as shown.
    package func text() async throws -> String { try await ask("GET", "/text").string ?? "" }
    /// The attribute as written in the page; nil without.
    package func attribute(_ name: String) async throws -> String? {
        try await browser.script("return arguments[0].getAttribute(arguments[1])", json, .string(name)).string
    }
    /// A property of the live object, such as `value` or `checked`.
    package func property(_ name: String) async throws -> JSON { try await ask("GET", "/property/\(name)") }
    /// A computed style, such as `color`.
    package func style(_ name: String) async throws -> String { try await ask("GET", "/css/\(name)").string ?? "" }
    package func isShown() async throws -> Bool { try await ask("GET", "/displayed").bool ?? false }
    package func isEnabled() async throws -> Bool { try await ask("GET", "/enabled").bool ?? false }
    package func isSelected() async throws -> Bool { try await ask("GET", "/selected").bool ?? false }
    /// The name that a screen reader says, by the browser's own computation.
    package func accessibleName() async throws -> String { try await ask("GET", "/computedlabel").string ?? "" }
    /// The role that a screen reader says, by the browser's own computation.
    package func role() async throws -> String { try await ask("GET", "/computedrole").string ?? "" }
    package func rect() async throws -> (x: Double, y: Double, width: Double, height: Double) {
        let rect = try await ask("GET", "/rect")
        return (rect["x"].number ?? 0, rect["y"].number ?? 0, rect["width"].number ?? 0, rect["height"].number ?? 0)
    }

    /// The first inside it; refused where there is none.
    package func find(_ selector: String) async throws -> Element {
        let found = try await ask("POST", "/element", Browser.strategy(selector))
        guard let element = Element(browser, found) else { throw BrowserFailure.unreadable("no element") }
        return element
    }

    private func ask(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await browser.ask(method, "/element/\(id)\(path)", body)
    }
}
