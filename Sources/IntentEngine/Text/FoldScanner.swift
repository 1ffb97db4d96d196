/// One pass over a message: folds its scalars and cuts them into tokens.
///
/// Works on raw pointers because this loop runs for every byte of every message (a checked span took 1.7 times as
/// long, measured). Every index into the original is checked against its count; a folded text is never longer than
/// the original, so writes stay inside buffers of `text.count + slack`.
struct FoldScanner {
    /// Room behind a folded text: eight bytes are written at once.
    static let slack = 8

    let text: UnsafeBufferPointer<UInt8>
    let flat: UnsafeMutableBufferPointer<UInt8>
    let bends: UnsafeMutableBufferPointer<Bend>

    /// The byte and the scalar of the original that are read next, and the folded bytes written.
    var index = 0
    var scalar = 0
    var count = 0
    var bendCount = 0
    /// How far scalars and bytes of the original are ahead of the folded bytes since the last bend.
    private var scalarLead = -1
    private var byteLead = -1
    var features = TextFeatures()
    var mayHoldEntities = false

    /// The token being read, with the flags of the one that will follow.
    var open: Token?
    var openCapitals = 0
    var openLetters = 0
    var next: Token.Flags = .startsClause
    /// The scalar read before and how often it stood in a row in this token.
    var previous: UInt32 = 0
    var run = 0
    var markRun = 0
    /// A zero-width joiner stood after an emoji: the next emoji belongs to it.
    var joinsEmoji = false
    /// The first token behind a quotation mark that is still open.
    var quoteStart: Int?

    init(
        text: UnsafeBufferPointer<UInt8>, flat: UnsafeMutableBufferPointer<UInt8>, bends: UnsafeMutableBufferPointer<Bend>
    ) {
        self.text = text
        self.flat = flat
        self.bends = bends
    }

    mutating func scan(into tokens: inout [Token]) {
        let latin = FoldTable.latin
        var lineStart = true
        while index < text.count {
            let byte = text[index]
            if lineStart, QuotedMail.mayStart(byte), let end = quotedEnd() {
                closeToken(&tokens)
                skip(to: end)
                next.insert(.startsClause)
                continue
            }
            if isLetter(byte) {
                lineStart = false
                takeLetters(&tokens)
            } else if byte == UInt8(ascii: " ") {
                lineStart = false
                takeSpace(&tokens)
            } else if byte < 0x80 {
                if let length = Emoticon.length(in: text, at: index) {
                    takeEmoticon(length: length, &tokens)
                    continue
                }
                lineStart = byte == UInt8(ascii: "\n")
                take(latin[Int(byte)], scalar: UInt32(byte), length: 1, &tokens)
            } else {
                lineStart = false
                let (value, length) = decode()
                let folded = value < 0x250 ? latin[Int(value)] : FoldTable.foldBeyondLatin(value)
                if folded.role == .letter { countAccent(value) }
                take(folded, scalar: value, length: length, &tokens)
            }
        }
        closeToken(&tokens)
    }

    /// A text of one line quotes nothing.
    private func quotedEnd() -> Int? {
        guard index > 0 || text.contains(UInt8(ascii: "\n")) else { return nil }
        return QuotedMail.end(of: text, lineAt: index)
    }

    /// Takes a run of ASCII letters: nearly all of a message.
    private mutating func takeLetters(_ tokens: inout [Token]) {
        joinsEmoji = false
        markRun = 0
        previous = 0
        guard let (letters, capitals) = foldLetters() else { return takeStretched() }
        markPlace()
        var length = letters
        let end = index &+ letters
        if open == nil, end == text.count || text[end] == UInt8(ascii: " ") {
            tokens.append(
                Token(
                    flatStart: UInt32(truncatingIfNeeded: count), flatEnd: UInt32(truncatingIfNeeded: count &+ letters),
                    scalarStart: UInt32(truncatingIfNeeded: scalar), scalarEnd: UInt32(truncatingIfNeeded: scalar &+ letters),
                    byteStart: UInt32(truncatingIfNeeded: index), byteEnd: UInt32(truncatingIfNeeded: end), kind: .word,
                    flags: next.union(countLetters(letters, capitals: capitals))))
            next = []
            // The space was written with the letters.
            if end < text.count { length &+= 1 }
        } else {
            if open == nil { openToken(.word) }
            openLetters &+= letters
            openCapitals &+= capitals
            open?.scalarEnd = UInt32(truncatingIfNeeded: scalar &+ letters)
            open?.byteEnd = UInt32(truncatingIfNeeded: end)
        }
        index &+= length
        scalar &+= length
        count &+= length
    }

