import Desk

/// What a courier did, in one line each, for whoever watches it. No line holds a word of a customer's or a platform's.
enum CourierLog {
    static func line(_ event: CourierEvent, at now: Instant) -> String {
        "\(now.utc) \(text(event))\n"
    }

    private static func text(_ event: CourierEvent) -> String {
        switch event {
        case .settled(let delivery, let channel, let label): "delivery \(delivery) \(channel) \(label)"
        case .cancelled(let delivery, let fall): "delivery \(delivery) cancelled \(fall.rawValue)"
        case .released(let delivery): "delivery \(delivery) given back"
        case .lost(let delivery): "delivery \(delivery) lost its lease"
        case .storeFailed(let label): "store failed \(label)"
        }
    }
}
