extension HeaderList {
    /// Every field, names in lower case, in the order given. For sending samples; values may be secret.
    public var pairs: [(name: String, value: String)] { fields }
}
