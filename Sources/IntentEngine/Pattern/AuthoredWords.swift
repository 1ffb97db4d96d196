/// The words of an authored text, cut as a message is cut, each with the spelling its author gave it.
struct AuthoredWords {
    struct Word: Hashable {
        /// Lower case, accents kept: inflection needs them.
        let surface: String
        let folded: [UInt8]
    }

    /// Words in order; French *ne* and *n'* are left out as they are in messages.
    static func words(in text: String, _ language: Language) -> [Word] {
        // The word that stands for one whose letters are hidden.
        if text == "***" { return [Word(surface: text, folded: Array(text.utf8))] }
        var folded = FoldedText()
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { folded.fold($0) }
        return folded.tokens.flatMap { token -> [Word] in
            let flat = Array(folded.flat[Int(token.flatStart)..<Int(token.flatEnd)])
            let surface = String(decoding: bytes[Int(token.byteStart)..<Int(token.byteEnd)], as: UTF8.self).lowercased()
            guard token.flags.contains(.hasApostrophe) else { return [Word(surface: surface, folded: flat)] }
            let parts = ApostropheSplit.parts(of: flat, language)
            return parts.map { part in
                // The part that was not elided keeps its accents; the others have none.
                let kept = surface.split(whereSeparator: { "'’ʼ`´".contains($0) }).last.map(String.init) ?? surface
                let isKept = Folding.bytes(of: kept) == part
                return Word(surface: isKept ? kept : String(decoding: part, as: UTF8.self), folded: part)
            }
        }.filter { !(language == .french && $0.folded == ne) }
    }

    /// The whole tokens of `text`, apostrophes and all: what a rewrite of one token looks for.
    static func tokens(in text: String) -> [[UInt8]] {
        var folded = FoldedText()
        Array(text.utf8).withUnsafeBufferPointer { folded.fold($0) }
        return folded.tokens.map { Array(folded.flat[Int($0.flatStart)..<Int($0.flatEnd)]) }
    }

    private static let ne = Array("ne".utf8)
}
