import IntentEngine

/// F08: a no-break space between a number and its unit or per-cent sign.
struct UnitSpaceRule: ProofRule {
    let id = "F08"
    let languages = RuleLanguages.french
    /// Longest first; those of one letter are left out, as `5 L` and `3 m` are codes as often as measures.
    private static let units = ["kWh", "km", "kg", "cm", "mm", "ml", "mL", "cl", "cL", "°C", "Go", "Mo", "%"]
        .map { Array($0.unicodeScalars) }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let space = context.typography.fixedSpace
        return text.numbers.compactMap { number in
            guard !number.isPartOfCode else { return nil }
            let gap = text.gap(at: number.range.upperBound)
            guard !text.holds(gap, space), let unit = Self.units.first(where: { stands($0, gap.upperBound, text) })
            else {
                return nil
            }
            let end = gap.upperBound + unit.count
            let right = text.string(number.range) + String(space) + text.string(gap.upperBound..<end)
            return text.mending(id, number.range.lowerBound..<end, "wrong space before the unit", right)
        }
    }

    private func stands(_ unit: [Unicode.Scalar], _ start: Int, _ text: ProofText) -> Bool {
        let end = start + unit.count
        guard end <= text.scalars.count, text.scalars[start..<end].elementsEqual(unit), !text.isAddress(start) else {
            return false
        }
        return !text.isLetter(end) && !text.isDigit(end)
    }
}
