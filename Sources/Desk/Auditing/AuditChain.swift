/// Makes the hashes of audit rows, and tells whether rows follow from each other.
///
/// A row's hash is the SHA-256 of these bytes, one after the other: the 32 bytes of the hash before (zeros for the first
/// row); sequence and seconds since 1970, eight bytes each, the most significant first; actor, action and subject, each
/// with its length in bytes before it, eight bytes as above; the 32 bytes of the digest. The digest is the SHA-256 of salt
/// and words; words and salt are no part of the hash, so that they can be erased and the chain still holds.
public struct AuditChain: Sendable {
    public private(set) var sequence: Int64
    public private(set) var hash: [UInt8]
    private let sha256: @Sendable ([UInt8]) -> [UInt8]
    private var bytes: [UInt8] = []

    /// A chain that goes on after `sequence`; a new one without.
    public init(after sequence: Int64 = 0, hash: [UInt8] = Self.start, sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.sequence = sequence
        self.hash = hash
        self.sha256 = sha256
    }

    /// What the first row follows.
    public static let start = [UInt8](repeating: 0, count: 32)

    /// The next row, with a digest over `words` that nobody can try words against who has not the salt.
    public mutating func add(
        _ action: AuditAction, _ subject: String, by actor: String, at: Instant, detail: String?, words: [UInt8], salt: [UInt8]
    ) -> AuditRow {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: salt)
        bytes.append(contentsOf: words)
        let digest = sha256(bytes)
        sequence += 1
        hash = next(at, actor, action, subject, digest)
        return AuditRow(
            sequence: sequence, at: at, actor: actor, action: action, subject: subject, detail: detail, salt: salt, digest: digest,
            hash: hash)
    }

    /// Goes on over a row that was read; why it does not follow, if it does not.
    public mutating func follow(_ row: AuditRow) -> AuditVerdict.Fault? {
        guard row.sequence == sequence + 1 else { return .missing }
        sequence += 1
        hash = next(row.at, row.actor, row.action, row.subject, row.digest)
        if hash != row.hash { return .changed }
        if let salt = row.salt, let detail = row.detail, sha256(salt + Array(detail.utf8)) != row.digest { return .detail }
        return nil
    }

    /// Whether a digest is that of these words.
    public func isDigest(_ digest: [UInt8], of words: [UInt8], salt: [UInt8]) -> Bool { sha256(salt + words) == digest }

    private mutating func next(_ at: Instant, _ actor: String, _ action: AuditAction, _ subject: String, _ digest: [UInt8]) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: hash)
        append(Int(sequence))
        append(at.seconds)
        for text in [actor, action.rawValue, subject] {
            append(text.utf8.count)
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(contentsOf: digest)
        return sha256(bytes)
    }

    private mutating func append(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { bytes.append(contentsOf: $0) }
    }
}
