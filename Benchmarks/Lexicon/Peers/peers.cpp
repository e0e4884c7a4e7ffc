#include <cstdio>
#include <exception>
#include <marisa.h>

#include "peer.hpp"

int peer_build(peer_kind kind, const char *path, const uint8_t *bytes, const uint64_t *ends, size_t count) {
    keys keys{bytes, ends, count};
    try {
        switch (kind) {
        case PEER_MARISA: build_marisa(path, keys, 0); break;
        case PEER_MARISA_FAST: build_marisa(path, keys, 1 | MARISA_HUGE_CACHE); break;
        case PEER_DATRIE: build_datrie(path, keys); break;
        case PEER_SQLITE: build_sqlite(path, keys); break;
        }
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s: %s\n", path, error.what());
        return -1;
    }
    return 0;
}

peer *peer_open(peer_kind kind, const char *path) {
    try {
        switch (kind) {
        case PEER_MARISA:
        case PEER_MARISA_FAST: return open_marisa(path);
        case PEER_DATRIE: return open_datrie(path);
        case PEER_SQLITE: return open_sqlite(path);
        }
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s: %s\n", path, error.what());
    }
    return nullptr;
}

void peer_close(peer *store) { delete store; }

int64_t peer_find(peer *store, const uint8_t *key, size_t length) { return store->find(key, length); }

peer_sum peer_complete(peer *store, const uint8_t *prefix, size_t length, size_t most, int whole) {
    return store->complete(prefix, length, most, whole);
}

peer_sum peer_key(peer *store, int64_t id, int whole) { return store->key(id, whole); }

peer_sum peer_best(peer *store, const uint8_t *prefix, size_t length, size_t most, const uint8_t *weights, uint8_t *found) {
    return store->best(prefix, length, most, weights, found);
}
