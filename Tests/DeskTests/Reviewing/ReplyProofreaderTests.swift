import Desk
import IntentFiles
import Support
import Testing

@Suite("A colleague's text")
struct ReplyProofreaderTests {
    @Test("is mended where one correction fits, and keeps what is held against it")
    func edit() throws {
        let folder = try TemporaryFolder(SampleRules.files)
        let loaded = RulebookLoader.load(folder.path)
        let reader = ReplyProofreader(brand: loaded.brand, proofreader: Proofreader())
        let arrival = Sample.arrival("m1")
        let file = file(arrival, polarity: 0)
        #expect(reader.edit("Bonjour, c'est noté !", of: file).action == .edit(text: "Bonjour, c’est noté\u{202F}!", findings: []))
        let spoilt = reader.edit("Bonjour {{name}}, c’est noté.", of: file)
        #expect(spoilt.findings.contains { $0.rule == "F24" && $0.isFinal })
    }

    /// A case that one message has opened, with the decision kept for it.
    private func file(_ arrival: Arrival, polarity: Int) -> CaseFile {
        var item = Case(number: 1, before: arrival)
        _ = item.hear(arrival, isFrozen: false, policy: ReviewPolicy())
        let message = StoredMessage(
            id: arrival.message.id, text: arrival.message.text, author: nil, visibility: .private, kind: .message, rating: nil, sentAt: nil,
            receivedAt: arrival.receivedAt, disposition: .draft, line: Array("{\"polarity\":\(polarity)}".utf8), rulebook: "")
        return CaseFile(case: item, messages: [message], drafts: [], notes: [])
    }

    @Test("is read as strictly as the bot's own: no exclamation mark to an unhappy customer, no promise without authority")
    func strictness() throws {
        let folder = try TemporaryFolder(SampleRules.files)
        let reader = ReplyProofreader(brand: RulebookLoader.load(folder.path).brand, proofreader: Proofreader())
        func rules(_ text: String, polarity: Int) -> [String] {
            reader.edit(text, of: file(Sample.arrival("m1"), polarity: polarity)).findings.map(\.rule)
        }
        #expect(rules("Bonjour, c’est noté !", polarity: 0) == [])
        #expect(rules("Bonjour, c’est noté !", polarity: -1) == ["count.exclamation"])
        #expect(rules("Bonjour, un bon d’achat vous attend.", polarity: 1) == ["never_say.promise"])
    }

    @Test("is no longer than its platform takes, and says so in what is shown while it is written")
    func platformLimit() throws {
        let folder = try TemporaryFolder(SampleRules.files)
        let channel = ConversationKey(of: Sample.arrival("m1").message).channel
        let limits = [channel: PlatformLimits(inPrivate: LengthLimit(unit: .utf16, most: 300))]
        let brand = RulebookLoader.load(folder.path).brand.limited(by: limits)
        let reader = ReplyProofreader(brand: brand, proofreader: Proofreader())
        let text = String(repeating: "Nous lisons vos messages du lundi au vendredi. ", count: 7) + "Merci."
        let reading = reader.read(text, of: file(Sample.arrival("m1"), polarity: 0))
        #expect((reading.most, reading.unit) == (300, .utf16))
        #expect(reading.findings.map(\.rule) == ["length"])
    }
}
