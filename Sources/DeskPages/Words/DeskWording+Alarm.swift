import Desk

extension DeskWording {
    /// What an alarm says over the queue, in the language of whoever reads it.
    func alarm(_ alarm: Alarm, now: Instant) -> String {
        let door = alarm.topic.door
        let place = "\(channel(door.channel)), \(door.account)"
        let subject =
            alarm.topic.intent.isEmpty
            ? say("sans demande reconnue", "without a recognised request")
            : say("au sujet de ", "about ") + quoted(intent(alarm.topic.intent))
        let tenths = Int((alarm.usual * 10).rounded())
        let usual = "\(tenths / 10)\(say(",", "."))\(tenths % 10)"
        let who = count(
            alarm.authors, ("personne mécontente", "personnes mécontentes"), ("dissatisfied person", "dissatisfied people"))
        return say(
            "Alerte depuis \(moment(alarm.at, now: now))\u{A0}: \(who) \(subject) en \(span(alarm.window)) (\(place))\u{202F}; \(usual) d’ordinaire.",
            "Alarm since \(moment(alarm.at, now: now)): \(who) \(subject) within \(span(alarm.window)) (\(place)); \(usual) as a rule.")
    }
}
