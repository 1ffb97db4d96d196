/// Where a secret is; never the secret itself.
public enum SecretSource: Sendable, Hashable {
    /// The name of an environment variable.
    case environment(String)
    /// The path of a file that holds nothing else.
    case file(String)
}
