import Cryptography
public import Desk

/// Requests as the platforms would send them, signed with the account's own secret: for making sure that a set-up works
/// before the platform is told of it.
public enum ChannelSample {
    /// What the sample says.
    public static let text = "Bonjour, ceci est un essai de raccordement."

    /// A request with one message of `text`, the same for the same `id`; nil where the account has no secret to sign with.
    public static func request(for account: PlatformAccount, id: String, now: Instant) -> InboundRequest? {
        guard let secret = account.secrets.first(where: { !$0.text.isEmpty && !$0.text.hasPrefix("whpk_") }) else { return nil }
        if account.route == MailgunAdapter.route { return mailgun(secret, id, now) }
        if account.route == TwilioAdapter.route { return twilio(account, secret, id) }
        guard let body = body(account, id, now), let proof = proof(account.route, body, secret, id, now) else { return nil }
        return InboundRequest(headers: HeaderList([("content-type", "application/json")] + proof), body: body)
    }

    private static func proof(_ route: String, _ body: [UInt8], _ secret: Secret, _ id: String, _ now: Instant) -> [(String, String)]? {
        let scheme: SignatureScheme
        switch route {
        case StandardAdapter.route: scheme = .standard
        case MetaAdapter.route, WhatsAppAdapter.route: scheme = .meta
        case ChatwootAdapter.route: scheme = .chatwoot
        case SlackAdapter.route: scheme = .slack
        case DiscourseAdapter.route:
            return SignatureScheme.discourse.headers(for: body, secret: secret, id: id, now: now).map {
                $0 + [("x-discourse-event", "post_created")]
            }
        case TelegramAdapter.route: return [("x-telegram-bot-api-secret-token", secret.text)]
        default:
            let user = secret.text.split(separator: ":", maxSplits: 1)
            return [
                ("authorization", user.count == 2 ? BasicCredentials.header(String(user[0]), String(user[1])) : "Bearer \(secret.text)")
            ]
        }
        return scheme.headers(for: body, secret: secret, id: id, now: now)
    }

    private static func mailgun(_ secret: Secret, _ id: String, _ now: Instant) -> InboundRequest? {
        let moment = String(now.seconds)
        guard let signature = SignatureScheme.mailgun.sign(Array((moment + id).utf8), secret: secret) else { return nil }
        let fields = [
            ("from", "Essai <essai@courtois.invalid>"), ("subject", "Essai"), ("stripped-text", text),
            ("Message-Id", "<\(id)@courtois.invalid>"),
            ("timestamp", moment), ("token", id), ("signature", signature),
        ]
        let type = [("content-type", "application/x-www-form-urlencoded")]
        return InboundRequest(headers: HeaderList(type), body: FormFields.encoded(fields))
    }

    private static func twilio(_ account: PlatformAccount, _ secret: Secret, _ id: String) -> InboundRequest? {
        let fields = [("MessageSid", id), ("From", "+33000000000"), ("To", "+33000000001"), ("Body", text)]
        var signed = account.publicURL
        for (name, value) in fields.sorted(by: { $0.0 < $1.0 }) { signed += name + value }
        guard let signature = SignatureScheme.twilio.sign(Array(signed.utf8), secret: secret) else { return nil }
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-twilio-signature", signature)]
        return InboundRequest(headers: HeaderList(headers), body: FormFields.encoded(fields))
    }

    /// The least of a body that is a message on each platform. What stands in angles is put in as JSON.
    private static let bodies: [String: String] = [
        StandardAdapter.route: #"{"type":"message.created","data":{"id":‹id›,"conversation_id":‹id›,"text":‹text›}}"#,
        MetaAdapter.route:
            #"{"object":"page","entry":[{"id":‹own›,"messaging":[{"sender":{"id":"essai"},"timestamp":‹seconds›,"message":{"mid":‹id›,"text":‹text›}}]}]}"#,
        WhatsAppAdapter.route:
            #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":‹own›},"messages":[{"from":"33000000000","id":‹id›,"timestamp":‹seconds›,"type":"text","text":{"body":‹text›}}]}}]}]}"#,
        TelegramAdapter.route:
            #"{"update_id":‹number›,"message":{"message_id":‹number›,"date":‹seconds›,"chat":{"id":1,"type":"private"},"from":{"id":1},"text":‹text›}}"#,
        ChatwootAdapter.route:
            #"{"event":"message_created","account":{"id":1},"conversation":{"id":1},"id":‹number›,"message_type":"incoming","sender":{"type":"contact"},"content":‹text›,"created_at":‹seconds›}"#,
        BrevoAdapter.route:
            #"{"items":[{"MessageId":‹mail›,"From":{"Address":"essai@courtois.invalid"},"Subject":"Essai","RawTextBody":‹text›}]}"#,
        PostmarkAdapter.route:
            #"{"FromFull":{"Email":"essai@courtois.invalid"},"Subject":"Essai","TextBody":‹text›,"Headers":[{"Name":"Message-ID","Value":‹mail›}]}"#,
        TrustpilotAdapter.route:
            #"{"events":[{"eventName":"service-review-created","eventData":{"id":‹id›,"text":‹text›,"stars":5,"createdAt":‹seconds›}}]}"#,
        SlackAdapter.route:
            #"{"type":"event_callback","event_id":‹id›,"event":{"type":"message","channel":"D1","channel_type":"im","user":"U1","ts":‹ts›,"text":‹text›}}"#,
        DiscourseAdapter.route:
            #"{"post":{"id":‹number›,"topic_id":1,"post_number":2,"post_type":1,"username":"essai","user_id":1,"raw":‹text›}}"#,
    ]

    private static func body(_ account: PlatformAccount, _ id: String, _ now: Instant) -> [UInt8]? {
        guard var body = bodies[account.route] else { return nil }
        let number = Digest.sha256(Array(id.utf8)).prefix(4).reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let values: [(String, JSONValue)] = [
            ("‹id›", .string(id)), ("‹own›", .string(account.identities.first ?? account.name)), ("‹text›", .string(text)),
            ("‹mail›", .string("<\(id)@courtois.invalid>")), ("‹ts›", .string("\(now.seconds).\(number)")),
            ("‹seconds›", .number(now.seconds)),
            ("‹number›", .number(number)),
        ]
        for (place, value) in values { body = body.replacing(place, with: String(decoding: value.bytes, as: UTF8.self)) }
        return Array(body.utf8)
    }
}
