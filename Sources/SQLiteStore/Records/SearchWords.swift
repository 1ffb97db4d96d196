internal import Desk
internal import GRDB
internal import IntentEngine

/// Words as the index of messages is asked for them.
struct SearchWords {
    private let db: Database

    /// Messages looked at for one page: some conversations hold many that match.
    static let mostRead = 400
    /// Words that one beginning stands for, beyond which the index is asked for the beginning itself.
    private static let mostWords = 200
    /// A beginning of fewer characters says nothing once so many words begin with it.
    private static let leastBeginning = 3

    init(_ db: Database) { self.db = db }

    /// Every word in quotes, so that none is taken for an operator.
    static func match(_ tokens: [String]) -> String { tokens.map(quoted).joined(separator: " AND ") }

    /// The same query with the last word as a prefix; nil when no longer word begins with it.
    ///
    /// Asked for a beginning, the index puts together all messages of all its words before the first is found. So the words
    /// that are there are looked up, and asked for one by one, which finds the latest messages first.
    func unfinished(_ tokens: [String]) throws -> String? {
        guard let last = tokens.last else { return nil }
        let before = tokens.dropLast().map { Self.quoted($0) + " AND " }.joined()
        let beginning = Folding.fold(last)
        guard beginning.utf8.allSatisfy({ $0 < 0x80 }), !beginning.isEmpty else { return before + Self.quoted(last) + "*" }
        guard let words = try words(from: beginning) else {
            return beginning.utf8.count < Self.leastBeginning ? nil : before + Self.quoted(last) + "*"
        }
        return words.isEmpty ? nil : before + "(" + words.map(Self.quoted).joined(separator: " OR ") + ")"
    }

    /// The words that begin so; nil where there are too many. One is gone to after the other, past the messages they are in.
    private func words(from beginning: String) throws -> [String]? {
        try db.execute(sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words USING fts5vocab('main', 'message_words', 'instance')")
        var words: [String] = []
        var start = beginning
        while words.count <= Self.mostWords {
            var query = try Query(db, "SELECT term FROM temp.known_words WHERE term >= ? AND term < ? LIMIT 1")
            query.bind(start)
            query.bind(beginning + "\u{10FFFF}")
            guard try query.next() else { return words }
            words.append(query.text(0))
            // The first that can follow: words are made of letters and digits, of which 0 is the first.
            start = query.text(0) + "0"
        }
        return nil
    }

    private static func quoted(_ word: String) -> String { "\"\(folded(word))\"" }

    /// Ligatures as the index has them.
    private static func folded(_ word: String) -> String {
        word.reduce(into: "") { folded, character in
            switch character {
            case "œ", "Œ": folded += "oe"
            case "æ", "Æ": folded += "ae"
            default: folded.append(character)
            }
        }
    }
}
