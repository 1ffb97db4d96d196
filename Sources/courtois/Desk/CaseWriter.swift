import Desk
import IntentEngine

/// Cases as the JSON that commands print: one object a line, fields in this order, null where there is nothing. Times are
/// RFC 3339 in UTC.
struct CaseWriter {
    private(set) var output: [UInt8] = []
    private let now: Instant
    private var isFirst = true

    init(now: Instant) { self.now = now }

    mutating func write(_ item: QueueItem) {
        object { writer in
            writer.fields(of: item.case)
            writer.member("customer", item.customer?.name ?? item.customer?.id)
            writer.member("text", item.text)
            writer.member("received_at", item.receivedAt)
            writer.member("messages", item.messages)
        }
        output.append(0x0A)
    }

    mutating func write(_ item: Case) {
        object { $0.fields(of: item) }
        output.append(0x0A)
    }

    mutating func write(_ file: CaseFile) {
        object { writer in
            writer.fields(of: file.case)
            writer.story(of: file)
        }
        output.append(0x0A)
    }

    mutating func write(_ record: CustomerRecord) {
        object { writer in
            writer.member("customer", record.customer.id)
            writer.name("names")
            writer.list(record.names) { $0.string($1) }
            writer.name("cases")
            writer.list(record.files) { writer, file in
                writer.object { writer in
                    writer.fields(of: file.case)
                    writer.story(of: file)
                }
            }
        }
        output.append(0x0A)
    }

    // MARK: Parts

    private mutating func fields(of item: Case) {
        let claim = item.claim.flatMap { $0.isLive(at: now) ? $0 : nil }
        member("case", Int(item.number))
        member("version", item.version)
        member("status", item.status.rawValue)
        member("disposition", item.disposition.rawValue)
        member("team", item.team.rawValue)
        member("priority", item.priority.rawValue)
        member("due", item.due)
        member("waits_since", item.waitsSince)
        member("channel", item.conversation.channel)
        member("account", item.conversation.account)
        member("conversation", item.conversation.name)
        member("intent", item.intent)
        member("needs_second_reader", item.needsSecondReader)
        member("claimed_by", claim?.by)
        member("claimed_until", claim?.until)
        member("taken_over_by", item.takenOverBy)
        name("draft")
        if let draft = item.draft { write(draft) } else { null() }
    }

    private mutating func write(_ draft: CaseDraft) {
        object { writer in
            writer.member("state", draft.state.kind.rawValue)
            writer.member("text", draft.text)
            writer.member("language", draft.language.rawValue)
            writer.member("visibility", draft.visibility.rawValue)
            writer.member("author", draft.author)
            writer.member("template", draft.template)
            writer.member("in_reply_to", draft.inReplyTo)
            writer.member("approved_by", draft.state.approval?.by)
            writer.member("approved_at", draft.state.approval?.at)
            writer.member("undo_until", draft.state.approval?.undoUntil)
            writer.name("findings")
            writer.list(draft.findings) { writer, finding in
                writer.object { writer in
                    writer.member("rule", finding.rule)
                    writer.member("cause", finding.cause)
                    writer.member("remedy", finding.remedy)
                }
            }
        }
    }

    private mutating func story(of file: CaseFile) {
        name("messages")
        list(file.messages) { writer, message in
            writer.object { writer in
                writer.member("id", message.id)
                writer.member("author", message.author?.id)
                writer.member("name", message.author?.name)
                writer.member("sent_at", message.sentAt)
                writer.member("received_at", message.receivedAt)
                writer.member("visibility", message.visibility.rawValue)
                writer.member("text", message.text)
                writer.name("decision")
                if let line = message.line { writer.raw(line) } else { writer.null() }
            }
        }
        name("drafts")
        list(file.drafts) { $0.write($1) }
        name("notes")
        list(file.notes) { writer, note in
            writer.object { writer in
                writer.member("by", note.by)
                writer.member("at", note.at)
                writer.member("text", note.text)
            }
        }
    }

    // MARK: JSON

    private mutating func object(_ members: (inout CaseWriter) -> Void) {
        output.append(UInt8(ascii: "{"))
        isFirst = true
        members(&self)
        output.append(UInt8(ascii: "}"))
        isFirst = false
    }

    private mutating func list<Element>(_ elements: [Element], _ element: (inout CaseWriter, Element) -> Void) {
        output.append(UInt8(ascii: "["))
        for (index, item) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            element(&self, item)
        }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func name(_ name: String) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        string(name)
        output.append(UInt8(ascii: ":"))
    }

    private mutating func member(_ name: String, _ value: String?) {
        self.name(name)
        if let value { string(value) } else { null() }
    }

    private mutating func member(_ name: String, _ value: Int) {
        self.name(name)
        output.append(contentsOf: String(value).utf8)
    }

    private mutating func member(_ name: String, _ value: Bool) {
        self.name(name)
        output.append(contentsOf: (value ? "true" : "false").utf8)
    }

    private mutating func member(_ name: String, _ value: Instant?) { member(name, value?.utc) }

    private mutating func null() { output.append(contentsOf: "null".utf8) }

    /// A decision's line, which is JSON already.
    private mutating func raw(_ line: [UInt8]) { output.append(contentsOf: line.last == 0x0A ? line.dropLast() : line[...]) }

    private mutating func string(_ text: String) { JSONText.append(text, to: &output) }
}