    /// Writes the run of ASCII letters at the current byte in lower case, eight bytes at a time up to the one that ends it, and
    /// tells its length and its capitals; nil where one of them stands three times in a row.
    @inline(__always)
    private func foldLetters() -> (length: Int, capitals: Int)? {
        var length = 0
        var capitals = 0
        // The byte before the run is no letter, so that it takes part in no repetition.
        var before = EightBytes(0)
        while true {
            let bytes = EightBytes(text, at: index &+ length)
            if bytes.repeatsLetter(after: before) { return nil }
            bytes.lowercased.store(in: flat, at: count &+ length)
            capitals &+= bytes.leadingCapitals
            let run = bytes.leadingLetters
            length &+= run
            if run < 8 { return (length, capitals) }
            before = bytes
        }
    }

    /// Takes a run of ASCII letters of which one stands three times in a row or more: two of them are kept.
    private mutating func takeStretched() {
        if open == nil { openToken(.word) }
        var run = 0
        while index < text.count, isLetter(text[index]) {
            let byte = text[index]
            if UInt32(byte) == previous { run += 1 } else { run = 1 }
            previous = UInt32(byte)
            openLetters += 1
            if byte < 0x61 { openCapitals += 1 }
            if run > 2, byte | 0x20 != UInt8(ascii: "w") {
                if run == 3 { features.elongations += 1 }
                open?.flags.insert(.elongated)
            } else {
                append(FoldedScalar(byte | 0x20, .letter))
            }
            extendToken(by: 1)
            index += 1
            scalar += 1
        }
    }

    /// Takes a space as `take` would, since many a token ends in one.
    private mutating func takeSpace(_ tokens: inout [Token]) {
        markRun = 0
        joinsEmoji = false
        closeToken(&tokens)
        write(UInt8(ascii: " "))
        index += 1
        scalar += 1
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private mutating func take(_ folded: FoldedScalar, scalar value: UInt32, length: Int, _ tokens: inout [Token]) {
        let role = folded.role
        if value == previous { run += 1 } else { run = 1 }
        previous = value
        if role != .stop { markRun = 0 }
        switch role {
        case .letter:
            if run > 2 {
                if run == 3 { features.elongations += 1 }
                open?.flags.insert(.elongated)
                extendToken(by: length)
            } else {
                appendToToken(folded, length: length)
                openLetters += 1
                if isCapital(value) { openCapitals += 1 }
            }
        case .digit:
            mayHoldEntities = true
            appendToToken(folded, length: length)
            open?.flags.insert(.hasDigit)
        case .apostrophe:
            if open != nil, nextIsLetter(after: index + length) {
                append(folded)
                open?.flags.insert(.hasApostrophe)
            } else {
                closeToken(&tokens)
                append(folded)
            }
        case .foreignLetter: appendForeign(length: length)
        case .mark, .invisible:
            if role == .mark, open != nil { extendToken(by: length) }
            joinsEmoji = value == 0x200D && tokens.last?.kind == .emoji && open == nil
        case .emoji: takeEmoji(value, length: length, &tokens)
        case .stop: takeStop(folded, length: length, &tokens)
        case .symbol: takeSymbol(folded, &tokens)
        case .hyphen:
            let joins = open != nil && nextIsLetter(after: index + length)
            closeToken(&tokens)
            append(folded)
            next.insert(joins ? .afterHyphen : (count > 1 && flat[count - 2] == UInt8(ascii: " ") ? .afterPause : []))
        case .pause:
            closeToken(&tokens)
            append(folded)
            next.insert(.afterPause)
            if folded.first == UInt8(ascii: "\"") { takeQuotationMark(value, &tokens) }
        case .space:
            closeToken(&tokens)
            append(folded)
        case .newline:
            closeToken(&tokens)
            append(folded)
            next.insert(.startsClause)
            quoteStart = nil
        }
        if role != .invisible, role != .emoji { joinsEmoji = false }
        index += length
        scalar += 1
    }
}

// MARK: - Tokens

extension FoldScanner {
    /// Writes one folded byte of the current scalar.
    @inline(__always)
    mutating func write(_ byte: UInt8) {
        markPlace()
        flat[count] = byte
        count &+= 1
    }

