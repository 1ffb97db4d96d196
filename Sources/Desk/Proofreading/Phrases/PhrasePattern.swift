/// A phrase as an author writes it, matched against folded words, so that case, accents and apostrophes do not matter.
///
/// Words are parted by spaces. `a|b` is either word, `gratuit*` any word that starts so, `?bien` an optional word.
/// A French elision is a word of its own in the text and may be written as usual here: `n'avez`.
struct PhrasePattern: Sendable, Hashable {
    struct Slot: Sendable, Hashable {
        var words: [String] = []
        var prefixes: [String] = []
        var isOptional = false

        func accepts(_ word: ProofWord) -> Bool {
            words.contains(word.folded) || prefixes.contains { word.folded.hasPrefix($0) }
        }
    }

    let slots: [Slot]

    init(_ source: String) {
        var slots: [Slot] = []
        for chunk in source.split(separator: " ") {
            let isOptional = chunk.first == "?"
            let body = isOptional ? chunk.dropFirst() : chunk
            if let apostrophe = body.firstIndex(of: "'"), !body.contains("|"), body.last != "'",
                WordScanner.elisions.contains(LetterFold.fold(String(body[..<apostrophe])))
            {
                slots.append(Slot(words: [LetterFold.fold(String(body[...apostrophe]))], isOptional: isOptional))
                slots.append(Self.slot(body[body.index(after: apostrophe)...], isOptional))
            } else {
                slots.append(Self.slot(body, isOptional))
            }
        }
        self.slots = slots
    }

    private static func slot(_ source: Substring, _ isOptional: Bool) -> Slot {
        var slot = Slot(isOptional: isOptional)
        for alternative in source.split(separator: "|") {
            if alternative.last == "*" {
                slot.prefixes.append(LetterFold.fold(String(alternative.dropLast())))
            } else {
                slot.words.append(LetterFold.fold(String(alternative)))
            }
        }
        return slot
    }

    /// The end of the longest run of words that starts at `index` and reads as this phrase.
    func end(in words: [ProofWord], at index: Int) -> Int? { end(words, index, slot: 0, isFirst: true) }

    private func end(_ words: [ProofWord], _ index: Int, slot: Int, isFirst: Bool) -> Int? {
        guard slot < slots.count else { return isFirst ? nil : index }
        if index < words.count, isFirst || words[index].before.continuesPhrase, slots[slot].accepts(words[index]),
            let end = end(words, index + 1, slot: slot + 1, isFirst: false)
        {
            return end
        }
        return slots[slot].isOptional ? end(words, index, slot: slot + 1, isFirst: isFirst) : nil
    }
}
