import Foundation

/// Tells whether the files of a rulebook may have changed, without reading them.
public enum RuleFolderStamp {
    /// Names, sizes and times of all rule files below `path`; the same as long as nobody touches them.
    public static func of(_ path: String) -> String {
        let root = URL(fileURLWithPath: path)
        let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: Array(keys))?.allObjects as? [URL] ?? []
        return files.filter { ["yaml", "yml"].contains($0.pathExtension) }.map { file in
            let values = try? file.resourceValues(forKeys: keys)
            let time = values?.contentModificationDate?.timeIntervalSince1970 ?? 0
            return "\(file.path) \(values?.fileSize ?? 0) \(time)"
        }.sorted().joined(separator: "\n")
    }
}
