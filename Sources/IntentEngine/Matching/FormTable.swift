/// The dictionary of a rulebook at work: every word form with its number, in rows that never change.
///
/// Made from a `FormIndex`, which gave the numbers. Looking a form up allocates nothing and compares the bytes
/// themselves, so two forms never share a number; a slot holds all that is needed to find them.
struct FormTable: Sendable {
    /// A slot holds a form's number plus one (0: empty) and its length, 32 bits of its hash and where its bytes are.
    struct Slot: Sendable {
        private let numberAndLength: UInt32
        let tag: UInt32
        let start: UInt32

        static let empty = Slot(number: 0, length: 0, tag: 0, start: 0)

        init(number: UInt32, length: UInt32, tag: UInt32, start: UInt32) {
            numberAndLength = number << 8 | min(length, 255)
            self.tag = tag
            self.start = start
        }

        var number: UInt32 { numberAndLength >> 8 }
        /// 255 for 255 and more.
        var length: Int { Int(numberAndLength & 255) }
    }

    let slots: Table<Slot>
    let arena: Table<UInt8>
    /// By form, where its bytes start; one more than there are forms.
    let starts: Table<UInt32>

    /// How many forms are known.
    var count: Int { starts.count - 1 }

    /// The number of `form`, or nil when the rules never name it.
    func number(of form: UnsafeBufferPointer<UInt8>) -> UInt32? { number(of: form, hash: FormIndex.hash(form)) }

    /// Reads the slot a form of this hash should have, so that it is near when it is needed.
    @inline(__always)
    func touchSlot(_ hash: UInt64) -> UInt32 { slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)].tag }

    /// Reads where the bytes of a form of this hash should be.
    @inline(__always)
    func touchForm(_ hash: UInt64) -> UInt32 {
        UInt32(arena[Int(slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)].start)])
    }

    func number(of form: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32? {
        let slots = slots.elements
        let mask = slots.count - 1
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        var at = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[at]
            if slot.number == 0 { return nil }
            if slot.tag == tag, slot.length == min(form.count, 255), matches(slot, form) { return slot.number - 1 }
            at = (at + 1) & mask
        }
    }

    func number(of form: [UInt8]) -> UInt32? { form.withUnsafeBufferPointer { number(of: $0) } }

    private func matches(_ slot: Slot, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
        guard form.count < 255 || self.form(slot.number - 1).count == form.count else { return false }
        let start = Int(slot.start)
        return FormIndex.areSame(UnsafeBufferPointer(rebasing: arena.elements[start..<start + form.count]), form)
    }

    /// The bytes of form `number`.
    func form(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: arena.elements[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])])
    }
}
