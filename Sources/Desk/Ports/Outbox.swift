/// The deliveries of a store, as the courier and the people who watch it use them.
///
/// Each method is one transaction, committed when it returns, with its audit row in it. Every method takes the time, so
/// that no store reads a clock. The courier goes through them in this order:
///
///     claim ─► markWriting ─► (the request leaves) ─► settle
///       └─► release
///
/// A courier that dies leaves a lease behind. Before `markWriting` nothing can have left, so the delivery goes back to the
/// queue. After it the request may have left: where the platform acts once on repeated requests it is tried again, with
/// the same key; elsewhere the delivery is `unknown`. Nothing is ever sent twice, and nothing rests longer than its lease.
public protocol Outbox: Sendable {
    /// Leases deliveries that are due, oldest due first, then by id.
    ///
    /// In the same transaction: leases that are over are ended (as by `endLeases`); a delivery whose `expires` has come is
    /// `exhausted`; a delivery whose standing has fallen (`DeliveryStanding.verdict`) is `cancelled`. Neither is claimed.
    /// Left alone are deliveries that are not due because nothing may leave by their account (`nextDue`), and those behind an
    /// earlier one of their conversation (channel, account, conversation; by id) that is still under way.
    func claim(_ claim: DeliveryClaim, now: Instant) async throws -> [Delivery]

    /// Notes that the first byte is about to leave, and lets the lease run until `until`. Counts as an attempt.
    ///
    /// Only when this has returned `granted` may a byte be written. The standing is read again here.
    func markWriting(_ lease: Lease, _ writing: Lease.Writing, until: Instant, now: Instant) async throws -> WritingPermit

    /// Records what the try came to; with `sent`, the platform's ids and the case's answer in the same transaction.
    ///
    /// Holds while the lease is the delivery's last, even when it has ended with `unknown` and no person has decided since:
    /// knowing is better than not knowing. False when the lease was lost; then nothing changes.
    @discardableResult
    func settle(_ lease: Lease, _ settlement: Settlement, now: Instant) async throws -> Bool

    /// Gives a delivery back of which nothing was written, to be tried from `dueAt` on; the attempt counted by
    /// `markWriting`, if it was, is taken back. False when the lease was lost.
    @discardableResult
    func release(_ lease: Lease, dueAt: Instant, now: Instant) async throws -> Bool

    /// Ends the leases that are over; how many.
    @discardableResult
    func endLeases(now: Instant) async throws -> Int

    /// When there is something to do: a delivery is due, or a lease over; nil when nothing is under way.
    ///
    /// What may not leave for now, because its account is paused, `withheld`, or frozen with all that leaves, is not due before it
    /// expires; but for what nobody has read, which falls when it is frozen.
    func nextDue(except withheld: Set<ChannelAccount>) async throws -> Instant?

    func delivery(_ id: Int64) async throws -> Delivery?

    /// Deliveries in one of `kinds`, by id, after `after`.
    func deliveries(_ kinds: Set<DeliveryState.Kind>, after: Int64, most: Int) async throws -> [Delivery]

    /// How many deliveries are under way or need a person, by where they stand; none of zero. What has ended is not counted: it
    /// only grows.
    func depth() async throws -> [DeliveryState.Kind: Int]

    /// Sends a delivery on its way again, at once and for `Delivery.patience` more; a person's word, also for `unknown`.
    /// Only states that `mayBeRetried`, and only while the case stands as it did (`Case.fall(ofRetrying:)`).
    func retry(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer

    /// Gives a delivery up. Only states that `mayBeDropped`.
    func drop(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer

    /// Takes an `unknown` delivery for sent: a person, or the platform's echo, has seen it arrive.
    func confirm(_ id: Int64, externalIds: [String], by person: String, now: Instant) async throws -> OutboxAnswer

    /// Accounts from which nothing leaves, and why.
    func pausedAccounts() async throws -> [ChannelAccount: String]

    /// Lets an account's deliveries leave again; those that wait are due at once. False when it was not paused.
    @discardableResult
    func resume(_ account: ChannelAccount, by person: String, now: Instant) async throws -> Bool
}
