/// The templates, compiled into the program, so that it finds them wherever it is put.
enum Templates {
    static let all: [(name: String, bytes: [UInt8])] = [
        ("account", PackageResources.account_mustache), ("case", PackageResources.case_mustache),
        ("conflict", PackageResources.conflict_mustache), ("figures", PackageResources.figures_mustache),
        ("freeze", PackageResources.freeze_mustache), ("hidden", PackageResources.hidden_mustache),
        ("intent", PackageResources.intent_mustache), ("keys", PackageResources.keys_mustache),
        ("layout", PackageResources.layout_mustache), ("people", PackageResources.people_mustache),
        ("problem", PackageResources.problem_mustache),
        ("queue", PackageResources.queue_mustache), ("row", PackageResources.row_mustache),
        ("rulebook", PackageResources.rulebook_mustache),
        ("sign-in", PackageResources.sign_in_mustache), ("stretch", PackageResources.stretch_mustache),
    ]
}
