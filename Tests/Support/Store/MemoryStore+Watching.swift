package import Desk
internal import Synchronization

extension MemoryStore: Watching {
    package func complaints(in windows: [Range<Instant>]) async -> [[ComplaintTopic: Int]] {
        state.withLock { state in
            windows.map { window in
                var authors: [ComplaintTopic: Set<String>] = [:]
                for entry in state.entries where window.contains(entry.writtenAt) {
                    guard let topic = entry.complaint else { continue }
                    authors[topic, default: []].insert(entry.complainant)
                }
                return authors.mapValues(\.count)
            }
        }
    }

    package func beginning() async -> Instant? {
        state.withLock { state in
            (state.entries.prefix(1).map(\.arrival.receivedAt) + state.entries.filter { $0.complaint != nil }.map(\.writtenAt)).min()
        }
    }

    package func lastAlarms(of topics: Set<ComplaintTopic>) async -> [ComplaintTopic: Alarm] {
        state.withLock { state in
            Dictionary(state.alarms.filter { topics.contains($0.topic) }.map { ($0.topic, $0) }) { _, last in last }
        }
    }

    package func alarms() async -> [Alarm] { state.withLock { $0.standingAlarms } }

    package func ring(_ alarm: Alarm, after last: Int64?) async -> Bool {
        state.withLock { state in
            if let known = state.alarms.last(where: { $0.topic == alarm.topic }) {
                guard known.number == last else { return false }
                state.standing.remove(known.number)
            }
            var kept = alarm
            kept.number = Int64(state.alarms.count + 1)
            state.alarms.append(kept)
            state.standing.insert(kept.number)
            state.record(.alarmRang, Freeze.subject(of: alarm.topic.door), by: Alarm.name, at: alarm.at, detail: alarm.words)
            if !state.freezes.stopsUnreviewed(alarm.topic.door) { state.freeze(alarm.freeze) }
            return true
        }
    }

    package func endAlarm(_ number: Int64, by name: String, at now: Instant) async -> Bool {
        state.withLock { state in
            guard let alarm = state.standingAlarms.first(where: { $0.number == number }) else { return false }
            state.end(alarm, by: name, at: now)
            return true
        }
    }
}

extension MemoryStore.Entry {
    /// Who complains: an author, or a conversation that names none.
    fileprivate var complainant: String { arrival.message.author?.id.map { "author \($0)" } ?? "case \(caseNumber)" }
}

extension MemoryStore.State {
    var standingAlarms: [Alarm] { alarms.filter { standing.contains($0.number) } }

    fileprivate mutating func end(_ alarm: Alarm, by name: String, at now: Instant) {
        standing.remove(alarm.number)
        record(.alarmEnded, Freeze.subject(of: alarm.topic.door), by: name, at: now, detail: alarm.words)
    }

    /// Ends the alarms of accounts that nothing freezes any more.
    mutating func endAlarmsOfThawed(by name: String, at now: Instant) {
        for alarm in standingAlarms where !freezes.stopsUnreviewed(alarm.topic.door) { end(alarm, by: name, at: now) }
    }
}
