import Desk
import DeskHouse
import SQLiteStore
import Support
import Testing
import WebDriver

/// A day at the desk, as somebody at a browser has it.
extension BrowserSuite {
    @Suite("The desk in a browser")
    struct DeskBrowserTests {
        private static let text = "Où est ma commande FR-48213 ?"

        /// A house with a few cases, and a browser that is signed in.
        static func desk(
            _ settings: BrowserSettings = BrowserSettings(), policy: ReviewPolicy = ReviewPolicy(), named name: String = #function,
            _ body: @escaping @Sendable (DeskHouse, Browser) async throws -> Void
        ) async throws {
            try await DeskHouse.run(policy: policy) { house in
                try await house.receive(
                    DeskHouse.line("m1", text, name: "Léa Martin"), DeskHouse.line("m2", "suivi de mon colis svp", name: "Hugo"),
                    DeskHouse.line("m3", "où en est mon “côlis”", name: "Inès"))
                try await house.add("zoé")
                try await Browser.run(settings, named: name) { browser in
                    try await signIn(house, browser)
                    try await body(house, browser)
                    #expect(try await browser.log().filter { $0.isPolicyViolation }.map(\.text) == [])
                }
            }
        }

        static func signIn(_ house: DeskHouse, _ browser: Browser, as name: String = "zoé") async throws {
            try await browser.open(house.url + "/sign-in")
            try await browser.find("#name").replace(with: name)
            try await browser.find("#password").type(DeskHouse.password)
            try await browser.find(".door .button").click()
            try await browser.wait(for: "#queue")
        }

        /// Until a page takes what is pressed for the word of somebody who has seen it.
        static func waitForReading(_ browser: Browser) async throws {
            try await browser.wait(for: "a page that has been open for a moment") {
                try await browser.script(
                    """
                    const end = performance.getEntriesByType('navigation')[0].loadEventEnd
                    return end > 0 && performance.now() - end > 750
                    """
                ).bool == true
            }
        }

        @Test("the queue is worked by keyboard alone: choose, open, approve, go on, take back, search, list of keys")
        func keyboard() async throws {
            try await Self.desk { house, browser in
                try await browser.press("j", "j")
                #expect(try await browser.find(".row.chosen").attribute("data-case") == "2")
                try await browser.press("k", "o")
                try await browser.wait(for: "[data-case='1'] textarea")
                try await Self.waitForReading(browser)
                try await browser.press("A")
                try await browser.wait(for: "body[data-case='2']")
                #expect(try await house.store.file(of: 1)?.case.status == .answered)
                try await browser.press("u")
                try await browser.wait(forText: "attend de nouveau")
                #expect(try await house.store.file(of: 1)?.case.status == .waiting)
                try await browser.press("?")
                #expect(try await browser.find("#keys").isShown())
                try await browser.press(.escape)
                try await browser.press("/")
                try await browser.type("colis")
                try await browser.press(.enter)
                try await browser.wait(for: ".row[data-case='3']")
                #expect(try await browser.findAll(".row").count == 2)
            }
        }

        @Test("letters are text while one writes, and Escape leaves the field")
        func typing() async throws {
            try await Self.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                try await browser.press("e")
                #expect(try await browser.focused()?.attribute("name") == "text")
                try await browser.type("arsn?")
                #expect(try await browser.find("#text").property("value").string?.contains("arsn?") == true)
                try await browser.press(.escape)
                #expect(try await browser.focused()?.attribute("name") != "text")
                #expect(try await house.store.file(of: 1)?.case.version == 1)
            }
        }

