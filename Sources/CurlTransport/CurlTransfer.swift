import CCurl
import Desk
import Glibc

/// One request on its way: its easy handle, and what has come back.
///
/// `@unchecked Sendable`: made by the submitter, which hands it to the loop's thread under the loop's mutex and keeps no
/// part of it; from then on only that thread touches it.
final class CurlTransfer: @unchecked Sendable {
    typealias Result = Swift.Result<OutgoingAnswer, TransportFailure>

    let id: UInt64
    let handle: CurlHandle
    private let continuation: CheckedContinuation<Result, Never>
    private let isIdempotent: Bool
    private let addresses: AddressGuard
    private let answerLimit: Int
    private let headerLimit: Int
    private var headerList: UnsafeMutablePointer<curl_slist>?

    /// How many times a request was about to be written. libcurl does so a second time by itself when a connection it had
    /// kept turns out to be closed, although the peer may have read the first.
    private var starts = 0
    private var socketsOpened = 0
    private var addressesRefused = 0
    private var headers: [String: String] = [:]
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var isCut = false

    init(
        id: UInt64, handle: CurlHandle, request: OutgoingRequest, settings: CurlSettings, addresses: AddressGuard,
        continuation: CheckedContinuation<Result, Never>
    ) {
        self.id = id
        self.handle = handle
        self.continuation = continuation
        isIdempotent = request.isIdempotent
        self.addresses = addresses
        answerLimit = settings.answerLimit
        headerLimit = settings.headerLimit
        configure(request, settings)
    }

    deinit {
        curl_easy_cleanup(handle.pointer)
        curl_slist_free_all(headerList)
    }

    private func configure(_ request: OutgoingRequest, _ settings: CurlSettings) {
        let easy = handle.pointer
        curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        curl_set_text(easy, CURLOPT_PROTOCOLS_STR, settings.allowsPlainHTTP ? "http,https" : "https")
        curl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        curl_set_long(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        // The environment's proxies would see the request and hide the peer's address from the guard.
        curl_set_text(easy, CURLOPT_PROXY, "")
        curl_set_text(easy, CURLOPT_NOPROXY, "*")
        curl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        curl_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
        curl_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
        curl_set_long(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let certificates = settings.certificates { curl_set_text(easy, CURLOPT_CAINFO, certificates) }
        curl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout)
        curl_set_long(easy, CURLOPT_TIMEOUT_MS, settings.totalTimeout)
        curl_set_long(easy, CURLOPT_MAXAGE_CONN, settings.idleSeconds)
        curl_set_text(easy, CURLOPT_USERAGENT, settings.userAgent)
        curl_set_text(easy, CURLOPT_URL, request.url)
        curl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method)
        curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
        request.body.withUnsafeBytes { (bytes) -> Void in
            // An empty body is a null pointer, which would mean: ask a callback.
            if let start = bytes.baseAddress, !bytes.isEmpty {
                curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
            } else {
                curl_set_text(easy, CURLOPT_COPYPOSTFIELDS, "")
            }
        }
        // No « 100 Continue », and no form type that nobody asked for.
        append("Expect:")
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { append("Content-Type:") }
        for header in request.headers { append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)") }
        curl_set_list(easy, CURLOPT_HTTPHEADER, headerList)
        install(easy)
    }

    private func append(_ line: String) { headerList = curl_slist_append(headerList, line) ?? headerList }

    /// The callbacks find the transfer by an unretained pointer: the loop keeps it until the handle is out of use.
    private func install(_ easy: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        curl_set_pointer(easy, CURLOPT_PRIVATE, context)
        curl_set_pointer(easy, CURLOPT_WRITEDATA, context)
        curl_set_pointer(easy, CURLOPT_HEADERDATA, context)
        curl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, context)
        curl_set_pointer(easy, CURLOPT_PREREQDATA, context)
        curl_set_write(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            CurlTransfer.of(context)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        curl_set_write(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            CurlTransfer.of(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        curl_set_opensocket(easy) { context, _, address in
            guard let address, let transfer = CurlTransfer.of(context) else { return CURL_SOCKET_BAD }
            return transfer.open(address)
        }
        curl_set_prerequest(easy) { context, _, _, _, _ in CurlTransfer.of(context)?.start() ?? CURL_PREREQFUNC_ABORT }
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Opens a socket to an address that may be called.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(curl_socket_address(address, &bytes))
        guard let peer = NetworkAddress(bytes: Array(bytes[..<count])), addresses.permits(peer) else {
            addressesRefused += 1
            return CURL_SOCKET_BAD
        }
        socketsOpened += 1
        return curl_open_socket(address)
    }

    /// The first byte is about to leave. What may act only once is not written a second time.
    private func start() -> Int32 {
        starts += 1
        return starts == 1 || isIdempotent ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        let room = answerLimit - body.count
        body.append(contentsOf: bytes.prefix(room))
        guard bytes.count > room else { return bytes.count }
        isCut = true
        return 0
    }

    /// Keeps a header line; those of an earlier, interim or repeated, answer are forgotten.
    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= headerLimit else { return 0 }
        if bytes.starts(with: "HTTP/".utf8) {
            headers = [:]
            body = []
        } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
            let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            let value = Self.trim(bytes[(colon + 1)...])
            headers[name] = headers[name].map { "\($0), \(value)" } ?? value
        }
        return bytes.count
    }

    private static func trim(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        let kept = bytes.drop(while: isSpace)
        return String(decoding: kept.prefix((kept.lastIndex { !isSpace($0) } ?? kept.startIndex - 1) + 1 - kept.startIndex), as: UTF8.self)
    }

    /// Hands over what came of it; once.
    func finish(_ code: CURLcode) { continuation.resume(returning: result(code)) }

    /// Breaks off.
    func abort(_ cause: String) {
        continuation.resume(returning: .failure(starts == 0 ? .notSent(cause: cause) : .interrupted(cause: cause)))
    }

    private func result(_ code: CURLcode) -> Result {
        if code == CURLE_OK || isCut {
            var status = 0
            curl_get_long(handle.pointer, CURLINFO_RESPONSE_CODE, &status)
            return .success(OutgoingAnswer(status: status, headers: headers, body: body, isCut: isCut))
        }
        if starts == 0, addressesRefused > 0, socketsOpened == 0 {
            return .failure(.forbidden(cause: "an address that may not be called"))
        }
        if starts > 1, code == CURLE_ABORTED_BY_CALLBACK { return .failure(.interrupted(cause: "the kept connection was closed")) }
        if headerBytes > headerLimit { return .failure(.interrupted(cause: "too many headers")) }
        return .failure(CurlFailure.failure(code, mayHaveLeft: starts > 0))
    }
}
