/// Why the browser did not do what a test asked.
package enum BrowserFailure: Error, CustomStringConvertible {
    /// `chromedriver` did not start, or ended.
    case driverSilent
    /// An error of the W3C protocol, such as `no such element`, with the driver's words.
    case refused(String, message: String)
    /// What a test waited for did not come about in time; where the browser was then.
    case neverCame(String, url: String)
    /// An answer in a shape that the protocol does not have.
    case unreadable(String)

    package var description: String {
        switch self {
        case .driverSilent: "chromedriver does not answer"
        case .refused(let error, let message): "\(error): \(message.split(separator: "\n").first ?? "")"
        case .neverCame(let what, let url): "waited in vain for \(what) on \(url)"
        case .unreadable(let what): "an answer that cannot be read: \(what)"
        }
    }
}
