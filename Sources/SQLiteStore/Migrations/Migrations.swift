internal import GRDB

/// The store's schema, one step after the other. Steps are added and never changed.
enum Migrations {
    /// “CORT” in the file's header says whose store it is.
    static let application = 0x434F_5254

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: migration1)
            try db.execute(sql: "PRAGMA application_id = \(application)")
        }
        migrator.registerMigration("2") { db in try db.execute(sql: migration2) }
        migrator.registerMigration("3") { db in try db.execute(sql: migration3) }
        migrator.registerMigration("4") { db in try db.execute(sql: migration4) }
        migrator.registerMigration("5") { db in try db.execute(sql: migration5) }
        migrator.registerMigration("6") { db in try migration6(db) }
        migrator.registerMigration("7") { db in try db.execute(sql: migration7) }
        migrator.registerMigration("8") { db in try db.execute(sql: migration8) }
        migrator.registerMigration("9") { db in try db.execute(sql: migration9) }
        migrator.registerMigration("10") { db in try db.execute(sql: migration10) }
        migrator.registerMigration("11") { db in try migration11(db) }
        migrator.registerMigration("12") { db in try db.execute(sql: migration12) }
        migrator.registerMigration("13") { db in try db.execute(sql: migration13) }
        migrator.registerMigration("20") { db in try db.execute(sql: migration20) }
        migrator.registerMigration("21") { db in try db.execute(sql: migration21) }
        migrator.registerMigration("22") { db in try db.execute(sql: migration22) }
        migrator.registerMigration("23") { db in try db.execute(sql: migration23) }
        return migrator
    }
}
