/// A freeze may be of one account, and stop all that leaves. The freezes of before were of the desk, and let pass what people
/// had approved.
let migration7 = """
    ALTER TABLE freezes ADD COLUMN channel TEXT CHECK (length(channel) <= 200);
    ALTER TABLE freezes ADD COLUMN account TEXT CHECK ((channel IS NULL) = (account IS NULL));
    ALTER TABLE freezes ADD COLUMN reach TEXT NOT NULL DEFAULT 'unreviewed' CHECK (reach IN ('unreviewed', 'everything'));

    DROP INDEX freezes_current;
    CREATE UNIQUE INDEX freezes_current ON freezes (channel IS NULL, ifnull(channel, ''), ifnull(account, '')) WHERE thawed_at IS NULL;
    """
