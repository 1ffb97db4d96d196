/// What one Unicode scalar becomes when text is folded: up to three ASCII bytes and the role it plays in a sentence.
///
/// Packed in one word so that the fold table stays in the first-level cache: bytes in bits 0–23, their number in
/// bits 24–25, the role in bits 26–29.
struct FoldedScalar {
    let packed: UInt32

    init(_ bytes: [UInt8], _ role: Role) {
        precondition(bytes.count <= 3, "a scalar folds to at most three bytes")
        var packed = UInt32(bytes.count) << 24 | UInt32(role.rawValue) << 26
        for (index, byte) in bytes.enumerated() { packed |= UInt32(byte) << (8 * UInt32(index)) }
        self.packed = packed
    }

    init(_ byte: UInt8, _ role: Role) {
        packed = UInt32(byte) | 1 << 24 | UInt32(role.rawValue) << 26
    }

    var count: Int { Int(packed >> 24 & 3) }
    var first: UInt8 { UInt8(truncatingIfNeeded: packed) }
    /// Byte `place` of up to three.
    func byte(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt32(8 * place)) }
    var role: Role { Role(rawValue: UInt8(truncatingIfNeeded: packed >> 26 & 15)) ?? .symbol }

    /// The role a scalar plays for the tokenizer.
    enum Role: UInt8 {
        case letter, digit, apostrophe, hyphen, space, newline
        /// Ends a clause: `. ! ? ; : …`
        case stop
        /// Parts clauses weakly: comma, brackets, quotes, dashes between spaces.
        case pause
        case symbol
        /// Zero-width, bidirectional or soft-hyphen: leaves no trace in the folded text.
        case invisible
        /// A combining mark: belongs to the scalar before it.
        case mark
        case emoji
        /// Letter of a script that is not Latin: kept as it is.
        case foreignLetter
    }
}
