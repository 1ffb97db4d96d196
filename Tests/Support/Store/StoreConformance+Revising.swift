import Desk
import Testing

extension StoreConformance {
    static func revise(
        _ store: any DeskStore, _ id: String, to arrival: Arrival?, key: String? = nil, at seconds: Int, after call: Int? = nil
    ) async throws {
        let notice = PlatformNotice(
            channel: "standard", account: "default", kind: "edit", type: "message.updated", onceKey: key ?? "\(id) \(seconds)")
        let revision = MessageRevision(
            notice: notice, message: MessageKey(channel: "standard", account: "default", id: id), at: Sample.start + seconds,
            arrival: arrival)
        let door = ChannelAccount(channel: "standard", account: "default")
        _ = try await store.hear(
            PlatformCall(door: door, onceKey: nil, items: [.revision(revision)], at: Sample.start + (call ?? seconds)))
    }

    private static func expectWholeChain(_ store: any DeskStore) async throws {
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
    }

    static let revising: [StoreConformance] = [
        StoreConformance("a message that was changed is kept as it is now, decided anew, with a row of the audit trail") { store in
            let number = try await store.receive(Sample.arrival("m1")).caseNumber
            let edit = Sample.arrival("m1", text: "Mon avocat", disposition: .human, priority: .p1, team: .legal, signals: ["legal_threat"])
            try await revise(store, "m1", to: edit, at: 60)
            let file = try #require(try await store.file(of: number))
            let message = try #require(file.messages.first)
            #expect(file.messages.count == 1 && message.text == "Mon avocat" && message.line == edit.line && message.disposition == .human)
            #expect(message.editedAt == Sample.start + 60 && message.deletedAt == nil && message.receivedAt == Sample.start)
            #expect((file.case.priority, file.case.team, file.case.disposition) == (.p1, .legal, .human))
            #expect(file.drafts.map(\.state) == [.superseded(.customerEdited), .proposed])
            let rows = try await store.audit(after: 0, most: 10)
            #expect(rows.map(\.action) == [.received, .messageEdited])
            #expect(rows[1].subject == "case/\(number)" && rows[1].actor == "standard/default" && rows[0].salt == nil)
            #expect(try await store.message(MessageKey(channel: "standard", account: "default", id: "m1"))?.message == message)
            var query = QueueQuery()
            query.filter.signal = "legal_threat"
            #expect(try await store.queue(query).items.map(\.text) == ["Mon avocat"])
            #expect(try await store.search(SearchQuery("avocat")).items.count == 1)
            #expect(try await store.search(SearchQuery("commande")).items.isEmpty)
            try await expectWholeChain(store)
        },
        StoreConformance("a change that says nothing new, that is older than the last, or of what is not here changes nothing") { store in
            let number = try await store.receive(Sample.arrival("m1")).caseNumber
            try await revise(store, "m1", to: Sample.arrival("m1"), at: 30)
            try await revise(store, "m9", to: Sample.arrival("m9"), at: 30)
            try await revise(store, "m9", to: nil, key: "deleted", at: 30)
            #expect(try await store.audit(after: 0, most: 10).count == 1)
            try await revise(store, "m1", to: Sample.arrival("m1", text: "B"), at: 60)
            let after = try await store.file(of: number)
            try await revise(store, "m1", to: Sample.arrival("m1", text: "A"), at: 59, after: 90)
            try await revise(store, "m1", to: Sample.arrival("m1", text: "C"), key: "m1 60", at: 60)
            #expect(try await store.file(of: number) == after)
            try await revise(store, "m1", to: nil, key: "deleted m1", at: 120)
            let deleted = try await store.file(of: number)
            try await revise(store, "m1", to: Sample.arrival("m1", text: "D"), at: 180)
            #expect(try await store.file(of: number) == deleted && deleted?.messages.first?.deletedAt == Sample.start + 120)
        },
        StoreConformance("what was approved and has not left falls with the words it answered, also between two tries") {
            store in
            for (id, edit) in [("m1", Sample.arrival("m1", text: "B")), ("m2", nil)] {
                let number = try await approved(store, id: id)
                let leased = try #require(try await lease(store).first?.lease)
                guard
                    case .granted(let permit) = try await store.markWriting(leased, .once, until: Sample.start + 90, now: Sample.start + 71)
                else {
                    Issue.record("it may not be written")
                    return
                }
                #expect(try await store.settle(permit, .waiting(until: Sample.start + 100, cause: "429"), now: Sample.start + 72))
                try await revise(store, id, to: edit, at: 80)
                let file = try #require(try await store.file(of: number))
                #expect(file.case.status == .waiting && file.deliveries.map(\.state) == [.cancelled(.superseded)])
                #expect(file.drafts.first?.state == .superseded(edit == nil ? .customerDeleted : .customerEdited))
                #expect(try await lease(store, at: 200).isEmpty)
            }
            try await expectWholeChain(store)
        },
        StoreConformance("a reply that is being written when its question is deleted is seen to its end, and the history tells") { store in
            let number = try await approved(store)
            let leased = try #require(try await lease(store).first?.lease)
            guard case .granted(let permit) = try await store.markWriting(leased, .once, until: Sample.start + 90, now: Sample.start + 71)
            else {
                Issue.record("it may not be written")
                return
            }
            try await revise(store, "m1", to: nil, at: 72)
            #expect(try await store.settle(permit, .sent(externalIds: ["x"]), now: Sample.start + 73))
            let file = try #require(try await store.file(of: number))
            let message = try #require(file.messages.first)
            #expect(file.case.status == .answered && file.drafts.first?.state.kind == .sent && file.wasAnswered(before: message))
        },
        StoreConformance("erasing a customer takes the words of a changed message too") { store in
            _ = try await store.receive(Sample.arrival("m1"))
            try await revise(store, "m1", to: Sample.arrival("m1", text: "Sidonie"), at: 60)
            _ = try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start + 100)
            #expect(try await store.search(SearchQuery("Sidonie")).items.isEmpty)
            #expect(try await store.file(of: 1)?.messages.first?.text == nil)
            let rows = try await store.audit(after: 0, most: 10)
            #expect(rows.filter { $0.action == .received || $0.action == .messageEdited }.allSatisfy { $0.salt == nil })
            try await expectWholeChain(store)
        },
    ]
}
