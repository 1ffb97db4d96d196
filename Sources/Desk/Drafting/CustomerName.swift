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
            let (first, count) = parts(of: shown)
            guard count > 0, count <= most else { return false }
            guard isTitle(first) else {
                guard looksLikeName(first), !isNoName(first) else { return false }
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

    /// The first part of a name, and how many there are between its spaces.
    private static func parts(of shown: UnsafeBufferPointer<UInt8>) -> (first: UnsafeBufferPointer<UInt8>, count: Int) {
        var first = 0..<0
        var count = 0
        var start = 0
        for at in 0...shown.count where at == shown.count || shown[at] == UInt8(ascii: " ") {
            if at > start {
                if count == 0 { first = start..<at }
                count += 1
            }
            start = at + 1
        }
        return (UnsafeBufferPointer(rebasing: shown[first]), count)
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

    /// Whether a word that looks like a name is what channels show where nobody gave one.
    private static func isNoName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        if isASCII(word) { return notNames[min(word.count, longest)].contains(Letters(word)) }
        return isNoName(Folding.fold(String(decoding: word, as: UTF8.self)))
    }

    private static func isNoName(_ folded: String) -> Bool {
        var folded = folded
        return folded.withUTF8 { notNames[min($0.count, longest)].contains(Letters($0)) }
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

    /// By length.
    private static let notNames: [[Letters]] = {
        var rows = [[Letters]](repeating: [], count: longest + 1)
        for var word in words { word.withUTF8 { rows[$0.count].append(Letters($0)) } }
        return rows
    }()

    private static let words = [
        "client", "cliente", "customer", "user", "utilisateur", "utilisatrice", "admin", "test", "anonyme", "anonymous", "guest",
        "invite", "visiteur", "visitor", "inconnu", "unknown", "facebook", "instagram", "google", "monsieur", "madame",
        "mademoiselle", "service", "support", "contact", "info", "null", "undefined", "none", "moi", "me", "the", "le", "la",
        "les", "un", "une", "hello", "bonjour",
    ]
}
