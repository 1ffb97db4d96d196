import CCurl
public import Desk
import Synchronization

/// Carries requests by libcurl: HTTP/1.1 and 2 over kept connections, on a thread of its own.
///
/// No redirect is followed, no proxy of the environment used, no cookie kept; TLS is verified; only public addresses are
/// called unless the settings allow others. Errors name no host, path, header or body.
public final class CurlTransport: Transport {
    private let settings: CurlSettings
    private let addresses: AddressGuard
    private let loop: CurlLoop
    private let numbers = Atomic<UInt64>(0)

    /// Why there is no transport.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// libcurl does not start, for want of memory or of a file descriptor.
        case noLibrary

        public var description: String { "libcurl does not start: too little memory, or too many open files" }
    }

    public init(_ settings: CurlSettings = CurlSettings()) throws(Failure) {
        guard let loop = CurlLoop(settings) else { throw .noLibrary }
        self.settings = settings
        self.loop = loop
        addresses = AddressGuard(allowed: settings.allowedNetworks)
    }

    deinit { loop.stopNow() }

    public func send(_ request: OutgoingRequest) async throws(TransportFailure) -> OutgoingAnswer {
        guard request.isWellFormed else { throw .forbidden(cause: "a malformed method, URL or header") }
        let id = numbers.add(1, ordering: .relaxed).newValue
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in submit(request, id, continuation) }
        } onCancel: {
            loop.cancel(id)
        }
        return try result.get()
    }

    private func submit(_ request: OutgoingRequest, _ id: UInt64, _ continuation: CheckedContinuation<CurlTransfer.Result, Never>) {
        guard !Task.isCancelled else {
            continuation.resume(returning: .failure(.notSent(cause: "cancelled")))
            return
        }
        guard let handle = curl_easy_init() else {
            continuation.resume(returning: .failure(.notSent(cause: "out of memory")))
            return
        }
        let transfer = CurlTransfer(
            id: id, handle: CurlHandle(pointer: handle), request: request, settings: settings, addresses: addresses,
            continuation: continuation)
        guard loop.submit(transfer) else { return transfer.abort("stopped") }
        // A cancellation may have come in between, and found nothing to cancel.
        if Task.isCancelled { loop.cancel(id) }
    }

    /// Takes no more requests and lets those under way end within `grace` milliseconds; every `send` has returned then or
    /// is about to.
    public func stop(grace: Int = 5_000) async { await loop.stop(grace: grace) }
}
