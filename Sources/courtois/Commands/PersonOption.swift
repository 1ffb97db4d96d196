public import ArgumentParser
public import Desk
import Glibc

/// Who acts. The terminal trusts whoever may write the store's file: the name is for the record.
struct PersonOption: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts, for the audit trail. (default: COURTOIS_USER, else the login name)", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("What they may do: reader, reviewer or manager.", valueName: "role"))
    var role: Role = .reviewer

    func colleague() throws -> Colleague { try Self.colleague(named: name, role: role) }

    /// Who acts: as named, else as the environment says, else the login name.
    static func colleague(named name: String?, role: Role) throws -> Colleague {
        let candidates = [name, Terminal.environment("COURTOIS_USER"), login].compactMap(\.self)
        guard let name = candidates.first(where: { !$0.isEmpty }) else {
            throw ValidationError("nobody is named: name who acts with --as.")
        }
        if name == Colleague.rules.name {
            throw ValidationError("“\(name)” is the name of what leaves unreviewed: take another with --as.")
        }
        return Colleague(name: name, role: role)
    }

    private static var login: String? {
        getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    }
}

extension Role: ExpressibleByArgument {}
extension Team: ExpressibleByArgument {}
extension Case.Status: ExpressibleByArgument {}
