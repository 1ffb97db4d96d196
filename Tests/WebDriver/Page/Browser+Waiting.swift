extension Browser {
    /// How long a test waits at most for what must come about: enough for a machine that is busy with other tests.
    package static let patience = Duration.seconds(20)

    /// Asks again and again until `condition` holds; refused when it does not within `patience`.
    ///
    /// What the driver refuses meanwhile counts as no, because pages change under the question.
    package func wait(
        for what: String, within patience: Duration = Browser.patience, until condition: () async throws -> Bool
    ) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        repeat {
            do {
                if try await condition() { return }
            } catch BrowserFailure.refused {}
            try await Task.sleep(for: .milliseconds(25))
        } while clock.now < deadline
        throw BrowserFailure.neverCame(what, url: (try? await url()) ?? "?")
    }

    /// The first that the CSS selector finds, as soon as there is one.
    @discardableResult
    package func wait(for selector: String, within patience: Duration = Browser.patience) async throws -> Element {
        try await wait(for: "“\(selector)”", within: patience) { try await exists(selector) }
        return try await find(selector)
    }

    /// Until the page shows `text`.
    package func wait(forText text: String, within patience: Duration = Browser.patience) async throws {
        try await wait(for: "the text “\(text)”", within: patience) { try await self.text().contains(text) }
    }
}
