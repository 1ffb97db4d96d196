import IntentEngine

/// How a customer is greeted, from the name a channel shows; nil when it is no plausible name.
///
/// Never guesses a gender and never changes a name's case: what does not look like a name is left out.
enum CustomerName {
    private static let most = 4

    static func greeting(_ shown: String) -> String? {
        let parts = shown.split(separator: " ")
        guard let first = parts.first, parts.count <= most else { return nil }
        if titles.contains(where: { $0 == first }) {
            guard parts.count > 1, parts.dropFirst().allSatisfy(looksLikeName) else { return nil }
            return parts.joined(separator: "\u{A0}")
        }
        return looksLikeName(first) && !notNames.contains(Folding.fold(String(first))) ? String(first) : nil
    }

    private static let titles = ["M.", "Mme", "Mr", "Mrs", "Ms", "Dr"]

    /// Letters, inner hyphens and apostrophes, starting with a capital and not all of them.
    private static func looksLikeName(_ word: Substring) -> Bool {
        var letters = 0
        var hasSmall = false
        var afterJoint = true
        for scalar in word.unicodeScalars {
            if scalar == "-" || scalar == "'" || scalar == "’" {
                if afterJoint { return false }
                afterJoint = true
                continue
            }
            guard let isSmall = isSmallLetter(scalar) else { return false }
            if letters == 0, isSmall { return false }
            if isSmall { hasSmall = true }
            letters += 1
            afterJoint = false
        }
        return (2...20).contains(letters) && hasSmall && !afterJoint
    }

    /// Whether a letter is small; nil for what is no letter.
    private static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool? {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: true
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: false
        case 0..<0x100: nil
        default: scalar.properties.isAlphabetic ? scalar.properties.isLowercase : nil
        }
    }

    private static let notNames: Set<String> = [
        "client", "cliente", "customer", "user", "utilisateur", "utilisatrice", "admin", "test", "anonyme", "anonymous", "guest",
        "invite", "visiteur", "visitor", "inconnu", "unknown", "facebook", "instagram", "google", "monsieur", "madame",
        "mademoiselle", "service", "support", "contact", "info", "null", "undefined", "none", "moi", "me", "the", "le", "la",
        "les", "un", "une", "hello", "bonjour",
    ]
}
