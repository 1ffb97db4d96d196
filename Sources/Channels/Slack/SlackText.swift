/// The writing of Slack, in which `&`, `<` and `>` are marks.
enum SlackText {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// What a reader sees: `<https://…|words>` is its words, `<@U1>` is `@U1`, and entities are characters.
    static func plain(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            plain += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else {
                rest = rest[open...]
                break
            }
            let mark = rest[rest.index(after: open)..<close]
            plain += mark.lastIndex(of: "|").map { mark[mark.index(after: $0)...] } ?? mark
            rest = rest[rest.index(after: close)...]
        }
        return HTMLText.decodingEntities(plain + rest)
    }
}
