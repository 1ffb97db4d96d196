import Desk
import Testing

@testable import Channels

/// Where replies leave, by the name somebody gives an account: what is frozen or slowed by that name must be what leaves.
@Suite("Doors of channels")
struct ChannelDoorsTests {
    private func account(_ route: String) -> PlatformAccount {
        PlatformAccount(
            route: route, name: "marque", secrets: [Secret("bGEgdGjDqWnDqHJl")], publicURL: "https://boutique.example/webhooks/x",
            identities: ["880017"])
    }

    @Test("the name in the settings leads to the door that a message of the account comes by", arguments: ChannelDirectory.routes)
    func bySettings(_ route: String) throws {
        let directory = try ChannelDirectory([account(route)])
        let adapter = try #require(directory.adapter(route: route, name: "marque"))
        let request = try #require(ChannelSample.request(for: account(route), id: "essai-1", now: Sample.now))
        let door = try #require(try adapter.parse(request).first?.message).door
        guard case .known(let doors) = directory.doors(of: ChannelAccount(channel: route, account: "marque")) else {
            Issue.record("\(route)/marque is not known")
            return
        }
        #expect(doors.contains(door), "\(door) is none of \(doors)")
        #expect(directory.doors(ofRoute: route) == [doors])
        // As deliveries name it, it is itself.
        #expect(directory.doors(of: door) == .known(route == "whatsapp" || route != door.channel ? [door] : doors))
        #expect(Set(doors.map(\.channel)) == Set(ChannelDirectory.channels(of: route)))
    }

    @Test("a name that no account has is unknown, and so is an id of somebody else")
    func unknown() throws {
        let directory = try ChannelDirectory([account("meta"), account("mailgun")])
        for (channel, name) in [("meta", "autre"), ("messenger", "880018"), ("telegram", "marque"), ("email", "autre"), ("", "")] {
            #expect(directory.doors(of: ChannelAccount(channel: channel, account: name)) == .unknown, "\(channel)/\(name)")
        }
        #expect(directory.doors(ofRoute: "telegram").isEmpty && ChannelDirectory.channels(of: "minitel").isEmpty)
    }

    @Test("an account whose platform names ids, and that lists none, has no door of its own; any of its channels may be its")
    func unnamed() throws {
        let directory = try ChannelDirectory([PlatformAccount(route: "meta", name: "page")])
        #expect(directory.doors(of: ChannelAccount(channel: "meta", account: "page")) == .unnamed)
        let door = ChannelAccount(channel: "instagram", account: "2200")
        #expect(directory.doors(of: door) == .known([door]))
        #expect(directory.doors(ofRoute: "meta") == [[]])
    }
}
