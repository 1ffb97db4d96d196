/// A number of a text, with its thousands and its decimals.
struct ProofNumber: Sendable, Hashable {
    let range: Range<Int>
    /// Offsets of what parts thousands.
    let separators: [Int]
    /// Offset of the decimal comma or point.
    let decimal: Int?
    /// Whether one comma or point stands before three last digits: thousands in one country, decimals in another.
    let isAmbiguous: Bool
    /// Whether it belongs to a code, a date or a time, such as `FR-48213` or `12/03/2024`.
    let isPartOfCode: Bool
    /// Whether it is 0, 1 or in between 1 and 2, which is singular in French.
    let isBelowTwo: Bool
    /// Whether its decimals are only noughts or it has none.
    let isWhole: Bool
}
