import Desk
import IntentEngine
import Support
import Testing

@testable import courtois

/// Whole screens, kept as text beside the tests. `COURTOIS_RECORD=1` writes them anew.
@Suite("Screens")
struct GoldenScreenTests {
    private let now = ReviewSample.now

    private func check(_ screen: ReviewScreen, _ name: String) throws {
        let language = screen.wording.language.rawValue
        #expect(try Golden.difference(screen.draw().text, "\(name).\(language).txt") == nil)
    }

    @Test("the queue", arguments: [Language.french, .english])
    func queue(_ language: Language) throws {
        var screen = ReviewSample.screen(language)
        screen.press(.down)
        try check(screen, "queue")
    }

    @Test("a case with its evidence, what was understood, and its draft", arguments: [Language.french, .english])
    func open(_ language: Language) throws {
        var screen = ReviewSample.opened(
            ReviewSample.item(4, claim: Claim(by: "zoé", until: now + 754), needsSecondReader: true), language,
            notes: [CaseNote(by: "max", at: now, text: "Rappelle lundi.")])
        screen.press(.tab)
        try check(screen, "case")
        screen.resize(ScreenSize(columns: 120, rows: 40))
        try check(screen, "case-120x40")
    }

    @Test("what the proofreader holds against a draft, before it is let go", arguments: [Language.french, .english])
    func acceptance(_ language: Language) throws {
        var screen = ReviewSample.opened(ReviewSample.item(4, version: 2, author: "zoé", findings: [ReviewSample.space]), language)
        screen.press(.character("a"))
        try check(screen, "acceptance")
    }

    @Test("an edit that came too late, beside the text that is there now", arguments: [Language.french, .english])
    func conflict(_ language: Language) throws {
        var screen = ReviewSample.opened(ReviewSample.item(4), language)
        let yours = "Bonjour Léa,\n\nVotre colis est parti ce matin.\n\nBien cordialement,\nZoé"
        let change = ReviewRefusal.StaleChange(seen: 1, current: 3, yours: yours, theirs: ReviewSample.draft)
        screen.refused(.init(number: 4, version: 1), .edit(text: yours, findings: []), .stale(change))
        try check(screen, "conflict")
    }

    @Test("who wrote a sensitive text cannot let it go", arguments: [Language.french, .english])
    func secondReader(_ language: Language) throws {
        var screen = ReviewSample.opened(ReviewSample.item(4, version: 2, author: "zoé", needsSecondReader: true), language)
        screen.refused(.init(number: 4, version: 2), .approve(acceptsFindings: false), .needsSecondReader(author: "zoé"))
        try check(screen, "second-reader")
    }

    @Test("the time left to take an approval back", arguments: [Language.french, .english])
    func undo(_ language: Language) throws {
        var screen = ReviewSample.screen(language)
        let approval = Approval(by: "zoé", at: now, note: nil, undoUntil: now + 10, delivery: "d")
        let approved = ReviewSample.item(12, version: 2, state: .approved(approval), status: .answered).case
        _ = screen.did(.approve(acceptsFindings: false), approved)
        _ = screen.tick(now + 2)
        try check(screen, "undo")
    }

    @Test("the teams, a line being typed, and the keys", arguments: [Language.french, .english])
    func overlays(_ language: Language) throws {
        var screen = ReviewSample.opened(ReviewSample.item(4), language)
        screen.press(.character("s"), .down)
        try check(screen, "teams")
        screen.press(.enter)
        screen.type("journaliste")
        try check(screen, "input")
        screen.press(.escape, .character("?"))
        try check(screen, "help")
    }

    @Test("a terminal that is too small says so")
    func small() throws {
        #expect(ReviewSample.screen(size: ScreenSize(columns: 40, rows: 5)).draw().text.hasPrefix("Terminal trop petit\u{A0}: 50×12\n"))
    }
}
