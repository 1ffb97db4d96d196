/// What platforms' calls leave besides messages. Digests are SHA-256, so that no key of a platform is kept, and none is long.
let migration2 = """
    CREATE TABLE heard_calls (
        id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
        heard_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE notices (
        id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
        channel TEXT NOT NULL CHECK (length(channel) <= 200),
        account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 200),
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
        type TEXT NOT NULL CHECK (length(type) <= 200),
        heard_at INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX notices_by_time ON notices (heard_at);

    CREATE INDEX cases_waiting_since ON cases (waits_since) WHERE status = 'waiting';

    CREATE TABLE pulse (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        at INTEGER NOT NULL
    ) STRICT;
    """
