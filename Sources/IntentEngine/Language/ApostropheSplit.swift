/// How words with an apostrophe part: French elision before it, English contraction after it.
///
/// Lexicalised words keep their apostrophe because what stands before it is no elided word: *aujourd'hui*,
/// *prud'hommes*, *quelqu'un*.
enum ApostropheSplit {
    /// What stands before the apostrophe in French, and the word it is short for. *n'* is read and left out.
    static let elisions: [(String, String)] = [
        ("l", "le"), ("d", "de"), ("j", "je"), ("m", "me"), ("t", "te"), ("s", "se"), ("c", "ce"), ("n", "ne"), ("qu", "que"),
        ("jusqu", "jusque"), ("lorsqu", "lorsque"), ("puisqu", "puisque"), ("quoiqu", "quoique"),
    ]

    /// What stands after the apostrophe in English, and the word it is short for. *n't* is *not*, and *'s* says nothing.
    static let contractions: [(String, String)] = [
        ("m", "am"), ("re", "are"), ("ve", "have"), ("ll", "will"), ("d", "would"), ("s", ""),
    ]

    /// The words of a folded token with an apostrophe, as `whole` reads it: parts of it or the full forms of elided ones.
    static func parts(of token: [UInt8], _ language: Language) -> [[UInt8]] {
        switch language {
        case .english: contracted(token)
        case .french, .other, .undetermined: elided(token)
        }
    }

    /// Whether `bytes` before an apostrophe are a French elision.
    static func isElision(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        elisions.contains { $0.0.utf8.elementsEqual(bytes) }
    }

    /// Whether `bytes` after an apostrophe are an English contraction.
    static func isContraction(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        bytes.elementsEqual([UInt8(ascii: "t")]) || contractions.contains { $0.0.utf8.elementsEqual(bytes) }
    }

    private static func elided(_ token: [UInt8]) -> [[UInt8]] {
        var rest = token[...]
        var parts: [[UInt8]] = []
        while let apostrophe = rest.firstIndex(of: UInt8(ascii: "'")) {
            guard let full = elided[Array(rest[rest.startIndex..<apostrophe])] else { break }
            parts.append(full)
            rest = rest[(apostrophe + 1)...]
        }
        if !rest.isEmpty { parts.append(Array(rest)) }
        return parts
    }

    private static func contracted(_ token: [UInt8]) -> [[UInt8]] {
        guard let apostrophe = token.lastIndex(of: UInt8(ascii: "'")) else { return [token] }
        let before = Array(token[..<apostrophe])
        let after = Array(token[(apostrophe + 1)...])
        if after == [UInt8(ascii: "t")], before.count > 2, before.last == UInt8(ascii: "n") {
            return [irregularNegations[before] ?? Array(before.dropLast()), Array("not".utf8)]
        }
        guard let full = contracted[after] else { return elided(token) }
        return full.isEmpty ? [before] : [before, full]
    }

    /// What stands before *'t* where taking the *n* off leaves no word: *can't*, *won't*.
    private static let irregularNegations = table([("can", "can"), ("won", "will"), ("shan", "shall"), ("ain", "is")])

    private static let elided = table(elisions)
    private static let contracted = table(contractions)

    private static func table(_ pairs: [(String, String)]) -> [[UInt8]: [UInt8]] {
        Dictionary(uniqueKeysWithValues: pairs.map { (Array($0.utf8), Array($1.utf8)) })
    }
}
