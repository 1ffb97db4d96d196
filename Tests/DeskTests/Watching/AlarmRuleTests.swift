import Desk
import Support
import Testing

@Suite("When the alarm rings")
struct AlarmRuleTests {
    private static let now = Sample.start
    private static let door = ChannelAccount(channel: "instagram", account: "boutique")

    private static func alarm(_ authors: Int, after seconds: Int) -> Alarm {
        Alarm(
            ComplaintTopic("late_delivery", at: door), authors: authors, usual: 1.3, window: 3600, at: now + seconds,
            title: "retard de livraison", isFrench: true)
    }

    @Test(
        "it takes the least number of authors, and four standard deviations above what is usual",
        arguments: [
            // Two unhappy people at a quiet desk.
            (2, 0, false), (7, 0, false),
            // No past: the least number is enough.
            (8, 0, true), (8, 1, true), (8, 1.3, true),
            // 4 + 4 × √5 = 12.9
            (12, 4, false), (13, 4, true),
            // A steady stream: 40 + 4 × √41 = 65.6
            (40, 40, false), (65, 40, false), (66, 40, true),
        ] as [(Int, Double, Bool)])
    func rings(authors: Int, usual: Double, rings: Bool) {
        #expect(AlarmRule().rings(authors, usual: usual, after: nil, at: Self.now) == rings)
    }

    @Test("below the least number it never rings, and with more authors it does not ring less")
    func property() {
        var random = SplitMix(1)
        for _ in 0..<2000 {
            var rule = AlarmRule()
            rule.authors = Int(random.next() % 20) + 2
            rule.sensitivity = Int(random.next() % 10) + 1
            let usual = Double(random.next() % 500) / 10
            let rings = (0..<200).map { rule.rings($0, usual: usual, after: nil, at: Self.now) }
            #expect(!rings.prefix(rule.authors).contains(true))
            #expect(rings.last == true && rings.drop { !$0 }.allSatisfy { $0 })
        }
    }

    @Test("within the cool-down it rings again only for twice as many")
    func cooldown() {
        let (rule, last) = (AlarmRule(), Self.alarm(12, after: 0))
        func rings(_ authors: Int, after seconds: Int) -> Bool { rule.rings(authors, usual: 0, after: last, at: Self.now + seconds) }
        #expect(!rings(12, after: 60) && !rings(23, after: 6 * 3600 - 1))
        #expect(rings(24, after: 60) && rings(12, after: 6 * 3600))
    }

    @Test("the past is the same hour of up to 28 days before and the last day, and none from before the desk's first message")
    func past() {
        let rule = AlarmRule()
        let whole = rule.past(at: Self.now, since: Self.now + -100 * 86_400)
        #expect(whole.days.count == 28 && whole.hours.count == 23)
        #expect((whole.days + whole.hours).allSatisfy { $0.upperBound.seconds - $0.lowerBound.seconds == 3600 })
        let present = rule.present(at: Self.now)
        #expect(present.contains(Self.now) && present.lowerBound == Self.now + -3599)
        #expect(whole.hours.first?.upperBound == present.lowerBound && whole.days.first?.upperBound == present.upperBound + -86_400)
        #expect((whole.days + whole.hours).allSatisfy { !$0.overlaps(present) })
        let young = rule.past(at: Self.now, since: Self.now + -5 * 3600)
        #expect(young.days.isEmpty && young.hours.count == 4)
        let new = rule.past(at: Self.now, since: Self.now)
        #expect(new.days.isEmpty && new.hours.isEmpty)
    }

    @Test("usual is the mean of other days or that of the last day, whichever is more")
    func usual() {
        #expect(AlarmRule.usual(days: [], hours: []) == 0)
        #expect(AlarmRule.usual(days: [2, 4], hours: [1, 1, 1]) == 3)
        #expect(AlarmRule.usual(days: [0, 0], hours: [3, 0]) == 1.5)
    }

    @Test("a steady stream of complaints, by day and not by night, never rings in four weeks; one hour of three times as many does")
    func stream() {
        // Authors by hour: from nine to eighteen about ten, evenly spread within the bounds of a Poisson distribution.
        var random = SplitMix(7)
        let counts = (0..<29 * 24).map { hour in (9..<18).contains(hour % 24) ? (0..<40).count { _ in random.next() % 4 == 0 } : 0 }
        let rule = AlarmRule()
        func rings(_ count: Int, at hour: Int) -> Bool {
            let days = stride(from: hour - 24, through: 0, by: -24).map { counts[$0] }
            let hours = (max(0, hour - 23)..<hour).map { counts[$0] }
            return rule.rings(count, usual: AlarmRule.usual(days: days, hours: hours), after: nil, at: Self.now)
        }
        // The first day is all there is to learn from.
        #expect((24..<counts.count).allSatisfy { !rings(counts[$0], at: $0) })
        #expect(rings(30, at: 28 * 24 + 12))
    }

    @Test("it says how many, of what, where and what is usual, in the desk's language")
    func words() {
        #expect(
            Self.alarm(12, after: 0).words
                == "12\u{A0}personnes mécontentes au sujet de «\u{A0}retard de livraison\u{A0}» sur instagram/boutique en 60\u{A0}min\u{202F}; 1,3 d’ordinaire"
        )
        let topic = ComplaintTopic(nil, at: Self.door)
        #expect(
            Alarm(topic, authors: 9, usual: 0.04, window: 1800, at: Self.now, title: nil, isFrench: false).words
                == "9 people dissatisfied without a recognised request on instagram/boutique within 30 min; 0.0 as a rule")
        #expect(UserName(" Alarm") == nil)
    }
}
