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
        var item = Case(number: 1, before: arrival)
        _ = item.hear(arrival, isFrozen: false, policy: ReviewPolicy())
        #expect(reader.edit("Bonjour, c'est noté !", of: item).action == .edit(text: "Bonjour, c’est noté\u{202F}!", findings: []))
        let spoilt = reader.edit("Bonjour {{name}}, c’est noté.", of: item)
        #expect(spoilt.findings.contains { $0.rule == "F24" && $0.isFinal })
    }
}
