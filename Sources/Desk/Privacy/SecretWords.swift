/// Passwords and codes that customers give away: what stands behind « mot de passe », “password”, « mdp », « code secret »…
///
/// Behind a colon or an equals sign the next word is hidden, whatever it is. Behind « est » or “is” it is, unless it says what
/// became of the password: “my password is wrong”. Behind nothing it is when it has a digit: « mot de passe oublié » gives none.
enum SecretWords {
    private static let names: [[String]] = [
        ["mot", "de", "passe"], ["mots", "de", "passe"], ["mdp"], ["password"], ["passwd"], ["passcode"], ["pwd"], ["code", "secret"],
        ["code", "confidentiel"], ["code", "pin"], ["pin", "code"], ["code", "de", "sécurité"], ["security", "code"], ["pin"],
    ]
    private static let links: Set<String> = ["est", "is", "c", "suivant", "was", "etait", "était", "le", "la", "the"]

    /// What can stand behind without being one. Anything with a digit is taken for a password all the same.
    private static let harmless: Set<String> = [
        "oublié", "oublie", "perdu", "perdue", "incorrect", "incorrecte", "erroné", "errone", "invalide", "refusé", "refuse", "expiré",
        "expire", "faux", "bloqué", "bloque", "mauvais", "pas", "plus", "ne", "n", "toujours", "trop", "et", "ou", "pour", "de", "du",
        "mais", "svp", "stp", "merci", "qui", "que", "depuis", "sur", "dans", "ça", "ca", "il", "je", "j", "à", "a", "au", "le", "la",
        "marche", "fonctionne", "forgotten", "lost", "wrong", "invalid", "expired", "rejected", "refused", "blocked", "not", "no", "too",
        "and", "or", "for", "but", "please", "thanks", "reset", "i", "it", "the", "to", "on", "in", "doesn", "does", "didn", "never",
        "always", "that", "which", "changé", "change", "changed", "réinitialisé", "again", "please", "quand", "when", "si", "if", "lors",
        "du", "mon", "my", "your", "votre", "compte", "account", "non", "jamais", "correct", "bon", "secret",
    ]

    static func spans(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        let words = words(of: scalars)
        let folded = words.map { String(String.UnicodeScalarView(scalars[$0])).lowercased() }
        var spans: [Range<Int>] = []
        var index = 0
        while index < words.count {
            guard let name = names.first(where: { folded[index...].starts(with: $0) }) else {
                index += 1
                continue
            }
            index += name.count
            if let secret = secret(after: index, words, folded, scalars) {
                spans.append(secret)
                while index < words.count, words[index].lowerBound < secret.upperBound { index += 1 }
            }
        }
        return spans
    }

    /// Letters and digits in a row; everything else is between words.
    private static func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for place in 0...scalars.count {
            let belongs = place < scalars.count && (scalars[place].properties.isAlphabetic || scalars[place].properties.numericType != nil)
            if belongs { start = start ?? place }
            if !belongs, let from = start {
                words.append(from..<place)
                start = nil
            }
        }
        return words
    }

    private static func secret(after index: Int, _ words: [Range<Int>], _ folded: [String], _ scalars: [Unicode.Scalar]) -> Range<Int>? {
        var index = index
        var place = words[index - 1].upperBound
        var (isNamed, isLinked) = (false, false)
        while true {
            let gap = place..<(index < words.count ? words[index].lowerBound : scalars.count)
            if scalars[gap].contains(where: { $0 == ":" || $0 == "=" }) { isNamed = true }
            // The sentence ends, and nothing was given.
            if !isNamed, scalars[gap].contains(where: { $0 == "." || $0 == "!" || $0 == "?" || $0 == "\n" || $0 == "," }) { return nil }
            guard index < words.count else { break }
            guard links.contains(folded[index]), !isNamed else { break }
            isLinked = true
            place = words[index].upperBound
            index += 1
        }
        guard let token = token(from: place, scalars, isNamed: isNamed) else { return nil }
        let text = String(String.UnicodeScalarView(scalars[token])).lowercased()
        let hasDigit = scalars[token].contains { $0.properties.numericType != nil }
        let first = index < words.count ? folded[index] : ""
        if !isNamed, !hasDigit, !isLinked || harmless.contains(first) || harmless.contains(text) { return nil }
        return token
    }

    /// The next run of characters without a space, without the colon before it and the marks of the sentence around it.
    private static func token(from place: Int, _ scalars: [Unicode.Scalar], isNamed: Bool) -> Range<Int>? {
        let opening: Set<Unicode.Scalar> = [":", "=", "«", "\"", "“", "(", "'", "’", "\u{A0}", "\u{202F}", "-", "–", ">"]
        var start = place
        while start < scalars.count, SecretMask.isSpace(scalars[start]) || opening.contains(scalars[start]) { start += 1 }
        var end = start
        while end < scalars.count, !SecretMask.isSpace(scalars[end]) { end += 1 }
        while end > start, [".", ",", ")", "»", "\"", "”", "?", ";"].contains(scalars[end - 1]) { end -= 1 }
        return end > start ? start..<end : nil
    }
}
