#include <algorithm>
#include <marisa.h>

#include "peer.hpp"

namespace {

struct marisa_peer : peer {
    marisa::Trie trie;
    marisa::Agent agent;

    explicit marisa_peer(const char *path) { trie.mmap(path); }

    int64_t find(const uint8_t *key, size_t length) override {
        agent.set_query(reinterpret_cast<const char *>(key), length);
        return trie.lookup(agent) ? static_cast<int64_t>(agent.key().id()) : -1;
    }

    peer_sum complete(const uint8_t *prefix, size_t length, size_t most, bool whole) override {
        peer_sum seen{};
        agent.set_query(reinterpret_cast<const char *>(prefix), length);
        while (seen.count < most && trie.predictive_search(agent))
            peer_visit(&seen, reinterpret_cast<const uint8_t *>(agent.key().ptr()), agent.key().length(), whole);
        return seen;
    }

    peer_sum key(int64_t id, bool whole) override {
        peer_sum seen{};
        agent.set_query(static_cast<size_t>(id));
        trie.reverse_lookup(agent);
        peer_visit(&seen, reinterpret_cast<const uint8_t *>(agent.key().ptr()), agent.key().length(), whole);
        return seen;
    }

    // marisa keeps no weights: all keys are gone through, with a heap of the heaviest.
    peer_sum best(const uint8_t *prefix, size_t length, size_t most, const uint8_t *weights) override {
        struct candidate {
            unsigned weight;
            size_t id;
            bool operator<(const candidate &other) const { return weight > other.weight; }
        } heap[17];
        size_t count = 0;
        most = std::min<size_t>(most, 16);
        agent.set_query(reinterpret_cast<const char *>(prefix), length);
        while (trie.predictive_search(agent)) {
            size_t id = agent.key().id();
            if (count == most && weights[id] <= heap[0].weight) continue;
            heap[count++] = {weights[id], id};
            std::push_heap(heap, heap + count);
            if (count <= most) continue;
            std::pop_heap(heap, heap + count);
            count--;
        }
        peer_sum seen{};
        for (size_t i = 0; i < count; i++) {
            key(static_cast<int64_t>(heap[i].id), false);
            seen.count++;
            seen.sum += heap[i].weight;
        }
        return seen;
    }
};

}  // namespace

void build_marisa(const char *path, const keys &keys, int flags) {
    marisa::Keyset set;
    for (size_t i = 0; i < keys.count; i++)
        set.push_back(reinterpret_cast<const char *>(keys.start(i)), keys.length(i));
    marisa::Trie trie;
    trie.build(set, flags);
    trie.save(path);
}

peer *open_marisa(const char *path) { return new marisa_peer(path); }
