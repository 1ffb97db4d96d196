#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

/* SHA-256 without the context that EVP asks memory for at each call, which costs as much as hashing a short text. */
static inline void courtois_sha256(const void *bytes, size_t count, unsigned char *sum) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final(sum, &context);
#pragma GCC diagnostic pop
}
