extension Browser {
    /// Goes to an address and waits until the page has loaded.
    package func open(_ url: String) async throws { _ = try await ask("POST", "/url", ["url": .string(url)]) }
    package func reload() async throws { _ = try await ask("POST", "/refresh", [:]) }
    package func back() async throws { _ = try await ask("POST", "/back", [:]) }

    package func url() async throws -> String { try await ask("GET", "/url").string ?? "" }
    package func title() async throws -> String { try await ask("GET", "/title").string ?? "" }
    /// All text of the page as rendered.
    package func text() async throws -> String { try await script("return document.body ? document.body.innerText : ''").string ?? "" }

    /// The first that the CSS selector finds; refused where there is none.
    package func find(_ selector: String) async throws -> Element {
        guard let element = Element(self, try await ask("POST", "/element", Self.strategy(selector))) else {
            throw BrowserFailure.unreadable("no element")
        }
        return element
    }

    /// All that the CSS selector finds, in document order.
    package func findAll(_ selector: String) async throws -> [Element] {
        try await ask("POST", "/elements", Self.strategy(selector)).array.compactMap { Element(self, $0) }
    }

    package func exists(_ selector: String) async throws -> Bool { try await !findAll(selector).isEmpty }

    /// What has the focus; nil where nothing has.
    package func focused() async throws -> Element? { Element(self, try await ask("GET", "/element/active")) }

    /// Runs the body of a function in the page, with `arguments`, and gives what it returns, also once a promise is kept.
    ///
    /// It runs whatever the page's Content-Security-Policy says, and where pages themselves may run no scripts.
    @discardableResult
    package func script(_ body: String, _ arguments: JSON...) async throws -> JSON {
        try await ask("POST", "/execute/sync", ["script": .string(body), "args": .array(arguments)])
    }

    static func strategy(_ selector: String) -> JSON { ["using": "css selector", "value": .string(selector)] }
}
