/// Words of a freeze.
enum FreezeWord: String, WordList {
    case freezeTitle, freezeLead, freezeNow, freezeReason, freezeReach, freezeEverything, freezeUnreviewed, freezeNeedsReason
    case endFreeze, endFreezeNow, seeFreeze

    var texts: (french: String, english: String) {
        switch self {
        case .freezeTitle: ("Gel des envois", "Freeze")
        case .freezeLead:
            (
                "En cas de crise\u{A0}: plus rien ne part, et chacun voit pourquoi. Les messages continuent d’arriver.",
                "For a crisis: nothing leaves, and everybody sees why. Messages still come in."
            )
        case .freezeNow: ("Geler les envois", "Freeze")
        case .freezeReason: ("Motif, que toute l’équipe verra", "Reason, which the whole team sees")
        case .freezeReach: ("Ce qui est arrêté", "What is stopped")
        case .freezeEverything: ("Toutes les réponses, même approuvées", "Every reply, approved or not")
        case .freezeUnreviewed: ("Seulement celles que personne n’a relues", "Only what nobody has read")
        case .freezeNeedsReason: ("Dites pourquoi, en quelques mots.", "Say why, in a few words.")
        case .endFreeze: ("Lever le gel", "End the freeze")
        case .endFreezeNow: ("Lever le gel maintenant", "End the freeze now")
        case .seeFreeze: ("Voir ou lever le gel", "See or end it")
        }
    }
}
