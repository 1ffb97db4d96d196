internal import Desk
internal import GRDB

extension WriteSession {
    /// Notes a message whose words the index is to have.
    func noteWords(of message: Message, _ id: Int64) { newWords.add(message, id) }

    /// Puts the words of this transaction's new messages into the index, with no other statement between them: FTS5 gathers words in
    /// memory, and writes all it holds before a statement that could be undone alone.
    ///
    /// To be called before the text of any message changes, because the trigger takes the old words out.
    func indexWords() throws {
        if newWords.isEmpty { return }
        let words = newWords
        newWords = NewWords()
        try words.forEach { message, words in
            var query = try self.query("INSERT INTO message_words (rowid, words) VALUES (?, ?)")
            query.bind(message)
            query.bind(borrowedText: words)
            while try query.next() {}
        }
    }
}
