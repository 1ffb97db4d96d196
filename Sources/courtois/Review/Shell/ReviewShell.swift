import Desk
import SQLiteStore

/// Carries keys to the screen and does what the screen says: reads and writes the store, runs the editor, draws.
struct ReviewShell {
    let store: SQLiteStore
    let proofreader: ReplyProofreader
    let editor: Editor
    /// Whose cases are shown.
    private let team: Team?
    private let terminal = ScreenTerminal()
    private let events: ScreenEvents
    private var screen: ReviewScreen
    private var painter: Painter

    /// How it ended.
    enum End {
        case quit
        /// A signal ended it.
        case stopped(Int32)
        /// The terminal could not be had, or is gone.
        case gone
    }

    /// nil where the machine has no room for it.
    init?(
        store: SQLiteStore, proofreader: ReplyProofreader, editor: Editor, team: Team?, colleague: Colleague, wording: ReviewWording,
        colours: Bool
    ) {
        guard let events = ScreenEvents() else { return nil }
        self.store = store
        self.proofreader = proofreader
        self.editor = editor
        self.team = team
        self.events = events
        screen = ReviewScreen(colleague: colleague, wording: wording, size: ScreenTerminal.size, now: SystemClock.now())
        painter = Painter(colours: colours)
    }

    /// Runs until the colleague has had enough.
    mutating func run() async -> End {
        guard terminal.enter() else { return .gone }
        defer { terminal.leave() }
        await perform(.refresh)
        while true {
            var bytes = painter.paint(screen.draw())
            if !bytes.isEmpty, !Terminal.write(&bytes, to: .output) { return .gone }
            switch await events.next() {
            case .keys(let keys):
                for key in keys {
                    guard let action = screen.handle(key) else { continue }
                    if action == .quit { return .quit }
                    await perform(action)
                    // What was pressed before the terminal was away was not meant for what is there now.
                    if action.leavesTerminal { break }
                }
            case .resized: screen.resize(ScreenTerminal.size)
            case .tick: break
            case .stop(let number): return .stopped(number)
            case .gone: return .gone
            }
            if let action = screen.tick(SystemClock.now()) { await perform(action) }
        }
    }

    /// Does what the screen says, and what that leads to.
    private mutating func perform(_ first: ReviewScreen.Action) async {
        var next: ReviewScreen.Action? = first
        while let action = next {
            next = nil
            do throws(StoreFailure) {
                switch action {
                case .quit: break
                case .redraw: painter.forget()
                case .suspend: suspend()
                case .refresh: screen.show(try await store.queue(query))
                case .open(let number):
                    screen.show(
                        try await store.file(of: number).map { proofreader.reading($0, at: SystemClock.now()) }, number: number)
                    screen.show(try await store.queue(query))
                case .review(let subject, let step): next = await review(subject, step)
                case .edit(let subject, let text): next = try await edit(subject, text)
                }
            } catch {
                screen.failed(error)
            }
        }
    }

    /// Which cases are listed.
    private var query: QueueQuery { QueueQuery(status: screen.status, team: team, most: QueueList.most) }

    private mutating func review(_ subject: ReviewScreen.Subject, _ step: ReviewScreen.Step) async -> ReviewScreen.Action? {
        let now = SystemClock.now()
        do throws(StoreFailure) {
            var action = step.action(delivery: RandomName.make())
            if case .approve(let note, let accepts, let delivery, _) = action, let item = try await store.file(of: subject.number)?.case {
                action = proofreader.approval(of: item, note: note, acceptsFindings: accepts, delivery: delivery, at: now)
            }
            let change = ReviewChange(
                subject.number, version: action.name.needsVersion ? subject.version : nil, action, by: screen.colleague, at: now)
            switch try await store.review(change) {
            case .success(let item): return screen.did(step, item)
            case .failure(let refusal): screen.refused(subject, step, refusal)
            }
        } catch {
            screen.failed(error, subject, step)
        }
        return nil
    }

    /// Lets the colleague write; what they wrote is proofread as the bot's own is.
    private mutating func edit(_ subject: ReviewScreen.Subject, _ text: String) async throws(StoreFailure) -> ReviewScreen.Action? {
        guard let file = try await store.file(of: subject.number) else {
            screen.show(nil, number: subject.number)
            return nil
        }
        terminal.leave()
        let editor = editor
        let edited = await events.aside { editor.edit(text) }
        _ = terminal.enter()
        painter.forget()
        screen.resize(ScreenTerminal.size)
        switch edited {
        case .success(let text):
            guard case .edit(let mended, let findings) = proofreader.edit(text, of: file).action else { return nil }
            return .review(subject, .edit(text: mended, findings: findings))
        case .failure(let failure):
            screen.notEdited(failure)
            return nil
        }
    }

    /// Stops as programs do on Ctrl-Z, and goes on when it is called back.
    private mutating func suspend() {
        terminal.leave()
        ScreenTerminal.stop()
        _ = terminal.enter()
        painter.forget()
        screen.resize(ScreenTerminal.size)
    }
}

extension ReviewScreen.Action {
    /// Whether something else has the terminal while it is done.
    fileprivate var leavesTerminal: Bool {
        switch self {
        case .edit, .suspend: true
        case .quit, .redraw, .refresh, .open, .review: false
        }
    }
}

extension ReviewScreen.Step {
    /// What the desk calls it.
    fileprivate func action(delivery: String) -> ReviewAction {
        switch self {
        case .claim: .claim
        case .release: .release
        case .undo: .undo
        case .takeOver: .takeOver
        case .giveBack: .giveBack
        case .handOver(let name): .handOver(to: name)
        case .close(let reason): .close(reason: reason)
        case .reopen(let reason): .reopen(reason: reason)
        case .approve(let accepts): .approve(note: nil, acceptsFindings: accepts, delivery: delivery)
        case .reject(let reason): .reject(reason: reason)
        case .escalate(let team, let note): .escalate(to: team, note: note)
        case .note(let text): .note(text)
        case .edit(let text, let findings): .edit(text: text, findings: findings)
        }
    }
}
