import ArgumentParser
import Desk
import IntentFiles

/// What a freeze is of: the whole desk, or accounts.
struct FreezePlace: ParsableArguments {
    @Flag(help: "The whole desk.")
    var all = false

    @Option(help: ArgumentHelp("One account; may be given several times.", valueName: "channel/account"))
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

    /// The accounts; one the settings do not list is said, because a mistyped name would stop nothing.
    func doors(_ house: HouseSettings) throws -> [ChannelAccount?] {
        let doors = try doors()
        for case .some(let door) in doors
        where !house.channels.contains(where: { $0.channel == door.channel && $0.account == door.account }) {
            Terminal.write("courtois: the settings list no \(FreezeView.name(door)); it is frozen all the same\n", to: .error)
        }
        return doors
    }
}
