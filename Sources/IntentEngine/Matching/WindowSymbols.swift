/// Which symbols stand in the window of units that is looked at, and where.
///
/// The memory is a recognizer's own and all zero between windows: what was marked is cleared again.
struct WindowSymbols {
    /// By symbol, the units that are words of it.
    private let units: UnsafeMutableBufferPointer<UInt64>
    /// One bit a symbol: whether it stands anywhere, as a word or as several taken as one. Small enough to stay in the
    /// nearest cache.
    private let anywhere: UnsafeMutableBufferPointer<UInt64>

    init(units: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>) {
        self.units = units
        self.anywhere = anywhere
    }

    @inline(__always)
    func mark(_ symbol: UInt32, at unit: UInt64 = 0) {
        units[Int(symbol)] |= unit
        anywhere[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63)
    }

    @inline(__always)
    func clear(_ symbol: UInt32) {
        units[Int(symbol)] = 0
        anywhere[Int(symbol >> 6)] = 0
    }

    @inline(__always)
    func stands(_ symbol: UInt32) -> Bool { bit(of: symbol) & 1 != 0 }

    /// A word whose lowest bit says whether a symbol stands anywhere.
    @inline(__always)
    func bit(of symbol: UInt32) -> UInt64 { anywhere[Int(symbol >> 6)] &>> UInt64(symbol & 63) }

    /// The same for any of the four symbols in a table from `at` on.
    @inline(__always)
    func bit(ofFourFrom at: Int, in table: UnsafeBufferPointer<UInt32>) -> UInt64 {
        bit(of: table[at]) | bit(of: table[at &+ 1]) | bit(of: table[at &+ 2]) | bit(of: table[at &+ 3])
    }

    /// The units that are words of a symbol.
    @inline(__always)
    func units(of symbol: UInt32) -> UInt64 { stands(symbol) ? units[Int(symbol)] : 0 }
}
