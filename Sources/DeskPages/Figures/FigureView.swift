import Desk
import IntentEngine

/// The figures of a period as the page shows them.
struct FigureView {
    let view: [String: Any]

    init(_ wording: DeskWording, _ figures: DeskFigures, _ address: FigureAddress) {
        let words = FigureViewWords(wording: wording, figures: figures)
        var view: [String: Any] = [
            "periodText": wording.period(figures.period), "isWrongPeriod": address.isWrong, "from": figures.period.first.iso,
            "through": figures.period.last.iso, "hasMessages": figures.messages > 0, "isOwnPeriod": address.days == nil,
        ]
        let names: [Int: FigureWord] = [7: .lastSeven, 30: .lastThirty, 90: .lastNinety]
        view["periods"] = FigureAddress.choices.map { days in
            [
                "name": names[days].map { wording($0) } ?? "", "address": Address.with("/figures", [("days", String(days))]),
                "isChosen": address.days == days,
            ] as [String: Any]
        }
        view["tiles"] = words.tiles
        view["messageChart"] = words.messageChart
        view["polarityChart"] = words.polarityChart
        view["dayRows"] = words.dayRows
        view["lists"] = words.lists
        view["rules"] = words.rules
        view["hasRules"] = !figures.rules.isEmpty
        view["otherRules"] = words.otherRules
        view["hasOtherRules"] = !words.otherRules.isEmpty
        view["templates"] = words.templates
        view["hasDeliveries"] = !figures.deliveries.isEmpty
        view["deliveries"] = words.deliveries
        view["tables"] = FigureTable.allCases.map { table in
            [
                "title": table.title(wording), "address": address.text("/figures.csv", [("table", table.rawValue)]),
                "marked": address.text("/figures.csv", [("table", table.rawValue), ("mark", "yes")]),
            ]
        }
        self.view = view
    }
}

/// The parts of the page, each from the figures alone.
private struct FigureViewWords {
    let wording: DeskWording
    let figures: DeskFigures

    /// Requests that the page names; the others are one line.
    private static let mostIntents = 12

    // MARK: At a glance

    var tiles: [[String: Any]] {
        let judged = figures.rules.reduce(0) { $0 + $1.judged }
        let untouched = figures.rules.reduce(0) { $0 + $1[.untouched] }
        let perDay = Double(figures.messages) / Double(figures.days.count)
        return [
            tile(.received, wording.number(figures.messages), wording.say("\(mean(perDay)) par jour", "\(mean(perDay)) a day")),
            tile(.firstAnswer, figures.firstAnswer), tile(.reviewWait, figures.reviewWait),
            tile(
                .untouchedShare, judged == 0 ? nil : wording.percent(Double(untouched) / Double(judged)),
                wording.say("sur \(wording.number(judged)) relus", "of \(wording.number(judged)) reviewed")),
            tile(
                .meanPolarity, figures.polarity.map(wording.polarity),
                wording.say("moyenne, de −2 à +2", "mean, from −2 to +2")),
        ]
    }

    private func mean(_ perDay: Double) -> String {
        let tenths = Int((perDay * 10).rounded())
        return tenths >= 100
            ? wording.number((tenths + 5) / 10) : "\(tenths / 10)" + (tenths % 10 == 0 ? "" : wording.say(",", ".") + "\(tenths % 10)")
    }

    private func tile(_ name: FigureWord, _ value: String?, _ note: String) -> [String: Any] {
        ["name": wording(name), "value": value ?? "–", "note": value == nil ? wording(FigureWord.nothingMeasured) : note]
    }

    private func tile(_ name: FigureWord, _ wait: WaitFigures) -> [String: Any] {
        let longest = wait.p90.map { wording.openSpan($0) } ?? ""
        return [
            "name": wording(name), "value": wait.median.map { wording.openSpan($0) } ?? "–",
            "note": wait.count == 0
                ? wording(FigureWord.nothingMeasured)
                : wording.say("médiane\u{202F}; 9 sur 10 en \(longest) au plus", "median; 9 in 10 within \(longest)"),
            "hint": wording.openDay,
        ]
    }

    // MARK: By day

    private func chart(_ id: String, _ title: FigureWord, _ description: String, _ label: (DayFigures) -> String) -> DayChart {
        DayChart(
            id: id, title: wording(title), description: description,
            days: figures.days.map { day in
                DayChart.Day(label: "\(wording.day(day.date))\n\(label(day))", short: wording.shortDay(day.date))
            })
    }

    private func messages(_ count: Int) -> String { wording.count(count, ("message", "messages"), ("message", "messages")) }

