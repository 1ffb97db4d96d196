import Foundation

/// The program under load in a folder of its own, and its settings.
struct LoadHouse {
    let binary: String
    let rules: String
    let folder: String
    let messages: LoadMessages

    init(_ options: LoadOptions, folder: String) throws {
        binary = URL(fileURLWithPath: options.binary).path
        rules = URL(fileURLWithPath: options.rules).path
        self.folder = folder
        guard FileManager.default.isExecutableFile(atPath: binary) else {
            throw LoadFailure("there is no program “\(binary)”: build it with swift build -c release --product courtois")
        }
        messages = try LoadMessages(rules: rules)
        try """
        channels:
          - channel: telegram
            account: bot
            secrets: [{env: LOAD_SECRET}]
        server:
          calls_per_minute: 60000000
        """.write(toFile: folder + "/courtois.yaml", atomically: true, encoding: .utf8)
    }

    /// A server on the store of that name, and its port.
    func serve(_ store: String) async throws -> (child: LoadChild, port: Int) {
        let child = try LoadChild(
            binary,
            [
                "serve", "--port", "0", "--no-delivery", "--rules", rules, "--store", path(of: store), "--settings",
                folder + "/courtois.yaml",
            ], log: folder + "/\(store).log", environment: ["LOAD_SECRET": WrkRun.secret])
        return (child, try await child.port())
    }

    /// The route that is measured beside, in a process of its own.
    func serveBare() async throws -> (child: LoadChild, port: Int) {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        let child = try LoadChild(own, ["bare"], log: folder + "/bare.log")
        return (child, try await child.port())
    }

    func path(of store: String) -> String { "\(folder)/\(store).sqlite" }

    func remove(_ store: String) {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path(of: store) + end) }
    }
}
