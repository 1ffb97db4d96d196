/// Figures as people read them, the same in every locale.
enum Figure {
    /// A share from 0 to 1 with three decimals.
    static func share(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
