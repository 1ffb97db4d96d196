import Cryptography
import Testing

/// Vectors of RFC 7914 § 12.
@Suite("Scrypt")
struct ScryptTests {
    @Test(
        "gives the keys of RFC 7914",
        arguments: [
            (
                "", "", Scrypt.Cost(logN: 4, r: 1, p: 1),
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            ),
            (
                "password", "NaCl", Scrypt.Cost(logN: 10, r: 8, p: 16),
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", Scrypt.Cost(logN: 14, r: 8, p: 1),
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ])
    func vectors(_ password: String, _ salt: String, _ cost: Scrypt.Cost, _ key: String) {
        let made = Scrypt.key(Array(password.utf8), salt: Array(salt.utf8), cost, length: 64)
        #expect(made.map { Hexadecimal.text($0) } == key)
    }

    @Test("a cost that would take all memory is refused")
    func bounds() {
        for cost in [
            Scrypt.Cost(logN: 0), Scrypt.Cost(logN: 30), Scrypt.Cost(logN: 20, r: 32), Scrypt.Cost(logN: 15, r: 0), Scrypt.Cost(logN: 62),
        ] {
            #expect(Scrypt.key([1], salt: [2], cost, length: 32) == nil)
        }
    }

    @Test("a password matches its own hash, also read back, and no other's")
    func hashes() throws {
        let cost = Scrypt.Cost(logN: 8)
        let hash = try #require(PasswordHash(of: "correct horse battery", salt: Array(0..<16), cost: cost))
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash && hash.text.hasPrefix("$scrypt$ln=8,r=8,p=1$"))
        #expect(read.matches("correct horse battery") && !read.matches("correct horse battery ") && !read.matches(""))
        let other = try #require(PasswordHash(of: "correct horse battery", salt: Array(1..<17), cost: cost))
        #expect(other != hash)
        for text in ["", "$scrypt$", "$scrypt$ln=8,r=8,p=1$AA$AA", "$argon2$ln=8,r=8,p=1$x$y", hash.text.replacing("ln=8", with: "ln=40")] {
            #expect(PasswordHash(text) == nil, "\(text)")
        }
    }
}
