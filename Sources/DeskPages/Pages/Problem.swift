/// What can stand between a person and a page.
enum Problem: Sendable {
    case forged, notAllowed, storeFailed, noSuchCase, noSuchPage

    var title: ProblemWord {
        switch self {
        case .forged: .forged
        case .notAllowed: .notAllowed
        case .storeFailed: .storeFailed
        case .noSuchCase: .noSuchCase
        case .noSuchPage: .noSuchPage
        }
    }

    var text: ProblemWord {
        switch self {
        case .forged: .forgedText
        case .notAllowed: .notAllowedText
        case .storeFailed: .storeFailedText
        case .noSuchCase: .noSuchCaseText
        case .noSuchPage: .noSuchPageText
        }
    }
}
