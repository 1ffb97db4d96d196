import Desk
import DeskHouse
import Foundation
import IntentEngine
import SQLiteStore
import Support
import Testing
import WebDriver

/// Figures and rules as people at a browser have them.
extension BrowserSuite {
    @Suite("Figures and rules in a browser")
    struct FigureBrowserTests {
        /// A house with some weeks of messages behind it, and a browser with a manager signed in.
        private static func desk(
            _ settings: BrowserSettings = BrowserSettings(), named name: String = #function,
            _ body: @escaping @Sendable (DeskHouse, Browser) async throws -> Void
        ) async throws {
            try await DeskHouse.run(.shipped) { house in
                try await fill(house)
                try await house.add("ada", role: .manager)
                try await Browser.run(settings, named: name) { browser in
                    try await DeskBrowserTests.signIn(house, browser, as: "ada")
                    try await body(house, browser)
                    #expect(try await browser.log().filter { $0.isPolicyViolation || $0.isError }.map(\.text) == [])
                }
            }
        }

        /// Three weeks of the sample inbox, more of it on some days, with what colleagues made of the drafts.
        private static func fill(_ house: DeskHouse) async throws {
            let texts = [
                "Où est ma commande FR-48213 ?", "slt jai tjs pas recu mon colis", "Merci beaucoup, service parfait !",
                "C’est inadmissible, je suis furieuse, le vase est arrivé cassé", "Comment modifier mon adresse de livraison ?",
                "Je voudrais être remboursée", "Mon code promo ne marche pas", "Which sizes do you have left in store?",
            ]
            for day in 0..<21 {
                let count = 3 + (day * 7) % 5
                let lines = (0..<count).map { number in
                    DeskHouse.line(
                        "d\(day)-\(number)", texts[(day + number * 3) % texts.count], name: "Léa Martin",
                        channel: ["email", "instagram", "whatsapp"][number % 3])
                }
                let numbers = try await house.receive(lines)
                let zoe = Colleague(name: "zoé", role: .reviewer)
                for (place, case_) in numbers.enumerated() where place < 2 {
                    let at = house.clock.now + 1800 + place * 3600
                    if place == 1, day % 3 == 0 {
                        _ = try await house.store.review(
                            ReviewChange(case_, version: 1, .reject(reason: "ton"), by: zoe, at: at))
                    } else {
                        // Now and then it was something else.
                        let wasOther = place == 0 && day % 4 == 1
                        if wasOther {
                            let draft = Draft(
                                text: "Bonjour,\n\nNous regardons cela.", language: .french, visibility: .private,
                                template: "product_question/fr/private/1", findings: [])
                            let redraft = Redraft(intent: "product_question", draft: draft, isSensitive: false)
                            _ = try await house.store.review(ReviewChange(case_, version: 1, .redraft(redraft), by: zoe, at: at))
                        }
                        let approval = ReviewAction.approve(note: nil, acceptsFindings: true, delivery: "x\(day)-\(place)")
                        _ = try await house.store.review(ReviewChange(case_, version: wasOther ? 2 : 1, approval, by: zoe, at: at))
                    }
                }
                house.clock.advance(seconds: 86400)
            }
        }

        private static func expectNone(_ findings: [AccessibilityFinding], at location: SourceLocation = #_sourceLocation) {
            #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: " | "))", sourceLocation: location)
        }

        @Test("figures pass every rule of accessibility, light, dark and narrow", arguments: [false, true])
        func figures(_ isDark: Bool) async throws {
            try await Self.desk(BrowserSettings(isDark: isDark)) { house, browser in
                try await browser.find("nav a[href='/figures']").click()
                try await browser.wait(for: ".chart")
                let name = isDark ? "figures-dark" : "figures"
                try await browser.screenshot("desk/\(name)", whole: true)
                Self.expectNone(try await browser.auditWhole(mostStops: 30))
                try await browser.resize(width: 360, height: 740)
                try await browser.open(house.url + "/figures")
                try await browser.screenshot("desk/\(name)-narrow", whole: true)
                #expect(try await browser.findAll(".chart .bar").count == 21)
                // Hidden behind a summary that the keyboard opens.
                let summary = try await browser.find("details.table summary")
                try await browser.script("arguments[0].focus()", summary.json)
                try await browser.press(.enter)
                #expect(try await browser.find("details.table table").isShown())
                Self.expectNone(try await browser.auditWidth())
            }
        }

