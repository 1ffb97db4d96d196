public import IntentEngine
import Yams

/// Reads `courtois.yaml`.
///
///     channels:
///       - channel: standard
///         account: default
///         api_base: https://shop.example/courtois
///         token: {env: COURTOIS_CALLBACK_SECRET}
///     delivery:
///       timeout: 20
public enum SettingsFile {
    static let keys = ["store", "channels", "delivery", "server", "review", "retention"]
    static let channelKeys = [
        "channel", "account", "secrets", "verify_tokens", "token", "api_base", "public_url", "identities", "sender", "sender_name",
        "domain", "api_version", "human_agent", "subscribed_fields",
    ]
    static let deliveryKeys = ["concurrency", "timeout", "allow_http", "allow_networks", "certificates", "per_minute"]
    static let reviewKeys = ["undo", "claim"]
    static let retentionKeys = ["texts"]
    static let serverKeys = [
        "host", "port", "connections", "idle", "request", "calls_per_minute", "requests_per_minute", "drain", "public_url",
    ]

    /// Seconds an approval may be taken back, and a claim may run.
    public static let undoRange = 0...3600
    public static let claimRange = 30...86_400
    /// Days something may be kept.
    public static let retentionRange = 0...36_500

    /// The settings in `text`, and everything that is wrong with them.
    ///
    /// - Parameters:
    ///   - name: What findings call the file.
    ///   - channels: The platforms there are.
    public static func read(_ text: String, name: String, channels: [String]) -> (settings: HouseSettings, findings: [RuleFinding]) {
        var reader = YAMLReader(file: name)
        var settings = HouseSettings()
        guard let document = reader.document(text) else { return (settings, reader.findings) }
        let fields = reader.fields(document, "the settings", known: keys)
        for node in reader.items(fields["channels"], "channels") {
            guard let channel = reader.accountSettings(node, channels) else { continue }
            if settings.channels.contains(where: { $0.channel == channel.channel && $0.account == channel.account }) {
                reader.report(
                    node, "“\(channel.channel)/\(channel.account)” is listed twice", "give each account of a channel a name of its own")
            }
            settings.channels.append(channel)
        }
        settings.delivery = reader.deliverySettings(fields["delivery"], channels)
        settings.server = reader.httpSettings(fields["server"])
        settings.store = reader.path(fields["store"], "store")
        settings.review = reader.reviewSettings(fields["review"])
        settings.retention = reader.retentionSettings(fields["retention"])
        return (settings, reader.findings)
    }
}

extension YAMLReader {
    fileprivate mutating func accountSettings(_ node: Node, _ channels: [String]) -> AccountSettings? {
        let fields = fields(node, "a channel", known: SettingsFile.channelKeys)
        guard let named = fields["channel"] else {
            report(node, "a channel without its name", "write “channel: …”: \(channels.joined(separator: ", "))")
            return nil
        }
        guard let channel = choice(named, "channel", channels, { channels.contains($0) ? $0 : nil }) else { return nil }
        var settings = AccountSettings(channel: channel, account: text(fields["account"], "account") ?? "default")
        if !Self.isName(settings.account) {
            report(fields["account"], "an account's name is letters, digits, “-”, “_” and “.”", "it stands in the address of its webhook")
        }
        settings.secrets = items(fields["secrets"], "secrets").compactMap { secret($0, "a secret") }
        settings.verifyTokens = items(fields["verify_tokens"], "verify_tokens").compactMap { secret($0, "a verify token") }
        settings.token = fields["token"].flatMap { secret($0, "token") }
        settings.apiBase = url(fields["api_base"], "api_base")
        settings.publicURL = url(fields["public_url"], "public_url")
        settings.identities = items(fields["identities"], "identities").compactMap { text($0, "an identity") }
        settings.sender = text(fields["sender"], "sender")
        settings.senderName = text(fields["sender_name"], "sender_name")
        settings.domain = text(fields["domain"], "domain")
        settings.apiVersion = text(fields["api_version"], "api_version")
        settings.hasHumanAgent = flag(fields["human_agent"], "human_agent") ?? false
        settings.subscribedFields = items(fields["subscribed_fields"], "subscribed_fields").compactMap { node in
            guard let name = text(node, "a field"), Self.isName(name) else {
                report(node, "a field’s name is letters, digits and “_”", "write it as the platform does, such as “messages”")
                return nil
            }
            return name
        }
        return settings
    }

