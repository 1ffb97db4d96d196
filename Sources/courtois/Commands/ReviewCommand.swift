import ArgumentParser
import Desk
import IntentEngine
import IntentFiles
import SQLiteStore

/// `courtois review`: the queue on a whole screen.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Work the queue on a full screen: read, edit, approve, reject, escalate.",
        discussion: """
            Needs a terminal of at least 50 columns and 12 rows; ? lists the keys. Drafts are edited in $VISUAL or $EDITOR and \
            proofread before they can be approved. NO_COLOR turns colours off. In scripts, use queue, show, assign, approve, \
            undo, edit, reject, escalate, note and close.
            """)

    @OptionGroup var rules: RulesOption
    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption
    @OptionGroup var undo: UndoOption
    @OptionGroup var claim: ClaimOption

    @Option(help: ArgumentHelp("Only cases of this team.", valueName: "team"))
    var team: Team?

    @Option(help: ArgumentHelp("Language of the screen: fr or en. (default: LC_ALL, LC_MESSAGES or LANG)", valueName: "language"))
    var language: ScreenLanguage?

    func run() async throws {
        let language = language ?? .ofEnvironment
        if let unfit = ScreenTerminal.unfit {
            Terminal.write("courtois: \(ReviewWording(language.language).unfit(unfit))\n", to: .error)
            throw ExitCode(2)
        }
        let colleague = try person.colleague()
        let loaded = try rules.load()
        let store = try store.open(times: ReviewTimes(undo: undo.undo, claim: claim.claim))
        Terminal.ignoreBrokenPipes()
        let wording = ReviewWording(language.language, ReviewGlossary(loaded))
        let proofreader = loaded.replyProofreader()
        let editor = Editor(command: Editor.command(), mostBytes: store.policy.mostBytes)
        guard
            var shell = ReviewShell(
                store: store, proofreader: proofreader, editor: editor, team: team, colleague: colleague, wording: wording,
                colours: Terminal.wantsColour(.output))
        else { throw ExitCode(2) }
        let end = await shell.run()
        try StoreOption.saying { () throws(StoreFailure) in try store.close() }
        switch end {
        case .quit: break
        case .stopped(let number):
            ScreenTerminal.end(by: number)
            throw ExitCode(128 + number)
        case .gone: throw ExitCode(2)
        }
    }
}

/// The languages the screen has.
enum ScreenLanguage: String, ExpressibleByArgument, CaseIterable {
    case fr, en

    var language: Language { self == .fr ? .french : .english }

    /// French where the locale is, English elsewhere.
    static var ofEnvironment: ScreenLanguage {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(Terminal.environment).first { !$0.isEmpty }
        return of(locale: locale ?? "")
    }

    static func of(locale: String) -> ScreenLanguage {
        let name = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        return name.lowercased() == "fr" ? .fr : .en
    }
}

extension ReviewWording {
    /// Why there is no screen, and what to use instead.
    func unfit(_ unfit: ScreenTerminal.Unfit) -> String {
        let commands = "courtois queue, show, assign, approve, undo, edit, reject, escalate, note, close"
        return switch unfit {
        case .noTerminal:
            say(
                "«\u{A0}review\u{A0}» demande un terminal en entrée et en sortie. Dans un script, utilisez\u{A0}: \(commands).",
                "“review” needs a terminal for its input and output. In scripts, use: \(commands).")
        case .dumb:
            say(
                "ce terminal (TERM) ne sait pas placer le curseur. Utilisez\u{A0}: \(commands).",
                "this terminal (TERM) cannot place a cursor. Use: \(commands).")
        }
    }
}
