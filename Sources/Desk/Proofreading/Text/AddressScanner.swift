/// Finds the addresses of a text: URLs, bare domains, e-mail addresses, mentions, hashtags, placeholders and code.
struct AddressScanner {
    private let row: ScalarRow
    /// Last labels of bare domains; any other needs a scheme or `www.`.
    private static let topDomains: Set<String> = [
        "fr", "com", "org", "net", "eu", "be", "ch", "ca", "io", "co", "uk", "de", "lu", "es", "it", "info", "shop",
        "store", "app", "gouv", "paris", "bzh", "re",
    ]

    init(_ row: ScalarRow) { self.row = row }

    /// The addresses, in order, none overlapping.
    func addresses() -> [ProofAddress] {
        var found: [ProofAddress] = []
        for address in emails() + links() where !found.contains(where: { $0.range.overlaps(address.range) }) {
            found.append(address)
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: E-mail addresses

    private func emails() -> [ProofAddress] {
        var found: [ProofAddress] = []
        for at in row.scalars.indices where row.scalars[at] == "@" {
            var start = at
            while isLocalPart(start - 1) { start -= 1 }
            while start < at, row[start] == "." { start += 1 }
            guard start < at, start >= found.last?.range.upperBound ?? 0, let end = domainEnd(from: at + 1) else {
                continue
            }
            found.append(ProofAddress(kind: .email, range: start..<end))
        }
        return found
    }

    private func isLocalPart(_ offset: Int) -> Bool {
        guard let scalar = row[offset], scalar.isASCII else { return false }
        return row.isLetter(offset) || row.isDigit(offset) || row.isOne(of: "._%+-", offset)
    }

    /// The end of labels and dots from `start` whose last label has two letters or more; nil when there is no dot.
    private func domainEnd(from start: Int) -> Int? {
        var end = start
        var lastDot: Int?
        while let scalar = row[end], scalar.isASCII {
            if row.isLetter(end) || row.isDigit(end) || scalar == "-" {
                end += 1
            } else if scalar == ".", end > start, row.isLetter(end + 1) || row.isDigit(end + 1) {
                lastDot = end
                end += 1
            } else {
                break
            }
        }
        while row[end - 1] == "-", end > start { end -= 1 }
        guard let lastDot, end - lastDot > 2, (lastDot + 1..<end).allSatisfy({ row.isLetter($0) }) else { return nil }
        return end
    }

    // MARK: The others

    private func links() -> [ProofAddress] {
        var found: [ProofAddress] = []
        var offset = 0
        while offset < row.scalars.count {
            if let address = link(at: offset) {
                found.append(address)
                offset = address.range.upperBound
            } else {
                offset += 1
            }
        }
        return found
    }

    private func link(at offset: Int) -> ProofAddress? {
        switch row.scalars[offset] {
        case "{": return placeholder(at: offset)
        case "$" where row[offset + 1] == "{": return closed(by: "}", from: offset, .placeholder)
        case "`": return closed(by: "`", from: offset, .code)
        case "@": return handle(at: offset, .mention) { row.isLetter($0) || row.isDigit($0) || row.isOne(of: "_.", $0) }
        case "#" where row.isLetter(offset + 1):
            return handle(at: offset, .hashtag) { row.isLetter($0) || row.isDigit($0) || row[$0] == "_" }
        default: return isWordStart(offset) ? web(at: offset) : nil
        }
    }

    private func placeholder(at offset: Int) -> ProofAddress? {
        guard row[offset + 1] == "{" else { return closed(by: "}", from: offset, .placeholder) }
        guard let inner = closed(by: "}", from: offset, .placeholder), row[inner.range.upperBound] == "}" else {
            return nil
        }
        return ProofAddress(kind: .placeholder, range: offset..<inner.range.upperBound + 1)
    }

    /// From `offset` to the next `mark` of the line, which must not be the next character.
    private func closed(by mark: Unicode.Scalar, from offset: Int, _ kind: ProofAddress.Kind) -> ProofAddress? {
        var end = offset + 1
        while !row.isLineEdge(end), end - offset < 60 {
            if row[end] == mark { return end > offset + 1 ? ProofAddress(kind: kind, range: offset..<end + 1) : nil }
            end += 1
        }
        return nil
    }

    private func handle(at offset: Int, _ kind: ProofAddress.Kind, _ belongs: (Int) -> Bool) -> ProofAddress? {
        guard isWordStart(offset) else { return nil }
        var end = offset + 1
        while belongs(end) { end += 1 }
        while row[end - 1] == ".", end > offset + 1 { end -= 1 }
        return end > offset + 1 ? ProofAddress(kind: kind, range: offset..<end) : nil
    }

    private func isWordStart(_ offset: Int) -> Bool {
        !row.isLetter(offset - 1) && !row.isDigit(offset - 1) && !row.isOne(of: "_-.@", offset - 1)
    }

    private func web(at offset: Int) -> ProofAddress? {
        if row.reads("http://", offset) || row.reads("https://", offset) || row.reads("ftp://", offset)
            || row.reads("mailto:", offset) || row.reads("www.", offset) && row.isLetter(offset + 4)
        {
            let end = pathEnd(from: offset)
            return end > offset + 4 ? ProofAddress(kind: .url, range: offset..<end) : nil
        }
        guard row[offset]?.isASCII == true, let end = domainEnd(from: offset) else { return nil }
        var label = end
        while row[label - 1] != "." { label -= 1 }
        // A letter right behind is no domain's end: « www.exemple.frère ».
        guard Self.topDomains.contains(row.string(label..<end)), !row.isLetter(end) else { return nil }
        return ProofAddress(kind: .url, range: offset..<(row[end] == "/" ? pathEnd(from: end) : end))
    }

    /// The end of an address's characters from `offset`, without the punctuation of the sentence around it.
    private func pathEnd(from offset: Int) -> Int {
        var end = offset
        while let kind = row.kind(end), kind != .space, kind != .lineBreak, !row.isOne(of: "«»<>“”\"", end) { end += 1 }
        while end > offset, row.isOne(of: ".,;:!?)…", end - 1) || row.isApostrophe(end - 1) { end -= 1 }
        return end
    }
}
