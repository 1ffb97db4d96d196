import Testing

@Suite("The store in SQLite")
struct SQLiteConformanceTests {
    @Test("placeholder") func none() { #expect(Bool(true)) }
}
