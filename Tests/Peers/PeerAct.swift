/// What a scripted peer does with one request.
package enum PeerAct: Sendable, Hashable {
    /// A whole answer.
    case answer(Int, headers: [String: String] = [:], body: String = "")
    /// Resets the connection without reading.
    case resetUnread
    /// Reads the request, then resets.
    case reset
    /// Reads the request, then closes in good order.
    case close
    /// Reads the request and says nothing until the client has given up; then answers 200 to nobody.
    case late
    /// Promises 1000 bytes, sends ten, closes.
    case half
    /// Answers something that is no HTTP.
    case garbage
    /// Answers 200 with a body of so many bytes, or as many as the client takes.
    case flood(bytes: Int)
    /// Answers 200 with the beginning of a body without an end, and then nothing until the client has gone.
    case stream(String, headers: [String: String] = [:])
    /// Answers 200 with headers without end.
    case headers
}
