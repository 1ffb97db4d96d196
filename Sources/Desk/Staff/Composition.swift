@_spi(_Unicode) import Swift

/// Texts that look the same, in the same bytes.
public enum Composition {
    /// `text` in Unicode's normal form C: with é as one scalar, however it was typed. The standard library's own tables, which
    /// make strings equal by it.
    public static func composed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text._nfc)
        return String(scalars)
    }

    /// `text` without differences of case, composed: “Strauß” and “STRAUSS” are one.
    static func folded(_ text: String) -> String { composed(text.uppercased().lowercased()) }
}
