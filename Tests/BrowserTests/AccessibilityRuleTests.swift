import Foundation
import Peers
import Testing
import WebDriver

extension BrowserSuite {
    @Suite("Accessibility rules")
    struct AccessibilityRuleTests {
        /// A page that breaks one rule, and a part of what is said about it.
        private struct Offence: Sendable {
            let rule: String
            let page: String
            let cause: String

            init(_ rule: String, _ cause: String, body: String, style: String = "") {
                (self.rule, self.cause, page) = (rule, cause, SamplePage.whole(body, style: style))
            }

            init(_ rule: String, _ cause: String, replacing part: String, with other: String) {
                (self.rule, self.cause, page) = (rule, cause, SamplePage.whole().replacingOccurrences(of: part, with: other))
            }
        }

        private static let offences = [
            Offence("language", "no valid lang", replacing: " lang=\"fr\"", with: ""),
            Offence("language", "lang “français”", body: "<p lang=français>x</p>"),
            Offence("title", "no title", replacing: "Exemple", with: ""),
            Offence("landmarks", "0 main landmarks", replacing: "main>", with: "div>"),
            Offence("landmarks", "one of several, without a name", body: "<nav>a</nav><nav>b</nav>"),
            Offence("headings", "level 3 after 1", body: "<h3>Trop bas</h3>"),
            Offence("headings", "2 headings of the first level", body: "<h1>Encore</h1>"),
            Offence("headings", "an empty heading", body: "<h2></h2>"),
            Offence("control-name", "no accessible name", body: "<input placeholder=Nom>"),
            Offence("control-name", "no accessible name", body: "<button><span aria-hidden=true>×</span></button>"),
            Offence("control-name", "no accessible name", body: "<a href=/x><img alt='' src=data:,></a>"),
            Offence("control-name", "a group without a name", body: "<fieldset><label><input> Nom</label></fieldset>"),
            Offence("image-name", "no alt", body: "<img src=data:,>"),
            Offence("image-name", "without a name", body: "<svg width=40 height=40><rect width=40 height=40 /></svg>"),
            Offence("role", "role “buton”", body: "<div role=buton>x</div>"),
            Offence("role", "attribute aria-labeledby", body: "<p aria-labeledby=x>x</p>"),
            Offence("role", "aria-live=“yes”", body: "<p aria-live=yes>x</p>"),
            Offence("role", "outside its container", body: "<div role=option>x</div>"),
            Offence("reference", "aria-describedby=“gone”", body: "<p aria-describedby=gone>x</p>"),
            Offence("reference", "goes to “#gone”", body: "<a href=#gone>plus bas</a>"),
            Offence("duplicate-id", "id “a” again", body: "<p id=a>x</p><p id=a>y</p>"),
            Offence("tabindex", "tabindex 2", body: "<button tabindex=2>x</button>"),
            Offence("tabindex", "accesskey", body: "<button accesskey=k>x</button>"),
            Offence("hidden-focus", "takes the focus", body: "<div aria-hidden=true><a href=/x>x</a></div>"),
            Offence("contrast", "2.32 to 1", body: "<p style='color: #aaa'>pâle</p>"),
            Offence("contrast", "3.54 to 1", body: "<p style='color: #888; font-size: 18px'>moyen</p>"),
            Offence("contrast", "to 1", body: "<div style='opacity: .5'><p>à demi</p></div>"),
            Offence("contrast", "to 1", body: "<div style='background: #333'><p>sombre sur sombre</p></div>"),
            Offence("contrast", "placeholder", body: "<label>Nom <input placeholder=pâle></label>", style: "::placeholder { color: #bbb }"),
            Offence("contrast", "to 1", body: "<svg role=img aria-label=x><text y=20 fill=#ccc>pâle</text></svg>"),
            Offence("contrast", "on a picture", body: "<p style='background: linear-gradient(red, blue)'>x</p>"),
            Offence(
                "target-size", "close to", body: "<button class=s>a</button><button class=s>b</button>",
                style: ".s { width: 16px; height: 16px; padding: 0; border: 0; margin: 0; font-size: 8px }"),
            Offence("table", "no caption", body: "<table><tr><th scope=col>x</th></tr></table>"),
            Offence("table", "no scope", body: "<table><caption>x</caption><tr><th>x</th></tr></table>"),
            Offence("list", "inside a list and no entry", body: "<ul><p>x</p></ul>"),
            Offence("zoom", "no viewport", replacing: "name=\"viewport\"", with: "name=\"other\""),
            Offence("zoom", "forbids to enlarge", replacing: "width=device-width", with: "width=device-width, user-scalable=no"),
        ]

