import Desk
import DeskHouse
import SQLiteStore
import Support
import Testing
import WebDriver

/// What scripts add to pages: keys, the clipboard, and a line to the server.
extension BrowserSuite {
    @Suite("Keys, copies and news in a browser")
    struct DeskKeyTests {
        /// A house of one case, and a browser that is signed in and has it open.
        private static func open(
            _ text: String, _ rules: DeskHouse.Rules = .sample, named name: String = #function,
            _ body: @escaping @Sendable (DeskHouse, Browser) async throws -> Void
        ) async throws {
            try await DeskHouse.run(rules) { house in
                try await house.receive(DeskHouse.line("m1", text))
                try await house.add("zoé")
                try await Browser.run(named: name) { browser in
                    try await DeskBrowserTests.signIn(house, browser)
                    try await browser.open(house.url + "/cases/1")
                    try await body(house, browser)
                    #expect(try await browser.log().filter { $0.isPolicyViolation }.map(\.text) == [])
                }
            }
        }

        @Test("a case is taken, noted and rejected by keys alone")
        func otherKeys() async throws {
            try await Self.open("Où est ma commande FR-48213 ?") { house, browser in
                try await browser.press("c")
                try await browser.wait(forText: "Dossier 1 pris")
                #expect(try await house.store.file(of: 1)?.case.claim?.by == "zoé")
                try await browser.press("n")
                #expect(try await browser.focused()?.attribute("id") == "note")
                try await browser.type("rappeler lundi")
                try await browser.press(.tab, .enter)
                try await browser.wait(forText: "Note ajoutée")
                #expect(try await house.store.file(of: 1)?.notes.map(\.text) == ["rappeler lundi"])
                try await browser.press("r")
                #expect(try await browser.focused()?.attribute("id") == "reject-reason")
                try await browser.type("trop froid")
                try await browser.press(.tab, .enter)
                try await browser.wait(forText: "Brouillon du dossier 1 refusé")
                #expect(try await house.store.file(of: 1)?.case.draft?.state.kind == .rejected)
            }
        }

        @Test("a key held down approves one draft and none of the pages that follow")
        func heldKey() async throws {
            try await Self.open("Où est ma commande FR-48213 ?") { house, browser in
                try await house.receive(DeskHouse.line("m2", "suivi de mon colis svp"), DeskHouse.line("m3", "où en est mon colis ?"))
                let down: JSON = ["type": "keyDown", "key": "A", "code": "KeyA", "text": "A", "modifiers": 8, "windowsVirtualKeyCode": 65]
                let again: JSON = [
                    "type": "keyDown", "key": "A", "code": "KeyA", "text": "A", "modifiers": 8, "windowsVirtualKeyCode": 65,
                    "autoRepeat": true,
                ]
                try await DeskBrowserTests.waitForReading(browser)
                _ = try await browser.command("Input.dispatchKeyEvent", down)
                try await browser.wait(for: "body[data-case='2']")
                try await DeskBrowserTests.waitForReading(browser)
                for _ in 0..<10 { _ = try await browser.command("Input.dispatchKeyEvent", again) }
                // What a repeated key sets off would be under way before this is.
                try await browser.press("c")
                try await browser.wait(forText: "Dossier 2 pris")
                #expect(try await house.store.file(of: 1)?.case.status == .answered)
                #expect(try await house.store.file(of: 2)?.case.status == .waiting)
                #expect(try await house.store.file(of: 3)?.case.status == .waiting)
            }
        }

        @Test("no draft is approved by a key in the moment its page opens")
        func unread() async throws {
            try await Self.open("Où est ma commande FR-48213 ?") { house, browser in
                try await browser.command(
                    "Page.addScriptToEvaluateOnNewDocument", ["source": "window.moment = 100; performance.now = () => moment"])
                try await browser.open(house.url + "/cases/1")
                try await browser.script("moment = 700; addEventListener('submit', (event) => { window.isSent = true })")
                try await browser.press("a", "A")
                #expect(try await browser.script("return window.isSent").bool == nil)
                try await browser.script("moment = 900")
                try await browser.press("a")
                try await browser.wait(for: ".toast [data-countdown]")
            }
        }

        @Test("the first of the other requests is drafted for by its key")
        func choice() async throws {
            try await Self.open("slt jai tjs pas recu ma comande, cest normal ?", .shipped) { house, browser in
                let choice = try await browser.find(".redraft [data-key='1']").property("value").string
                try await browser.press("1")
                try await browser.wait(forText: "Nouveau brouillon rédigé")
                let item = try #require(try await house.store.file(of: 1)).case
                #expect(item.version == 2 && item.intent == choice && item.draft?.author == nil)
            }
        }

        @Test("a value is copied by its chip, with a clipboard and without one, and Escape takes a tip away", arguments: [true, false])
        func copy(_ hasClipboard: Bool) async throws {
            try await Self.open("Où est ma commande FR-48213 ?") { _, browser in
                if !hasClipboard {
                    // As over HTTP from another machine.
                    try await browser.script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
                }
                try await browser.find("[data-copy]").click()
                try await browser.wait(forText: "Copié.")
                try await browser.find("#text").replace(with: "")
                try await browser.chord(.control, "v")
                #expect(try await browser.find("#text").property("value") == "FR-48213")
                try await browser.script("document.querySelector('mark').focus()")
                #expect(try await browser.find(".tip").isShown())
                try await browser.press(.escape)
                #expect(try await !browser.find(".tip").isShown())
            }
        }

        @Test("that a case is late is seen in open pages")
        func due() async throws {
            try await Self.open("Mon avocat vous écrira") { house, browser in
                for path in ["/", "/cases/2"] {
                    if path != "/" { try await house.receive(DeskHouse.line("m2", "Mon avocat vous écrira")) }
                    try await browser.open(house.url + path)
                    let before = try await browser.find(".due").text()
                    house.clock.advance(seconds: 4 * 3600)
                    // As a page is looked at again; otherwise once a minute.
                    try await browser.script("document.dispatchEvent(new Event('visibilitychange'))")
                    try await browser.wait(for: "a word that \(before) is past") {
                        try await browser.find(".due").text() == "retard, " + before
                    }
                }
            }
        }

        @Test("a broken line is said, and what happened meanwhile is told once it stands again")
        func offline() async throws {
            try await Self.open("Où est ma commande FR-48213 ?") { house, browser in
                // Lines that lead nowhere while they are cut, as where a server is started anew behind its proxy.
                try await browser.command(
                    "Page.addScriptToEvaluateOnNewDocument",
                    [
                        "source": """
                        const Line = EventSource;
                        window.EventSource = class extends Line {
                            constructor(address) { super(window.isCut ? '/nowhere' : address); window.line = this; }
                        };
                        """
                    ])
                try await browser.open(house.url + "/")
                try await browser.wait(for: "a line") { try await browser.script("return line.readyState").integer == 1 }
                try await browser.script("window.isCut = true; line.close(); line.dispatchEvent(new Event('error'))")
                try await browser.wait(for: "the word that nothing comes") { try await browser.find("#offline").isShown() }
                #expect(try await browser.audit() == [])
                try await house.receive(DeskHouse.line("m2", "suivi de mon colis"))
                try await browser.script("window.isCut = false")
                try await browser.wait(for: ".row[data-case='2']")
                try await browser.wait(for: "no word of it any more") { try await !browser.find("#offline").isShown() }
            }
        }
    }
}
