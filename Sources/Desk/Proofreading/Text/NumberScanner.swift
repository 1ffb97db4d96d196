/// Finds the numbers of a text.
struct NumberScanner {
    private let row: ScalarRow
    private let isInAddress: [Bool]

    init(_ row: ScalarRow, isInAddress: [Bool]) {
        self.row = row
        self.isInAddress = isInAddress
    }

    func numbers() -> [ProofNumber] {
        var numbers: [ProofNumber] = []
        var offset = 0
        while offset < row.scalars.count {
            guard row.kinds[offset] == .digit, !isInAddress[offset] else {
                offset += 1
                continue
            }
            let number = number(at: offset)
            numbers.append(number)
            offset = number.range.upperBound
        }
        return numbers
    }

    private func number(at start: Int) -> ProofNumber {
        let firstEnd = row.digitsEnd(from: start)
        var end = firstEnd
        var separators: [Int] = []
        while let next = groupEnd(after: end, separators, first: start..<firstEnd) {
            separators.append(end)
            end = next
        }
        var decimal: Int?
        let isPointed = separators.count == 1 && row.isOne(of: ".,", separators[0])
        if row.isOne(of: ".,", end), row.isDigit(end + 1), separators.isEmpty || row[end] != row[separators[0]] {
            let decimalsEnd = row.digitsEnd(from: end + 1)
            if !(row.isOne(of: ".,/-:", decimalsEnd) && row.isDigit(decimalsEnd + 1)) {
                decimal = end
                end = decimalsEnd
            }
        }
        let first = row.scalars[start..<firstEnd].drop { $0 == "0" }
        let decimals = decimal.map { row.scalars[$0 + 1..<end] } ?? []
        return ProofNumber(
            range: start..<end, separators: separators, decimal: decimal, isAmbiguous: isPointed && decimal == nil,
            isPartOfCode: isCode(start, end),
            isBelowTwo: separators.isEmpty && (first.isEmpty || Array(first) == ["1"]),
            isWhole: decimals.allSatisfy { $0 == "0" })
    }

    /// The end of a group of three digits behind a separator at `offset`, of the same sort as those before it.
    private func groupEnd(after offset: Int, _ separators: [Int], first: Range<Int>) -> Int? {
        guard first.count <= 3, row[first.lowerBound] != "0", row.digitsEnd(from: offset + 1) == offset + 4 else {
            return nil
        }
        let isSpace = row.isSpace(offset)
        guard isSpace || row.isOne(of: ".,", offset) else { return nil }
        if let before = separators.first, row.isSpace(before) != isSpace || !isSpace && row[before] != row[offset] {
            return nil
        }
        return offset + 4
    }

    private func isCode(_ start: Int, _ end: Int) -> Bool {
        if row.isLetter(start - 1) || row.kind(start - 1) == .mark { return true }
        if row.isOne(of: "-/.,:_", start - 1),
            row.isLetter(start - 2) && row[start - 1] != "," || row.isDigit(start - 2)
        {
            return true
        }
        return row.isOne(of: "-/:", end) && row.isDigit(end + 1)
    }
}
