import Foundation
import Testing

@testable import Desk

@Suite("A line written into memory of its own")
struct LineWriterTests {
    private func written(_ write: (inout LineWriter) -> Void) -> String {
        var line = LineWriter(room: 4)
        write(&line)
        return String(decoding: line.written, as: UTF8.self)
    }

    @Test(
        "numbers are written with all their digits and their sign",
        arguments: [0, 7, 10, 99, 100, 109, 980, 999, 1000, 48213, -1, -20, .max, .min])
    func numbers(_ number: Int) { #expect(written { $0.number(number) } == String(number)) }

    @Test(
        "shares have two decimals at most and none that says nothing",
        arguments: [(0, "0"), (100, "1"), (50, "0.5"), (5, "0.05"), (24, "0.24"), (70, "0.7")])
    func shares(_ hundredths: Int, _ expected: String) { #expect(DecisionWriter.share(hundredths) == expected) }

    @Test("every character comes back from the string it was written into, wherever it stands")
    func strings() throws {
        let signs = (UInt8(0)..<0x80).map { Unicode.Scalar($0) } + ["é", "\u{A0}", "…", "\u{2028}", "😀"]
        for sign in signs {
            for before in 0..<18 {
                let text = String(repeating: "a", count: before) + String(sign) + "bc\"d"
                let json = written { $0.string(text) }
                #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 })
                #expect(try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8)) == [text])
            }
        }
    }

    @Test("control characters have the shortest form there is")
    func escapes() {
        #expect(written { $0.string("\"\\\n\r\t\u{1}\u{1F}") } == #""\"\\\n\r\t\u0001\u001f""#)
        #expect(written { $0.string(nil) } == "null")
    }

    @Test("a line grows over its memory and keeps what it has")
    func growth() {
        let text = String(repeating: "Où en est ma commande ? ", count: 50)
        let json = written { line in
            line.append(UInt8(ascii: "["))
            line.string(text)
            line.literal(",")
            line.append(text)
            line.fill(3) { _ = $0.initialize(fromContentsOf: "end".utf8) }
        }
        #expect(json == "[\"\(text)\",\(text)end")
    }

    @Test("what was written can be read, changed and forgotten")
    func changes() {
        let text = written { line in
            line.literal("forgotten")
            line.removeAll()
            line.literal("Nous")
            if line[0] == UInt8(ascii: "N") { line[0] |= 0x20 }
        }
        #expect(text == "nous")
    }
}

@Suite("Memory between two lines")
struct LineMemoryTests {
    /// Where the line was written, and that it has nothing of the one before.
    private func write(_ text: String, in memory: inout LineMemory) -> UnsafePointer<UInt8>? {
        var line = LineWriter(in: &memory, room: 8)
        line.append(text)
        #expect(String(decoding: line.written, as: UTF8.self) == text)
        let place = line.written.baseAddress
        line.leave(in: &memory)
        return place
    }

    @Test("the next line is written where the last one was, which may have grown")
    func again() {
        var memory = LineMemory()
        let grown = write("longer than there was room for", in: &memory)
        #expect(write("short", in: &memory) == grown)
        #expect(write("again longer than there was room for", in: &memory) != nil)
    }

    @Test("two copies never write into the same memory")
    func copies() {
        var memory = LineMemory()
        let first = write("one", in: &memory)
        var copy = memory
        // Neither knows whether the other still needs it.
        let line = LineWriter(in: &copy, room: 8)
        #expect(line.written.baseAddress != first)
        #expect(write("two", in: &memory) != line.written.baseAddress)
        line.leave(in: &copy)
        #expect(write("three", in: &copy) != write("four", in: &memory))
    }
}

@Suite("Rows of bytes in one piece")
struct ByteRowsTests {
    private func row(_ rows: ByteRows, _ number: Int) -> [UInt8] { rows.withRow(number) { Array($0) } }

    @Test("each row has its own bytes, filled in any order")
    func filling() {
        var rows = ByteRows(count: 3)
        rows.fill(2, [1, 2, 3])
        rows.fill(0, [4])
        #expect((0..<3).map { row(rows, $0) } == [[4], [], [1, 2, 3]])
        #expect((0..<3).map { rows.isEmpty($0) } == [false, true, false])
    }

    @Test("rows are numbered in the order given")
    func given() {
        let rows = ByteRows([[1], [], [2, 3]])
        #expect((0..<3).map { row(rows, $0) } == [[1], [], [2, 3]])
    }
}
