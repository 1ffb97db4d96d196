extension FoldScanner {
    /// A sign that ends a clause, unless it stands inside a number, an abbreviation or an address.
    mutating func takeStop(_ folded: FoldedScalar, length: Int, _ tokens: inout [Token]) {
        let sign = folded.first
        if sign == UInt8(ascii: ":"), let end = urlEnd() { return takeURL(until: end, &tokens) }
        if sign == UInt8(ascii: ".") {
            if joinsAbbreviation() {
                open?.flags.insert(.hasLetter)
                return
            }
            if let end = bareDomainEnd() { return takeURL(until: end, &tokens) }
        }
        let insideNumber = (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ":")) && isBetweenDigits(length: length)
        closeToken(&tokens)
        append(folded)
        if insideNumber { return }
        countMark(sign)
        if sign == UInt8(ascii: "?") { markQuestion(&tokens) }
        next.insert(.startsClause)
    }

    private mutating func countMark(_ sign: UInt8) {
        switch sign {
        case UInt8(ascii: "!"):
            features.exclamations += 1
            markRun += 1
        case UInt8(ascii: "?"):
            features.questions += 1
            markRun += 1
        default: markRun = 0
        }
        features.longestMarkRun = max(features.longestMarkRun, markRun)
    }

    private func markQuestion(_ tokens: inout [Token]) {
        guard !tokens.isEmpty else { return }
        tokens[tokens.count - 1].flags.insert(.beforeQuestionMark)
    }

    private func isBetweenDigits(length: Int) -> Bool {
        guard count > 0, isDigit(flat[count - 1]), index + length < text.count else { return false }
        return isDigit(text[index + length])
    }

    /// « S.A.V. », « s.v.p »: a dot after a single letter and before another single letter leaves no trace.
    private func joinsAbbreviation() -> Bool {
        guard let open, index + 1 < text.count, nextIsLetter(after: index + 1), text[index + 1] < 0x80 else { return false }
        let letters = count - Int(open.flatStart)
        let follows = index + 2 < text.count ? text[index + 2] : UInt8(ascii: " ")
        guard follows < 0x80, !nextIsLetter(after: index + 2) else { return false }
        return letters == 1 || (index > 1 && text[index - 2] == UInt8(ascii: "."))
    }

    /// Opens a quotation, or closes one and marks its words. A quotation ends with its line at the latest.
    mutating func takeQuotationMark(_ scalar: UInt32, _ tokens: inout [Token]) {
        let opens = scalar == 0xAB || scalar == 0x201C || scalar == 0x201E || (scalar == 0x22 && quoteStart == nil)
        if opens {
            quoteStart = tokens.count
        } else if let start = quoteStart {
            for token in start..<tokens.count { tokens[token].flags.insert(.quoted) }
            quoteStart = nil
        }
    }

    /// A sign that hides a letter: `*` behind a letter, `@` and `$` between letters.
    private mutating func takeMask(_ folded: FoldedScalar) -> Bool {
        guard open?.kind == .word, openLetters > 0 else { return false }
        switch folded.first {
        case UInt8(ascii: "*"): break
        case UInt8(ascii: "@"), UInt8(ascii: "$"): guard nextIsLetter(after: index + 1), text[index] < 0x80 else { return false }
        default: return false
        }
        append(folded)
        open?.flags.insert(.masked)
        extendToken(by: 1)
        return true
    }

    /// `***` alone: a word with nothing left of it.
    private mutating func takeHiddenWord(_ folded: FoldedScalar, _ tokens: inout [Token]) -> Bool {
        let star = UInt8(ascii: "*")
        guard open == nil, folded.first == star, index + 2 < text.count, text[index + 1] == star, text[index + 2] == star else {
            return false
        }
        openToken(.word)
        open?.flags.insert(.masked)
        for _ in 0..<2 {
            append(folded)
            index += 1
            scalar += 1
        }
        append(folded)
        extendToken(by: 1)
        openLetters = 1
        return true
    }

    mutating func takeSymbol(_ folded: FoldedScalar, _ tokens: inout [Token]) {
        if folded.first == UInt8(ascii: "@"), let end = emailEnd() {
            mayHoldEntities = true
            return takeEmail(until: end, &tokens)
        }
        if takeMask(folded) || takeHiddenWord(folded, &tokens) { return }
        switch folded.first {
        case UInt8(ascii: "@"):
            mayHoldEntities = true
            if open == nil { return takeMention() }
            closeToken(&tokens)
            append(folded)
        case UInt8(ascii: "#"):
            mayHoldEntities = true
            closeToken(&tokens)
            append(folded)
            next.insert(.hashtag)
        case UInt8(ascii: "_"):
            closeToken(&tokens)
            append(folded)
        default:
            closeToken(&tokens)
            append(folded)
        }
        if folded.first != UInt8(ascii: "#") { next.remove(.hashtag) }
    }

    mutating func takeEmoji(_ value: UInt32, length: Int, _ tokens: inout [Token]) {
        let isFlag = (0x1F1E6...0x1F1FF).contains(value)
        if open == nil, let last = tokens.last, last.kind == .emoji,
            joinsEmoji || (isFlag && isSecondFlagHalf(after: last))
        {
            tokens[tokens.count - 1].scalarEnd = UInt32(truncatingIfNeeded: scalar + 1)
            tokens[tokens.count - 1].byteEnd = UInt32(truncatingIfNeeded: index + length)
            joinsEmoji = false
            return
        }
        closeToken(&tokens)
        openToken(.emoji)
        appendRaw(length: length)
        extendToken(by: length)
        closeToken(&tokens)
        next.insert(.afterPause)
    }

    private func isSecondFlagHalf(after token: Token) -> Bool {
        token.byteEnd == UInt32(truncatingIfNeeded: index) && token.byteEnd - token.byteStart == 4
            && text[Int(token.byteStart) + 2] == 0x87
    }

    /// Takes an emoticon such as `:)` as an emoji token that keeps its own signs.
    mutating func takeEmoticon(length: Int, _ tokens: inout [Token]) {
        closeToken(&tokens)
        openToken(.emoji)
        for _ in 0..<length {
            write(text[index] | (text[index] &- 0x41 < 26 ? 0x20 : 0))
            index += 1
            scalar += 1
        }
        open?.scalarEnd = UInt32(truncatingIfNeeded: scalar)
        open?.byteEnd = UInt32(truncatingIfNeeded: index)
        closeToken(&tokens)
        next.insert(.afterPause)
    }

    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
