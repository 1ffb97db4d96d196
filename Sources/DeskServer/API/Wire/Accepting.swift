import HTTPTypes

/// What a client takes and gives.
enum Accepting {
    /// Whether `Accept` allows JSON: `application/json`, `application/*` or `*/*`, of which the most exact counts.
    static func allowsJSON(_ headers: HTTPFields) -> Bool {
        guard let field = headers[.accept], !field.isEmpty else { return true }
        var best = (exactness: 0, isAllowed: false)
        for range in field.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            let exactness: Int
            switch parts.first {
            case "application/json", "application/problem+json": exactness = 3
            case "application/*": exactness = 2
            case "*/*": exactness = 1
            default: continue
            }
            let isRefused = parts.dropFirst().contains { part in
                part.hasPrefix("q=") && part.dropFirst(2).allSatisfy { $0 == "0" || $0 == "." }
            }
            if exactness > best.exactness { best = (exactness, !isRefused) }
        }
        return best.isAllowed
    }

    /// Whether a body is JSON in UTF-8, and not compressed: it would have to be unpacked to an unknown size.
    static func isJSON(_ headers: HTTPFields) -> Bool {
        if let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" { return false }
        guard let type = headers[.contentType] else { return false }
        let parts = type.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }.lowercased() }
        return parts.first == "application/json" && parts.dropFirst().allSatisfy { !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }
    }
}
