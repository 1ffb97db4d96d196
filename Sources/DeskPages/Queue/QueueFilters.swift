import Desk
import DeskServer
import IntentEngine

/// The form that narrows the queue.
struct QueueFilters {
    let view: [String: Any]

    init(_ visit: Visit, _ address: QueueAddress) async throws {
        let (wording, desk) = (visit.wording, visit.edition.desk)
        let channels = try await visit.parts.store.channels()
        let signals = desk.rulebook.signals.map { ($0, wording.signal($0)) }.sorted { $0.1 < $1.1 }
        var selects: [[String: Any]] = []
        func add(_ name: String, _ label: QueueWord, _ options: [(String, String)], _ chosen: String?) {
            let isFeminine = [.team, .priority, .disposition, .language].contains(label)
            selects.append([
                "name": name, "label": wording(label), "isChosen": chosen != nil,
                "any": isFeminine ? wording.say("Toutes", "Any") : wording(QueueWord.any),
                "options": options.map { ["value": $0.0, "text": $0.1, "isSelected": $0.0 == chosen] as [String: Any] },
            ])
        }
        if address.scope == .past {
            add("status", .status, [Case.Status.answered, .closed].map { ($0.rawValue, wording.status($0)) }, address.status?.rawValue)
        }
        if address.scope != .team || visit.user?.team == nil {
            add("team", .team, Team.allCases.map { ($0.rawValue, wording.team($0)) }, address.team?.rawValue)
        }
        add(
            "priority", .priority, Priority.allCases.map { (String($0.rawValue), wording.priority($0)) },
            address.priority.map { String($0.rawValue) })
        add(
            "disposition", .disposition, [Disposition.draft, .human, .moderate].map { ($0.rawValue, wording.disposition($0)) },
            address.disposition?.rawValue)
        add("channel", .channel, channels.filter { !$0.isEmpty }.map { ($0, wording.channel($0)) }, address.channel)
        add("language", .language, Language.allCases.prefix(3).map { ($0.rawValue, wording.language($0)) }, address.language?.rawValue)
        add("signal", .signal, signals, address.signal)
        if address.scope != .past {
            add(
                "age", .age, QueueAddress.ages.map { (String($0), wording.say("plus de ", "over ") + wording.span($0 * 3600)) },
                address.age.map(String.init))
        }
        view = [
            "scope": address.scope.rawValue, "selects": selects, "isOpen": address.isFiltered,
            "clear": address.isFiltered ? QueueAddress(scope: address.scope).text as Any : false,
            "count": selects.count { $0["isChosen"] as? Bool == true },
        ]
    }
}
