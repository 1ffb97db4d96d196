import IntentEngine

/// Subjects of e-mail.
enum Subject {
    /// Marks of answers and forwards in the languages customers' programs speak. Not “Réf”, behind which people put a number.
    private static let marks = ["re", "aw", "sv", "antw", "rv", "tr", "fw", "fwd"]

    /// Whether it starts with the mark of an answer or a forward.
    static func isAnswer(_ subject: String) -> Bool {
        guard let colon = subject.firstIndex(of: ":") else { return false }
        return marks.contains(subject[..<colon].trimmed.lowercased())
    }

    /// Codes such as an order's number, without the words they stand among: those are of an earlier message, and say nothing of what
    /// is wanted now. A word for an order before one is kept as `#`; without it, years and the like are left out.
    static func codes(in subject: String) -> [String] {
        var codes: [String] = []
        var isOrder = false
        for part in subject.split(whereSeparator: { $0.isWhitespace || ":°#".contains($0) }) {
            let code = part.drop { !isPlain($0) }
            let word = code[..<(code.lastIndex(where: isPlain).map(code.index(after:)) ?? code.startIndex)]
            let digits = word.count { $0.isASCII && $0.isNumber }
            if digits >= 2, (4...20).contains(word.count), word.allSatisfy({ isPlain($0) || $0 == "-" }) {
                let isNamed = isOrder || subject[..<word.startIndex].last == "#"
                if isNamed { codes.append("#\(word)") } else if word.count > 4 { codes.append(String(word)) }
                isOrder = false
            } else if !word.isEmpty {
                let folded = Folding.fold(String(word))
                isOrder =
                    OrderNumber.keywords.contains(folded) || OrderNumber.references.contains(folded)
                    || (isOrder && OrderNumber.links.contains(folded))
            }
        }
        return codes
    }

    private static func isPlain(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// How programs begin what they send while somebody is away, or where a message did not arrive; folded.
    private static let robots = [
        "reponse automatique", "message automatique", "message d'absence", "absence du bureau", "notification d'absence", "automatic reply",
        "auto reply", "autoreply", "auto-reply", "automatic response", "autoresponse", "out of office", "out of the office",
        "abwesenheitsnotiz", "automatische antwort", "respuesta automatica", "risposta automatica", "automatisch antwoord",
        "undelivered mail returned to sender", "undeliverable", "delivery status notification", "mail delivery failed",
        "delivery failure", "non remis", "echec de la remise",
    ]

    /// Whether a program says so of itself, where its headers do not. Behind the mark of an answer a person answers such a thing, and
    /// where the sentence goes on one writes of it.
    static func isAutomatic(_ subject: String) -> Bool {
        let folded = Folding.fold(subject).replacing("’", with: "'").drop { " [(*«\"".contains($0) }
        return robots.contains { name in
            guard folded.hasPrefix(name) else { return false }
            let rest = folded.dropFirst(name.count).drop { $0.isWhitespace }
            return rest.first.map { ":])(*-–—|»\".".contains($0) } ?? true
        }
    }

    /// The subject of an answer, in one line of at most 200 characters; without one to answer, one in the language of the answer.
    static func answer(to subject: String?, in language: Language) -> String {
        let line = (subject ?? "").unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined().trimmed.prefix(
            200)
        if line.isEmpty { return language == .english ? "Re: your message" : "Re: votre message" }
        return isAnswer(String(line)) ? String(line) : "Re: \(line)"
    }
}
