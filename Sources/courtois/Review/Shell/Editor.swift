import Glibc

/// The colleague's editor, on a file that only they can read and that is gone afterwards.
struct Editor: Sendable {
    /// A command of the shell, such as `code --wait`.
    let command: String
    /// Longest text taken, in bytes.
    let mostBytes: Int

    /// The one of the environment: VISUAL, EDITOR, else `vi`.
    static func command() -> String {
        [Terminal.environment("VISUAL"), Terminal.environment("EDITOR")].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
    }

    /// What `text` has become once the editor has ended.
    func edit(_ text: String) -> Result<String, EditorFailure> {
        let base = Terminal.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array("\(base)/courtois-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return .failure(.noFile) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { Self.remove(folder) }
        let path = folder + "/reply.txt"
        guard Self.write(text + "\n", to: path) else { return .failure(.noFile) }
        let status = run(path)
        if status == 127 { return .failure(.noEditor) }
        guard status == 0 else { return .failure(.ended(status)) }
        guard var edited = Self.read(path, most: mostBytes) else { return .failure(.unreadable) }
        while edited.last?.isNewline == true { edited.removeLast() }
        if edited.allSatisfy(\.isWhitespace) { return .failure(.empty) }
        return edited == text ? .failure(.unchanged) : .success(edited)
    }

    /// Runs the editor in the foreground, with the signals a program of its own would have.
    private func run(_ path: String) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        // The command may have arguments; the file is one word whatever its name. An interrupt that the editor survives must
        // not end the shell before it.
        let words = ["/bin/sh", "-c", "trap : INT QUIT; \(command) \"$@\"", command, path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        guard posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, environ) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return 127 } }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    // MARK: The file

    private static func write(_ text: String, to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done) }
            if written <= 0 { return false }
            done += written
        }
        return true
    }

    /// The file's text; nil where it is longer than `most`, no UTF-8, or gone.
    private static func read(_ path: String, most: Int) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: most + 2)
        var count = 0
        while count < bytes.count {
            let room = bytes.count - count
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), room) }
            if got < 0 { return nil }
            if got == 0 { break }
            count += got
        }
        return count > most + 1 ? nil : String(validating: bytes.prefix(count), as: UTF8.self)
    }

    /// Removes the folder with whatever the editor left in it, such as a backup of the text.
    private static func remove(_ folder: String) {
        guard let directory = opendir(folder) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink(folder + "/" + name) }
        }
        closedir(directory)
        rmdir(folder)
    }
}
