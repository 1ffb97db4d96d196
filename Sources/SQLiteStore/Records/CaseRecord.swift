internal import Desk
internal import GRDB
internal import IntentEngine

/// Cases with their current draft.
enum CaseRecord {
    /// `cases.due` of a case that is due at no time, `cases.claimed_until` of a claim without end.
    static let never: Int64 = 9_007_199_254_740_991

    static let columns = """
        c.id, c.channel, c.account, c.conversation, c.status, c.version, c.disposition, c.team, c.priority, c.due, c.opened_at,
        c.waits_since, c.claimed_by, c.claimed_until, c.taken_over_by, c.needs_second_reader, c.intent, c.question,
        c.question_language, c.question_visibility, c.reply_until, c.is_leaving, c.message_id, c.messages, c.question_subject,
        c.question_gravity, c.promised_until, \(DraftRecord.columns)
        """
    /// Where the columns of the draft start, and where what follows them does.
    private static let draft: Int32 = 27
    static let end = draft + DraftRecord.count
    static let from = "cases c LEFT JOIN drafts d ON d.id = c.draft_id \(DraftRecord.join)"

    // Put together once: they are needed for every message.
    private static let byNumber = "SELECT \(columns) FROM \(from) WHERE c.id = ?"
    private static let byConversation = "SELECT \(columns) FROM \(from) WHERE c.channel = ? AND c.account = ? AND c.conversation = ?"

    /// A case, and what the store alone knows of it.
    struct Loaded {
        var item: Case
        /// Its last message, and how many it has.
        var message: Int64
        var messages: Int64
        /// Where the queue has it at present; nil of a new case.
        var place: Place?
    }

    /// The indexed columns of a case. When none has changed, the update leaves them out and no index is rewritten.
    struct Place: Equatable {
        let status: Case.Status
        let team: Team
        let priority: Priority
        let due: Instant?
        let waitsSince: Instant
        let conversation: ConversationKey

        init(_ item: Case) {
            status = item.status
            team = item.team
            priority = item.priority
            due = item.due
            waitsSince = item.waitsSince
            conversation = item.conversation
        }
    }

    static func read(_ query: borrowing Query, _ db: Database) throws -> Loaded {
        let claim = query.optionalMoment(13).map { Claim(by: query.text(12), until: $0.seconds == Int(never) ? nil : $0) }
        let language: Language = try query.choice(18)
        let question = Case.Question(
            message: query.text(17), language: language, visibility: try query.choice(19), replyUntil: query.optionalMoment(20),
            subject: query.optionalText(24), gravity: Gravity(rank: query.int(25)))
        guard let priority = Priority(rawValue: query.int(8)) else { throw UnknownName(name: "P\(query.int(8))") }
        let item = Case(
            number: query.number(0), conversation: ConversationKey(channel: query.text(1), account: query.text(2), name: query.text(3)),
            status: try query.choice(4), version: query.int(5), disposition: try query.choice(6), team: try query.choice(7),
            priority: priority, due: query.number(9) == never ? nil : query.moment(9), openedAt: query.moment(10),
            waitsSince: query.moment(11), claim: claim, takenOverBy: query.optionalText(14), needsSecondReader: query.flag(15),
            intent: query.optionalText(16), question: question,
            draft: query.isNull(draft) ? nil : try DraftRecord.read(query, at: draft, db),
            isLeaving: query.flag(21), promisedUntil: query.optionalMoment(26))
        return Loaded(item: item, message: query.number(22), messages: query.number(23), place: Place(item))
    }

    static func read(_ number: Int64, _ db: Database) throws -> Loaded? {
        var query = try Query(db, byNumber)
        query.bind(number)
        return try query.next() ? try read(query, db) : nil
    }

    static func read(_ conversation: ConversationKey, _ db: Database) throws -> Loaded? {
        var query = try Query(db, byConversation)
        query.bind(conversation.channel)
        query.bind(conversation.account)
        query.bind(conversation.name)
        return try query.next() ? try read(query, db) : nil
    }

