package import Foundation
import Glibc

extension FileHandle {
    /// What can be read next, after waiting for it; empty at the end. `availableData` ends the process where a signal comes
    /// in between.
    package func nextBytes() -> Data {
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = Glibc.read(fileDescriptor, &bytes, bytes.count)
            if count >= 0 { return Data(bytes.prefix(count)) }
            if errno != EINTR { return Data() }
        }
    }
}
