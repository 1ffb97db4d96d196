/// The first schema. Migrations are never changed once they have run anywhere; they name no type of the program.
///
/// Times are seconds since 1970, UTC. `cases.due` is 9007199254740991 where there is none, so that the queue's order is that
/// of an index. `cases.draft_id` and `cases.message_id` are no foreign keys: they would make a circle, whose constraints could
/// only be checked at the commit, and while one is pending SQLite looks through all cases for each draft and message that is
/// added. Names of teams, intents and languages are the rulebook's and the program's to choose, and are only bounded.
let migration1 = """
    CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        channel TEXT NOT NULL CHECK (length(channel) <= 200),
        account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 200),
        conversation TEXT NOT NULL CHECK (length(conversation) BETWEEN 1 AND 1000),
        status TEXT NOT NULL CHECK (status IN ('waiting', 'answered', 'closed')),
        version INTEGER NOT NULL CHECK (version > 0),
        disposition TEXT NOT NULL CHECK (disposition IN ('draft', 'send', 'human', 'moderate', 'ignore')),
        team TEXT NOT NULL CHECK (length(team) BETWEEN 1 AND 100),
        priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 4),
        due INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        waits_since INTEGER NOT NULL,
        claimed_by TEXT,
        claimed_until INTEGER,
        taken_over_by TEXT,
        needs_second_reader INTEGER NOT NULL CHECK (needs_second_reader IN (0, 1)),
        intent TEXT CHECK (length(intent) BETWEEN 1 AND 200),
        question TEXT NOT NULL,
        question_language TEXT NOT NULL,
        question_visibility TEXT NOT NULL CHECK (question_visibility IN ('public', 'private')),
        reply_until INTEGER,
        is_leaving INTEGER NOT NULL CHECK (is_leaving IN (0, 1)),
        draft_id INTEGER,
        message_id INTEGER NOT NULL,
        messages INTEGER NOT NULL CHECK (messages > 0),
        UNIQUE (channel, account, conversation),
        CHECK ((claimed_by IS NULL) = (claimed_until IS NULL))
    ) STRICT;

    CREATE INDEX cases_waiting ON cases (priority, due, id) WHERE status = 'waiting';
    CREATE INDEX cases_waiting_by_team ON cases (team, priority, due, id) WHERE status = 'waiting';

    CREATE TABLE messages (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id),
        channel TEXT NOT NULL,
        account TEXT NOT NULL,
        external_id TEXT NOT NULL CHECK (length(external_id) BETWEEN 1 AND 1000),
        author_id TEXT CHECK (length(author_id) <= 1000),
        author_name TEXT CHECK (length(author_name) <= 1000),
        text TEXT,
        visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
        kind TEXT NOT NULL CHECK (kind IN ('message', 'comment', 'review', 'mention', 'email')),
        rating INTEGER CHECK (rating BETWEEN 1 AND 5),
        sent_at INTEGER,
        received_at INTEGER NOT NULL,
        disposition TEXT NOT NULL CHECK (disposition IN ('draft', 'send', 'human', 'moderate', 'ignore')),
        line BLOB,
        rulebook TEXT NOT NULL,
        raw BLOB,
        audit INTEGER NOT NULL,
        UNIQUE (channel, account, external_id)
    ) STRICT;

    CREATE INDEX messages_of_case ON messages (case_id, id);
    CREATE INDEX messages_of_author ON messages (author_id) WHERE author_id IS NOT NULL;

    CREATE TABLE drafts (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id),
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
        template TEXT,
        author TEXT,
        in_reply_to TEXT NOT NULL,
        findings INTEGER NOT NULL CHECK (findings >= 0),
        since_version INTEGER NOT NULL CHECK (since_version > 0),
        state TEXT NOT NULL
            CHECK (state IN ('proposed', 'approved', 'sent', 'undelivered', 'replaced', 'rejected', 'superseded')),
        state_by TEXT,
        state_reason TEXT,
        approval_id INTEGER REFERENCES approvals (id),
        CHECK ((state IN ('approved', 'sent', 'undelivered')) = (approval_id IS NOT NULL)),
        CHECK ((state = 'rejected') = (state_by IS NOT NULL)),
        CHECK ((state IN ('rejected', 'superseded')) = (state_reason IS NOT NULL))
    ) STRICT;

    CREATE INDEX drafts_of_case ON drafts (case_id, id);

    CREATE TABLE draft_findings (
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        place INTEGER NOT NULL,
        rule TEXT NOT NULL,
        span_start INTEGER NOT NULL CHECK (span_start >= 0),
        span_end INTEGER NOT NULL CHECK (span_end >= span_start),
        cause TEXT NOT NULL,
        remedy TEXT NOT NULL,
        PRIMARY KEY (draft_id, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE approvals (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        approved_by TEXT NOT NULL CHECK (length(approved_by) > 0),
        approved_at INTEGER NOT NULL,
        note TEXT,
        undo_until INTEGER NOT NULL,
        delivery TEXT NOT NULL UNIQUE,
        withdrawn_by TEXT,
        withdrawn_at INTEGER,
        CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
    ) STRICT;

    CREATE UNIQUE INDEX approvals_that_stand ON approvals (draft_id) WHERE withdrawn_at IS NULL;

    CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id),
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        approval_id INTEGER NOT NULL UNIQUE REFERENCES approvals (id),
        channel TEXT NOT NULL,
        account TEXT NOT NULL,
        conversation TEXT NOT NULL,
        in_reply_to TEXT NOT NULL,
        visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
        reply_until INTEGER,
        state TEXT NOT NULL
            CHECK (state IN ('queued', 'leased', 'waiting', 'sent', 'refused', 'exhausted', 'unknown', 'cancelled', 'dropped')),
        attempts INTEGER NOT NULL CHECK (attempts >= 0),
        queued_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        expires INTEGER NOT NULL,
        leases INTEGER NOT NULL CHECK (leases >= 0),
        open_lease INTEGER CHECK (open_lease <= leases),
        lease_worker TEXT,
        lease_since INTEGER,
        lease_until INTEGER,
        lease_writing TEXT CHECK (lease_writing IN ('idempotent', 'once')),
        settled_at INTEGER,
        code TEXT,
        words TEXT,
        settled_by TEXT,
        CHECK ((state = 'leased') = (lease_worker IS NOT NULL)),
        CHECK ((lease_worker IS NULL) = (lease_until IS NULL) AND (lease_worker IS NULL) = (lease_since IS NULL)),
        CHECK (lease_writing IS NULL OR state = 'leased')
    ) STRICT;

    CREATE INDEX deliveries_due ON deliveries (due_at, id) WHERE state IN ('queued', 'waiting');
    CREATE INDEX deliveries_leased ON deliveries (lease_until, id) WHERE state = 'leased';
    CREATE INDEX deliveries_under_way ON deliveries (case_id, id) WHERE state IN ('queued', 'leased', 'waiting');
    CREATE INDEX deliveries_by_state ON deliveries (state, id);
    CREATE INDEX deliveries_of_draft ON deliveries (draft_id);

    CREATE TABLE sent_messages (
        delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
        place INTEGER NOT NULL,
        external_id TEXT NOT NULL,
        PRIMARY KEY (delivery_id, place)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX sent_messages_by_id ON sent_messages (external_id);

    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id),
        written_by TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        text TEXT
    ) STRICT;

    CREATE INDEX notes_of_case ON notes (case_id, id);

    CREATE TABLE audit_rows (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL CHECK (length(actor) > 0),
        action TEXT NOT NULL CHECK (length(action) > 0),
        subject TEXT NOT NULL CHECK (length(subject) > 0),
        detail TEXT,
        salt BLOB CHECK (length(salt) = 16),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TABLE freezes (
        id INTEGER PRIMARY KEY,
        frozen_by TEXT NOT NULL,
        frozen_at INTEGER NOT NULL,
        reason TEXT NOT NULL,
        thawed_by TEXT,
        thawed_at INTEGER,
        CHECK ((thawed_by IS NULL) = (thawed_at IS NULL))
    ) STRICT;

    CREATE UNIQUE INDEX freezes_current ON freezes ((thawed_at IS NULL)) WHERE thawed_at IS NULL;

    CREATE TABLE paused_accounts (
        channel TEXT NOT NULL,
        account TEXT NOT NULL,
        cause TEXT NOT NULL,
        paused_at INTEGER NOT NULL,
        PRIMARY KEY (channel, account)
    ) STRICT, WITHOUT ROWID;
    """
