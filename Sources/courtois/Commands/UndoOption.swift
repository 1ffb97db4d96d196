import ArgumentParser
import IntentFiles

/// How long an approval can be taken back.
struct UndoOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Seconds an approval can be taken back. (default: COURTOIS_UNDO, else the settings, else 10)", valueName: "seconds"))
    var undo: Int?

    func validate() throws {
        let range = SettingsFile.undoRange
        if let undo, !range.contains(undo) {
            throw ValidationError("--undo must be from \(range.lowerBound) to \(range.upperBound).")
        }
    }
}

/// How long a claim runs.
struct ClaimOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Seconds a claim runs. (default: COURTOIS_CLAIM, else the settings, else 900)", valueName: "seconds"))
    var claim: Int?

    func validate() throws {
        let range = SettingsFile.claimRange
        if let claim, !range.contains(claim) {
            throw ValidationError("--claim must be from \(range.lowerBound) to \(range.upperBound).")
        }
    }
}
