import Desk
import DeskHouse
import SQLiteStore
import Support
import Testing
import WebDriver

/// How long people wait for what they do. `COURTOIS_CASES=1000000` fills the store with a million messages.
extension BrowserSuite {
    @Suite("Speed of the desk in a browser")
    struct DeskSpeedTests {
        private static let tries = 24

        @Test("an action shows its result within 200 ms, from the key to the page that is painted, however many messages there are")
        func actions() async throws {
            let count = FullStore.count
            try await DeskHouse.run(.shipped, filling: { _, path in try FullStore.fill(path, count) }) { house in
                try await house.add("zoé")
                try await Browser.run { browser in
                    try await DeskBrowserTests.signIn(house, browser)
                    var times: [String: [Double]] = [:]
                    for round in 0..<Self.tries {
                        // Of each fifty, two are done already.
                        try await browser.open(house.url + "/cases/\(round + 2)")
                        times["claim", default: []].append(try await Self.time(browser, "c", ".facts .avatar.mine"))
                        times["approve", default: []].append(try await Self.time(browser, "a", ".toast [data-countdown]"))
                        times["undo", default: []].append(try await Self.time(browser, "u", "#text"))
                        times["approve and next", default: []].append(
                            try await Self.time(browser, "A", ".toast [data-countdown]"))
                    }
                    for (name, own) in times.sorted(by: { $0.key < $1.key }) {
                        let p95 = own.sorted()[Self.tries * 95 / 100]
                        print("p95 of \(name) in a browser, \(count) cases, \(own.count) tries: \(Int(p95)) ms")
                        // Among other tests on a busy machine the bound is only told where it is asked for.
                        #expect(p95 <= (count > 20_000 ? 200 : 2000), "\(name)")
                    }
                }
            }
        }

        /// Milliseconds from a key to the first paint of the page that holds its result.
        private static func time(_ browser: Browser, _ key: Key, _ result: String) async throws -> Double {
            try await browser.script(
                """
                document.activeElement?.blur();
                addEventListener('keydown', () => sessionStorage.setItem('pressed', performance.timeOrigin + performance.now()),
                    { capture: true, once: true });
                window.isOld = true;
                """)
            try await DeskBrowserTests.waitForReading(browser)
            try await browser.press(key)
            var time = 0.0
            try await browser.wait(for: "“\(result)” painted") {
                let found = try await browser.script(
                    """
                    const paint = performance.getEntriesByName('first-contentful-paint')[0];
                    if (window.isOld || !paint || !document.querySelector(arguments[0])) return null;
                    return performance.timeOrigin + paint.startTime - Number(sessionStorage.getItem('pressed'));
                    """, .string(result))
                time = found.number ?? 0
                return found.number != nil
            }
            return time
        }
    }
}
