internal import Desk
internal import GRDB

/// Accounts by which nothing leaves until a person resumes them.
enum PauseRecord {
    static func causes(_ db: Database) throws -> [ChannelAccount: String] {
        let query = try Query(db, "SELECT channel, account, cause FROM paused_accounts")
        var paused: [ChannelAccount: String] = [:]
        while try query.next() { paused[ChannelAccount(channel: query.text(0), account: query.text(1))] = query.text(2) }
        return paused
    }

    static func accounts(_ db: Database) throws -> Set<ChannelAccount> { Set(try causes(db).keys) }
}
