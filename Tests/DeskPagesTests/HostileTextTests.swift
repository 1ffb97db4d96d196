import Desk
import DeskHouse
import Foundation
import IntentEngine
import Peers
import Testing

@testable import DeskPages

/// Customers write anything; pages stay pages.
@Suite("Hostile texts", .timeLimit(.minutes(10)))
struct HostileTextTests {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</textarea><script>alert(1)</script>",
        "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{338}script>alert(1)</script>", "{{w.queue}}{{{me}}}{{>layout}}",
        "&lt;b&gt; &amp;",
        "</title><base href=//evil>", "<!--", "]]>", "javascript:alert(1)", "\u{0}\u{8}\u{1B}[31m", "\u{FEFF}\u{202E}gnp.exe",
    ]

    @Test("texts, names and what was searched for are shown as written, and are no markup", arguments: texts)
    func escaped(_ text: String) async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", text + " où est ma commande", name: text))
            let visitor = try await house.visitor("zoé")
            let query = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            for path in [
                "/", "/cases/1", "/search?q=commande", "/search?q=\(query)", "/cases/1?from=\(query)&said=\(query)&about=\(query)",
            ] {
                let page = try await visitor.get(path)
                #expect(page.status == 200)
                Self.expectHarmless(page.body, path)
            }
            let refused = try await visitor.post("/cases/1/draft", [("version", "7"), ("text", text)])
            #expect(refused.status == 409)
            Self.expectHarmless(refused.body, "conflict")
        }
    }

    /// The only scripts and handlers are the page's own.
    private static func expectHarmless(_ page: String, _ path: String) {
        // In a field stands what is edited, as it is.
        let bytes = Array(page.replacing(/<textarea[^>]*>[^<]*/, with: "").utf8)
        func count(_ needle: String) -> Int {
            let needle = Array(needle.utf8)
            return (0...max(0, bytes.count - needle.count)).count { bytes[$0...].starts(with: needle) }
        }
        #expect(count("<script") == 1 && count("</textarea") <= 8, "\(path)")
        for needle in ["<img", "<svg/", "<base", "<!--", "\" onmouseover", "\"\u{301}", "\u{202E}", "\u{1B}", "\u{0}"] {
            #expect(count(needle) == 0, "\(needle.unicodeScalars.map(\.value)) on \(path)")
        }
    }

    @Test("every answer carries the strict policy, and none is kept by caches")
    func headers() async throws {
        try await DeskHouse.run { house in
            let visitor = try await house.visitor("zoé")
            for path in ["/", "/sign-in", "/search", "/cases/9", "/welcome/x"] {
                let answer = try await visitor.get(path)
                let policy = try #require(answer.headers["content-security-policy"])
                for part in [
                    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
                    "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
                ] { #expect(policy.contains(part)) }
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers["x-content-type-options"] == "nosniff" && answer.headers["referrer-policy"] == "no-referrer")
                #expect(answer.headers["cache-control"] == "no-store")
                #expect(!answer.body.contains(" style=\"") && !answer.body.contains("<style") && !answer.body.contains("javascript:"))
            }
        }
    }

    @Test("a text of 100,000 characters is folded: its beginning stands open, the rest behind a summary")
    func long() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", String(repeating: "longtexte ", count: 10_000)))
            let page = try await house.visitor("zoé").get("/cases/1")
            let fold = try #require(page.body.firstRange(of: "class=\"rest\""))
            #expect(page.body[..<fold.lowerBound].count < 20_000 && page.body.count > 100_000)
            let row = try await house.visitor("zoé").get("/")
            #expect(row.body.count < 20_000)
        }
    }

    @Test(
        "signs that hide, turn or heap up are shown or dropped, on a line and in lines",
        arguments: [
            ("a\u{202E}b", "a⟨U+202E⟩b"), ("a\u{200B}b", "a·b"), ("a\u{0}b", "a\u{2400}b"), ("a\u{7F}b", "a\u{2421}b"),
            ("a\u{9B}b", "a\u{FFFD}b"),
            ("👩\u{200D}👧", "👩\u{200D}👧"), ("e\u{301}", "e\u{301}"), ("a\u{E0041}b", "ab"),
            ("z" + String(repeating: "\u{300}", count: 30), "z" + String(repeating: "\u{300}", count: 4)), ("\u{FEFF}x", "·x"),
        ])
    func visible(_ text: String, _ shown: String) {
        #expect(VisibleText.line(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
        #expect(VisibleText.lines(ArraySlice(text.unicodeScalars)).unicodeScalars.elementsEqual(shown.unicodeScalars))
    }

    @Test("a line is one line, and is cut; lines keep their ends, of whatever system")
    func lines() {
        #expect(VisibleText.line("  a\n\n b\tc  ") == "a b c ")
        #expect(VisibleText.line("abcdef", most: 3) == "abc…")
        #expect(VisibleText.lines(ArraySlice("a\r\nb\rc\u{2028}d".unicodeScalars)) == "a\nb\nc\nd")
    }

    @Test("each of the five characters is escaped even under an accent")
    func escaping() {
        let escaped = EscapedHTML().escapeText("<\u{338}a b=\"\u{301}'\u{301}&\u{301}>\u{301}")
        #expect(escaped == "&lt;\u{338}a b=&quot;\u{301}&#39;\u{301}&amp;\u{301}&gt;\u{301}")
    }
}

