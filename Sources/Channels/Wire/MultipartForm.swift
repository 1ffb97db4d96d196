/// Reads `multipart/form-data` (RFC 7578): fields, and the names of files, whose bytes are passed over.
struct MultipartForm {
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [(name: String, type: String)] = []

    /// The most parts worth reading.
    static let most = 500

    /// Nil when `contentType` has no boundary, or `body` is no such form.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.boundary(contentType) else { return nil }
        let mark = Array("--\(boundary)".utf8)
        guard var at = Self.find(mark, in: body[...], from: 0) else { return nil }
        while true {
            at += mark.count
            if at + 1 < body.count, body[at] == UInt8(ascii: "-"), body[at + 1] == UInt8(ascii: "-") { return }
            guard let end = Self.find(mark, in: body[...], from: at), fields.count + files.count < Self.most else { return nil }
            guard take(body[at..<end]) else { return nil }
            at = end
        }
    }

    /// One part: line end, headers, empty line, content, line end.
    private mutating func take(_ part: ArraySlice<UInt8>) -> Bool {
        let gap = Array("\r\n\r\n".utf8)
        guard let split = Self.find(gap, in: part, from: part.startIndex), split - part.startIndex <= 4096,
            let headers = String(validating: part[..<split], as: UTF8.self)
        else { return false }
        var content = part[(split + gap.count)...]
        if content.last == 0x0A { content.removeLast() }
        if content.last == 0x0D { content.removeLast() }
        var name: String?
        var file: String?
        var type = "application/octet-stream"
        for line in headers.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...]
            switch line[..<colon].lowercased() {
            case "content-disposition":
                name = Self.parameter("name", of: value)
                file = Self.parameter("filename", of: value)
            case "content-type": type = String(value.trimmed)
            default: break
            }
        }
        guard let name else { return true }
        if let file {
            files.append((file, type))
        } else if let value = String(validating: content, as: UTF8.self) {
            fields.append((name, value))
        } else {
            return false
        }
        return true
    }

    private static func boundary(_ contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let boundary = parameter("boundary", of: contentType[...]),
            (1...70).contains(boundary.utf8.count)
        else { return nil }
        return boundary
    }

    /// The value of a parameter, in quotes or bare.
    private static func parameter(_ name: String, of header: Substring) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let part = part.trimmed
            guard let equals = part.firstIndex(of: "="), part[..<equals].lowercased() == name else { continue }
            let value = part[part.index(after: equals)...]
            return value.count >= 2 && value.first == "\"" && value.last == "\"" ? String(value.dropFirst().dropLast()) : String(value)
        }
        return nil
    }

    /// Where `pattern` first stands in `bytes`, at `start` or behind it.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        var at = start
        let last = bytes.endIndex - pattern.count
        while at <= last {
            if bytes[at] == first, bytes[at..<at + pattern.count].elementsEqual(pattern) { return at }
            at += 1
        }
        return nil
    }
}
