import Cryptography
import HTTPTypes
import Hummingbird
import NIOCore

/// Files that pages refer to, compiled in. The address holds the digest of the content, so that browsers ask once.
struct Asset: Sendable {
    let name: String
    let address: String
    let type: String
    let bytes: [UInt8]

    init(_ name: String, _ suffix: String, type: String, _ bytes: [UInt8]) {
        self.name = "\(name).\(Hexadecimal.text(Digest.sha256(bytes).prefix(8))).\(suffix)"
        address = "/assets/" + self.name
        self.type = type
        self.bytes = bytes
    }
}

enum Assets {
    static let css = Asset("desk", "css", type: "text/css; charset=utf-8", lean(PackageResources.desk_css))
    static let script = Asset("desk", "js", type: "text/javascript; charset=utf-8", lean(PackageResources.desk_js))
    static let all = [css, script]

    /// Without indentation and lines of comment, which are for those who read the source.
    private static func lean(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { $0.drop { $0 == UInt8(ascii: " ") } }
        return Array(lines.filter { !$0.starts(with: "//".utf8) && !$0.starts(with: "/*".utf8) }.joined(separator: [UInt8(ascii: "\n")]))
    }
}

struct AssetRoutes {
    func add(to router: Router<BasicRequestContext>) {
        router.get("assets/:name") { _, context in
            guard let name = context.parameters.get("name"), let asset = Assets.all.first(where: { $0.name == name }) else {
                throw HTTPError(.notFound)
            }
            return Response(
                status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
            ).withSafetyHeaders()
        }
    }
}
