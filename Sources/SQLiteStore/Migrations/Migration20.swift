/// How grave the message is that a case is to answer, so that a lesser one does not take its place.
///
/// Of cases that wait already it is told from the priority that was given to the message.
let migration20 = """
    ALTER TABLE cases ADD COLUMN question_gravity INTEGER NOT NULL DEFAULT 0 CHECK (question_gravity >= 0);

    UPDATE cases SET question_gravity = (4 - min(max(coalesce((
        SELECT CAST(json_extract(CAST(m.line AS TEXT), '$.priority') AS INTEGER) FROM messages m
        WHERE m.channel = cases.channel AND m.account = cases.account AND m.external_id = cases.question
            AND json_valid(CAST(m.line AS TEXT))
    ), 4), 1), 4)) * 131072
    WHERE status = 'waiting';
    """
