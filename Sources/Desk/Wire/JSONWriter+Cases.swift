import IntentEngine

/// Cases as commands print them and the server answers them: fields in this order, null where there is nothing. Times are
/// RFC 3339 in UTC; a claim that is over is none.
extension JSONWriter {
    package mutating func write(_ item: QueueItem, at now: Instant) {
        object { writer in
            writer.fields(of: item.case, at: now)
            writer.member("customer", item.customer?.name ?? item.customer?.id)
            writer.member("text", item.text)
            writer.member("received_at", item.receivedAt)
            writer.member("messages", item.messages)
        }
    }

    package mutating func write(_ item: Case, at now: Instant) { object { $0.fields(of: item, at: now) } }

    package mutating func write(_ file: CaseFile, at now: Instant) {
        object { writer in
            writer.fields(of: file.case, at: now)
            writer.story(of: file)
        }
    }

    package mutating func write(_ record: CustomerRecord, at now: Instant) {
        object { writer in
            writer.member("customer", record.customer.id)
            writer.name("names")
            writer.list(record.names) { $0.string($1) }
            writer.name("cases")
            writer.list(record.files) { $0.write($1, at: now) }
        }
    }

    // MARK: Parts

    private mutating func fields(of item: Case, at now: Instant) {
        let claim = item.claim.flatMap { $0.isLive(at: now) ? $0 : nil }
        member("case", Int(item.number))
        member("version", item.version)
        member("status", item.status.rawValue)
        member("disposition", item.disposition.rawValue)
        member("team", item.team.rawValue)
        member("priority", item.priority.rawValue)
        member("due", item.due)
        member("waits_since", item.waitsSince)
        member("promised_until", item.promisedUntil)
        member("channel", item.conversation.channel)
        member("account", item.conversation.account)
        member("conversation", item.conversation.thread)
        member("question", item.question.message)
        member("intent", item.intent)
        member("needs_second_reader", item.needsSecondReader)
        member("claimed_by", claim?.by)
        member("claimed_until", claim?.until)
        member("taken_over_by", item.takenOverBy)
        name("draft")
        if let draft = item.draft { object { $0.fields(of: draft) } } else { null() }
    }

    package mutating func fields(of draft: CaseDraft) {
        member("state", draft.state.kind.rawValue)
        member("text", draft.text)
        member("language", draft.language.rawValue)
        member("visibility", draft.visibility.rawValue)
        member("author", draft.author)
        member("template", draft.template)
        member("in_reply_to", draft.inReplyTo)
        member("approved_by", draft.state.approval?.by)
        member("approved_at", draft.state.approval?.at)
        member("undo_until", draft.state.approval?.undoUntil)
        name("findings")
        list(draft.findings) { $0.write($1) }
    }

    package mutating func write(_ finding: DraftFinding) {
        object { writer in
            writer.member("rule", finding.rule)
            writer.member("cause", finding.cause)
            writer.member("remedy", finding.remedy)
        }
    }

    /// How far a draft's reply has come.
    private mutating func ending(of delivery: Delivery) {
        let words = DeliveryWords(delivery.state)
        member("delivery", Int(delivery.id))
        member("state", delivery.state.kind.rawValue)
        member("attempts", delivery.attempts)
        member("code", words.code)
        member("cause", words.cause)
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
                writer.member("edited_at", message.editedAt)
                writer.member("deleted_at", message.deletedAt)
                writer.member("visibility", message.visibility.rawValue)
                writer.member("text", message.text)
                writer.name("decision")
                if let line = message.line { writer.raw(line) } else { writer.null() }
            }
        }
        name("drafts")
        list(file.drafts) { writer, draft in
            writer.object { writer in
                writer.fields(of: draft)
                writer.name("delivery")
                if let delivery = file.delivery(of: draft) { writer.object { $0.ending(of: delivery) } } else { writer.null() }
            }
        }
        name("notes")
        list(file.notes) { writer, note in
            writer.object { writer in
                writer.member("by", note.by)
                writer.member("at", note.at)
                writer.member("text", note.text)
            }
        }
    }
}