    /// All parts of what a platform calls one conversation: in public every author's is one.
    static func parts(of conversation: ConversationKey, _ db: Database) throws -> [Loaded] {
        let whole = try read(conversation, db)
        let start = ConversationKey.start(of: conversation.name)
        var query = try Query(
            db, "SELECT \(columns) FROM \(from) WHERE c.channel = ? AND c.account = ? AND c.conversation > ? AND c.conversation < ?")
        query.bind(conversation.channel)
        query.bind(conversation.account)
        query.bind(start)
        query.bind(start + "\u{10FFFF}")
        var parts = [whole].compactMap(\.self)
        while try query.next() { parts.append(try read(query, db)) }
        return parts
    }

    static func insert(_ loaded: Loaded, _ session: WriteSession) throws {
        var query = try session.query(
            """
            INSERT INTO cases (
                status, version, disposition, team, priority, due, waits_since, claimed_by, claimed_until, taken_over_by,
                needs_second_reader, intent, question, question_language, question_visibility, reply_until, question_subject, question_gravity,
                is_leaving, promised_until, draft_id, message_id, messages, channel, account, conversation, id, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        bind(loaded, &query)
        query.bind(loaded.item.openedAt)
        try query.run()
    }

    static func update(_ loaded: Loaded, _ db: Database) throws {
        if loaded.place == Place(loaded.item) { return try updateInPlace(loaded, db) }
        var query = try Query(
            db,
            """
            UPDATE cases SET
                status = ?, version = ?, disposition = ?, team = ?, priority = ?, due = ?, waits_since = ?, claimed_by = ?,
                claimed_until = ?, taken_over_by = ?, needs_second_reader = ?, intent = ?, question = ?, question_language = ?,
                question_visibility = ?, reply_until = ?, question_subject = ?, question_gravity = ?, is_leaving = ?, promised_until = ?, draft_id = ?,
                message_id = ?, messages = ?, channel = ?, account = ?, conversation = ?
            WHERE id = ?
            """)
        bind(loaded, &query)
        try query.run()
    }

    /// Writes all but what indexes hold: SQLite takes a row out of an index and puts it in again for every column that is named.
    private static func updateInPlace(_ loaded: Loaded, _ db: Database) throws {
        var query = try Query(
            db,
            """
            UPDATE cases SET
                version = ?, disposition = ?, claimed_by = ?, claimed_until = ?, taken_over_by = ?, needs_second_reader = ?, intent = ?,
                question = ?, question_language = ?, question_visibility = ?, reply_until = ?, question_subject = ?, question_gravity = ?,
                is_leaving = ?, promised_until = ?, draft_id = ?, message_id = ?, messages = ?
            WHERE id = ?
            """)
        query.bind(loaded.item.version)
        query.bind(loaded.item.disposition.rawValue)
        bindState(loaded, &query)
        query.bind(loaded.item.number)
        try query.run()
    }

    private static func bind(_ loaded: Loaded, _ query: inout Query) {
        let item = loaded.item
        query.bind(item.status.rawValue)
        query.bind(item.version)
        query.bind(item.disposition.rawValue)
        query.bind(item.team.rawValue)
        query.bind(item.priority.rawValue)
        query.bind(item.due.map { Int64($0.seconds) } ?? never)
        query.bind(item.waitsSince)
        bindState(loaded, &query)
        query.bind(item.conversation.channel)
        query.bind(item.conversation.account)
        query.bind(item.conversation.name)
        query.bind(item.number)
    }

    /// From the claim to the number of messages.
    private static func bindState(_ loaded: Loaded, _ query: inout Query) {
        let item = loaded.item
        query.bind(item.claim?.by)
        query.bind(item.claim.map { $0.until.map { Int64($0.seconds) } ?? never })
        query.bind(item.takenOverBy)
        query.bind(item.needsSecondReader)
        query.bind(item.intent)
        query.bind(item.question.message)
        query.bind(item.question.language.rawValue)
        query.bind(item.question.visibility.rawValue)
        query.bind(item.question.replyUntil)
        query.bind(item.question.subject)
        query.bind(item.question.gravity.rank)
        query.bind(item.isLeaving)
        query.bind(item.promisedUntil)
        query.bind(item.draft?.id)
        query.bind(loaded.message)
        query.bind(loaded.messages)
    }
}
