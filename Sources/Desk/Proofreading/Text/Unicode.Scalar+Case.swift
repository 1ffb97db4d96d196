/// Case without a look into the tables of Unicode for the letters of French and English, which replies are made of.
extension Unicode.Scalar {
    /// Whether it has the property Uppercase.
    var isCapital: Bool {
        switch value {
        case 0x41...0x5A: true
        case 0xC0...0xDE: value != 0xD7
        case 0...0xFF, 0x2000...0x20FF: false
        default: properties.isUppercase
        }
    }

    /// Whether it has the property Lowercase.
    var isSmall: Bool {
        switch value {
        case 0x61...0x7A, 0xAA, 0xB5, 0xBA: true
        case 0xDF...0xFF: value != 0xF7
        case 0...0xDE, 0x2000...0x206F, 0x20A0...0x20FF: false
        default: properties.isLowercase
        }
    }

    /// Its mapping to lower case, where that is one scalar as well and can be told at once.
    var simpleLowercase: Unicode.Scalar? {
        switch value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: Unicode.Scalar(value + 0x20)
        case 0...0xFF, 0x153: self
        case 0x152: Unicode.Scalar(0x153)
        default: nil
        }
    }
}
