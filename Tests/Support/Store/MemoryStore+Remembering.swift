package import Desk
internal import Synchronization

extension MemoryStore: Remembering {
    package func draftedTexts(most: Int) async throws(StoreFailure) -> [DraftedTexts] {
        state.withLock { state in
            state.drafts.reversed().compactMap { number, draft in
                draft.template.map { DraftedTexts(conversation: state.cases[Int(number) - 1].conversation, template: $0) }
            }.prefix(most).map(\.self)
        }
    }
}
