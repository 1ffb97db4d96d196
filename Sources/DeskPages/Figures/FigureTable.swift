import Desk
import IntentEngine

/// The tables of a period that can be taken away, by the name an address knows them by.
enum FigureTable: String, CaseIterable {
    case days, intents, channels, teams, rules, deliveries

    /// The table as CSV. Its columns have the same names in every language, and numbers are machines' numbers.
    func csv(_ figures: DeskFigures, _ wording: DeskWording, hasMark: Bool) -> [UInt8] {
        var csv = CSVText(hasMark: hasMark)
        switch self {
        case .days:
            csv.add(
                ["date", "messages", "very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied", "mean"].map {
                    .text($0)
                })
            for day in figures.days {
                csv.add(
                    [.text(day.date.iso), .number(day.messages)] + day.polarity.counts.map { .number($0) } + [.decimal(day.polarity.mean)])
            }
        case .intents: add(figures.intents, "intent", to: &csv) { $0.isEmpty ? "" : wording.intent($0) }
        case .channels: add(figures.channels, "channel", to: &csv, wording.channel)
        case .teams: add(figures.teams, "team", to: &csv) { Team(rawValue: $0).map(wording.team) ?? $0 }
        case .rules:
            csv.add(["intent", "title", "template", "untouched", "edited", "rejected", "unreviewed"].map { .text($0) })
            for rule in figures.rules {
                let title = rule.rule.intent.isEmpty ? "" : wording.intent(rule.rule.intent)
                csv.add(
                    [.text(rule.rule.intent), .text(title), .text(rule.rule.template)]
                        + [DraftVerdict.untouched, .edited, .rejected, .unreviewed].map { .number(rule[$0]) })
            }
        case .deliveries:
            csv.add([.text("outcome"), .text("deliveries")])
            for kind in DeliveryState.Kind.allCases { csv.add([.text(kind.rawValue), .number(figures.deliveries[kind] ?? 0)]) }
        }
        return csv.bytes
    }

    private func add(_ figures: [NamedFigure], _ column: String, to csv: inout CSVText, _ title: (String) -> String) {
        csv.add([.text(column), .text("title"), .text("messages")])
        for figure in figures { csv.add([.text(figure.name), .text(title(figure.name)), .number(figure.count)]) }
    }

    func title(_ wording: DeskWording) -> String {
        switch self {
        case .days: wording(FigureWord.messagesByDay)
        case .intents: wording(FigureWord.byIntent)
        case .channels: wording(FigureWord.byChannel)
        case .teams: wording(FigureWord.byTeam)
        case .rules: wording(FigureWord.draftsByRule)
        case .deliveries: wording(FigureWord.deliveriesByOutcome)
        }
    }
}
