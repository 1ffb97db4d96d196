/// Strings as JSON, for those who write JSON of their own.
public enum JSONText {
    /// Appends `text` in quotes, escaped.
    public static func append(_ text: String, to output: inout [UInt8]) { output.string(text) }
}
