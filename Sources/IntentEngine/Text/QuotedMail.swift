/// Lines of a mail that repeat an earlier one, or close it: matching them again would answer old complaints.
enum QuotedMail {
    /// The byte at which reading goes on when the line at `start`, which begins as one may, is quoted or opens a quotation or
    /// a signature; else nil.
    static func end(of text: UnsafeBufferPointer<UInt8>, lineAt start: Int) -> Int? {
        var lineEnd = start
        while lineEnd < text.count, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
        if text[start] == UInt8(ascii: ">") { return lineEnd }
        let line = String(decoding: text[start..<min(lineEnd, start + 200)], as: UTF8.self)
            .lowercased().trimmedEnd()
        // What follows these lines is an older mail or the device's signature.
        if openers.contains(where: { line.hasPrefix($0) }) { return text.count }
        let attributes = (line.hasPrefix("le ") && line.hasSuffix("écrit :")) || (line.hasPrefix("le ") && line.hasSuffix("écrit\u{A0}:"))
        if attributes || (line.hasPrefix("on ") && line.hasSuffix("wrote:")) { return text.count }
        return nil
    }

    private static let openers = [
        "-----message d'origine", "-----message d’origine", "-----original message", "________________________________",
        "envoyé de mon", "envoyé depuis mon", "sent from my", "obtenir outlook", "get outlook",
    ]

    /// Whether such a line may begin with `byte`.
    static func mayStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "L"), UInt8(ascii: "O"), UInt8(ascii: "E"),
            UInt8(ascii: "S"),
            UInt8(ascii: "G"):
            true
        default: false
        }
    }
}

extension String {
    /// Without white space at its end.
    fileprivate func trimmedEnd() -> String {
        var scalars = unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
