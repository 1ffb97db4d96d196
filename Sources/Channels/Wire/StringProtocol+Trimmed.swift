extension StringProtocol {
    /// Without white space at its ends, line breaks included.
    var trimmed: SubSequence {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
