import Desk
import IntentEngine

/// Texts of the brand that may be put into a reply, with what the message gives filled in.
struct ReplyBlocks {
    struct Block {
        let number: Int
        let group: BlockGroup
        let name: String
        let text: String
        /// What it leaves open, with what was filled in; nil where the message does not say.
        let variables: [(Placeholder, String?)]
    }

    enum BlockGroup: Hashable {
        case greeting, acknowledgement, answer(String), request, closing, holding
    }

    let blocks: [Block]

    private static let mostAnswers = 4

    /// - Parameter isGated: A signal calls for a person, whose first words are those of a holding reply.
    init(_ file: CaseFile, intents: [String], _ desk: MessageDesk, isGated: Bool = false, most: Int = mostAnswers, at now: Instant) {
        var desk = desk
        let item = file.case
        let language = item.draft?.language ?? item.question.language
        let ruled = Language.ruled.contains(language) ? language : .french
        let visibility = item.draft?.visibility ?? item.question.visibility
        let values =
            file.questionMessage.map { desk.values(of: $0, team: item.team, priority: item.priority, at: now) }
            ?? PlaceholderValues()
        let library = desk.library
        var blocks: [Block] = []
        func add(_ purpose: ReplyLibrary.Purpose, _ group: BlockGroup) {
            for entry in library.entries(ReplyLibrary.Key(purpose, ruled, visibility)) {
                let placeholders = entry.template.placeholders.sorted { $0.rawValue < $1.rawValue }
                let text = entry.template.text(values).trimmed
                if text.isEmpty || blocks.contains(where: { $0.text == text }) { continue }
                blocks.append(
                    Block(
                        number: entry.number, group: group, name: entry.name, text: text, variables: placeholders.map { ($0, values[$0]) }))
            }
        }
        func addHoldings() { for name in library.holdings { add(.holding(name), .holding) } }
        if isGated { addHoldings() }
        for intent in intents.prefix(most) {
            guard let number = desk.rulebook.intents.firstIndex(of: intent) else { continue }
            if !isGated || !desk.decider.policy.intents[number].isCourtesy { add(.body(number), .answer(intent)) }
        }
        for acknowledgement in Acknowledgement.allCases where acknowledgement != .none {
            add(.acknowledgement(acknowledgement), .acknowledgement)
        }
        add(.greeting, .greeting)
        add(.closing, .closing)
        if !isGated { addHoldings() }
        self.blocks = blocks
    }
}

extension String {
    /// Without line ends and spaces around it.
    fileprivate var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}
