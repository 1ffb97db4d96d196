/// One phrase a brand does not say, and what it says instead.
struct NeverSayEntry: Sendable {
    enum Condition: Sendable {
        case always
        /// Only when its sentence gives no day and no delay.
        case withoutTerm
        /// Only in the first sentence behind the greeting.
        case firstSentence
        /// From its second time in the reply on.
        case secondTime
        /// Only in a reply that no person reads before it leaves.
        case unread
    }

    let phrase: String
    let remedy: String
    let condition: Condition

    init(_ phrase: String, _ remedy: String, _ condition: Condition = .always) {
        self.phrase = phrase
        self.remedy = remedy
        self.condition = condition
    }
}
