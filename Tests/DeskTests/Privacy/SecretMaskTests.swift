import Desk
import Support
import Testing

@Suite("Secrets are masked before they are kept")
struct SecretMaskTests {
    @Test(
        "card numbers and IBAN keep their last four characters",
        arguments: [
            ("ma carte 4111 1111 1111 1111 merci", "ma carte **** **** **** 1111 merci"),
            ("4111111111111111", "************1111"), ("carte 4111-1111-1111-1111, exp 12/27", "carte ****-****-****-1111, exp 12/27"),
            ("4111 1111 1111 1111 123", "**** **** **** 1111 123"), ("carte\u{A0}: 3782 822463 10005.", "carte\u{A0}: **** ****** *0005."),
            ("IBAN FR76 3000 6000 0112 3456 7890 189 ok", "IBAN **** **** **** **** **** ***0 189 ok"),
            ("fr7630006000011234567890189", "***********************0189"), ("GB82WEST12345698765432", "******************5432"),
            ("mon iban est DE89 3704 0044 0532 0130 00 et voilà", "mon iban est **** **** **** **** **30 00 et voilà"),
        ])
    func numbers(_ text: String, _ masked: String) {
        #expect(SecretMask.masked(text)?.text == masked)
    }

    @Test(
        "passwords and codes that are given away are masked",
        arguments: [
            ("mon mot de passe : Soleil", "mon mot de passe : ******"), ("mdp=azerty12!", "mdp=*********"),
            ("mon mdp est azerty12 svp", "mon mdp est ******** svp"), ("Mot de passe: été€🔑x", "Mot de passe: ·*·•🔒*"),
            ("my password is hunter2.", "my password is *******."), ("password: \"tr0ub4dor\"", "password: \"*********\""),
            ("code secret 4821", "code secret ****"), ("mon code confidentiel est le 4821", "mon code confidentiel est le ****"),
            ("PIN : 0000", "PIN : ****"), ("le mot de passe est Soleil", "le mot de passe est ******"),
            ("security code 482", "security code ***"), ("Code de sécurité : 482", "Code de sécurité : ***"),
            ("mon code – secret 4821", "mon code – secret ****"), ("code\u{A0}PIN 4821", "code\u{A0}PIN ****"),
            ("«pin: 4821»", "«pin: ****»"),
            ("my_pin=4821", "my_pin=****"), ("passcode=x", "passcode=*"),
        ])
    func passwords(_ text: String, _ masked: String) {
        #expect(SecretMask.masked(text)?.text == masked)
    }

    @Test(
        "what is no secret is left alone",
        arguments: [
            "Où est ma commande FR-48213 ?", "commande 1234567890123 du 12/11/2026", "mot de passe oublié", "J’ai perdu mon mot de passe.",
            "mon mot de passe ne marche pas", "my password is wrong", "I forgot my password, please help", "le code promo BIENVENUE10",
            "numéro 06 12 34 56 78, commande 48213 du 12 novembre", "j'ai changé de mot de passe hier", "épinglé, opinion, décodeur",
            "shopping 4821", "code postal 75011", "le code 4821",
            "passe une bonne journée", "",
        ])
    func others(_ text: String) { #expect(SecretMask.masked(text) == nil) }

    @Test("every place in the text stays what it was, in bytes and in scalars")
    func places() throws {
        let text = "é 4111 1111 1111 1111 mdp: pâté🔑 fin"
        let masked = try #require(SecretMask.masked(text))
        #expect(masked.text.utf8.count == text.utf8.count && masked.text.unicodeScalars.count == text.unicodeScalars.count)
        #expect(zip(masked.text.unicodeScalars, text.unicodeScalars).allSatisfy { $0.utf8.count == $1.utf8.count })
        #expect(masked.spans.count == 2 && masked.text.hasSuffix(" fin"))
    }

    @Test(
        "nothing makes it trap",
        arguments: ["mdp", "mdp:", "mdp : ", "password is", "4", "FR76", "PIN\u{A0}:\u{A0}«", "mot de passe est est est"])
    func edges(_ text: String) { _ = SecretMask.masked(text) }
}
