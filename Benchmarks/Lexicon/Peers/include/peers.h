/* Stores of sorted keys by others, behind one set of functions, so that one loop measures them all. */
#ifndef PEERS_H
#define PEERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct peer peer;

enum peer_kind { PEER_MARISA, PEER_MARISA_FAST, PEER_DATRIE, PEER_SQLITE };

/* What a visit of keys adds up to, which keeps the compiler from leaving the visit out. */
struct peer_sum {
    uint64_t count;
    /* Of each key its length and its last byte; or, where asked for, a hash of all its bytes. Both do not depend on
     * the order of the keys. */
    uint64_t sum;
};

/* Writes the file at `path` for `count` keys in order; key `i` ends before `ends[i]`. Returns 0, or -1. */
int peer_build(enum peer_kind kind, const char *path, const uint8_t *bytes, const uint64_t *ends, size_t count);

/* Opens what was written; null when it cannot be. */
peer *peer_open(enum peer_kind kind, const char *path);
void peer_close(peer *store);

/* The store's own number of a key, or -1. */
int64_t peer_find(peer *store, const uint8_t *key, size_t length);

/* Visits at most `most` keys that begin with `prefix`. */
struct peer_sum peer_complete(peer *store, const uint8_t *prefix, size_t length, size_t most, int whole);

/* The key numbered `id`; nothing where the store keeps none by number. */
struct peer_sum peer_key(peer *store, int64_t id, int whole);

/* Visits the `most` (16 at most) heaviest keys that begin with `prefix`, heaviest first, and puts their weights into
 * `found`; goes through all that begin so. `weights` are by the store's numbers. */
struct peer_sum peer_best(peer *store, const uint8_t *prefix, size_t length, size_t most, const uint8_t *weights,
                          uint8_t *found);

/* The hash that is summed. */
static inline uint64_t peer_hash(const uint8_t *bytes, size_t length) {
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001b3u;
    return hash;
}

/* Adds one key to what was visited. */
static inline void peer_visit(struct peer_sum *seen, const uint8_t *bytes, size_t length, int whole) {
    seen->count++;
    seen->sum += whole ? peer_hash(bytes, length) : length == 0 ? 0 : length * 256 + bytes[length - 1];
}

#ifdef __cplusplus
}
#endif

#endif
