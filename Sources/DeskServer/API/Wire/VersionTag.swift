import Cryptography
import HTTPTypes

/// Entity tags. What is shown has one of version and content, `"3-9f86d081884c7d65"`, so that a note or a claim, which raise
/// no version, are seen; a change names its version by it, or by the version alone, `"3"`.
enum VersionTag {
    static func text(_ version: Int) -> String { "\"\(version)\"" }

    static func text(_ version: Int?, of body: [UInt8]) -> String {
        let digest = Hexadecimal.text(Digest.sha256(body).prefix(8))
        return version.map { "\"\($0)-\(digest)\"" } ?? "\"\(digest)\""
    }

    /// The version that If-Match names, also by a number without quotation marks, as people type it. A weak tag is taken as well:
    /// proxies that compress weaken tags.
    static func version(_ headers: HTTPFields) throws(Problem) -> Int? {
        guard let field = headers[.ifMatch] else { return nil }
        guard field != "*" else { throw .versionNeeded }
        if field.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let version = Int(field), version > 0 {
            return version
        }
        var tag = field[...]
        if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
        guard tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\""), !tag.dropFirst().dropLast().contains("\""),
            let version = Int(tag.dropFirst().dropLast().prefix { $0 != "-" }), version > 0
        else { throw .parameter("If-Match", "must be one entity tag of the case, such as \"3\"") }
        return version
    }

    /// Whether If-None-Match names `tag`: what is there is what the client has.
    static func isKnown(_ tag: String, _ headers: HTTPFields) -> Bool {
        guard let field = headers[.ifNoneMatch] else { return false }
        if field == "*" { return true }
        return field.split(separator: ",").contains { part in
            let part = part.drop { $0 == " " }
            return (part.hasPrefix("W/") ? part.dropFirst(2) : part).prefix { $0 != " " } == tag
        }
    }
}
