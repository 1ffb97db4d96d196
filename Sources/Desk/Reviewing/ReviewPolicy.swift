/// How long things may take at the desk, and what takes two people.
public struct ReviewPolicy: Sendable, Hashable {
    /// How long a claim runs.
    public var claimSeconds: Int
    /// How long an approval can be taken back; its delivery is not due before.
    public var undoSeconds: Int
    /// Whether cases marked sensitive take a second reader.
    public var hasSecondReader: Bool
    /// Longest text, note or reason taken, in UTF-8 bytes.
    public var mostBytes: Int

    public init(claimSeconds: Int = 900, undoSeconds: Int = 10, hasSecondReader: Bool = true, mostBytes: Int = 64 * 1024) {
        self.claimSeconds = claimSeconds
        self.undoSeconds = undoSeconds
        self.hasSecondReader = hasSecondReader
        self.mostBytes = mostBytes
    }
}
