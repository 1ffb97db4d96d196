import DeskHouse
import Foundation
import Peers
import Support
import Testing
import WebDriver

/// The first minute with the desk.
extension BrowserSuite {
    @Suite("The first start")
    struct DeskStartTests {
        @Test("make serve: the link it prints makes the first manager, who finds the sample inbox")
        func serve() async throws {
            let folder = try TemporaryFolder()
            let server = try ChildProcess(
                "/bin/sh", ["scripts/serve.sh", Program.path, "0"], in: DeskHouse.root,
                environment: [
                    "PATH": "/usr/bin:/bin", "HOME": folder.path, "COURTOIS_STORE": folder.path + "/desk/courtois.sqlite",
                    "COURTOIS_CACHE": folder.path,
                ], output: .pipe, error: .output)
            defer {
                server.signal(SIGTERM)
                server.wait()
            }
            let said = await PlainClient.away { Self.read(server) }
            #expect(said.contains("The desk opens at"))
            let link = try #require(said.firstMatch(of: /http:\S+\/welcome\/[0-9a-f]{64}/).map { String($0.output) })
            try await Browser.run { browser in
                try await browser.open(link)
                try await browser.screenshot("desk/welcome")
                try await browser.find("#name").type("Zoé")
                try await browser.find("#password").type("quatre mots sans lien")
                try await browser.find(".door .button").click()
                try await browser.wait(for: ".row")
                #expect(try await browser.findAll(".row").count > 30)
                #expect(try await browser.find(".menu .who").property("textContent").string?.contains("Responsable") == true)
                try await browser.open(link)
                try await browser.wait(forText: "Ce lien n’est plus valable")
                #expect(try await browser.log().filter { $0.isPolicyViolation }.map(\.text) == [])
            }
        }

        /// What it writes until it has said the link.
        private static func read(_ server: ChildProcess) -> String {
            var said = Data()
            while let more = server.output?.nextBytes(), !more.isEmpty {
                said += more
                if String(decoding: said, as: UTF8.self).contains(/welcome\/[0-9a-f]{64}/) { break }
            }
            return String(decoding: said, as: UTF8.self)
        }
    }
}
