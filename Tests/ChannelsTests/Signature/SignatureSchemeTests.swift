import Desk
import Testing

@testable import Channels

@Suite("Verification")
struct SignatureSchemeTests {
    private let secret = Secret("un-secret")
    private let body = Array(#"{"texte":"fêlée"}"#.utf8)

    private func input(_ headers: [(String, String)], body: [UInt8]? = nil) -> SignatureScheme.Input {
        SignatureScheme.Input(headers: HeaderList(headers), body: body ?? self.body)
    }

    private func signed(_ secret: Secret) -> [(String, String)] {
        [("X-Hub-Signature-256", SignatureScheme.meta.sign(body, secret: secret) ?? "")]
    }

    @Test("while secrets are rotated, old and new are both accepted, and it is told which")
    func rotation() throws {
        let old = Secret("ancien")
        #expect(try SignatureScheme.meta.verify(input(signed(old)), secrets: [secret, old], now: Sample.now).secret == 1)
        #expect(try SignatureScheme.meta.verify(input(signed(secret)), secrets: [secret, old], now: Sample.now).secret == 0)
        #expect(throws: SignatureRejection.mismatch) {
            try SignatureScheme.meta.verify(input(signed(old)), secrets: [secret], now: Sample.now)
        }
    }

    @Test("an account without a secret, or with an empty one, believes nothing", arguments: [[], [Secret("")]])
    func misconfigured(_ secrets: [Secret]) throws {
        let forged = SignatureScheme.meta.prefix + "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
        let request = input([("X-Hub-Signature-256", forged)], body: [])
        #expect(throws: SignatureRejection.misconfigured) {
            try SignatureScheme.meta.verify(request, secrets: secrets, now: Sample.now)
        }
        #expect(throws: SignatureRejection.misconfigured) {
            try SharedSecret.verify(Sample.request(""), in: [.authorization], secrets: secrets)
        }
    }

    @Test("the raw bytes are verified: the same content written again is refused")
    func rawBytes() throws {
        let escaped = Array(#"{"texte":"f\u00eal\u00e9e"}"#.utf8)
        let header = [("X-Hub-Signature-256", SignatureScheme.meta.sign(escaped, secret: secret) ?? "")]
        #expect(try SignatureScheme.meta.verify(input(header, body: escaped), secrets: [secret], now: Sample.now).secret == 0)
        #expect(throws: SignatureRejection.mismatch) {
            try SignatureScheme.meta.verify(input(header), secrets: [secret], now: Sample.now)
        }
    }

    @Test(
        "signatures nobody could have made are malformed",
        arguments: ["sha256=", "sha1=00", "sha256=zz", "sha256=0", "00", "sha256=é", String(repeating: "sha256=00 ", count: 1000)])
    func malformed(_ value: String) {
        let expected: SignatureRejection = value == "sha256=" ? .mismatch : .malformed
        #expect(throws: expected) {
            try SignatureScheme.meta.verify(input([("X-Hub-Signature-256", value)]), secrets: [secret], now: Sample.now)
        }
    }

    @Test("a truncated signature is refused, and so is a signature given twice")
    func truncated() {
        let whole = signed(secret)
        #expect(throws: SignatureRejection.mismatch) {
            try SignatureScheme.meta.verify(input([(whole[0].0, String(whole[0].1.dropLast(2)))]), secrets: [secret], now: Sample.now)
        }
        #expect(throws: SignatureRejection.malformed) {
            try SignatureScheme.meta.verify(input(whole + whole), secrets: [secret], now: Sample.now)
        }
    }

    @Test("the former signature of Meta, by SHA-1, is not looked at")
    func formerSignature() {
        let former = SignatureScheme.intercom.sign(body, secret: secret) ?? ""
        #expect(throws: SignatureRejection.missing) {
            try SignatureScheme.meta.verify(input([("X-Hub-Signature", former)]), secrets: [secret], now: Sample.now)
        }
    }

    @Test(
        "timestamps that are no plain number are malformed", arguments: ["", "-1", "+1772437500", "1772437500.0", "9999999999999", "1e9"])
    func timestamps(_ timestamp: String) {
        let headers = [("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", "v0=00")]
        let expected: SignatureRejection = timestamp.isEmpty ? .missing : .malformed
        #expect(throws: expected) { try SignatureScheme.slack.verify(input(headers), secrets: [secret], now: Sample.now) }
    }

    @Test("Chatwoot signs timestamp and body; a signature of the body alone is refused")
    func chatwoot() throws {
        let timestamp = String(Sample.now.seconds)
        let whole = SignatureScheme.chatwoot.sign(Array("\(timestamp).".utf8) + body, secret: secret) ?? ""
        let alone = SignatureScheme.chatwoot.sign(body, secret: secret) ?? ""
        func headers(_ signature: String) -> [(String, String)] {
            [("X-Chatwoot-Timestamp", timestamp), ("X-Chatwoot-Signature", signature)]
        }
        #expect(try SignatureScheme.chatwoot.verify(input(headers(whole)), secrets: [secret], now: Sample.now).signedAt == Sample.now)
        #expect(throws: SignatureRejection.mismatch) {
            try SignatureScheme.chatwoot.verify(input(headers(alone)), secrets: [secret], now: Sample.now)
        }
    }

    @Test("secrets are neither printed nor reflected")
    func secretsStayHidden() {
        let account = PlatformAccount(route: "meta", name: "marque", secrets: [secret], verifyTokens: [secret], token: secret)
        var dumped = ""
        dump(account, to: &dumped)
        for text in [dumped, "\(account)", String(reflecting: account), "\(secret)"] { #expect(!text.contains("un-secret")) }
    }
}

@Suite("Shared secrets")
struct SharedSecretTests {
    private let secrets = [Secret("nouveau"), Secret("brevo:mot-de-passe")]

    private func verify(_ headers: [(String, String)], query: String = "", in places: [SharedSecret.Place]) throws -> Int {
        let request = InboundRequest(query: query, headers: HeaderList(headers), body: [])
        return try SharedSecret.verify(request, in: places, secrets: secrets).secret
    }

    @Test("Bearer, Basic, a header and the query are understood")
    func places() throws {
        #expect(try verify([("Authorization", "Bearer nouveau")], in: [.authorization]) == 0)
        #expect(try verify([("authorization", "basic YnJldm86bW90LWRlLXBhc3Nl")], in: [.authorization]) == 1)
        #expect(try verify([("X-Telegram-Bot-Api-Secret-Token", "nouveau")], in: [.header("x-telegram-bot-api-secret-token")]) == 0)
        #expect(try verify([], query: "a=b&secret=nouveau", in: [.authorization, .query("secret")]) == 0)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "Bearer nouvea", "Bearer nouveau2", "Bearer", "Bearer  ", "nouveau", "Digest nouveau", "Basic !!!", "Basic bm91dmVhdTo=",
        ])
    func refused(_ value: String) {
        #expect(throws: SignatureRejection.self) { try verify([("Authorization", value)], in: [.authorization]) }
    }

    @Test("what is not presented is missing; twice is malformed")
    func missing() {
        #expect(throws: SignatureRejection.missing) { try verify([], in: [.authorization, .query("secret")]) }
        #expect(throws: SignatureRejection.malformed) {
            try verify([("Authorization", "Bearer nouveau"), ("Authorization", "Bearer nouveau")], in: [.authorization])
        }
    }
}
