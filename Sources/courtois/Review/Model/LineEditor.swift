/// One line of text being typed.
struct LineEditor: Hashable, Sendable {
    private(set) var text: [Character]
    /// Where the next character goes.
    private(set) var cursor: Int

    /// Longest text taken, in characters.
    private static let most = 1000

    init(_ text: String = "") {
        self.text = Array(text)
        cursor = self.text.count
    }

    var string: String { String(text) }
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    /// Takes a key; false for one that is none of its own.
    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let pasted): insert(pasted)
        case .backspace where cursor > 0:
            cursor -= 1
            text.remove(at: cursor)
        case .delete where cursor < text.count: text.remove(at: cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"):
            text.removeSubrange(..<cursor)
            cursor = 0
        case .control("w"):
            let start = text[..<cursor].dropLast(while: \.isWhitespace).lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
            text.removeSubrange(start..<cursor)
            cursor = start
        case .backspace, .delete: break
        default: return false
        }
        return true
    }

    /// Inserts characters; ends of lines become spaces and other controls go.
    private mutating func insert(_ given: String) {
        var line = String.UnicodeScalarView()
        for scalar in given.unicodeScalars {
            if scalar.properties.generalCategory != .control {
                line.append(scalar)
            } else if scalar == "\n" || scalar == "\t" {
                line.append(" ")
            }
        }
        // A mark joins the character before it, so that characters are counted anew.
        let before = Array(String(text[..<cursor]) + String(line))
        let after = text[cursor...]
        guard before.count + after.count <= Self.most else { return }
        cursor = before.count
        text = before + after
    }
}

extension ArraySlice<Character> {
    /// Without the characters at its end that `holds` is true of.
    fileprivate func dropLast(while holds: (Character) -> Bool) -> Self {
        lastIndex { !holds($0) }.map { self[startIndex...$0] } ?? self[startIndex..<startIndex]
    }
}
