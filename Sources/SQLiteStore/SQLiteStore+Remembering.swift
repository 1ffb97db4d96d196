public import Desk
internal import GRDB

extension SQLiteStore: Remembering {
    public func draftedTexts(most: Int) async throws(StoreFailure) -> [DraftedTexts] {
        try await read { db in
            // A stretch of the drafts' own order, from its end.
            var query = try Query(
                db,
                """
                SELECT c.channel, c.account, c.conversation, d.template FROM drafts d JOIN cases c ON c.id = d.case_id
                WHERE d.template IS NOT NULL ORDER BY d.id DESC LIMIT ?
                """)
            query.bind(most)
            var drafts: [DraftedTexts] = []
            while try query.next() {
                let conversation = ConversationKey(channel: query.text(0), account: query.text(1), name: query.text(2))
                drafts.append(DraftedTexts(conversation: conversation, template: query.text(3)))
            }
            return drafts
        }
    }
}
