import Foundation
import IntentEngine

/// An image on its way into a file, piece by piece. Nobody finds it before it is whole, and one that cannot be written leaves
/// nothing.
final class ImageFile {
    private let path: String
    /// Where it stands until it is whole.
    private let draft: String
    private let file: Int32
    private var sum = ImageSum()
    private var isDamaged = false
    private var isKept = false

    /// A new file that only this user reads; nil when it cannot be made.
    init?(_ path: String) {
        self.path = path
        draft = path + ".\(getpid())"
        unlink(draft)
        file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        // Room for the sum, which is known last.
        guard file >= 0, lseek(file, off_t(ImageSum.size), SEEK_SET) == ImageSum.size else { return nil }
    }

    deinit {
        guard file >= 0 else { return }
        close(file)
        if !isKept { unlink(draft) }
    }

    func append(_ piece: UnsafeRawBufferPointer) {
        guard !isDamaged else { return }
        sum.add(piece)
        isDamaged = !write(piece)
    }

    /// Puts the sum before what was written, and the file in its place; whether that could be done.
    func keep() -> Bool {
        guard !isDamaged, lseek(file, 0, SEEK_SET) == 0 else { return false }
        guard withUnsafeBytes(of: sum.value, { write($0) }) else { return false }
        isKept = rename(draft, path) == 0
        return isKept
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = Foundation.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if written > 0 { done += written } else if errno != EINTR { return false }
        }
        return true
    }
}
