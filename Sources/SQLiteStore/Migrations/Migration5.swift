/// What figures are made of: counts of messages by the hour, and what became of drafts. They name no customer and no text, and
/// stay when those are forgotten.
///
/// What came before is counted as far as it is still known: of refusals, no table had the time. `verdicts.opened_at` is when the conversation began, where it is the first answer there.
let migration5 = """
    CREATE TABLE message_counts (
        hour INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind = 'channel' OR kind = 'intent' OR kind = 'polarity' OR kind = 'team'),
        name TEXT NOT NULL CHECK (length(name) <= 200),
        count INTEGER NOT NULL CHECK (count > 0),
        PRIMARY KEY (hour, kind, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE drafting_rules (
        id INTEGER PRIMARY KEY,
        intent TEXT NOT NULL,
        template TEXT NOT NULL,
        UNIQUE (intent, template)
    ) STRICT;

    CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id),
        draft_id INTEGER UNIQUE REFERENCES drafts (id),
        verdict TEXT NOT NULL CHECK (
            verdict = 'untouched' OR verdict = 'edited' OR verdict = 'written'
            OR verdict = 'rejected' OR verdict = 'unreviewed' OR verdict = 'elsewhere'),
        rule_id INTEGER NOT NULL REFERENCES drafting_rules (id),
        at INTEGER NOT NULL,
        waits_since INTEGER NOT NULL,
        opened_at INTEGER,
        CHECK ((verdict = 'elsewhere') = (draft_id IS NULL))
    ) STRICT;

    CREATE INDEX verdicts_of_case ON verdicts (case_id);
    CREATE INDEX verdicts_by_time ON verdicts (at, verdict, rule_id, waits_since, opened_at);
    CREATE INDEX deliveries_by_time ON deliveries (queued_at, state);

    INSERT INTO message_counts (hour, kind, name, count)
    SELECT received_at / 3600, 'channel', channel, count(*) FROM messages GROUP BY 1, 3;

    CREATE TEMPORARY TABLE read_lines AS
    SELECT received_at / 3600 AS hour,
        coalesce(json_extract(line, '$.intents[0].name'), '') AS intent,
        min(max(CAST(coalesce(json_extract(line, '$.polarity'), 0) AS INTEGER), -2), 2) AS polarity,
        coalesce(json_extract(line, '$.team'), 'customer_service') AS team
    FROM (
        SELECT received_at, CASE WHEN json_valid(CAST(line AS TEXT)) THEN CAST(line AS TEXT) ELSE '{}' END AS line FROM messages
    );

    INSERT INTO message_counts (hour, kind, name, count) SELECT hour, 'intent', intent, count(*) FROM read_lines GROUP BY 1, 3;
    INSERT INTO message_counts (hour, kind, name, count) SELECT hour, 'polarity', polarity, count(*) FROM read_lines GROUP BY 1, 3;
    INSERT INTO message_counts (hour, kind, name, count) SELECT hour, 'team', team, count(*) FROM read_lines GROUP BY 1, 3;
    DROP TABLE read_lines;

    CREATE TEMPORARY TABLE judged_drafts AS
    SELECT d.id AS draft_id, d.case_id, a.approved_at AS at, coalesce(c.intent, '') AS intent,
        coalesce(d.template, (
            SELECT p.template FROM drafts p
            WHERE p.case_id = d.case_id AND p.in_reply_to = d.in_reply_to AND p.id < d.id AND p.template IS NOT NULL
                AND p.state <> 'rejected'
            ORDER BY p.id DESC LIMIT 1
        ), '') AS template,
        a.approved_by, d.author, d.state,
        coalesce((
            SELECT m.received_at FROM messages m
            WHERE m.channel = c.channel AND m.account = c.account AND m.external_id = d.in_reply_to
        ), a.approved_at) AS waits_since,
        c.opened_at
    FROM drafts d JOIN approvals a ON a.id = d.approval_id JOIN cases c ON c.id = d.case_id
    WHERE d.state IN ('approved', 'sent', 'undelivered');

    INSERT OR IGNORE INTO drafting_rules (intent, template) SELECT intent, template FROM judged_drafts;

    INSERT INTO verdicts (case_id, draft_id, verdict, rule_id, at, waits_since, opened_at)
    SELECT j.case_id, j.draft_id,
        CASE WHEN j.approved_by = 'rules' THEN 'unreviewed' WHEN j.author IS NULL THEN 'untouched'
            WHEN j.template = '' THEN 'written' ELSE 'edited' END,
        r.id, j.at, j.waits_since,
        CASE WHEN row_number() OVER (PARTITION BY j.case_id ORDER BY j.at, j.draft_id) = 1 THEN j.opened_at END
    FROM judged_drafts j JOIN drafting_rules r ON r.intent = j.intent AND r.template = j.template;
    DROP TABLE judged_drafts;
    """
