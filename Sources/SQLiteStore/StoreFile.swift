internal import Desk
internal import Foundation
internal import Glibc

/// The file a store lives in: its folder and its rights.
enum StoreFile {
    /// Makes what is missing, for this user alone, or says what stands in the way.
    static func prepare(_ path: String, _ opening: SQLiteStore.Opening) throws(StoreFailure) {
        let files = FileManager.default
        if files.fileExists(atPath: path) {
            if !files.isWritableFile(atPath: path) || !files.isWritableFile(atPath: folder(of: path)) { throw .readOnly(place: path) }
            return
        }
        guard opening == .creating else { throw .missing(place: path) }
        do {
            try files.createDirectory(
                atPath: folder(of: path), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .readOnly(place: path)
        }
        // Made before SQLite would make it with the rights of everybody's files.
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            switch code {
            case ENOSPC, EDQUOT: throw .full(place: path)
            case EACCES, EPERM, EROFS: throw .readOnly(place: path)
            default: throw .unavailable(place: path, cause: String(cString: strerror(code)))
            }
        }
        Glibc.close(descriptor)
    }

    private static func folder(of path: String) -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return folder.isEmpty ? "." : folder
    }
}
