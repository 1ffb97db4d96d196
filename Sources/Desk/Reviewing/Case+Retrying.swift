extension Case {
    /// Why the reply of a draft that did not arrive may not be sent on its way again; nil where it still answers what is asked.
    ///
    /// A newer message replaces the case's draft, and so does a newer text, whatever became of it.
    public func fall(ofRetrying draft: Int64) -> DeliveryStanding.Fall? {
        if status == .closed { return .closed }
        if takenOverBy != nil { return .takenOver }
        guard let current = self.draft, current.id == draft else { return .superseded }
        // What waits for its turn has answered the case; where nothing is on its way, somebody else has.
        if status == .answered, current.state.kind == .undelivered { return .takenOver }
        return nil
    }
}
