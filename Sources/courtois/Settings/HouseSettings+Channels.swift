import ArgumentParser
import Channels
import IntentFiles

extension HouseSettings {
    /// The accounts with their adapters; what is missing is said, and ends the program.
    func directory() throws -> ChannelDirectory { try ChannelDirectory(try accounts()) }

    /// The accounts by name alone, for what needs no secret.
    func names() -> ChannelDirectory {
        let accounts = channels.map { PlatformAccount(route: $0.channel, name: $0.account, identities: $0.identities) }
        do throws(ChannelDirectory.Mistake) { return try ChannelDirectory(accounts) } catch {
            preconditionFailure("settings that were read name platforms there are, and no account twice")
        }
    }

    /// The accounts with their secrets; what is missing is said, and ends the program.
    ///
    /// - Parameter isWanted: Secrets of others are not asked for.
    func accounts(_ isWanted: (AccountSettings) -> Bool = { _ in true }) throws -> [PlatformAccount] {
        let reader = SecretReader()
        do {
            return try channels.filter(isWanted).map { channel in
                PlatformAccount(
                    route: channel.channel, name: channel.account, secrets: try channel.secrets.map(reader.read),
                    verifyTokens: try channel.verifyTokens.map(reader.read), token: try channel.token.map(reader.read),
                    apiBase: channel.apiBase, publicURL: channel.publicURL ?? "", identities: channel.identities,
                    sender: channel.sender.map { PlatformAccount.Sender(address: $0, name: channel.senderName) },
                    domain: channel.domain, apiVersion: channel.apiVersion, hasHumanAgent: channel.hasHumanAgent,
                    subscribedFields: channel.subscribedFields)
            }
        } catch let failure as SecretReader.Failure {
            throw ValidationError(failure.description)
        }
    }
}
