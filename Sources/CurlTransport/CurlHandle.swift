/// A pointer of libcurl's.
///
/// `@unchecked Sendable`: what it points to is used by one thread at a time, the submitter's until it is handed over, then
/// the loop's.
struct CurlHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}
