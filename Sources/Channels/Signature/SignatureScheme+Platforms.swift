/// The schemes of the platforms. Tolerances: 300 s where the vendor's own libraries have it (Standard Webhooks, Slack,
/// Chatwoot); 120 s for Mailgun as Rails has it.
extension SignatureScheme {
    /// Standard Webhooks 1.0.0, symmetric.
    static let standard = standard(.hmacSHA256, "v1,", key: "whsec_")
    /// Standard Webhooks 1.0.0, asymmetric.
    static let standardAsymmetric = standard(.ed25519, "v1a,", key: "whpk_")

    private static func standard(_ algorithm: Algorithm, _ prefix: String, key: String) -> SignatureScheme {
        SignatureScheme(
            algorithm: algorithm, encoding: .base64, key: .base64(prefix: key), signature: .header("webhook-signature"), prefix: prefix,
            allowsSeveral: true,
            signed: [
                .dotless(.header("webhook-id")), .literal("."), .dotless(.header("webhook-timestamp")), .literal("."), .body,
            ], timestamp: .header("webhook-timestamp"), tolerance: 300, once: .header("webhook-id"))
    }

    /// Messenger, Instagram, Pages and WhatsApp.
    static let meta = body("x-hub-signature-256")
    static let discourse = body("x-discourse-event-signature")
    static let mastodon = body("x-hub-signature")
    static let intercom = SignatureScheme(
        algorithm: .hmacSHA1, encoding: .hexadecimal, signature: .header("x-hub-signature"), prefix: "sha1=", signed: [.body])

    private static func body(_ header: String) -> SignatureScheme {
        SignatureScheme(algorithm: .hmacSHA256, encoding: .hexadecimal, signature: .header(header), prefix: "sha256=", signed: [.body])
    }

    static let chatwoot = SignatureScheme(
        algorithm: .hmacSHA256, encoding: .hexadecimal, signature: .header("x-chatwoot-signature"), prefix: "sha256=",
        signed: [.value(.header("x-chatwoot-timestamp")), .literal("."), .body], timestamp: .header("x-chatwoot-timestamp"), tolerance: 300)

    static let slack = SignatureScheme(
        algorithm: .hmacSHA256, encoding: .hexadecimal, signature: .header("x-slack-signature"), prefix: "v0=",
        signed: [.literal("v0:"), .value(.header("x-slack-request-timestamp")), .literal(":"), .body],
        timestamp: .header("x-slack-request-timestamp"), tolerance: 300)

    /// The signature does not cover the content, so its token is used once.
    static let mailgun = SignatureScheme(
        algorithm: .hmacSHA256, encoding: .hexadecimal, signature: .field("signature"),
        signed: [.value(.field("timestamp")), .value(.field("token"))], timestamp: .field("timestamp"), tolerance: 120,
        once: .field("token"))

    static let twilio = twilio(.hmacSHA1)
    /// With a shared key.
    static let twilioSHA256 = twilio(.hmacSHA256)

    private static func twilio(_ algorithm: Algorithm) -> SignatureScheme {
        SignatureScheme(algorithm: algorithm, encoding: .base64, signature: .header("x-twilio-signature"), signed: [.addressAndFields])
    }

    static let discord = SignatureScheme(
        algorithm: .ed25519, encoding: .hexadecimal, key: .hexadecimal, signature: .header("x-signature-ed25519"),
        signed: [.value(.header("x-signature-timestamp")), .body], timestamp: .header("x-signature-timestamp"), tolerance: 300)

    /// The secret looks like base64 and is used as it is.
    static let zendesk = SignatureScheme(
        algorithm: .hmacSHA256, encoding: .base64, signature: .header("x-zendesk-webhook-signature"),
        signed: [.value(.header("x-zendesk-webhook-signature-timestamp")), .body],
        timestamp: .header("x-zendesk-webhook-signature-timestamp"), timestampForm: .rfc3339, tolerance: 300)

    static let x = SignatureScheme(
        algorithm: .hmacSHA256, encoding: .base64, signature: .header("x-twitter-webhooks-signature"), prefix: "sha256=", signed: [.body])
}
