import Desk
import HTTPTypes

extension RulebookResource {
    static let reading = RouteDescription(
        method: .get, path: root, id: "getRulebook", summary: "The rules in use",
        details: "Their hash, and what keeps newer ones from being used: file:line:column, cause and remedy.", tag: .rulebook,
        scope: .readRulebook, parameters: [.known], answers: [.shown("Rulebook", "The rules."), .same])

    static let reloading = RouteDescription(
        method: .post, path: root + "/reload", id: "reloadRulebook", summary: "Read the rules again",
        details: "As at SIGHUP: rules with findings are not taken into use, and those of before stay. Either is a row of the audit trail.",
        tag: .rulebook,
        scope: .writeRulebook,
        answers: [.init(status: 200, details: "They are in use.", schema: Schema.reference("Rulebook"))], problems: [.rulebookRefused])
}
