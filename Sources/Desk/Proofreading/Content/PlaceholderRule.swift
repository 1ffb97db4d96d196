import IntentEngine

/// Nothing a template or a mark-up language left: F24 in French, half of E14 in English, `leftover` elsewhere.
struct PlaceholderRule: ProofRule {
    let id: ID
    let languages: Set<Language>

    static let french = PlaceholderRule(id: "F24", languages: RuleLanguages.french)
    static let english = PlaceholderRule(id: "E14", languages: RuleLanguages.english)
    static let foreign = PlaceholderRule(id: "leftover", languages: RuleLanguages.any.subtracting(RuleLanguages.both))

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var offset = 0
        while offset < text.scalars.count {
            if let end = leftover(at: offset, text), !isInWebAddress(offset, text) {
                findings.append(
                    text.finding(id, offset..<end, "left by a template", remedy: "the words meant here, or nothing"))
                offset = end
            } else {
                offset += 1
            }
        }
        return findings
    }

    private func isInWebAddress(_ offset: Int, _ text: ProofText) -> Bool {
        text.addresses.contains { ($0.kind == .url || $0.kind == .email) && $0.range.contains(offset) }
    }

    private func leftover(at offset: Int, _ text: ProofText) -> Int? {
        if let address = text.addresses.first(where: { $0.range.lowerBound == offset && $0.kind == .placeholder }) {
            return address.range.upperBound
        }
        let next = text[offset + 1]
        switch text.scalars[offset] {
        case "{" where next == "{", "}" where next == "}", "$" where next == "{", "*" where next == "*":
            return offset + 2
        case "_" where next == "_" && text.isLetter(offset + 2): return offset + 2
        case "{", "}": return offset + 1
        case "<": return tagEnd(from: offset, text)
        case "[": return slotEnd(from: offset, text)
        case "%": return next == "@" || isOneLetter("sd", offset + 1, text) ? offset + 2 : nil
        case "&": return entityEnd(from: offset, text)
        default: return nil
        }
    }

    private func isOneLetter(_ letters: StaticString, _ offset: Int, _ text: ProofText) -> Bool {
        text.isOne(of: letters, offset) && !text.isLetter(offset + 1)
    }

    /// `<br>`, `</p>`, `<a href=…>`
    private func tagEnd(from offset: Int, _ text: ProofText) -> Int? {
        var end = text[offset + 1] == "/" ? offset + 2 : offset + 1
        guard text.isLetter(end) else { return nil }
        while !text.isLineEdge(end), end - offset < 200 {
            if text[end] == ">" { return end + 1 }
            if text[end] == "<" { return nil }
            end += 1
        }
        return nil
    }

    /// `[NOM]`, `[ORDER_ID]`
    private func slotEnd(from offset: Int, _ text: ProofText) -> Int? {
        var end = offset + 1
        while text.isLetter(end) || text.isOne(of: "_ ", end) || text.isDigit(end) {
            if text[end]?.properties.isLowercase == true { return nil }
            end += 1
        }
        return text[end] == "]" && end > offset + 2 ? end + 1 : nil
    }

    /// `&nbsp;`, `&#39;`
    private func entityEnd(from offset: Int, _ text: ProofText) -> Int? {
        var end = offset + 1
        while text[end]?.isASCII == true, text.isLetter(end) || text.isDigit(end) || text[end] == "#" { end += 1 }
        return text[end] == ";" && end - offset > 2 ? end + 1 : nil
    }
}
