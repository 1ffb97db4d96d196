import Desk
import Testing

extension StoreConformance {
    static let reviewing: [StoreConformance] = [
        StoreConformance("an approval, its delivery and its audit row are one") { store in
            let number = try await store.receive(Sample.arrival("m1", conversation: "c", subject: "Colis")).caseNumber
            let item = try await approve(store, number).get()
            #expect(item.status == .answered && item.version == 2)
            let file = try #require(try await store.file(of: number))
            #expect(file.case == item && file.drafts.first?.state.approval?.by == "zoe")
            let delivery = try #require(try await store.deliveries([.queued], after: 0, most: 10).first)
            #expect(delivery.caseID == number && delivery.draftID == file.drafts[0].id && delivery.attempts == 0)
            #expect(delivery.reply.delivery == "d1" && delivery.reply.text == Sample.draftText && delivery.reply.conversation == "c")
            #expect(delivery.reply.inReplyTo == "m1" && delivery.reply.channel == "standard" && delivery.reply.account == "default")
            #expect(delivery.reply.subject == "Colis")
            #expect(delivery.reply.approvedBy == "zoe" && delivery.reply.approvedAt == Sample.start + 60)
            #expect(delivery.queuedAt == Sample.start + 60 && delivery.dueAt == Sample.start + 70)
            #expect(try await store.audit(after: 1, most: 10).map(\.action) == [.approved])
            #expect(try await store.queue(QueueQuery()).items.isEmpty)
        },
        StoreConformance("a refusal changes nothing, and a stale change comes back with both texts") { store in
            let number = try await store.receive(Sample.arrival("m1", conversation: "c", draft: "Premier")).caseNumber
            _ = try await store.receive(Sample.arrival("m2", conversation: "c", draft: "Second"))
            let before = try await store.file(of: number)
            let stale = ReviewRefusal.stale(.init(seen: 1, current: 2, yours: "Premier", theirs: "Second"))
            #expect(try await approve(store, number) == .failure(stale))
            let edit = ReviewChange(number, version: 1, .edit(text: "Mien", findings: []), by: Sample.zoe, at: Sample.start)
            #expect(try await store.review(edit) == .failure(.stale(.init(seen: 1, current: 2, yours: "Mien", theirs: "Second"))))
            #expect(try await approve(store, number, version: 2, by: Sample.guest) == .failure(.notAllowed(.approve, needs: .reviewer)))
            #expect(try await approve(store, 99) == .failure(.noSuchCase))
            #expect(try await store.file(of: number) == before)
            #expect(try await store.audit(after: 0, most: 10).count == 2)
            #expect(try await store.deliveries([.queued], after: 0, most: 10).isEmpty)
        },
        StoreConformance("every action is kept with what belongs to it") { store in
            let number = try await store.receive(Sample.arrival("m1")).caseNumber
            var version = 1
            func act(_ action: ReviewAction, _ colleague: Colleague = Sample.zoe) async throws -> Case {
                let change = ReviewChange(number, version: version, action, by: colleague, at: Sample.start + 60)
                let item = try await store.review(change).get()
                version = item.version
                #expect(try await store.file(of: number)?.case == item)
                return item
            }
            #expect(try await act(.claim).claim == Claim(by: "zoe", until: Sample.start + 960))
            #expect(try await act(.note("à rappeler")).version == 1)
            #expect(try await act(.edit(text: "Bonjour Zoé", findings: [DraftFinding(Sample.typo)])).draft?.author == "zoe")
            #expect(try await act(.reject(reason: "ton")).draft?.state == .rejected(by: "zoe", reason: "ton"))
            #expect(try await act(.escalate(to: .legal, note: "menace")).team == .legal)
            #expect(try await act(.handOver(to: "max")).claim == Claim(by: "max", until: nil))
            #expect(try await act(.release, Sample.max).claim == nil)
            #expect(try await act(.takeOver).takenOverBy == "zoe")
            #expect(try await act(.giveBack).takenOverBy == nil)
            #expect(try await act(.close(reason: "réglé")).status == .closed)
            #expect(try await act(.reopen(reason: "erreur")).status == .waiting)
            let file = try #require(try await store.file(of: number))
            #expect(file.notes.map(\.text) == ["à rappeler", "menace"] && file.notes[0].by == "zoe")
            #expect(file.drafts.map(\.state.kind) == [.replaced, .rejected])
            let rows = try await store.audit(after: 0, most: 50)
            #expect(
                rows.map(\.action) == [
                    .received, .claimed, .noted, .edited, .rejected, .escalated, .handedOver, .released, .takenOver, .givenBack, .closed,
                    .reopened,
                ])
            #expect(rows.map(\.sequence) == Array(1...12) && rows[1].actor == "zoe" && rows[4].detail == "ton")
        },
        StoreConformance("a reply that says no more than that somebody will answer leaves the case waiting for that") { store in
            let number = try await store.receive(Sample.arrival("m1", due: 60)).caseNumber
            let until = Sample.start + 7200
            func approve(_ version: Int, _ promise: Promise?, after seconds: Int) async throws {
                let action = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d\(version)", promise: promise)
                let change = ReviewChange(number, version: version, action, by: Sample.max, at: Sample.start + seconds)
                #expect(try await store.review(change).get().status == .answered)
                for delivery in try await lease(store, at: seconds + 10) {
                    guard let lease = delivery.lease else { continue }
                    #expect(try await store.settle(lease, .sent(externalIds: ["x\(version)"]), now: Sample.start + seconds + 11))
                }
            }
            let assign = ReviewChange(number, version: 1, .handOver(to: "max"), by: Sample.zoe, at: Sample.start)
            _ = try await store.review(assign).get()
            try await approve(2, Promise(until: until), after: 60)
            let item = try #require(try await store.file(of: number)?.case)
            #expect(item.status == .waiting && item.promisedUntil == until && item.due == until && item.draft?.state.kind == .sent)
            #expect(item.claim == Claim(by: "max", until: nil))
            #expect(try await store.queue(QueueQuery()).items.map(\.case) == [item])
            let edit = ReviewChange(
                number, version: item.version, .edit(text: "Voici.", findings: []), by: Sample.max, at: Sample.start + 90)
            let edited = try await store.review(edit).get()
            #expect(edited.promisedUntil == until)
            try await approve(edited.version, nil, after: 100)
            let answered = try #require(try await store.file(of: number)?.case)
            #expect(answered.status == .answered && answered.promisedUntil == nil && answered.claim == nil)
        },
        StoreConformance("an approval taken back takes its delivery with it, and a new one gets a new delivery") { store in
            let number = try await approved(store)
            let undo = ReviewChange(number, version: 2, .undo, by: Sample.max, at: Sample.start + 65)
            #expect(try await store.review(undo).get().status == .waiting)
            #expect(try await lease(store).isEmpty)
            #expect(try await store.delivery(1)?.state == .cancelled(.withdrawn))
            _ = try await approve(store, number, version: 3, delivery: "d2", after: 80).get()
            #expect(try await lease(store, at: 90).map(\.reply.delivery) == ["d2"])
        },
        StoreConformance("an answer given elsewhere supersedes what is proposed or on its way") { store in
            let number = try await approved(store)
            try await answerElsewhere(store, "of-m1", after: 62)
            let file = try #require(try await store.file(of: number))
            #expect(file.case.status == .answered && file.case.draft?.state == .superseded(.answeredElsewhere))
            #expect(try await lease(store).isEmpty)
            let rows = try await store.audit(after: 0, most: 50).count
            try await answerElsewhere(store, "nowhere", after: 63)
            #expect(try await store.audit(after: 0, most: 50).count == rows)
        },
        StoreConformance("reviewers who race give one approval and one delivery") { store in
            let number = try await store.receive(Sample.arrival("m1")).caseNumber
            let wins = try await withThrowingTaskGroup(of: Int.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        let colleague = Colleague(name: "w\(worker)", role: .reviewer)
                        let result = try await approve(store, number, by: colleague, delivery: "d\(worker)")
                        return (try? result.get()) == nil ? 0 : 1
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(wins == 1)
            #expect(try await store.deliveries(Set(DeliveryState.Kind.allCases), after: 0, most: 10).count == 1)
        },
        StoreConformance("a frozen desk lets nothing leave that no person has read") { store in
            let sent = try await store.receive(Sample.arrival("m1", disposition: .send)).caseNumber
            let approved = try await approved(store, id: "m2")
            let freeze = Freeze(by: "ada", at: Sample.start + 5, reason: "crise")
            try await store.freeze(freeze)
            try await store.freeze(Freeze(by: "max", at: Sample.start + 6, reason: "encore"))
            #expect(try await store.freezes() == [freeze])
            let later = try await store.receive(Sample.arrival("m3", disposition: .send)).caseNumber
            #expect(try await lease(store).map(\.caseID) == [approved])
            #expect(try await status(store, sent) == .waiting)
            #expect(try await status(store, later) == .waiting)
            #expect(try await store.file(of: sent)?.case.draft?.isProposed == true)
            #expect(try await store.thaw(nil, by: "ada", at: Sample.start + 80))
            #expect(try await store.thaw(nil, by: "ada", at: Sample.start + 81) == false)
            let after = try await store.receive(Sample.arrival("m4", disposition: .send, at: Sample.start + 82)).caseNumber
            #expect(try await lease(store, at: 95).map(\.caseID) == [after])
        },
    ]
}
