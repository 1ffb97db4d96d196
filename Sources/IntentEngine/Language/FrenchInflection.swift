/// The ordinary inflected forms of a French word, as an author wrote it, accents included.
///
/// Generated rather than stemmed: Snowball merges *livre* with *livrer* and *devis* with *devoir*, while the author's
/// own accents and ending say which kind of word is meant (366 domain forms compared in the language study, § 4.6).
/// Forms that do not exist do no harm; forms that are another word do, hence the exceptions.
enum FrenchInflection {
    /// `word` and its forms, in lower case with accents.
    static func forms(of word: String) -> [String] { families(of: word).flatMap(\.forms) }

    /// The forms of `word` as radicals with their endings; the word itself comes first.
    static func families(of word: String) -> [InflectionFamily] {
        if let group = FrenchIrregulars.groups[word] ?? FrenchIrregulars.adjectives[word] { return [InflectionFamily("", group)] }
        let length = word.unicodeScalars.count
        let own = InflectionFamily(word, [""])
        if length < 3 || invariable.contains(word) { return [own] }
        if length == 3 { return [own, plural(of: word)] }
        if word.hasSuffix("er"), !nounsInEr.contains(word) {
            return [own] + (adjectivesInEr.contains(word) ? adjectiveInEr(word) : firstGroup(word))
        }
        if let radical = word.dropping(["ées", "és", "ée", "é"]) {
            return [own, InflectionFamily(radical, ["é", "ée", "és", "ées", "er", "ez"])]
        }
        if let radical = word.dropping(["ez"]) { return [own, InflectionFamily(radical, ["er", "é", "és"])] }
        if word.hasSuffix("ir"), !nounsInIr.contains(word), !word.hasSuffix("oir") {
            return [own, InflectionFamily(String(word.dropLast(2)), secondGroup)]
        }
        if let radical = word.dropping(["re"]), isRegularInRe(word) { return [own, InflectionFamily(radical, thirdGroup)] }
        return [own] + nominal(word)
    }

    /// -er verbs: present, imperfect, future, conditional, participles.
    private static func firstGroup(_ word: String) -> [InflectionFamily] {
        let radical = String(word.dropLast(2))
        var families = [InflectionFamily(radical, firstGroupEndings)]
        if word.hasSuffix("ger") { families.append(InflectionFamily(radical + "e", softened)) }
        if word.hasSuffix("yer") { families.append(InflectionFamily(String(radical.dropLast()) + "i", silent)) }
        if word.hasSuffix("eler") || word.hasSuffix("eter"), let last = radical.last {
            families.append(InflectionFamily(radical + String(last), silent))
        }
        return families
    }

    private static let firstGroupEndings = [
        "e", "es", "ons", "ez", "ent", "é", "ée", "és", "ées", "ant", "ais", "ait", "aient", "iez", "erai", "era", "erez", "erons",
        "eront", "erais", "erait", "eraient", "eriez",
    ]
    private static let softened = ["ons", "ant", "ais", "ait", "aient"]
    private static let silent = ["e", "es", "ent", "erai", "era", "erez", "eront", "erait", "erais", "eriez"]

    /// -ir verbs with -iss-.
    private static let secondGroup = [
        "is", "it", "issons", "issez", "issent", "i", "ie", "ies", "isse", "issant", "issais", "issait", "issaient", "irai", "ira",
        "irez", "iront", "irais", "irait", "iraient",
    ]

    /// -endre, -ondre, -erdre, -ordre.
    private static let thirdGroup = [
        "s", "", "ons", "ez", "ent", "u", "ue", "us", "ues", "ant", "ais", "ait", "aient", "e", "rai", "ra", "rez", "rons", "ront",
        "rais", "rait", "raient", "riez",
    ]

    private static func isRegularInRe(_ word: String) -> Bool {
        ["endre", "ondre", "erdre", "ordre", "andre"].contains { word.hasSuffix($0) } && !nounsInRe.contains(word)
    }

    private static func adjectiveInEr(_ word: String) -> [InflectionFamily] {
        [InflectionFamily(word, ["s"]), InflectionFamily(String(word.dropLast(2)), ["ère", "ères"])]
    }

    /// Nouns, adjectives and participles: number and gender.
    private static func nominal(_ word: String) -> [InflectionFamily] {
        var singulars = [word]
        if word.hasSuffix("s"), word.unicodeScalars.count > 4, !word.hasSuffix("ss"), !word.hasSuffix("is"), !word.hasSuffix("us") {
            singulars.append(String(word.dropLast()))
        }
        return singulars.flatMap { singular in
            let feminine = feminine(of: singular)
            let plurals = feminine.forms.map(plural(of:))
            return [InflectionFamily(singular, [""]), feminine, plural(of: singular)] + plurals
        }
    }

    private static func plural(of word: String) -> InflectionFamily {
        if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") { return InflectionFamily(word, []) }
        if word.hasSuffix("eau") || word.hasSuffix("eu") { return InflectionFamily(word, ["x", "s"]) }
        if let radical = word.dropping(["al"]) { return InflectionFamily(radical, ["aux", "als"]) }
        if let radical = word.dropping(["ail"]) { return InflectionFamily(radical, ["aux", "ails"]) }
        return InflectionFamily(word, ["s"])
    }

    private static func feminine(of word: String) -> InflectionFamily {
        for (masculine, feminine) in feminineEndings {
            if let radical = word.dropping([masculine]) { return InflectionFamily(radical, feminine) }
        }
        guard let last = word.last, "tdiu".contains(last) || word.hasSuffix("ais") || word.hasSuffix("ois") || word.hasSuffix("is"),
            !word.hasSuffix("ment"), !masculineOnly.contains(word)
        else { return InflectionFamily(word, []) }
        // « reçut », « finit »: the present or past of the verb, often written for the participle.
        return InflectionFamily(word, last == "u" || last == "i" ? ["e", "t"] : ["e"])
    }

    private static let feminineEndings: [(String, [String])] = [
        ("eux", ["euse"]), ("if", ["ive"]), ("el", ["elle"]), ("al", ["ale"]), ("ien", ["ienne"]), ("teur", ["trice", "teuse"]),
        ("eur", ["euse"]), ("et", ["ète", "ette"]), ("eau", []), ("eu", []), ("ou", []),
    ]
}

/// Forms that share their beginning.
struct InflectionFamily {
    let radical: String
    let endings: [String]

    init(_ radical: String, _ endings: [String]) {
        self.radical = radical
        self.endings = endings
    }

    var forms: [String] { endings.map { radical + $0 } }
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
