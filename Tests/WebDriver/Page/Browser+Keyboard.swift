extension Browser {
    /// Presses and releases keys one after the other, where the focus is: `press("j", "j", .enter)`.
    package func press(_ keys: Key...) async throws { try await press(keys) }

    package func press(_ keys: [Key]) async throws { try await act(keys.flatMap { [Self.down($0), Self.up($0)] }) }

    /// Presses keys at once: `chord(.control, .enter)`.
    package func chord(_ keys: Key...) async throws { try await act(keys.map(Self.down) + keys.reversed().map(Self.up)) }

    /// Types text, key by key, where the focus is.
    package func type(_ text: String) async throws { try await press(text.map { Key(stringLiteral: String($0)) }) }

    private func act(_ actions: [JSON]) async throws {
        _ = try await ask("POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(actions)]]])
    }

    private static func down(_ key: Key) -> JSON { ["type": "keyDown", "value": .string(key.value)] }
    private static func up(_ key: Key) -> JSON { ["type": "keyUp", "value": .string(key.value)] }
}
