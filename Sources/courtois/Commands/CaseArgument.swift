import ArgumentParser
import Desk
import SQLiteStore

/// A case as people name it: `42`, or `42@3` for the third version of it.
struct CaseArgument: ExpressibleByArgument {
    let number: Int64
    let version: Int?

    init?(argument: String) {
        let parts = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = Int64(parts[0]), number > 0 else { return nil }
        var version: Int?
        if parts.count == 2 {
            guard let given = Int(parts[1]), given > 0 else { return nil }
            version = given
        }
        self.number = number
        self.version = version
    }
}

extension SQLiteStore {
    /// The case a person named, with its story; one that is not there ends the program.
    func caseFile(_ number: Int64) async throws -> CaseFile {
        guard let file = try await StoreOption.saying({ () async throws(StoreFailure) in try await self.file(of: number) }) else {
            throw ValidationError("there is no case \(number).")
        }
        return file
    }
}
