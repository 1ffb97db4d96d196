/// Tokens of programs, of which only digests are kept, and the answers to requests that may come again.
let migration3 = """
    CREATE TABLE tokens (
        id INTEGER PRIMARY KEY,
        selector TEXT NOT NULL UNIQUE CHECK (length(selector) BETWEEN 1 AND 100),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 100),
        scopes TEXT NOT NULL CHECK (length(scopes) BETWEEN 1 AND 1000),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        created_by TEXT NOT NULL CHECK (length(created_by) > 0),
        created_at INTEGER NOT NULL,
        expires_at INTEGER,
        revoked_by TEXT,
        revoked_at INTEGER,
        last_used_at INTEGER,
        CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
    ) STRICT;

    CREATE UNIQUE INDEX tokens_that_stand ON tokens (name) WHERE revoked_at IS NULL;

    CREATE TABLE repeated_requests (
        id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
        fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
        begun_at INTEGER NOT NULL,
        case_id INTEGER,
        status INTEGER,
        content_type TEXT,
        location TEXT,
        etag TEXT,
        body BLOB,
        CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL) = (content_type IS NULL))
    ) STRICT;

    CREATE INDEX repeated_requests_of_case ON repeated_requests (case_id) WHERE case_id IS NOT NULL;
    """
