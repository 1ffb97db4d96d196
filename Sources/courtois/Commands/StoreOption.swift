import ArgumentParser
import Desk
import Glibc
import IntentFiles
import SQLiteStore

/// Where the desk's store is.
struct StoreOption: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            "File of the store. (default: COURTOIS_STORE, else the settings, else courtois/courtois.sqlite in the user's state folder)",
            valueName: "file"))
    var file: String?

    @OptionGroup var settings: SettingsOption

    /// The file asked for, else that of the environment, else that of the settings, else the one in the user's state folder.
    func path(_ house: HouseSettings) throws -> String {
        if let file { return file }
        if let set = Terminal.setting("COURTOIS_STORE") ?? house.store { return set }
        if let state = Terminal.environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/courtois/courtois.sqlite" }
        guard let home = Terminal.environment("HOME"), !home.isEmpty else {
            throw ValidationError("there is no HOME to keep a store in: name a file with --store.")
        }
        return home + "/.local/state/courtois/courtois.sqlite"
    }

    /// The store, which must be there unless it may be made. A failure is said, and ends the program with 2.
    func open(_ opening: SQLiteStore.Opening = .existing, times: ReviewTimes = ReviewTimes()) throws -> SQLiteStore {
        try open(opening, settings.load(), times: times)
    }

    /// The store of settings that were read already.
    func open(
        _ opening: SQLiteStore.Opening = .existing, _ house: HouseSettings, times: ReviewTimes = ReviewTimes()
    ) throws -> SQLiteStore {
        let (path, policy) = (try path(house), try house.reviewPolicy(times))
        return try StoreOption.saying { () throws(StoreFailure) in try SQLiteStore(path: path, opening, policy: policy) }
    }

    /// Runs `body`; a failure of the store is said, and ends the program with 2.
    static func saying<Value>(_ body: () throws(StoreFailure) -> Value) throws -> Value {
        do { return try body() } catch { throw said(error) }
    }

    static func saying<Value>(_ body: () async throws(StoreFailure) -> Value) async throws -> Value {
        do { return try await body() } catch { throw said(error) }
    }

    static func said(_ failure: StoreFailure) -> ExitCode {
        Terminal.write("courtois: \(failure)\n", to: .error)
        return ExitCode(2)
    }
}
