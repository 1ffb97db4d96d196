import Desk
import DeskServer
import IntentEngine

/// The reply at work: the text, what is held against it, what may be put in, what was changed.
struct ReplyView {
    let view: [String: Any]

    init(_ visit: Visit, _ file: CaseFile, _ unkept: CasePages.Unkept) {
        let (wording, item) = (visit.wording, file.case)
        let draft = item.draft
        let isWaiting = item.status == .waiting
        let isFree = item.takenOverBy == nil
        let text = unkept.text ?? Self.text(file)
        let reading = visit.edition.proofreader.read(text, of: file)
        // What is kept with the draft is what an approval is measured by; a text that is not kept is read anew.
        let isKept = unkept.text == nil && draft?.isProposed == true
        let kept = draft?.findings ?? []
        let findings: [(quote: String, cause: String, isFinal: Bool)] =
            isKept
            ? kept.map {
                (Self.quote(draft?.text ?? "", $0.span), wording.finding(rule: $0.rule, cause: $0.cause, remedy: $0.remedy), $0.isFinal)
            }
            : reading.findings.map {
                ($0.text, wording.finding(rule: $0.rule, cause: $0.cause, remedy: $0.remedy), DraftFinding($0).isFinal)
            }
        let isEditable = visit.colleague.role >= .reviewer && isWaiting && isFree
        // Whose the words are that stand in the editor; nobody's where it is empty.
        let shown = isEditable && text.isEmpty && draft?.isProposed != true ? nil : draft
        var view: [String: Any] = [
            "isEditable": isEditable, "text": text, "author": shown.map { wording.author(of: $0) as Any } ?? false,
            "state": draft.map { wording.state($0, file.delivery(of: $0)) as Any } ?? false, "hasDraft": draft?.isProposed == true,
            "visibility": wording.visibility(draft?.visibility ?? item.question.visibility),
            "isPublic": (draft?.visibility ?? item.question.visibility) == .public, "length": wording.length(reading),
            "isOver": reading.isOver,
            "unit": wording.unit(reading), "hasText": !text.isEmpty,
            "verdict": text.isEmpty ? "" : wording.verdict(findings.count), "isClear": findings.isEmpty,
            "findings": findings.map { ["quote": VisibleText.line($0.quote, most: 60), "cause": $0.cause] as [String: Any] },
            "offersAcceptance": (unkept.offersAcceptance || isKept && !kept.isEmpty) && !findings.contains { $0.isFinal },
            // An empty field of what is to be moderated asks for nothing.
            "leads": item.disposition != .moderate || !text.isEmpty,
            "isBlocked": findings.contains { $0.isFinal },
            "isAnswered": item.status == .answered, "isClosed": item.status == .closed, "pending": false, "changed": false, "blocks": false,
            "isLed": !isFree, "language": (draft?.language ?? item.question.language).rawValue,
            "hint": wording.replyHint(item, draft, me: visit.colleague.name, policy: visit.parts.policy).map { $0 as Any } ?? false,
        ]
        if visit.holds(item) {
            view["pending"] = ["seconds": false]
        } else if case .approved(let approval)? = draft?.state, !item.isLeaving, visit.now < approval.undoUntil {
            view["pending"] = ["seconds": approval.undoUntil.seconds - visit.now.seconds]
        }
        // What was let go stands in the conversation.
        view["hasShown"] = !isEditable && draft?.text.isEmpty == false && draft?.state.approval == nil
        if !isEditable, let shown = draft { view["text"] = shown.text }
        view["mayRestore"] = isEditable && file.previousDraft != nil
        if isEditable {
            view["blocks"] = Self.blocks(visit, file)
            if let own = file.ownDraft, own.text != text {
                let diff = WordDiff(from: own.text, to: text)
                if !diff.isEmpty, !text.isEmpty { view["changed"] = ["parts": diff.view] }
            }
        }
        self.view = view
    }

