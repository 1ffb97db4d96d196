/// What a freeze had given back to people could be approved by none of them: the approval that the rules had given still stood, and
/// was counted.
let migration9 = """
    UPDATE approvals SET withdrawn_by = approved_by, withdrawn_at = approved_at
    WHERE withdrawn_at IS NULL AND draft_id IN (SELECT id FROM drafts WHERE state = 'proposed');
    DELETE FROM verdicts WHERE draft_id IN (SELECT id FROM drafts WHERE state = 'proposed');
    """
