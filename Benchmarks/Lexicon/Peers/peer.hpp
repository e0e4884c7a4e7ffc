// What each peer answers; peers.h gives it to Swift.
#ifndef PEER_HPP
#define PEER_HPP

#include "peers.h"

struct peer {
    virtual ~peer() = default;
    virtual int64_t find(const uint8_t *key, size_t length) = 0;
    virtual peer_sum complete(const uint8_t *prefix, size_t length, size_t most, bool whole) = 0;
    virtual peer_sum key(int64_t, bool) { return {}; }
    virtual peer_sum best(const uint8_t *, size_t, size_t, const uint8_t *, uint8_t *) { return {}; }
};

struct keys {
    const uint8_t *bytes;
    const uint64_t *ends;
    size_t count;
    const uint8_t *start(size_t i) const { return bytes + (i == 0 ? 0 : ends[i - 1]); }
    size_t length(size_t i) const { return ends[i] - (i == 0 ? 0 : ends[i - 1]); }
};

void build_marisa(const char *path, const keys &keys, int flags);
peer *open_marisa(const char *path);
void build_datrie(const char *path, const keys &keys);
peer *open_datrie(const char *path);
void build_sqlite(const char *path, const keys &keys);
peer *open_sqlite(const char *path);

#endif
