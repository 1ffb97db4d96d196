/// What forgetting finds its rows by, none of which a message that comes in touches: rows of the audit trail by what they are about,
/// and by their time where they have words; notes by their time.
///
/// Rows of exports named the customer. Those of customers who are still here lose the name when these are erased; the others now.
///
/// `messages.raw` was never written. It stays, because dropping it would rewrite every message.
let migration10 = """
    UPDATE audit_rows SET detail = NULL, salt = NULL
    WHERE subject = 'customer' AND action = 'exported' AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.author_id = detail);

    CREATE INDEX audit_rows_of_subject ON audit_rows (subject) WHERE action <> 'received';
    CREATE INDEX audit_rows_with_words ON audit_rows (at) WHERE detail IS NOT NULL;
    CREATE INDEX notes_with_text ON notes (written_at) WHERE text IS NOT NULL;
    """
