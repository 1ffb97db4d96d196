import Desk
import Testing

@testable import DeskServer

@Suite("Small parts of the API's wire")
struct APIWireTests {
    @Test("a token is found again in its own text, and in nothing that differs by a character")
    func bearer() throws {
        var number: UInt64 = 0
        let token = BearerToken {
            number &+= 0x9E37_79B9_7F4A_7C15
            return number
        }
        #expect(token.text.utf8.count == 90 && token.text.hasPrefix("courtois_" + token.selector + "_"))
        let read = try #require(BearerToken(token.text))
        #expect(read.selector == token.selector && read.digest == token.digest)
        #expect(BearerToken("courtois_" + String(repeating: "g", count: 16) + "_" + String(repeating: "0", count: 64)) == nil)
        #expect(BearerToken(token.text + "0") == nil && BearerToken(token.text.dropLast()) == nil)
        #expect(BearerToken(token.text.replacing("_", with: "-")) == nil && BearerToken(token.text.uppercased()) == nil)
        let altered = try #require(BearerToken(token.text.dropLast() + (token.text.hasSuffix("0") ? "1" : "0")))
        #expect(altered.selector == token.selector && altered.digest != token.digest)
    }

    @Test("a leading zero is not lost: every token has its length")
    func length() {
        #expect(BearerToken { 0 }.text == "courtois_" + String(repeating: "0", count: 16) + "_" + String(repeating: "0", count: 64))
    }

    @Test("texts in addresses come back as they went", arguments: ["", "a b+c", "é/ü?&=#%", "\u{0}\u{7F}", "😀", "100 %"])
    func percent(_ text: String) {
        let encoded = PercentText.encoded(text)
        #expect(PercentText.decoded(encoded) == text && PercentText.decoded(encoded, plusIsSpace: true) == text)
        #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
    }

    @Test("what is no encoded text is none", arguments: ["%", "%4", "%zz", "%ff", "%c3%28", "%+5"])
    func noPercent(_ text: String) { #expect(PercentText.decoded(text) == nil) }

    @Test("a cursor gives its parts back to its own list alone")
    func cursor() {
        let text = Cursor.text(["cases", "waiting", "", "3", "1795767300", "42"])
        #expect(Cursor.parts(text, of: ["cases", "waiting", ""]) == ["3", "1795767300", "42"])
        #expect(Cursor.parts(text, of: ["cases", "closed", ""]) == nil && Cursor.parts(text, of: ["deliveries"]) == nil)
        for wrong in ["", "zz", "abc", text + "0", String(repeating: "61", count: 600)] {
            #expect(Cursor.parts(wrong, of: ["cases", "waiting", ""]) == nil, "\(wrong.prefix(20))")
        }
    }

    @Test("every address of the API names its parts in its description, and every handler has a scope")
    func descriptions() {
        for kind in Problem.Kind.allCases { #expect(kind.uri == "urn:courtois:problem:" + kind.rawValue) }
        #expect(CaseResource.claiming.needsVersion == false && CaseResource.escalating.needsVersion)
        // Another draft by the rules is asked for on the case's page.
        for action in ReviewAction.Name.allCases where action.needsVersion && action != .redraft {
            // What needs a version at the desk asks for one here: the table of the API is that of the state machine.
            let route = Self.routes[action]
            #expect(route?.needsVersion == true && route?.everyProblem.contains(.stale) == true, "\(action)")
        }
        for action in ReviewAction.Name.allCases where !action.needsVersion {
            #expect(Self.routes[action]?.needsVersion == false, "\(action)")
        }
    }

    private static let routes: [ReviewAction.Name: RouteDescription] = [
        .claim: CaseResource.claiming, .release: CaseResource.releasing, .edit: DraftResource.editing,
        .approve: DraftResource.approving, .undo: DraftResource.undoing, .reject: DraftResource.rejecting,
        .escalate: CaseResource.escalating, .note: CaseResource.noting, .handOver: CaseResource.handingOver,
        .takeOver: CaseResource.takingOver, .giveBack: CaseResource.givingBack, .close: CaseResource.closing,
        .reopen: CaseResource.reopening,
    ]
}
