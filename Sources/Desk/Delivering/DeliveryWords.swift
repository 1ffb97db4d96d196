/// What a delivery's state tells beside its name.
package struct DeliveryWords {
    package let code: String?
    package let cause: String?

    package init(_ state: DeliveryState) {
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
