import Cryptography

/// Verification on platforms that sign nothing: they repeat a secret they were given.
enum SharedSecret {
    /// Where the secret may stand.
    enum Place: Sendable, Hashable {
        /// A header of that name, in lower case, with the bare secret.
        case header(String)
        /// `Authorization: Bearer` with the secret, or `Basic` with the secret as `user:password`.
        case authorization
        /// The query of the address, which must then never be logged.
        case query(String)
    }

    /// Makes sure that one of `secrets` is presented in one of `places`.
    static func verify(_ request: InboundRequest, in places: [Place], secrets: [Secret]) throws(SignatureRejection) -> Acceptance {
        guard secrets.contains(where: { !$0.text.isEmpty }) else { throw .misconfigured }
        var isPresented = false
        for place in places {
            guard let presented = try value(place, request) else { continue }
            isPresented = true
            var match: Int?
            for (place, secret) in secrets.enumerated() where secret.matches(presented) && match == nil { match = place }
            if let match { return Acceptance(secret: match) }
        }
        throw isPresented ? .mismatch : .missing
    }

    private static func value(_ place: Place, _ request: InboundRequest) throws(SignatureRejection) -> String? {
        switch place {
        case .header(let name):
            let values = request.headers.values(name)
            guard values.count <= 1 else { throw .malformed }
            return values.first
        case .authorization:
            let values = request.headers.values("authorization")
            guard values.count <= 1 else { throw .malformed }
            guard let value = values.first else { return nil }
            guard let space = value.firstIndex(of: " ") else { throw .malformed }
            let credentials = value[space...].trimmed
            switch value[..<space].lowercased() {
            case "bearer": return String(credentials)
            case "basic":
                guard let bytes = Base64.bytes(credentials), let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
                return text
            default: throw .malformed
            }
        case .query(let name):
            return FormFields(request.query.utf8)?[name]
        }
    }
}
