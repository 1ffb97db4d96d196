/// Follows lists that name other lists, and finds those that lead back to themselves.
struct ListUnfolding {
    private let lists: [String: ListSource]
    private(set) var findings: [RuleFinding] = []

    init(lists: [ListSource]) {
        self.lists = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entries of `list` with those of the lists it names in their place.
    mutating func entries(of list: ListSource) -> [PatternSource] { entries(of: list, within: [list.name]) }

    private mutating func entries(of list: ListSource, within path: [String]) -> [PatternSource] {
        var unfolded: [PatternSource] = []
        for entry in list.entries {
            guard let name = Self.name(in: entry.text) else {
                unfolded.append(entry)
                continue
            }
            if path.contains(name) {
                let circle = (path + [name]).map { "<\($0)>" }.joined(separator: " → ")
                report(entry.place, "lists that lead back to themselves: \(circle)", "remove one of these entries")
            } else if let other = lists[name] {
                unfolded += entries(of: other, within: path + [name])
            } else {
                report(entry.place, "unknown list <\(name)>", "add it to the vocabulary, or correct the name")
            }
        }
        return unfolded
    }

    private mutating func report(_ place: SourcePlace, _ cause: String, _ remedy: String) {
        let finding = RuleFinding(place: place, cause: cause, remedy: remedy)
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// The name of the list when an entry is nothing but `<name>`.
    private static func name(in text: String) -> String? {
        guard text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
        return String(text.dropFirst().dropLast())
    }
}
