/// How often a misspelt message is understood as its clean side is.
struct PairFigures: Figures {
    private(set) var pairs = 0
    private(set) var same = 0
    private(set) var sameIntents = 0
    private(set) var sameEntities = 0

    mutating func count(sameIntents intents: Bool, sameEntities entities: Bool) {
        pairs += 1
        if intents { sameIntents += 1 }
        if entities { sameEntities += 1 }
        if intents, entities { same += 1 }
    }

    var rows: [FigureRow] {
        [
            FigureRow("understood alike", same, of: pairs), FigureRow("  same intents", sameIntents, of: pairs),
            FigureRow("  same entities", sameEntities, of: pairs),
        ]
    }

    private enum CodingKeys: String, CodingKey {
        case pairs, same
        case sameIntents = "same_intents"
        case sameEntities = "same_entities"
    }
}
