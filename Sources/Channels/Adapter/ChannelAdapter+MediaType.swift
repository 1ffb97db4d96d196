extension ChannelAdapter {
    /// Whether the platform sends bodies of this type; what names none is left to the signature.
    public func reads(mediaType header: String?) -> Bool {
        guard let header else { return true }
        // As nearly every platform writes it.
        if header == "application/json" { return Self.route != MailgunAdapter.route }
        guard let type = HeaderList([("content-type", header)]).mediaType else { return false }
        return mediaTypes.contains(type)
    }

    private var mediaTypes: Set<String> {
        let form = "application/x-www-form-urlencoded"
        return switch Self.route {
        case MailgunAdapter.route: [form, "multipart/form-data"]
        case TwilioAdapter.route: [form, "application/json"]
        // A setting of the forum calls JSON a form.
        case DiscourseAdapter.route: ["application/json", form]
        default: ["application/json"]
        }
    }
}
