/// What the desk remembers. Each method of each part is one atomic use case, with its audit row, at the time it is given.
///
/// Every store passes the same conformance kit; nothing here is peculiar to one.
public typealias DeskStore = AuditTrail & Browsing & CaseQueue & CustomerRecords & Figures & Freezing & Intake & Labelling & Listening
    & Outbox & Remembering & RepeatedRequests & Retention & Reviewing & RuleReloads & Staff & Tokens & Watching
