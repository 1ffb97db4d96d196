/// Phrases that decisions quote, each kept once: in the lines of messages from here on a number stands in their place (`FoldedLine`).
///
/// Lines that are here already stay as they are.
let migration23 = """
    CREATE TABLE quoted_phrases (
        id INTEGER PRIMARY KEY,
        phrase TEXT NOT NULL,
        file TEXT NOT NULL
    ) STRICT;
    """
