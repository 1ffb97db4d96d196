/// Words of the list of people.
enum PeopleWord: String, WordList {
    case peopleTitle, peopleLead, personColumn, roleColumn, personTeamColumn, seenColumn, personDisabled, neverSeen, personYou

    var texts: (french: String, english: String) {
        switch self {
        case .peopleTitle: ("Équipe du bureau", "People of the desk")
        case .peopleLead:
            (
                "Les comptes s’ajoutent et se modifient sur la machine, avec «\u{A0}courtois user\u{A0}».",
                "Accounts are added and changed on the machine, with “courtois user”."
            )
        case .personColumn: ("Nom", "Name")
        case .roleColumn: ("Rôle", "Role")
        case .personTeamColumn: ("Équipe", "Team")
        case .seenColumn: ("Dernier passage", "Last here")
        case .personDisabled: ("Désactivé", "Disabled")
        case .neverSeen: ("aucune session ouverte", "no session open")
        case .personYou: ("vous", "you")
        }
    }
}
