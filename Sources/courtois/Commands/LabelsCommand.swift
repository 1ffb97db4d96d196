import ArgumentParser
import Desk
import IntentEngine
import SQLiteStore

/// `courtois labels`: what colleagues answered, as what, for the rules to be measured on.
struct LabelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels", abstract: "Print answered questions with the request each turned out to make.",
        discussion: """
            A line is {"text": …, "label": …, "lang": …, "recognised": …, "edited": …, "case": …}, as evaluate and learn read \
            it. A question is \
            labelled with the request whose answer a colleague let go, as it was or changed; holding replies, answers in a \
            colleague's own words and unreviewed ones say nothing of it. “recognised” is what the rules took it for when it came. \
            The lines are what customers wrote: keep them as you keep the store. That they were printed is a row of the audit trail.
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption

    @Option(help: ArgumentHelp("Only answers of the last days. (default: all)", valueName: "count"))
    var days: Int?

    @Flag(help: "Only where the rules recognised something else, or nothing: what a phrase is to be written for.")
    var corrected = false

    private static let page = 500

    func validate() throws {
        if let days, !(1...36_500).contains(days) { throw ValidationError("--days must be from 1 to 36500.") }
    }

    func run() async throws {
        let store = try store.open()
        let (name, now) = (try person.colleague().name, SystemClock.now())
        let start = days.map { now + -86_400 * $0 } ?? Instant(seconds: 0)
        try await StoreOption.saying { () async throws(StoreFailure) in try await store.handOutLabels(by: name, at: now) }
        var (last, all, others) = (Int64(0), 0, 0)
        while true {
            let after = last
            let questions = try await StoreOption.saying { () async throws(StoreFailure) in
                try await store.labelledQuestions(since: start, after: after, most: Self.page)
            }
            guard let end = questions.last else { break }
            last = end.number
            all += questions.count
            others += questions.count(where: \.isCorrected)
            var output = Self.lines(corrected ? questions.filter(\.isCorrected) : questions)
            if !Terminal.write(&output, to: .output) { return }
        }
        Terminal.write("courtois: \(Counted.noun(all, "answered question")), \(others) of them recognised as something else.\n", to: .error)
    }

    private static func lines(_ questions: [LabelledQuestion]) -> [UInt8] {
        var writer = JSONWriter()
        for question in questions {
            writer.object { line in
                line.member("text", question.text)
                line.member("label", question.intent)
                line.member("lang", question.language.rawValue)
                line.member("recognised", question.recognised)
                line.member("edited", question.isEdited)
                line.member("case", Int(question.caseNumber))
            }
            writer.endLine()
        }
        return writer.output
    }
}
