/// A dictionary from folded word forms to numbers: open addressing over one arena of bytes.
///
/// Numbers are given in the order forms are added, from 0. Looking a form up allocates nothing and compares the
/// bytes themselves, so two forms never share a number.
struct FormIndex: Sendable {
    /// A slot holds a form's number plus one (0: empty) and 32 bits of its hash.
    private struct Slot {
        var number: UInt32
        var tag: UInt32
    }

    private var slots: [Slot]
    private var arena: [UInt8] = []
    private var starts: [UInt32] = [0]

    /// An index that grows from room for `capacity` forms.
    init(capacity: Int = 1024) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(number: 0, tag: 0), count: size)
    }

    /// How many forms are known.
    var count: Int { starts.count - 1 }

    /// The number of `form`, which is added when it is new.
    mutating func add(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(form)
        if let known = find(form, hash: hash) { return known }
        if (count + 1) * 2 > slots.count { grow() }
        arena.append(contentsOf: form)
        starts.append(UInt32(truncatingIfNeeded: arena.count))
        insert(number: UInt32(truncatingIfNeeded: count), hash: hash)
        return UInt32(truncatingIfNeeded: count - 1)
    }

    mutating func add(_ form: [UInt8]) -> UInt32 { form.withUnsafeBufferPointer { add($0) } }

    mutating func add(_ form: String) -> UInt32 { add(Array(form.utf8)) }

    /// The number of `form`, or nil when it was never added.
    func number(of form: UnsafeBufferPointer<UInt8>) -> UInt32? { find(form, hash: Self.hash(form)) }

    func number(of form: [UInt8]) -> UInt32? { form.withUnsafeBufferPointer { number(of: $0) } }

    /// The bytes of form `number`.
    func form(_ number: UInt32) -> ArraySlice<UInt8> {
        arena[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
    }

    /// The same forms with the same numbers, for reading alone.
    var table: FormTable {
        var size = 64
        while size * 3 < count * 5 { size *= 2 }
        var packed = [FormTable.Slot](repeating: .empty, count: size)
        for number in 0..<count {
            let range = Int(starts[number])..<Int(starts[number + 1])
            let key = arena.withUnsafeBufferPointer { FormKey(UnsafeBufferPointer(rebasing: $0[range])) }
            var at = Int(truncatingIfNeeded: key.hash) & (size - 1)
            while packed[at].number != 0 { at = (at + 1) & (size - 1) }
            packed[at] = FormTable.Slot(number: UInt32(number) + 1, key: key, start: UInt32(range.lowerBound))
        }
        // A byte more, so that an empty slot has one to point at.
        return FormTable(slots: Table(packed), arena: Table(arena + [0]), starts: Table(starts))
    }

    private func find(_ form: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32? {
        let mask = slots.count - 1
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        var at = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[at]
            if slot.number == 0 { return nil }
            if slot.tag == tag, isForm(slot.number - 1, form) { return slot.number - 1 }
            at = (at + 1) & mask
        }
    }

    private func isForm(_ number: UInt32, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(number)])
        guard Int(starts[Int(number) + 1]) - start == form.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for offset in 0..<form.count where arena[start + offset] != form[offset] { return false }
            return true
        }
    }

    private mutating func insert(number: UInt32, hash: UInt64) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at].number != 0 { at = (at + 1) & mask }
        slots[at] = Slot(number: number, tag: UInt32(truncatingIfNeeded: hash >> 32))
    }

    private mutating func grow() {
        slots = [Slot](repeating: Slot(number: 0, tag: 0), count: slots.count * 2)
        for number in 0..<count {
            let form = Array(form(UInt32(number)))
            insert(number: UInt32(number) + 1, hash: form.withUnsafeBufferPointer { Self.hash($0) })
        }
    }

    static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 { FormKey(form).hash }

    /// Whether two forms of one length are the same.
    @inline(__always)
    static func areSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count >= 8 else { return short(left) == short(right) }
        let (one, other) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var at = 0
        while at < left.count {
            let offset = min(at, left.count - 8)
            let word = one.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if word != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
            at += 8
        }
        return true
    }

    /// Up to seven bytes as a number.
    @inline(__always)
    static func short(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(form)
        let count = bytes.count
        if count >= 4 {
            let (first, last) = (
                bytes.loadUnaligned(as: UInt32.self), bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            )
            return UInt64(first) | UInt64(last) << UInt64(8 * (count - 4))
        }
        if count >= 2 {
            let (first, last) = (
                bytes.loadUnaligned(as: UInt16.self), bytes.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self)
            )
            return UInt64(first) | UInt64(last) << UInt64(8 * (count - 2))
        }
        return count == 1 ? UInt64(bytes[0]) : 0
    }
}
