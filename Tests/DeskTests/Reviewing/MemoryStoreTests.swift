import Desk
import Support
import Testing

@Suite("The store in memory")
struct MemoryStoreTests {
    @Test("conforms", arguments: StoreConformance.all)
    func conforms(_ rule: StoreConformance) async throws { try await rule.check(MemoryStore()) }
}
