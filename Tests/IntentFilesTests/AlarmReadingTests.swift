import Desk
import IntentEngine
import IntentFiles
import Support
import Testing

@Suite("The alarm in policy.yaml")
struct AlarmReadingTests {
    private static func load(_ alarm: String) throws -> (alarm: AlarmRule?, findings: [String]) {
        let files = SampleRules.files(["policy.yaml": "signals: {legal_threat: {}}\nunknown: {holding: received}\n" + alarm])
        let folder = try TemporaryFolder(files)
        let loaded = RulebookLoader.load(folder.path)
        let findings = loaded.findings.map { "\($0.place.file):\($0.place.line):\($0.place.column): \($0.cause) — \($0.remedy)" }
        return (loaded.policy.alarm, findings.filter { $0.hasPrefix("policy.yaml:3") })
    }

    @Test("what is not written is as the rule has it; false and off switch it off")
    func defaults() throws {
        #expect(try Self.load("") == (AlarmRule(), []))
        #expect(try Self.load("alarm: true\n") == (AlarmRule(), []))
        #expect(try Self.load("alarm: false\n") == (nil, []))
        #expect(try Self.load("alarm: off\n") == (nil, []))
        var rule = AlarmRule()
        (rule.window, rule.authors, rule.sensitivity, rule.cooldown, rule.holding) = (1800, 5, 3, 86_400, "received")
        #expect(try Self.load("alarm: {window: 30m, authors: 5, sensitivity: 3, cooldown: 1d, holding: received}\n") == (rule, []))
    }

    @Test(
        "what is wrong is said with its place, cause and remedy",
        arguments: [
            ("alarm: maybe", "policy.yaml:3:8: alarm must be false or a mapping — write alarm: false, or alarm: {window: 60m, authors: 8}"),
            ("alarm: {window: 60}", "policy.yaml:3:17: window must be from 5m to 1d — write minutes, hours or days: 60m, 6h, 1d"),
            ("alarm: {window: 2d}", "policy.yaml:3:17: window must be from 5m to 1d — write minutes, hours or days: 60m, 6h, 1d"),
            ("alarm: {authors: 1}", "policy.yaml:3:18: authors must be a whole number from 2 to 10000 — correct it"),
            ("alarm: {sensitivity: high}", "policy.yaml:3:22: sensitivity must be a whole number from 1 to 100 — correct it"),
            ("alarm: {cooldown: 90d}", "policy.yaml:3:19: cooldown must be from 1m to 30d — write minutes, hours or days: 60m, 6h, 1d"),
            ("alarm: {author: 8}", "policy.yaml:3:9: unknown key “author” in alarm — did you mean “authors”?"),
            ("alarm: {holding: recieved}", "policy.yaml:3:18: unknown holding reply “recieved” — did you mean “received”?"),
        ])
    func findings(text: String, finding: String) throws {
        #expect(try Self.load(text + "\n").findings == [finding])
    }
}
