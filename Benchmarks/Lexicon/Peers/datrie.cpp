#include <datrie/trie.h>
#include <stdexcept>
#include <string>
#include <vector>

#include "peer.hpp"

namespace {

// libdatrie speaks of code points, so a key is decoded on the way in and encoded on the way out.
size_t decode(const uint8_t *bytes, size_t length, AlphaChar *out, size_t room) {
    size_t count = 0;
    for (size_t i = 0; i < length && count + 1 < room;) {
        uint8_t first = bytes[i++];
        AlphaChar code = first;
        int more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        if (more > 0) code = first & (0x3F >> more);
        for (; more > 0 && i < length; more--) code = code << 6 | (bytes[i++] & 0x3F);
        out[count++] = code;
    }
    out[count] = 0;
    return count;
}

size_t encode(const AlphaChar *codes, uint8_t *out, size_t room) {
    size_t count = 0;
    for (; *codes != 0 && count + 4 <= room; codes++) {
        AlphaChar code = *codes;
        int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        static const uint8_t marks[] = {0, 0xC0, 0xE0, 0xF0};
        out[count++] = static_cast<uint8_t>(marks[more] | code >> (6 * more));
        while (more-- > 0) out[count++] = static_cast<uint8_t>(0x80 | (code >> (6 * more) & 0x3F));
    }
    return count;
}

constexpr size_t longest = 512;

struct datrie_peer : peer {
    Trie *trie;

    explicit datrie_peer(const char *path) : trie(trie_new_from_file(path)) {
        if (trie == nullptr) throw std::runtime_error("cannot open");
    }
    ~datrie_peer() override { trie_free(trie); }

    int64_t find(const uint8_t *key, size_t length) override {
        AlphaChar codes[longest];
        TrieData data;
        decode(key, length, codes, longest);
        return trie_retrieve(trie, codes, &data) ? data : -1;
    }

    peer_sum complete(const uint8_t *prefix, size_t length, size_t most, bool whole) override {
        peer_sum seen{};
        AlphaChar codes[longest];
        decode(prefix, length, codes, longest);
        TrieState *state = trie_root(trie);
        const AlphaChar *code = codes;
        while (*code != 0 && trie_state_walk(state, *code)) code++;
        if (*code == 0) {
            uint8_t text[longest];
            TrieIterator *iterator = trie_iterator_new(state);
            while (seen.count < most && trie_iterator_next(iterator)) {
                AlphaChar *rest = trie_iterator_get_key(iterator);
                size_t count = length;
                for (size_t i = 0; i < length; i++) text[i] = prefix[i];
                count += encode(rest, text + length, longest - length);
                peer_visit(&seen, text, count, whole);
                free(rest);
            }
            trie_iterator_free(iterator);
        }
        trie_state_free(state);
        return seen;
    }
};

}  // namespace

void build_datrie(const char *path, const keys &keys) {
    AlphaChar codes[longest];
    std::vector<bool> used(0x110000);
    for (size_t i = 0; i < keys.count; i++) {
        decode(keys.start(i), keys.length(i), codes, longest);
        for (AlphaChar *code = codes; *code != 0; code++) used[*code] = true;
    }
    AlphaMap *map = alpha_map_new();
    for (AlphaChar code = 1; code < used.size(); code++)
        if (used[code]) alpha_map_add_range(map, code, code);
    Trie *trie = trie_new(map);
    alpha_map_free(map);
    for (size_t i = 0; i < keys.count; i++) {
        decode(keys.start(i), keys.length(i), codes, longest);
        if (!trie_store(trie, codes, static_cast<TrieData>(i))) throw std::runtime_error("a key does not go in");
    }
    int result = trie_save(trie, path);
    trie_free(trie);
    if (result != 0) throw std::runtime_error("cannot write");
}

peer *open_datrie(const char *path) { return new datrie_peer(path); }
