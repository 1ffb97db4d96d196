import ArgumentParser
import Desk
import IntentEngine
import IntentFiles

/// `courtois explain TEXT`: how a message is read, word by word, and why the winner won.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show how a message is read, what speaks for each intent, and what is missing.")

    @OptionGroup var rules: RulesOption

    @Option(help: ArgumentHelp("Who reads the reply: public or private.", valueName: "visibility"))
    var visibility: Message.Visibility = .private

    @Argument(help: "The message.")
    var text: [String]

    func run() async throws {
        let loaded = try rules.load()
        let style = Style(isOn: Terminal.wantsColour(.output))
        var desk = loaded.desk()
        let message = Message(id: "1", text: text.joined(separator: " "), visibility: visibility)
        let explanation = desk.explain(message)
        var used = UsedTexts()
        let decision = desk.decide(message, explanation.understanding, used: &used)
        let view = ExplanationView(message: message, explanation: explanation, loaded: loaded, style: style)
        Terminal.write(view.lines(decision).joined(separator: "\n") + "\n", to: .output)
    }
}
