/// Words of a case.
enum CaseWord: String, WordList {
    case caseTitle

    var texts: (french: String, english: String) {
        switch self {
        case .caseTitle: ("Dossier", "Case")
        }
    }
}
