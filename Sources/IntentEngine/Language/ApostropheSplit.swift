/// How words with an apostrophe part: French elision before it, English contraction after it.
///
/// Lexicalised words keep their apostrophe because what stands before it is no elided word: *aujourd'hui*,
/// *prud'hommes*, *quelqu'un*.
enum ApostropheSplit {
    /// What is written for a word, and the word.
    typealias Short = (written: StaticString, full: StaticString)

    /// What stands before the apostrophe in French, and the word it is short for. *n'* is read and left out.
    static let elisions: [Short] = [
        ("l", "le"), ("d", "de"), ("j", "je"), ("m", "me"), ("t", "te"), ("s", "se"), ("c", "ce"), ("n", "ne"), ("qu", "que"),
        ("jusqu", "jusque"), ("lorsqu", "lorsque"), ("puisqu", "puisque"), ("quoiqu", "quoique"),
    ]

    /// What stands after the apostrophe in English, and the word it is short for. *n't* is *not*, and *'s* says nothing.
    static let contractions: [Short] = [
        ("m", "am"), ("re", "are"), ("ve", "have"), ("ll", "will"), ("d", "would"), ("s", ""),
    ]

    /// Calls `visit` with the words of a folded token with an apostrophe, as `whole` reads it: parts of it or the full forms
    /// of elided ones.
    static func visitParts(
        of token: UnsafeBufferPointer<UInt8>, _ language: Language, _ visit: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        if language != .english || !visitContracted(token, visit) { visitElided(token, visit) }
    }

    /// The same words in a row.
    static func parts(of token: [UInt8], _ language: Language) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        token.withUnsafeBufferPointer { token in visitParts(of: token, language) { parts.append(Array($0)) } }
        return parts
    }

    /// The word that `bytes` before an apostrophe are short for in French.
    static func elided(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? { full(of: bytes, elisions) }

    /// Whether `bytes` after an apostrophe are an English contraction.
    static func isContraction(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        reads(bytes, "t") || full(of: bytes, contractions) != nil
    }

    private static func visitElided(_ token: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>) -> Void) {
        var rest = token
        while let apostrophe = rest.firstIndex(of: UInt8(ascii: "'")),
            let full = elided(UnsafeBufferPointer(rebasing: rest[..<apostrophe]))
        {
            visit(full)
            rest = UnsafeBufferPointer(rebasing: rest[(apostrophe + 1)...])
        }
        if !rest.isEmpty { visit(rest) }
    }

    /// False when the token is no contraction.
    private static func visitContracted(
        _ token: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        guard let apostrophe = token.lastIndex(of: UInt8(ascii: "'")) else { return false }
        let before = UnsafeBufferPointer(rebasing: token[..<apostrophe])
        let after = UnsafeBufferPointer(rebasing: token[(apostrophe + 1)...])
        if reads(after, "t"), before.count > 2, before.last == UInt8(ascii: "n") {
            visit(full(of: before, irregularNegations) ?? UnsafeBufferPointer(rebasing: before.dropLast()))
            visit(bytes(of: "not"))
            return true
        }
        guard let full = full(of: after, contractions) else { return false }
        visit(before)
        if !full.isEmpty { visit(full) }
        return true
    }

    /// What stands before *'t* where taking the *n* off leaves no word: *can't*, *won't*.
    private static let irregularNegations: [Short] = [("can", "can"), ("won", "will"), ("shan", "shall"), ("ain", "is")]

    private static func full(of bytes: UnsafeBufferPointer<UInt8>, _ list: [Short]) -> UnsafeBufferPointer<UInt8>? {
        for short in list where reads(bytes, short.written) { return Self.bytes(of: short.full) }
        return nil
    }

    private static func reads(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && FormIndex.areSame(bytes, Self.bytes(of: word))
    }

    private static func bytes(of word: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    }
}
