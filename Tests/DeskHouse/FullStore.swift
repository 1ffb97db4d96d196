internal import Desk
internal import Foundation
internal import GRDB
internal import Support

/// A store with as many messages as years leave behind, of which most wait, which is the worst for the queue.
package enum FullStore {
    /// `COURTOIS_CASES`, or few enough to be made in a moment.
    package static let count = ProcessInfo.processInfo.environment["COURTOIS_CASES"].flatMap(Int.init) ?? 20_000

    /// Puts `count` cases of one message each into the store at `path`.
    package static func fill(_ path: String, _ count: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: cases, arguments: ["count": count]) }
        _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        try queue.close()
    }

    private static let cases = """
        INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at, waits_since,
            needs_second_reader, question, question_language, question_visibility, is_leaving, draft_id, message_id, messages)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
        SELECT i, CASE i % 5 WHEN 0 THEN 'x' ELSE 'email' END, 'default', 'c' || i,
            CASE i % 50 WHEN 0 THEN 'answered' WHEN 1 THEN 'closed' ELSE 'waiting' END, 1,
            CASE i % 7 WHEN 0 THEN 'human' ELSE 'draft' END, CASE i % 2 WHEN 0 THEN 'legal' ELSE 'customer_service' END,
            1 + i % 4, \(Sample.start.seconds) + i * 7919 % :count, \(Sample.start.seconds), \(Sample.start.seconds) - i % 200000, 0, 'm' || i,
            CASE i % 9 WHEN 0 THEN 'en' ELSE 'fr' END, 'private', 0, i, i, 1 FROM n;
        INSERT INTO messages (id, case_id, channel, account, external_id, author_id, author_name, text, visibility, kind, received_at,
            disposition, line, rulebook, audit)
        SELECT id, id, channel, 'default', 'm' || id, 'u' || id, 'Zoé Martin ' || (id % 1000),
            'Où est mon colis FR-' || (10000 + id) || ' ? Je l’attends depuis lundi.' || CASE id % 5000 WHEN 77 THEN ' Zanzibar' ELSE '' END,
            'private', 'message', opened_at, 'draft', CAST('{}' AS BLOB), 'cafe', id FROM cases;
        INSERT INTO message_words (rowid, words) SELECT id, author_name || ' ' || text FROM messages;
        INSERT INTO drafts (id, case_id, text, language, visibility, template, in_reply_to, findings, since_version, state, state_reason)
        SELECT id, id, 'Bonjour, nous regardons où en est votre commande et vous répondrons sous un jour ouvré.', 'fr', 'private', 't',
            'm' || id, 0, 1, iif(status = 'waiting', 'proposed', 'superseded'), iif(status = 'waiting', NULL, 'answered_elsewhere')
        FROM cases;
        INSERT INTO case_signals (name, case_id) SELECT 'anger', id FROM cases WHERE id % 3 = 0;
        INSERT INTO case_signals (name, case_id) SELECT 'safety', id FROM cases WHERE id % 5000 = 9;
        """
}
