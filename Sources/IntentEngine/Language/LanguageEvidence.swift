/// How much each known form speaks for each language, in tenths of a point.
enum LanguageEvidence {
    /// A function word of one language only.
    static let functionWord: Int16 = 15
    /// A word of the brand's rules in one ruled language and not in the other.
    static let domainWord: Int16 = 12

    static func scores(of index: FormIndex, sides: [Lexicon.Side]) -> [LanguageScores] {
        var scores = [LanguageScores](repeating: LanguageScores(), count: index.count)
        for (form, lanes) in functionForms {
            guard let number = index.number(of: form) else { continue }
            // A form shared by two languages counts 0.6 for each, by n languages 0.6 / (n − 1) (language study, § 3.2).
            let share = lanes.count == 1 ? functionWord : functionWord * 6 / 10 / Int16(max(1, lanes.count - 1))
            for lane in lanes { scores[Int(number)][lane] += share }
        }
        for number in 0..<index.count {
            let french = sides[2 * number].speaksForLanguage
            let english = sides[2 * number + 1].speaksForLanguage
            guard french != english, scores[number].lanes == SIMD8() else { continue }
            scores[number][french ? .french : .english] += domainWord
        }
        return scores
    }

    // MARK: Function words

    /// Every function word and the languages it belongs to.
    static let functionForms: [[UInt8]: [LanguageScores.Lane]] = {
        var forms: [[UInt8]: [LanguageScores.Lane]] = [:]
        for (lane, words) in FunctionWords.byLane {
            for word in Set(words.split(whereSeparator: \.isWhitespace)) { forms[Array(word.utf8), default: []].append(lane) }
        }
        return forms
    }()
}

extension Lexicon.Side {
    /// A word of the rules, or shorthand only this language has.
    fileprivate var speaksForLanguage: Bool { isVocabulary || roles.contains(.startsRewrite) }
}
