import CCurl
import Foundation
import Synchronization

/// The thread that owns libcurl's multi handle. Others hand it transfers and wake it.
final class CurlLoop: Sendable {
    private let multi: CurlHandle
    private let inbox = Mutex(Inbox())

    /// What the thread is asked to do.
    private struct Inbox {
        var submitted: [CurlTransfer] = []
        var cancelled: Set<UInt64> = []
        /// When the transfers under way are broken off, in milliseconds of the monotonic clock; nil while running.
        var stopsAt: Int?
        var hasEnded = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Nil when libcurl cannot start.
    init?(_ settings: CurlSettings) {
        guard Self.isInitialised, let multi = curl_multi_init() else { return nil }
        self.multi = CurlHandle(pointer: multi)
        curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.connectionsPerHost)
        curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, settings.connections)
        curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.connections)
        let thread = Thread { self.run() }
        thread.name = "courtois-http"
        thread.start()
    }

    deinit { curl_multi_cleanup(multi.pointer) }

    private static let isInitialised = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Hands over a transfer; false when the loop is stopping, and the caller keeps it.
    func submit(_ transfer: CurlTransfer) -> Bool {
        inbox.withLock { inbox in
            guard inbox.stopsAt == nil else { return false }
            inbox.submitted.append(transfer)
            wake(inbox)
            return true
        }
    }

    func cancel(_ id: UInt64) {
        inbox.withLock { inbox in
            guard !inbox.hasEnded else { return }
            inbox.cancelled.insert(id)
            wake(inbox)
        }
    }

    /// Takes nothing more, lets what is under way come to its end within `grace` milliseconds, then breaks it off.
    func stop(grace: Int) async {
        await withCheckedContinuation { continuation in
            let hasEnded = inbox.withLock { inbox in
                inbox.stopsAt = min(inbox.stopsAt ?? .max, Self.now + grace)
                if !inbox.hasEnded { inbox.waiting.append(continuation) }
                wake(inbox)
                return inbox.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    /// As `stop`, for those who cannot wait.
    func stopNow() {
        inbox.withLock { inbox in
            inbox.stopsAt = 0
            wake(inbox)
        }
    }

    /// Under the mutex, so that a handle is never woken when its thread has left it.
    private func wake(_ inbox: borrowing Inbox) { if !inbox.hasEnded { curl_multi_wakeup(multi.pointer) } }

    private static var now: Int {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }

    private static let start = ContinuousClock.now

    private func run() {
        Self.blockPipeSignal()
        var active: [UInt64: CurlTransfer] = [:]
        var isGoing = true
        while isGoing {
            let (submitted, cancelled, stopsAt) = inbox.withLock { inbox in
                defer { (inbox.submitted, inbox.cancelled) = ([], []) }
                return (inbox.submitted, inbox.cancelled, inbox.stopsAt)
            }
            for transfer in submitted { begin(transfer, &active) }
            for id in cancelled { breakOff(id, "cancelled", &active) }
            var running: Int32 = 0
            curl_multi_perform(multi.pointer, &running)
            finish(&active)
            if let stopsAt {
                if Self.now >= stopsAt { for id in Array(active.keys) { breakOff(id, "stopped", &active) } }
                if active.isEmpty { isGoing = !end() }
            }
            if isGoing { curl_multi_poll(multi.pointer, nil, 0, Int32(stopsAt.map { min(max($0 - Self.now, 0), 1000) } ?? 1000), nil) }
        }
    }

    private func begin(_ transfer: CurlTransfer, _ active: inout [UInt64: CurlTransfer]) {
        guard curl_multi_add_handle(multi.pointer, transfer.handle.pointer) == CURLM_OK else {
            transfer.abort("libcurl takes no more")
            return
        }
        active[transfer.id] = transfer
    }

    private func breakOff(_ id: UInt64, _ cause: String, _ active: inout [UInt64: CurlTransfer]) {
        guard let transfer = active.removeValue(forKey: id) else { return }
        curl_multi_remove_handle(multi.pointer, transfer.handle.pointer)
        transfer.abort(cause)
    }

    private func finish(_ active: inout [UInt64: CurlTransfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi.pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            // Before the handle is removed: the message is gone then.
            let code = curl_message_result(message)
            var context: UnsafeMutableRawPointer?
            curl_get_pointer(easy, CURLINFO_PRIVATE, &context)
            curl_multi_remove_handle(multi.pointer, easy)
            guard let found = CurlTransfer.of(context), let transfer = active.removeValue(forKey: found.id) else { continue }
            transfer.finish(code)
        }
    }

    /// Ends the thread unless something was submitted just now; true when it has ended.
    private func end() -> Bool {
        let waiting = inbox.withLock { inbox -> [CheckedContinuation<Void, Never>]? in
            guard inbox.submitted.isEmpty else { return nil }
            inbox.hasEnded = true
            defer { inbox.waiting = [] }
            return inbox.waiting
        }
        guard let waiting else { return false }
        for continuation in waiting { continuation.resume() }
        return true
    }

    /// OpenSSL writes without MSG_NOSIGNAL; a closed connection must not end the program.
    private static func blockPipeSignal() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
