import Testing

@testable import IntentFiles

@Suite("The example of settings")
struct SettingsExampleTests {
    private let routes = ["standard", "meta", "mailgun", "twilio", "telegram"]

    @Test("it is sound, and what it shows as a default is one")
    func sound() {
        let (settings, findings) = SettingsFile.read(SettingsExample.text, name: "courtois.yaml", channels: routes)
        #expect(findings.isEmpty)
        #expect(settings.channels.map(\.channel) == ["standard", "meta", "mailgun", "twilio"])
        #expect(settings.server.port == 8080 && settings.server.host == "127.0.0.1" && settings.server.drain == 20)
        #expect(settings.store == nil && settings.review.undo == 10 && settings.review.claim == 900)
        #expect(settings.retention.texts == 365)
        var delivery = DeliverySettings()
        delivery.perMinute = ["telegram": 60]
        #expect(settings.delivery == delivery)
    }

    @Test("it names every key there is")
    func complete() {
        let keys =
            SettingsFile.keys + SettingsFile.channelKeys + SettingsFile.deliveryKeys + SettingsFile.serverKeys + SettingsFile.reviewKeys
            + SettingsFile.retentionKeys
        for key in keys { #expect(SettingsExample.text.contains("\(key):"), "\(key)") }
    }

    @Test("wrong numbers and an unknown key are found with their places")
    func findings() {
        let (_, findings) = SettingsFile.read(
            "server: {port: 70000, portt: 1, idle: 0}\n", name: "courtois.yaml", channels: routes)
        #expect(findings.count == 3)
    }
}
