internal import Desk
internal import GRDB

/// Freezes that have not ended.
enum FreezeRecord {
    private static let place = "thawed_at IS NULL AND channel IS ? AND account IS ?"

    static func current(_ db: Database) throws -> [Freeze] {
        let query = try Query(
            db, "SELECT frozen_by, frozen_at, reason, channel, account, reach FROM freezes WHERE thawed_at IS NULL ORDER BY id")
        var freezes: [Freeze] = []
        while try query.next() {
            let door = query.optionalText(3).map { ChannelAccount(channel: $0, account: query.text(4)) }
            freezes.append(
                Freeze(by: query.text(0), at: query.moment(1), reason: query.text(2), door: door, reach: try query.choice(5)))
        }
        return freezes
    }

    static func insert(_ freeze: Freeze, _ db: Database) throws {
        var query = try Query(
            db, "INSERT INTO freezes (frozen_by, frozen_at, reason, channel, account, reach) VALUES (?, ?, ?, ?, ?, ?)")
        query.bind(freeze.by)
        query.bind(freeze.at)
        query.bind(freeze.reason)
        query.bind(freeze.door?.channel)
        query.bind(freeze.door?.account)
        query.bind(freeze.reach.rawValue)
        try query.run()
    }

    /// False where nothing was frozen.
    static func end(_ door: ChannelAccount?, by name: String, at now: Instant, _ db: Database) throws -> Bool {
        var query = try Query(db, "UPDATE freezes SET thawed_by = ?, thawed_at = ? WHERE \(place)")
        query.bind(name)
        query.bind(now)
        query.bind(door?.channel)
        query.bind(door?.account)
        try query.run()
        return db.changes > 0
    }
}
