import Desk

/// What the shell hands back.
extension ReviewScreen {
    /// The queue was read.
    mutating func show(_ page: QueuePage) { queue.take(page, wording: wording, rows: queueRows) }

    /// A case was read; nil where it is no longer there.
    mutating func show(_ file: CaseFile?, number: Int64) {
        guard let file else {
            say(wording.refusal(.noSuchCase, case: number), alarm: true)
            return
        }
        let before = open?.number == file.case.number ? open : nil
        var read = OpenCase(file)
        page = .case
        if let before, before.file.messages.count == file.messages.count {
            // What was looked at stays in sight, unless there is something new to see.
            read.top = file.notes.count > before.file.notes.count ? .max / 2 : before.top
            // Words may have been erased meanwhile, and what spoke for them.
            if before.places.count == read.places.count { read.focus = before.focus }
            open = read
            settle()
            if before.file.case.draft != file.case.draft { show(.draft) }
        } else {
            read.top = CaseBody.start(of: file.messages.count - 1, read, self)
            open = read
            settle()
        }
    }

    /// A step was taken, and `item` is what the case has become.
    mutating func did(_ step: Step, _ item: Case) -> Action? {
        say(wording.done(step, case: item.number))
        pending.removeAll { $0.subject.number == item.number }
        switch step {
        case .approve:
            if let until = item.draft?.state.approval?.undoUntil {
                pending.append(Pending(subject: Subject(number: item.number, version: item.version), until: until))
            }
            return leaveCase()
        case .escalate, .handOver:
            return page == .case ? leaveCase() : .refresh
        case .undo, .edit, .reject, .takeOver, .giveBack, .close, .reopen: return .open(item.number)
        case .claim, .release, .note:
            guard page == .case else { return .refresh }
            // These need no version: what comes up may be news.
            if open?.version != item.version { say(wording.changed, alarm: true) }
            return .open(item.number)
        }
    }

    /// A step was refused; nothing has changed.
    mutating func refused(_ subject: Subject, _ step: Step, _ refusal: ReviewRefusal) {
        if case .stale(let change) = refusal {
            page = .conflict(Conflict(number: subject.number, change: change, isEdit: step.text != nil))
        } else {
            say(wording.refusal(refusal, case: subject.number), alarm: true)
            keep(step, subject)
        }
    }

    /// The store did not do what it was asked.
    mutating func failed(_ failure: StoreFailure) { say(String(describing: failure), alarm: true) }

    /// The store did not take a step; nothing has changed.
    mutating func failed(_ failure: StoreFailure, _ subject: Subject, _ step: Step) {
        failed(failure)
        keep(step, subject)
    }

    /// The colleague wrote nothing that could be taken.
    mutating func notEdited(_ cause: EditorFailure) { say(wording.editor(cause), alarm: cause != .unchanged) }

    /// A text that could not be kept is shown and offered again: nobody's words are lost.
    private mutating func keep(_ step: Step, _ subject: Subject) {
        guard let text = step.text else { return }
        let change = ReviewRefusal.StaleChange(
            seen: subject.version, current: subject.version, yours: text, theirs: open?.file.case.draft?.text)
        page = .conflict(Conflict(number: subject.number, change: change, isEdit: true))
    }
}

extension ReviewScreen.Step {
    /// The text it puts in the place of the draft.
    fileprivate var text: String? {
        if case .edit(let text, _) = self { return text }
        return nil
    }
}
