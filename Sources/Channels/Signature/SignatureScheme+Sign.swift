import Desk

extension SignatureScheme {
    /// The headers that make `body` a signed request of the platform's, for trying a set-up without the platform.
    ///
    /// Nil for what only a private key could sign, and where the signature does not stand in a header.
    func headers(for body: [UInt8], secret: Secret, id: String, now: Instant) -> [(String, String)]? {
        guard case .header(let signatureName) = signature else { return nil }
        var headers: [(String, String)] = []
        if case .header(let name) = timestamp { headers.append((name, String(now.seconds))) }
        if case .header(let name) = once { headers.append((name, id)) }
        guard let bytes = try? signedBytes(Input(headers: HeaderList(headers), body: body)), let signature = sign(bytes, secret: secret)
        else { return nil }
        return headers + [(signatureName, signature)]
    }
}
