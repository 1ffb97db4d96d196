internal import Cryptography
internal import Desk
internal import GRDB

/// One transaction at work: the numbers it gives out and the audit chain it goes on with, read when first needed, because
/// another process may have written since the last one.
///
/// Not `Sendable`: it lives as long as its transaction.
final class WriteSession {
    let db: Database
    let policy: ReviewPolicy
    /// Whether use cases keep to savepoints of their own, because one of them was unfit the first time.
    let isCareful: Bool
    private var chain: AuditChain?
    private var last: [Table: Int64] = [:]
    private var freezes: [Freeze]?
    private var salts = SaltSource()
    /// Messages of this transaction, by hour, kind and name; written once, at its end.
    private var counts: [FigureRecord.Count: Int] = [:]
    /// Statements of this transaction by where their text lies. GRDB finds them by the text itself, which takes a good part of the time
    /// in which a row is written.
    private var statements: [(text: UnsafePointer<UInt8>, statement: Statement)] = []
    /// Words of this transaction's messages that are not in the index yet.
    var newWords = NewWords()
    /// Numbers of quoted phrases that are kept, as far as is known.
    private(set) var phrases: NumberSet
    private let folder = LineFolder()

    init(_ db: Database, policy: ReviewPolicy, isCareful: Bool, phrases: NumberSet) {
        self.db = db
        self.policy = policy
        self.isCareful = isCareful
        self.phrases = phrases
    }

    /// Hands out a decision's line as it is to be kept, whose phrases are kept then.
    func withFolded<Result>(_ line: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        try line.withUnsafeBytes { line in
            try folder.withFolded(line) { phrase, file in
                let number = QuotedPhraseRecord.number(phrase, file)
                if phrases.contains(number) { return number }
                guard try QuotedPhraseRecord.keep(number, phrase, file, db) else { return nil }
                phrases.insert(number)
                return number
            } _: {
                try body($0)
            }
        }
    }

    /// A statement that is needed for row after row, whose text is a literal.
    func query(_ sql: StaticString) throws -> Query {
        if let known = statements.first(where: { $0.text == sql.utf8Start }) { return Query(known.statement, db) }
        let statement = try db.cachedStatement(sql: "\(sql)")
        statements.append((sql.utf8Start, statement))
        return Query(statement, db)
    }

    /// Tables whose rows the session numbers.
    enum Table: String {
        case cases, messages, drafts, approvals, deliveries
    }

    /// The number the next row gets.
    func next(_ table: Table) throws -> Int64 {
        var number = last[table] ?? 0
        if number == 0 {
            let query = try Query(db, "SELECT max(id) FROM \(table.rawValue)")
            number = try query.next() ? query.number(0) : 0
        }
        last[table] = number + 1
        return number + 1
    }

    /// Adds a row to the audit trail.
    ///
    /// - Parameter words: What the row's digest is made of, where that is not its detail.
    func record(
        _ action: AuditAction, _ subject: String, by actor: String, at now: Instant, detail: String? = nil, words: [UInt8]? = nil
    ) throws {
        var chain = try self.chain ?? startedChain()
        // Held once, so that its scratch memory is not copied.
        self.chain = nil
        let row = chain.add(
            action, subject, by: actor, at: now, detail: detail, words: words ?? Array((detail ?? "").utf8), salt: salts.next())
        self.chain = chain
        try AuditRecord.insert(row, self)
    }

    /// The sequence the next audit row gets.
    func nextSequence() throws -> Int64 {
        if chain == nil { chain = try startedChain() }
        return (chain?.sequence ?? 0) + 1
    }

    private func startedChain() throws -> AuditChain {
        guard let head = try AuditRecord.head(db) else { return AuditChain(sha256: Digest.sha256) }
        return AuditChain(after: head.sequence, hash: head.hash, sha256: Digest.sha256)
    }

    /// What is frozen.
    func currentFreezes() throws -> [Freeze] {
        if let freezes { return freezes }
        let current = try FreezeRecord.current(db)
        freezes = current
        return current
    }

    /// To be read anew: a use case of this transaction has changed them.
    func forgetFreezes() { freezes = nil }

    /// Counts a message that was kept.
    func note(_ arrival: Arrival) {
        let hour = FigureTally.hour(of: arrival.receivedAt)
        for (kind, name) in arrival.figureNames { counts[.init(hour: hour, kind: kind, name: name), default: 0] += 1 }
    }

    /// Writes what belongs to the transaction as a whole.
    func finish() throws {
        try indexWords()
        for (count, messages) in counts { try FigureRecord.add(messages, count, db) }
        counts = [:]
    }

    /// Runs a use case that is undone alone when it fails.
    func alone<Value>(_ body: () throws -> Value) throws -> Value {
        let (chain, last, freezes, counts, words) = (self.chain, self.last, self.freezes, self.counts, newWords)
        let phrases = phrases
        try db.execute(sql: "SAVEPOINT use_case")
        do {
            let value = try body()
            try db.execute(sql: "RELEASE use_case")
            return value
        } catch {
            try db.execute(sql: "ROLLBACK TO use_case; RELEASE use_case")
            (self.chain, self.last, self.freezes, self.counts, newWords) = (chain, last, freezes, counts, words)
            self.phrases = phrases
            throw error
        }
    }
}
