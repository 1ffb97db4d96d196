/* Swift has no word for it: asks for the memory at an address, which will be read soon, and does not wait. */
static inline void courtois_prefetch(const void *address) { __builtin_prefetch(address); }
