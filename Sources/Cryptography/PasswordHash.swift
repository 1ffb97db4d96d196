/// What a password is checked against: its scrypt key with the salt and the cost it was made with.
public struct PasswordHash: Sendable, Hashable {
    public let cost: Scrypt.Cost
    private let salt: [UInt8]
    private let key: [UInt8]

    private static let saltBytes = 16
    private static let keyBytes = 32

    /// The hash of `password`; nil where there is no memory for it. Blocks for a while: not for threads that serve.
    public init?(of password: String, salt: [UInt8], cost: Scrypt.Cost = .passwords) {
        guard salt.count == Self.saltBytes, let key = Scrypt.key(Self.bytes(of: password), salt: salt, cost, length: Self.keyBytes) else {
            return nil
        }
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Reads `$scrypt$ln=15,r=8,p=3$salt$key`, the form password hashes have by agreement (PHC).
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let salt = Base64.bytes(parts[3]), salt.count == Self.saltBytes,
            let key = Base64.bytes(parts[4]), key.count == Self.keyBytes
        else { return nil }
        let values = parts[2].split(separator: ",").compactMap { part -> (Substring, Int)? in
            let pair = part.split(separator: "=")
            return pair.count == 2 ? Int(pair[1]).map { (pair[0], $0) } : nil
        }
        guard values.map(\.0) == ["ln", "r", "p"] else { return nil }
        cost = Scrypt.Cost(logN: values[0].1, r: values[1].1, p: values[2].1)
        guard cost.isBounded else { return nil }
        self.salt = salt
        self.key = key
    }

    public var text: String {
        func bare(_ bytes: [UInt8]) -> String { String(Base64.text(bytes).prefix { $0 != "=" }) }
        return "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(bare(salt))$\(bare(key))"
    }

    /// Whether it is the hash of `password`. Blocks as long as making it does.
    public func matches(_ password: String) -> Bool {
        guard let tried = Scrypt.key(Self.bytes(of: password), salt: salt, cost, length: Self.keyBytes) else { return false }
        return ConstantTime.areEqual(tried, key)
    }

    private static func bytes(of password: String) -> [UInt8] { Array(password.utf8) }
}
