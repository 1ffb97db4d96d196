#include <malloc.h>

/* Swift's Glibc module leaves <malloc.h> out. */
static inline int courtois_malloc_arenas(int most) { return mallopt(M_ARENA_MAX, most); }
static inline int courtois_malloc_alone(int bytes) { return mallopt(M_MMAP_THRESHOLD, bytes); }
static inline int courtois_malloc_trim(void) { return malloc_trim(0); }
