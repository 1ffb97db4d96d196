import IntentEngine

extension MessageDesk {
    /// Understands and decides a message that is to be kept, with its secrets masked wherever they would be kept.
    ///
    /// - Parameters:
    ///   - used: Texts the conversation has had.
    ///   - exchange: What has passed before in its conversation.
    ///   - now: When it came in; it was sent then where the message does not say when it was, or says that it was later.
    ///   - earliest: The due time is counted from no earlier moment, where others than the brand say when a message was sent; nil
    ///     where it is counted from whenever that was.
    ///   - delivery: What the platform will know a reply by that leaves unreviewed; never given before.
    public mutating func arrival(
        of reading: MessageReader.Reading, used: inout UsedTexts, after exchange: Exchange = Exchange(), at now: Instant,
        from earliest: Instant? = nil, delivery: String,
        replyUntil: Instant? = nil
    ) -> Arrival {
        var message = reading.message
        let sentAt = min(message.sentAt ?? now, now)
        message.sentAt = sentAt
        // Understood as it was written: a card number in public is a reason to hide the message.
        let understanding = understand(message)
        let masked = SecretMask.masked(message.text)
        if let masked { message.text = masked.text }
        if let subject = message.subject, let masked = SecretMask.masked(subject) { message.subject = masked.text }
        var judged = message
        if let earliest { judged.sentAt = max(sentAt, earliest) }
        let decision = decide(judged, understanding.without(masked?.spans ?? []), after: exchange, used: &used)
        var line: [UInt8] = []
        // Two of three lines fit; growing would copy, and leave twice the room that is needed.
        line.reserveCapacity(2560)
        writeLine(reading.replacing(message), understanding, decision, hidden: masked?.spans ?? [], to: &line)
        return Arrival(
            message: message, decision: decision, line: line, rulebook: hash, language: understanding.language.ruled,
            intent: understanding.intents.first.map { rulebook.intents[$0.intent] },
            signals: understanding.signals.map { rulebook.signals[$0.signal] },
            isSensitive: decider.policy.isSensitive(understanding), receivedAt: now, delivery: delivery,
            replyUntil: replyUntil, gravity: Gravity(of: decision, understanding, decider.policy),
            promisedUntil: promised(by: decision, at: now))
    }
}

extension MessageDesk {
    /// By when a decision that leaves unreviewed promises that somebody answers.
    private func promised(by decision: Decision, at now: Instant) -> Instant? {
        guard decision.disposition == .send, let draft = decision.draft else { return nil }
        return promises.promise(
            in: draft.text, draft.language, template: draft.template, team: decision.team, priority: decision.priority, at: now)?.until
    }
}

extension Understanding {
    /// What is understood without values read from masked places: no reply may repeat them.
    fileprivate func without(_ hidden: [Range<Int>]) -> Understanding {
        if hidden.isEmpty { return self }
        var open = self
        open.entities.removeAll { entity in hidden.contains { $0.overlaps(entity.span) } }
        return open
    }
}

extension MessageReader.Reading {
    /// The reading with what has become of its message.
    fileprivate func replacing(_ message: Message) -> MessageReader.Reading {
        MessageReader.Reading(message: message, idJSON: idJSON, wasRepaired: wasRepaired, hasID: hasID)
    }
}
