#include <sqlite3.h>

/* sqlite3_config takes a variable list of arguments, which Swift does not call. */
static inline int courtois_sqlite_keep_no_memory_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
