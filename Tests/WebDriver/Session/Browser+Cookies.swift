extension Browser {
    package struct Cookie: Sendable, Hashable {
        package let name: String
        package let value: String
        package let path: String
        package let isHTTPOnly: Bool
        package let isSecure: Bool
        package let sameSite: String
        /// Seconds since 1970; nil where it ends with the session.
        package let expiry: Int?
    }

    /// Those that the page in view is given.
    package func cookies() async throws -> [Cookie] {
        try await ask("GET", "/cookie").array.map { cookie in
            Cookie(
                name: cookie["name"].string ?? "", value: cookie["value"].string ?? "", path: cookie["path"].string ?? "",
                isHTTPOnly: cookie["httpOnly"].bool ?? false, isSecure: cookie["secure"].bool ?? false,
                sameSite: cookie["sameSite"].string ?? "", expiry: cookie["expiry"].integer)
        }
    }

    package func cookie(_ name: String) async throws -> Cookie? { try await cookies().first { $0.name == name } }

    /// Sets a cookie for the page in view.
    package func setCookie(_ name: String, _ value: String) async throws {
        _ = try await ask("POST", "/cookie", ["cookie": ["name": .string(name), "value": .string(value)]])
    }

    package func deleteCookies() async throws { _ = try await ask("DELETE", "/cookie") }
}
