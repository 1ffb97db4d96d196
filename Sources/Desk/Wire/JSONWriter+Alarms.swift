/// Alarms as the server answers them: fields in this order; `intent` is null where no request was recognised.
extension JSONWriter {
    package mutating func write(_ alarm: Alarm) {
        object { writer in
            writer.member("id", Int(alarm.number))
            writer.member("channel", alarm.topic.door.channel)
            writer.member("account", alarm.topic.door.account)
            writer.member("intent", alarm.topic.intent.isEmpty ? nil : alarm.topic.intent)
            writer.member("authors", alarm.authors)
            writer.name("usual")
            writer.decimal(thousandths: Int((alarm.usual * 1000).rounded()))
            writer.member("window_seconds", alarm.window)
            writer.member("at", alarm.at)
            writer.member("reason", alarm.words)
        }
    }
}
