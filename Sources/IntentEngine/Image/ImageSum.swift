/// A sum over an image that tells one with a byte changed, or cut short. It keeps accidents out, not forgers: who may write
/// the file may write the rules as well.
public struct ImageSum {
    /// Bytes that a sum itself takes.
    public static let size = MemoryLayout<UInt64>.size

    /// Multiply and fold (after wyhash), in four lanes, so that none waits for its own last product.
    private var lanes = (seed, seed ^ 1, seed ^ 2, seed ^ 3)
    /// What the lanes have not taken yet, less than a block.
    private var rest: [UInt8] = []
    private var count = 0

    private static let blockBytes = 32
    private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    public init() {}

    /// The sum of `bytes`.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = ImageSum()
        sum.add(bytes)
        return sum.value
    }

    /// Goes on with the bytes that follow; where they are cut makes no difference.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        var at = 0
        if !rest.isEmpty {
            at = min(Self.blockBytes - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<at])
            guard rest.count == Self.blockBytes else { return }
            lanes = rest.withUnsafeBytes { Self.added($0, to: lanes) }
            rest.removeAll(keepingCapacity: true)
        }
        let blocks = (bytes.count - at) / Self.blockBytes * Self.blockBytes
        lanes = Self.added(UnsafeRawBufferPointer(rebasing: bytes[at..<at + blocks]), to: lanes)
        rest.append(contentsOf: bytes[(at + blocks)...])
    }

    /// The sum of all that was added.
    public var value: UInt64 {
        var sum = Self.mixed(Self.mixed(lanes.0, lanes.1), Self.mixed(lanes.2, lanes.3))
        for byte in rest { sum = Self.mixed(sum, UInt64(byte)) }
        return Self.mixed(sum, UInt64(truncatingIfNeeded: count))
    }

    private typealias Lanes = (UInt64, UInt64, UInt64, UInt64)

    private static func added(_ blocks: UnsafeRawBufferPointer, to lanes: Lanes) -> Lanes {
        var lanes = lanes
        var at = 0
        while at < blocks.count {
            lanes.0 = mixed(lanes.0, blocks.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            lanes.1 = mixed(lanes.1, blocks.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            lanes.2 = mixed(lanes.2, blocks.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
            lanes.3 = mixed(lanes.3, blocks.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
            at += blockBytes
        }
        return lanes
    }

    @inline(__always)
    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        // The sum itself is folded in again, so that a product of nothing does not forget it.
        return product.high ^ product.low ^ (sum &<< 1)
    }
}
