internal import Desk
internal import IntentEngine
import Testing

extension StoreConformance {
    static let browsing: [StoreConformance] = [
        StoreConformance("a filter passes what it says, alone and with others, and counts what it shows") {
            (store: any DeskStore) async throws -> Void in
            _ = await store.receive([
                Sample.arrival(
                    "m1", channel: "email", disposition: .human, priority: .p1, team: .legal, signals: ["anger", "legal_threat"]),
                Sample.arrival("m2", channel: "x", priority: .p3, signals: ["anger"], language: .english),
                Sample.arrival("m3", channel: "email", at: Sample.start + 7200),
            ])
            func numbers(_ filter: QueueFilter, team: Team? = nil) async throws -> [Int64] {
                let query = QueueQuery(team: team, filter: filter)
                let found = try await store.queue(query).items.map(\.case.number)
                #expect(try await store.count(query, most: 10) == found.count)
                return found
            }
            #expect(try await numbers(QueueFilter()) == [1, 2, 3])
            #expect(try await numbers(QueueFilter(), team: .legal) == [1])
            #expect(try await numbers(QueueFilter(priority: .p3)) == [2, 3])
            #expect(try await numbers(QueueFilter(disposition: .human)) == [1])
            #expect(try await numbers(QueueFilter(channel: "email")) == [1, 3])
            #expect(try await numbers(QueueFilter(language: .english)) == [2])
            #expect(try await numbers(QueueFilter(signal: "anger")) == [1, 2])
            #expect(try await numbers(QueueFilter(channel: "email", signal: "anger")) == [1])
            #expect(try await numbers(QueueFilter(signal: "insult")) == [])
            #expect(try await numbers(QueueFilter(waitsSince: Sample.start)) == [1, 2])
            #expect(try await store.count(QueueQuery(), most: 2) == 2)
            #expect(try await store.channels() == ["email", "x"])
        },
        StoreConformance("the other cases of a customer come latest first, of the channel asked for, and none of anybody else") { store in
            for (id, channel, author) in [
                ("m1", "email", "léa"), ("m2", "x", "léa"), ("m3", "email", "max"), ("m4", "email", "léa"), ("m5", "email", "léa"),
            ] { _ = try await store.receive(Sample.arrival(id, channel: channel, author: author)) }
            _ = try await store.receive(Sample.arrival("m6", conversation: "of-m1", text: "Et alors ?", channel: "email", author: "léa"))
            func others(_ id: String, _ channel: String?, but number: Int64, most: Int = 5) async throws -> [Int64] {
                try await store.cases(of: CustomerID(id, channel: channel), but: number, most: most).map(\.case.number)
            }
            #expect(try await others("léa", "email", but: 4) == [1, 5])
            #expect(try await store.cases(of: CustomerID("léa", channel: "email"), but: 4, most: 1).first?.text == "Et alors ?")
            #expect(try await others("léa", nil, but: 4) == [1, 5, 2])
            #expect(try await others("léa", nil, but: 4, most: 2) == [1, 5])
            #expect(try await others("max", "email", but: 3) == [])
            _ = try await store.erase(CustomerID("léa", channel: "email"), by: "zoe", at: Sample.start + 60)
            #expect(try await others("léa", "email", but: 4) == [])
        },
        StoreConformance("what is mine is what I hold at the moment, or lead elsewhere") { store in
            for id in ["m1", "m2", "m3"] { _ = try await store.receive(Sample.arrival(id)) }
            _ = try await store.review(ReviewChange(1, .claim, by: Sample.zoe, at: Sample.start)).get()
            _ = try await store.review(ReviewChange(2, .claim, by: Sample.max, at: Sample.start)).get()
            _ = try await store.review(ReviewChange(3, version: 1, .takeOver, by: Sample.zoe, at: Sample.start)).get()
            func mine(_ seconds: Int) async throws -> [Int64] {
                let holder = QueueFilter.Holder(name: "zoe", now: Sample.start + seconds)
                return try await store.queue(QueueQuery(filter: QueueFilter(holder: holder))).items.map(\.case.number)
            }
            #expect(try await mine(0) == [1, 3])
            #expect(try await mine(900) == [3])
        },
        StoreConformance("a page of a filtered queue starts where the one before ended") { store in
            for number in 1...7 { _ = try await store.receive(Sample.arrival("m\(number)", signals: number % 2 == 1 ? ["anger"] : [])) }
            var query = QueueQuery(filter: QueueFilter(signal: "anger"), most: 3)
            let first = try await store.queue(query)
            query.after = first.next
            let second = try await store.queue(query)
            #expect(first.items.map(\.case.number) == [1, 3, 5] && second.items.map(\.case.number) == [7] && second.next == nil)
        },
        StoreConformance("pages that may look at few cases each find the same, in the same order, in more pages") { store in
            for number in 1...9 {
                _ = try await store.receive(
                    Sample.arrival(
                        "m\(number)", channel: number == 2 || number > 6 ? "x" : "email", priority: number == 4 ? .p1 : .p3,
                        signals: number % 2 == 1 ? ["anger"] : []))
            }
            for filter in [
                QueueFilter(channel: "x"), QueueFilter(channel: "x", signal: "anger"), QueueFilter(channel: "fax"),
                QueueFilter(priority: .p1),
                QueueFilter(waitsSince: Sample.start), QueueFilter(signal: "anger"),
            ] {
                let whole = try await store.queue(QueueQuery(filter: filter))
                #expect(whole.next == nil)
                for mostRead in [1, 2, 4, 100] {
                    var query = QueueQuery(filter: filter, most: 2, mostRead: mostRead)
                    var (found, pages) = ([Int64](), 0)
                    repeat {
                        let page = try await store.queue(query)
                        found += page.items.map(\.case.number)
                        query.after = page.next
                        pages += 1
                    } while query.after != nil && pages < 20
                    #expect(found == whole.items.map(\.case.number) && pages < 20, "\(filter), \(mostRead) at a time")
                }
            }
        },
        StoreConformance("a search for an address finds whose it is, and who speaks of it") { store in
            _ = try await store.receive(Sample.arrival("m1", author: "lea@exemple.fr"))
            _ = try await store.receive(Sample.arrival("m2", author: "autre@exemple.fr"))
            _ = try await store.receive(Sample.arrival("m3", text: "Écrivez à lea@exemple.fr", author: "x"))
            _ = try await store.receive(Sample.arrival("m4", author: "lea@exemple.fr"))
            func found(_ words: String) async throws -> [Int64] { try await store.search(SearchQuery(words)).items.map(\.case.number) }
            #expect(try await found("lea@exemple.fr") == [4, 3, 1])
            #expect(try await found(" Lea@Exemple.fr ") == [4, 3, 1])
            #expect(try await found("autre@exemple.fr") == [2])
            #expect(try await found("personne@exemple.fr").isEmpty)
            let first = try await store.search(SearchQuery("lea@exemple.fr", most: 2))
            #expect(first.items.map(\.case.number) == [4, 3])
            let next = SearchQuery("lea@exemple.fr", most: 2, before: first.next)
            #expect(try await store.search(next).items.map(\.case.number) == [1])
        },
        StoreConformance("a search finds words whatever their case and accents, also unfinished ones, in texts, names and subjects") {
            store in
            _ = await store.receive([
                Sample.arrival("m1", text: "Mon Colis FR-48213 n’est pas là", author: "a1", name: "Inès Carpentier"),
                Sample.arrival("m2", text: "le côlis est abîmé, un crève-cœur", author: "a2", name: "Paul"),
                Sample.arrival("m3", text: "co\u{302}lis en NFD", author: "a3", subject: "Échange", name: "Léa"),
                Sample.arrival("m4", text: "autre chose", author: "a4", name: "Zoë"),
            ])
            func found(_ words: String) async throws -> [Int64] { try await store.search(SearchQuery(words)).items.map(\.case.number) }
            #expect(try await found("colis") == [3, 2, 1])
            #expect(try await found("COLÌS") == [3, 2, 1])
            #expect(try await found("col") == [3, 2, 1])
            #expect(try await found("48213") == [1])
            #expect(try await found("fr-48213 colis") == [1])
            #expect(try await found("coeur") == [2])
            #expect(try await found("CŒUR") == [2])
            #expect(try await found("echange") == [3])
            #expect(try await found("ines") == [1])
            #expect(try await found("zoe") == [4])
            #expect(try await found("olis") == [])
            #expect(try await found("colis autre") == [])
            #expect(try await found("echan") == [3])
            #expect(try await found("carp") == [1])
            #expect(try await found("l ab") == [])
            #expect(try await found("le ab") == [2])
            for words in ["", "  ", "\"", "*", "\" OR 1", "NEAR(a b)", "-", "'); DROP TABLE messages; --"] {
                _ = try await found(words)
            }
            #expect(try await found("") == [])
        },
        StoreConformance("a conversation is found once, where it was last spoken of, and pages follow each other") { store in
            for number in 1...5 {
                _ = try await store.receive(Sample.arrival("m\(number)", conversation: number < 3 ? "c" : nil, text: "colis"))
            }
            var query = SearchQuery("colis", most: 2)
            let first = try await store.search(query)
            #expect(first.items.map(\.case.number) == [4, 3])
            query.before = first.next
            let second = try await store.search(query)
            #expect(second.items.map(\.case.number) == [2, 1] && second.next == nil)
            #expect(second.items.last?.messages == 2)
        },
        StoreConformance("what waits no longer is met from the latest message back, each conversation once, by pages and filters") {
            store in
            for number in 1...6 {
                _ = try await store.receive(
                    Sample.arrival("m\(number)", conversation: number < 3 ? "c" : nil, channel: number == 6 ? "x" : "standard"))
            }
            // Cases 1 (of two messages) to 5: two closed, two answered, one waits.
            for number: Int64 in [2, 5] {
                let close = ReviewAction.close(reason: "doublon")
                _ = try await store.review(ReviewChange(number, version: 1, close, by: Sample.zoe, at: Sample.start)).get()
            }
            _ = try await approve(store, 1, version: 2, delivery: "d1").get()
            _ = try await approve(store, 4, version: 1, delivery: "d4").get()
            func numbers(_ query: PastQuery) async throws -> [Int64] { try await store.past(query).items.map(\.case.number) }
            #expect(try await numbers(PastQuery()) == [5, 4, 2, 1])
            #expect(try await numbers(PastQuery(status: .answered)) == [4, 1])
            #expect(try await numbers(PastQuery(status: .closed)) == [5, 2])
            #expect(try await numbers(PastQuery(filter: QueueFilter(channel: "x"))) == [5])
            #expect(try await numbers(PastQuery(team: .legal)) == [])
            #expect(try await store.past(PastQuery(status: .answered)).items.last?.messages == 2)
            let first = try await store.past(PastQuery(most: 3))
            let second = try await store.past(PastQuery(most: 3, before: first.next))
            #expect(first.items.map(\.case.number) == [5, 4, 2] && second.items.map(\.case.number) == [1] && second.next == nil)
            // Who writes again waits again.
            _ = try await store.receive(Sample.arrival("m7", conversation: "c"))
            #expect(try await numbers(PastQuery(status: .answered)) == [4])
        },
        StoreConformance("what is erased is found no more") { store in
            _ = await store.receive([Sample.arrival("m1", text: "xylophone"), Sample.arrival("m2", text: "xylophone", author: "other")])
            _ = try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start)
            #expect(try await store.search(SearchQuery("xylophone")).items.map(\.case.number) == [2])
            #expect(try await store.search(SearchQuery("Martin")).items.map(\.case.number) == [2])
        },
        StoreConformance("the number of the last change grows with every change") { store in
            #expect(try await store.lastChange() == 0)
            _ = try await store.receive(Sample.arrival("m1"))
            #expect(try await store.lastChange() == 1)
            _ = try await store.review(ReviewChange(1, .claim, by: Sample.zoe, at: Sample.start)).get()
            #expect(try await store.lastChange() == 2)
        },
        StoreConformance("a draft for another intent is a new version, by the rules, audited") { store in
            _ = try await store.receive(Sample.arrival("m1"))
            let draft = Draft(text: "Autre", language: .french, visibility: .private, template: "refund/fr/1", findings: [])
            let redraft = ReviewAction.redraft(Redraft(intent: "refund", draft: draft, isSensitive: true))
            let item = try await store.review(ReviewChange(1, version: 1, redraft, by: Sample.zoe, at: Sample.start)).get()
            #expect(item.version == 2 && item.intent == "refund" && item.needsSecondReader)
            #expect(item.draft?.text == "Autre" && item.draft?.author == nil && item.draft?.template == "refund/fr/1")
            let file = try #require(try await store.file(of: 1))
            #expect(file.case == item && file.drafts.map(\.state.kind) == [.replaced, .proposed])
            #expect(try await store.audit(after: 1, most: 5).map(\.action) == [.redrafted])
            #expect(try await approve(store, 1, version: 2).get().status == .answered)
        },
    ]
}
