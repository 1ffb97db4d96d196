import Desk
import DeskHouse
import SQLiteStore
import Support
import Testing
import WebDriver

/// What hurried hands do: click on what they have not read, click twice, go on before a reply has left.
extension BrowserSuite {
    @Suite("Clicks in a browser")
    struct DeskClickTests {
        @Test("no click does anything in the moment a case opens: no draft is approved, and no field takes the keys")
        func unread() async throws {
            try await DeskBrowserTests.desk { house, browser in
                try await browser.command(
                    "Page.addScriptToEvaluateOnNewDocument", ["source": "window.moment = 100; performance.now = () => moment"])
                try await browser.open(house.url + "/cases/1")
                try await browser.script("moment = 700; addEventListener('submit', (event) => { window.isSent = true })")
                for button in try await browser.findAll(".actions .button") { try await button.click() }
                try await browser.find("#text").click()
                #expect(try await browser.script("return window.isSent").bool == nil)
                #expect(try await browser.focused()?.attribute("id") != "text")
                try await browser.script("moment = 900")
                try await browser.find(".actions .primary").click()
                try await browser.wait(for: ".toast [data-countdown]")
            }
        }

        @Test("a button that is pressed twice sends its form once, and is seen to be pressed")
        func twice() async throws {
            try await DeskBrowserTests.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                let sent = try await browser.script(
                    """
                    let sent = 0
                    addEventListener('submit', (event) => { if (!event.defaultPrevented) sent += 1; event.preventDefault() })
                    const button = document.querySelector('[data-key=A]')
                    button.click()
                    button.click()
                    await new Promise((resolve) => setTimeout(resolve, 50))
                    return [sent, button.disabled]
                    """)
                #expect(sent == [1, true])
            }
        }

        @Test("every approval that still runs is listed with its way back, on every page, the last first")
        func running() async throws {
            try await DeskBrowserTests.desk(policy: ReviewPolicy(undoSeconds: 600)) { house, browser in
                try await browser.open(house.url + "/cases/1")
                for number in 1...2 {
                    try await DeskBrowserTests.waitForReading(browser)
                    try await browser.press("A")
                    try await browser.wait(for: "body[data-case='\(number + 1)']")
                }
                #expect(try await browser.findAll(".toast [action$='/undo'] [data-countdown]").count == 2)
                #expect(try await browser.text().contains("Réponse au dossier 1 approuvée"))
                #expect(try await browser.audit() == [])
                try await browser.screenshot("desk/running")
                try await browser.open(house.url + "/")
                #expect(try await browser.findAll(".toast [action$='/undo']").count == 2)
                try await browser.press("u")
                try await browser.wait(forText: "le dossier 2 attend de nouveau")
                #expect(try await browser.findAll(".toast [action$='/undo']").count == 1)
                try await browser.press("u")
                try await browser.wait(forText: "le dossier 1 attend de nouveau")
                #expect(try await browser.findAll(".toast [action$='/undo']").isEmpty)
                for number in [1, 2] as [Int64] { #expect(try await house.store.file(of: number)?.case.status == .waiting) }
            }
        }

        @Test("words that were begun come back after whatever else was clicked, and stand beside a new draft")
        func typed() async throws {
            try await DeskBrowserTests.desk { house, browser in
                let words = "Nous vous répondrons sous un jour ouvré."
                func expectWords(_ step: Comment) async throws {
                    #expect(try await browser.find("#text").property("value").string == words, step)
                    #expect(try await browser.find("#restored").isShown(), step)
                    try await DeskBrowserTests.waitForReading(browser)
                }
                try await browser.open(house.url + "/cases/1")
                try await browser.find("#text").replace(with: words)
                try await browser.press(.escape)
                try await DeskBrowserTests.waitForReading(browser)
                try await browser.find("[action$='/claim'] button").click()
                try await browser.wait(forText: "Dossier 1 pris")
                try await expectWords("claimed")
                try await browser.press("n")
                try await browser.type("rappeler lundi")
                try await browser.find("[action$='/note'] button").click()
                try await browser.wait(forText: "Note ajoutée")
                try await expectWords("noted")
                try await browser.find(".crumbs a").click()
                try await browser.wait(for: "#queue")
                try await browser.open(house.url + "/cases/1")
                try await expectWords("back from the list")
                try await browser.script("document.querySelector('#intent').append(new Option('x', 'track_order', true, true))")
                try await browser.find("#intent ~ button").click()
                try await browser.wait(forText: "Nouveau brouillon rédigé")
                #expect(try await browser.find("#text").property("value").string != words)
                try await DeskBrowserTests.waitForReading(browser)
                try await browser.find("#kept button").click()
                #expect(try await browser.find("#text").property("value").string == words)
            }
        }

        @Test("k goes back as j goes on, and e leads to the place before the signature")
        func ways() async throws {
            try await DeskBrowserTests.desk { house, browser in
                try await browser.open(house.url + "/cases/2?from=%2F%3Fview%3Deveryone")
                try await browser.press("k")
                try await browser.wait(for: "body[data-case='1']")
                try await browser.press("e")
                let rest = try await browser.script("const t = document.querySelector('#text'); return t.value.slice(t.selectionStart)")
                #expect(rest.string?.hasPrefix("\n\nBien cordialement,") == true)
            }
        }

        @Test("on a phone the reply comes right behind the conversation")
        func phone() async throws {
            try await DeskBrowserTests.desk(BrowserSettings(width: 375, height: 740)) { house, browser in
                try await browser.open(house.url + "/cases/1")
                let reply = try await browser.find(".reply").rect()
                #expect(try await reply.y < browser.find(".understood").rect().y)
                #expect(try await reply.y > browser.find(".timeline").rect().y)
                #expect(try await browser.audit() == [])
                try await browser.screenshot("desk/case-phone", whole: true)
            }
        }

        @Test("a list of the brand’s texts is narrowed by what is typed over it")
        func blocks() async throws {
            try await DeskBrowserTests.desk { house, browser in
                try await browser.open(house.url + "/cases/1")
                try await browser.script("document.querySelector('[data-blocks]').open = true")
                let before = try await browser.script(
                    "return [...document.querySelectorAll('.blocks li')].filter((item) => !item.hidden).length")
                try await browser.find("[data-blocks] input[type=search]").type("desoles")
                let after = try await browser.script(
                    "return [...document.querySelectorAll('.blocks li')].filter((item) => !item.hidden).length")
                #expect(try #require(before.integer) > 3 && after.integer == 1)
            }
        }
    }
}