        @Test("hostile names leave figures and rules whole: no script runs, nothing scrolls sideways, the policy holds")
        func hostile() async throws {
            let names = [
                "<script>document.title='x'</script>", "\"><img src=x onerror=\"document.title='x'\">", "\u{202E}txt.exe \u{2066}abc",
                String(repeating: "canal", count: 39), String(repeating: "a\u{200B}", count: 99),
                "שלום " + String(repeating: "ה", count: 150),
                "z" + String(repeating: "\u{300}", count: 190), "{{w.queue}}</td></table>", "'; alert(1) //", "=cmd|' /C calc'!A0",
            ]
            try await DeskHouse.run { house in
                try await house.receive(names.enumerated().map { DeskHouse.line("m\($0)", "où est ma commande ?", channel: $1) })
                try await house.add("ada", role: .manager)
                for settings in [BrowserSettings.narrow, BrowserSettings()] {
                    try await Browser.run(settings) { browser in
                        try await DeskBrowserTests.signIn(house, browser, as: "ada")
                        try await browser.open(house.url + "/figures")
                        #expect(try await browser.findAll(".panels tbody tr").count > names.count)
                        Self.expectNone(try await browser.auditWidth())
                        Self.expectNone(try await browser.audit())
                        try await browser.screenshot("desk/hostile-figures-\(settings.width)", whole: true)
                        for name in names {
                            try await browser.open(house.url + "/rulebook")
                            let text = name + " où est ma commande FR-48213 " + name
                            try await browser.script("document.querySelector('#text').value = arguments[0]", .string(text))
                            try await browser.find(".try .button").click()
                            try await browser.wait(for: "#explanation")
                            Self.expectNone(try await browser.auditWidth())
                            #expect(try await browser.title() != "x")
                        }
                        try await browser.screenshot("desk/hostile-trial-\(settings.width)", whole: true)
                        #expect(try await browser.log().filter { $0.isPolicyViolation || $0.isError }.map(\.text) == [])
                    }
                }
            }
        }

        @Test("a period is chosen by link and by days, and its table is taken away")
        func period() async throws {
            try await Self.desk { house, browser in
                try await browser.open(house.url + "/figures")
                try await browser.find(".period a[href*='days=7']").click()
                try await browser.wait(for: ".period a[aria-current][href*='days=7']")
                let through = try await browser.find("#through").property("value").string
                let from = try await browser.find("#from").property("value").string
                #expect(from != nil && from != through)
                // What the browser fetches by the link, with its session.
                let table = try await browser.script(
                    """
                    const answer = await fetch(document.querySelector('.downloads a').href);
                    return [answer.status, answer.headers.get('content-disposition'), await answer.text()];
                    """)
                #expect(table[0] == 200 && table[1].string?.contains("attachment") == true)
                #expect(table[2].string?.split(separator: "\r\n").count == 8)
            }
        }

        @Test("a manager tries a message, without scripts as well, and finds the rule behind it", arguments: [true, false])
        func trial(_ runsScripts: Bool) async throws {
            try await Self.desk(BrowserSettings(runsScripts: runsScripts)) { house, browser in
                try await browser.open(house.url + "/rulebook")
                #expect(try await browser.findAll(".corrected tbody tr").count == 5)
                if runsScripts {
                    try await browser.screenshot("desk/rulebook", whole: true)
                    Self.expectNone(try await browser.auditWhole(mostStops: 30))
                }
                try await browser.find("#text").type("bonjour, jai tjs pas recu mon colis FR-48213, c’est inadmissible")
                try await browser.find(".try .button").click()
                try await browser.wait(for: "#explanation")
                #expect(try await browser.find(".scores .stands a").attribute("href") == "/rulebook/intents/late_delivery")
                #expect(try await browser.find("#explanation").text().contains("FR-48213"))
                try await browser.screenshot("desk/trial\(runsScripts ? "" : "-without-scripts")", whole: true)
                if runsScripts {
                    Self.expectNone(try await browser.auditWhole(mostStops: 30))
                    try await browser.prefer(dark: true)
                    Self.expectNone(try await browser.audit([.contrast]))
                    try await browser.resize(width: 360, height: 740)
                    try await browser.screenshot("desk/trial-narrow-dark", whole: true)
                }
                // By the keyboard, which brings what it comes to out from under the bar.
                let link = try await browser.find(".scores .stands a")
                try await browser.script("arguments[0].focus()", link.json)
                try await browser.press(.enter)
                try await browser.wait(for: ".samples")
                try await browser.screenshot("desk/intent", whole: false)
                Self.expectNone(try await browser.audit())
                Self.expectNone(try await browser.auditWidth())
            }
        }
    }
}
