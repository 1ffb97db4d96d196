import Foundation

/// A headless Chromium with a profile of its own, driven over the W3C WebDriver protocol as a person would use it.
///
/// Every call returns once the browser has done it. A page that a click opens has loaded by the next call.
package final class Browser: Sendable {
    package static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: DriverProcess.driver)
            && FileManager.default.isExecutableFile(atPath: DriverProcess.browser)
    }

    /// Why tests that need a browser are left out.
    package static let missing = "chromium and chromium-driver are not installed: scripts/packages.sh test"

    private let process: DriverProcess
    private let line: DriverLine
    private let session: String
    private let profile: String

    /// Runs `body` with a browser, which is ended then, whatever happens.
    ///
    /// What `body` throws leaves a screenshot named `failure-…` behind, and what the browser logged on the standard output.
    package static func run<Value>(
        _ settings: BrowserSettings = BrowserSettings(), named name: String = #function,
        isolation: isolated (any Actor)? = #isolation, _ body: (Browser) async throws -> Value
    ) async throws -> Value {
        let browser = try await Browser(settings)
        do {
            let value = try await body(browser)
            await browser.end()
            return value
        } catch {
            await browser.report(error, name)
            await browser.end()
            throw error
        }
    }

    private init(_ settings: BrowserSettings) async throws {
        process = try DriverProcess()
        line = DriverLine(port: process.port)
        profile = NSTemporaryDirectory() + "/courtois-browser-\(UUID().uuidString)"
        let arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--window-size=\(settings.width),\(settings.height)", "--accept-lang=\(settings.language)", "--user-data-dir=\(profile)",
        ]
        let capabilities: JSON = [
            "browserName": "chrome", "goog:loggingPrefs": ["browser": "ALL"], "timeouts": ["pageLoad": 60_000, "script": 30_000],
            "goog:chromeOptions": [
                "binary": .string(DriverProcess.browser), "args": .array(arguments.map { .string($0) }),
                "prefs": ["intl.accept_languages": .string(settings.language), "download.prompt_for_download": false],
            ],
        ]
        let answer = try await line.ask("POST", "/session", ["capabilities": ["alwaysMatch": capabilities]])
        guard let session = answer["sessionId"].string else { throw BrowserFailure.unreadable("no session") }
        self.session = session
        try await resize(width: settings.width, height: settings.height)
        try await prefer(dark: settings.isDark, reducedMotion: settings.reducesMotion)
        if !settings.runsScripts { try await command("Emulation.setScriptExecutionDisabled", ["value": true]) }
    }

    deinit { try? FileManager.default.removeItem(atPath: profile) }

    /// Lets the browser close in good order. What is left of it ends with the driver's process group.
    private func end() async { _ = try? await ask("DELETE", "") }

    private func report(_ error: any Error, _ name: String) async {
        let plain = name.prefix { $0.isLetter || $0.isNumber }
        let file = try? await screenshot("failure-\(plain)")
        let entries = (try? await log())?.map(\.text).joined(separator: "\n") ?? ""
        print("In the browser: \(error). Screenshot: \(file ?? "none"). Log: \(entries)")
    }

    /// One command of this session.
    func ask(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await line.ask(method, "/session/\(session)\(path)", body)
    }

    /// One command of the Chrome DevTools protocol.
    @discardableResult
    package func command(_ name: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await ask("POST", "/goog/cdp/execute", ["cmd": .string(name), "params": parameters])
    }
}
