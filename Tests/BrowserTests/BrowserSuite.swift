import Testing
import WebDriver

/// All tests that drive a browser, one after the other: two at once would take the processors from each other.
///
/// Suites go inside, in extensions. They are left out where there is no Chromium.
@Suite("In a browser", .serialized, .timeLimit(.minutes(10)), .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)))
enum BrowserSuite {}
