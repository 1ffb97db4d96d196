/// Who is dissatisfied with what, for the alarm, and the alarms that rang.
///
/// `complaints` is its own index, by time, so that a message costs one row at the end of one tree, and a window is one stretch of it.
/// An author is the number of their first message, or less than nothing for a conversation whose messages name none: once those are
/// forgotten it is nobody's, and the counts stay.
///
/// `alarms.usual` is the number of authors in thousandths.
let migration22 = """
    CREATE TABLE complaints (
        at INTEGER NOT NULL,
        message_id INTEGER NOT NULL REFERENCES messages (id),
        channel TEXT NOT NULL,
        account TEXT NOT NULL,
        intent TEXT NOT NULL,
        author INTEGER NOT NULL,
        PRIMARY KEY (at, message_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE alarms (
        id INTEGER PRIMARY KEY,
        channel TEXT NOT NULL CHECK (length(channel) <= 200),
        account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 200),
        intent TEXT NOT NULL CHECK (length(intent) <= 200),
        authors INTEGER NOT NULL CHECK (authors > 0),
        usual INTEGER NOT NULL CHECK (usual >= 0),
        window INTEGER NOT NULL CHECK (window > 0),
        rang_at INTEGER NOT NULL,
        words TEXT NOT NULL,
        ended_by TEXT,
        ended_at INTEGER,
        CHECK ((ended_by IS NULL) = (ended_at IS NULL))
    ) STRICT;

    CREATE INDEX alarms_of_topic ON alarms (channel, account, intent, id);
    CREATE UNIQUE INDEX alarms_that_stand ON alarms (channel, account, intent) WHERE ended_at IS NULL;

    INSERT INTO complaints (at, message_id, channel, account, intent, author)
    SELECT coalesce(sent_at, received_at), id, channel, account, coalesce(json_extract(line, '$.intents[0].name'), ''),
        coalesce((SELECT min(f.id) FROM messages f WHERE f.author_id = l.author_id), -case_id)
    FROM (
        SELECT id, case_id, channel, account, author_id, sent_at, received_at,
            CASE WHEN json_valid(CAST(line AS TEXT)) THEN CAST(line AS TEXT) ELSE '{}' END AS line
        FROM messages
    ) l
    WHERE json_extract(line, '$.polarity') < 0;
    """
