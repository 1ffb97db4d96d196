import Support
import Testing

@testable import IntentEngine

@Suite("Unknown words that come again")
struct UnknownWordsTests {
    private static let rulebook = Rules.rulebook(
        [
            ("track", [Rules.phrase("suivre … <commande>"), Rules.phrase("commande")]), ("refund", [Rules.phrase("remboursement")]),
            ("order", [Rules.phrase("parcel", .english)]),
        ], lists: [Rules.list("commande", ["commande", "livraison"])]
    ).0

    /// Misspelt, run together, elided or nothing at all, more of them than are remembered.
    private static let words: [String] = {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let slips = letters.flatMap { one in letters.map { other in "comm\(one)nde\(other)" } }
        let nothing = letters.flatMap { one in letters.map { other in "zq\(one)xw\(other)k" } }
        return slips + nothing + ["lacommande", "danuler", "lremboursement", "remboursemnt", "livraisson", "parcell"]
    }()

    @Test("a word is read as the first time, whatever was read in between")
    func same() {
        var used = Recognizer(Self.rulebook)
        for round in 0..<2 {
            for word in Self.words {
                var fresh = Recognizer(Self.rulebook)
                for language in Language.ruled {
                    #expect(used.words(of: word, language) == fresh.words(of: word, language), "\(word), \(round)")
                }
            }
        }
    }

    @Test("two words that share a place are told apart, and so are two languages")
    func places() {
        var memory = UnknownWords()
        let known = UnknownWords.Reading(first: 7, second: 8, isCorrected: true)
        func ask(_ word: String, _ side: Int) -> UInt32? {
            Array(word.utf8).withUnsafeBufferPointer { memory.reading(of: $0, side: side)?.first }
        }
        #expect(ask("comande", 0) == nil)
        Array("comande".utf8).withUnsafeBufferPointer { memory.keep(known, for: $0, side: 0) }
        #expect(ask("comande", 0) == 7)
        #expect(ask("comande", 1) == nil)
        #expect(ask("comandes", 0) == nil)
        for number in 0..<5000 {
            Array("mot\(number)".utf8).withUnsafeBufferPointer {
                memory.keep(UnknownWords.Reading(first: UInt32(number)), for: $0, side: 0)
            }
            #expect(ask("mot\(number)", 0) == UInt32(number))
        }
        let long = String(repeating: "a", count: 25)
        Array(long.utf8).withUnsafeBufferPointer { memory.keep(known, for: $0, side: 0) }
        #expect(ask(long, 0) == nil)
    }
}
