/// A JSON text read once into a flat list of its values, each with the bytes it spans.
///
/// For texts from outside whose shape nobody promises: nothing is decoded before it is asked for, so one odd value spoils
/// only the element it stands in. Bounded in bytes, depth and number of values. Foundation's decoder is neither bounded
/// nor lazy and takes several times as long.
package final class JSONDocument: Sendable {
    /// What a text may be at most.
    package struct Limits: Sendable {
        package var bytes: Int
        package var depth: Int
        package var values: Int

        /// 4 MiB, 64 levels, 200,000 values: the largest batch a platform documents is 3 MB.
        package init(bytes: Int = 4 << 20, depth: Int = 64, values: Int = 200_000) {
            self.bytes = min(bytes, 1 << 30)
            self.depth = depth
            self.values = values
        }
    }

    /// Why a text is not read. Holds none of it.
    package enum Refusal: Error, Sendable, Hashable {
        case tooLarge, notUTF8, tooDeep, tooManyValues
        /// The byte, from 1, at which it stops being JSON.
        case malformed(at: Int)
    }

    /// One value, or the name before one.
    struct Value {
        let kind: Kind
        let start: UInt32
        var end: UInt32
        /// Where the list goes on behind this value and what is in it.
        var next: UInt32
    }

    enum Kind: UInt8 {
        case object, array, name, escapedName, string, escapedString, number, `true`, `false`, null
    }

    let bytes: [UInt8]
    let values: [Value]

    package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Refusal) {
        guard bytes.count <= limits.bytes else { throw .tooLarge }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        var reader = JSONDocumentReader(limits: limits)
        do throws(Refusal) {
            try bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) in try reader.read(buffer) }
        } catch {
            throw error
        }
        self.bytes = bytes
        values = reader.values
    }

    /// The outermost value.
    package var root: JSONNode { JSONNode(document: self, index: 0) }

    /// The text of a string or name; nil when an escape in it is none of JSON's.
    func text(_ value: Value) -> String? {
        let range = Int(value.start) + 1..<Int(value.end) - 1
        guard value.kind == .escapedString || value.kind == .escapedName else { return String(decoding: bytes[range], as: UTF8.self) }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let plain = try? JSONScanner(buffer).unescaped(range) else { return nil }
            return String(decoding: plain, as: UTF8.self)
        }
    }
}
