import Desk
import IntentEngine
import Testing

extension StoreConformance {
    static let intake: [StoreConformance] = [
        StoreConformance("an arrival is kept whole: message, case, draft, decision and audit row") { store in
            let arrival = Sample.arrival(
                "m1", text: "Où est « ma » commande ?", findings: [Sample.typo], isSensitive: true, subject: "Colis")
            let number = try await store.receive(arrival).caseNumber
            let file = try #require(try await store.file(of: number))
            let message = try #require(file.messages.first)
            #expect(message.id == "m1" && message.text == "Où est « ma » commande ?" && message.line == arrival.line)
            #expect(message.author == Message.Author(id: "customer-1", name: "Zoé Martin") && message.rulebook == "cafe")
            #expect(message.sentAt == Sample.start && message.receivedAt == Sample.start && message.disposition == .draft)
            #expect(file.case.conversation == ConversationKey(channel: "standard", account: "default", name: "of-m1"))
            #expect(file.case.status == .waiting && file.case.version == 1 && file.case.needsSecondReader)
            #expect(file.case.due == Sample.start + 3600 && file.case.intent == "track_order" && file.case.team == .customerService)
            #expect(
                file.case.question
                    == .init(message: "m1", language: .french, visibility: .private, subject: "Colis", gravity: Gravity(.p3)))
            #expect(message.subject == "Colis")
            let draft = try #require(file.case.draft)
            #expect(draft.text == Sample.draftText && draft.findings == [DraftFinding(Sample.typo)] && draft.isProposed)
            #expect(draft.template == "track_order/fr/1" && draft.author == nil && draft.inReplyTo == "m1" && file.drafts == [draft])
            let rows = try await store.audit(after: 0, most: 10)
            #expect(rows.map(\.action) == [.received] && rows[0].subject == "case/\(number)" && rows[0].actor == "rules")
        },
        StoreConformance("a message that was here before gives its first decision and changes nothing") { store in
            let first = Sample.arrival("m1")
            let number = try await store.receive(first).caseNumber
            let again = Sample.arrival("m1", text: "autre chose", disposition: .human, at: Sample.start + 5)
            let results = await store.receive([again, Sample.arrival("m2"), again])
            #expect(try results[0].get() == .duplicate(case: number, line: first.line))
            #expect(try results[2].get() == .duplicate(case: number, line: first.line))
            guard case .stored(let other) = try results[1].get() else { throw Unexpected() }
            #expect(other != number)
            #expect(try await store.file(of: number)?.case.version == 1)
            #expect(try await store.audit(after: 0, most: 10).count == 2)
            // The same id at another door is another message.
            let elsewhere = try await store.receive(Sample.arrival("m1", account: "second"))
            let channel = try await store.receive(Sample.arrival("m1", channel: "meta"))
            #expect(Set([number, elsewhere.caseNumber, channel.caseNumber]).count == 3)
        },
        StoreConformance("the gravest message of a conversation keeps its draft, within a batch and across") { store in
            func grave(_ id: String) -> Arrival {
                Sample.arrival(id, conversation: id, disposition: .human, priority: .p1, team: .legal, draft: "Transmis.")
            }
            func mild(_ id: String, to conversation: String) -> Arrival {
                Sample.arrival(id, conversation: conversation, priority: .p4, draft: "Merci\u{202F}!")
            }
            _ = await store.receive([grave("m1"), mild("m2", to: "m1")])
            _ = try await store.receive(grave("m3"))
            _ = try await approve(store, 2, delivery: "d3").get()
            _ = try await store.receive(mild("m4", to: "m3"))
            for number in [Int64(1), 2] {
                let file = try #require(try await store.file(of: number))
                #expect(file.messages.count == 2 && file.case.question.message == file.messages[0].id && file.case.priority == .p1)
                #expect(file.drafts.map(\.text) == ["Transmis."] && file.case.draft?.isProposed == true && file.case.status == .waiting)
            }
            #expect(try await lease(store, at: 120).isEmpty)
            _ = try await approve(store, 2, version: 3, delivery: "d4", after: 130).get()
            #expect(try await lease(store, at: 140).map(\.reply.inReplyTo) == ["m3"])
        },
        StoreConformance("people who comment on one thing have a case each, and the reply goes where it was said") { store in
            func comment(_ id: String, by author: String?) -> Arrival {
                Sample.arrival(id, conversation: "post", author: author, visibility: .public, kind: .comment)
            }
            let results = await store.receive([
                comment("m1", by: "a"), comment("m2", by: "b"), comment("m3", by: "a"), comment("m4", by: nil),
            ])
            #expect(try results.map { try $0.get().caseNumber } == [1, 2, 1, 3])
            _ = try await approve(store, 2).get()
            let leased = try #require(try await lease(store).first)
            #expect(leased.reply.conversation == "post" && leased.reply.inReplyTo == "m2")
            let sent = Settlement.sent(externalIds: [])
            #expect(try await store.settle(try #require(leased.lease), sent, now: Sample.start + 71))
            #expect(try await status(store, 1) == .waiting)
            // Who was answered on the platform is not told: as long as several wait, nobody loses their place.
            try await answerElsewhere(store, "post", after: 80)
            #expect(try await status(store, 1) == .waiting)
            #expect(try await status(store, 3) == .waiting)
            _ = try await approve(store, 3, delivery: "d3", after: 90).get()
            let last = try #require(try await lease(store, at: 100).first?.lease)
            #expect(try await store.settle(last, sent, now: Sample.start + 101))
            try await answerElsewhere(store, "post", after: 110)
            #expect(try await status(store, 1) == .answered)
        },
        StoreConformance("messages of a conversation keep their order, within a batch and across") { store in
            let ids = (1...40).map { "m\($0)" }
            let results = await store.receive(ids.prefix(30).map { Sample.arrival($0, conversation: "c") })
            for id in ids.dropFirst(30) { _ = try await store.receive(Sample.arrival(id, conversation: "c")) }
            let number = try #require(try results.first?.get().caseNumber)
            let file = try #require(try await store.file(of: number))
            #expect(file.messages.map(\.id) == ids && file.drafts.count == 40)
            #expect(file.drafts.dropLast().allSatisfy { $0.state == .superseded(.customerWroteAgain) })
            #expect(file.case.version == 40 && file.case.draft?.inReplyTo == "m40")
        },
        StoreConformance("concurrent receipts are all kept, once each") { store in
            await withTaskGroup(of: Void.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        for number in 0..<25 {
                            let result = try? await store.receive(Sample.arrival("m\(number)", conversation: "c\(number % 5)"))
                            #expect(result != nil, "worker \(worker)")
                        }
                    }
                }
            }
            var messages = 0
            for number in 1...5 { messages += try await store.file(of: Int64(number))?.messages.count ?? 0 }
            #expect(messages == 25)
            #expect(try await store.audit(after: 0, most: 1000).filter { $0.action == .received }.count == 25)
        },
        StoreConformance("the queue shows what waits by priority, time due and number, page by page") { store in
            let arrivals = [
                Sample.arrival("a", priority: .p3, due: nil), Sample.arrival("b", priority: .p3, due: 600),
                Sample.arrival("c", priority: .p1, team: .legal, due: 900), Sample.arrival("d", disposition: .ignore),
                Sample.arrival("e", priority: .p3, due: 600), Sample.arrival("f", priority: .p4, due: 10),
            ]
            _ = await store.receive(arrivals)
            let first = try await store.queue(QueueQuery(most: 2))
            let second = try await store.queue(QueueQuery(most: 2, after: first.next))
            let third = try await store.queue(QueueQuery(most: 2, after: second.next))
            let order = (first.items + second.items + third.items).map(\.case.question.message)
            #expect(order == ["c", "b", "e", "a", "f"] && third.next == nil && third.items.count == 1)
            #expect(first.items[0].customer?.name == "Zoé Martin" && first.items[0].text == "Où est ma commande ?")
            #expect(first.items[0].messages == 1 && first.items[0].case.draft?.text == Sample.draftText)
            #expect(try await store.queue(QueueQuery(team: .legal)).items.map(\.case.question.message) == ["c"])
            #expect(try await store.queue(QueueQuery(status: .closed)).items.map(\.case.question.message) == ["d"])
            let counts = try await store.waiting()
            #expect(counts.count == 3 && counts.reduce(0) { $0 + $1.count } == 5)
            #expect(counts.contains(WaitingCount(team: .customerService, priority: .p3, count: 3)))
        },
    ]

    struct Unexpected: Error {}
}

