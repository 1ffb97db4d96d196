extension Lexicon {
    /// The vocabulary form a misspelt word stands for, if exactly one word is nearest.
    ///
    /// - Parameter most: Edits forgiven at most, whatever the word's length.
    func correction(of word: UnsafeBufferPointer<UInt8>, _ language: Int, most: Int = 2) -> UInt32? {
        let limit = min(most, word.count >= CorrectionIndex.forgiving ? 2 : 1)
        var best = limit + 1
        var found: UInt32?
        var ambiguous = false
        let letters = LetterSet.of(word)
        corrections[language].candidates(for: word) { form in
            // An edit changes two letters at most, so that most candidates are ruled out by their letters alone.
            guard form != found, (letters ^ self.letters[Int(form)]).nonzeroBitCount <= 2 * min(limit, best) else { return }
            let bytes = index.form(form)
            guard bytes.first == word.first, !isInflection(word, bytes),
                let distance = EditDistance.distance(word, bytes, limit: min(limit, best)),
                mayBeMeant(form, by: word, distance, letters, language)
            else { return }
            if distance < best {
                best = distance
                found = form
                ambiguous = false
            } else if distance == best, let other = found {
                if !sharesMeaning(form, other, language) { ambiguous = true }
                found = min(form, other)
            }
        }
        return ambiguous ? nil : found
    }

    /// Whether a word may be taken for a form it is so many edits from. A word by which somebody is accused must be nearer than
    /// others, one letter left out or two swapped: « broche », « poivron » and « renard » are harmless, and no insults misspelt.
    private func mayBeMeant(
        _ form: UInt32, by word: UnsafeBufferPointer<UInt8>, _ distance: Int, _ letters: UInt32, _ language: Int
    ) -> Bool {
        guard side(form, language).roles.contains(.accusing) else { return true }
        let length = index.form(form).count
        return distance == 1 && (word.count < length || (word.count == length && letters == self.letters[Int(form)]))
    }

    /// Whether the two differ by the ending of a plural or a feminine only: another form, not a misspelling.
    private func isInflection(_ word: UnsafeBufferPointer<UInt8>, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
        let shorter = min(word.count, form.count)
        guard max(word.count, form.count) - shorter <= 2, zip(word, form).allSatisfy(==) else { return false }
        let ending = word.count > shorter ? word[shorter...] : form[shorter...]
        return ending.allSatisfy { $0 == UInt8(ascii: "s") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "x") }
    }

    /// Whether two forms are inflections of one word.
    private func sharesMeaning(_ left: UInt32, _ right: UInt32, _ language: Int) -> Bool {
        let left = side(left, language)
        let right = side(right, language)
        let meaningsOfLeft = meanings(of: left)
        if meanings(of: right).contains(where: { meaning in meaningsOfLeft.contains { $0.symbol == meaning.symbol } }) { return true }
        let hintsOfLeft = hints(of: left)
        return hints(of: right).contains { hint in hintsOfLeft.contains { $0.pattern == hint.pattern } }
    }
}

// MARK: - Hidden letters

extension Lexicon {
    /// The one vocabulary form that a word with stars for letters can stand for; nil when none or several can.
    func unmasked(_ word: UnsafeBufferPointer<UInt8>, _ language: Int) -> UInt32? {
        let group = Self.maskGroup(word)
        guard group > 0, word[0] != UInt8(ascii: "*") else { return nil }
        var found: UInt32?
        for form in masked[language][group] {
            let bytes = index.form(form)
            guard zip(word, bytes).allSatisfy({ $0 == UInt8(ascii: "*") || $0 == $1 }) else { continue }
            if found != nil { return nil }
            found = form
        }
        return found
    }

    /// Forms are looked through by their first letter and length, from 3 to 16 bytes: words with stars are rare.
    static let maskGroups = 256 * 14 + 1

    /// The group of a word; 0 holds those too short or too long.
    static func maskGroup(_ word: some RandomAccessCollection<UInt8>) -> Int {
        guard let first = word.first, (3...16).contains(word.count) else { return 0 }
        return 1 + Int(first) * 14 + word.count - 3
    }
}
