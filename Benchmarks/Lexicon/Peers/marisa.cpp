#include <algorithm>
#include <marisa.h>
#include <string>

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

    // Keeps no weights: all keys are gone through, and the heaviest are kept in a heap, with their texts.
    peer_sum best(const uint8_t *prefix, size_t length, size_t most, const uint8_t *weights, uint8_t *found) override {
        struct candidate {
            unsigned weight;
            size_t slot;
            bool operator<(const candidate &other) const { return weight > other.weight; }
        } heap[slots];
        size_t count = 0;
        most = std::min(most, slots);
        agent.set_query(reinterpret_cast<const char *>(prefix), length);
        while (trie.predictive_search(agent)) {
            unsigned weight = weights[agent.key().id()];
            if (count < most) {
                heap[count] = {weight, count};
                count++;
            } else if (weight > heap[0].weight) {
                std::pop_heap(heap, heap + count);
                heap[count - 1].weight = weight;
            } else {
                continue;
            }
            texts[heap[count - 1].slot].assign(agent.key().ptr(), agent.key().length());
            std::push_heap(heap, heap + count);
        }
        std::sort_heap(heap, heap + count);
        peer_sum seen{};
        for (size_t i = 0; i < count; i++) {
            const std::string &text = texts[heap[i].slot];
            found[i] = static_cast<uint8_t>(heap[i].weight);
            peer_visit(&seen, reinterpret_cast<const uint8_t *>(text.data()), text.size(), false);
        }
        return seen;
    }

private:
    static constexpr size_t slots = 16;
    std::string texts[slots];
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
