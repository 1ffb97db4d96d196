import IntentEngine

/// The words of labelled messages as features: one for each word with its inflected forms, just as a hint of that word
/// would match, so that what is fitted is what the engine will add up.
struct WordFeatures {
    /// The words, each as most messages write it.
    let words: [String]
    /// Features of each message, ascending and without repeats.
    let rows: [[Int32]]

    /// Words in fewer messages than this prove nothing.
    private static let fewestMessages = 2

    init(_ messages: [[WordReading]], _ language: Language) {
        var counts: [String: Int] = [:]
        var surfaces: [String: [String: Int]] = [:]
        for message in messages {
            for word in Set(message) {
                counts[word.folded, default: 0] += 1
                surfaces[word.folded, default: [:]][word.surface, default: 0] += 1
            }
        }
        let surface = surfaces.mapValues { written in
            // Accents win over their absence: they say more and fold to the same form.
            written.max { ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key) }?.key ?? ""
        }
        var words: [String] = []
        var featuresOfForm: [String: [Int32]] = [:]
        var covered: Set<String> = []
        for (form, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) where !covered.contains(form) {
            guard Self.isUsable(form) else { continue }
            let word = surface[form] ?? form
            let forms = HintForms.forms(of: word, language)
            // A misspelling is no word of its own for having « faire » among its forms: what another word stands for counts there.
            let total = forms.reduce(0) { covered.contains($1) ? $0 : $0 + (counts[$1] ?? 0) }
            guard max(count, total) >= Self.fewestMessages else { continue }
            for other in forms {
                covered.insert(other)
                featuresOfForm[other, default: []].append(Int32(words.count))
            }
            words.append(word)
        }
        self.words = words
        rows = messages.map { message in Array(Set(message.flatMap { featuresOfForm[$0.folded] ?? [] })).sorted() }
    }

    /// Digits alone, and single letters, are no evidence that lasts.
    private static func isUsable(_ form: String) -> Bool {
        form.unicodeScalars.count > 1 || form.utf8.count > 2
    }
}
