import Desk
import DeskPages
import SQLiteStore

/// A desk without a manager is opened by a link that works once, shown to whoever starts it. There is no default password.
struct FirstManager {
    let store: SQLiteStore
    /// What browsers call.
    let url: String

    /// Says the link, where there is no manager yet.
    func invite() async {
        do throws(StoreFailure) {
            if try await store.hasManager() { return }
            let now = SystemClock.now()
            let policy = SignInPolicy()
            let invitation = Invitation(random: RandomName.bytes)
            try await store.invite(invitation.digest, until: now + policy.invitationSeconds, at: now)
            // Behind the log line that says where the server listens.
            ServerLog.writer.flush()
            Terminal.write(
                "courtois: the desk has no manager yet. Open this link within an hour; it works once:\n  \(url)\(invitation.path)\n",
                to: .error)
        } catch {
            Terminal.write("courtois: no link to the first manager can be made: \(error)\n", to: .error)
        }
    }
}
