/// A text folded once: lower-case ASCII bytes with a map back to the scalars and bytes of the original, and its tokens.
///
/// Folding removes case, accents, ligatures, typographic signs, styled letters, invisible scalars and the third and
/// later letters of a run. The storage is reused from message to message.
struct FoldedText {
    /// Folded bytes. Letters and digits in ASCII, other scripts as they are, every other sign as one byte.
    private(set) var flat: [UInt8] = []
    private(set) var count = 0
    /// Where each folded byte comes from.
    private var bends: [Bend] = []
    private var bendCount = 0
    private(set) var tokens: [Token] = []
    private(set) var features = TextFeatures()
    private(set) var scalarCount = 0
    /// Whether digits, addresses or money signs occur, so that looking for entities can find something.
    private(set) var mayHoldEntities = false

    /// Folds `text`, which should be UTF-8; bytes that are not are taken one by one as symbols.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
        tokens.removeAll(keepingCapacity: true)
        // A folded text is never longer than the original.
        let capacity = text.count + FoldScanner.slack
        if flat.count < capacity {
            let size = max(capacity, 2 * flat.count, 512)
            flat = [UInt8](repeating: 0, count: size)
            bends = [Bend](repeating: Bend(flat: 0, scalar: 0, byte: 0), count: size)
        }
        flat.withUnsafeMutableBufferPointer { flat in
            bends.withUnsafeMutableBufferPointer { bends in
                var scanner = FoldScanner(text: text, flat: flat, bends: bends)
                scanner.scan(into: &tokens)
                count = scanner.count
                bendCount = scanner.bendCount
                features = scanner.features
                scalarCount = scanner.scalar
                mayHoldEntities = scanner.mayHoldEntities
            }
        }
    }

    /// Hands out the folded bytes and the tokens, whose forms are written.
    mutating func lookUp(_ write: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<Token>) -> Void) {
        flat.withUnsafeBufferPointer { flat in tokens.withUnsafeMutableBufferPointer { write(flat, $0) } }
    }

    func withBends<Result>(_ read: (UnsafeBufferPointer<Bend>) -> Result) -> Result {
        bends.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[..<bendCount])) }
    }

    /// Gives back the memory an unusually long message took, so that one of them does not cost for ever.
    mutating func trim(above limit: Int) {
        guard flat.count > limit else { return }
        self = FoldedText()
    }
}