    /// What is there to be read or mended: what is proposed, or what the platform did not take. A reply that may have arrived is
    /// not written twice by a glance.
    private static func text(_ file: CaseFile) -> String {
        guard let draft = file.case.draft else { return "" }
        if draft.isProposed { return draft.text }
        guard draft.state.kind == .undelivered, let delivery = file.delivery(of: draft), delivery.state.kind != .unknown else { return "" }
        return draft.text
    }

    /// The characters a finding is about.
    private static func quote(_ text: String, _ span: Range<Int>) -> String {
        let scalars = Array(text.unicodeScalars)
        return String(String.UnicodeScalarView(scalars[span.clamped(to: 0..<scalars.count)]))
    }

    private static func blocks(_ visit: Visit, _ file: CaseFile) -> Any {
        let wording = visit.wording
        let question = file.messages.last { $0.id == file.case.question.message } ?? file.messages.last
        let reading = question.map { file.reading(of: $0) } ?? DecisionReading()
        var intents = [file.case.intent].compactMap(\.self)
        for name in (reading.intents + reading.candidates).map(\.name) where !intents.contains(name) { intents.append(name) }
        let isGated = !file.gates(visit.edition).isEmpty
        let blocks = ReplyBlocks(file, intents: intents, visit.edition.desk, isGated: isGated, at: visit.now).blocks
        var groups: [(group: ReplyBlocks.BlockGroup, blocks: [ReplyBlocks.Block])] = []
        for block in blocks {
            if let index = groups.firstIndex(where: { $0.group == block.group }) {
                groups[index].blocks.append(block)
            } else {
                groups.append((block.group, [block]))
            }
        }
        return [
            "groups": groups.map { group -> [String: Any] in
                [
                    "title": wording.blockGroup(group.group),
                    "blocks": group.blocks.map { block -> [String: Any] in
                        [
                            "number": block.number, "text": block.text, "name": block.name, "hasVariables": !block.variables.isEmpty,
                            "variables": block.variables.map { placeholder, value -> [String: Any] in
                                [
                                    "name": wording.placeholder(placeholder), "value": value.map { $0 as Any } ?? false,
                                ]
                            },
                        ]
                    },
                ]
            }
        ]
    }
}

/// What else may be done with the case.
struct WorkView {
    let view: [String: Any]

    init(_ visit: Visit, _ file: CaseFile, _ unkept: CasePages.Unkept, colleagues: [User]) {
        let (wording, item, me) = (visit.wording, file.case, visit.colleague)
        let isWaiting = item.status == .waiting
        let claim = item.claim.flatMap { $0.isLive(at: visit.now) ? $0 : nil }
        view = [
            "mayClaim": isWaiting && claim == nil && item.takenOverBy == nil,
            "mayRelease": claim.map { $0.by == me.name || me.role >= .manager } ?? false, "isMine": claim?.by == me.name,
            "mayReject": isWaiting && item.draft?.isProposed == true, "mayEscalate": isWaiting,
            "mayHandOver": isWaiting && !colleagues.isEmpty,
            "mayTakeOver": item.takenOverBy == nil && item.status != .closed,
            "mayGiveBack": item.takenOverBy.map { $0 == me.name || me.role >= .manager } ?? false,
            "closeTitle": wording(item.status == .waiting ? CaseWord.closeUnanswered : .closeCase),
            "reasons": [CaseWord.duplicateReason, .elsewhereReason, .nothingReason].map { wording($0) },
            "mayClose": item.status != .closed && item.draft?.state.kind != .approved,
            "mayReopen": item.status != .waiting && item.draft?.state.kind != .approved, "reason": unkept.reason ?? "",
            "note": unkept.note ?? "",
            "teams": Team.allCases.filter { $0 != item.team }.map { ["value": $0.rawValue, "name": wording.team($0)] as [String: Any] },
            "colleagues": colleagues.map { colleague -> [String: Any] in
                let team = colleague.team.map { " — \(wording.team($0))" } ?? ""
                return ["value": colleague.name.text, "name": colleague.name.text + team]
            },
        ]
    }
}
