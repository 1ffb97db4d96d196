import Desk
import DeskHouse
import SQLiteStore
import Support
import Testing
import WebDriver

/// What everybody must be able to read and reach, on every page, with the sample inbox.
extension BrowserSuite {
    @Suite("The look of the desk")
    struct DeskLookTests {
        /// A page, and what it takes to be there.
        private static let pages = [
            ("queue", "/?view=everyone"), ("done", "/?view=past"), ("empty", "/?view=everyone&language=other"),
            ("search", "/search?q=commande"), ("account", "/account"), ("people", "/people"),
            ("freeze", "/freeze"),
        ]

        @Test(
            "every page keeps to the rules of accessibility, light and dark, wide and at 360 px; pictures are kept",
            arguments: [false, true])
        func rules(_ isDark: Bool) async throws {
            try await DeskHouse.run(.shipped) { house in
                try await house.receiveInbox()
                try await house.add("zoé", role: .manager, team: .customerService)
                _ = try await house.store.review(ReviewChange(5, .claim, by: Sample.max, at: house.clock.now)).get()
                for number: Int64 in [2, 3, 4] {
                    let version = try await house.store.file(of: number)?.case.version
                    let action: ReviewAction =
                        number == 4 ? .close(reason: "doublon") : .approve(note: nil, acceptsFindings: true, delivery: "look-\(number)")
                    _ = try await house.store.review(ReviewChange(number, version: version, action, by: Sample.max, at: house.clock.now))
                }
                let angry = try await house.store.queue(QueueQuery(filter: QueueFilter(priority: .p1))).items.first?.case.number ?? 1
                try await Browser.run(BrowserSettings(isDark: isDark)) { browser in
                    let look = isDark ? "dark" : "light"
                    try await browser.open(house.url + "/sign-in")
                    Self.expectNone(try await browser.auditWhole(), "sign-in")
                    try await browser.screenshot("desk/sign-in-\(look)")
                    try await DeskBrowserTests.signIn(house, browser)
                    for (name, path) in Self.pages + [
                        ("case", "/cases/6"), ("case-others", "/cases/30"),
                        ("case-done", "/cases/2"), ("case-urgent", "/cases/\(angry)"), ("missing", "/cases/999"),
                    ] {
                        try await browser.open(house.url + path)
                        try await browser.screenshot("desk/\(name)-\(look)")
                        Self.expectNone(try await browser.auditWhole(), "\(name)")
                        try await browser.resize(width: 360, height: 740)
                        try await browser.open(house.url + path)
                        Self.expectNone(try await browser.audit(), "\(name) at 360 px")
                        try await browser.screenshot("desk/\(name)-\(look)-narrow", whole: true)
                        try await browser.resize(width: 1280, height: 900)
                    }
                    try await browser.press("?")
                    Self.expectNone(try await browser.audit(), "keys")
                    try await browser.screenshot("desk/keys-\(look)")
                    #expect(try await browser.log().filter { $0.isPolicyViolation }.map(\.text) == [])
                }
            }
        }

        @Test("the same pages in English keep to the rules, and hold no word of the French interface")
        func english() async throws {
            try await DeskHouse.run(.shipped) { house in
                try await house.receiveInbox()
                try await house.add("zoé", role: .manager, team: .customerService)
                try await Browser.run(.english) { browser in
                    try await DeskBrowserTests.signIn(house, browser)
                    for (name, path) in Self.pages + [("case", "/cases/3"), ("figures", "/figures"), ("rulebook", "/rulebook")] {
                        try await browser.open(house.url + path)
                        #expect(try await browser.script("return document.documentElement.lang") == "en")
                        try await browser.screenshot("desk/\(name)-english")
                        Self.expectNone(try await browser.audit(), name)
                        let words = try await browser.script(
                            "return [...document.querySelectorAll('header, h1, h2, h3, label, button, summary, dt, th')].map(e => e.innerText).join(' ')"
                        )
                        for french in [
                            "Dossier", "Chiffres", "Règles", "Filtres", "Réponse", "Équipe", "Rechercher", "Approuver", "Demande",
                        ] {
                            #expect(words.string?.contains(french) == false, "\(french) on \(name)")
                        }
                    }
                }
            }
        }

        private static func expectNone(_ findings: [AccessibilityFinding], _ page: String) {
            #expect(findings.isEmpty, "\(page): \(findings.map(\.description).joined(separator: " | "))")
        }

        @Test("hostile texts leave the page whole: no script runs, nothing scrolls sideways, the policy holds")
        func hostile() async throws {
            let texts = [
                "<script>document.title = 'x'</script>", "\"><img src=x onerror=\"document.title='x'\">", "\u{202E}txt.exe \u{2066}abc",
                String(repeating: "mot", count: 40_000), String(repeating: "a\u{200B}", count: 2000),
                "שלום עולם " + String(repeating: "ה", count: 200),
                "z" + String(repeating: "\u{300}", count: 500), "https://" + String(repeating: "a", count: 3000) + ".example",
            ]
            try await DeskHouse.run { house in
                try await house.receive(texts.enumerated().map { DeskHouse.line("m\($0)", $1, name: String($1.prefix(300))) })
                try await house.add("zoé")
                try await Browser.run(.narrow) { browser in
                    try await DeskBrowserTests.signIn(house, browser)
                    for path in ["/"] + (1...texts.count).map({ "/cases/\($0)" }) {
                        try await browser.open(house.url + path)
                        #expect(try await browser.auditWidth() == [], "\(path)")
                        #expect(try await browser.title() != "x")
                    }
                    try await browser.open(house.url + "/")
                    try await browser.screenshot("desk/hostile", whole: true)
                    let log = try await browser.log()
                    #expect(log.filter { $0.isPolicyViolation || $0.isError }.map(\.text) == [])
                }
            }
        }

        @Test("the first page weighs less than 100 kB over the wire, and asks nobody else for anything")
        func weight() async throws {
            try await DeskHouse.run { house in
                try await house.receive((1...50).map { DeskHouse.line("m\($0)", "où est ma commande ?") })
                try await house.add("zoé")
                try await Browser.run { browser in
                    try await DeskBrowserTests.signIn(house, browser)
                    let sizes = try await browser.script(
                        """
                        return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                            .filter(entry => !entry.name.includes('/events?')).map(entry => [entry.name, entry.encodedBodySize])
                        """)
                    var total = 0
                    for size in sizes.array {
                        #expect(size.array.first?.string?.hasPrefix(house.url) == true)
                        total += size.array.last?.integer ?? 0
                    }
                    print("first load: \(total) bytes in \(sizes.array.count) files")
                    #expect(total > 10_000 && total < 100_000, "\(total)")
                }
            }
        }
    }
}
