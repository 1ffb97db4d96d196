import Desk
import IntentEngine
import Testing

extension StoreConformance {
    /// Nine to six on weekdays, an hour before UTC.
    private static let hours = OpeningHours(
        week: Array(repeating: [540..<1080], count: 5) + [[], []], zone: TimeZoneTable(name: "Europe/Paris", transitions: [(0, 3600)]))
    private static let today = hours.zone.day(at: Sample.start)
    private static let week = FigurePeriod(days: 7, through: today, in: hours.zone)

    private static func read(_ store: any DeskStore, of period: FigurePeriod = week) async throws -> DeskFigures {
        try await store.figures(of: period, hours: hours)
    }

    private static func act(
        _ store: any DeskStore, _ number: Int64, _ version: Int?, _ action: ReviewAction, at seconds: Int,
        by colleague: Colleague = Sample.zoe
    ) async throws {
        _ = try await store.review(ReviewChange(number, version: version, action, by: colleague, at: Sample.start + seconds)).get()
    }

    private static func approval(_ delivery: String) -> ReviewAction { .approve(note: nil, acceptsFindings: false, delivery: delivery) }

    private static let rule = FigureRule(intent: "track_order", template: "track_order/fr/1")

    static let figures: [StoreConformance] = [
        StoreConformance("messages are counted once by day, channel, team, intent and polarity, in the house's own days") { store in
            _ = await store.receive([
                Sample.arrival("m1", channel: "standard", polarity: -2),
                Sample.arrival("m2", channel: "email", team: .legal, intent: "threat", polarity: -1),
                // Half an hour before midnight in UTC is the next day in Paris.
                Sample.arrival("m3", at: Instant(seconds: today.daysSince1970 * 86400 - 1800), polarity: 1),
                Sample.arrival("m4", at: Instant(seconds: today.daysSince1970 * 86400 - 3601), intent: nil, polarity: 2),
                Sample.arrival("old", at: week.start + -1),
            ])
            _ = try await store.receive(Sample.arrival("m1", channel: "standard", polarity: -2))
            let figures = try await read(store)
            #expect(figures.days.map(\.messages) == [0, 0, 0, 0, 0, 1, 3] && figures.messages == 4)
            #expect(figures.days[6].date == today && figures.days[6].polarity.counts == [1, 1, 0, 1, 0])
            #expect(figures.channels.map(\.name) == ["standard", "email"] && figures.channels.map(\.count) == [3, 1])
            #expect(figures.teams.map(\.name) == ["customer_service", "legal"])
            #expect(figures.intents.map(\.name) == ["track_order", "", "threat"] && figures.intents.map(\.count) == [2, 1, 1])
            #expect(figures.polarity == 0)
            #expect(try await read(store, of: week.before).messages == 1)
        },
        StoreConformance("waits are counted in opening hours, the first answer of a conversation apart") { store in
            let number = try await store.receive(Sample.arrival("m1", conversation: "c")).caseNumber
            try await act(store, number, 1, approval("d1"), at: 600)
            let lease = try #require(try await lease(store, at: 700).first?.lease)
            try await store.settle(lease, .sent(externalIds: ["p1"]), now: Sample.start + 701)
            // A quarter past five on a Friday, answered on Monday at a quarter to ten: 45 and 45 minutes.
            _ = try await store.receive(Sample.arrival("m2", conversation: "c", at: Sample.start + 8 * 3600))
            try await act(store, number, 4, approval("d2"), at: 72 * 3600 + 1800)
            let monday = FigurePeriod(days: 8, through: CivilDate(daysSince1970: today.daysSince1970 + 3), in: hours.zone)
            let figures = try await read(store, of: monday)
            #expect(figures.firstAnswer.count == 1 && figures.firstAnswer.median == 600)
            #expect(figures.reviewWait.count == 2 && figures.reviewWait.median == 600 && figures.reviewWait.p90 == 5400)
            #expect(try await read(store).reviewWait.count == 1)
        },
        StoreConformance("what became of the bot's drafts is counted by rule") { store in
            var numbers: [Int64] = []
            for id in ["touch", "edit", "refuse", "own", "send", "undo", "late"] {
                let disposition: Disposition = id == "send" ? .send : id == "own" ? .human : .draft
                numbers.append(
                    try await store.receive(Sample.arrival(id, disposition: disposition, draft: id == "own" ? nil : "x")).caseNumber)
            }
            try await act(store, numbers[0], 1, approval("d0"), at: 60)
            try await act(store, numbers[1], 1, .edit(text: "Mieux", findings: []), at: 60)
            try await act(store, numbers[1], 2, approval("d1"), at: 60, by: Sample.max)
            try await act(store, numbers[2], 1, .reject(reason: "ton"), at: 60)
            try await act(store, numbers[2], 2, .edit(text: "Mien", findings: []), at: 90)
            try await act(store, numbers[2], 3, approval("d2"), at: 120)
            try await act(store, numbers[3], 1, .edit(text: "Écrit", findings: []), at: 60)
            try await act(store, numbers[3], 2, approval("d3"), at: 60)
            try await act(store, numbers[5], 1, approval("d5"), at: 60)
            try await act(store, numbers[5], 2, .undo, at: 61)
            try await act(store, numbers[6], 1, approval("d6"), at: 60)
            // The customer writes again before it has left.
            _ = try await store.receive(Sample.arrival("again", conversation: "of-late", at: Sample.start + 65))
            let figures = try await read(store)
            let counts: [DraftVerdict: Int] = [.untouched: 1, .edited: 1, .rejected: 1, .unreviewed: 1]
            #expect(figures.rules == [RuleFigures(rule: rule, verdicts: counts)])
            #expect(figures.rulesByIntent.map(\.rule.intent) == ["track_order"])
            #expect(figures.reviewWait.count == 4 && figures.firstAnswer.count == 5)
            // Approved again once it was taken back, it counts once.
            try await act(store, numbers[5], 3, approval("d7"), at: 70)
            #expect(try await read(store).rules.first?[.untouched] == 2)
        },
        StoreConformance("an answer given elsewhere is a first answer, and no review") { store in
            let number = try await store.receive(Sample.arrival("m1", conversation: "c")).caseNumber
            try await answerElsewhere(store, "c", after: 60)
            _ = try await store.receive(Sample.arrival("m2", conversation: "c", at: Sample.start + 120))
            try await act(store, number, 3, approval("d1"), at: 180)
            let figures = try await read(store)
            #expect(figures.firstAnswer.count == 1 && figures.firstAnswer.median == 60 && figures.reviewWait.count == 1)
        },
        StoreConformance("deliveries are counted by where they stand, and figures outlive the customer") { store in
            let number = try await approved(store, id: "m1")
            _ = try await approved(store, id: "m2")
            let lease = try #require(try await lease(store, most: 1).first?.lease)
            try await store.settle(lease, .sent(externalIds: ["p1"]), now: Sample.start + 71)
            var figures = try await read(store)
            #expect(figures.deliveries == [.sent: 1, .queued: 1])
            _ = try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start + 80)
            let after = try await read(store)
            #expect(after.messages == 2 && after.intents == figures.intents && after.rules == figures.rules)
            #expect(after.firstAnswer == figures.firstAnswer && number == 1)
            figures = try await read(store, of: week.before)
            #expect(figures.deliveries.isEmpty && figures.polarity == nil && figures.firstAnswer.median == nil)
        },
    ]
}
