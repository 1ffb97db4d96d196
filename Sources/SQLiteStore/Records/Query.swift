internal import GRDB
internal import GRDBSQLite

/// A prepared statement at work: values are bound in their order, columns read by place.
///
/// Below GRDB's rows and arguments, because a message takes half a dozen statements with a hundred values, and boxing them
/// costs more than SQLite does. Statements come from GRDB's cache of the connection and go back when this ends.
struct Query: ~Copyable {
    private let handle: OpaquePointer
    private let connection: OpaquePointer?
    private var bound: Int32 = 0
    /// Whether more is bound than is worth its memory once the statement is done.
    private var holdsMuch = false
    /// Where memory of somebody else's is bound.
    private var borrowed: Int32 = 0

    init(_ db: Database, _ sql: String) throws {
        handle = try db.cachedStatement(sql: sql).sqliteStatement
        connection = db.sqliteConnection
    }

    /// A statement that is at hand already.
    init(_ statement: Statement, _ db: Database) {
        handle = statement.sqliteStatement
        connection = db.sqliteConnection
    }

    deinit {
        sqlite3_reset(handle)
        if holdsMuch {
            sqlite3_clear_bindings(handle)
        } else if borrowed > 0 {
            sqlite3_bind_null(handle, borrowed)
        }
        // What else is bound stays until the next values take its place and its memory: every statement binds all it has.
    }

    /// Longer values are let go of with the statement.
    private static let most = 4096

    // MARK: Values

    mutating func bind(_ number: Int64) {
        bound += 1
        sqlite3_bind_int64(handle, bound, number)
    }

    mutating func bind(_ number: Int) { bind(Int64(number)) }

    mutating func bind(_ isTrue: Bool) { bind(isTrue ? 1 : 0 as Int64) }

    mutating func bind(_ number: Int64?) { if let number { bind(number) } else { bindNull() } }

    mutating func bind(_ text: String) {
        bound += 1
        var text = text
        let place = bound
        if text.utf8.count > Self.most { holdsMuch = true }
        text.withUTF8 { utf8 in
            // An empty buffer may have no address, which SQLite would take for null.
            if let base = utf8.baseAddress, !utf8.isEmpty {
                base.withMemoryRebound(to: CChar.self, capacity: utf8.count) { characters in
                    _ = sqlite3_bind_text(handle, place, characters, Int32(utf8.count), Self.copied)
                }
            } else {
                sqlite3_bind_text(handle, place, "", 0, Self.copied)
            }
        }
    }

    mutating func bind(_ text: String?) { if let text { bind(text) } else { bindNull() } }

    mutating func bind(_ bytes: [UInt8]) {
        bound += 1
        let place = bound
        if bytes.count > Self.most { holdsMuch = true }
        bytes.withUnsafeBytes { buffer in
            if buffer.isEmpty {
                _ = sqlite3_bind_zeroblob(handle, place, 0)
            } else {
                _ = sqlite3_bind_blob(handle, place, buffer.baseAddress, Int32(buffer.count), Self.copied)
            }
        }
    }

    /// Binds bytes without a copy of them: they must stay where they are until the statement has run, and it must not run after.
    mutating func bind(borrowed bytes: UnsafeRawBufferPointer) {
        bound += 1
        if borrowed > 0 { holdsMuch = true } else { borrowed = bound }
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(handle, bound, 0)
        } else {
            sqlite3_bind_blob(handle, bound, bytes.baseAddress, Int32(bytes.count), nil)
        }
    }

    /// The same for text, UTF-8.
    mutating func bind(borrowedText bytes: UnsafeRawBufferPointer) {
        bound += 1
        if borrowed > 0 { holdsMuch = true } else { borrowed = bound }
        let characters = bytes.bindMemory(to: CChar.self)
        // An empty buffer may have no address, which SQLite would take for null.
        if bytes.isEmpty {
            sqlite3_bind_text(handle, bound, "", 0, Self.copied)
        } else {
            sqlite3_bind_text(handle, bound, characters.baseAddress, Int32(bytes.count), nil)
        }
    }

    mutating func bind(_ bytes: [UInt8]?) { if let bytes { bind(bytes) } else { bindNull() } }

    private mutating func bindNull() {
        bound += 1
        sqlite3_bind_null(handle, bound)
    }

    /// SQLITE_TRANSIENT: SQLite keeps a copy of what is bound.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    // MARK: Running

    /// Goes to the next row; false after the last.
    func next() throws -> Bool {
        // None is bound where a statement is only explained.
        assert(bound == 0 || bound == sqlite3_bind_parameter_count(handle), "values of the statement's last use would be used again")
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        // The extended code tells a full disk from a broken one.
        let extended = connection.map(sqlite3_extended_errcode) ?? code
        throw DatabaseError(resultCode: ResultCode(rawValue: extended), message: connection.map { String(cString: sqlite3_errmsg($0)) })
    }

    /// Runs a statement that gives no rows.
    consuming func run() throws { while try next() {} }

    // MARK: Columns

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func int(_ column: Int32) -> Int { Int(number(column)) }

    func flag(_ column: Int32) -> Bool { number(column) != 0 }

    func optionalNumber(_ column: Int32) -> Int64? { isNull(column) ? nil : number(column) }

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { [UInt8]($0) } }

    /// Hands out a column's bytes where they are, until the statement goes on.
    func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        guard let start = sqlite3_column_blob(handle, column) else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
}
