import Desk
import IntentEngine

/// The whole of a case as lines, to be scrolled: the customer's words, what was understood, the draft, the notes.
struct CaseBody {
    /// What stands in a line, so that it can be found.
    enum Anchor: Hashable {
        case message(Int)
        /// By number in `OpenCase.places`.
        case evidence(Int)
        case draft
    }

    struct Line {
        var strip: Strip
        var anchors: Set<Anchor> = []
    }

    private(set) var lines: [Line] = []
    private let open: OpenCase
    private let wording: ReviewWording
    private let columns: Int

    /// Lines are easier to read where they are not too long.
    private static let mostColumns = 100
    /// Nobody reads more of a message on a screen.
    private static let mostCharacters = 20_000

    init(_ open: OpenCase, _ screen: ReviewScreen) {
        self.open = open
        wording = screen.wording
        columns = min(screen.size.columns, Self.mostColumns)
        for index in open.file.messages.indices { addMessage(index) }
        addReadings()
        addDrafts()
        addNotes()
    }

    /// The line at which a message begins.
    static func start(of message: Int, _ open: OpenCase?, _ screen: ReviewScreen) -> Int {
        open.flatMap { CaseBody($0, screen).lines.firstIndex { $0.anchors.contains(.message(message)) } } ?? 0
    }

    // MARK: The customer's words

    private mutating func addMessage(_ index: Int) {
        let message = open.file.messages[index]
        var head = Strip(message.author?.name ?? message.author?.id ?? "–", .bold)
        head.append(" · \(wording.moment(message.sentAt ?? message.receivedAt)) · \(wording.visibility(message.visibility))", .faint)
        if let rating = message.rating { head.append(" · \(rating)/5", .faint) }
        lines.append(Line(strip: head, anchors: [.message(index)]))
        if let change = wording.change(of: message, wasAnswered: open.file.wasAnswered(before: message)) { add(change, "  ", .warning) }
        guard let text = message.text else {
            lines.append(Line(strip: Strip("  " + wording.say("(effacé)", "(erased)"), .faint)))
            return
        }
        let places = open.places.indices.filter { open.places[$0].message == index }
        var wrapping = Wrapping()
        wrapping.marks = places.filter { $0 != open.focus }.map { (open.places[$0].evidence.span, .evidence) }
        if let focus = open.focus, places.contains(focus) { wrapping.marks.append((open.places[focus].evidence.span, .focus)) }
        let shown = String(text.prefix(Self.mostCharacters))
        for wrapped in wrapping.lines(of: shown, columns: columns - 4) {
            let here = places.filter { open.places[$0].evidence.span.overlaps(wrapped.scalars) }
            lines.append(Line(strip: Strip("  ").with(wrapped.strip), anchors: Set(here.map(Anchor.evidence))))
        }
        if shown.utf8.count < text.utf8.count {
            let rest = wording.say("  … la suite avec", "  … the rest with") + " courtois show \(open.number)"
            lines.append(Line(strip: Strip(rest, .faint)))
        }
    }

    // MARK: What was understood

    private mutating func addReadings() {
        guard let reading = open.question else { return }
        title(wording.say("Compris", "Understood"))
        if reading.intents.isEmpty, reading.reasons.isEmpty {
            add(wording.say("Aucune demande reconnue.", "No request was recognised."), "  ")
        }
        for intent in reading.intents {
            add(wording.intent(intent.name) + ", " + wording.count(intent.points, ("point", "points"), ("point", "points")), "→ ")
        }
        for signal in reading.signals {
            add(wording.signal(signal.name) + ", " + wording.say("niveau", "level") + " \(signal.level)", "⚑ ", .warning)
        }
        for reason in reading.reasons { add(wording.reason(reason), "· ", .faint) }
    }

    // MARK: Drafts and notes

    private mutating func addDrafts() {
        if let delivery = open.file.openDelivery {
            lines.append(Line(strip: Strip()))
            add(wording.advice(delivery), "! ", .alarm)
        }
        for draft in open.file.drafts.dropLast() where draft.state != .replaced && !draft.isProposed {
            title(wording.say("Brouillon", "Draft") + ", " + wording.state(draft, open.file.delivery(of: draft)))
        }
        guard let draft = open.file.case.draft else {
            title(wording.say("Aucun brouillon", "No draft"), [.draft])
            return
        }
        let author =
            draft.author.map { wording.say("écrit par \($0)", "written by \($0)") }
            ?? wording.say("écrit par les règles", "written by the rules")
        title(
            [
                wording.say("Brouillon", "Draft"), author, wording.visibility(draft.visibility),
                wording.state(draft, open.file.delivery(of: draft)),
            ].joined(
                separator: ", "),
            [.draft])
        if draft.text.isEmpty {
            lines.append(Line(strip: Strip("  " + wording.say("(effacé)", "(erased)"), .faint)))
            return
        }
        var wrapping = Wrapping()
        wrapping.marks = draft.findings.map { ($0.span, .fault) }
        for wrapped in wrapping.lines(of: draft.text, columns: columns - 4) {
            lines.append(Line(strip: Strip("│ ", .good).with(wrapped.strip)))
        }
        for finding in draft.findings {
            add("\(finding.rule)\(wording.colon)\(finding.cause) — \(finding.remedy)", "! ", .alarm)
        }
        if draft.findings.isEmpty, draft.isProposed {
            add(wording.say("Le correcteur n’a rien à redire.", "The proofreader finds nothing."), "✓ ", .good)
        }
    }

    private mutating func addNotes() {
        for note in open.file.notes {
            title(wording.say("Note de \(note.by)", "Note by \(note.by)") + ", \(wording.moment(note.at))")
            add(note.text ?? wording.say("(effacée)", "(erased)"), "  ")
        }
    }

    // MARK: Lines

    private mutating func title(_ text: String, _ anchors: Set<Anchor> = []) {
        lines.append(Line(strip: Strip()))
        lines.append(Line(strip: Strip(text, .bold), anchors: anchors))
    }

    /// Text behind a sign, its further lines indented.
    private mutating func add(_ text: String, _ sign: String, _ ink: Ink = .plain) {
        for (index, wrapped) in Wrapping(ink: ink == .alarm ? .plain : ink).lines(of: text, columns: columns - 4).enumerated() {
            lines.append(Line(strip: Strip(index == 0 ? sign : "  ", ink).with(wrapped.strip)))
        }
    }
}

extension Strip {
    /// The strip with another behind it.
    func with(_ strip: Strip) -> Strip {
        var both = self
        both.append(strip)
        return both
    }
}
