public import Desk
internal import GRDB

extension SQLiteStore: RepeatedRequests {
    public func begin(_ request: RepeatableRequest, at now: Instant) async throws(StoreFailure) -> RequestStanding {
        try await group.perform { session in
            try RequestRecord.forget(before: now + -RepeatableRequest.keptSeconds, key: request.key, session.db)
            if try RequestRecord.insert(request, at: now, session.db) { return .new }
            var query = try Query(
                session.db,
                "SELECT fingerprint, begun_at, status, content_type, location, etag, body, case_id FROM repeated_requests WHERE digest = ?")
            query.bind(request.key)
            guard try query.next() else { throw StoreFailure.unfit(record: "the request", cause: "it is here and cannot be found") }
            guard query.bytes(0) == request.fingerprint else { return .another }
            if let status = query.optionalNumber(2) {
                return .answered(
                    KeptAnswer(
                        status: Int(status), contentType: query.text(3), location: query.optionalText(4), etag: query.optionalText(5),
                        body: query.bytes(6), caseNumber: query.optionalNumber(7)))
            }
            guard query.moment(1) + RepeatableRequest.patience <= now else { return .underWay }
            var again = try Query(session.db, "UPDATE repeated_requests SET begun_at = ? WHERE digest = ?")
            again.bind(now)
            again.bind(request.key)
            try again.run()
            return .new
        }
    }

    public func finish(_ request: RepeatableRequest, with answer: KeptAnswer) async throws(StoreFailure) {
        try await group.perform { session in
            var query = try Query(
                session.db,
                """
                UPDATE repeated_requests SET status = ?, content_type = ?, location = ?, etag = ?, body = ?, case_id = ?
                WHERE digest = ? AND fingerprint = ? AND status IS NULL
                """)
            query.bind(answer.status)
            query.bind(answer.contentType)
            query.bind(answer.location)
            query.bind(answer.etag)
            query.bind(answer.body)
            query.bind(answer.caseNumber)
            query.bind(request.key)
            query.bind(request.fingerprint)
            try query.run()
        }
    }

    public func abandon(_ request: RepeatableRequest) async throws(StoreFailure) {
        try await group.perform { session in
            var query = try Query(
                session.db, "DELETE FROM repeated_requests WHERE digest = ? AND fingerprint = ? AND status IS NULL")
            query.bind(request.key)
            query.bind(request.fingerprint)
            try query.run()
        }
    }
}

extension WriteSession {
    /// Forgets answers that tell of a case.
    func forgetAnswers(of number: Int64) throws {
        var query = try Query(db, "DELETE FROM repeated_requests WHERE case_id = ?")
        query.bind(number)
        try query.run()
    }

    /// Forgets answers whose time has passed.
    func forgetAnswers(before limit: Instant) throws {
        var query = try Query(db, "DELETE FROM repeated_requests WHERE begun_at <= ?")
        query.bind(limit)
        try query.run()
    }
}

/// Requests as rows, in the order they were begun first.
private enum RequestRecord {
    /// The request of this key, when its time has passed; and two others: each new one makes room for itself.
    static func forget(before limit: Instant, key: [UInt8], _ db: Database) throws {
        var query = try Query(
            db,
            """
            DELETE FROM repeated_requests WHERE begun_at <= ?1
                AND (digest = ?2 OR id IN (SELECT id FROM repeated_requests ORDER BY id LIMIT 2))
            """)
        query.bind(limit)
        query.bind(key)
        try query.run()
    }

    /// False when there is one of this key.
    static func insert(_ request: RepeatableRequest, at now: Instant, _ db: Database) throws -> Bool {
        var query = try Query(
            db, "INSERT INTO repeated_requests (digest, fingerprint, begun_at) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING")
        query.bind(request.key)
        query.bind(request.fingerprint)
        query.bind(now)
        try query.run()
        guard db.changes > 0 else { return false }
        var old = try Query(
            db, "DELETE FROM repeated_requests WHERE id IN (SELECT id FROM repeated_requests ORDER BY id LIMIT 2) AND id <= ?")
        old.bind(db.lastInsertedRowID - Int64(RepeatableRequest.most))
        try old.run()
        return true
    }
}
