import Foundation
import Synchronization

/// A platform on loopback that does what a script says, one act for each request, over plain HTTP/1.1.
package final class ScriptedPeer: Sendable {
    package let port: UInt16
    private let listener: Int32
    private let state = Mutex(State())
    private let decide: (@Sendable (PeerRequest) -> PeerAct)?

    private struct State {
        var script: [PeerAct] = []
        var requests: [PeerRequest] = []
        var connections = 0
        var open: Set<Int32> = []
        var isStopped = false
    }

    package enum Failure: Error { case noSocket }

    /// - Parameters:
    ///   - script: Acts in order; the last goes on for ever.
    ///   - decide: Asked instead of the script, when given; after the request was read and noted.
    package init(_ script: [PeerAct] = [.answer(200)], decide: (@Sendable (PeerRequest) -> PeerAct)? = nil) throws {
        guard let (listener, port) = LoopbackSocket.listen(backlog: 512) else { throw Failure.noSocket }
        self.listener = listener
        self.port = port
        self.decide = decide
        state.withLock { $0.script = script }
        Thread { [weak self, listener] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                guard let self else {
                    close(socket)
                    break
                }
                self.serve(socket)
            }
            close(listener)
        }.start()
    }

    deinit { stop() }

    package var url: String { "http://127.0.0.1:\(port)" }
    /// What was read, in the order of reading.
    package var requests: [PeerRequest] { state.withLock { $0.requests } }
    package var connections: Int { state.withLock { $0.connections } }

    package func play(_ script: [PeerAct]) { state.withLock { $0.script = script } }

    package func stop() {
        let open = state.withLock { state -> Set<Int32> in
            guard !state.isStopped else { return [] }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            return state.open
        }
        for socket in open { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    private func serve(_ socket: Int32) {
        let number = state.withLock { state -> Int? in
            guard !state.isStopped else { return nil }
            state.connections += 1
            state.open.insert(socket)
            return state.connections
        }
        guard let number else {
            close(socket)
            return
        }
        Thread {
            var connection = PeerConnection(socket: socket, number: number)
            var goesOn = true
            while goesOn {
                if self.next(consuming: .resetUnread) {
                    goesOn = connection.perform(.resetUnread)
                } else if let request = connection.read() {
                    goesOn = connection.perform(self.note(request))
                } else {
                    goesOn = false
                }
            }
            self.state.withLock { _ = $0.open.remove(socket) }
            close(socket)
        }.start()
    }

    /// Whether the next act is `act`, which does not wait for a request; it is used up.
    private func next(consuming act: PeerAct) -> Bool {
        state.withLock { state in
            guard state.script.first == act else { return false }
            if state.script.count > 1 { state.script.removeFirst() }
            return true
        }
    }

    private func note(_ request: PeerRequest) -> PeerAct {
        let act = state.withLock { state -> PeerAct in
            state.requests.append(request)
            return state.script.count > 1 ? state.script.removeFirst() : state.script.first ?? .answer(200)
        }
        return decide?(request) ?? act
    }
}
