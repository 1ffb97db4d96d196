extension String {
    /// An authored title as it is set in print: an apostrophe that was typed straight is turned. The files stay as they are.
    public var typeset: String { contains("'") ? String(map { $0 == "'" ? "’" : $0 }) : self }
}
