import ArgumentParser
import Channels
import CurlTransport
import Desk
import DeskServer
import IntentFiles

/// `courtois channels`: the accounts of the settings.
struct ChannelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channels", abstract: "Try the accounts of the settings.", subcommands: [Test.self])

    /// `courtois channels test`.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test", abstract: "Send a signed sample to the running server, and say what came back.",
            discussion: """
                The sample is what the platform would send, signed with the account's own secret. It becomes a message like any \
                other: close its case afterwards. Nothing is sent to the platform.
                """)

        @OptionGroup var settings: SettingsOption

        @Option(help: ArgumentHelp("Where the server is. (default: the address “courtois serve” would listen on)", valueName: "url"))
        var url: String?

        @Argument(help: "The account: CHANNEL/ACCOUNT, or one of them where that is clear.")
        var name: String

        func run() async throws {
            let house = try settings.load()
            let account = try account(in: house)
            guard let request = ChannelSample.request(for: account, id: "essai-" + RandomName.make(), now: SystemClock.now()) else {
                throw ValidationError("\(account.route)/\(account.name) has no secret to sign with: list one under “secrets”.")
            }
            let server = try house.server(host: nil, port: nil)
            let base = url ?? server.url(port: server.port)
            let address = "\(base)/webhooks/\(account.route)/\(account.name)"
            let answer = try await send(request, to: address)
            let text = String(decoding: answer.body.prefix(200), as: UTF8.self).split(separator: "\n").first.map { ": \($0)" } ?? ""
            Terminal.write("\(account.route)/\(account.name): \(answer.status)\(text)\n\(Self.meaning(answer.status))\n", to: .output)
            if !(200..<300).contains(answer.status) { throw ExitCode(1) }
        }

        private func account(in house: HouseSettings) throws -> PlatformAccount {
            let accounts = try house.accounts { channel in
                ["\(channel.channel)/\(channel.account)", channel.channel, channel.account].contains(name)
            }
            guard let account = accounts.first else {
                throw ValidationError("no account “\(name)” under “channels” in the settings: write CHANNEL/ACCOUNT as it is there.")
            }
            guard accounts.count == 1 else { throw ValidationError("“\(name)” is several accounts: write CHANNEL/ACCOUNT.") }
            return account
        }

        private func send(_ request: InboundRequest, to address: String) async throws -> OutgoingAnswer {
            var settings = CurlSettings()
            settings.allowsPlainHTTP = true
            // The person at the keyboard says where: also in the house.
            settings.allowedNetworks = ["0.0.0.0/0", "::/0"].compactMap(NetworkRange.init)
            let transport = try CurlTransport(settings)
            let headers = request.headers.pairs.map { OutgoingRequest.Header($0.name, $0.value, isSecret: true) }
            let result: Result<OutgoingAnswer, TransportFailure>
            do throws(TransportFailure) {
                result = .success(try await transport.send(OutgoingRequest(url: address, headers: headers, body: request.body)))
            } catch {
                result = .failure(error)
            }
            await transport.stop()
            do { return try result.get() } catch {
                Terminal.write(
                    "courtois: no answer from \(address): \(Self.words(error)) — start the server with “courtois serve”.\n", to: .error)
                throw ExitCode(2)
            }
        }

        private static func words(_ failure: TransportFailure) -> String {
            switch failure {
            case .notSent(let cause), .interrupted(let cause), .forbidden(let cause): cause
            }
        }

        private static func meaning(_ status: Int) -> String {
            switch status {
            case 200..<300: "The call was believed, and its message is kept: see “courtois queue”."
            case 401: "The server did not believe the signature: it runs with another secret, or another public_url (Twilio)."
            case 404: "The server has no such account: start it again with these settings."
            case 429: "The account has had its share of calls; try later."
            case 503: "The server could not keep the message, or has no usable secret: see its log and /readyz."
            default: "The server refused the call: see its log."
            }
        }
    }
}
