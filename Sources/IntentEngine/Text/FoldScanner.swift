/// One pass over a message: folds its scalars and cuts them into tokens.
///
/// Works on raw pointers because this loop runs for every byte of every message (a checked span took 1.7 times as
/// long, measured). Every index into the original is checked against its count; a folded text is never longer than
/// the original, so writes stay inside buffers of `text.count + 4`.
struct FoldScanner {
    let text: UnsafeBufferPointer<UInt8>
    let flat: UnsafeMutableBufferPointer<UInt8>
    let scalarAt: UnsafeMutableBufferPointer<UInt32>
    let byteAt: UnsafeMutableBufferPointer<UInt32>

    /// The byte and the scalar of the original that are read next, and the folded bytes written.
    var index = 0
    var scalar = 0
    var count = 0
    var features = TextFeatures()
    var mayHoldEntities = false

    /// The token being read, with the flags of the one that will follow.
    var open: Token?
    var openCapitals = 0
    var openLetters = 0
    var next: Token.Flags = .startsClause
    /// The scalar read before and how often it stood in a row.
    var previous: UInt32 = 0
    var run = 0
    var markRun = 0
    /// A zero-width joiner stood after an emoji: the next emoji belongs to it.
    var joinsEmoji = false
    /// The first token behind a quotation mark that is still open.
    var quoteStart: Int?

    init(
        text: UnsafeBufferPointer<UInt8>, flat: UnsafeMutableBufferPointer<UInt8>,
        scalarAt: UnsafeMutableBufferPointer<UInt32>, byteAt: UnsafeMutableBufferPointer<UInt32>
    ) {
        self.text = text
        self.flat = flat
        self.scalarAt = scalarAt
        self.byteAt = byteAt
    }

    mutating func scan(into tokens: inout [Token]) {
        let latin = FoldTable.latin
        let mayQuote = text.contains(UInt8(ascii: "\n"))
        var lineStart = true
        while index < text.count {
            if mayQuote, lineStart, let end = QuotedMail.end(of: text, lineAt: index) {
                closeToken(&tokens)
                skip(to: end)
                next.insert(.startsClause)
                continue
            }
            let byte = text[index]
            if isLetter(byte) {
                lineStart = false
                takeLetters()
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

    /// Takes a run of ASCII letters: nearly all of a message.
    private mutating func takeLetters() {
        if open == nil { openToken(.word) }
        joinsEmoji = false
        markRun = 0
        var at = index
        var place = scalar
        var written = count
        var capitals = 0
        while at < text.count {
            let byte = text[at]
            guard isLetter(byte) else { break }
            let value = UInt32(byte)
            if value == previous { run += 1 } else { run = 1 }
            previous = value
            if byte < 0x61 { capitals += 1 }
            if run > 2, byte | 0x20 != UInt8(ascii: "w") {
                if run == 3 { features.elongations += 1 }
                open?.flags.insert(.elongated)
            } else {
                flat[written] = byte | 0x20
                scalarAt[written] = UInt32(truncatingIfNeeded: place)
                byteAt[written] = UInt32(truncatingIfNeeded: at)
                written += 1
            }
            at += 1
            place += 1
        }
        openLetters += at - index
        openCapitals += capitals
        index = at
        scalar = place
        count = written
        open?.scalarEnd = UInt32(truncatingIfNeeded: place)
        open?.byteEnd = UInt32(truncatingIfNeeded: at)
    }

    /// Takes a space as `take` would, since every word ends in one.
    private mutating func takeSpace(_ tokens: inout [Token]) {
        if previous == 0x20 { run += 1 } else { run = 1 }
        previous = 0x20
        markRun = 0
        joinsEmoji = false
        closeToken(&tokens)
        flat[count] = UInt8(ascii: " ")
        scalarAt[count] = UInt32(truncatingIfNeeded: scalar)
        byteAt[count] = UInt32(truncatingIfNeeded: index)
        count += 1
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
    mutating func append(_ folded: FoldedScalar) {
        let bytes = folded.count
        flat[count] = folded.first
        flat[count + 1] = folded.second
        flat[count + 2] = folded.third
        for offset in count..<count + bytes {
            scalarAt[offset] = UInt32(truncatingIfNeeded: scalar)
            byteAt[offset] = UInt32(truncatingIfNeeded: index)
        }
        count += bytes
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
        for offset in 0..<length {
            flat[count + offset] = text[index + offset]
            scalarAt[count + offset] = UInt32(truncatingIfNeeded: scalar)
            byteAt[count + offset] = UInt32(truncatingIfNeeded: index)
        }
        count += length
    }

    mutating func closeToken(_ tokens: inout [Token]) {
        guard var token = open else { return }
        token.flatEnd = UInt32(truncatingIfNeeded: count)
        if openLetters == 0, token.kind == .word { token.kind = .number }
        if openLetters > 0 {
            token.flags.insert(.hasLetter)
            features.letters += openLetters
            features.capitals += openCapitals
            if openCapitals > 0 { token.flags.insert(.capitalised) }
            if openCapitals == openLetters, openLetters > 1 { token.flags.insert(.allCapitals) }
        }
        tokens.append(token)
        open = nil
        run = 0
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
