import IntentEngine

/// How a customer is greeted, from the name a channel shows; nil when it is no plausible name.
///
/// Never guesses a gender and never changes a name's case: what does not look like a name is left out.
enum CustomerName {
    private static let most = 4

    static func greeting(_ shown: String) -> String? {
        var greeting: [UInt8] = []
        return write(shown, to: &greeting) ? String(decoding: greeting, as: UTF8.self) : nil
    }

    /// Appends the greeting to `output`; false, with nothing appended, when there is none.
    static func write(_ shown: String, to output: inout [UInt8]) -> Bool {
        shown.withBytes { shown in
            let (first, count, isRefused) = parts(of: shown)
            guard count > 0, count <= most, !isRefused else { return false }
            guard isTitle(first) else {
                guard looksLikeName(first), !noNames.contains(first) else { return false }
                output.append(contentsOf: first)
                return true
            }
            let names = shown.split(separator: UInt8(ascii: " ")).dropFirst().map { UnsafeBufferPointer(rebasing: $0) }
            guard !names.isEmpty, names.allSatisfy({ looksLikeName($0) }) else { return false }
            output.append(contentsOf: first)
            for name in names {
                output.literal("\u{A0}")
                output.append(contentsOf: name)
            }
            return true
        }
    }

    /// The first part of a name, how many there are between its spaces, and whether one of them makes it nobody's.
    private static func parts(
        of shown: UnsafeBufferPointer<UInt8>
    ) -> (first: UnsafeBufferPointer<UInt8>, count: Int, isRefused: Bool) {
        var first = 0..<0
        var count = 0
        var isRefused = false
        var start = 0
        for at in 0...shown.count where at == shown.count || shown[at] == UInt8(ascii: " ") {
            if at > start {
                let part = UnsafeBufferPointer(rebasing: shown[start..<at])
                if count == 0 { first = start..<at }
                isRefused = isRefused || refused.contains(part) || isParticle(part)
                count += 1
            }
            start = at + 1
        }
        return (UnsafeBufferPointer(rebasing: shown[first]), count, isRefused)
    }

    /// Small words that houses and clubs have in their names: « Mairie de Lyon ». Surnames have them too, and go without then.
    private static func isParticle(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        switch word.count {
        case 1: word[0] == UInt8(ascii: "&")
        case 2:
            word.elementsEqual("de".utf8) || word.elementsEqual("du".utf8) || word.elementsEqual("et".utf8)
                || word.elementsEqual("of".utf8)
        case 3: word.elementsEqual("des".utf8) || word.elementsEqual("and".utf8)
        default: false
        }
    }

    private static func isTitle(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        switch word.count {
        case 2:
            return word.elementsEqual("M.".utf8) || word.elementsEqual("Mr".utf8) || word.elementsEqual("Ms".utf8)
                || word.elementsEqual("Dr".utf8)
        case 3: return word.elementsEqual("Mme".utf8) || word.elementsEqual("Mrs".utf8)
        default: return false
        }
    }

