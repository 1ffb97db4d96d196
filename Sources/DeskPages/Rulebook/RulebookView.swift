import Desk
import DeskServer
import IntentEngine

/// The rulebook in use, and the files it was read from.
struct RulebookView {
    let view: [String: Any]

    /// Findings shown; whoever has more mends these first.
    private static let mostFindings = 100

    init(_ visit: Visit, _ sheet: RuleSheet?) {
        let (wording, edition) = (visit.wording, visit.edition)
        let findings = sheet?.findings ?? []
        view = [
            "hash": edition.hash, "reading": Self.reading(visit).map { $0 as Any } ?? false,
            "isDifferent": sheet.map { $0.hash != edition.hash } ?? false, "isChecked": sheet?.isChecked ?? true,
            "hasSheet": sheet != nil, "hasFindings": !findings.isEmpty,
            "findingCount": wording.count(findings.count, ("anomalie", "anomalies"), ("finding", "findings")),
            "findings": findings.prefix(Self.mostFindings).map { finding in
                [
                    "place": "\(finding.place.file):\(finding.place.line):\(finding.place.column)",
                    "cause": VisibleText.line(finding.cause, most: 600),
                    "remedy": VisibleText.line(finding.remedy, most: 600),
                ]
            },
            "categories": Self.categories(edition, sheet, wording),
            "size": wording.count(edition.desk.rulebook.intents.count, ("demande", "demandes"), ("request", "requests")),
        ]
    }

    private static func reading(_ visit: Visit) -> [String: Any]? {
        guard let reading = visit.parts.sheets?.lastReading else { return nil }
        let wording = visit.wording
        let found = wording.count(reading.findings, ("anomalie", "anomalies"), ("finding", "findings"))
        return [
            "moment": wording.moment(reading.at, now: visit.now), "machine": wording.machine(reading.at), "isHeld": reading.findings > 0,
            "outcome": reading.findings == 0
                ? wording.say("prise en service", "taken into use")
                : wording.say(
                    "refusée (\(found))\u{A0}: l’ancienne version reste en service",
                    "refused (\(found)): the version before stays in use"),
        ]
    }

    /// Intents by the folder their file is in, in the order of folders.
    private static func categories(_ edition: RulebookEdition, _ sheet: RuleSheet?, _ wording: DeskWording) -> [[String: Any]] {
        var categories: [String: [[String: Any]]] = [:]
        for (number, name) in edition.desk.rulebook.intents.enumerated() {
            let policy = edition.desk.decider.policy.intents[number]
            let entry = sheet?.entries[name]
            let folder = entry.flatMap { $0.place.file.split(separator: "/").dropLast().first.map(String.init) } ?? ""
            categories[folder, default: []].append([
                "title": wording.intent(name), "name": name, "address": "/rulebook/intents/\(name)", "team": wording.team(policy.team),
                "priority": policy.priority.rawValue, "priorityName": wording.priority(policy.priority),
                "action": wording.disposition(policy.action), "kind": policy.action.rawValue, "isSensitive": policy.isSensitive,
                "phrases": entry.map { String($0.phrases) } ?? "–", "examples": entry.map { String($0.examples.count) } ?? "–",
            ])
        }
        return categories.sorted { $0.key < $1.key }.map { folder, intents in
            ["folder": wording.category(folder), "id": folder.isEmpty ? "other" : folder, "intents": intents]
        }
    }
}

extension DeskWording {
    /// Folders of the rulebook by what people call them; others by their own name.
    func category(_ folder: String) -> String {
        switch folder {
        case "": say("Divers", "Various")
        case "account": say("Compte", "Account")
        case "business": say("Professionnels et presse", "Business and press")
        case "contact": say("Contact", "Contact")
        case "conversation": say("Conversation", "Conversation")
        case "delivery": say("Livraison", "Delivery")
        case "feedback": say("Avis", "Feedback")
        case "marketing": say("Marketing", "Marketing")
        case "orders": say("Commandes", "Orders")
        case "payment": say("Paiement", "Payment")
        case "product": say("Produits", "Products")
        case "refunds": say("Retours et remboursements", "Returns and refunds")
        case "risk": say("Risques", "Risk")
        case "services": say("Services", "Services")
        default: folder.prefix(1).uppercased() + folder.dropFirst().replacing("_", with: " ")
        }
    }
}
