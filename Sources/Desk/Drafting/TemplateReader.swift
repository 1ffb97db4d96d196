extension Template {
    /// Reads a template.
    ///
    /// - Parameters:
    ///   - constants: Values written into the text, by the name that stands in the tag (`{{link.site}}`).
    ///   - known: Placeholders that always have a value where the template is used, beside those that always do.
    public static func read(
        _ source: String, constants: [String: String] = [:], known: Set<Placeholder> = []
    ) throws(Mistake) -> Template {
        var reader = TemplateReader(source, constants)
        return Template(segments: try reader.read(known: known.union(Placeholder.allCases.filter(\.isAlwaysKnown))))
    }
}

/// Reads the variables and sections of one template.
private struct TemplateReader {
    private let scalars: [Unicode.Scalar]
    private let constants: [String: String]
    private var index = 0

    init(_ source: String, _ constants: [String: String]) {
        scalars = Array(source.unicodeScalars)
        self.constants = constants
    }

    mutating func read(known: Set<Placeholder>) throws(Template.Mistake) -> [Template.Segment] {
        try segments(inside: nil, known: known)
    }

    private mutating func segments(
        inside section: Placeholder?, known: Set<Placeholder>
    ) throws(Template.Mistake) -> [Template.Segment] {
        var segments: [Template.Segment] = []
        var text = ""
        let start = index
        while index < scalars.count {
            guard isOpening(at: index) else {
                text.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            let tagStart = index
            let (sign, name) = try tag()
            if sign == nil, let constant = constants[name] {
                text += constant
                continue
            }
            if !text.isEmpty { segments.append(.text(text)) }
            text = ""
            guard let placeholder = Placeholder(rawValue: name) else { throw unknown(name, at: tagStart) }
            switch sign {
            case nil:
                guard known.contains(placeholder) else {
                    throw Template.Mistake(
                        offset: tagStart, cause: "{{\(name)}} may be missing",
                        remedy: "write {{#\(name)}}…{{/\(name)}} around the part that needs it")
                }
                segments.append(.value(placeholder))
            case "#":
                let inner = try self.segments(inside: placeholder, known: known.union([placeholder]))
                segments.append(.section(placeholder, whenKnown: true, inner))
            case "^":
                let inner = try self.segments(inside: placeholder, known: known.subtracting([placeholder]))
                segments.append(.section(placeholder, whenKnown: false, inner))
            default:
                guard section == placeholder else {
                    throw Template.Mistake(
                        offset: tagStart, cause: "{{/\(name)}} closes nothing", remedy: "open it with {{#\(name)}}, or remove it")
                }
                return segments
            }
        }
        if let section {
            throw Template.Mistake(
                offset: start, cause: "{{#\(section.rawValue)}} is never closed", remedy: "add {{/\(section.rawValue)}}")
        }
        if !text.isEmpty { segments.append(.text(text)) }
        return segments
    }

    private func isOpening(at index: Int) -> Bool {
        index + 1 < scalars.count && scalars[index] == "{" && scalars[index + 1] == "{"
    }

    /// The sign (`#`, `^`, `/` or none) and the name of the tag at `index`.
    private mutating func tag() throws(Template.Mistake) -> (sign: Unicode.Scalar?, name: String) {
        let start = index
        index += 2
        var sign: Unicode.Scalar?
        if index < scalars.count, "#^/".unicodeScalars.contains(scalars[index]) {
            sign = scalars[index]
            index += 1
        }
        var name = ""
        while index < scalars.count, scalars[index] != "}" {
            name.unicodeScalars.append(scalars[index])
            index += 1
        }
        guard index + 1 < scalars.count, scalars[index + 1] == "}" else {
            throw Template.Mistake(offset: start, cause: "{{ is never closed", remedy: "add }}")
        }
        index += 2
        return (sign, name.filter { $0 != " " })
    }

    private func unknown(_ name: String, at offset: Int) -> Template.Mistake {
        let known = (Placeholder.allCases.map(\.rawValue) + constants.keys.sorted()).joined(separator: ", ")
        return Template.Mistake(offset: offset, cause: "unknown placeholder {{\(name)}}", remedy: "use one of \(known)")
    }
}
