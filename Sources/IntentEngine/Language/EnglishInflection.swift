/// The ordinary inflected forms of an English word, from any of them.
enum EnglishInflection {
    /// `word` and its forms, in lower case.
    static func forms(of word: String) -> [String] { families(of: word).flatMap(\.forms) }

    /// The forms of `word` as radicals with their endings.
    static func families(of word: String) -> [InflectionFamily] {
        if word.utf8.count < 3 || invariable.contains(word) { return [InflectionFamily(word, [""])] }
        if let group = EnglishIrregulars.groups[word] { return [InflectionFamily("", group)] }
        var bases = [word]
        if let radical = word.dropping(["ied", "ies"]) {
            bases.append(radical + "y")
        } else if word.hasSuffix("ed"), !word.hasSuffix("eed"), word.utf8.count > 4 {
            bases += undone(String(word.dropLast(2)))
        } else if word.hasSuffix("ing"), word.utf8.count > 5 {
            bases += undone(String(word.dropLast(3)))
        } else if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") {
            bases.append(String(word.dropLast()))
            if ["ches", "shes", "xes", "sses", "zes"].contains(where: { word.hasSuffix($0) }) {
                bases.append(String(word.dropLast(2)))
            }
        }
        return bases.flatMap { inflected($0) } + bases.flatMap(otherSpelling(of:)) + EnglishAdjectives.degrees(of: word)
    }

    /// What stood before -ed or -ing: as it is, with its -e, or with one consonant where two stand. A word of one syllable would have
    /// doubled its consonant: *noted* is no form of *not*, nor *rating* of *rat*.
    private static func undone(_ radical: String) -> [String] {
        if doublesLast(radical), isOneSyllable(radical) { return [radical + "e"] }
        var bases = [radical, radical + "e"]
        if radical.count > 3, let last = radical.last, radical.dropLast().last == last, !"aeiousl".contains(last) {
            bases.append(String(radical.dropLast()))
        }
        return bases
    }

    /// `base` itself, its plural or third person, past and -ing.
    private static func inflected(_ base: String) -> [InflectionFamily] {
        guard let last = base.last else { return [] }
        if base.hasSuffix("e") { return [InflectionFamily(base, ["", "s", "d"]), InflectionFamily(String(base.dropLast()), ["ing"])] }
        if last == "y", let before = base.dropLast().last, !"aeiou".contains(before) {
            return [InflectionFamily(base, ["", "ing"]), InflectionFamily(String(base.dropLast()), ["ies", "ied"])]
        }
        let takesEs = "sxzo".contains(last) || base.hasSuffix("ch") || base.hasSuffix("sh")
        let number = takesEs ? ["", "es", "s"] : ["", "s"]
        guard doublesLast(base) else { return [InflectionFamily(base, number + ["ed", "ing"])] }
        let doubled = InflectionFamily(base + String(last), ["ed", "ing"])
        return [InflectionFamily(base, isOneSyllable(base) ? number : number + ["ed", "ing"]), doubled]
    }

    /// Consonant, vowel, consonant: *ship, shipped*; also *cancel, cancelled*.
    private static func doublesLast(_ base: String) -> Bool {
        let letters = Array(base)
        guard letters.count >= 3 else { return false }
        let last = letters[letters.count - 1]
        let middle = letters[letters.count - 2]
        let first = letters[letters.count - 3]
        return !"aeiouwxy".contains(last) && "aeiou".contains(middle) && !"aeiou".contains(first)
    }

    private static func isOneSyllable(_ base: String) -> Bool { base.count(where: { "aeiouy".contains($0) }) == 1 }

    /// British and American spelling of the same word.
    private static func otherSpelling(of word: String) -> [InflectionFamily] {
        if let radical = word.dropping(["ise"]), word.utf8.count > 6 { return inflected(radical + "ize") }
        if let radical = word.dropping(["ize"]), word.utf8.count > 6 { return inflected(radical + "ise") }
        if let radical = word.dropping(["our"]), word.utf8.count > 5 { return inflected(radical + "or") }
        if let radical = word.dropping(["tre"]) { return inflected(radical + "ter") }
        return []
    }

    private static let invariable: Set<String> = Set(
        """
        the this that these those then than there here when where what which who whom whose why how and but for not nor yet with without
        from into onto over under about after before during between through because although while until unless since still just only very
        too also even never always often already again now today tomorrow yesterday soon later once twice anything nothing something
        everything morning evening spring string king wedding feed speed red hundred yes always news his its us
        plus less unless as
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
