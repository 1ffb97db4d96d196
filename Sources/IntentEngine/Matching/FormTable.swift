/// The dictionary of a rulebook at work: every word form with its number, in rows that never change.
///
/// Made from a `FormIndex`, which gave the numbers. Looking a form up allocates nothing and compares the bytes
/// themselves, so two forms never share a number; a slot holds all that is needed to find them.
struct FormTable: Sendable {
    /// A slot holds the word of a form's key, its number plus one (0: empty) with its length, and where the bytes of one that
    /// is longer than a word are.
    struct Slot: Sendable {
        let word: UInt64
        private let numberAndLength: UInt32
        let start: UInt32

        static let empty = Slot()

        private init() {
            word = 0
            numberAndLength = 0
            start = 0
        }

        init(number: UInt32, key: FormKey, start: UInt32) {
            word = key.word
            numberAndLength = number << 8 | UInt32(min(key.count, 255))
            self.start = key.isWord ? 0 : start
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
    func number(of form: UnsafeBufferPointer<UInt8>) -> UInt32? { number(of: form, key: FormKey(form)) }

    func number(of form: [UInt8]) -> UInt32? { form.withUnsafeBufferPointer { number(of: $0) } }

    /// Asks for the slot a form of this key should have.
    @inline(__always)
    func prefetchSlot(_ key: FormKey) { slots.prefetch(slot(of: key)) }

    /// Asks for the bytes of a form of this key, if they are needed.
    @inline(__always)
    func prefetchForm(_ key: FormKey) { arena.prefetch(Int(slots[slot(of: key)].start)) }

    @inline(__always)
    private func slot(of key: FormKey) -> Int { Int(truncatingIfNeeded: key.hash) & (slots.count - 1) }

    @inline(__always)
    func number(of form: UnsafeBufferPointer<UInt8>, key: FormKey) -> UInt32? {
        let slots = slots.elements
        let mask = slots.count - 1
        var at = slot(of: key)
        while true {
            let slot = slots[at]
            if slot.number == 0 { return nil }
            if slot.word == key.word, slot.length == min(key.count, 255), key.isWord || matches(slot, form) { return slot.number - 1 }
            at = (at + 1) & mask
        }
    }

    @inline(never)
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