/// Where evidence and addresses stand in a text.
@Suite("Marked texts")
struct MarkedTextTests {
    private static func evidence(_ span: Range<Int>) -> DecisionReading.Evidence {
        .init(owner: .intent("track", points: 9), phrase: "p", source: "f:1", points: 9, span: span)
    }

    @Test("stretches give the text back, and each knows what spoke for it, also where evidence overlaps")
    func overlap() {
        let marked = MarkedText("où est mon colis ?", [Self.evidence(0..<6), Self.evidence(3..<10)])
        #expect(marked.shown.map(\.text) == ["où est mon", " colis ?"])
        #expect(marked.shown.map(\.evidence) == [[0, 1], []])
    }

    @Test(
        "addresses of the web are links, without what ends the sentence; nothing else is",
        arguments: [
            ("voir https://a.example/x?y=1.", ["https://a.example/x?y=1"]), ("(HTTP://b.example)", ["HTTP://b.example"]),
            ("javascript:alert(1) data:text/html,x ftp://c", []), ("https://", []), ("https://a\"onclick=x", ["https://a"]),
            ("http://é.example", []), ("xhttps://d.example y", ["https://d.example"]),
        ])
    func links(_ text: String, _ links: [String]) {
        #expect(MarkedText(text).shown.compactMap(\.link) == links)
    }

    @Test("evidence beyond the text, and too much of it, is left out")
    func bounds() {
        #expect(MarkedText("abc", [Self.evidence(2..<9)]).shown.map(\.text) == ["abc"])
        let many = (0..<1000).map { Self.evidence($0 * 3..<$0 * 3 + 1) }
        #expect(MarkedText(String(repeating: "x", count: 3000), many).shown.count < 5)
    }
}

@Suite("Differences of two texts")
struct WordDiffTests {
    @Test(
        "what was removed and added stands in order, word by word",
        arguments: [
            ("un deux trois", "un trois", "un [-deux -]trois"), ("un trois", "un deux trois", "un [+deux +]trois"),
            ("un deux", "un deux", "un deux"), ("", "un", "[+un+]"), ("un", "", "[-un-]"), ("a b c", "x b y", "[-a -][+x +]b [-c-][+y+]"),
        ])
    func words(_ old: String, _ new: String, _ shown: String) {
        let diff = WordDiff(from: old, to: new)
        let text = diff.changes.map { change in
            switch change {
            case .same(let text): text
            case .removed(let text): "[-\(text)-]"
            case .added(let text): "[+\(text)+]"
            }
        }.joined()
        #expect(text == shown)
        #expect(diff.isEmpty == (old == new))
    }

    @Test("the old text is what is same or removed, the new what is same or added")
    func whole() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...30, using: &random)).map { _ in ["a", "b ", "c\n", " d", "e e"].randomElement(using: &random) ?? ""
                }.joined()
            }
            let changes = WordDiff(from: texts[0], to: texts[1]).changes
            let old = changes.map { change in
                if case .same(let text) = change { text } else if case .removed(let text) = change { text } else { "" }
            }
            let new = changes.map { change in
                if case .same(let text) = change { text } else if case .added(let text) = change { text } else { "" }
            }
            #expect(old.joined() == texts[0] && new.joined() == texts[1])
        }
    }

    @Test("long texts are compared as wholes")
    func long() {
        let text = String(repeating: "mot ", count: 5000)
        #expect(WordDiff(from: text, to: text + "fin").changes.count == 2)
    }
}
