/// The ordinary inflected forms of a French word, as an author wrote it, accents included.
///
/// Generated rather than stemmed: Snowball merges *livre* with *livrer* and *devis* with *devoir*, while the author's
/// own accents and ending say which kind of word is meant (366 domain forms compared in the language study, § 4.6).
/// Forms that do not exist do no harm; forms that are another word do, hence the exceptions.
enum FrenchInflection {
    /// `word` and its forms, in lower case with accents.
    static func forms(of word: String) -> [String] {
        if let group = FrenchIrregulars.groups[word] { return group }
        if let adjective = FrenchIrregulars.adjectives[word] { return adjective }
        let length = word.unicodeScalars.count
        if length < 3 || invariable.contains(word) { return [word] }
        if length == 3 { return [word] + plural(of: word) }
        var forms = [word]
        if word.hasSuffix("er"), !nounsInEr.contains(word) {
            forms += adjectivesInEr.contains(word) ? adjectiveInEr(word) : firstGroup(word)
        } else if let radical = word.dropping(["ées", "és", "ée", "é"]) {
            forms += ["é", "ée", "és", "ées", "er", "ez"].map { radical + $0 }
        } else if let radical = word.dropping(["ez"]) {
            forms += [radical + "er", radical + "é", radical + "és"]
        } else if word.hasSuffix("ir"), !nounsInIr.contains(word), !word.hasSuffix("oir") {
            forms += secondGroup(word)
        } else if let radical = word.dropping(["re"]), isRegularInRe(word) {
            forms += thirdGroup(radical)
        } else {
            forms += nominal(word)
        }
        return forms
    }

    /// -er verbs: present, imperfect, future, conditional, participles.
    private static func firstGroup(_ word: String) -> [String] {
        let radical = String(word.dropLast(2))
        var forms = firstGroupEndings.map { radical + $0 }
        if word.hasSuffix("ger") { forms += softened.map { radical + "e" + $0 } }
        if word.hasSuffix("yer") {
            let soft = String(radical.dropLast()) + "i"
            forms += silent.map { soft + $0 }
        }
        if word.hasSuffix("eler") || word.hasSuffix("eter"), let last = radical.last {
            forms += silent.map { radical + String(last) + $0 }
        }
        return forms
    }

    private static let firstGroupEndings = [
        "e", "es", "ons", "ez", "ent", "é", "ée", "és", "ées", "ant", "ais", "ait", "aient", "iez", "erai", "era", "erez", "erons",
        "eront", "erais", "erait", "eraient", "eriez",
    ]
    private static let softened = ["ons", "ant", "ais", "ait", "aient"]
    private static let silent = ["e", "es", "ent", "erai", "era", "erez", "eront", "erait", "erais", "eriez"]

    /// -ir verbs with -iss-.
    private static func secondGroup(_ word: String) -> [String] {
        let radical = String(word.dropLast(2))
        return [
            "is", "it", "issons", "issez", "issent", "i", "ie", "ies", "isse", "issant", "issais", "issait", "issaient", "irai", "ira",
            "irez", "iront", "irais", "irait", "iraient",
        ].map { radical + $0 }
    }

    /// -endre, -ondre, -erdre, -ordre.
    private static func thirdGroup(_ radical: String) -> [String] {
        [
            "s", "", "ons", "ez", "ent", "u", "ue", "us", "ues", "ant", "ais", "ait", "aient", "e", "rai", "ra", "rez", "rons", "ront",
            "rais", "rait", "raient", "riez",
        ].map { radical + $0 }
    }

    private static func isRegularInRe(_ word: String) -> Bool {
        ["endre", "ondre", "erdre", "ordre", "andre"].contains { word.hasSuffix($0) } && !nounsInRe.contains(word)
    }

    private static func adjectiveInEr(_ word: String) -> [String] {
        let radical = String(word.dropLast(2))
        return [word + "s", radical + "ère", radical + "ères"]
    }

    /// Nouns, adjectives and participles: number and gender.
    private static func nominal(_ word: String) -> [String] {
        var singulars = [word]
        if word.hasSuffix("s"), word.unicodeScalars.count > 4, !word.hasSuffix("ss"), !word.hasSuffix("is"), !word.hasSuffix("us") {
            singulars.append(String(word.dropLast()))
        }
        var forms: [String] = []
        for singular in singulars {
            let feminine = feminine(of: singular)
            forms += [singular] + feminine + plural(of: singular) + feminine.flatMap(plural(of:))
        }
        return forms
    }

    private static func plural(of word: String) -> [String] {
        if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") { return [] }
        if word.hasSuffix("eau") || word.hasSuffix("eu") { return [word + "x", word + "s"] }
        if let radical = word.dropping(["al"]) { return [radical + "aux", word + "s"] }
        if let radical = word.dropping(["ail"]) { return [radical + "aux", word + "s"] }
        return [word + "s"]
    }

    private static func feminine(of word: String) -> [String] {
        for (masculine, feminine) in feminineEndings {
            if let radical = word.dropping([masculine]) { return feminine.map { radical + $0 } }
        }
        guard let last = word.last, "tdiu".contains(last) || word.hasSuffix("ais") || word.hasSuffix("ois") || word.hasSuffix("is"),
            !word.hasSuffix("ment"), !masculineOnly.contains(word)
        else { return [] }
        // « reçut », « finit »: the present or past of the verb, often written for the participle.
        return last == "u" || last == "i" ? [word + "e", word + "t"] : [word + "e"]
    }

    private static let feminineEndings: [(String, [String])] = [
        ("eux", ["euse"]), ("if", ["ive"]), ("el", ["elle"]), ("al", ["ale"]), ("ien", ["ienne"]), ("teur", ["trice", "teuse"]),
        ("eur", ["euse"]), ("et", ["ète", "ette"]), ("eau", []), ("eu", []), ("ou", []),
    ]
}

extension String {
    /// What is left when the first of `endings` that fits is taken off, if two letters or more remain.
    func dropping(_ endings: [String]) -> String? {
        for ending in endings where hasSuffix(ending) {
            let rest = String(dropLast(ending.count))
            return rest.unicodeScalars.count >= 2 ? rest : nil
        }
        return nil
    }
}
