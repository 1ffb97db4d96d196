import Desk
import DeskHouse
import Foundation
import IntentEngine
import Peers
import SQLiteStore
import Support
import Testing

@testable import DeskPages

@Suite("The queue’s pages", .timeLimit(.minutes(10)))
struct QueuePageTests {
    @Test("mine, my team’s and everybody’s, each with its count; filters narrow, and an empty list says what to do")
    func views() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive([
                Sample.arrival("m1", channel: "email", priority: .p1, team: .legal, signals: ["legal_threat"]),
                Sample.arrival("m2", channel: "x"), Sample.arrival("m3", channel: "x"),
            ])
            let zoe = try await house.visitor("zoé", team: .legal)
            func cases(_ path: String) async throws -> [String] {
                try await zoe.get(path).body.matches(of: /data-case="(\d+)"/).map { String($0.output.1) }
            }
            #expect(try await cases("/") == ["1"], "a team’s first")
            #expect(try await cases("/?view=everyone") == ["1", "2", "3"])
            #expect(try await cases("/?view=everyone&channel=x") == ["2", "3"])
            #expect(try await cases("/?view=everyone&channel=x&priority=1") == [])
            #expect(try await cases("/?view=everyone&signal=legal_threat") == ["1"])
            #expect(try await cases("/?view=everyone&age=4") == [])
            #expect(try await cases("/?view=everyone&team=nonsense&priority=9&after=zzz") == ["1", "2", "3"])
            let page = try await zoe.get("/").body
            #expect(
                page.contains("data-count=\"mine\">0<") && page.contains("data-count=\"team\">1<")
                    && page.contains("data-count=\"everyone\">3<"))
            #expect(try await zoe.get("/?view=mine").body.contains("Rien ne vous est confié"))
            #expect(try await zoe.get("/?view=everyone&priority=4").body.contains("Effacer les filtres"))
            house.clock.advance(seconds: 5 * 3600)
            #expect(try await cases("/?view=everyone&age=4") == ["1", "2", "3"])
        }
    }

    @Test("what is done is listed beside what waits, the latest first, by state and by pages; one comes back to where one was")
    func past() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive((1...130).map { Sample.arrival("m\($0)", channel: $0 % 2 == 0 ? "x" : "email") })
            for number: Int64 in 1...120 {
                let action: ReviewAction =
                    number % 3 == 0 ? .close(reason: "doublon") : .approve(note: nil, acceptsFindings: true, delivery: "d\(number)")
                _ = try await house.store.review(ReviewChange(number, version: 1, action, by: Sample.max, at: house.clock.now)).get()
            }
            let zoe = try await house.visitor("zoé")
            func cases(_ path: String) async throws -> [String] {
                try await zoe.get(path).body.matches(of: /data-case="(\d+)"/).map { String($0.output.1) }
            }
            let first = try await zoe.get("/?view=past").body
            #expect(first.contains("Traité") && first.contains("Clos") && !first.contains("data-count=\"past\""))
            var (path, seen) = ("/?view=past", [String]())
            for _ in 0..<3 {
                let page = try await zoe.get(path).body
                seen += page.matches(of: /data-case="(\d+)"/).map { String($0.output.1) }
                guard let next = page.firstMatch(of: /href="([^"]+)" rel="next"/) else { break }
                path = String(next.output.1).replacing("&amp;", with: "&")
            }
            #expect(seen == (1...120).reversed().map(String.init))
            #expect(try await cases("/?view=past&status=closed&channel=x").first == "120")
            #expect(try await cases("/?view=past&status=closed&channel=x").count == 20)
            #expect(try await cases("/?view=past&status=waiting").first == "120", "what waits is no choice here")
            #expect(try await zoe.get("/?view=past&priority=1").body.contains("Effacer les filtres"))
            // From such a case there is no next one: both ways lead back to the list.
            let page = try await zoe.get("/cases/120?from=%2F%3Fview%3Dpast%26status%3Dclosed").body
            #expect(page.contains("href=\"/?view=past&amp;status=closed\""))
            let next = try await zoe.get("/cases/120/next?from=%2F%3Fview%3Dpast%26status%3Dclosed")
            #expect(next.headers["location"] == "/?view=past&status=closed")
            let found = try await zoe.get("/cases/120/next?from=%2Fsearch%3Fq%3Dcommande")
            #expect(found.headers["location"] == "/search?q=commande")
        }
    }

    @Test("what is most urgent in any team is seen from every list, and the title counts what waits")
    func urgent() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive([
                Sample.arrival("m1", priority: .p1, team: .legal), Sample.arrival("m2"), Sample.arrival("m3"),
            ])
            let zoe = try await house.visitor("zoé", team: .customerService)
            for path in ["/", "/?view=mine", "/?view=past", "/?view=everyone&channel=x"] {
                let page = try await zoe.get(path).body
                #expect(page.contains("class=\"urgent\"") && page.contains("href=\"/cases/1?from="), "\(path)")
            }
            #expect(try await zoe.get("/").body.contains("<title>(2 · 1\u{A0}P1) File d’attente · Courtois</title>"))
            #expect(try await !zoe.get("/?view=everyone").body.contains("class=\"urgent\""), "listed already")
            _ = try await house.store.review(ReviewChange(1, version: 1, .close(reason: "x"), by: Sample.max, at: house.clock.now)).get()
            let page = try await zoe.get("/").body
            #expect(page.contains("<title>(2) File") && !page.contains("class=\"urgent\""))
        }
    }

    @Test("pages follow each other by place, whatever comes in between")
    func paging() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive((1...120).map { Sample.arrival("m\($0)") })
            let zoe = try await house.visitor("zoé")
            var (path, seen) = ("/", [String]())
            for _ in 0..<3 {
                let page = try await zoe.get(path).body
                seen += page.matches(of: /data-case="(\d+)"/).map { String($0.output.1) }
                _ = try await house.store.receive(Sample.arrival("between\(seen.count)", priority: .p1))
                guard let next = page.firstMatch(of: /href="([^"]+)" rel="next"/) else { break }
                path = String(next.output.1).replacing("&amp;", with: "&")
            }
            #expect(seen == (1...120).map(String.init))
        }
    }

    @Test("a search finds whatever the accents, by part of a word and by number, and says so when it finds nothing")
    func search() async throws {
        try await DeskHouse.run { house in
            try await house.receive(
                DeskHouse.line("m1", "Mon Colis n’arrive pas"), DeskHouse.line("m2", "le “côlis” est cassé"),
                DeskHouse.line("m3", "bonjour"))
            let zoe = try await house.visitor("zoé")
            for words in ["colis", "COLIS", "c%C3%B4lis", "coli"] {
                let page = try await zoe.get("/search?q=\(words)").body
                #expect(
                    page.contains("data-case=\"1\"") && page.contains("data-case=\"2\"") && !page.contains("data-case=\"3\""), "\(words)")
            }
            #expect(try await zoe.get("/search?q=%233").headers["location"] == "/cases/3")
            #expect(try await zoe.get("/search?q=%2399").status == 200)
            #expect(try await zoe.get("/search?q=xyz").body.contains("Aucun message trouvé"))
        }
    }

    @Test("the language is what the browser asks for, until somebody chooses; so are appearance and keys")
    func preferences() async throws {
        try await DeskHouse.run { house in
            let guest = house.guest()
            for (header, language) in [
                ("fr-FR,fr;q=0.9", "fr"), ("en-GB,en;q=0.9,fr;q=0.8", "en"), ("de,fr;q=0.5,en;q=0.3", "fr"), ("de", "en"), ("", "fr"),
            ] {
                let page = try await guest.get("/sign-in", headers: header.isEmpty ? [] : [("accept-language", header)])
                #expect(page.body.contains("<html lang=\"\(language)\""), "\(header)")
            }
            let answer = try await guest.post("/preferences", [("language", "en"), ("theme", "dark"), ("keys", "off"), ("to", "/sign-in")])
            #expect(answer.status == 303 && answer.headers["location"] == "/sign-in")
            let page = try await guest.get("/sign-in", headers: [("accept-language", "fr")]).body
            #expect(page.contains("<html lang=\"en\" data-theme=\"dark\"") && page.contains("Sign in") && !page.contains("data-keys"))
        }
    }

    @Test("a first load stays below 100 kB: page, style and script together; both are kept for a year under their digest")
    func weight() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive(
                (1...60).map { Sample.arrival("m\($0)", text: String(repeating: "Où est ma commande ? ", count: 30)) })
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/")
            var total = page.body.utf8.count
            for match in page.body.matches(of: /(?:href|src)="(\/assets\/[^"]+)"/) {
                let asset = try await zoe.get(String(match.output.1))
                #expect(asset.status == 200 && asset.headers["cache-control"] == "public, max-age=31536000, immutable")
                total += asset.body.utf8.count
            }
            #expect(total < 100_000, "\(total)")
            #expect(try await zoe.get("/assets/desk.0000000000000000.css").status == 404)
        }
    }

    @Test("every word of every list is there in both languages, and no two lists give one name to different words")
    func catalogue() {
        var names: [String: Int] = [:]
        func count<List: WordList>(_ list: List.Type) {
            for word in list.allCases {
                names[word.rawValue, default: 0] += 1
                #expect(!word.texts.french.isEmpty && !word.texts.english.isEmpty)
                #expect(!word.texts.french.contains("'") && !word.texts.french.contains(" ?") && !word.texts.french.contains(" :"))
            }
        }
        for list in Catalogue.lists { count(list) }
        #expect(names.filter { $0.value > 1 }.isEmpty)
    }

    @Test("templates name only words there are")
    func templates() throws {
        let known = Set(Catalogue.words(.french).keys)
        for (name, bytes) in Templates.all {
            for match in String(decoding: bytes, as: UTF8.self).matches(of: /\{\{w\.(\w+)\}\}/) {
                #expect(known.contains(String(match.output.1)), "\(match.output.1) in \(name)")
            }
        }
        _ = try PageRenderer()
    }
}
