import Desk

/// Deliveries as the JSON that commands print: one object a line, fields in this order, null where there is nothing.
enum DeliveryWriter {
    static func line(_ delivery: Delivery) -> [UInt8] {
        let words = StateWords(delivery.state)
        var output: [UInt8] = Array(#"{"delivery":\#(delivery.id),"case":\#(delivery.caseID),"state":"#.utf8)
        JSONText.append(delivery.state.kind.rawValue, to: &output)
        let texts: [(String, String?)] = [
            ("channel", delivery.reply.channel), ("account", delivery.reply.account), ("conversation", delivery.reply.conversation),
            ("approved_by", delivery.reply.approvedBy), ("approved_at", delivery.reply.approvedAt.utc),
        ]
        for (name, text) in texts { member(name, text, &output) }
        output += Array(#","attempts":\#(delivery.attempts)"#.utf8)
        member("due_at", delivery.state.kind.isUnderWay ? delivery.dueAt.utc : nil, &output)
        member("expires_at", delivery.expires.utc, &output)
        member("code", words.code, &output)
        member("cause", words.cause, &output)
        output += Array("}\n".utf8)
        return output
    }

    private static func member(_ name: String, _ text: String?, _ output: inout [UInt8]) {
        output += Array(",\"\(name)\":".utf8)
        if let text { JSONText.append(text, to: &output) } else { output += Array("null".utf8) }
    }
}

/// What a delivery's state tells beside its name.
struct StateWords {
    let code: String?
    let cause: String?

    init(_ state: DeliveryState) {
        switch state {
        case .queued: (code, cause) = (nil, nil)
        case .leased(let lease): (code, cause) = (nil, "with \(lease.worker) until \(lease.until.utc)")
        case .waiting(let words), .exhausted(let words), .unknown(let words): (code, cause) = (nil, words)
        case .sent(let ids, let at): (code, cause) = (nil, "at \(at.utc)" + (ids.isEmpty ? "" : " as \(ids.joined(separator: ", "))"))
        case .refused(let refusal, let words): (code, cause) = (refusal, words)
        case .cancelled(let fall): (code, cause) = (fall.rawValue, nil)
        case .dropped(let name): (code, cause) = (nil, "by \(name)")
        }
    }
}
