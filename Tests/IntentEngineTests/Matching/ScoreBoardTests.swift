import Testing

@testable import IntentEngine

@Suite("The board of points")
struct ScoreBoardTests {
    @Test("numbers of clauses that run out start anew, and a pattern goes on to count in every message")
    func numbersRunOut() {
        var board = ScoreBoard(owners: 1, patterns: 1, after: .max - 1)
        var side = Lexicon.Side()
        side.hintCount = 1
        let unit = Unit(form: 0, token: 0, lastToken: 0, clause: 0, flags: .startsClause, side: side)
        let hint = Lexicon.Hint(pattern: 0, owner: 0, points: 5)
        let totals = (0..<4).map { _ in
            board.startMessage()
            [unit].withUnsafeBufferPointer { units in
                [hint].withUnsafeBufferPointer { board.add(hintsOf: units, 0..<1, $0) }
            }
            board.endMessage()
            return board.total(of: 0)
        }
        #expect(totals == [5, 5, 5, 5])
    }
}
