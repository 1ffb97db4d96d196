/// By when a reply says that somebody will answer: of its approval, and of the case that waits on for that.
let migration21 = """
    ALTER TABLE approvals ADD COLUMN promised_until INTEGER;
    ALTER TABLE cases ADD COLUMN promised_until INTEGER;
    """