        private static let decent = SamplePage.whole(
            """
            <nav aria-label="Pages"><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Aide</a></li></ul></nav>
            <h2 id="h">Partie</h2><h3>Sous-partie</h3><h2>Autre</h2>
            <form aria-labelledby="h"><label for="n">Nom</label> <input id="n" aria-describedby="d" placeholder="Zoé"><p id="d">Prénom</p>
            <fieldset><legend>Choix</legend><label><input type="radio" name="r"> Un</label> <label><input type="radio" name="r"> Deux</label></fieldset>
            <button aria-label="Fermer">×</button> <button disabled class="pale">Éteint</button></form>
            <p>Du texte avec <a href="/c">un lien</a> dedans.</p><p class="big">Grand</p><span class="reader">Pour l’oreille</span>
            <details><summary>Plus</summary><p><a href="/d">replié</a></p></details>
            <img alt="" src="data:,"><svg role="img" aria-labelledby="t"><title id="t">Courbe</title><text y="20">12</text></svg>
            <table><caption>Nombres</caption><tr><th scope="col">a</th></tr><tr><td>1</td></tr></table>
            <div role="status" aria-live="polite"></div>
            """,
            style: """
                .big { color: #888; font-size: 24px } .pale { color: #ddd } a { outline-offset: 2px } a, summary { line-height: 24px }
                .reader { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); color: #eee }
                li { margin: 8px }
                """)

        @Test("each rule finds the page that breaks it, and a page that keeps to all passes")
        func rules() async throws {
            var pages = Dictionary(uniqueKeysWithValues: Self.offences.enumerated().map { ("/\($0)", $1.page) })
            pages["/decent"] = Self.decent
            let peer = try SamplePage.serve(pages)
            try await Browser.run { browser in
                for (number, offence) in Self.offences.enumerated() {
                    try await browser.open("\(peer.url)/\(number)")
                    let findings = try await browser.audit()
                    #expect(
                        findings.contains { $0.rule == offence.rule && $0.cause.contains(offence.cause) },
                        "\(offence.rule), \(offence.cause): \(findings)")
                    #expect(findings.allSatisfy { $0.rule == offence.rule || $0.rule == "list" || $0.rule == "reference" }, "\(findings)")
                }
                try await browser.open(peer.url + "/decent")
                let findings = try await browser.auditWhole()
                #expect(findings.isEmpty)
                #expect(try await browser.script("return innerWidth") == 1280)
            }
            #expect(Set(Self.offences.map(\.rule)) == Set(AccessibilityRule.all.map(\.name)))
        }

        @Test(
            "the way of the focus: order, reach, mark and cover",
            arguments: [
                (
                    "focus-order",
                    "<div class=turned><button>a</button><button tabindex=0>b</button></div><button id=x tabindex=1>c</button>", ""
                ),
                ("focus-visible", "<button class=bare>a</button>", ".bare:focus { outline: none }"),
                ("focus-covered", "<div class=bar>barre</div><button>a</button>", ".bar { position: fixed; inset: 0; background: white }"),
                (
                    "focus-reach",
                    "<button id=a>a</button><button id=b>b</button>"
                        + "<script>a.onkeydown = e => e.preventDefault()</script>", ""
                ),
            ])
        func focus(_ rule: String, _ body: String, _ style: String) async throws {
            let peer = try SamplePage.serve(["/": SamplePage.whole(body, style: style)])
            try await Browser.run { browser in
                try await browser.open(peer.url)
                let findings = try await browser.auditFocus()
                #expect(findings.contains { $0.rule == rule }, "\(findings)")
            }
        }

        @Test("what makes a page scroll sideways at 360 px is named, unless it scrolls by itself")
        func width() async throws {
            let peer = try SamplePage.serve([
                "/": SamplePage.whole("<p id=wide style='width: 500px'>x</p>"),
                "/inside": SamplePage.whole(
                    "<div style='overflow-x: auto' tabindex=0 role=region aria-label=x><p style='width: 500px'>x</p></div>"),
            ])
            try await Browser.run(.narrow) { browser in
                try await browser.open(peer.url)
                let findings = try await browser.auditWidth()
                #expect(findings.map(\.rule) == ["width"])
                #expect(findings.first?.element.contains("#wide") == true)
                try await browser.open(peer.url + "/inside")
                let inside = try await browser.auditWidth()
                #expect(inside.isEmpty)
            }
        }
    }
}
