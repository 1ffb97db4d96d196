/// Customers change and delete what they wrote: a message is kept as it is since, with the time of that.
let migration13 = """
    ALTER TABLE messages ADD COLUMN edited_at INTEGER;
    ALTER TABLE messages ADD COLUMN deleted_at INTEGER;
    """
