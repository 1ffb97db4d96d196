internal import Desk

/// Words of messages on their way into the index, one after the other in one memory.
///
/// They are to the letter what the trigger of migration 4 takes out: author, subject and text with a space between, where ligatures
/// are two letters, because the tokenizer folds case and accents and leaves those.
struct NewWords {
    private var bytes: [UInt8] = []
    private var entries: [(message: Int64, end: Int)] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ message: Message, _ id: Int64) {
        let start = bytes.count
        if let name = message.author?.name { bytes.append(contentsOf: name.utf8) }
        bytes.append(UInt8(ascii: " "))
        if let subject = message.subject { bytes.append(contentsOf: subject.utf8) }
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: message.text.utf8)
        Self.part(&bytes, from: start)
        entries.append((id, bytes.count))
    }

    /// Calls `body` with each message's number and words, in the order of their numbers.
    func forEach(_ body: (Int64, UnsafeRawBufferPointer) throws -> Void) rethrows {
        try bytes.withUnsafeBytes { bytes in
            var start = 0
            for (message, end) in entries {
                try body(message, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
        }
    }

    /// Writes the letters of each ligature in its place: both have two bytes.
    private static func part(_ bytes: inout [UInt8], from start: Int) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            for place in start..<bytes.count where bytes[place] == 0xC3 || bytes[place] == 0xC5 {
                // What follows is there: this is the first of two bytes.
                let (lead, trail) = (bytes[place], bytes[place + 1])
                if lead == 0xC3, trail == 0x86 || trail == 0xA6 {
                    (bytes[place], bytes[place + 1]) = (UInt8(ascii: "a"), UInt8(ascii: "e"))
                }
                if lead == 0xC5, trail == 0x92 || trail == 0x93 {
                    (bytes[place], bytes[place + 1]) = (UInt8(ascii: "o"), UInt8(ascii: "e"))
                }
            }
        }
    }
}
