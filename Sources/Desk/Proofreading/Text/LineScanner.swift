/// Cuts a text into lines and tells what part of a letter each one is.
struct LineScanner {
    private let row: ScalarRow
    private let words: [ProofWord]

    /// Words that open a greeting, folded.
    static let greetings: Set<String> = [
        "bonjour", "bonsoir", "salut", "madame", "monsieur", "mesdames", "messieurs", "cher", "chere", "chers", "dear",
        "hello", "hi", "good",
    ]
    private static let closings = [
        "cordialement", "bien cordialement", "tres cordialement", "bien a vous", "bien a toi", "belle journee",
        "bonne journee", "belle soiree", "bonne soiree", "sinceres salutations", "respectueusement", "sincerement",
        "a bientot", "kind regards", "best regards", "warm regards", "with kind regards", "regards", "best wishes",
        "yours sincerely", "yours faithfully", "sincerely",
    ].map { $0.split(separator: " ").map(String.init) }
    /// What a team's name may hold in lower case.
    private static let teamWords: Set<String> = [
        "l'", "le", "la", "votre", "the", "your", "equipe", "service", "direction", "client", "clients", "clientele",
        "relation", "relations", "apres", "vente", "team", "customer", "care", "services", "de", "du", "des", "d'",
        "et", "and", "of", "at", "conseiller", "conseillere",
    ]
    private static let teamHeads: Set<String> = ["equipe", "service", "direction", "team", "conseiller", "conseillere"]

    init(_ row: ScalarRow, words: [ProofWord]) {
        self.row = row
        self.words = words
    }

    func lines() -> [ProofLine] {
        var lines: [ProofLine] = []
        var start = 0
        var firstWord = 0
        for offset in 0...row.scalars.count where row.isLineEdge(offset) {
            var endWord = firstWord
            while endWord < words.count, words[endWord].range.lowerBound < offset { endWord += 1 }
            let range = trimmed(start..<offset)
            let role = role(range, firstWord..<endWord, after: lines)
            lines.append(ProofLine(range: range, words: firstWord..<endWord, role: role))
            start = offset + 1
            firstWord = endWord
        }
        return lines
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let last = range.last, row.isSpace(last) { range = range.dropLast() }
        while let first = range.first, row.isSpace(first) { range = range.dropFirst() }
        return range
    }

    private func role(_ range: Range<Int>, _ inside: Range<Int>, after lines: [ProofLine]) -> ProofLine.Role {
        guard let first = range.first, let last = range.last else { return .blank }
        let folded = words[inside].map(\.folded)
        let isBelowClosing =
            lines.last { $0.role != .blank }.map { $0.role == .closing || $0.role == .signature } ?? false
        if isBelowClosing, inside.count <= 10, !row.isOne(of: ".!?…", last) { return .signature }
        if row.isOne(of: "–—", first), row.isSpace(first + 1), words[inside].first?.isCapitalised == true {
            return .signature
        }
        if isItem(first) { return .item }
        guard let head = folded.first else { return .body }
        if Self.greetings.contains(head), inside.count <= 8, row[last] == "," || isBareGreeting(range) {
            return .greeting
        }
        if inside.count <= 7, Self.closings.contains(where: { folded.starts(with: $0) }) { return .closing }
        return isTeam(inside, last) ? .signature : .body
    }

    private func isBareGreeting(_ range: Range<Int>) -> Bool {
        guard let last = range.last, row[last] == "!" || row.isLetter(last) else { return false }
        return !range.dropLast().contains { row.isOne(of: ",;:!?…", $0) }
    }

    private func isItem(_ first: Int) -> Bool {
        if row.isOne(of: "-–—•·*▪‣", first) { return row.isSpace(first + 1) }
        let end = row.digitsEnd(from: first)
        return end > first && end - first <= 2 && row.isOne(of: ".)", end) && row.isSpace(end + 1)
    }

    private func isTeam(_ inside: Range<Int>, _ last: Int) -> Bool {
        guard inside.count <= 9, !row.isOne(of: ".!?…:;", last) else { return false }
        let team = words[inside]
        return team.contains { Self.teamHeads.contains($0.folded) }
            && team.allSatisfy { $0.isCapitalised || Self.teamWords.contains($0.folded) }
    }
}
