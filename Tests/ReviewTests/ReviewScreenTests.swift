import Desk
import IntentEngine
import Testing

@testable import courtois

@Suite("The review screen's keys")
struct ReviewScreenTests {
    private let now = ReviewSample.now

    @Test(
        "keys move in the queue and stop at its ends",
        arguments: [
            ([.character("j")], 4), ([.down, .down], 9), ([.down, .down, .down, .down], 9), ([.character("k")], 7), ([.character("G")], 9),
            ([.end, .character("g")], 7), ([.pageDown], 9), ([.end, .up], 4), ([.paste("jj")], 7),
        ] as [([Key], Int64)])
    func moves(_ keys: [Key], _ expected: Int64) {
        var screen = ReviewSample.screen()
        for key in keys { #expect(screen.handle(key) == nil) }
        #expect(screen.queue.chosen?.case.number == expected)
    }

    @Test(
        "the filter minds neither accents nor case, and every word of it counts",
        arguments: [
            ("lea", [4]), ("LÉA", [4]), ("juridique", [7]), ("retard max", [4]), ("colis", [4, 9]), ("p1", [7]), ("zzz", []),
            ("", [7, 4, 9]),
            ("cote", []),
        ] as [(String, [Int64])])
    func filters(_ text: String, _ expected: [Int64]) {
        var screen = ReviewSample.screen()
        screen.press(.character("/"))
        screen.type(text)
        screen.press(.enter)
        #expect(screen.queue.shown.map { screen.queue.items[$0].case.number } == expected)
        #expect(screen.press(.enter) == expected.first.map { .open($0) })
        screen.press(.escape)
        #expect(screen.queue.shown.count == 3)
    }

    @Test("a filter that is given up is as it was before")
    func filterGivenUp() {
        var screen = ReviewSample.screen()
        screen.press(.character("/"))
        screen.type("zzz")
        #expect(screen.queue.shown.isEmpty)
        screen.press(.escape)
        #expect(screen.queue.shown.count == 3 && screen.overlay == nil)
    }

    @Test("from the queue nothing is let go, changed or refused unread", arguments: ["a", "e", "r", "t", "x", "o"] as [Character])
    func unread(_ key: Character) {
        var screen = ReviewSample.screen()
        #expect(screen.press(.character(key)) == nil)
        #expect(screen.notice?.text.contains("Ouvrez") == true && screen.overlay == nil)
    }

    @Test("an open case is approved at the version that was read")
    func approves() {
        var screen = ReviewSample.opened(ReviewSample.item(4, version: 6))
        let subject = ReviewScreen.Subject(number: 4, version: 6)
        #expect(screen.press(.character("a")) == .review(subject, .approve(acceptsFindings: false)))
        // The queue has news of it; what is open stays what was read.
        screen.show(QueuePage(items: [ReviewSample.item(4, version: 7)], next: nil))
        #expect(screen.press(.character("a")) == .review(subject, .approve(acceptsFindings: false)))
        #expect(screen.draw().text.contains("a changé"))
    }

    @Test("findings are shown and must be accepted by a key of their own; some can never be")
    func findings() {
        var screen = ReviewSample.opened(ReviewSample.item(4, findings: [ReviewSample.space]))
        #expect(screen.press(.character("a")) == nil)
        #expect(screen.overlay == .acceptance(.init(number: 4, version: 1)))
        #expect(screen.press(.character("a")) == nil && screen.overlay == nil)
        #expect(screen.press(.character("a"), .enter) == nil && screen.overlay == nil)
        #expect(screen.press(.character("a"), .paste("o")) == nil && screen.overlay == nil)
        let accepted = ReviewScreen.Action.review(.init(number: 4, version: 1), .approve(acceptsFindings: true))
        #expect(screen.press(.character("a"), .character("o")) == accepted)
        var english = ReviewSample.opened(ReviewSample.item(4, findings: [ReviewSample.space]), .english)
        #expect(english.press(.character("a"), .character("o")) == nil)
        #expect(english.press(.character("a"), .character("y")) == accepted)
        var final = ReviewSample.opened(ReviewSample.item(4, findings: [ReviewSample.leftover]))
        #expect(final.press(.character("a")) == nil && final.overlay == nil && final.notice?.isAlarm == true)
    }

    @Test("an approval can be taken back while its time runs, and the time is shown")
    func undoes() {
        var screen = ReviewSample.opened(ReviewSample.item(4))
        let approval = Approval(by: "zoé", at: now, note: nil, undoUntil: now + 10, delivery: "d")
        let approved = ReviewSample.item(4, version: 2, state: .approved(approval), status: .answered).case
        #expect(screen.did(.approve(acceptsFindings: false), approved) == .refresh)
        #expect(screen.page == .queue)
        _ = screen.tick(now + 3)
        #expect(screen.draw().text.contains("part dans 7\u{A0}s"))
        #expect(screen.press(.character("u")) == .review(.init(number: 4, version: 2), .undo))
        _ = screen.tick(now + 10)
        #expect(!screen.draw().text.contains("part dans"))
        #expect(screen.press(.character("u")) == nil && screen.notice?.isAlarm == true)
        // Taken back, it is opened anew.
        #expect(screen.did(.undo, ReviewSample.item(4, version: 3).case) == .open(4))
    }

    @Test("of several approvals the last is taken back first")
    func undoesInTurn() {
        var screen = ReviewSample.screen()
        for number in [4, 9] as [Int64] {
            let approval = Approval(by: "zoé", at: now, note: nil, undoUntil: now + 10, delivery: "d")
            _ = screen.did(.approve(acceptsFindings: false), ReviewSample.item(number, state: .approved(approval), status: .answered).case)
        }
        #expect(screen.press(.character("u")) == .review(.init(number: 9, version: 1), .undo))
        _ = screen.did(.undo, ReviewSample.item(9, version: 2).case)
        screen.press(.escape)
        #expect(screen.press(.character("u")) == .review(.init(number: 4, version: 1), .undo))
    }

    @Test("a rejection asks for a reason, a note for a text, an escalation for a team and perhaps a word")
    func asks() {
        let subject = ReviewScreen.Subject(number: 4, version: 1)
        var screen = ReviewSample.opened(ReviewSample.item(4))
        screen.press(.character("r"))
        screen.type("trop froid")
        #expect(screen.press(.enter) == .review(subject, .reject(reason: "trop froid")))
        #expect(screen.press(.character("r"), .enter) == nil && screen.notice?.isAlarm == true)
        screen.press(.character("n"))
        screen.type("q a u")
        #expect(screen.press(.enter) == .review(subject, .note("q a u")))
        screen.press(.character("s"), .down, .enter)
        screen.type("presse")
        #expect(screen.press(.enter) == .review(subject, .escalate(.publicRelations, note: "presse")))
        #expect(screen.press(.character("s"), .character("6"), .enter) == .review(subject, .escalate(.legal, note: nil)))
        #expect(screen.press(.character("s"), .escape) == nil && screen.overlay == nil)
    }

    @Test("c takes a case, and gives it back where it is one’s own")
    func claims() {
        var screen = ReviewSample.screen()
        #expect(screen.press(.character("c")) == .review(.init(number: 7, version: 3), .claim))
        #expect(screen.press(.down, .character("c")) == .review(.init(number: 4, version: 1), .claim))
        #expect(screen.press(.down, .character("c")) == .review(.init(number: 9, version: 1), .release))
        _ = screen.tick(now + 900)
        #expect(screen.press(.character("c")) == .review(.init(number: 9, version: 1), .claim))
    }

    @Test("Tab goes from evidence to evidence, and round")
    func evidence() {
        var screen = ReviewSample.opened(ReviewSample.item(4))
        #expect(screen.open?.focus == 0)
        screen.press(.tab)
        #expect(screen.open?.focus == 1 && screen.draw().text.contains("delivery/late.yaml:90"))
        screen.press(.tab, .tab)
        #expect(screen.open?.focus == 0)
        screen.press(.backTab)
        #expect(screen.open?.focus == 2 && screen.draw().text.contains("signals/anger.yaml:7"))
        let marked = screen.draw().rows.flatMap(\.self).filter { $0.ink == .focus }.compactMap(\.glyph)
        #expect(String(marked) == "inadmissible")
    }

    @Test("read again, a case stays where it was; a new note and a new draft come into sight")
    func rereads() {
        let item = ReviewSample.item(4, text: String(repeating: "mot ", count: 400))
        var screen = ReviewSample.opened(item)
        screen.press(.tab, .down, .down)
        screen.show(ReviewSample.file(item), number: 4)
        #expect(screen.open?.top == 2 && screen.open?.focus == 1)
        screen.show(ReviewSample.file(item, notes: [CaseNote(by: "max", at: now, text: "Vu.")]), number: 4)
        screen.show(ReviewSample.file(item, line: ""), number: 4)
        #expect(screen.open?.focus == nil && screen.press(.tab) == nil)
        screen.show(ReviewSample.file(item), number: 4)
        screen.show(ReviewSample.file(item, notes: [CaseNote(by: "max", at: now, text: "Vu.")]), number: 4)
        #expect(screen.draw().text.contains("Vu."))
        screen.press(.character("g"))
        screen.show(ReviewSample.file(ReviewSample.item(4, version: 2, text: item.text, draft: "Autre texte.")), number: 4)
        #expect(screen.draw().text.contains("Autre texte."))
    }

    @Test("a change that comes too late shows both texts; a written one is taken up again on what is there now")
    func conflict() {
        var screen = ReviewSample.opened(ReviewSample.item(4))
        let change = ReviewRefusal.StaleChange(seen: 1, current: 3, yours: "mon texte", theirs: "le sien")
        let subject = ReviewScreen.Subject(number: 4, version: 1)
        screen.refused(subject, .edit(text: "mon texte", findings: []), .stale(change))
        #expect(screen.draw().text.contains("mon texte") && screen.draw().text.contains("le sien"))
        #expect(screen.press(.character("e")) == .edit(.init(number: 4, version: 3), text: "mon texte"))
        #expect(screen.press(.enter) == .open(4))
        screen.refused(subject, .approve(acceptsFindings: false), .stale(change))
        #expect(screen.press(.character("e")) == nil)
        #expect(screen.press(.character("q")) == .refresh && screen.page == .queue)
    }

    @Test("a written text is never lost, whatever it was refused for")
    func kept() {
        let subject = ReviewScreen.Subject(number: 4, version: 1)
        let edit = ReviewScreen.Step.edit(text: "mon texte", findings: [])
        var screen = ReviewSample.opened(ReviewSample.item(4))
        screen.refused(subject, edit, .claimed(Claim(by: "max", until: now + 60)))
        #expect(screen.press(.character("e")) == .edit(subject, text: "mon texte"))
        screen.failed(.locked(place: "x"), subject, edit)
        #expect(screen.draw().text.contains("mon texte") && screen.draw().text.contains("another program holds"))
    }

    @Test(
        "every refusal is said in words",
        arguments: [
            (.needsSecondReader(author: "zoé"), "second lecteur"), (.claimed(Claim(by: "max", until: ReviewSample.now + 60)), "max tient"),
            (.takenOver(by: "ada"), "ada mène"), (.noDraft, "Aucun brouillon"), (.tooLateToUndo, "Trop tard"),
            (.notAllowed(.approve, needs: .reviewer), "relecteur"), (.notNow(.claim, .closed), "clos"), (.noSuchCase, "n’existe plus"),
            (.tooLong(.note, mostBytes: 10), "10 octets"), (.isEmpty(.note), "Il faut un texte"), (.hasFindings([]), "remarques"),
        ] as [(ReviewRefusal, String)])
    func refusals(_ refusal: ReviewRefusal, _ expected: String) {
        var screen = ReviewSample.opened(ReviewSample.item(4))
        screen.refused(.init(number: 4, version: 1), .approve(acceptsFindings: false), refusal)
        #expect(screen.notice?.isAlarm == true && screen.notice?.text.contains(expected) == true, "\(screen.notice?.text ?? "")")
        #expect(screen.page == .case)
        #expect(!ReviewWording(.english).refusal(refusal, case: 4).isEmpty)
    }

    @Test("the queue is looked at again every five seconds, also after the clock was put back")
    func refreshes() {
        var screen = ReviewSample.screen()
        #expect((1...4).allSatisfy { screen.tick(now + $0) == nil })
        #expect(screen.tick(now + 5) == .refresh && screen.tick(now + 6) == nil)
        #expect(screen.tick(now + -3600) == .refresh && screen.tick(now + -3599) == nil)
    }

    @Test("who was chosen stays chosen when the queue changes, or its successor is")
    func follows() {
        var screen = ReviewSample.screen()
        screen.press(.down)
        screen.show(QueuePage(items: [ReviewSample.item(1)] + ReviewSample.queue, next: nil))
        #expect(screen.queue.chosen?.case.number == 4)
        screen.show(QueuePage(items: [ReviewSample.item(1), ReviewSample.queue[0], ReviewSample.queue[2]], next: nil))
        #expect(screen.queue.chosen?.case.number == 9)
        screen.show(QueuePage(items: [], next: nil))
        #expect(screen.queue.chosen == nil && screen.press(.enter) == nil && screen.press(.down, .character("c")) == nil)
    }

    @Test("Ctrl-C leaves what is typed, then the program; q goes back, then out")
    func leaves() {
        var screen = ReviewSample.opened(ReviewSample.item(4))
        #expect(screen.press(.character("n"), .control("c")) == nil && screen.overlay == nil)
        #expect(screen.press(.control("c")) == .quit)
        #expect(screen.press(.character("q")) == .refresh && screen.press(.character("q")) == .quit)
        #expect(screen.press(.control("l")) == .redraw && screen.press(.control("z")) == .suspend)
    }

    @Test("a screen of any size is drawn, and what is scrolled stays within its text")
    func sizes() {
        let text = String(repeating: "mot long ", count: 400)
        var screen = ReviewSample.opened(ReviewSample.item(4, text: text, draft: text, findings: [ReviewSample.space]))
        for (columns, rows) in [(1, 1), (49, 11), (50, 12), (80, 24), (200, 60), (50, 200), (1000, 12)] {
            screen.resize(ScreenSize(columns: columns, rows: rows))
            screen.press(.character("G"), .pageUp, .pageDown, .end, .character("j"), .character("?"), .escape, .character("s"), .escape)
            let canvas = screen.draw()
            #expect(canvas.rows.count == rows && canvas.rows.allSatisfy { $0.count == columns })
            #expect(screen.open.map { $0.top >= 0 && $0.top < CaseBody($0, screen).lines.count } == true)
        }
        screen.resize(.usual)
        screen.press(.character("G"))
        #expect(screen.draw().text.contains("F01"))
        screen.press(.character("g"))
        #expect(screen.draw().text.contains("Léa Martin"))
    }

    @Test("a decision of another version, or none, is read as far as it goes")
    func oddDecisions() {
        for line in [
            "", "{", "[]", "{\"intents\":5}",
            "{\"intents\":[{\"name\":\"x\",\"evidence\":[{\"span\":[5,99999]},{\"span\":[-1,2]},{\"span\":[3,3]},{}]}]}",
        ] {
            let reading = DecisionReading(line: Array(line.utf8), scalars: 50)
            #expect(reading.evidence.isEmpty)
        }
    }

    @Test(
        "the language is the locale’s",
        arguments: [("fr_FR.UTF-8", .fr), ("fr", .fr), ("FR-ca", .fr), ("en_GB.UTF-8", .en), ("C", .en), ("", .en), ("frp_IT", .en)]
            as [(String, ScreenLanguage)])
    func locales(_ locale: String, _ expected: ScreenLanguage) { #expect(ScreenLanguage.of(locale: locale) == expected) }

    @Test(
        "a span has its two largest units, and none that is nothing",
        arguments: [
            (0, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (3660, "1 h 1 min"), (90_000, "1 j 1 h"),
            (86_460, "1 j"),
        ]
            as [(Int, String)])
    func spans(_ seconds: Int, _ expected: String) {
        #expect(ReviewWording(.french).span(seconds).replacing("\u{A0}", with: " ") == expected)
    }
}
