/// The people who work by a browser; what a search finds messages by; and indexes for filters of the queue.
///
/// The words of messages are kept once more, folded, in an index without a copy of the text. Triggers keep it, so that
/// nothing that is forgotten can be left in it; what remains of deleted words in its pages goes with the next merge.
let migration4 = """
    CREATE TABLE users (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
        name_key TEXT NOT NULL UNIQUE CHECK (length(name_key) BETWEEN 1 AND 200),
        role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'manager')),
        team TEXT CHECK (length(team) BETWEEN 1 AND 100),
        password TEXT NOT NULL CHECK (length(password) BETWEEN 1 AND 500),
        added_at INTEGER NOT NULL,
        disabled_at INTEGER
    ) STRICT;

    CREATE TABLE sessions (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
        user_id INTEGER NOT NULL REFERENCES users (id),
        opened_at INTEGER NOT NULL,
        used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX sessions_of_user ON sessions (user_id);
    CREATE INDEX sessions_by_use ON sessions (used_at);

    CREATE TABLE sign_in_failures (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
        failures INTEGER NOT NULL CHECK (failures > 0),
        since INTEGER NOT NULL,
        locked_until INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX sign_in_failures_by_time ON sign_in_failures (since);

    CREATE TABLE invitations (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
        until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE case_signals (
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        case_id INTEGER NOT NULL REFERENCES cases (id),
        PRIMARY KEY (name, case_id)
    ) STRICT, WITHOUT ROWID;

    INSERT OR IGNORE INTO case_signals (name, case_id)
    SELECT json_extract(s.value, '$.name'), m.case_id
    FROM messages m, json_each(CASE WHEN json_valid(CAST(m.line AS TEXT)) THEN CAST(m.line AS TEXT) ELSE '{}' END, '$.signals') s
    WHERE m.line IS NOT NULL AND json_extract(s.value, '$.name') IS NOT NULL;

    CREATE INDEX cases_waiting_filtered ON cases (
        priority, due, id, team, disposition, channel, question_language, waits_since
    ) WHERE status = 'waiting';
    CREATE INDEX cases_claimed ON cases (claimed_by, priority, due, id) WHERE status = 'waiting' AND claimed_by IS NOT NULL;
    CREATE INDEX cases_taken_over ON cases (taken_over_by, priority, due, id) WHERE status = 'waiting' AND taken_over_by IS NOT NULL;

    CREATE VIRTUAL TABLE message_words USING fts5 (
        words, content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TRIGGER message_words_added AFTER INSERT ON messages WHEN new.text IS NOT NULL BEGIN
        INSERT INTO message_words (rowid, words) VALUES (new.id, \(folded("new")));
    END;

    CREATE TRIGGER message_words_changed AFTER UPDATE OF text, subject, author_name ON messages WHEN old.text IS NOT NULL BEGIN
        INSERT INTO message_words (message_words, rowid, words) VALUES ('delete', old.id, \(folded("old")));
        INSERT INTO message_words (rowid, words) SELECT new.id, \(folded("new")) WHERE new.text IS NOT NULL;
    END;

    INSERT INTO message_words (rowid, words) SELECT id, \(folded("messages")) FROM messages WHERE text IS NOT NULL;
    """

/// Everything of a message that is searched; the tokenizer folds case and accents, and leaves ligatures.
private func folded(_ row: String) -> String {
    let words = "coalesce(\(row).author_name, '') || ' ' || coalesce(\(row).subject, '') || ' ' || \(row).text"
    return ["œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"].sorted { $0.key < $1.key }
        .reduce(words) { "replace(\($0), '\($1.key)', '\($1.value)')" }
}