extension StoreConformance {
    static let pasts: [StoreConformance] = [
        StoreConformance("what has passed in a conversation is when its author last asked, when a person answered, and what all can read") {
            store in
            func past(_ author: String = "customer-1", of conversation: String = "c") async throws -> ConversationPast? {
                guard let asker = Asker(of: Sample.arrival("x", conversation: conversation, author: author).message) else { return nil }
                let pasts = try await store.pasts(of: [asker])
                return pasts.conversations[asker]
            }
            #expect(try await past() == nil)
            _ = await store.receive([
                Sample.arrival("m1", conversation: "c"), Sample.arrival("m2", conversation: "c", at: Sample.start + 30),
                Sample.arrival("m3", conversation: "c", disposition: .ignore, at: Sample.start + 40),
                Sample.arrival("m4", conversation: "c", author: "other", at: Sample.start + 50),
            ])
            #expect(try await past() == ConversationPast(lastAsked: Sample.start + 30))
            #expect(try await past("other") == ConversationPast(lastAsked: Sample.start + 50))
            #expect(try await past("nobody") == ConversationPast())
            #expect(try await past(of: "d") == nil)
            // An approval counts while it stands.
            let version = try #require(try await store.file(of: 1)).case.version
            let approved = try await approve(store, 1, version: version).get()
            #expect(try await past()?.lastAnswered == Sample.start + 60)
            _ = try await store.review(ReviewChange(1, version: approved.version, .undo, by: Sample.zoe, at: Sample.start + 61)).get()
            #expect(try await past()?.lastAnswered == nil)
            try await answerElsewhere(store, "c", after: 90)
            let answered = ConversationPast(lastAsked: Sample.start + 30, lastAnswered: Sample.start + 90, publicReplies: 1)
            #expect(try await past() == answered)
        }
    ]
}
