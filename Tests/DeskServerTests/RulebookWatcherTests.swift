import Desk
import IntentFiles
import Peers
import SQLiteStore
import Support
import Synchronization
import Testing

@testable import DeskServer
@testable import courtois

@Suite("Changed rulebooks", .timeLimit(.minutes(10)))
struct RulebookWatcherTests {
    private func watcher(_ house: ServerHouse, _ folder: TemporaryFolder) -> RulebookWatcher {
        let source = FolderRulebooks(path: folder.path, now: { Sample.start })
        return RulebookWatcher(
            source: source, shelf: house.parts.shelf, stamp: source.stamp(), pause: .seconds(60), figures: house.parts.figures,
            health: house.parts.health, reloads: house.store, now: { house.clock.now }, logger: house.parts.logger)
    }

    @Test("changed rules are taken into use once they have come to rest; broken ones are not, and those of before answer")
    func reload() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let rules = try TemporaryFolder(SampleRules.files)
            let watcher = watcher(house, rules)
            let first = house.parts.shelf.hash
            #expect(await watcher.look() == .same)
            let text = SampleRules.files["orders/track_order.yaml"] ?? ""
            try rules.write(
                text.replacing("- suivre … <commande>", with: "- suivre … <commande>\n    - retrouver … <commande>"),
                to: "orders/track_order.yaml")
            #expect(await watcher.look() == .changing)
            guard case .replaced(let second) = await watcher.look() else {
                Issue.record("the rules were not taken into use")
                return
            }
            #expect(second != first && house.parts.shelf.hash == second)
            #expect(await house.post(.standard("c1", Call.body("m1", "Comment retrouver mon colis")))?.status == 200)
            #expect(try await house.store.file(of: 1)?.messages[0].rulebook == second)
            #expect(try await house.store.file(of: 1)?.case.intent == "track_order")

            try rules.write("fr: {ma: [}\n", to: "vocabulary.yaml")
            #expect(await watcher.look() == .changing)
            guard case .kept(let findings) = await watcher.look() else {
                Issue.record("broken rules were taken into use")
                return
            }
            #expect(findings > 0 && house.parts.shelf.hash == second)
            // Not read again until they change, and the server works on.
            #expect(await watcher.look() == .same)
            #expect(await house.post(.standard("c2", Call.body("m2")))?.status == 200)
            let ready = await house.get("/readyz")
            #expect(ready?.status == 200 && ready?.body.contains("findings in the new rules") == true)
            #expect(house.log.text.contains("vocabulary.yaml:1"))
            let metrics = await house.get("/metrics")?.body ?? ""
            #expect(metrics.contains(#"courtois_rulebook_reloads_total{result="used"} 1"#))
            #expect(metrics.contains(#"courtois_rulebook_reloads_total{result="refused"} 1"#))

            try rules.write(SampleRules.files["vocabulary.yaml"] ?? "", to: "vocabulary.yaml")
            #expect(await watcher.reload(.signal) == .replaced(hash: second))
            #expect(await house.get("/readyz")?.body.contains(#""rulebook":"ok""#) == true)
            let rows = try await house.store.audit(after: 0, most: 50).filter { $0.action == .rulebookReloaded }
            #expect(rows.allSatisfy { $0.actor == "courtois" && $0.subject == "rulebook" })
            #expect(
                rows.map(\.detail) == [
                    "changed files: \(second) in use", "changed files: refused for \(findings) findings, \(second) stays in use",
                    "SIGHUP: \(second) in use",
                ])
        }
    }

    @Test("rules are taken into use also where the store cannot take that down, and the log says so")
    func unrecorded() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        try await ServerHouse.run(in: folder) { house async throws in
            let rules = try TemporaryFolder(SampleRules.files)
            let watcher = watcher(house, rules)
            try rules.write((SampleRules.files["vocabulary.yaml"] ?? "") + "# other\n", to: "vocabulary.yaml")
            let before = house.parts.shelf.hash
            let lock = try StoreLock(path)
            guard case .replaced(let hash) = await watcher.reload(.signal) else {
                Issue.record("the rules were not taken into use")
                return
            }
            try lock.release()
            #expect(hash != before && house.parts.shelf.hash == hash)
            #expect(house.log.text.contains(#""message":"reload not recorded""#) && house.log.text.contains(#""failure":"locked""#))
            #expect(try await house.store.audit(after: 0, most: 10).isEmpty)
        }
    }

    @Test("a SIGHUP that comes during a look is heeded, though the clock asks for another look after it")
    func signal() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let rules = try TemporaryFolder(SampleRules.files)
            let source = HeldRules(FolderRulebooks(path: rules.path, now: { Sample.start }))
            let watcher = RulebookWatcher(
                source: source, shelf: house.parts.shelf, stamp: source.rules.stamp(), pause: .seconds(3600),
                figures: house.parts.figures, health: house.parts.health, reloads: house.store, now: { house.clock.now },
                logger: house.parts.logger)
            let running = Task { try await watcher.run() }
            #expect(watcher.askForLook())
            await PlainClient.away { source.looks[0].wait() }
            watcher.askForReload()
            #expect(watcher.askForLook())
            source.gate.open()
            await PlainClient.away { source.looks[1].wait() }
            #expect(watcher.askForLook())
            await PlainClient.away { source.looks[2].wait() }
            #expect(source.loads.withLock { $0 } == 1)
            running.cancel()
            try await running.value
        }
    }

    /// Rules whose first look lasts until a gate is opened.
    private final class HeldRules: RulebookSource {
        let rules: FolderRulebooks
        /// Opened when the look of this number begins.
        let looks = [Gate(), Gate(), Gate()]
        let gate = Gate()
        let loads = Mutex(0)
        private let begun = Mutex(0)

        init(_ rules: FolderRulebooks) { self.rules = rules }

        func stamp() -> String {
            let number = begun.withLock { begun in
                begun += 1
                return begun - 1
            }
            if number < looks.count { looks[number].open() }
            if number == 0 { gate.wait() }
            return rules.stamp()
        }

        func load() -> Result<RulebookEdition, RulebookFindings> {
            loads.withLock { $0 += 1 }
            return rules.load()
        }
    }

    @Test("rules exchanged in the middle of a load harm no call")
    func underLoad() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let rules = try TemporaryFolder(SampleRules.files)
            let watcher = watcher(house, rules)
            await withTaskGroup(of: Int?.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        await house.post(.standard("c\(number)", Call.body("m\(number)", conversation: "k\(number % 7)")))?.status
                    }
                }
                for _ in 0..<5 { _ = await watcher.reload(.signal) }
                for await status in group { #expect(status == 200) }
            }
            #expect(try await house.messages() == 60)
        }
    }
}
