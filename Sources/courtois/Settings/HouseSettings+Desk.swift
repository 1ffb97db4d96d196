import ArgumentParser
import Desk
import IntentFiles

extension HouseSettings {
    /// The times of review: flags before the environment before the file.
    func reviewPolicy(_ flags: ReviewTimes) throws -> ReviewPolicy {
        var policy = ReviewPolicy()
        policy.undoSeconds =
            try flags.undo ?? Terminal.number("COURTOIS_UNDO", SettingsFile.undoRange) ?? review.undo ?? policy.undoSeconds
        policy.claimSeconds =
            try flags.claim ?? Terminal.number("COURTOIS_CLAIM", SettingsFile.claimRange) ?? review.claim ?? policy.claimSeconds
        return policy
    }

    /// How long things are kept: flags before the environment before the file.
    func retentionTerms(texts: Int?) throws -> RetentionTerms {
        var terms = RetentionTerms()
        terms.textDays =
            try texts ?? Terminal.number("COURTOIS_RETENTION_TEXTS", SettingsFile.retentionRange) ?? retention.texts ?? terms.textDays
        return terms
    }
}

/// What flags say of the times of review, in seconds.
struct ReviewTimes {
    var undo: Int?
    var claim: Int?
}

extension Terminal {
    /// What the environment sets; nothing where it is empty.
    static func setting(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }

    /// A number that the environment sets; another value ends the program.
    static func number(_ name: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = setting(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw ValidationError("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}
