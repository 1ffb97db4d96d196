extension Delivery {
    /// What to know and do where a reply has not arrived, or may have; nil where nothing is to be done. A line for the command line.
    package var advice: String? {
        switch state {
        case .unknown(let cause):
            "it may have arrived (\(cause)) — look at the platform before you write again, then “courtois outbox confirm \(id)”, “retry” or “drop” it"
        case .refused(let code, let words): "the platform refused it (\(code): \(words)) — write another, or “courtois outbox retry \(id)”"
        case .exhausted(let cause): "it did not leave in time (\(cause)) — write another, or “courtois outbox retry \(id)”"
        case .dropped(let name): "\(name) gave it up"
        case .queued, .leased, .waiting, .sent, .cancelled: nil
        }
    }
}

extension CaseFile {
    /// The last reply that a person has to look at before anything more is written.
    public var openDelivery: Delivery? { deliveries.last { $0.state.kind.needsPerson } }
}
