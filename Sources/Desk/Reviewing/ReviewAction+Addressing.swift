extension ReviewAction {
    /// The action with the name that a case is given to as it is kept.
    ///
    /// A name mistyped, or of somebody who only reads, would hold the case for nobody. Where the desk has no people of its own, those
    /// at its terminals go by any name.
    ///
    /// - Parameter users: Everybody who signs in; none where the action names nobody.
    public func addressed(among users: [User]) throws(ReviewRefusal) -> ReviewAction {
        guard case .handOver(let text) = self, !users.isEmpty, text.contains(where: { !$0.isWhitespace }) else { return self }
        guard let name = UserName(text), let user = users.first(where: { $0.name.key == name.key && !$0.isDisabled }) else {
            throw .noSuchColleague(text)
        }
        guard user.role >= .reviewer else { throw .onlyReads(user.name.text) }
        return .handOver(to: user.name.text)
    }
}
