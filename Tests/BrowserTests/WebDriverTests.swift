import Foundation
import Peers
import Testing
import WebDriver

extension BrowserSuite {
    @Suite("The browser kit")
    struct WebDriverTests {
        private static let form = """
            <form action="/done"><label>Nom <input id="name" name="name"></label>
            <label><input type="checkbox" id="box" checked> Oui</label><button id="go">Envoyer</button></form>
            <p id="keys"></p><p hidden id="hidden">caché</p>
            <script>
            document.addEventListener('keydown', e => document.querySelector('#keys').textContent += (e.ctrlKey ? 'C-' : '') + e.key + ' ');
            </script>
            """

        @Test("finds, types, clicks and reads as a person does, and comes to the page that the form leads to")
        func form() async throws {
            let peer = try SamplePage.serve(["/": SamplePage.whole(Self.form), "/done?name=Zo%C3%A9": SamplePage.whole("<p>Reçu</p>")])
            try await Browser.run { browser in
                try await browser.open(peer.url)
                #expect(try await browser.title() == "Exemple")
                let name = try await browser.find("#name")
                try await name.type("Zoé")
                #expect(try await name.property("value") == "Zoé")
                #expect(try await name.attribute("name") == "name")
                #expect(try await name.attribute("value") == nil)
                #expect(try await name.accessibleName() == "Nom")
                #expect(try await browser.find("#box").isSelected())
                #expect(try await browser.find("#go").role() == "button")
                #expect(try await !browser.find("#hidden").isShown())
                try await browser.find("#go").click()
                try await browser.wait(forText: "Reçu")
                #expect(try await browser.url() == peer.url + "/done?name=Zo%C3%A9")
                await #expect(throws: BrowserFailure.self) { try await name.text() }
                await #expect(throws: BrowserFailure.self) { try await browser.find("#nowhere") }
            }
        }

        @Test("presses keys, special ones and several at once")
        func keyboard() async throws {
            let peer = try SamplePage.serve(["/": SamplePage.whole(Self.form)])
            try await Browser.run { browser in
                try await browser.open(peer.url)
                try await browser.press("j", "?", .escape, .down)
                try await browser.chord(.control, .enter)
                #expect(try await browser.find("#keys").text() == "j ? Escape ArrowDown C-Control C-Enter")
                try await browser.press(.tab)
                #expect(try await browser.focused()?.attribute("id") == "name")
                try await browser.type("Été")
                #expect(try await browser.find("#name").property("value") == "Été")
            }
        }

        @Test("a session asks for its language, its colours and its size, and keeps pictures")
        func settings() async throws {
            let style = "p { color: black } @media (prefers-color-scheme: dark) { p { color: white } body { background: black } }"
            let peer = try SamplePage.serve(["/": SamplePage.whole("<p>Texte</p>", style: style)])
            try await Browser.run(BrowserSettings(width: 360, height: 740, isDark: true, reducesMotion: true, language: "en-GB,en")) {
                browser in
                try await browser.open(peer.url)
                #expect(peer.requests.first?.headers["accept-language"]?.hasPrefix("en-GB,en") == true)
                #expect(try await browser.find("p").style("color") == "rgba(255, 255, 255, 1)")
                #expect(try await browser.script("return [innerWidth, innerHeight]") == [360, 740])
                #expect(try await browser.script("return matchMedia('(prefers-reduced-motion: reduce)').matches") == true)
                let file = try await browser.screenshot("kit/dark")
                let picture = try Data(contentsOf: URL(fileURLWithPath: file))
                #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
                // Width and height are the first of the first chunk.
                #expect(picture[16..<24].elementsEqual([0, 0, 1, 104, 0, 0, 2, 228]))
                try await browser.prefer(dark: false)
                #expect(try await browser.find("p").style("color") == "rgba(0, 0, 0, 1)")
            }
        }

