/// `courtois.yaml` with everything it may hold, and what each part is for.
public enum SettingsExample {
    public static let text = """
        # Settings of courtois. Everything may be left out; what is shown is the default unless said otherwise.
        # Secrets are never here: {env: NAME} names an environment variable, {file: PATH} a file that holds nothing else.

        # Flags come before the environment (COURTOIS_STORE, COURTOIS_UNDO, …), and that before this file.

        # store: /var/lib/courtois/courtois.sqlite   # else courtois/courtois.sqlite in the user's state folder

        review:
          undo: 10                 # seconds an approval can be taken back; its reply leaves afterwards
          claim: 900               # seconds a case is held by who takes it

        retention:                 # what “courtois retention” forgets, in days
          texts: 365               # what people wrote, and who they are

        server:
          host: 127.0.0.1          # where “courtois serve” listens; TLS belongs to a proxy before it
          port: 8080
          connections: 1024        # open at once
          idle: 30                 # seconds a connection may be silent, and a request's header may take
          request: 15              # seconds a request may take from its header to its last byte
          calls_per_minute: 60000  # verified calls of one account; none is refused above 60000
          requests_per_minute: 6000  # of one token of the API
          drain: 20                # seconds that what is under way has to end at a stop
          # public_url: https://desk.shop.example   # what browsers call; with https, cookies never go without TLS

        # The accounts a house hears from and answers by. An example of each key; there is none by default.
        channels:
          - channel: standard      # the platform; webhooks come to /webhooks/standard/default
            account: default       # the name in the address
            secrets:               # what calls are verified with; several while one replaces another
              - {env: COURTOIS_WEBHOOK_SECRET}
            token: {env: COURTOIS_CALLBACK_SECRET}   # what requests to the platform carry
            api_base: https://shop.example/replies   # another address than the platform's own
          - channel: meta
            account: page
            secrets: [{file: /run/secrets/meta}]
            verify_tokens: [{env: META_VERIFY_TOKEN}]   # what a subscription must present
            token: {file: /run/secrets/meta-token}
            identities: ["1234567890"]             # the account's own ids: what they write is no customer's message
            api_version: v26.0
            human_agent: false                     # whether people may answer for seven days (Meta)
            subscribed_fields: [feed, messages, message_echoes]   # what Meta must call for; it is asked daily
          - channel: mailgun
            account: contact
            secrets: [{env: MAILGUN_SIGNING_KEY}]
            token: {env: MAILGUN_API_KEY}
            sender: contact@shop.example
            sender_name: Service client
            domain: mg.shop.example
          - channel: twilio
            account: sms
            secrets: [{env: TWILIO_AUTH_TOKEN}]
            public_url: https://desk.shop.example/webhooks/twilio/sms   # as the platform knows it

        # How approved replies leave.
        delivery:
          concurrency: 16          # requests under way at once
          timeout: 20              # seconds until there is a whole answer
          per_minute: {telegram: 60}   # replies of one account; ten a second where nothing is said
          allow_http: false        # whether http: may be called
          allow_networks: []       # networks that are not public and may be called, such as 10.1.0.0/16
          # certificates: house-ca.pem   # trusted instead of the system's

        """
}
