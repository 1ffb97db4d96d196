import Testing

@testable import IntentEngine

@Suite("Keys of word forms")
struct FormKeyTests {
    @Test("a part of a text has the key the same bytes have alone, whatever stands behind it")
    func parts() {
        let text = Array("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".utf8)
        for start in 0..<10 {
            for length in 0..<34 {
                let alone = Array(text[start..<start + length]).withUnsafeBufferPointer { FormKey($0) }
                let part = text.withUnsafeBufferPointer { FormKey(start..<start + length, of: $0) }
                #expect(part.hash == alone.hash && part.word == alone.word && part.count == alone.count, "\(start), \(length)")
                #expect(alone.isWord == (length <= 8))
            }
        }
    }

    @Test("every form is found in the table, and none that only begins or ends like one")
    func table() {
        let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        let forms = (1...20).flatMap { length in (0..<6).map { Array(letters[$0..<$0 + length]) } } + [[UInt8](repeating: 97, count: 300)]
        var index = FormIndex()
        let numbers = forms.map { index.add($0) }
        let table = index.table
        for (form, number) in zip(forms, numbers) {
            #expect(table.number(of: form) == number)
            #expect(Array(table.form(number)) == form)
            #expect(table.number(of: form + [UInt8(ascii: "!")]) == nil)
            #expect(table.number(of: [UInt8(ascii: "!")] + form) == nil)
        }
        #expect(table.number(of: []) == nil)
        #expect(table.number(of: [UInt8](repeating: 97, count: 299)) == nil)
    }
}