    fileprivate mutating func deliverySettings(_ node: Node?, _ channels: [String]) -> DeliverySettings {
        var settings = DeliverySettings()
        let fields = fields(node, "delivery", known: SettingsFile.deliveryKeys)
        settings.concurrency = integer(fields["concurrency"], "concurrency", in: 1...256) ?? settings.concurrency
        settings.timeout = integer(fields["timeout"], "timeout", in: 1...40) ?? settings.timeout
        settings.allowsHTTP = flag(fields["allow_http"], "allow_http") ?? false
        settings.allowedNetworks = items(fields["allow_networks"], "allow_networks").compactMap { text($0, "a network") }
        settings.certificates = text(fields["certificates"], "certificates")
        for (name, key, value) in pairs(fields["per_minute"], "per_minute") {
            guard choice(key, "channel", channels, { channels.contains($0) ? $0 : nil }) != nil else { continue }
            settings.perMinute[name] = integer(value, "replies a minute", in: 1...60_000)
        }
        return settings
    }

    fileprivate mutating func httpSettings(_ node: Node?) -> HTTPSettings {
        var settings = HTTPSettings()
        let fields = fields(node, "server", known: SettingsFile.serverKeys)
        settings.host = text(fields["host"], "host")
        settings.port = integer(fields["port"], "port", in: 0...65_535)
        settings.connections = integer(fields["connections"], "connections", in: 1...65_536)
        settings.idle = integer(fields["idle"], "idle", in: 1...3600)
        settings.request = integer(fields["request"], "request", in: 1...600)
        settings.callsPerMinute = integer(fields["calls_per_minute"], "calls_per_minute", in: 1...60_000_000)
        settings.requestsPerMinute = integer(fields["requests_per_minute"], "requests_per_minute", in: 1...60_000_000)
        settings.drain = integer(fields["drain"], "drain", in: 1...600)
        settings.publicURL = url(fields["public_url"], "public_url")
        return settings
    }

    fileprivate mutating func reviewSettings(_ node: Node?) -> ReviewSettings {
        var settings = ReviewSettings()
        let fields = fields(node, "review", known: SettingsFile.reviewKeys)
        settings.undo = integer(fields["undo"], "undo", in: SettingsFile.undoRange)
        settings.claim = integer(fields["claim"], "claim", in: SettingsFile.claimRange)
        return settings
    }

    fileprivate mutating func retentionSettings(_ node: Node?) -> RetentionSettings {
        var settings = RetentionSettings()
        let fields = fields(node, "retention", known: SettingsFile.retentionKeys)
        settings.texts = integer(fields["texts"], "texts", in: SettingsFile.retentionRange)
        return settings
    }

    fileprivate mutating func path(_ node: Node?, _ what: String) -> String? {
        guard let node, let path = text(node, what) else { return nil }
        if path.isEmpty { report(node, "\(what) is empty", "write the path of a file, or leave it out") }
        return path.isEmpty ? nil : path
    }

    /// `{env: NAME}` or `{file: PATH}`. A text in its place may be the secret itself, so it is not repeated.
    private mutating func secret(_ node: Node, _ what: String) -> SecretSource? {
        let remedy = "write {env: NAME} or {file: PATH}, and keep the secret there"
        guard case .mapping = node else {
            report(node, "\(what) does not belong into this file", remedy)
            return nil
        }
        let fields = fields(node, what, known: ["env", "file"])
        switch (text(fields["env"], what), text(fields["file"], what)) {
        case (let name?, nil) where !name.isEmpty: return .environment(name)
        case (nil, let path?) where !path.isEmpty: return .file(path)
        default:
            report(node, "\(what) is in one place: a variable or a file", remedy)
            return nil
        }
    }

    private mutating func url(_ node: Node?, _ what: String) -> String? {
        guard let node, let url = text(node, what) else { return nil }
        guard url.hasPrefix("https://") || url.hasPrefix("http://"), url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            report(node, "\(what) must be an address", "write it as https://…")
            return nil
        }
        return url
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || "-_.".utf8.contains($0) }
    }
}