        @Test("pages run no scripts where that is asked; the driver still reads and clicks")
        func withoutScripts() async throws {
            let page = SamplePage.whole("<p id=a>avant</p><a href=/next>suite</a><script>a.textContent = 'après'</script>")
            let peer = try SamplePage.serve(["/": page, "/next": SamplePage.whole("<noscript>sans</noscript>")])
            try await Browser.run(.withoutScripts) { browser in
                try await browser.open(peer.url)
                #expect(try await browser.find("#a").text() == "avant")
                try await browser.find("a").click()
                try await browser.wait(forText: "sans")
            }
        }

        @Test("what a page's policy forbids is in the log, and the driver's scripts are no part of that")
        func policy() async throws {
            let page = SamplePage.whole("<p id=a>avant</p><script>document.querySelector('#a').textContent = 'après'</script>")
            let peer = try SamplePage.serve(["/": page], headers: ["content-security-policy": "default-src 'self'; script-src 'self'"])
            try await Browser.run { browser in
                try await browser.open(peer.url)
                #expect(try await browser.find("#a").text() == "avant")
                let log = try await browser.log()
                #expect(log.contains { $0.isPolicyViolation && $0.isError })
                #expect(try await browser.script("return document.title") == "Exemple")
                #expect(try await browser.log().isEmpty)
            }
        }

        @Test("cookies are read with what guards them")
        func cookies() async throws {
            let peer = try SamplePage.serve(
                ["/": SamplePage.whole()], headers: ["set-cookie": "session=abc; HttpOnly; SameSite=Lax; Path=/; Max-Age=3600"])
            try await Browser.run { browser in
                try await browser.open(peer.url)
                let cookie = try #require(try await browser.cookie("session"))
                #expect(cookie.value == "abc")
                #expect(cookie.isHTTPOnly)
                #expect(!cookie.isSecure)
                #expect(cookie.sameSite == "Lax")
                #expect(cookie.expiry != nil)
                try await browser.deleteCookies()
                #expect(try await browser.cookies().isEmpty)
            }
        }

        @Test("waiting ends at the condition, or at its limit with the reason")
        func waiting() async throws {
            let page = SamplePage.whole("<p id=a></p><script>setTimeout(() => a.textContent = 'arrivé', 200)</script>")
            let peer = try SamplePage.serve(["/": page])
            try await Browser.run { browser in
                try await browser.open(peer.url)
                try await browser.wait(forText: "arrivé")
                await #expect(throws: BrowserFailure.self) { try await browser.wait(for: "#never", within: .milliseconds(100)) }
            }
        }

        @Test("two browsers know nothing of each other")
        func two() async throws {
            let peer = try SamplePage.serve(["/": SamplePage.whole()])
            try await Browser.run { first in
                try await Browser.run { second in
                    try await first.open(peer.url)
                    try await second.open(peer.url)
                    try await first.setCookie("who", "first")
                    #expect(try await second.cookies().isEmpty)
                }
            }
        }

        @Test("a test that fails leaves a picture, no process and no profile")
        func failure() async throws {
            struct Planned: Error {}
            let processes = Mutexed<[Int]>([])
            await #expect(throws: Planned.self) {
                try await Browser.run(named: "planned") { browser in
                    try await browser.open("data:text/html,<title>x</title>")
                    processes.value = Self.browsers()
                    throw Planned()
                }
            }
            #expect(!processes.value.isEmpty)
            let left = Set(processes.value).intersection(Self.browsers())
            #expect(left.isEmpty)
            #expect(FileManager.default.fileExists(atPath: Browser.screenshots.appendingPathComponent("failure-planned.png").path))
        }

        /// Processes of Chromium that descend from this one or were its driver's.
        private static func browsers() -> [Int] {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return all.compactMap(Int.init).filter { process in
                let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
                return String(decoding: line, as: UTF8.self).contains("courtois-browser-")
            }
        }
    }
}

/// A value that a closure leaves behind.
private final class Mutexed<Value: Sendable>: @unchecked Sendable {
    // Written by one task alone, and read once it is over.
    var value: Value
    init(_ value: Value) { self.value = value }
}