    /// Keeps where the next folded byte comes from, unless it follows the one before as the scalars do.
    @inline(__always)
    private mutating func markPlace() {
        if scalar &- count == scalarLead, index &- count == byteLead { return }
        scalarLead = scalar &- count
        byteLead = index &- count
        bends[bendCount] = Bend(
            flat: UInt32(truncatingIfNeeded: count), scalar: UInt32(truncatingIfNeeded: scalar),
            byte: UInt32(truncatingIfNeeded: index))
        bendCount &+= 1
    }

    mutating func append(_ folded: FoldedScalar) {
        for place in 0..<folded.count { write(folded.byte(place)) }
    }

    mutating func openToken(_ kind: Token.Kind) {
        open = Token(
            flatStart: UInt32(truncatingIfNeeded: count), flatEnd: 0, scalarStart: UInt32(truncatingIfNeeded: scalar),
            scalarEnd: 0, byteStart: UInt32(truncatingIfNeeded: index), byteEnd: 0, kind: kind, flags: next)
        next = []
        openLetters = 0
        openCapitals = 0
    }

    private mutating func appendToToken(_ folded: FoldedScalar, length: Int) {
        if open == nil { openToken(.word) }
        append(folded)
        extendToken(by: length)
    }

    mutating func extendToken(by length: Int) {
        open?.scalarEnd = UInt32(truncatingIfNeeded: scalar + 1)
        open?.byteEnd = UInt32(truncatingIfNeeded: index + length)
    }

    private mutating func appendForeign(length: Int) {
        if open == nil { openToken(.word) }
        appendRaw(length: length)
        open?.flags.insert(.foreign)
        openLetters += 1
        extendToken(by: length)
    }

    /// Keeps the bytes of a scalar that has no folded form.
    mutating func appendRaw(length: Int) {
        for offset in 0..<length { write(text[index + offset]) }
    }

    mutating func closeToken(_ tokens: inout [Token]) {
        guard var token = open else { return }
        token.flatEnd = UInt32(truncatingIfNeeded: count)
        if openLetters == 0, token.kind == .word { token.kind = .number }
        if openLetters > 0 {
            token.flags.formUnion(countLetters(openLetters, capitals: openCapitals))
        }
        tokens.append(token)
        open = nil
        run = 0
    }

    /// Counts the letters of a token and tells what they make of it.
    @inline(__always)
    private mutating func countLetters(_ letters: Int, capitals: Int) -> Token.Flags {
        features.letters &+= letters
        if capitals == 0 { return .hasLetter }
        features.capitals &+= capitals
        return capitals == letters && letters > 1 ? [.hasLetter, .capitalised, .allCapitals] : [.hasLetter, .capitalised]
    }

    func nextIsLetter(after start: Int) -> Bool {
        guard start < text.count else { return false }
        let byte = text[start]
        return byte >= 0x80 ? true : FoldTable.latin[Int(byte)].role == .letter
    }

    private func isCapital(_ value: UInt32) -> Bool {
        switch value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x152, 0x178, 0xFF21...0xFF3A: true
        default: false
        }
    }
}