    var messageChart: String {
        let most = figures.days.max { $0.messages < $1.messages }
        let peak =
            most.map { most in
                let count = wording.number(most.messages)
                return wording.say("le plus, \(count), \(wording.day(most.date))", "most, \(count), on \(wording.day(most.date))")
            } ?? ""
        let chart = chart("by-day", .messagesByDay, "\(messages(figures.messages)), \(wording.period(figures.period))\u{A0}: \(peak).") {
            messages($0.messages)
        }
        return BarChart(chart: chart, values: figures.days.map(\.messages)).svg(wording.number)
    }

    var polarityChart: String {
        let values = figures.days.map(\.polarity.mean)
        let mean = figures.polarity.map(wording.polarity) ?? ""
        let chart = chart(
            "polarity", .polarityByDay,
            wording.say("Moyenne de la période\u{A0}: \(mean), de −2 à +2.", "Mean of the period: \(mean), from −2 to +2.")
        ) { $0.polarity.mean.map(wording.polarity) ?? messages(0) }
        return LineChart(chart: chart, values: values, most: LineChart.scale(values)).svg { wording.polarity(Double($0)) }
    }

    /// The latest day first.
    var dayRows: [[String: Any]] {
        figures.days.reversed().map { day in
            [
                "day": wording.day(day.date), "date": day.date.iso, "messages": wording.number(day.messages),
                "negative": wording.number(day.polarity.negative), "neutral": wording.number(day.polarity[0]),
                "positive": wording.number(day.polarity.positive), "mean": day.polarity.mean.map(wording.polarity) ?? "–",
            ]
        }
    }

    // MARK: By name

    var lists: [[String: Any]] {
        let intents = figures.intents.map { ($0.name.isEmpty ? wording(FigureWord.noIntent) : wording.intent($0.name), $0.count) }
        let others = intents.dropFirst(Self.mostIntents).reduce(0) { $0 + $1.1 }
        let shown = Array(others == 0 ? intents[...] : intents.prefix(Self.mostIntents))
        return [
            list(.byIntent, .intentColumn, shown, others: others),
            list(.byChannel, .channelColumn, figures.channels.map { (wording.channel($0.name), $0.count) }),
            list(.byTeam, .teamColumn, figures.teams.map { (Team(rawValue: $0.name).map(wording.team) ?? $0.name, $0.count) }),
        ]
    }

    /// - Parameter others: What is not named, together: without a bar, so that those of the named can be compared.
    private func list(_ title: FigureWord, _ column: FigureWord, _ figures: [(String, Int)], others: Int = 0) -> [String: Any] {
        let largest = figures.map(\.1).max() ?? 1
        let sum = Double(max(1, figures.reduce(others) { $0 + $1.1 }))
        func row(_ name: String, _ count: Int, _ bar: String) -> [String: Any] {
            [
                "name": VisibleText.line(name, most: 80), "count": wording.number(count), "share": wording.percent(Double(count) / sum),
                "bar": bar,
            ]
        }
        let named = figures.map { row($0, $1, ShareBar.svg(Double($1) / Double(largest))) }
        return [
            "title": wording(title), "column": wording(column),
            "rows": others == 0 ? named : named + [row(wording(FigureWord.lessNames), others, "")],
        ]
    }

    // MARK: By rule

    /// Those with most drafts at first, the others behind them.
    var rules: [[String: Any]] { rows(figures.rulesByIntent.prefix(Self.mostIntents)) }
    var otherRules: [[String: Any]] { rows(figures.rulesByIntent.dropFirst(Self.mostIntents)) }

    private func rows(_ rules: ArraySlice<RuleFigures>) -> [[String: Any]] {
        rules.map { rule in
            row(rule, rule.rule.intent.isEmpty ? wording(FigureWord.noIntent) : wording.intent(rule.rule.intent))
        }
    }

    var templates: [[String: Any]] { figures.rules.map { row($0, $0.rule.template.isEmpty ? "–" : $0.rule.template) } }

    private func row(_ rule: RuleFigures, _ name: String) -> [String: Any] {
        let judged = Double(max(1, rule.judged))
        let parts: [(String, Double)] = [DraftVerdict.untouched, .edited, .rejected].map { ($0.rawValue, Double(rule[$0]) / judged) }
        return [
            "name": VisibleText.line(name), "untouched": wording.number(rule[.untouched]), "edited": wording.number(rule[.edited]),
            "rejected": wording.number(rule[.rejected]), "unreviewed": wording.number(rule[.unreviewed]),
            "share": rule.untouchedShare.map(wording.percent) ?? "–", "bar": ShareBar.svg(parts),
        ]
    }

    var deliveries: [[String: Any]] {
        let sum = Double(max(1, figures.deliveries.values.reduce(0, +)))
        let sorted = figures.deliveries.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        return sorted.map { kind, count in
            [
                "name": wording.delivery(kind), "count": wording.number(count), "share": wording.percent(Double(count) / sum),
                "needsPerson": kind.needsPerson, "bar": ShareBar.svg([(kind.needsPerson ? "rejected" : "bar", Double(count) / sum)]),
            ]
        }
    }
}
