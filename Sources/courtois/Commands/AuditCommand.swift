import ArgumentParser
import Desk
import SQLiteStore

/// `courtois audit`: the chained record of what was done.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Read and verify the record of what was done.", subcommands: [Verify.self, List.self])

    /// `courtois audit verify`
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Read the whole chain against its hashes, and the decisions against their digests.",
            discussion: """
                Every row holds the hash of the one before, so that none can be changed, taken out or put in unseen. Rows that \
                were cut off at the end are seen by comparing the count and the last hash with those of an earlier run. \
                Exit code 0 when the chain is whole, 1 when it is not.
                """)

        @OptionGroup var store: StoreOption

        func run() async throws {
            let store = try store.open()
            switch try await StoreOption.saying({ () async throws(StoreFailure) in try await store.verifyAudit() }) {
            case .whole(let rows, let head):
                Terminal.write("The chain is whole: \(Counted.noun(Int(rows), "row")), last hash \(Self.text(head)).\n", to: .output)
            case .broken(let sequence, let fault):
                Terminal.write("The chain is broken at row \(sequence): \(Self.words(fault)).\n", to: .output)
                throw ExitCode(1)
            }
        }

        private static func text(_ hash: [UInt8]) -> String {
            hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }

        private static func words(_ fault: AuditVerdict.Fault) -> String {
            switch fault {
            case .missing: "a row is missing before it"
            case .changed: "it is not what it was"
            case .detail: "the words kept with it are not those that were recorded"
            case .decision: "the decision kept with its message is not the one that was made"
            }
        }
    }

    /// `courtois audit list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Print rows of the record, oldest first.")

        @OptionGroup var store: StoreOption

        @Option(help: ArgumentHelp("Only rows behind this one.", valueName: "row"))
        var after: Int64 = 0

        @Option(help: ArgumentHelp("Rows printed at most.", valueName: "count"))
        var most = 100

        func validate() throws {
            if !(1...100_000).contains(most) { throw ValidationError("--most must be from 1 to 100000.") }
        }

        func run() async throws {
            let store = try store.open()
            let (after, most) = (after, most)
            for row in try await StoreOption.saying({ () async throws(StoreFailure) in try await store.audit(after: after, most: most) }) {
                let detail = row.detail.map { " · " + TextRenderer.oneLine($0) } ?? ""
                Terminal.write(
                    "\(row.sequence) \(row.at.utc) \(TextRenderer.oneLine(row.actor)) \(row.action.rawValue) \(row.subject)\(detail)\n",
                    to: .output)
            }
        }
    }
}
