/// Words of new messages go into the index together, at the end of their transaction, and no longer by a trigger: each row
/// that a trigger adds to it is a statement of its own for FTS5, which then writes all it holds in memory, so that the index
/// took seven times as long. The trigger that takes words out stays.
///
/// `cases_waiting_filtered` begins with the columns of `cases_waiting`, and serves whatever that served.
let migration8 = """
    DROP TRIGGER message_words_added;
    DROP INDEX cases_waiting;
    """
