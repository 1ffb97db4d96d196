import Channels
import Desk

/// What was done by the change before this page: said once, at the foot of the page, and never stored.
struct Said: Sendable {
    /// Things there are to say. An address can name no others, so that nobody can put words on the desk's pages.
    enum Kind: String, Sendable, CaseIterable {
        case approved, held, undone, rejected, escalated, noted, claimed, released, edited, editedWithFindings = "edited_with_findings"
        case redrafted, restored, handedOver = "handed_over", takenOver = "taken_over", givenBack = "given_back", closed, reopened
        case confirmed, resent, dropped, frozen, thawed, alarmEnded = "alarm_ended"
        case passwordChanged = "password_changed", queueIsEmpty = "queue_is_empty"
    }

    let kind: Kind
    /// The case it is about.
    let number: Int64?
    /// The version of the case that was closed, by which it is reopened.
    let version: Int?
    /// An approval that can be taken back, at this version of the case and until then.
    let undo: (version: Int, until: Instant)?

    static let names: Set<String> = ["said", "about", "undo", "until", "version"]
    static let passwordChanged = Said(.passwordChanged)

    init(_ kind: Kind, about number: Int64? = nil, version: Int? = nil, undo: (version: Int, until: Instant)? = nil) {
        self.kind = kind
        self.number = number
        self.version = version
        self.undo = undo
    }

    /// What an address says.
    init?(_ query: FormFields) {
        guard let kind = query["said"].flatMap(Kind.init) else { return nil }
        self.kind = kind
        number = query["about"].flatMap { Int64($0) }
        version = query["version"].flatMap { Int($0) }
        if let version = query["undo"].flatMap({ Int($0) }), let until = query["until"].flatMap({ Int($0) }), number != nil {
            undo = (version, Instant(seconds: until))
        } else {
            undo = nil
        }
    }

    var fields: [(String, String)] {
        var fields = [("said", kind.rawValue)]
        if let number { fields.append(("about", String(number))) }
        if let version { fields.append(("version", String(version))) }
        if let undo { fields += [("undo", String(undo.version)), ("until", String(undo.until.seconds))] }
        return fields
    }

    func view(_ visit: Visit) -> [String: Any] {
        var view: [String: Any] = [
            "text": visit.wording.said(kind, number), "isAlarm": kind == .editedWithFindings, "undo": false, "reopening": false,
        ]
        // What was typed for this case has arrived: no script need keep it.
        let isKept = [.approved, .held, .edited, .editedWithFindings].contains(kind)
        view["kept"] = isKept ? number.map { String($0) as Any } ?? false : false
        // From here on it runs, or runs no longer.
        view["runs"] = kind == .approved || kind == .held || kind == .undone ? number.map { String($0) as Any } ?? false : false
        view["isDraft"] = kind == .redrafted || kind == .restored
        if kind == .closed, let number, let version {
            view["reopening"] = ["action": Address.case(number) + "/reopening", "version": version]
        }
        if let undo, let number, visit.now < undo.until {
            view["undo"] = [
                "action": Address.case(number) + "/undo", "version": undo.version,
                "seconds": undo.until.seconds - visit.now.seconds,
            ]
        }
        return view
    }
}
