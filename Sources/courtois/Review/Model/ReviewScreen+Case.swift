import Desk

extension ReviewScreen {
    /// Rows the body of a case has.
    var caseRows: Int { max(1, size.rows - 7) }

    mutating func caseKey(_ key: Key) -> Action? {
        guard let item = open?.file.case else { return leaveCase() }
        let subject = Subject(number: item.number, version: item.version)
        switch key {
        case .character("j"), .down: scroll(by: 1)
        case .character("k"), .up: scroll(by: -1)
        case .pageDown, .control("f"), .character(" "): scroll(by: caseRows - 1)
        case .pageUp, .control("b"): scroll(by: 1 - caseRows)
        case .character("g"), .home: scroll(by: -.max / 2)
        case .character("G"), .end: scroll(by: .max / 2)
        case .tab: moveFocus(by: 1)
        case .backTab: moveFocus(by: -1)
        case .escape, .left, .character("q"): return leaveCase()
        case .character("R"): return .open(item.number)
        case .character("a"): return approve(item, subject)
        case .character("e"): return .edit(subject, text: item.draft?.text ?? "")
        case .character("r"):
            guard item.draft?.isProposed == true else {
                say(wording.refusal(.noDraft, case: item.number), alarm: true)
                return nil
            }
            ask(.reason(subject))
        case .character("t"):
            return .review(subject, item.takenOverBy == nil ? .takeOver : .giveBack)
        case .character("x"): ask(.closing(subject))
        case .character("o"): ask(.reopening(subject))
        default: return commonKey(key, item)
        }
        return nil
    }

    private mutating func approve(_ item: Case, _ subject: Subject) -> Action? {
        let findings = item.draft?.isProposed == true ? item.draft?.findings ?? [] : []
        if findings.isEmpty { return .review(subject, .approve(acceptsFindings: false)) }
        if findings.contains(where: \.isFinal) {
            say(wording.refusal(.hasFindings(findings), case: item.number), alarm: true)
            show(.draft)
        } else {
            overlay = .acceptance(subject)
            show(.draft)
        }
        return nil
    }

    /// Goes back to the queue, and looks at it anew.
    mutating func leaveCase() -> Action? {
        page = .queue
        open = nil
        return .refresh
    }

    // MARK: What is seen of it

    private mutating func scroll(by step: Int) {
        guard let open else { return }
        // Far steps must not overflow.
        self.open?.top = step > 0 ? open.top + min(step, 1 << 30) : max(0, open.top + max(step, -(1 << 30)))
        settle()
    }

    private mutating func moveFocus(by step: Int) {
        guard var moved = open else { return }
        moved.moveFocus(by: step)
        open = moved
        if let focus = moved.focus { show(.evidence(focus)) }
    }

    /// Scrolls as little as it takes to show where `anchor` begins; a draft is shown with what is held against it.
    mutating func show(_ anchor: CaseBody.Anchor) {
        guard let open, let line = CaseBody(open, self).lines.firstIndex(where: { $0.anchors.contains(anchor) }) else { return }
        if anchor == .draft || line < open.top {
            self.open?.top = line
        } else {
            let top = max(open.top, line - caseRows + 1)
            self.open?.top = top
        }
        settle()
    }

    /// Keeps what is scrolled within its text.
    mutating func settle() {
        if let open {
            let last = max(0, CaseBody(open, self).lines.count - caseRows)
            self.open?.top = min(max(0, open.top), last)
        }
    }
}
