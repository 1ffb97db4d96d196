import Foundation

/// One run of `wrk`: 64 connections, each of which sends one message after the other.
struct WrkRun {
    let script: String

    static let secret = "load-secret"
    static let connections = 64

    struct Figures {
        var requests = 0
        var seconds = 0.0
        /// Milliseconds within which ninety-nine of a hundred were answered.
        var p99 = 0.0
        /// No connection, reads, writes, timeouts, and answers that are not 2xx.
        var errors = 0

        var perSecond: Double { seconds > 0 ? Double(requests) / seconds : 0 }
    }

    /// Writes the script by which wrk makes each message as it goes.
    ///
    /// Three messages to a conversation; texts are those of `messages`. One string is put together for each request, which
    /// costs wrk a microsecond.
    init(_ messages: LoadMessages, in folder: String) throws {
        script = folder + "/load.lua"
        let texts = messages.texts.map { "[=====[\(LoadMessages.json($0))]=====]" }.joined(separator: ",\n")
        try """
        local texts = {
        \(texts)
        }
        local number, count, head = 0, #texts, ""
        function init(arguments)
          number = tonumber(arguments[1])
          head = "POST /webhooks/telegram/bot HTTP/1.1\\r\\nhost: desk\\r\\ncontent-type: application/json\\r\\n" ..
            "x-telegram-bot-api-secret-token: \(Self.secret)\\r\\ncontent-length: "
        end
        function request()
          number = number + 1
          local person = string.format("%d", number / 3)
          local body = '{"update_id":' .. number .. ',"message":{"message_id":' .. number .. ',"from":{"id":' .. person ..
            ',"is_bot":false,"first_name":"Camille","last_name":"Martin","language_code":"fr"},"chat":{"id":' .. person ..
            ',"type":"private","first_name":"Camille"},"date":1795767300,"text":' .. texts[number % count + 1] .. '}}'
          return head .. #body .. "\\r\\n\\r\\n" .. body
        end
        function done(summary, latency, requests)
          local e = summary.errors
          io.write(string.format("figures %d %d %.3f %d\\n", summary.requests, summary.duration, latency:percentile(99) / 1000,
            e.connect + e.read + e.write + e.status + e.timeout))
        end
        """.write(toFile: script, atomically: true, encoding: .utf8)
    }

    /// Sends messages from `first` on, for some seconds.
    func run(port: Int, seconds: Int, first: Int) throws -> Figures {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "wrk", "-t1", "-c\(Self.connections)", "-d\(seconds)s", "--timeout", "10s", "-s", script, "http://127.0.0.1:\(port)",
            "\(first)",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("figures ") }) else {
            throw LoadFailure("wrk said no figures; is it installed (scripts/packages.sh load)?\n\(output)")
        }
        let words = line.split(separator: " ")
        guard words.count == 5, let requests = Int(words[1]), let micros = Double(words[2]), let p99 = Double(words[3]),
            let errors = Int(words[4])
        else { throw LoadFailure("wrk said “\(line)”") }
        return Figures(requests: requests, seconds: micros / 1e6, p99: p99, errors: errors)
    }
}
