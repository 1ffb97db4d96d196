import Desk
import Testing

extension StoreConformance {
    static let auditing: [StoreConformance] = [
        StoreConformance("the audit chain is whole, whatever was done") { store in
            let number = try await approved(store)
            for lease in try await lease(store).compactMap(\.lease) {
                _ = try await store.settle(lease, .sent(externalIds: []), now: Sample.start + 71)
            }
            _ = try await store.receive(Sample.arrival("m2", conversation: "of-m1"))
            _ = try await store.review(ReviewChange(number, .note("vu"), by: Sample.zoe, at: Sample.start + 90)).get()
            let rows = try await store.audit(after: 0, most: 100)
            #expect(rows.count >= 6)
            #expect(try await store.audit(after: 2, most: 2).map(\.sequence) == [3, 4])
            #expect(try await store.verifyAudit() == .whole(rows: Int64(rows.count), head: rows.last?.hash ?? []))
        }
    ]

    static let privacy: [StoreConformance] = [
        StoreConformance("an export holds everything of the customer and nothing of others") { store in
            _ = await store.receive([
                Sample.arrival("m1", conversation: "c"), Sample.arrival("m2", conversation: "c", text: "Et moi ?", author: "other"),
                Sample.arrival("m3", channel: "meta"),
            ])
            let record = try #require(try await store.export(CustomerID("customer-1"), by: "ada", at: Sample.start))
            #expect(record.names == ["Zoé Martin"] && record.files.flatMap(\.messages).map(\.id) == ["m1", "m3"])
            #expect(record.files.flatMap(\.drafts).map(\.inReplyTo) == ["m1", "m3"])
            let narrow = try await store.export(CustomerID("customer-1", channel: "meta"), by: "ada", at: Sample.start)
            #expect(narrow?.files.flatMap(\.messages).map(\.id) == ["m3"])
            #expect(try await store.export(CustomerID("nobody"), by: "ada", at: Sample.start) == nil)
            #expect(try await store.audit(after: 0, most: 50).filter { $0.action == .exported }.count == 2)
        },
        StoreConformance("an erasure removes identity and texts, drops what had not left, and keeps counts and the chain") { store in
            let number = try await store.receive(Sample.arrival("m1", subject: "De Zoé")).caseNumber
            _ = try await store.review(
                ReviewChange(number, version: 1, .edit(text: "Chère Zoé", findings: []), by: Sample.max, at: Sample.start)
            ).get()
            _ = try await store.review(ReviewChange(number, .note("Zoé rappelle"), by: Sample.max, at: Sample.start)).get()
            _ = try await approve(store, number, version: 2).get()
            let other = try await store.receive(Sample.arrival("m2", author: "other")).caseNumber
            let rows = try await store.audit(after: 0, most: 50).count
            let erasure = try #require(try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start + 65))
            #expect(erasure == Erasure(messages: 1, drafts: 2, cases: 1))
            let file = try #require(try await store.file(of: number))
            #expect(file.messages.count == 1 && file.messages[0].text == nil && file.messages[0].author == nil)
            #expect(file.messages[0].subject == nil && file.case.question.subject == nil)
            #expect(file.messages[0].line == nil && file.messages[0].id == "erased:1" && file.messages[0].rulebook == "cafe")
            #expect(file.drafts.map(\.text) == ["", ""] && file.notes.map(\.text) == [nil] && file.notes[0].by == "max")
            #expect(file.case.status == .closed && file.case.conversation.name == "erased:\(number)")
            #expect(try await store.delivery(1)?.state == .dropped(by: "erasure"))
            #expect(try await store.delivery(1)?.reply.text == "")
            #expect(try await lease(store, at: 100).isEmpty)
            let kept = try await store.audit(after: 0, most: 50)
            #expect(
                kept.count == rows + 1 && kept.filter { $0.subject == "case/\(number)" }.allSatisfy { $0.detail == nil && $0.salt == nil })
            guard case .whole(let count, _) = try await store.verifyAudit() else { throw Unexpected() }
            #expect(count == Int64(kept.count))
            #expect(try await store.file(of: other)?.messages.first?.text == "Où est ma commande ?")
            #expect(try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start) == nil)
            #expect(try await store.export(CustomerID("customer-1"), by: "ada", at: Sample.start) == nil)
        },
        StoreConformance("an erasure after an export leaves no trace of who it was in any audit row, and the chain whole") { store in
            _ = try await store.receive(Sample.arrival("m1", author: "zoe.martin@example.fr"))
            let customer = CustomerID("zoe.martin@example.fr")
            _ = try #require(try await store.export(customer, by: "ada", at: Sample.start + 1))
            _ = try #require(try await store.erase(customer, by: "ada", at: Sample.start + 2))
            let rows = try await store.audit(after: 0, most: 50)
            #expect(rows.map(\.action) == [.received, .exported, .erased])
            #expect(rows.map(\.detail) == [nil, "1 messages", "1 messages"])
            #expect(!rows.contains { "\($0.actor) \($0.subject) \($0.detail ?? "")".contains("zoe") })
            guard case .whole = try await store.verifyAudit() else { throw Unexpected() }
        },
        StoreConformance("reasons and notes are kept without the numbers that nobody may keep, whoever hands them in") { store in
            let number = try await store.receive(Sample.arrival("m1", disposition: .send)).caseNumber
            let card = "carte 4111 1111 1111 1111"
            for (version, action) in [(1, ReviewAction.undo), (2, .reject(reason: card)), (3, .escalate(to: .legal, note: card))] {
                _ = try await store.review(ReviewChange(number, version: version, action, by: Sample.ada, at: Sample.start + 1)).get()
            }
            for (version, action) in [(4, ReviewAction.note(card)), (4, .close(reason: card)), (5, .reopen(reason: card))] {
                _ = try await store.review(ReviewChange(number, version: version, action, by: Sample.ada, at: Sample.start + 1)).get()
            }
            try await store.freeze(Freeze(by: "ada", at: Sample.start + 2, reason: card))
            let masked = "carte **** **** **** 1111"
            let file = try #require(try await store.file(of: number))
            #expect(file.notes.map(\.text) == [masked, masked])
            #expect(file.drafts.map(\.state) == [.rejected(by: "ada", reason: masked)])
            #expect(try await store.freezes().map(\.reason) == [masked])
            let details = try await store.audit(after: 0, most: 50).compactMap(\.detail)
            #expect(details.count { $0.contains(masked) } == 5 && !details.contains { $0.contains("4111") })
        },
        StoreConformance("retention leaves the notes and the audit rows of a case that waits, however old they are") { store in
            let waiting = try await store.receive(Sample.arrival("m1")).caseNumber
            let closed = try await store.receive(Sample.arrival("m2")).caseNumber
            for number in [waiting, closed] {
                _ = try await store.review(ReviewChange(number, .note("à rappeler"), by: Sample.zoe, at: Sample.start)).get()
            }
            _ = try await store.review(
                ReviewChange(closed, version: 1, .close(reason: "doublon"), by: Sample.zoe, at: Sample.start)
            ).get()
            _ = try await store.retain(RetentionTerms(), by: "ada", at: Sample.start + 366 * 86400)
            #expect(try await store.file(of: waiting)?.notes.map(\.text) == ["à rappeler"])
            #expect(try await store.file(of: closed)?.notes.map(\.text) == [nil])
            let rows = try await store.audit(after: 0, most: 50)
            #expect(rows.first { $0.action == .noted && $0.subject == "case/\(waiting)" }?.detail == "à rappeler")
            #expect(rows.filter { $0.subject == "case/\(closed)" }.allSatisfy { $0.detail == nil })
            guard case .whole = try await store.verifyAudit() else { throw Unexpected() }
        },
        StoreConformance("retention forgets the texts of what no longer waits, once they are old") { store in
            let old = try await approved(store)
            let waiting = try await store.receive(Sample.arrival("m2")).caseNumber
            let closed = try await store.receive(Sample.arrival("m3", disposition: .ignore)).caseNumber
            let day = 86400
            var report = try await store.retain(RetentionTerms(), by: "courtois", at: Sample.start + 364 * day)
            #expect(report == RetentionReport(messages: 0, drafts: 0))
            #expect(try await store.file(of: closed)?.messages.first?.text != nil)
            report = try await store.retain(RetentionTerms(), by: "courtois", at: Sample.start + 366 * day)
            #expect(report == RetentionReport(messages: 2, drafts: 1))
            let file = try #require(try await store.file(of: old))
            #expect(file.messages[0].text == nil && file.messages[0].author == nil && file.messages[0].id == "m1")
            #expect(file.drafts[0].text.isEmpty && file.case.status == .answered)
            #expect(try await store.file(of: waiting)?.messages.first?.text != nil)
            guard case .whole = try await store.verifyAudit() else { throw Unexpected() }
            // What was here before is still known.
            guard case .duplicate = try await store.receive(Sample.arrival("m1")) else { throw Unexpected() }
        },
    ]
}
