/// Whether a password will do. Its length is what counts; rules about signs only make people write it down.
public enum NewPassword {
    /// Longest taken, in bytes.
    public static let mostBytes = 1024
    /// Fewest characters.
    public static let fewest = 12

    public static func isFit(_ password: String, for name: String) -> Bool {
        password.count >= fewest && password.utf8.count <= mostBytes && password.lowercased() != name.lowercased()
            && Set(password).count > 4
    }
}
