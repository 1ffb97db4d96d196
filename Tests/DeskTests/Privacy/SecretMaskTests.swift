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
        "what is called a card’s number is taken for one, right or mistyped",
        arguments: [
            ("Ma carte 4970 1012 3456 7890 est refusée", "Ma carte **** **** **** 7890 est refusée"),
            ("ma CB : 4970101234567890", "ma CB : ************7890"),
            ("carte bancaire n° 4970-1012-3456-7890.", "carte bancaire n° ****-****-****-7890."),
            ("my card number is 4111 1111 1111 1112", "my card number is **** **** **** 1112"),
            ("CARD 4970101234567", "CARD *********4567"),
            ("le numéro de ma carte est le 4970 1012 3456 7890 123", "le numéro de ma carte est le **** **** **** ***0 123"),
        ])
    func named(_ text: String, _ masked: String) {
        #expect(SecretMask.masked(text)?.text == masked)
    }

    @Test(
        "other numbers beside a card stay as they are",
        arguments: [
            "Ma carte cadeau est passée, colis 1Z9999999999999999 et suivi 8899 1012 3456 7890", "carte 48213",
            "une carte, commande 4970101234567890",
            "j’écarte 4970101234567890",
        ])
    func unnamed(_ text: String) {
        #expect(SecretMask.masked(text) == nil)
    }

    @Test(
        "numbers are found however they are spelt",
        arguments: [
            ("4111  1111  1111  1111", "****  ****  ****  1111"), ("4111 - 1111 - 1111 - 1111", "**** - **** - **** - 1111"),
            ("4111–1111–1111–1111 ok", "****–****–****–1111 ok"), ("4111/1111/1111/1111", "****/****/****/1111"),
            ("4111, 1111, 1111, 1111", "****, ****, ****, 1111"), ("3782  822463  10005", "****  ******  *0005"),
            ("ma CB4111111111111111 merci", "ma CB************1111 merci"), ("n°4111111111111111exp12/27", "n°************1111exp12/27"),
            ("4111 1111\r\n1111 1111", "**** ****\r\n**** 1111"), ("4111\n1111\n1111\n1111", "****\n****\n****\n1111"),
            ("４１１１１１１１１１１１１１１１", "••••••••••••１１１１"), ("٤١١١ ١١١١ ١١١١ ١١١١", "···· ···· ···· ١١١١"),
            ("\u{200B}4111\u{200B}1111\u{200B}1111\u{200B}1111", "\u{200B}****\u{200B}****\u{200B}****\u{200B}1111"),
            ("4\u{2060}111111111111111", "*\u{2060}***********1111"), ("4111 \u{200B}1111 1111 1111", "**** \u{200B}**** **** 1111"),
            ("FR76  3000 6000 0112 3456 7890 189", "****  **** **** **** **** ***0 189"),
            ("IBANFR7630006000011234567890189", "IBAN***********************0189"),
            ("ＦＲ７６30006000011234567890189", "••••*******************0189"), ("BE68 – 5390 – 0754 – 7034", "**** – **** – **** – 7034"),
            ("commande 48213, 4111  1111  1111  1111 123", "commande 48213, ****  ****  ****  1111 123"),
        ])
    func spellings(_ text: String, _ masked: String) throws {
        let found = try #require(SecretMask.masked(text))
        #expect(found.text == masked)
        #expect(zip(found.text.unicodeScalars, text.unicodeScalars).allSatisfy { $0.utf8.count == $1.utf8.count })
        let changed = zip(found.text.unicodeScalars, text.unicodeScalars).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
        #expect(found.spans.count == 1 && changed.first == found.spans[0].lowerBound && changed.last == found.spans[0].upperBound - 1)
    }

    /// Their digits, put together, have a right check digit.
    @Test(
        "lists of other numbers are no card, though their digits happen to be one's",
        arguments: [
            "commande 4111 1111", "le 12/03/2024 et le 13/04/2024", "du 25/03/2024 – 13/04/2029", "45,90 / 32,10 / 59,00 / 60,05",
            "45,90, 32,10, 59,00, 60,05", "commandes 41111111, 11111111", "41111\r\n11111\r\n111111", "41111111 / 11111111",
            "06 12 34 56 78 / 06 12 34 56 79", "2019, 2020, 2021, 2020", "colis XY4111111111119", "6A4111111111119",
            "réf. 4111111111119A", "CMD-2026-11-28-0048213", "5 x 12,99 €, 3 x 24,50 €, 2 x 8,00 €",
        ])
    func lists(_ text: String) { #expect(SecretMask.masked(text) == nil) }

    @Test(
        "time follows the length of the text, whatever it is made of",
        arguments: ["4 ", "4", "4 - ", "1111 , ", "FR76 ", "4\u{200B}", "A4111"])
    func linear(_ piece: String) {
        func took(_ bytes: Int) -> Duration {
            let text = String(repeating: piece, count: bytes / piece.utf8.count)
            return (0..<5).map { _ in ProcessorTime.measure { _ = SecretMask.masked(text) } }.min() ?? .zero
        }
        let (short, long) = (took(4_000), took(64_000))
        #expect(long < short * 80 + .milliseconds(50), "\(long) for sixteen times what took \(short)")
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
