/// Folds whole strings, for rules and other text that is not a message.
public enum Folding {
    /// `text` without case, accents and ligatures, as the engine compares words; signs stay single bytes.
    public static func fold(_ text: String) -> String { String(decoding: bytes(of: text), as: UTF8.self) }

    static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        append(text, to: &bytes)
        return bytes
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                let isCapital = value >= 0x41 && value <= 0x5A
                bytes.append(UInt8(truncatingIfNeeded: isCapital ? value + 0x20 : value))
                continue
            }
            let folded = value < 0x250 ? FoldTable.latin[Int(value)] : FoldTable.foldBeyondLatin(value)
            switch folded.role {
            case .emoji, .foreignLetter: bytes.append(contentsOf: String(scalar).utf8)
            default:
                for offset in 0..<folded.count { bytes.append(folded.byte(offset)) }
            }
        }
    }
}
