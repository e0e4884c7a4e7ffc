#include <cstdio>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

#include "peer.hpp"

namespace {

struct database {
    sqlite3 *handle = nullptr;

    database(const std::string &name, int flags) {
        if (sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_URI, nullptr) != SQLITE_OK) fail();
    }
    ~database() { sqlite3_close(handle); }
    [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(handle)); }
    void run(const char *sql) {
        if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    sqlite3_stmt *prepare(const char *sql) {
        sqlite3_stmt *statement;
        if (sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) fail();
        return statement;
    }
};

void bind(sqlite3_stmt *statement, int place, const uint8_t *text, size_t length) {
    sqlite3_bind_text(statement, place, reinterpret_cast<const char *>(text), static_cast<int>(length), SQLITE_STATIC);
}

// A statement is prepared when it is first wanted, so that opening does not pay for those that are not.
struct sqlite_peer : peer {
    database base;
    sqlite3_stmt *by_key = nullptr, *beginning = nullptr, *all = nullptr, *by_id = nullptr;

    explicit sqlite_peer(const char *path)
        : base(std::string("file:") + path + "?immutable=1", SQLITE_OPEN_READONLY) {
        base.run("PRAGMA mmap_size = 1073741824");
    }
    ~sqlite_peer() override {
        for (sqlite3_stmt *statement : {by_key, beginning, all, by_id}) sqlite3_finalize(statement);
    }

    int64_t find(const uint8_t *key, size_t length) override {
        if (by_key == nullptr) by_key = base.prepare("SELECT id FROM words WHERE word = ?");
        bind(by_key, 1, key, length);
        int64_t id = sqlite3_step(by_key) == SQLITE_ROW ? sqlite3_column_int64(by_key, 0) : -1;
        sqlite3_reset(by_key);
        return id;
    }

    peer_sum complete(const uint8_t *prefix, size_t length, size_t most, bool whole) override {
        sqlite3_stmt *statement;
        std::string next(reinterpret_cast<const char *>(prefix), length);
        if (length == 0) {
            if (all == nullptr) all = base.prepare("SELECT word FROM words ORDER BY word");
            statement = all;
        } else {
            if (beginning == nullptr)
                beginning = base.prepare("SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?");
            statement = beginning;
            // Keys are UTF-8, in which no byte is 0xFF.
            next.back()++;
            bind(statement, 1, prefix, length);
            bind(statement, 2, reinterpret_cast<const uint8_t *>(next.data()), length);
            sqlite3_bind_int64(statement, 3, most > INT64_MAX ? INT64_MAX : static_cast<int64_t>(most));
        }
        peer_sum seen{};
        while (seen.count < most && sqlite3_step(statement) == SQLITE_ROW) visit(statement, seen, whole);
        sqlite3_reset(statement);
        return seen;
    }

    peer_sum key(int64_t id, bool whole) override {
        if (by_id == nullptr) by_id = base.prepare("SELECT word FROM words WHERE id = ?");
        peer_sum seen{};
        sqlite3_bind_int64(by_id, 1, id);
        if (sqlite3_step(by_id) == SQLITE_ROW) visit(by_id, seen, whole);
        sqlite3_reset(by_id);
        return seen;
    }

    static void visit(sqlite3_stmt *statement, peer_sum &seen, bool whole) {
        const uint8_t *text = sqlite3_column_text(statement, 0);
        peer_visit(&seen, text, static_cast<size_t>(sqlite3_column_bytes(statement, 0)), whole);
    }
};

}  // namespace

void build_sqlite(const char *path, const keys &keys) {
    std::remove(path);
    database base(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    base.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
             "CREATE TABLE words(id INTEGER PRIMARY KEY, word TEXT NOT NULL); BEGIN");
    sqlite3_stmt *insert = base.prepare("INSERT INTO words VALUES (?, ?)");
    for (size_t i = 0; i < keys.count; i++) {
        sqlite3_bind_int64(insert, 1, static_cast<int64_t>(i));
        bind(insert, 2, keys.start(i), keys.length(i));
        if (sqlite3_step(insert) != SQLITE_DONE) base.fail();
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    base.run("COMMIT; CREATE UNIQUE INDEX by_word ON words(word); VACUUM");
}

peer *open_sqlite(const char *path) { return new sqlite_peer(path); }
