/// Deliveries as commands print them and the server answers them: fields in this order, null where there is nothing.
extension JSONWriter {
    package mutating func write(_ delivery: Delivery) {
        let words = DeliveryWords(delivery.state)
        object { writer in
            writer.member("delivery", Int(delivery.id))
            writer.member("case", Int(delivery.caseID))
            writer.member("state", delivery.state.kind.rawValue)
            writer.member("channel", delivery.reply.channel)
            writer.member("account", delivery.reply.account)
            writer.member("conversation", delivery.reply.conversation)
            writer.member("approved_by", delivery.reply.approvedBy)
            writer.member("approved_at", delivery.reply.approvedAt)
            writer.member("attempts", delivery.attempts)
            writer.member("due_at", delivery.state.kind.isUnderWay ? delivery.dueAt : nil)
            writer.member("expires_at", delivery.expires)
            writer.member("code", words.code)
            writer.member("cause", words.cause)
        }
    }
}
