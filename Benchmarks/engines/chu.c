/* Chữ through its C interface. */
#include <chu.h>
#include <stdio.h>

#include "../engine.h"

static chu_engine *keymap_engine;
static chu_session *session;

static int start(void) { return 0; }

static int open(const char *path) {
    char message[200] = "";
    chu_file keymap = {sizeof keymap, 0, path, NULL, 0};
    chu_engine_config config = {sizeof config, 0, &keymap, NULL, message, sizeof message};
    if (chu_engine_new(&config, &keymap_engine) < 0) {
        fprintf(stderr, "%s\n", message);
        return -1;
    }
    return chu_session_new(keymap_engine, &session);
}

static void press(unsigned char key, struct output *output) {
    static const char nothing[] = "";
    chu_key_event event = {sizeof event, key, 0, CHU_KEY_PRESS};
    const chu_response *response;
    if (chu_session_process_key(session, &event, &response) < 0) {
        *output = (struct output){nothing, 0, nothing, 0, 0};
        return;
    }
    output->preedit = response->preedit.utf8;
    output->preedit_size = response->preedit.size;
    output->commit = response->commit.utf8;
    output->commit_size = response->commit.size;
    output->consumed = (int)response->consumed;
}

static void reset(void) { chu_session_reset(session); }

static void close(void) {
    chu_session_free(session);
    chu_engine_free(keymap_engine);
}

const struct engine engine = {start, open, press, reset, close};
