/// Whether a person has read a reply stands in its delivery, and with its account and its end in the index of what is due: so that
/// ten thousand replies behind a freeze are passed over in it, and no row of them is read.
let migration12 = """
    ALTER TABLE deliveries ADD COLUMN is_unreviewed INTEGER NOT NULL DEFAULT 0 CHECK (is_unreviewed IN (0, 1));
    UPDATE deliveries SET is_unreviewed = 1
    WHERE state NOT IN ('sent', 'cancelled', 'dropped') AND approval_id IN (SELECT id FROM approvals WHERE approved_by = 'rules');

    DROP INDEX deliveries_due;
    CREATE INDEX deliveries_due ON deliveries (due_at, id, channel, account, expires, is_unreviewed, state)
    WHERE state IN ('queued', 'waiting');
    """
