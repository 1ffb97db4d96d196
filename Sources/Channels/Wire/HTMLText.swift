/// The words of HTML, as far as a message needs them: what is neither tag, comment, script nor style.
enum HTMLText {
    private static let breaks: Set<String> = ["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"]
    private static let entities: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "eacute": "é", "egrave": "è", "agrave": "à",
        "ecirc": "ê", "ccedil": "ç", "rsquo": "’", "lsquo": "‘", "laquo": "«", "raquo": "»", "hellip": "…", "euro": "€", "ndash": "–",
        "mdash": "—", "ocirc": "ô", "icirc": "î", "ucirc": "û", "acirc": "â", "ugrave": "ù", "oelig": "œ",
    ]

    /// Of at most the first 500,000 characters.
    static func plain(_ html: String) -> String {
        var plain = ""
        var rest = Substring(html.unicodeScalars.prefix(500_000))
        while let open = rest.firstIndex(of: "<") {
            plain += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: ">") else { break }
            let isClosing = rest.dropFirst().first == "/"
            let name = rest.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isNumber || $0 == "!" }.lowercased()
            rest = rest[rest.index(after: close)...]
            if !isClosing, name == "script" || name == "style" { rest = behind("</\(name)", rest) }
            if breaks.contains(name) { plain += "\n" }
        }
        return collapsed(decodingEntities(plain + rest))
    }

    /// What stands behind the closing tag `mark`; nothing when it is never closed.
    private static func behind(_ mark: String, _ text: Substring) -> Substring {
        var rest = text
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            if rest.prefix(mark.count).lowercased() == mark {
                return rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
            }
            rest = rest.dropFirst()
        }
        return ""
    }

    /// `&amp;`, `&#233;` and `&#xE9;` as characters; what is no entity stays.
    static func decodingEntities(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var plain = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "&") {
            plain += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            let name = rest.prefix(10).prefix { $0 != ";" && $0 != "&" }
            let end = rest.index(rest.startIndex, offsetBy: name.count)
            if end < rest.endIndex, rest[end] == ";", let character = character(name) {
                plain.append(character)
                rest = rest[rest.index(after: end)...]
            } else {
                plain.append("&")
            }
        }
        return plain + rest
    }

    private static func character(_ name: Substring) -> Character? {
        guard name.first == "#" else { return entities[String(name)] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10), value > 0 else { return nil }
        return Unicode.Scalar(value).map(Character.init)
    }

    /// Lines without spaces at their ends, and not two empty ones in a row.
    private static func collapsed(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = line.trimmed
            if !line.isEmpty || lines.last.map({ !$0.isEmpty }) == true { lines.append(line) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
