/// What a word form is looked up by: its hash, and the form itself as a number where it is short enough.
struct FormKey {
    let hash: UInt64
    /// The bytes of a form of up to eight, the first lowest; the hash of a longer one.
    let word: UInt64
    let count: Int

    /// Forms of up to this many bytes are told apart by their key alone.
    static let longestWord = 8

    var isWord: Bool { count <= Self.longestWord }

    init(_ form: UnsafeBufferPointer<UInt8>) {
        self.init(form, word: form.count < 8 ? FormIndex.short(form) : EightBytes(form, at: 0).bytes)
    }

    /// The key of a part of a text behind which eight more bytes may be read.
    @inline(__always)
    init(_ part: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: part.lowerBound, as: UInt64.self)
        self.init(
            UnsafeBufferPointer(rebasing: text[part]), word: bytes & (.max >> UInt64(max(0, 64 - 8 * part.count))))
    }

    /// A 64-bit hash of a short byte string: eight bytes a step, multiply and fold (after wyhash). The last step reads
    /// the last eight bytes again where there are more.
    @inline(__always)
    private init(_ form: UnsafeBufferPointer<UInt8>, word: UInt64) {
        count = form.count
        var hash = Self.mixed(0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: form.count), word)
        if form.count > Self.longestWord {
            let bytes = UnsafeRawBufferPointer(form)
            var at = 8
            while at + 8 < form.count {
                hash = Self.mixed(hash, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                at += 8
            }
            hash = Self.mixed(hash, bytes.loadUnaligned(fromByteOffset: form.count - 8, as: UInt64.self))
            self.word = hash
        } else {
            self.word = word
        }
        self.hash = hash
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
