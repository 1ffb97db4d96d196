extension FoldScanner {
    /// Top-level domains that make `word.word` an address even without `http` before it.
    private static let topLevelDomains: Set<String> = [
        "fr", "com", "net", "org", "io", "eu", "uk", "shop", "xyz", "ru", "ly", "gl", "biz", "example",
    ]

    /// Top-level domains that are also words (« fini.de plus »): they need a path behind them.
    private static let ambiguousDomains: Set<String> = [
        "be", "ch", "lu", "de", "es", "it", "store", "info", "me", "online", "site", "top", "test", "app",
    ]

    /// The end of a URL whose `:` is at the current byte (`http://…`, `https://…`), or nil.
    func urlEnd() -> Int? {
        guard let open, index + 3 < text.count, text[index + 1] == UInt8(ascii: "/"), text[index + 2] == UInt8(ascii: "/")
        else { return nil }
        let scheme = count - Int(open.flatStart)
        guard scheme >= 3, scheme <= 5 else { return nil }
        return addressEnd(from: index + 3)
    }

    /// The end of an address without a scheme whose first dot is at the current byte: `www.x`, `exemple.fr/promo`.
    func bareDomainEnd() -> Int? {
        guard let open, open.kind == .word, openLetters > 1, nextIsLetter(after: index + 1), text[index + 1] < 0x80 else {
            return nil
        }
        if flat[Int(open.flatStart)..<count].elementsEqual("www".utf8) { return addressEnd(from: index + 1) }
        guard let hostEnd = hostEnd(from: index + 1) else { return nil }
        let hasPath = hostEnd < text.count && (text[hostEnd] == UInt8(ascii: "/") || text[hostEnd] == UInt8(ascii: "?"))
        guard let top = text[(index + 1)..<hostEnd].split(separator: UInt8(ascii: ".")).last else { return nil }
        let domain = String(decoding: top.map { $0 | 0x20 }, as: UTF8.self)
        guard Self.topLevelDomains.contains(domain) || (hasPath && Self.ambiguousDomains.contains(domain)) else { return nil }
        let end = addressEnd(from: index + 1)
        // A host goes on to its path or to the end of the address.
        return hasPath ? end : end <= hostEnd ? end : nil
    }

    /// Where a host whose part before the first dot has been read ends; nil where it is longer than a name may be, so that no text
    /// is looked through again for each of its dots.
    private func hostEnd(from start: Int) -> Int? {
        let most = min(text.count, start + Self.longestHost)
        var end = start
        while end < most, isDomainByte(text[end]) { end += 1 }
        return end < start + Self.longestHost ? end : nil
    }

    /// Bytes of a domain name at most (RFC 1035, § 2.3.4).
    private static let longestHost = 253

    /// Where the run of non-space bytes from `start` ends, without the punctuation that closes the sentence.
    private func addressEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] > 0x20, text[end] < 0x80, text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "\"") {
            end += 1
        }
        while end > start, isClosing(text[end - 1]) { end -= 1 }
        return end
    }

    private func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
            UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// Makes the open token a URL up to byte `end` of the original.
    mutating func takeURL(until end: Int, _ tokens: inout [Token]) {
        mayHoldEntities = true
        open?.kind = .url
        takeRaw(until: end)
        closeToken(&tokens)
    }

    /// The end of an e-mail address whose `@` is at the current byte, or nil.
    func emailEnd() -> Int? {
        guard open != nil, count > 0 else { return nil }
        guard var end = hostEnd(from: index + 1) else { return nil }
        while end > index + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
        let lastDot = text[(index + 1)..<end].lastIndex(of: UInt8(ascii: ".")) ?? 0
        guard lastDot > index + 1, end - lastDot > 2, (text[lastDot + 1] | 0x20) &- 0x61 < 26 else { return nil }
        return end
    }

    private func isDomainByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// Makes one e-mail token of the local part already read and the domain up to byte `end`.
    mutating func takeEmail(until end: Int, _ tokens: inout [Token]) {
        var start = count
        while start > 0, isLocalByte(flat[start - 1]) { start -= 1 }
        closeToken(&tokens)
        var flags: Token.Flags = []
        while let last = tokens.last, Int(last.flatStart) >= start {
            flags = last.flags
            tokens.removeLast()
        }
        openToken(.email)
        open?.flags = flags.intersection([.startsClause, .afterPause])
        let place = UnsafeBufferPointer(rebasing: bends[..<bendCount]).place(of: start)
        open?.flatStart = UInt32(truncatingIfNeeded: start)
        open?.scalarStart = UInt32(truncatingIfNeeded: place.scalar)
        open?.byteStart = UInt32(truncatingIfNeeded: place.byte)
        takeRaw(until: end)
        closeToken(&tokens)
    }

    private func isLocalByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: (byte | 0x20) &- 0x61 < 26 || isDigit(byte)
        }
    }

    /// Takes an `@name`: not a word that rules may match.
    mutating func takeMention() {
        openToken(.mention)
        open?.flags.remove(.hashtag)
        let start = index
        var end = index + 1
        while end < text.count, isLocalByte(text[end]) { end += 1 }
        while end > start + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
        if end == start + 1 {
            open = nil
            append(FoldedScalar(UInt8(ascii: "@"), .symbol))
            return
        }
        takeRaw(until: end)
        openLetters = 1
    }

    /// Folds ASCII bytes up to `end` into the open token and stops one byte before, where the caller's step takes over.
    private mutating func takeRaw(until end: Int) {
        while index < end {
            let byte = text[index]
            write(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            index += 1
            scalar += 1
        }
        index -= 1
        scalar -= 1
        extendToken(by: 1)
    }
}
