/// Finds the vocabulary form a misspelt word stands for, within one edit (two from eight letters on).
///
/// An edit leaves at least one of two halves of the target untouched (two edits, one of three thirds), so forms are
/// found by the hash of their parts and only those few are compared. Adjacent letters swapped count as one edit.
struct CorrectionIndex: Sendable {
    /// Words shorter than this are never corrected: too many real words are one letter away.
    static let shortest = 5
    /// From this length on, two edits are forgiven.
    static let forgiving = 9

    /// A form with half of its key. Two keys that share it bring a form in vain, which is then compared.
    private struct Entry: Sendable {
        let tag: UInt32
        let form: UInt32
    }

    /// By the top bits of their keys, about eight to a bucket: a line of cache.
    private let buckets: GroupTable<Entry>
    private let shift: UInt64
    /// One bit for each key there is, by other bits than the buckets: most keys asked for are none, and this small table
    /// says so without touching the large one.
    private let known: Table<UInt64>
    private let knownMask: UInt64

    /// An index over `forms`, given by their numbers.
    init(forms: [UInt32], of index: FormIndex) {
        let forms = forms.filter { index.form($0).count >= Self.shortest - 1 }
        let count = forms.count * Self.keysOfForm
        var bits: UInt64 = 4
        while 8 << bits < count { bits += 1 }
        let shift = 64 - bits
        // Eight bits a key keep false alarms near one in nine.
        var words = 1
        while words * 64 < count * 8 { words *= 2 }
        let mask = UInt64(words * 64 - 1)
        var known = [UInt64](repeating: 0, count: words)
        // Keys are made three times, which takes less than to keep them takes memory: this is when most of it is held.
        Self.visitKeys(forms, index) { key, _ in
            let bit = key & mask
            known[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.known = Table(known)
        knownMask = mask
        self.shift = shift
        buckets = GroupTable(groups: 1 << Int(bits)) { visit in
            Self.visitKeys(forms, index) { key, form in
                visit(Int(key >> shift), Entry(tag: UInt32(truncatingIfNeeded: key >> 16), form: form))
            }
        }
    }

    /// Two halves and three thirds.
    private static let keysOfForm = 5

    private static func visitKeys(_ forms: [UInt32], _ index: FormIndex, _ visit: (_ key: UInt64, _ form: UInt32) -> Void) {
        for form in forms {
            index.form(form).withUnsafeBufferPointer { bytes in
                for parts in 2...3 {
                    for part in 0..<parts {
                        let range = range(part, of: parts, length: bytes.count)
                        visit(key(bytes, range.lowerBound, range.count, part: part, of: parts, length: bytes.count), form)
                    }
                }
            }
        }
    }

    /// Calls `visit` with forms that may lie within the allowed distance of `word`; the same form may come twice.
    func candidates(for word: UnsafeBufferPointer<UInt8>, _ visit: (UInt32) -> Void) {
        visitParts(of: word, visit)
        guard word.count < Self.forgiving else { return }
        // Two neighbours swapped across the middle touch both halves: look with the swap undone as well.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { swapped in
            _ = swapped.initialize(fromContentsOf: word)
            swapped.swapAt(word.count / 2 - 1, word.count / 2)
            visitParts(of: UnsafeBufferPointer(swapped), visit)
        }
    }

    private func visitParts(of word: UnsafeBufferPointer<UInt8>, _ visit: (UInt32) -> Void) {
        let distance = word.count >= Self.forgiving ? 2 : 1
        let parts = distance + 1
        for length in (word.count - distance)...(word.count + distance) where length >= Self.shortest - 1 {
            for part in 0..<parts {
                let range = Self.range(part, of: parts, length: length)
                // Edits before an untouched part move it by as many places as there were edits.
                let moves = part == 0 ? 0...0 : part == parts - 1 ? exact(word.count - length) : -distance...distance
                for move in moves {
                    let start = range.lowerBound + move
                    guard start >= 0, start + range.count <= word.count else { continue }
                    visitEntries(Self.key(word, start, range.count, part: part, of: parts, length: length), visit)
                }
            }
        }
    }

    private func exact(_ move: Int) -> ClosedRange<Int> { move...move }

    private func visitEntries(_ key: UInt64, _ visit: (UInt32) -> Void) {
        let bit = key & knownMask
        if known[Int(bit >> 6)] & 1 << (bit & 63) == 0 { return }
        let tag = UInt32(truncatingIfNeeded: key >> 16)
        for entry in buckets[Int(key >> shift)] where entry.tag == tag { visit(entry.form) }
    }

    private static func range(_ part: Int, of parts: Int, length: Int) -> Range<Int> {
        (part * length / parts)..<((part + 1) * length / parts)
    }

    private static func key(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, part: Int, of parts: Int, length: Int
    ) -> UInt64 {
        var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(part | parts << 4 | length << 8)
        for at in start..<start + count { hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3 }
        let product = hash.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}

extension CorrectionIndex: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) {
        buckets = try GroupTable(from: &image)
        shift = try UInt64(from: &image)
        known = try Table(from: &image)
        knownMask = try UInt64(from: &image)
    }

    func pack(into image: inout ImageWriter) {
        buckets.pack(into: &image)
        shift.pack(into: &image)
        known.pack(into: &image)
        knownMask.pack(into: &image)
    }
}
