import Synchronization
import Testing

@testable import IntentFiles

@Suite("Work on all processors")
struct AllProcessorsTests {
    @Test("results come in the order of what they are of", arguments: [0, 1, 5, 1_000])
    func order(_ count: Int) { #expect(AllProcessors.map(count) { 3 * $0 } == (0..<count).map { 3 * $0 }) }

    @Test("pieces hold every number once, in order", arguments: [0, 1, 15, 16, 17, 100, 9_981])
    func pieces(_ count: Int) { #expect(AllProcessors.flatMap(count) { Array($0) } == Array(0..<count)) }

    @Test("work within work comes to its end, and two works give what each makes")
    func nested() {
        let (sums, text) = AllProcessors.both {
            AllProcessors.map(20) { number in AllProcessors.flatMap(number) { Array($0) }.reduce(0, +) }
        } and: {
            "fait"
        }
        #expect(sums == (0..<20).map { $0 * ($0 - 1) / 2 })
        #expect(text == "fait")
    }
}
