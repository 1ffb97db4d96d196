/// Whether a number is called a card’s by the words before it: then it is one, mistyped or not.
enum CardNaming {
    private static let names: Set<String> = ["carte", "cartes", "card", "cards", "cb"]

    /// What has numbers of its own: behind such a word the card is no longer meant.
    private static let others: Set<String> = [
        "cadeau", "gift", "fidélité", "fidelite", "loyalty", "commande", "commandes", "order", "colis", "parcel", "suivi", "tracking",
        "facture", "invoice", "dossier", "ticket", "référence", "reference", "ref", "réf", "téléphone", "telephone", "tél", "tel", "phone",
        "compte", "account", "contrat", "contract", "client", "customer", "siret",
    ]

    /// Scalars before a number that are looked at.
    private static let reach = 80

    /// - Parameter place: Where the number starts.
    static func names(_ scalars: [Unicode.Scalar], before place: Int) -> Bool {
        var words: [String] = []
        var word = ""
        for index in max(0, place - reach)..<place {
            let scalar = scalars[index]
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word += scalar.properties.lowercaseMapping
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if endsSentence(scalars, index) { words = [] }
        }
        // What touches the number is a part of it or names it.
        if !word.isEmpty { words.append(word) }
        guard let name = words.lastIndex(where: names.contains) else { return false }
        return !words[name...].contains(where: others.contains)
    }

    private static func endsSentence(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        switch scalars[index] {
        case "!", "?", ";", "\n": true
        case ".": index + 1 < scalars.count && SecretMask.isSpace(scalars[index + 1])
        default: false
        }
    }
}
