import Support
import Testing

extension Program {
    /// Expects that a program refuses a call with 64 (EX_USAGE), saying why and doing nothing.
    static func expectRefusal(
        of arguments: [String], by name: String, saying cause: String, at place: SourceLocation = #_sourceLocation
    ) async throws {
        let program = try await run(arguments, program: name)
        #expect(program.status == 64, sourceLocation: place)
        #expect(program.error.contains(cause) && program.output.isEmpty, "\(program.error)", sourceLocation: place)
    }
}
