internal import GRDB

extension WriteSession {
    /// Notes a message whose words the index is to have.
    func noteWords(of message: Int64) { firstUnindexed = min(firstUnindexed ?? message, message) }

    /// Puts the words of this transaction's new messages into the index, all by one statement.
    ///
    /// To be called before the text of any message changes, because the trigger takes the old words out.
    func indexWords() throws {
        guard let first = firstUnindexed else { return }
        firstUnindexed = nil
        var query = try Query(db, Self.indexing)
        query.bind(first)
        try query.run()
    }

    private static let indexing = """
        INSERT INTO message_words (rowid, words) SELECT id, \(words) FROM messages WHERE id >= ? AND text IS NOT NULL ORDER BY id
        """

    /// Everything of a message that is searched, to the letter as the trigger of migration 4 takes it out; the tokenizer folds
    /// case and accents, and leaves ligatures.
    private static let words: String = {
        let words = "coalesce(author_name, '') || ' ' || coalesce(subject, '') || ' ' || text"
        return [("Æ", "ae"), ("Œ", "oe"), ("æ", "ae"), ("œ", "oe")].reduce(words) { "replace(\($0), '\($1.0)', '\($1.1)')" }
    }()
}
