public import Desk
public import Logging

/// Log lines as JSON objects, one a line: `time`, `level`, `message`, then the metadata by name.
public struct JSONLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level = .info
    private let now: @Sendable () -> Instant
    private let write: @Sendable ([UInt8], Logger.Level) -> Void
    private let times = LogTimes()

    /// - Parameter write: Takes one whole line with its end, and its level, from any thread.
    public init(now: @escaping @Sendable () -> Instant, write: @escaping @Sendable ([UInt8], Logger.Level) -> Void) {
        self.now = now
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line: [UInt8] = []
        line.reserveCapacity(512)
        line.literal("{\"time\":\"")
        line.append(contentsOf: times.text(of: now()).utf8)
        line.literal("\",\"level\":\"")
        line.append(contentsOf: event.level.rawValue.utf8)
        line.literal("\",\"message\":")
        JSONText.append(event.message.description, to: &line)
        let own = event.metadata ?? [:]
        var all = Array(own)
        for item in metadata where own[item.key] == nil { all.append(item) }
        all.sort { $0.key < $1.key }
        for (key, value) in all {
            line.append(UInt8(ascii: ","))
            JSONText.append(key == "hb.request.id" ? "request" : key, to: &line)
            line.append(UInt8(ascii: ":"))
            Self.append(value, to: &line)
        }
        line.literal("}\n")
        write(line, event.level)
    }

    private static func append(_ value: Logger.MetadataValue, to line: inout [UInt8]) {
        switch value {
        case .string(let text): JSONText.append(text, to: &line)
        case .stringConvertible(let number as Int): line.number(number)
        case .stringConvertible(let other): JSONText.append(other.description, to: &line)
        case .array(let values):
            line.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                append(value, to: &line)
            }
            line.append(UInt8(ascii: "]"))
        case .dictionary(let values):
            line.append(UInt8(ascii: "{"))
            for (index, (key, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                JSONText.append(key, to: &line)
                line.append(UInt8(ascii: ":"))
                append(value, to: &line)
            }
            line.append(UInt8(ascii: "}"))
        @unknown default: line.literal("null")
        }
    }
}
