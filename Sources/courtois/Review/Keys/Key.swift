/// What a person presses.
enum Key: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, pageUp, pageDown, home, end
    /// With the control key, such as `c`.
    case control(Character)
    /// Text that was pasted, which is never taken for keys.
    case paste(String)
}
