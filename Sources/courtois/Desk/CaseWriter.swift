import Desk

/// Cases as the JSON that commands print: one object a line.
struct CaseWriter {
    private var writer = JSONWriter()
    private let now: Instant

    init(now: Instant) { self.now = now }

    var output: [UInt8] { writer.output }

    mutating func write(_ item: QueueItem) {
        writer.write(item, at: now)
        writer.endLine()
    }

    mutating func write(_ item: Case) {
        writer.write(item, at: now)
        writer.endLine()
    }

    mutating func write(_ file: CaseFile) {
        writer.write(file, at: now)
        writer.endLine()
    }

    mutating func write(_ record: CustomerRecord) {
        writer.write(record, at: now)
        writer.endLine()
    }
}
