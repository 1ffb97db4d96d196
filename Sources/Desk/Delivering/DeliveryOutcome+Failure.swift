extension DeliveryOutcome {
    /// What a try without a whole answer means: only what has not left, or may arrive twice, is tried again.
    public static func of(_ failure: TransportFailure, isIdempotent: Bool) -> DeliveryOutcome {
        switch failure {
        case .notSent(let cause): .retry(after: nil, cause: cause)
        case .interrupted(let cause): isIdempotent ? .retry(after: nil, cause: cause) : .unknown(cause: cause)
        case .forbidden(let cause): .refused(code: "forbidden_address", words: cause)
        }
    }
}
