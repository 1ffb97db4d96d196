/// The shapes of one brand's order numbers: `#` a digit, `A` a letter, other characters themselves (`FR-#####`).
struct OrderNumberShapes: Sendable {
    private let shapes: [[UInt8]]

    init(_ shapes: [String]) { self.shapes = shapes.map { Array($0.utf8) } }

    /// Whether a folded code has one of the shapes.
    func contains(_ code: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        shapes.contains { shape in
            shape.count == code.count
                && zip(shape, code).allSatisfy { wanted, byte in
                    switch wanted {
                    case UInt8(ascii: "#"): byte &- UInt8(ascii: "0") < 10
                    case UInt8(ascii: "A"): byte &- UInt8(ascii: "a") < 26
                    default: (wanted &- 0x41 < 26 ? wanted | 0x20 : wanted) == byte
                    }
                }
        }
    }
}

/// Order numbers: behind a word such as *commande* or *order*, behind `#`, or in the brand's own shape.
package enum OrderNumber {
    /// The end of the code that starts at `start`: letters, digits and inner hyphens, 4 to 20 long with a digit.
    static func codeEnd(_ text: EntityText, at start: Int) -> Int? {
        guard !text.isAlphanumeric(start - 1) else { return nil }
        var end = start
        var digits = 0
        while text.isDigit(end) || text.isLetter(end)
            || (text.byte(end) == UInt8(ascii: "-") && text.isAlphanumeric(end + 1) && end > start)
        {
            if text.isDigit(end) { digits += 1 }
            end += 1
        }
        guard (4...20).contains(end - start), digits >= 2, text.byte(end) < 0x80 else { return nil }
        return end
    }

    static func isAfterHash(_ text: EntityText, at start: Int, end: Int) -> Bool {
        text.byte(start - 1) == UInt8(ascii: "#") && (4...12).contains(end - start)
    }

    /// Words an order number stands behind, folded.
    package static let keywords: Set<String> = [
        "commande", "commandes", "comande", "cmd", "cde", "cmde", "order", "orders", "dossier", "achat",
        "purchase", "reservation", "booking", "resa", "po",
    ]

    /// Words that a number of an order stands behind as well as that of a product: what stands beside them tells.
    package static let references: Set<String> = ["ref", "reference", "references"]

    /// Words that make a number that of a product.
    static let products: Set<String> = [
        "article", "articles", "produit", "produits", "modele", "product", "products", "item", "items", "model", "sku", "ean",
    ]

    /// Words whose number is the customer's own, and no order's.
    static let owners: Set<String> = [
        "client", "cliente", "clients", "customer", "customers", "compte", "account", "adherent", "adherente", "membre", "member",
        "membership", "fidelite", "loyalty", "abonne", "abonnee", "subscriber",
    ]

    /// Words that may stand between the keyword and the number, folded.
    package static let links: Set<String> = [
        "n", "no", "num", "numero", "number", "nr", "nb", "est", "is", "was", "etait", "le", "la", "the", "id", "de", "of", "suivante",
        "ref", "reference",
    ]
}

/// Parcel tracking numbers of the carriers met in France, and S10 (Universal Postal Union).
enum TrackingNumber {
    private static let space = [UInt8(ascii: " ")]

    /// A number whose form alone gives it away: S10 with a right check digit, Colissimo, UPS.
    static func find(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        guard !text.isAlphanumeric(start - 1) else { return nil }
        if text.isLetter(start), text.isLetter(start + 1) { return s10(text, at: start) }
        if text.reads("1z", at: start) { return code(text, at: start, length: 18) }
        let first = text.isDigit(start)
        guard first ? text.isLetter(start + 1) : text.isLetter(start) && text.isDigit(start + 1) else { return nil }
        let digitsStart = text.skipSpaces(start + 2)
        let (digits, end) = text.groupedDigits(from: digitsStart, separators: space, most: 11)
        guard digits.count == 11, !text.isAlphanumeric(end) else { return nil }
        return (end, (text.text(start..<start + 2) + String(decoding: digits, as: UTF8.self)).uppercased())
    }

    private static func s10(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        let digitsStart = text.skipSpaces(start + 2)
        let (digits, end) = text.groupedDigits(from: digitsStart, separators: space, most: 9)
        let country = text.skipSpaces(end)
        guard digits.count == 9, text.isLetter(country), text.isLetter(country + 1), !text.isAlphanumeric(country + 2),
            isValid(digits)
        else { return nil }
        let value = text.text(start..<start + 2) + String(decoding: digits, as: UTF8.self) + text.text(country..<country + 2)
        return (country + 2, value.uppercased())
    }

    /// S10 check digit: 11 minus the weighted sum mod 11; 10 is written 0 and 11 is written 5.
    static func isValid(_ digits: [UInt8]) -> Bool {
        guard digits.count == 9 else { return false }
        let values = digits.map { Int($0 - UInt8(ascii: "0")) }
        let sum = zip(values, [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { $0 + $1.0 * $1.1 }
        let check = 11 - sum % 11
        return values[8] == (check == 10 ? 0 : check == 11 ? 5 : check)
    }

    private static func code(_ text: EntityText, at start: Int, length: Int) -> (end: Int, value: String)? {
        for index in start..<start + length where !text.isDigit(index) && !text.isLetter(index) { return nil }
        guard !text.isAlphanumeric(start + length) else { return nil }
        return (start + length, text.text(start..<start + length).uppercased())
    }

    /// Lengths of plain digit numbers, which count only behind a word such as *suivi* (Mondial Relay, Relais Colis, DPD).
    static let plainLengths: Set<Int> = [8, 10, 12, 14]
    static let keywords: Set<String> = [
        "suivi", "colis", "relay", "relais", "expedition", "tracking", "parcel", "shipment", "package", "dpd", "dhl", "gls", "chronopost",
        "colissimo", "ups", "fedex",
    ]
}

extension OrderNumberShapes: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) { shapes = try [[UInt8]](from: &image) }
    func pack(into image: inout ImageWriter) { shapes.pack(into: &image) }
}
