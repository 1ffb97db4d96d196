import IntentEngine
import IntentFiles
import Testing

@Suite("Settings")
struct SettingsFileTests {
    private static let channels = ["standard", "telegram"]

    private func read(_ text: String) -> (settings: HouseSettings, findings: [String]) {
        let (settings, findings) = SettingsFile.read(text, name: "courtois.yaml", channels: Self.channels)
        return (settings, findings.map { "\($0.place.line): \($0.cause)" })
    }

    @Test("accounts, their addresses, and where their secrets are")
    func channels() {
        let (settings, findings) = read(
            """
            channels:
              - channel: standard
                api_base: https://shop.example/courtois
                token: {env: CALLBACK}
              - channel: telegram
                account: bot
                token: {file: /run/secrets/bot}
                secrets: [{env: ONE}, {file: two}]
                public_url: https://desk.example/webhooks/telegram/bot
                identities: ["42"]
                human_agent: true
                subscribed_fields: [messages, feed]
            delivery:
              timeout: 10
              concurrency: 4
              allow_http: true
              allow_networks: [10.0.0.0/8]
              certificates: ca.pem
              per_minute: {telegram: 30}
            """)
        #expect(findings.isEmpty)
        var standard = AccountSettings(channel: "standard", account: "default")
        standard.apiBase = "https://shop.example/courtois"
        standard.token = .environment("CALLBACK")
        var telegram = AccountSettings(channel: "telegram", account: "bot")
        telegram.token = .file("/run/secrets/bot")
        telegram.secrets = [.environment("ONE"), .file("two")]
        telegram.publicURL = "https://desk.example/webhooks/telegram/bot"
        telegram.identities = ["42"]
        telegram.hasHumanAgent = true
        telegram.subscribedFields = ["messages", "feed"]
        #expect(settings.channels == [standard, telegram])
        var delivery = DeliverySettings()
        (delivery.timeout, delivery.concurrency, delivery.allowsHTTP) = (10, 4, true)
        (delivery.allowedNetworks, delivery.certificates, delivery.perMinute) = (["10.0.0.0/8"], "ca.pem", ["telegram": 30])
        #expect(settings.delivery == delivery)
    }

    @Test(
        "each mistake is a finding at its line",
        arguments: [
            ("chanels: []", "1: unknown key “chanels” in the settings"),
            ("channels:\n  - account: a", "2: a channel without its name"),
            ("channels:\n  - channel: telegran", "2: unknown channel “telegran”"),
            ("channels:\n  - {channel: telegram}\n  - {channel: telegram}", "3: “telegram/default” is listed twice"),
            ("channels:\n  - channel: telegram\n    account: a/b", "3: an account's name is letters, digits, “-”, “_” and “.”"),
            ("channels:\n  - channel: telegram\n    token: {env: A, file: b}", "3: token is in one place: a variable or a file"),
            ("channels:\n  - channel: telegram\n    token: {}", "3: token is in one place: a variable or a file"),
            ("channels:\n  - channel: telegram\n    api_base: ftp://x", "3: api_base must be an address"),
            (
                "channels:\n  - channel: telegram\n    subscribed_fields: [messages, 'a&b=c']",
                "3: a field’s name is letters, digits and “_”"
            ),
            ("store: ''", "1: store is empty"), ("store: [a]", "1: store must be text"),
            ("review: {undo: -1}", "1: undo must be a whole number from 0 to 3600"),
            ("review:\n  claim: soon", "2: claim must be a whole number from 30 to 86400"),
            ("retention:\n  texts: 10\n  payloads: 20", "3: unknown key “payloads” in retention"),
            ("delivery: {timeout: 900}", "1: timeout must be a whole number from 1 to 40"),
            ("delivery:\n  per_minute: {fax: 3}", "2: unknown channel “fax”"),
        ])
    func mistakes(_ text: String, _ finding: String) { #expect(read(text).findings == [finding]) }

    @Test("the store, the times of review and how long things are kept")
    func desk() {
        let (settings, findings) = read(
            """
            store: /srv/desk.sqlite
            review: {undo: 30, claim: 600}
            retention: {texts: 90}
            """)
        #expect(findings.isEmpty)
        #expect(settings.store == "/srv/desk.sqlite" && settings.review.undo == 30 && settings.review.claim == 600)
        #expect(settings.retention.texts == 90)
    }

    @Test("a secret written into the file is a finding that does not repeat it")
    func secret() {
        let (settings, findings) = read("channels:\n  - channel: telegram\n    token: 123:ABC\n    secrets: [hunter2]")
        #expect(settings.channels.first?.token == nil)
        #expect(findings == ["4: a secret does not belong into this file", "3: token does not belong into this file"])
    }
}
