/// The most a channel takes.
public struct LengthLimit: Sendable, Hashable {
    /// What is counted.
    public let unit: LengthUnit
    /// In `unit`s.
    public let most: Int

    /// A limit of `most` units.
    public init(unit: LengthUnit, most: Int) {
        self.unit = unit
        self.most = most
    }

    /// Whether `text` fits.
    ///
    /// A limit in GSM-7 septets counts messages, as an SMS outside GSM-7 holds 70 characters where it held 160 septets.
    public func allows(_ text: some StringProtocol) -> Bool {
        if unit.mostLength(of: text) <= most { return true }
        guard unit == .gsm7, GSMAlphabet.septets(of: text) == nil else { return unit.length(of: text) <= most }
        return unit.smsParts(of: text) <= GSMAlphabet.parts(ofSeptets: most)
    }
}
