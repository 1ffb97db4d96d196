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
    static let css = Asset("desk", "css", type: "text/css; charset=utf-8", PackageResources.desk_css)
    static let script = Asset("desk", "js", type: "text/javascript; charset=utf-8", PackageResources.desk_js)
    static let all = [css, script]
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
