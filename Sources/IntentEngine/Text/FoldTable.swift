/// Folds case, accents, ligatures, typographic punctuation and styled letters of one scalar.
///
/// Scalars below U+0250 come from a table; the few blocks above that occur in real messages are computed.
/// Composed and decomposed text give the same bytes because combining marks leave no trace.
enum FoldTable {
    /// Entries for U+0000–U+024F.
    static let latin: [FoldedScalar] = makeLatin()

    /// Entries for U+1E00–U+1EFF (Vietnamese and other letters with two marks).
    private static let latinAdditional: [FoldedScalar] = makeLatinAdditional()

    /// The fold of a scalar at or above U+0250.
    static func foldBeyondLatin(_ scalar: UInt32) -> FoldedScalar {
        switch scalar {
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
            FoldedScalar([], .mark)
        case 0x1E00...0x1EFF: latinAdditional[Int(scalar - 0x1E00)]
        case 0x2000...0x206F: foldPunctuation(scalar)
        case 0x02BC, 0x02B9, 0x02BB: FoldedScalar(UInt8(ascii: "'"), .apostrophe)
        case 0xFB00...0xFB06:
            FoldedScalar(
                [
                    Array("ff".utf8), Array("fi".utf8), Array("fl".utf8), Array("ffi".utf8), Array("ffl".utf8),
                    Array("st".utf8), Array("st".utf8),
                ][Int(scalar - 0xFB00)], .letter)
        case 0xFF01...0xFF5E: latin[Int(scalar - 0xFF01 + 0x21)]
        case 0x3000: FoldedScalar(UInt8(ascii: " "), .space)
        case 0x3001, 0xFF64: FoldedScalar(UInt8(ascii: ","), .pause)
        case 0x3002, 0xFF61: FoldedScalar(UInt8(ascii: "."), .stop)
        case 0x180E, 0xFEFF, 0xFE00...0xFE0F, 0xE0000...0xE01EF, 0x1F3FB...0x1F3FF: FoldedScalar([], .invisible)
        case 0x1D400...0x1D6A3: letter((scalar - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: FoldedScalar(UInt8(ascii: "0") + UInt8((scalar - 0x1D7CE) % 10), .digit)
        case 0x24B6...0x24E9: letter((scalar - 0x24B6) % 26)
        case 0x1F130...0x1F149, 0x1F150...0x1F169, 0x1F170...0x1F189: letter((scalar - 0x1F130) % 32)
        case 0x20AC: FoldedScalar(UInt8(ascii: "$"), .symbol)
        case 0x2190...0x21FF, 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF:
            FoldedScalar([], .emoji)
        case 0x2010...0x2BFF, 0x2E00...0x2E7F, 0xE000...0xF8FF, 0xFFF0...0xFFFF: FoldedScalar(0x1F, .symbol)
        default: FoldedScalar([], .foreignLetter)
        }
    }

    private static func letter(_ index: UInt32) -> FoldedScalar {
        FoldedScalar(UInt8(ascii: "a") + UInt8(index % 26), .letter)
    }

    private static func foldPunctuation(_ scalar: UInt32) -> FoldedScalar {
        switch scalar {
        case 0x2018, 0x2019, 0x201B, 0x2032, 0x2035: FoldedScalar(UInt8(ascii: "'"), .apostrophe)
        case 0x2010, 0x2011: FoldedScalar(UInt8(ascii: "-"), .hyphen)
        case 0x2012...0x2015: FoldedScalar(UInt8(ascii: "-"), .pause)
        case 0x201A: FoldedScalar(UInt8(ascii: ","), .pause)
        case 0x201C...0x201F, 0x2033, 0x2036, 0x2039, 0x203A: FoldedScalar(UInt8(ascii: "\""), .pause)
        case 0x2026: FoldedScalar(UInt8(ascii: "."), .stop)
        case 0x203C: FoldedScalar(UInt8(ascii: "!"), .stop)
        case 0x2047...0x2049: FoldedScalar(UInt8(ascii: "?"), .stop)
        case 0x2000...0x200A, 0x202F, 0x205F: FoldedScalar(UInt8(ascii: " "), .space)
        case 0x2028, 0x2029: FoldedScalar(UInt8(ascii: "\n"), .newline)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: FoldedScalar([], .invisible)
        default: FoldedScalar(0x1F, .symbol)
        }
    }

    private static func makeLatin() -> [FoldedScalar] {
        var table = [FoldedScalar](repeating: FoldedScalar(0x1F, .symbol), count: 0x250)
        for byte in UInt8(0x21)...0x7E { table[Int(byte)] = FoldedScalar(byte, .symbol) }
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
            table[Int(byte)] = FoldedScalar(byte, .letter)
            table[Int(byte - 32)] = FoldedScalar(byte, .letter)
        }
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = FoldedScalar(byte, .digit) }
        for scalar in "\u{9} \u{A0}".unicodeScalars { table[Int(scalar.value)] = FoldedScalar(UInt8(ascii: " "), .space) }
        for scalar in "\n\r\u{B}\u{C}\u{85}".unicodeScalars {
            table[Int(scalar.value)] = FoldedScalar(UInt8(ascii: "\n"), .newline)
        }
        for scalar in "'`´".unicodeScalars {
            table[Int(scalar.value)] = FoldedScalar(UInt8(ascii: "'"), .apostrophe)
        }
        for scalar in ".!?;:¡¿".unicodeScalars {
            table[Int(scalar.value)] = FoldedScalar(UInt8(truncatingIfNeeded: scalar.value & 0x7F), .stop)
        }
        for scalar in ",()[]{}\"«»|".unicodeScalars {
            let byte = scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(ascii: "\"")
            table[Int(scalar.value)] = FoldedScalar(byte, .pause)
        }
        table[Int(UInt8(ascii: "-"))] = FoldedScalar(UInt8(ascii: "-"), .hyphen)
        table[0xAD] = FoldedScalar([], .invisible)
        for sign in "$£¥¢".unicodeScalars { table[Int(sign.value)] = FoldedScalar(UInt8(ascii: "$"), .symbol) }
        for (base, letters) in foldedLetters {
            for scalar in letters.unicodeScalars where scalar.value < 0x250 {
                table[Int(scalar.value)] = FoldedScalar(Array(base.utf8), .letter)
            }
        }
        return table
    }

