/// A thread of e-mail with one correspondent: others who write in the same thread are not sent what that one is answered.
/// Written in one line, such as `<root@mail.example> customer@mail.example`.
struct EmailPlace: Hashable {
    /// The id of the thread's first message; nil where none of its messages had one.
    let thread: String?
    let address: String

    init(thread: String?, address: String) {
        self.thread = thread
        self.address = address
    }

    var conversation: String { thread.map { "\($0) \(address)" } ?? address }

    /// Reads what `conversation` wrote; nil for anything else.
    init?(conversation: String) {
        let parts = conversation.split(separator: " ", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let address = EmailAddress.checked(parts.last.map(String.init)) else { return nil }
        self.address = address
        thread = parts.count == 2 ? EmailMessage.ids(in: String(parts[0])).first : nil
        guard parts.count == 1 || thread != nil else { return nil }
    }
}
