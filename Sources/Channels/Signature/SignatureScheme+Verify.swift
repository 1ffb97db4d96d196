import Cryptography
import Desk

extension SignatureScheme {
    /// What a signature can cover.
    struct Input {
        var headers = HeaderList([])
        var body: [UInt8] = []
        var fields: FormFields?
        var address = ""
    }

    /// Makes sure that `input` was signed with one of `secrets`.
    ///
    /// Every secret is tried against every signature, in constant time over decoded bytes; the age is looked at last, so
    /// that `stale` says that it was genuine once.
    func verify(_ input: Input, secrets: [Secret], now: Instant) throws(SignatureRejection) -> Acceptance {
        let keys = try keys(secrets)
        let given = try signatures(input)
        let signedAt = try moment(input)
        let onceKey = try once.map { (source) throws(SignatureRejection) in try value(source, input) }
        let bytes = try signedBytes(input)
        var match: Int?
        for (place, key) in keys {
            for signature in given where isValid(signature, over: bytes, key: key) && match == nil { match = place }
        }
        guard let match else { throw .mismatch }
        if let tolerance, let signedAt, abs(now.seconds - signedAt.seconds) > tolerance { throw .stale }
        return Acceptance(secret: match, signedAt: signedAt, onceKey: onceKey)
    }

    /// The signature of `bytes`, encoded and with its prefix; nil for what only a private key could sign.
    func sign(_ bytes: [UInt8], secret: Secret) -> String? {
        guard let key = key(secret), let code = code(bytes, key: key) else { return nil }
        switch encoding {
        case .hexadecimal: return prefix + Hexadecimal.text(code)
        case .base64: return prefix + Base64.text(code)
        }
    }

    private func keys(_ secrets: [Secret]) throws(SignatureRejection) -> [(Int, [UInt8])] {
        let keys = secrets.enumerated().compactMap { place, secret in key(secret).map { (place, $0) } }
        guard !keys.isEmpty else { throw .misconfigured }
        return keys
    }

    /// The key's bytes; nil when it is empty or not written as it must be.
    func key(_ secret: Secret) -> [UInt8]? {
        let bytes: [UInt8]? =
            switch key {
            case .text: secret.bytes
            case .hexadecimal: Hexadecimal.bytes(secret.text)
            case .base64(let prefix): Base64.bytes(secret.text.hasPrefix(prefix) ? secret.text.dropFirst(prefix.count) : secret.text[...])
            }
        return bytes?.isEmpty == false ? bytes : nil
    }

    private func signatures(_ input: Input) throws(SignatureRejection) -> [[UInt8]] {
        let text = try value(signature, input)
        guard text.utf8.count <= 4096 else { throw .malformed }
        let candidates = allowsSeveral ? text.split(separator: " ") : [text[...]]
        let signatures = candidates.compactMap { candidate -> [UInt8]? in
            guard candidate.hasPrefix(prefix) else { return nil }
            switch encoding {
            case .hexadecimal: return Hexadecimal.bytes(candidate.dropFirst(prefix.count))
            case .base64: return Base64.bytes(candidate.dropFirst(prefix.count))
            }
        }
        guard !signatures.isEmpty else { throw .malformed }
        return signatures
    }

    private func moment(_ input: Input) throws(SignatureRejection) -> Instant? {
        guard let timestamp else { return nil }
        let text = try value(timestamp, input)
        switch timestampForm {
        case .seconds:
            guard text.utf8.count <= 12, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let seconds = Int(text) else { throw .malformed }
            return Instant(seconds: seconds)
        case .rfc3339:
            guard let moment = Instant(rfc3339: text) else { throw .malformed }
            return moment
        }
    }

    private func value(_ source: Source, _ input: Input) throws(SignatureRejection) -> String {
        switch source {
        case .header(let name):
            let values = input.headers.values(name)
            guard let value = values.first, !value.isEmpty else { throw .missing }
            guard values.count == 1 else { throw .malformed }
            return value
        case .field(let name):
            guard let value = input.fields?[name], !value.isEmpty else { throw .missing }
            return value
        }
    }

    /// What the signature covers.
    func signedBytes(_ input: Input) throws(SignatureRejection) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(input.body.count + 128)
        for part in signed {
            switch part {
            case .literal(let text): bytes.append(contentsOf: text.utf8)
            case .value(let source): bytes.append(contentsOf: try value(source, input).utf8)
            case .dotless(let source):
                let value = try value(source, input)
                guard !value.utf8.contains(UInt8(ascii: ".")) else { throw .malformed }
                bytes.append(contentsOf: value.utf8)
            case .body: bytes.append(contentsOf: input.body)
            case .addressAndFields:
                bytes.append(contentsOf: input.address.utf8)
                for text in sortedFields(input) { bytes.append(contentsOf: text.utf8) }
            }
        }
        return bytes
    }

    /// Names and values one after the other, sorted by name and then by value, each pair once.
    private func sortedFields(_ input: Input) -> [String] {
        var pairs: [(String, String)] = []
        for (name, value) in (input.fields?.fields ?? []).sorted(by: Self.isBefore)
        where pairs.last.map({ $0 != (name, value) }) ?? true {
            pairs.append((name, value))
        }
        return pairs.map { $0 + $1 }
    }

    /// By bytes, as every other language compares, and not by what looks alike.
    private static func isBefore(_ left: (name: String, value: String), _ right: (name: String, value: String)) -> Bool {
        if left.name.utf8.elementsEqual(right.name.utf8) { return left.value.utf8.lexicographicallyPrecedes(right.value.utf8) }
        return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }

    private func isValid(_ signature: [UInt8], over bytes: [UInt8], key: [UInt8]) -> Bool {
        if let code = code(bytes, key: key) { return ConstantTime.areEqual(code, signature) }
        return Ed25519.isValid(signature, over: bytes, publicKey: key)
    }

    private func code(_ bytes: [UInt8], key: [UInt8]) -> [UInt8]? {
        switch algorithm {
        case .hmacSHA256: Digest.hmacSHA256(key: key, bytes)
        case .hmacSHA1: Digest.hmacSHA1(key: key, bytes)
        case .ed25519: nil
        }
    }
}
