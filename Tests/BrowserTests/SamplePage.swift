import Peers

/// Small pages on loopback, for what the browser kit itself must show.
enum SamplePage {
    /// A page that keeps to every rule, with `body` inside its main landmark.
    static func whole(_ body: String = "", style: String = "") -> String {
        """
        <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Exemple</title>
        <meta name="viewport" content="width=device-width"><style>body { font: 16px sans-serif } \(style)</style></head>
        <body><main><h1>Titre</h1>\(body)</main></body></html>
        """
    }

    /// Serves `pages` by path; anything else is the page for `/`.
    static func serve(_ pages: [String: String], headers: [String: String] = [:]) throws -> ScriptedPeer {
        let all = ["content-type": "text/html; charset=utf-8"].merging(headers) { $1 }
        return try ScriptedPeer { request in
            guard request.path != "/favicon.ico" else { return .answer(204) }
            return .answer(200, headers: all, body: pages[request.path] ?? pages["/"] ?? "")
        }
    }
}
