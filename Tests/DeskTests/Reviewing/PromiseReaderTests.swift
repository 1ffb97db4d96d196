import Desk
import IntentEngine
import IntentFiles
import Support
import Testing

@Suite("What a reply promises, as it is read when it is let go")
struct PromiseReaderTests {
    /// A quarter past nine on a Friday.
    private static let morning = Sample.start
    private static let evening = Sample.start + 11 * 3600

    private static func promise(
        _ text: String, template: String? = nil, _ priority: Priority = .p1, at now: Instant = morning
    ) throws -> Promise? {
        let brand = (SampleRules.files["brand.yaml"] ?? "").replacing(
            "dans la journée, en: today", with: "dans la journée, en: today, same_day: true")
        let folder = try TemporaryFolder(SampleRules.files(["brand.yaml": brand]))
        let loaded = RulebookLoader.load(folder.path)
        #expect(loaded.findings.isEmpty)
        let arrival = Sample.arrival("m1", disposition: .human, priority: priority, draft: text)
        var item = Case(number: 1, before: arrival)
        _ = item.hear(arrival, isFrozen: false, policy: ReviewPolicy())
        item.draft = CaseDraft(
            id: 1, text: text, language: .french, visibility: .private, template: template, author: template == nil ? "zoe" : nil,
            inReplyTo: "m1", findings: [], sinceVersion: 1)
        let proofreader = ReplyProofreader(brand: loaded.brand, proofreader: Proofreader())
        guard case .approve(_, _, _, let promise) = proofreader.approval(of: item, acceptsFindings: false, delivery: "d", at: now) else {
            return nil
        }
        return promise
    }

    @Test(
        "the brand’s words promise an answer, by the time they are let go at",
        arguments: [
            ("Un conseiller vous répondra dans la journée.", Priority.p1, 3600),
            ("Nous vous répondrons sous un jour ouvré.", .p2, 4 * 3600 + 2 * 3600),
            ("Nous revenons vers vous SOUS\u{A0}UN JOUR ouvré\u{202F}!", .p2, 4 * 3600 + 2 * 3600),
        ])
    func promised(_ text: String, _ priority: Priority, _ seconds: Int) throws {
        #expect(try Self.promise(text, priority) == Promise(until: Self.morning + seconds))
    }

    @Test(
        "what answers promises nothing",
        arguments: ["Votre colis arrive demain.", "Nous sommes ouverts lundi. Écrivez-nous.", "Bonjour,", ""])
    func answers(_ text: String) throws {
        #expect(try Self.promise(text) == nil)
    }

    @Test("a holding reply promises an answer without a word of when; a person’s text does not")
    func holding() throws {
        let text = "Nous avons bien reçu votre message."
        #expect(try Self.promise(text, template: "block/holding.received/fr/private/1") == Promise(until: Self.morning + 3600))
        #expect(try Self.promise(text) == nil)
    }

    @Test(
        "a day that is over, or that nobody can keep, is held against the reply",
        arguments: [
            ("Un conseiller vous répondra dans la journée.", evening, "dans la journée", "lundi"),
            ("Un conseiller vous répondra demain.", morning, "demain", "dans la journée"),
            ("Un conseiller vous répondra demain.", evening, "demain", "lundi"),
        ])
    func stale(_ text: String, _ now: Instant, _ said: String, _ fits: String) throws {
        let finding = try #require(try Self.promise(text, at: now)?.finding)
        #expect(finding.rule == "delay" && finding.remedy == fits && !finding.isFinal)
        #expect(String(String.UnicodeScalarView(Array(text.unicodeScalars)[finding.span])) == said)
        let mended = text.replacing(said, with: fits)
        #expect(try Self.promise(mended, at: now).map { $0.finding == nil } == true)
    }
}