    private static func looksLikeName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        isASCII(word)
            ? looksLikeName(word.lazy.map { Unicode.Scalar($0) })
            : looksLikeName(String(decoding: word, as: UTF8.self).unicodeScalars)
    }

    private static func isASCII(_ word: UnsafeBufferPointer<UInt8>) -> Bool { word.allSatisfy { $0 < 0x80 } }

    /// Letters, inner hyphens and apostrophes, starting with a capital and not all of them.
    private static func looksLikeName(_ word: some Sequence<Unicode.Scalar>) -> Bool {
        var letters = 0
        var hasSmall = false
        var afterJoint = true
        for scalar in word {
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

    /// Words by their folded letters.
    private struct WordTable: Sendable {
        /// By length.
        private var rows: [[Letters]]

        init(_ words: [String]) {
            rows = [[Letters]](repeating: [], count: longest + 1)
            for var word in words { word.withUTF8 { rows[$0.count].append(Letters($0)) } }
        }

        func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
            if isASCII(word) { return holds(word) }
            var folded = Folding.fold(String(decoding: word, as: UTF8.self))
            return folded.withUTF8 { holds($0) }
        }

        private func holds(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
            word.count <= longest && rows[word.count].contains(Letters(word))
        }
    }

    /// The small letters of a word, as far as there is room.
    private struct Letters: Equatable {
        private var first: UInt64 = 0
        private var second: UInt64 = 0

        init(_ word: UnsafeBufferPointer<UInt8>) {
            // Names have letters, hyphens and apostrophes: of these the bit makes capitals small and changes nothing else.
            for place in 0..<min(word.count, 8) { first = first << 8 | UInt64(word[place] | 0x20) }
            if word.count > 8 { for place in 8..<min(word.count, longest) { second = second << 8 | UInt64(word[place] | 0x20) } }
        }
    }

    private static let longest = 16

    /// What channels show where nobody gave a name, and first words that are none.
    private static let noNames = WordTable([
        "client", "cliente", "customer", "user", "utilisateur", "utilisatrice", "admin", "test", "anonyme", "anonymous",
        "guest", "invite", "visiteur", "visitor", "inconnu", "unknown", "facebook", "instagram", "google", "monsieur",
        "madame", "mademoiselle", "service", "support", "contact", "info", "null", "undefined", "none", "moi", "me",
        "the", "le", "la", "les", "un", "une", "hello", "bonjour", "dark", "super", "roi", "reine", "king", "queen",
        "prince", "princess", "princesse",
    ])

    /// Words that make a name an insult, a mockery or a house, wherever they stand in it.
    private static let refused = WordTable(insults + houses + legalForms)

    /// None that anybody is called: no « Con », « Dick » or « Gay ».
    private static let insults = [
        "salope", "salopes", "salaud", "salauds", "salopard", "pute", "putes", "putain", "connard", "connards",
        "connasse", "conasse", "conne", "cons", "encule", "enculee", "encules", "enfoire", "batard", "batards", "merde",
        "merdeux", "caca", "pipi", "bite", "bites", "couille", "couilles", "chatte", "cul", "trouduc", "nique",
        "niquer", "ntm", "fdp", "tg", "pd", "pede", "tapette", "gouine", "negre", "negro", "bougnoule", "youpin",
        "chinetoque", "pouffiasse", "poufiasse", "petasse", "grognasse", "garce", "abruti", "abrutie", "debile",
        "cretin", "cretine", "idiot", "idiote", "imbecile", "bouffon", "bouffonne", "voleur", "voleurs", "voleuse",
        "escroc", "escrocs", "arnaque", "arnaqueur", "arnaqueurs", "hitler", "nazi", "nazis", "goebbels", "himmler",
        "mussolini", "staline", "stalin", "satan", "lucifer", "fuck", "fucker", "fucking", "fuckyou", "motherfucker",
        "shit", "shithead", "bitch", "bitches", "cunt", "cunts", "asshole", "arsehole", "bastard", "wanker", "twat",
        "whore", "slut", "nigger", "nigga", "faggot", "retard", "moron", "scammer", "thief", "thieves", "penis",
        "vagina",
    ]

    private static let houses = [
        "restaurant", "resto", "brasserie", "bistrot", "bistro", "pizzeria", "creperie", "cafe", "bar", "pub", "hotel",
        "auberge", "camping", "gite", "garage", "carrosserie", "boulangerie", "patisserie", "boucherie", "charcuterie",
        "epicerie", "fromagerie", "poissonnerie", "librairie", "bijouterie", "mercerie", "pharmacie", "cabinet",
        "clinique", "hopital", "mairie", "commune", "prefecture", "ville", "ecole", "college", "lycee", "universite",
        "eglise", "paroisse", "association", "asso", "club", "comite", "collectif", "federation", "syndicat",
        "fondation", "amicale", "amis", "institut", "agence", "bureau", "entreprise", "societe", "compagnie", "groupe",
        "holding", "boutique", "magasin", "atelier", "ateliers", "maison", "salon", "studio", "coiffure", "fleuriste",
        "traiteur", "imprimerie", "immobilier", "assurances", "transports", "ets", "chez", "shop", "store", "school",
        "university", "church", "council", "bakery", "pharmacy", "clinic", "hospital", "agency", "company", "team",
        "equipe", "office", "garden", "foundation", "society", "services", "solutions", "consulting", "group",
        "officiel", "officielle", "official",
    ]

    private static let legalForms = [
        "sarl", "s.a.r.l.", "sas", "sasu", "s.a.s.", "sa", "s.a.", "eurl", "sci", "snc", "scop", "scp", "selarl", "gie",
        "ei", "eirl", "asbl", "ltd", "ltd.", "limited", "llc", "inc", "inc.", "corp", "corp.", "plc", "llp", "gmbh",
        "ag", "bv", "nv", "srl", "spa",
    ]
}
