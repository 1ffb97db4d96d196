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

    /// The subject of an answer, in one line of at most 200 characters; without one to answer, one in the language of the answer.
    static func answer(to subject: String?, in language: Language) -> String {
        let line = (subject ?? "").unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined().trimmed.prefix(
            200)
        if line.isEmpty { return language == .english ? "Re: your message" : "Re: votre message" }
        return isAnswer(String(line)) ? String(line) : "Re: \(line)"
    }
}
