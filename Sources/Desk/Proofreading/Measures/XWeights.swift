/// How X counts: most of the Latin, Greek, Cyrillic and punctuation blocks 1, everything else and each emoji 2,
/// an address 23 (configuration 3 of its published text library; language study § 6.3).
enum XWeights {
    static let addressLength = 23
    private static let light: [ClosedRange<UInt32>] = [0...4351, 8192...8205, 8208...8223, 8242...8247]

    static func length(of text: String) -> Int {
        let row = ScalarRow(text)
        let addresses = AddressScanner(row).addresses().filter { $0.kind == .url }
        var length = addresses.count * addressLength
        var offset = 0
        var next = addresses.startIndex
        if row.scalars.allSatisfy(standsAlone) {
            for scalar in row.scalars {
                while next < addresses.endIndex, addresses[next].range.upperBound <= offset { next += 1 }
                let isInAddress = next < addresses.endIndex && addresses[next].range.contains(offset)
                if !isInAddress { length += weight(of: scalar) }
                offset += 1
            }
            return length
        }
        for character in text {
            while next < addresses.endIndex, addresses[next].range.upperBound <= offset { next += 1 }
            let isInAddress = next < addresses.endIndex && addresses[next].range.contains(offset)
            if !isInAddress { length += weight(of: character) }
            offset += character.unicodeScalars.count
        }
        return length
    }

    /// Whether it is a character by itself wherever it stands beside others like it, and no emoji.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2010...0x2027, 0x202F, 0x20AC: true
        default: false
        }
    }

    private static func weight(of character: Character) -> Int {
        if EmojiScanner.isEmoji(character) { return 2 }
        // A letter and its accent count as one, and every such letter of the Latin alphabet is light.
        if LetterFold.isComposable(character) { return 1 }
        return character.unicodeScalars.reduce(0) { $0 + weight(of: $1) }
    }

    private static func weight(of scalar: Unicode.Scalar) -> Int {
        light.contains { $0.contains(scalar.value) } ? 1 : 2
    }
}
