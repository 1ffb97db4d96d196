import Cryptography
import Desk
import Foundation
import Testing

@testable import Channels

/// One known answer.
struct SignatureVector: Sendable, CustomTestStringConvertible {
    let scheme, name, secret, expected, url: String
    let headers: [(String, String)]
    let body: [UInt8]
    let fields: [(name: String, value: String)]?

    var testDescription: String { "\(scheme): \(name)" }

    /// Those of the project, or of the file that `COURTOIS_SIGNATURE_VECTORS` names.
    static let all: [SignatureVector] = {
        let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Vectors/signatures.json").path
        let path = ProcessInfo.processInfo.environment["COURTOIS_SIGNATURE_VECTORS"] ?? shipped
        guard let data = FileManager.default.contents(atPath: path), let root = try? JSONDocument(Array(data)).root else { return [] }
        return root.elements.map(SignatureVector.init)
    }()

    private init(_ node: JSONNode) {
        scheme = node["scheme"]?.string ?? ""
        name = node["name"]?.string ?? ""
        secret = node["secret"]?.string ?? ""
        expected = node["expected"]?.string ?? ""
        url = node["url"]?.string ?? ""
        headers = node["headers"]?.members.map { ($0.name, $0.value.string ?? "") } ?? []
        body = Array((node["body"]?.string ?? "").utf8)
        if node["body"]?.isArray == true {
            fields = node["body"]?.elements.map { ($0.elements.first?.string ?? "", $0.elements.last?.string ?? "") }
        } else if node["body"]?.isObject == true {
            fields = node["body"]?.members.map { ($0.name, $0.value.string ?? "") }
        } else {
            fields = nil
        }
    }

    var input: SignatureScheme.Input {
        SignatureScheme.Input(headers: HeaderList(headers), body: body, fields: fields.map { FormFields(fields: $0) }, address: url)
    }

    /// The moment the vector was signed at.
    var now: Instant {
        for (name, value) in headers where name.lowercased().hasSuffix("timestamp") {
            if let seconds = Int(value) { return Instant(seconds: seconds) }
            if let moment = Instant(rfc3339: value) { return moment }
        }
        let field = fields?.first { $0.name == "timestamp" }.flatMap { Int($0.value) }
        return Instant(seconds: field ?? 0)
    }

    static let schemes: [String: SignatureScheme] = [
        "standard": .standard, "standardAsymmetric": .standardAsymmetric, "meta": .meta, "slack": .slack, "twilio": .twilio,
        "twilioSHA256": .twilioSHA256, "mailgun": .mailgun, "discourse": .discourse, "chatwoot": .chatwoot, "zendesk": .zendesk,
        "intercom": .intercom, "mastodon": .mastodon, "x": .x, "discord": .discord,
    ]
}

@Suite("Known signatures")
struct SignatureVectorTests {
    @Test("there are 22 of them")
    func count() { #expect(SignatureVector.all.count == 22) }

    @Test("each one is accepted", arguments: SignatureVector.all)
    func accepted(_ vector: SignatureVector) throws {
        guard vector.scheme != "ed25519" else {
            let signature = try #require(Hexadecimal.bytes(vector.expected))
            let key = try #require(Hexadecimal.bytes(vector.secret))
            #expect(Ed25519.isValid(signature, over: vector.body, publicKey: key))
            return
        }
        let scheme = try #require(SignatureVector.schemes[vector.scheme])
        let acceptance = try scheme.verify(vector.input, secrets: [Secret("MfKQ9r8GKYqrTwjU"), Secret(vector.secret)], now: vector.now)
        #expect(acceptance.secret == 1)
    }

    @Test("each one is refused with another secret, one byte more, and another signature", arguments: SignatureVector.all)
    func refused(_ vector: SignatureVector) throws {
        guard let scheme = SignatureVector.schemes[vector.scheme] else { return }
        let other = vector.scheme == "discord" ? String(vector.secret.reversed()) : "MfKQ9r8GKYqrTwjU"
        #expect(throws: SignatureRejection.mismatch) { try scheme.verify(vector.input, secrets: [Secret(other)], now: vector.now) }
        var input = vector.input
        input.body.append(UInt8(ascii: " "))
        input.address += "x"
        if scheme.signed.contains(.body) || scheme.signed.contains(.addressAndFields) {
            #expect(throws: SignatureRejection.mismatch) { try scheme.verify(input, secrets: [Secret(vector.secret)], now: vector.now) }
        }
        input = vector.input
        input.headers = HeaderList([])
        input.fields = nil
        #expect(throws: SignatureRejection.missing) { try scheme.verify(input, secrets: [Secret(vector.secret)], now: vector.now) }
    }

    @Test("each one with a window is refused outside it, before and after", arguments: SignatureVector.all)
    func stale(_ vector: SignatureVector) throws {
        guard let scheme = SignatureVector.schemes[vector.scheme], let tolerance = scheme.tolerance else { return }
        for offset in [-tolerance - 1, tolerance + 1] {
            let now = Instant(seconds: vector.now.seconds + offset)
            #expect(throws: SignatureRejection.stale) { try scheme.verify(vector.input, secrets: [Secret(vector.secret)], now: now) }
        }
        for offset in [-tolerance, tolerance] {
            let now = Instant(seconds: vector.now.seconds + offset)
            #expect(try scheme.verify(vector.input, secrets: [Secret(vector.secret)], now: now).signedAt == vector.now)
        }
    }

    @Test("what is signed with code of ours is what each one expects", arguments: SignatureVector.all)
    func signed(_ vector: SignatureVector) throws {
        guard vector.scheme == "meta" || vector.scheme == "discourse" || vector.scheme == "mastodon" || vector.scheme == "x" else { return }
        let scheme = try #require(SignatureVector.schemes[vector.scheme])
        #expect(scheme.sign(vector.body, secret: Secret(vector.secret)) == vector.expected)
    }
}
