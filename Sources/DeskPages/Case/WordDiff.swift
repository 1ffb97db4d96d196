/// What was changed in a text, word by word.
struct WordDiff {
    enum Change: Sendable, Hashable {
        case same(String), removed(String), added(String)
    }

    let changes: [Change]

    /// Texts beyond so many words are compared as wholes: the work grows with their product.
    private static let most = 1200

    init(from old: String, to new: String) {
        let (left, right) = (Self.words(old), Self.words(new))
        guard left.count <= Self.most, right.count <= Self.most else {
            changes = old == new ? [.same(old)] : [.removed(old), .added(new)]
            return
        }
        changes = Self.joined(Self.walk(left, right))
    }

    var isEmpty: Bool { !changes.contains { if case .same = $0 { false } else { true } } }

    /// Words with the spaces behind them, so that joining them gives the text.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var wasSpace = false
        for index in text.indices {
            let isSpace = text[index].isWhitespace
            if wasSpace, !isSpace {
                words.append(text[start..<index])
                start = index
            }
            wasSpace = isSpace
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }

    /// Along a longest common subsequence.
    private static func walk(_ left: [Substring], _ right: [Substring]) -> [Change] {
        let width = right.count + 1
        var lengths = [UInt16](repeating: 0, count: (left.count + 1) * width)
        for i in stride(from: left.count - 1, through: 0, by: -1) {
            for j in stride(from: right.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    left[i] == right[j]
                    ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var changes: [Change] = []
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if i < left.count, j < right.count, left[i] == right[j] {
                changes.append(.same(String(left[i])))
                (i, j) = (i + 1, j + 1)
            } else if j == right.count || i < left.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                changes.append(.removed(String(left[i])))
                i += 1
            } else {
                changes.append(.added(String(right[j])))
                j += 1
            }
        }
        return changes
    }

    /// Neighbours of one kind in one.
    private static func joined(_ changes: [Change]) -> [Change] {
        changes.reduce(into: []) { joined, change in
            switch (joined.last, change) {
            case (.same(let before)?, .same(let text)): joined[joined.count - 1] = .same(before + text)
            case (.removed(let before)?, .removed(let text)): joined[joined.count - 1] = .removed(before + text)
            case (.added(let before)?, .added(let text)): joined[joined.count - 1] = .added(before + text)
            default: joined.append(change)
            }
        }
    }
}

extension WordDiff {
    /// For templates.
    var view: [[String: Any]] {
        changes.map { change in
            switch change {
            case .same(let text):
                ["isSame": true, "isRemoved": false, "isAdded": false, "text": VisibleText.lines(ArraySlice(text.unicodeScalars))]
            case .removed(let text):
                ["isSame": false, "isRemoved": true, "isAdded": false, "text": VisibleText.lines(ArraySlice(text.unicodeScalars))]
            case .added(let text):
                ["isSame": false, "isRemoved": false, "isAdded": true, "text": VisibleText.lines(ArraySlice(text.unicodeScalars))]
            }
        }
    }
}