    private static func makeLatinAdditional() -> [FoldedScalar] {
        var table = [FoldedScalar](repeating: FoldedScalar([], .foreignLetter), count: 0x100)
        for (base, letters) in foldedLetters {
            for scalar in letters.unicodeScalars where (0x1E00...0x1EFF).contains(scalar.value) {
                table[Int(scalar.value) - 0x1E00] = FoldedScalar(Array(base.utf8), .letter)
            }
        }
        return table
    }

    private static let foldedLetters: [(String, String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦªạảấầẩẫậắằẳẵặẠẢẤẦẨẪẬẮẰẲẴẶ"),
        ("ae", "æǣǽÆǢǼ"), ("b", "ƀƃɓḃƁƂḂ"), ("c", "çćĉċčƈÇĆĈĊČƇ"), ("d", "ďđðḋḍĎĐÐḊḌ"),
        ("e", "èéêëēĕėęěȅȇȩÈÉÊËĒĔĖĘĚȄȆȨẹẻẽếềểễệẸẺẼẾỀỂỄỆ"), ("f", "ƒḟƑḞ"), ("g", "ĝğġģǥǧǵĜĞĠĢǤǦǴ"),
        ("h", "ĥħȟḥĤĦȞḤ"), ("i", "ìíîïĩīĭįıǐȉȋÌÍÎÏĨĪĬĮİǏȈȊỉịỈỊ"), ("ij", "ĳĲ"), ("j", "ĵǰĴ"), ("k", "ķƙǩĶƘǨ"),
        ("l", "ĺļľŀłĹĻĽĿŁ"), ("m", "ṁṃṀṂ"), ("n", "ñńņňŉŋǹÑŃŅŇŊǸ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱÒÓÔÕÖØŌŎŐƠǑǪǬǾȌȎȪȬȮȰọỏốồổỗộớờởỡợỌỎỐỒỔỖỘỚỜỞỠỢ"), ("oe", "œŒ"),
        ("p", "ƥṗƤṖ"), ("r", "ŕŗřȑȓŔŖŘȐȒ"), ("s", "śŝşšșſŚŜŞŠȘ"), ("ss", "ßẞ"), ("t", "ţťŧțŢŤŦȚ"), ("th", "þÞ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖụủứừửữựỤỦỨỪỬỮỰ"), ("w", "ŵẁẃẅŴẀẂẄ"), ("y", "ýÿŷȳỳỵỷỹÝŶŸȲỲỴỶỸ"),
        ("z", "źżžŹŻŽ"),
    ]
}
