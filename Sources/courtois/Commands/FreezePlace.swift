import ArgumentParser
import Channels
import Desk
import IntentFiles

/// What a freeze is of: the whole desk, or accounts.
struct FreezePlace: ParsableArguments {
    @Flag(help: "The whole desk.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "One account, as the settings or “courtois outbox” name it; may be given several times.", valueName: "channel/account"))
    var account: [String] = []

    var isNamed: Bool { all || !account.isEmpty }

    func validate() throws {
        if all, !account.isEmpty { throw ValidationError("--all is the whole desk and --account a part of it: give one of them.") }
        _ = try doors()
    }

    /// The accounts; nil is the desk.
    func doors() throws -> [ChannelAccount?] {
        if all { return [nil] }
        return try account.map { name in
            let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, name.utf8.count <= 200 else {
                throw ValidationError("“\(TextRenderer.oneLine(name))” is no account: write CHANNEL/ACCOUNT, such as telegram/bot.")
            }
            return ChannelAccount(channel: parts[0], account: parts[1])
        }
    }

    /// Where the replies of the accounts leave; nil is the desk. An account that nothing here answers by is said, because a
    /// mistyped name would stop nothing.
    func doors(_ house: HouseSettings) throws -> [ChannelAccount?] {
        let names = house.names()
        return try doors().flatMap { named -> [ChannelAccount?] in
            guard let named else { return [nil] }
            switch names.doors(of: named) {
            case .known(let doors): return doors
            case .unknown:
                Terminal.write("courtois: the settings list no \(FreezeView.name(named)); it is frozen all the same\n", to: .error)
                return [named]
            case .unnamed:
                throw ValidationError(
                    "\(FreezeView.name(named)) lists no ids under “identities”, by which its messages name it: write CHANNEL/ID as in "
                        + "“courtois outbox”, or --all.")
            }
        }
    }
    /// What of `frozen` the accounts are; the name itself where nothing is, so that this can be said.
    func doors(_ house: HouseSettings, of frozen: [Freeze]) throws -> [ChannelAccount?] {
        let names = house.names()
        return try doors().flatMap { named -> [ChannelAccount?] in
            var doors = [named]
            if let named, case .known(let known) = names.doors(of: named) { doors += known.filter { $0 != named }.map { $0 } }
            let ended = doors.filter { door in frozen.contains { $0.door == door } }
            return ended.isEmpty ? [named] : ended
        }
    }
}
