/// Numbers that are hashes already, so that none is made to look for one: each is found where it says itself, or next to it.
struct NumberSet: Sendable {
    /// Twice as many places as numbers at least, a power of two of them; 0 where none is.
    private var places = [Int64](repeating: 0, count: 64)
    private var count = 0

    func contains(_ number: Int64) -> Bool {
        number != 0 && places.withUnsafeBufferPointer { $0[Self.place(of: number, in: $0)] == number }
    }

    /// Takes in a number; 0 is never in it.
    mutating func insert(_ number: Int64) {
        if number == 0 || contains(number) { return }
        count += 1
        if 2 * count > places.count { grow() }
        put(number)
    }

    private mutating func grow() {
        let numbers = places.filter { $0 != 0 }
        places = [Int64](repeating: 0, count: 2 * places.count)
        for number in numbers { put(number) }
    }

    private mutating func put(_ number: Int64) {
        let place = places.withUnsafeBufferPointer { Self.place(of: number, in: $0) }
        places[place] = number
    }

    /// Where a number is, or would be.
    @inline(__always)
    private static func place(of number: Int64, in places: UnsafeBufferPointer<Int64>) -> Int {
        var place = Int(truncatingIfNeeded: number) & (places.count - 1)
        while places[place] != 0, places[place] != number { place = (place + 1) & (places.count - 1) }
        return place
    }
}
