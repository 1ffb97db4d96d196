/// Freezes as commands print them and the server answers them: fields in this order; `channel` and `account` are null for
/// the desk.
extension JSONWriter {
    package mutating func write(_ freeze: Freeze) {
        object { writer in
            writer.member("scope", freeze.door == nil ? "desk" : "account")
            writer.member("channel", freeze.door?.channel)
            writer.member("account", freeze.door?.account)
            writer.member("stops", freeze.reach.rawValue)
            writer.member("by", freeze.by)
            writer.member("at", freeze.at)
            writer.member("reason", freeze.reason)
        }
    }
}
