import IntentEngine
import Testing

@testable import Desk

@Suite("Replies put together by copying")
struct ReplyStepsTests {
    private static let texts = [
        "Merci.", "{{brand}}", "a {{#name}}de {{name}}{{#date}} du {{date}}{{/date}}{{/name}}{{^name}}anonyme{{/name}} z",
        "{{^order_number}}{{^date}}rien{{/date}}{{/order_number}}{{#order_number}}n°\u{A0}{{order_number}}{{/order_number}} : {{brand}}",
    ]

    private func library() throws -> ReplyLibrary {
        var library = ReplyLibrary()
        for (number, text) in Self.texts.enumerated() {
            let key = ReplyLibrary.Key(number == 0 ? .greeting : .body(number), .french, .private)
            let name = number == 0 ? "block/greeting/fr/private/1" : "x/fr/private/\(number)"
            library.add(try Template.read(text), to: key, name: name, place: SourcePlace(file: "x.yaml", line: 1, column: 1))
        }
        return library
    }

    @Test("a text reads as its template does, whatever is known")
    func texts() throws {
        let library = try library()
        let steps = ReplySteps(library)
        let optional: [(Placeholder, String)] = [(.name, "Zoé"), (.date, "3 mars"), (.orderNumber, "48213")]
        for known in 0..<8 {
            var values = PlaceholderValues()
            values[.brand] = "Maison"
            for (place, value) in optional.enumerated() where known & 1 << place != 0 { values[value.0] = value.1 }
            for entry in library.entries {
                var line = LineWriter(room: 8)
                line.literal("> ")
                steps.render(entry.number, values, into: &line)
                #expect(String(decoding: line.written, as: UTF8.self) == "> " + entry.template.text(values))
            }
        }
    }

    @Test("texts keep their names, and say what they leave open and whether they answer")
    func facts() throws {
        let steps = ReplySteps(try library())
        #expect(steps.name(of: 2) == "x/fr/private/2")
        #expect((0..<4).map { steps.isAnswer($0) } == [false, true, true, true])
        #expect(steps.placeholders(of: 0) == 0)
        #expect(steps.placeholders(of: 2) == Placeholder.name.bit | Placeholder.date.bit)
    }

    @Test("values can be set, changed, taken away and asked for")
    func values() {
        var values = PlaceholderValues()
        #expect(values[.name] == nil && values.known == 0)
        values[.name] = "Zoé"
        values[.date] = ""
        values[.name] = "Léa"
        #expect(values[.name] == "Léa" && values[.date] == "" && values[.amount] == nil)
        #expect(values.known == Placeholder.name.bit | Placeholder.date.bit)
        values[.name] = nil
        values.set(.amount) { _ in false }
        #expect(values.known == Placeholder.date.bit && values[.name] == nil)
        values.removeAll()
        #expect(values.known == 0 && values[.date] == nil)
    }
}

@Suite("Remembering what was proofread")
struct ProofMemoryTests {
    private func key(_ text: Int, _ next: UInt16? = nil) -> ProofMemory.Key {
        ProofMemory.Key(UInt16(text), next, known: 0, asked: 0, continues: false, unread: false, channel: 0)
    }

    @Test("every difference that matters makes another number")
    func keys() {
        var numbers: Set<UInt64> = []
        var made = 0
        for text in [UInt16(0), 1, 900] {
            for next in [nil, 0, 1, 900] as [UInt16?] {
                for (known, asked) in [(0, 0), (1, 0), (0, 1), (255, 255)] as [(UInt8, UInt8)] {
                    for (continues, unread) in [(false, false), (true, false), (false, true), (true, true)] {
                        for channel in [0, 1, 300] {
                            let key = ProofMemory.Key(
                                text, next, known: known, asked: asked, continues: continues, unread: unread, channel: channel)
                            numbers.insert(key.number)
                            made += 1
                        }
                    }
                }
            }
        }
        #expect(numbers.count == made && !numbers.contains(0))
    }

    @Test("what was remembered is found while the memory grows")
    func growth() throws {
        var memory = ProofMemory()
        for text in 0..<3000 { memory.remember(ProofMemory.Part(isClean: text % 3 == 0, counts: ProofCounts()), key(text)) }
        for text in 0..<3000 { #expect(try #require(memory[key(text)]).isClean == (text % 3 == 0)) }
        #expect(memory[key(3000)] == nil && memory[key(1, 2)] == nil)
    }

    @Test("a full memory begins anew instead of growing")
    func bound() {
        var memory = ProofMemory()
        for text in 0..<5000 { memory.remember(ProofMemory.Part(isClean: true, counts: ProofCounts()), key(text)) }
        #expect(memory[key(0)] == nil && memory[key(4999)] != nil)
    }
}

@Suite("The memory of conversations")
struct ConversationMemoryTests {
    @Test("a conversation keeps its texts while it is among the latest, and is forgotten after")
    func generations() {
        var memory = ConversationMemory(capacity: 2)
        func choose(_ conversation: UInt64) -> Int {
            var chosen = 0
            memory.update(conversation) { chosen = $0.choose(from: [4, 5, 6], seed: 0) }
            return chosen
        }
        #expect([choose(1), choose(1), choose(2), choose(1)] == [4, 5, 4, 6])
        // The third begins a new generation; the first two are in the older one.
        #expect(choose(3) == 4)
        #expect(choose(2) == 5)
        // Full again: what only the older one had is gone.
        #expect(choose(1) == 4)
        #expect(choose(2) == 6)
    }
}

@Suite("What a brand's settings become by number")
struct BrandTableTests {
    private func brand() -> Brand {
        var brand = Brand(name: "Maison", openingHours: OpeningHours(week: Array(repeating: [], count: 7), zone: .utc))
        brand.answers = [.p1: AnswerTime(minutes: 60, words: [.french: "sous une heure"])]
        let own = [Priority.p1: AnswerTime(minutes: 30, words: [.french: "vite", .english: "soon"])]
        brand.teams = [.legal: TeamSettings(title: [:], answers: own)]
        brand.channels = ["default": ChannelSettings(mostPublic: 100), "sms": ChannelSettings(unit: .gsm7)]
        return brand
    }

    @Test("teams answer in the brand's time or in their own")
    func answers() {
        let brand = brand()
        let table = AnswerTable(brand)
        for team in Team.allCases {
            for priority in Priority.allCases {
                #expect(table.minutes(team, priority) == brand.answer(team, priority)?.minutes)
                for language in Language.allCases {
                    var words: [UInt8] = []
                    table.appendWords(team, priority, language, sent: nil, due: nil, to: &words)
                    #expect(String(decoding: words, as: UTF8.self) == brand.answer(team, priority)?.words[language] ?? "")
                }
            }
        }
        #expect(table.minutes(.legal, .p1) == 30 && table.minutes(.marketing, .p1) == 60 && table.minutes(.legal, .p2) == nil)
    }

    @Test("a channel without settings of its own has the default ones")
    func channels() {
        let brand = brand()
        let table = ChannelTable(brand)
        for name in ["sms", "default", "email", nil] { #expect(table[table.number(of: name)] == brand.channel(name)) }
        #expect(table.number(of: "sms") != table.number(of: "email"))
        #expect(table.number(of: "email") == table.number(of: nil))
    }
}
