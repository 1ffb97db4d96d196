import Desk
import IntentFiles
import Testing

@testable import courtois

@Suite("How fast replies leave by the settings")
struct CourierSettingsTests {
    /// How many replies of `door` leave at once.
    private func burst(_ settings: CourierSettings, _ channel: String, _ account: String) -> Int {
        var limits = settings.limits
        return (0..<100).first { _ in limits.take(ChannelAccount(channel: channel, account: account), at: 0) != nil } ?? 100
    }

    @Test("“per_minute” of a platform holds for its accounts under the names that deliveries give them, and for no other's")
    func perMinute() {
        var house = HouseSettings()
        house.channels = [
            AccountSettings(channel: "mailgun", account: "contact"), AccountSettings(channel: "brevo", account: "news"),
            AccountSettings(channel: "meta", account: "page"), AccountSettings(channel: "telegram", account: "bot"),
        ]
        house.delivery.perMinute = ["mailgun": 60, "meta": 120, "telegram": 240]
        let settings = house.courier()
        #expect(burst(settings, "email", "contact") == 1)
        #expect(burst(settings, "email", "news") == 10)
        // Meta names accounts by ids, which these settings do not list.
        #expect(burst(settings, "messenger", "777") == 2 && burst(settings, "instagram", "888") == 2)
        #expect(burst(settings, "telegram", "bot") == 4)
        house.channels[2].identities = ["777"]
        #expect(burst(house.courier(), "messenger", "777") == 2)
    }
}
