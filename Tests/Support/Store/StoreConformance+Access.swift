import Desk
import Testing

extension StoreConformance {
    private static func token(_ name: String, _ selector: String, expires seconds: Int? = nil) -> AccessToken {
        AccessToken(
            selector: selector, name: name, role: .reviewer, scopes: [.readCases, .writeDrafts],
            digest: [UInt8](repeating: UInt8(selector.utf8.count), count: 32), createdBy: "ada", createdAt: Sample.start,
            expiresAt: seconds.map { Sample.start + $0 })
    }

    static let access: [StoreConformance] = [
        StoreConformance("a token is found by its selector as it was added, and its creation is a row without its digest") { store in
            let (shop, chat) = (token("shop", "aa"), token("chat", "bbb", expires: 60))
            #expect(try await store.add(shop))
            #expect(try await store.add(chat))
            #expect(try await store.token("aa") == shop)
            #expect(try await store.tokens() == [shop, chat])
            #expect(try await store.token("cc") == nil)
            let rows = try await store.audit(after: 0, most: 10)
            #expect(rows.map(\.action) == [.tokenCreated, .tokenCreated] && rows[0].subject == "token/aa" && rows[0].actor == "ada")
            #expect(rows[0].detail == "shop: reviewer, cases:read drafts:write")
        },
        StoreConformance("of tokens that stand, one has a name; once it is revoked, another may") { store in
            #expect(try await store.add(token("shop", "aa")))
            #expect(try await store.add(token("shop", "bbb")) == false)
            #expect(try await store.token("bbb") == nil)
            #expect(try await store.revoke("shop", by: "max", at: Sample.start + 5))
            #expect(try await store.token("aa")?.revocation == .init(by: "max", at: Sample.start + 5))
            #expect(try await store.revoke("shop", by: "max", at: Sample.start + 6) == false)
            #expect(try await store.add(token("shop", "bbb")))
            let rows = try await store.audit(after: 0, most: 10)
            #expect(rows.map(\.action) == [.tokenCreated, .tokenRevoked, .tokenCreated] && rows[1].subject == "token/aa")
        },
        StoreConformance("the last use of a token is known by the hour, and is no row") { store in
            _ = try await store.add(token("shop", "aa"))
            try await store.noteUse(of: "aa", at: Sample.start + 10)
            #expect(try await store.token("aa")?.lastUsedAt == AccessToken.hour(of: Sample.start))
            try await store.noteUse(of: "aa", at: Sample.start + 7200)
            #expect(try await store.token("aa")?.lastUsedAt == AccessToken.hour(of: Sample.start + 7200))
            try await store.noteUse(of: "nobody", at: Sample.start)
            #expect(try await store.audit(after: 0, most: 10).count == 1)
        },
    ]

    private static func request(_ key: UInt8, _ fingerprint: UInt8 = 1) -> RepeatableRequest {
        RepeatableRequest(key: [UInt8](repeating: key, count: 32), fingerprint: [UInt8](repeating: fingerprint, count: 32))
    }

    private static func answer(_ number: Int64?, _ text: String = "{}") -> KeptAnswer {
        KeptAnswer(
            status: 201, contentType: "application/json", location: "/x", etag: "\"1\"", body: Array(text.utf8), caseNumber: number)
    }

    static let repeating: [StoreConformance] = [
        StoreConformance("a request that is made again gives its first answer, for a day") { store in
            #expect(try await store.begin(request(1), at: Sample.start) == .new)
            #expect(try await store.begin(request(1), at: Sample.start + 59) == .underWay)
            try await store.finish(request(1), with: answer(nil))
            #expect(try await store.begin(request(1), at: Sample.start + 86399) == .answered(answer(nil)))
            #expect(try await store.begin(request(1, 2), at: Sample.start + 5) == .another)
            #expect(try await store.begin(request(2), at: Sample.start + 5) == .new)
            #expect(try await store.begin(request(1), at: Sample.start + 86400) == .new)
        },
        StoreConformance("what was never answered may be made again: at once when it was given up, else when its maker is taken for dead") {
            store in
            #expect(try await store.begin(request(1), at: Sample.start) == .new)
            try await store.abandon(request(1))
            #expect(try await store.begin(request(1), at: Sample.start) == .new)
            #expect(try await store.begin(request(1), at: Sample.start + 60) == .new)
            #expect(try await store.begin(request(1), at: Sample.start + 61) == .underWay)
        },
        StoreConformance("of concurrent requests with one key, one is new") { store in
            let new = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<16 { group.addTask { try await store.begin(request(7), at: Sample.start) == .new } }
                return try await group.reduce(into: 0) { if $1 { $0 += 1 } }
            }
            #expect(new == 1)
        },
        StoreConformance("erasing a customer erases the answers that told of their case") { store in
            let number = try await store.receive(Sample.arrival("m1")).caseNumber
            for (key, told) in [(UInt8(1), Int64?.some(number)), (2, nil)] {
                _ = try await store.begin(request(key), at: Sample.start)
                try await store.finish(request(key), with: answer(told))
            }
            _ = try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start)
            #expect(try await store.begin(request(1), at: Sample.start) == .new)
            #expect(try await store.begin(request(2), at: Sample.start) == .answered(answer(nil)))
        },
        StoreConformance("a message is found by channel, account and id, with its case") { store in
            let number = try await store.receive(Sample.arrival("m1")).caseNumber
            let found = try await store.message(MessageKey(channel: "standard", account: "default", id: "m1"))
            #expect(found?.caseNumber == number && found?.message.text == "Où est ma commande ?")
            #expect(try await store.message(MessageKey(channel: "standard", account: "other", id: "m1")) == nil)
        },
    ]
}
