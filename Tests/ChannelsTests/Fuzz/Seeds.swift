@testable import Channels

/// Whole bodies of every platform, for mutation to start from. All parse; most hold a customer's message.
enum Seeds {
    static func requests(_ route: String) -> [InboundRequest] {
        switch route {
        case "brevo", "postmark":
            [EmailParsingTests.request(route), EmailParsingTests.request(route, headers: [("References", "<a@b> <c@d>")])]
        case "mailgun": [EmailParsingTests.request(route), multipart]
        case "twilio":
            [
                InboundRequest(
                    headers: HeaderList([("Content-Type", "application/x-www-form-urlencoded")]),
                    body: FormFields.encoded([
                        ("MessageSid", "SM17"), ("From", "+33600000017"), ("To", "+33700000042"), ("Body", "Fêlée"), ("NumMedia", "1"),
                        ("MediaUrl0", "https://a.example"),
                    ]))
            ]
        case "discourse": bodies(route).map { Sample.request($0, headers: [("X-Discourse-Event", "post_created")]) }
        default: bodies(route).map { Sample.request($0) }
        }
    }

    /// Answers of Meta to whether it still calls; each names “Canari” where its own words stand.
    static let subscriptions = [
        #"{"data":[{"category":"Business","link":"https://a.example","name":"Canari","id":"880017","subscribed_fields":["feed","messages","message_echoes"]}],"paging":{"cursors":{"after":"Canari"}}}"#,
        #"{"data":[{"name":"Canari","id":"31","subscribed_fields":["messages"]},{"name":"Canari","id":"32"}]}"#, #"{"data":[]}"#,
        #"{"error":{"message":"Canari","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"Canari"}}"#,
        #"{"error":{"message":"Canari","type":"OAuthException","code":100}}"#,
        #"{"error":{"message":"Canari","code":2,"is_transient":true}}"#,
    ]

    private static var multipart: InboundRequest {
        let fields = FormFields(EmailParsingTests.request("mailgun").body)?.fields ?? []
        var body = fields.map { "--couture\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n\($0.value)\r\n" }.joined()
        body +=
            "--couture\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nJFIF\r\n--couture--\r\n"
        return InboundRequest(headers: HeaderList([("Content-Type", "multipart/form-data; boundary=couture")]), body: Array(body.utf8))
    }

    private static func bodies(_ route: String) -> [String] {
        switch route {
        case "standard":
            [
                #"{"type":"message.created","timestamp":"2026-03-02T07:45:00Z","data":{"id":17,"conversation_id":"c-4","author":{"id":"u-9","name":"Maëlle"},"text":"Ma th\u00e9ière est fêlée \ud83d\ude15","visibility":"public","kind":"review","rating":2,"language":"fr-FR"}}"#
            ]
        case "meta":
            [
                #"{"object":"page","entry":[{"id":"2200","time":1772437500321,"messaging":[{"sender":{"id":"555"},"recipient":{"id":"2200"},"timestamp":1772437500100,"message":{"mid":"m_1","text":"F\u00eal\u00e9e","attachments":[{"type":"image","payload":{"url":"https://a.example"}}]}},{"sender":{"id":"2200"},"recipient":{"id":"555"},"message":{"mid":"m_2","is_echo":true,"app_id":1,"text":"a"}}],"standby":[{"sender":{"id":"5"},"message":{"mid":"m_3","text":"b"}}]}]}"#,
                #"{"object":"instagram","entry":[{"id":"1784","time":1772437500,"changes":[{"field":"comments","value":{"id":"1790","text":"Et en bleu ?","from":{"id":"684","username":"mae"},"media":{"id":"1789"}}}]},{"id":"1784","field":"comments","value":{"id":"1791","text":"b","from":{"id":"684"}}}]}"#,
                #"{"object":"page","entry":[{"id":"2200","changes":[{"field":"feed","value":{"from":{"id":"7","name":"M"},"item":"comment","verb":"add","comment_id":"9_17","post_id":"2200_9","parent_id":"2200_9","message":"c","created_time":1772437500}}]}]}"#,
            ]
        case "whatsapp":
            [
                #"{"object":"whatsapp_business_account","entry":[{"id":"901","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"4402"},"contacts":[{"profile":{"name":"Maëlle"},"wa_id":"336","user_id":"FR.7"}],"messages":[{"from":"336","id":"wamid.A","timestamp":"1772437500","type":"text","text":{"body":"Fêlée"}},{"from":"336","id":"wamid.B","timestamp":"1772437500","type":"image","image":{"id":"1","caption":"d"}}],"statuses":[{"id":"wamid.S","status":"read","timestamp":"1"}]}}]}]}"#
            ]
        case "telegram":
            [
                #"{"update_id":501,"message":{"message_id":17,"date":1772437500,"from":{"id":5500001112223,"is_bot":false,"first_name":"Maëlle","language_code":"fr"},"chat":{"id":5500001112223,"type":"private"},"text":"Fêlée","reply_to_message":{"message_id":3}}}"#,
                #"{"update_id":502,"edited_message":{"message_id":17,"date":1772437500,"edit_date":1772437600,"chat":{"id":-100,"type":"supergroup"},"caption":"e","photo":[{"file_id":"A"}]}}"#,
            ]
        case "chatwoot":
            [
                #"{"account":{"id":3},"content":"Fêlée","conversation":{"id":17,"can_reply":true},"created_at":"2026-03-02T07:45:00.000Z","id":5017,"message_type":"incoming","private":false,"sender":{"id":8,"name":"M","type":"contact"},"attachments":[{"file_type":"image"}],"event":"message_created"}"#
            ]
        case "trustpilot":
            [
                #"{"events":[{"eventName":"service-review-created","eventData":{"id":"66aa","language":"fr","title":"Fêlée","text":"a","stars":1,"createdAt":"2026-03-02T07:45:00.000Z","consumer":{"id":"7","name":"M"}}},{"eventName":"service-review-deleted","eventData":{"id":"66ab"}}]}"#
            ]
        case "slack":
            [
                #"{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":"C1","channel_type":"channel","ts":"1772437500.0002","user":"U5","text":"<@U1> fêlée &lt;","thread_ts":"1772437400.1","files":[{"name":"a"}]}}"#,
                #"{"type":"event_callback","event_id":"Ev2","event":{"type":"message","subtype":"message_changed","channel":"C1","event_ts":"1","message":{"user":"U5","text":"b","ts":"2"}}}"#,
            ]
        case "discourse":
            [
                #"{"post":{"id":501,"topic_id":15,"topic_title":"Fêlée","topic_archetype":"regular","post_number":1,"post_type":1,"username":"mae","user_id":8,"raw":"Que faire ?","created_at":"2026-03-02T07:45:00.000Z"}}"#
            ]
        default: []
        }
    }
}
