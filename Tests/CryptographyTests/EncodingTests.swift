import Cryptography
import Testing

@Suite("Encodings and signatures")
struct EncodingTests {
    @Test(
        "base64 is that of RFC 4648 § 10, both ways",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(_ plain: String, _ coded: String) {
        #expect(Base64.text(Array(plain.utf8)) == coded)
        #expect(Base64.bytes(coded) == Array(plain.utf8))
        #expect(Base64.bytes(coded.prefix { $0 != "=" }) == Array(plain.utf8))
    }

    @Test("what is no base64 is refused", arguments: ["Z", "Zg=", "Zg===", "=", "Zm9v=", "Zh==", "Zm 9v", "Zm9v\n", "Zm-v", "é"])
    func notBase64(_ text: String) { #expect(Base64.bytes(text) == nil) }

    @Test("base64 of every byte comes back")
    func everyByte() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Base64.bytes(Base64.text(bytes)) == bytes)
    }

    @Test("hexadecimal digits are read in either case, and nothing else is")
    func hexadecimal() {
        #expect(Hexadecimal.bytes("00ffAbCd") == [0x00, 0xFF, 0xAB, 0xCD])
        #expect(Hexadecimal.bytes("abc") == nil)
        #expect(Hexadecimal.bytes("0g") == nil)
        #expect(Hexadecimal.bytes("+1") == nil)
        #expect(Hexadecimal.bytes("")?.isEmpty == true)
    }

    @Test("HMAC-SHA-1 is that of RFC 2202, test case 2")
    func hmacSHA1() {
        let sum = Digest.hmacSHA1(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8))
        #expect(Hexadecimal.text(sum) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
    }

    @Test("Ed25519 is that of RFC 8032, tests 1 and 2, and no other message, key or signature passes")
    func ed25519() throws {
        let key = try #require(Hexadecimal.bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        let signature = try #require(
            Hexadecimal.bytes(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ))
        #expect(Ed25519.isValid(signature, over: [], publicKey: key))
        #expect(!Ed25519.isValid(signature, over: [0], publicKey: key))
        #expect(!Ed25519.isValid(Array(signature.dropLast()), over: [], publicKey: key))
        #expect(!Ed25519.isValid(signature, over: [], publicKey: []))
        var forged = signature
        forged[3] ^= 1
        #expect(!Ed25519.isValid(forged, over: [], publicKey: key))
        let second = try #require(Hexadecimal.bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
        let over = try #require(
            Hexadecimal.bytes(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ))
        #expect(Ed25519.isValid(over, over: [0x72], publicKey: second))
        #expect(!Ed25519.isValid(over, over: [0x72], publicKey: key))
    }
}
