import Cryptography
public import Desk

/// Text messages, and WhatsApp, by Twilio. The first of the account's identities is the account's SID.
///
/// Status callbacks name the message by the id that the lost answer held: an unknown delivery is for a person.
public struct TwilioAdapter: ChannelAdapter {
    public static let route = "twilio"
    public static let channels = ["sms"]
    /// What Twilio takes for one text; it cuts it into parts itself.
    public static let limit: LengthLimit? = LengthLimit(unit: .utf16, most: 1600)
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    /// Twilio signs the address it calls, which a proxy hides: it is that of the settings, with and without the port that
    /// its scheme implies, as Twilio's own libraries try both. All fields are covered, whatever they are called.
    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        guard !account.publicURL.isEmpty else { throw .misconfigured }
        let isJSON = request.headers.mediaType == "application/json"
        if isJSON { try checkDigest(request) }
        guard let fields = isJSON ? FormFields(fields: []) : FormFields(request.body) else { throw .malformed }
        let isShared = request.headers["x-twilio-webhooks-signature-settings"]?.contains("HMAC_SHA256") == true
        let scheme = isShared ? SignatureScheme.twilioSHA256 : .twilio
        var rejection = SignatureRejection.mismatch
        for address in TwilioAddress.spellings(account.publicURL) {
            let whole = request.query.isEmpty ? address : "\(address)?\(request.query)"
            do throws(SignatureRejection) {
                let input = SignatureScheme.Input(headers: request.headers, fields: fields, address: whole)
                return try scheme.verify(input, secrets: account.secrets, now: now)
            } catch {
                rejection = error
            }
        }
        throw rejection
    }

    /// A body of JSON is covered by its digest in the address.
    private func checkDigest(_ request: InboundRequest) throws(SignatureRejection) {
        guard let text = FormFields(request.query.utf8)?["bodySHA256"] else { throw .missing }
        guard let digest = Hexadecimal.bytes(text) else { throw .malformed }
        guard ConstantTime.areEqual(digest, Digest.sha256(request.body)) else { throw .mismatch }
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        guard request.body.count <= largestBody else { throw .tooLarge }
        guard request.headers.mediaType == "application/x-www-form-urlencoded" else { throw .unexpectedMediaType }
        guard let fields = FormFields(request.body) else { throw .malformed }
        return [TwilioMessage(fields: fields, account: account.name).event]
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        guard reply.visibility == .private else { throw .wrongVisibility }
        try ReplyGate.pass(reply, limit: Self.limit, now: now)
        guard let sid = account.identities.first else { throw .notConfigured("identities") }
        let numbers = reply.conversation.split(separator: " ", omittingEmptySubsequences: false)
        guard numbers.count == 2, numbers.allSatisfy({ !$0.isEmpty }), Identifier.checked(reply.conversation) != nil else {
            throw .notAddressable
        }
        let path = "/2010-04-01/Accounts/\(try ReplyGate.pathPart(sid))/Messages.json"
        return OutgoingRequest(
            url: account.url(path, default: "https://api.twilio.com"),
            headers: [
                OutgoingRequest.Header("content-type", "application/x-www-form-urlencoded"),
                OutgoingRequest.Header("authorization", BasicCredentials.header(sid, try account.requiredToken()), isSecret: true),
            ], body: FormFields.encoded([("To", String(numbers[0])), ("From", String(numbers[1])), ("Body", reply.text)]))
    }

    /// 21610: the customer wants no more messages; 63016: outside WhatsApp’s window; 20429: too often; 20003: the token.
    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        let json = answer.json
        if (200..<300).contains(answer.status) {
            guard let id = json?["sid"]?.identifier else { return answer.outcome(code: "none", words: nil) }
            return .sent(externalIds: [id])
        }
        let code = json?["code"]?.integer
        let name = code.map(String.init) ?? String(answer.status)
        if code == 20003 || code == 20005 { return .paused(cause: "not permitted (\(name))") }
        if code == 20429 { return .retry(after: answer.retryAfter, cause: "too many requests (\(name))") }
        return answer.outcome(code: name, words: json?["message"]?.string)
    }

    /// No answer by Twilio itself: an empty TwiML.
    public var acknowledgement: ChannelAnswer { ChannelAnswer(status: 200, contentType: "text/xml", body: "<Response/>") }
}
