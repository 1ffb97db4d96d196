/// What can stand between a person and a page.
enum PageProblem: Sendable {
    case forged, notAllowed, storeFailed, noSuchCase, noSuchPage, sessionEnded, tooLarge, noForm

    var title: ProblemWord {
        switch self {
        case .forged: .forged
        case .notAllowed: .notAllowed
        case .storeFailed: .storeFailed
        case .noSuchCase: .noSuchCase
        case .noSuchPage: .noSuchPage
        case .sessionEnded: .sessionEnded
        case .tooLarge: .tooLarge
        case .noForm: .noForm
        }
    }

    var text: ProblemWord {
        switch self {
        case .forged: .forgedText
        case .notAllowed: .notAllowedText
        case .storeFailed: .storeFailedText
        case .noSuchCase: .noSuchCaseText
        case .noSuchPage: .noSuchPageText
        case .sessionEnded: .sessionEndedText
        case .tooLarge: .tooLargeText
        case .noForm: .noFormText
        }
    }
}
