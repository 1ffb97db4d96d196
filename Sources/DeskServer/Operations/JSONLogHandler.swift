public import Desk
public import Logging

/// Log lines as JSON objects, one a line: `time`, `level`, `message`, then the metadata by name.
public struct JSONLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level = .info
    private let now: @Sendable () -> Instant
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: Takes one whole line with its end, from any thread.
    public init(now: @escaping @Sendable () -> Instant, write: @escaping @Sendable ([UInt8]) -> Void) {
        self.now = now
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line: [UInt8] = Array("{\"time\":\"\(now().utc)\",\"level\":\"\(event.level.rawValue)\",\"message\":".utf8)
        JSONText.append(event.message.description, to: &line)
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += Array(",".utf8)
            JSONText.append(key == "hb.request.id" ? "request" : key, to: &line)
            line += Array(":".utf8)
            Self.append(value, to: &line)
        }
        line += Array("}\n".utf8)
        write(line)
    }

    private static func append(_ value: Logger.MetadataValue, to line: inout [UInt8]) {
        switch value {
        case .string(let text): JSONText.append(text, to: &line)
        case .stringConvertible(let number as Int): line += Array(String(number).utf8)
        case .stringConvertible(let other): JSONText.append(other.description, to: &line)
        case .array(let values):
            line += Array("[".utf8)
            for (index, value) in values.enumerated() {
                if index > 0 { line += Array(",".utf8) }
                append(value, to: &line)
            }
            line += Array("]".utf8)
        case .dictionary(let values):
            line += Array("{".utf8)
            for (index, (key, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { line += Array(",".utf8) }
                JSONText.append(key, to: &line)
                line += Array(":".utf8)
                append(value, to: &line)
            }
            line += Array("}".utf8)
        @unknown default: line += Array("null".utf8)
        }
    }
}