        @Test("the proofreader reads along, and a text that is mended goes")
        func editing() async throws {
            try await Self.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                let field = try await browser.find("#text")
                try await field.replace(with: "Tu peux attendre.")
                try await browser.wait(forText: "Tutoiement")
                #expect(try await browser.find("#verdict").text().contains("remarque"))
                #expect(try await browser.find("#length").text() == "17")
                try await browser.screenshot("desk/proofreading")
                try await field.replace(with: "Nous vous répondrons sous un jour ouvré.")
                try await browser.wait(forText: "n’a rien à redire")
                #expect(try await browser.findAll("#findings li").isEmpty)
                try await browser.press(.escape)
                try await Self.waitForReading(browser)
                try await browser.press("a")
                try await browser.wait(for: ".toast [data-countdown]")
                #expect(try await house.store.file(of: 1)?.case.draft?.author == "zoé")
                #expect(
                    try await house.store.deliveries([.queued], after: 0, most: 9).map(\.reply.text) == [
                        "Nous vous répondrons sous un jour ouvré."
                    ])
            }
        }

        @Test("the seconds run down, and with them goes the way back")
        func countdown() async throws {
            try await Self.desk(policy: ReviewPolicy(undoSeconds: 2)) { house, browser in
                try await browser.open(house.url + "/cases/1")
                try await Self.waitForReading(browser)
                try await browser.press("a")
                try await browser.wait(for: ".toast [data-countdown]")
                try await browser.wait(for: "the end of the countdown") { try await !browser.exists("[data-countdown]") }
                #expect(try await house.store.file(of: 1)?.case.status == .answered)
            }
        }

        @Test("two at one case: the second is shown both texts, loses none, and may keep their own")
        func conflict() async throws {
            try await Self.desk { house, browser in
                try await house.add("max")
                try await browser.open(house.url + "/cases/1")
                try await Browser.run(named: "conflict") { other in
                    try await Self.signIn(house, other, as: "max")
                    try await other.open(house.url + "/cases/1")
                    try await other.find("#text").replace(with: "Le texte de Max.")
                    try await Self.waitForReading(other)
                    try await other.find("[formaction$='/draft']").click()
                    try await other.wait(forText: "Texte enregistré")
                }
                try await browser.wait(forText: "Ce dossier vient de changer")
                try await browser.find("#text").replace(with: "Le texte de Zoé.")
                try await browser.press(.escape)
                try await Self.waitForReading(browser)
                try await browser.press("a")
                try await browser.wait(for: "body.clash")
                #expect(try await browser.text().contains("Le texte de Max."))
                #expect(try await browser.find("#text").property("value") == "Le texte de Zoé.")
                #expect(try await browser.audit() == [])
                try await browser.screenshot("desk/conflict", whole: true)
                try await browser.find(".side .primary").click()
                try await browser.wait(for: "body.file")
                #expect(try await house.store.file(of: 1)?.case.draft?.text == "Le texte de Zoé.")
            }
        }

        @Test("what arrives is seen and said without reloading, counts follow, and the chosen row stays")
        func live() async throws {
            try await Self.desk { house, browser in
                try await browser.press("j", "j")
                try await house.receive(DeskHouse.line("m9", "où est ma commande ?", name: "Nouvelle"))
                try await browser.wait(for: ".row[data-case='4']")
                #expect(try await browser.find("[data-count='everyone']").text() == "4")
                #expect(try await browser.find(".toasts").attribute("aria-live") == "polite")
                #expect(try await browser.find(".toasts").text().contains("1 nouveau message"))
                #expect(try await browser.find(".row.chosen").attribute("data-case") == "2")
                #expect(try await browser.focused()?.attribute("href")?.contains("/cases/2") == true)
                _ = try await house.store.review(ReviewChange(1, .claim, by: Sample.max, at: house.clock.now)).get()
                try await browser.wait(forText: "max s’en occupe")
            }
        }

        @Test("a case is given to another team by its key")
        func escalate() async throws {
            try await Self.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                try await Self.waitForReading(browser)
                try await browser.press("s")
                #expect(try await browser.focused()?.attribute("id") == "team")
                try await browser.script("document.querySelector('#team').value = 'legal'")
                try await browser.find("#escalate-note").type("journaliste")
                try await browser.find("[action$='/escalation'] button").click()
                try await browser.wait(for: "body[data-case='2']")
                #expect(try await house.store.file(of: 1)?.case.team == .legal)
                #expect(try await house.store.file(of: 1)?.notes.map(\.text) == ["journaliste"])
            }
        }

        @Test("words typed when the session had ended come back with the case, until they are kept")
        func wordsComeBack() async throws {
            try await Self.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                let words = "Nous vous répondrons sous un jour ouvré."
                try await browser.find("#text").replace(with: words)
                let zoe = try #require(try await house.store.users().first)
                try await house.store.closeSessions(of: zoe.id, by: "test", at: house.clock.now)
                try await Self.waitForReading(browser)
                try await browser.find("[formaction$='/draft']").click()
                try await browser.wait(for: ".problem [readonly]")
                #expect(try await browser.find(".problem [readonly]").property("value").string == words)
                #expect(try await browser.audit() == [])
                try await browser.screenshot("desk/words-unkept")
                try await Self.signIn(house, browser)
                try await browser.open(house.url + "/cases/2")
                #expect(try await !browser.find("#restored").isShown())
                try await browser.open(house.url + "/cases/1")
                #expect(try await browser.find("#text").property("value").string == words)
                #expect(try await browser.find("#restored").isShown())
                #expect(try await browser.audit() == [])
                try await browser.screenshot("desk/words-restored")
                try await Self.waitForReading(browser)
                try await browser.find("[formaction$='/draft']").click()
                try await browser.wait(forText: "Texte enregistré")
                #expect(try await browser.script("return Object.keys(sessionStorage).length").integer == 0)
                #expect(try await !browser.find("#restored").isShown())
            }
        }

        @Test("a reply that may have arrived is confirmed on its case’s page, which anybody can read", arguments: ["fr", "en"])
        func mayHaveArrived(_ language: String) async throws {
            try await Self.desk(named: "mayHaveArrived-\(language)") { house, browser in
                for number in 1...2 {
                    let approve = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d\(number)")
                    _ = try await house.store.review(
                        ReviewChange(Int64(number), version: 1, approve, by: Sample.max, at: house.clock.now)
                    ).get()
                }
                let now = house.clock.now + 60
                let claim = DeliveryClaim(most: 2, mostPerAccount: 2, worker: "courier", seconds: 60)
                for (delivery, settlement) in zip(
                    try await house.store.claim(claim, now: now),
                    [Settlement.unknown(cause: "timed out"), .refused(code: "400", words: "Bad Request: message is too long")])
                {
                    guard case .leased(let lease) = delivery.state,
                        case .granted(let written) = try await house.store.markWriting(lease, .once, until: now + 30, now: now)
                    else { continue }
                    try await house.store.settle(written, settlement, now: now + 1)
                }
                house.clock.advance(seconds: 90)
                try await browser.open(house.url + "/cases/2")
                try await browser.find(".menu summary").click()
                try await browser.find("[name='language'][value='\(language)'] + span").click()
                try await browser.find(".sheet .wide").click()
                try await browser.wait(for: "html[lang='\(language)']")
                #expect(try await browser.audit() == [])
                #expect(try await browser.find("#text").property("value").string?.isEmpty == false)
                try await browser.screenshot("desk/refused-\(language)", whole: true)
                try await browser.open(house.url + "/cases/1")
                #expect(try await browser.audit() == [])
                #expect(try await browser.find("#text").property("value").string == "")
                try await browser.screenshot("desk/unknown-\(language)", whole: true)
                try await Self.waitForReading(browser)
                try await browser.find("[formaction$='/confirmation']").click()
                try await browser.wait(for: ".toast")
                #expect(try await house.store.delivery(1)?.state.kind == .sent)
            }
        }

        @Test("without scripts everything can be done: sign in, open, insert, approve, take back, search, choose dark")
        func withoutScripts() async throws {
            try await Self.desk(.withoutScripts) { house, browser in
                try await browser.find(".row[data-case='1'] a").click()
                try await browser.wait(for: "body.file")
                try await browser.find(".fold summary").click()
                try await browser.find("[name='block']").click()
                try await browser.wait(for: "#text")
                #expect(try await house.store.file(of: 1)?.case.version == 1)
                try await browser.open(house.url + "/cases/1")
                try await browser.find(".actions .primary").click()
                try await browser.wait(for: "[action='/cases/1/undo']")
                try await browser.find("[action='/cases/1/undo'] button").click()
                try await browser.wait(forText: "attend de nouveau")
                #expect(try await house.store.file(of: 1)?.case.status == .waiting)
                try await browser.find("#q").type("côlis")
                try await browser.press(.enter)
                try await browser.wait(for: ".row[data-case='3']")
                try await browser.find(".menu summary").click()
                try await browser.find("[name='theme'][value='dark'] + span").click()
                try await browser.find(".sheet .wide").click()
                try await browser.wait(for: "html[data-theme='dark']")
                try await browser.screenshot("desk/without-scripts-dark")
            }
        }

        @Test("evidence is reached by Tab, and tells its phrase, place and points")
        func evidence() async throws {
            try await Self.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                #expect(try await !browser.find(".tip").isShown())
                try await browser.script(
                    "document.querySelector('mark').previousSibling; document.querySelector('.crumbs a:last-child').focus()")
                try await browser.press(.tab)
                #expect(try await browser.focused()?.text() == "Où est ma commande")
                let tip = try await browser.find(".tip")
                #expect(try await tip.isShown())
                let words = try await tip.text()
                #expect(words.contains("orders/track_order.yaml:7") && words.contains("points"))
            }
        }
    }
}
