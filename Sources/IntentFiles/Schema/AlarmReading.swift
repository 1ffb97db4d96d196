import Desk
import Yams

extension YAMLReader {
    /// `alarm: {window: 60m, authors: 8, sensitivity: 4, cooldown: 6h, holding: crisis}`, or `alarm: false`.
    mutating func readAlarm(_ node: Node?, _ policy: inout PolicyFile) {
        guard let node else { return }
        if let scalar = node.scalar {
            switch scalar.string {
            case "false", "off", "no", "non": policy.alarm = nil
            case "true", "on", "yes", "oui": break
            default: report(node, "alarm must be false or a mapping", "write alarm: false, or alarm: {window: 60m, authors: 8}")
            }
            return
        }
        let fields = fields(node, "alarm", known: ["window", "authors", "sensitivity", "cooldown", "holding"])
        var alarm = AlarmRule()
        alarm.window = seconds(fields["window"], "window", "5m", 5...24 * 60, "1d") ?? alarm.window
        alarm.authors = integer(fields["authors"], "authors", in: 2...10_000) ?? alarm.authors
        alarm.sensitivity = integer(fields["sensitivity"], "sensitivity", in: 1...100) ?? alarm.sensitivity
        alarm.cooldown = seconds(fields["cooldown"], "cooldown", "1m", 1...30 * 24 * 60, "30d") ?? alarm.cooldown
        if let holding = text(fields["holding"], "holding") {
            alarm.holding = holding
            policy.alarmHolding = place(of: fields["holding"])
        }
        policy.alarm = alarm
    }

    /// Seconds of a time such as `30m`, `4h` or `2d`, which must be so many minutes.
    private mutating func seconds(
        _ node: Node?, _ what: String, _ first: String, _ minutes: ClosedRange<Int>, _ last: String
    ) -> Int? {
        guard let node, let text = text(node, what) else { return nil }
        guard let time = Self.minutes(text, 24 * 60), minutes.contains(time) else {
            report(node, "\(what) must be from \(first) to \(last)", "write minutes, hours or days: 60m, 6h, 1d")
            return nil
        }
        return time * 60
    }
}
