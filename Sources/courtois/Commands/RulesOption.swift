import ArgumentParser
import Desk
import Foundation
import IntentEngine
import IntentFiles

/// Where the rulebook is.
struct RulesOption: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp(
            "Folder of the rulebook. (default: intents in the working directory, else the installed one)", valueName: "folder"))
    var folder: String?

    /// The folder asked for, else `intents` here, else the one installed beside the program.
    var path: String { folder ?? Self.defaultPath }

    static var defaultPath: String {
        let program = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = program.appendingPathComponent("../share/courtois/intents").standardized.path
        if !FileManager.default.fileExists(atPath: "intents"), FileManager.default.fileExists(atPath: installed) { return installed }
        return "intents"
    }

    /// Where compiled rulebooks are kept: COURTOIS_CACHE (empty: nowhere), else the user's folder for such.
    static var cache: RulebookCache? {
        guard let folder = cacheFolder, !folder.isEmpty, let build = RulebookCache.build(ofProgram: program) else { return nil }
        return RulebookCache(folder: folder, build: build)
    }

    private static var cacheFolder: String? {
        if let set = Terminal.environment("COURTOIS_CACHE") { return set }
        // As systemd names it to a service.
        if let folder = Terminal.environment("CACHE_DIRECTORY"), folder.hasPrefix("/") { return folder }
        if let folder = Terminal.environment("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/courtois" }
        guard let home = Terminal.environment("HOME"), home.hasPrefix("/"), FileManager.default.fileExists(atPath: home) else { return nil }
        return home + "/.cache/courtois"
    }

    /// The program's own file. The first argument is the bare name where the shell found the program by its PATH.
    private static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    /// The rulebook; its mistakes are printed and end the program, because a rule left out would answer wrongly.
    func load(for purpose: RulebookLoader.Purpose = .answering) throws -> LoadedRulebook {
        let loaded = purpose == .answering ? RulebookLoader.load(path, cache: Self.cache) : RulebookLoader.load(path, for: purpose)
        ProcessMemory.giveBack()
        guard loaded.findings.isEmpty else {
            for finding in loaded.findings { Terminal.write(finding.line(in: path) + "\n", to: .error) }
            let count = loaded.findings.count
            Terminal.write("courtois: \(count) mistake\(count == 1 ? "" : "s") in the rulebook “\(path)”; nothing was read.\n", to: .error)
            throw ExitCode(2)
        }
        return loaded
    }
}

extension RulesOption {
    /// Reads replies; nil where there is no rulebook, or one with mistakes, which is no reason to hold a reply back.
    func knownProofreader() -> ReplyProofreader? {
        let loaded = RulebookLoader.load(path, cache: Self.cache)
        return loaded.findings.isEmpty ? loaded.replyProofreader() : nil
    }
}

extension RuleFinding {
    /// `folder/file:line:column: cause — remedy`
    func line(in folder: String) -> String {
        "\(folder)/\(place.file):\(place.line):\(place.column): \(cause) — \(remedy)"
    }
}
