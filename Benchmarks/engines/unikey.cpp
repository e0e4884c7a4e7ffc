// UniKey's engine alone, from the source of fcitx5-unikey, with the options that the addon starts with. The preedit is
// kept as the addon keeps it: so many letters taken back, so many bytes put behind.
#include <cstring>
#include <memory>

#include "../engine.h"
#include "unikeyinputcontext.h"

namespace {

std::unique_ptr<UnikeyInputMethod> method;
std::unique_ptr<UnikeyInputContext> context;
char preedit[1024], committed[1024];
size_t size;

int start() { return 0; }

int open(const char *name) {
    method = std::make_unique<UnikeyInputMethod>();
    UnikeyOptions options{};
    options.freeMarking = 1;
    options.macroEnabled = 1;
    options.spellCheckEnabled = 1;
    options.autoNonVnRestore = 1;
    method->setInputMethod(std::strcmp(name, "vni") == 0 ? UkVni : UkTelex);
    method->setOptions(&options);
    context = std::make_unique<UnikeyInputContext>(method.get());
    size = 0;
    return 0;
}

void press(unsigned char key, output *output) {
    context->setCapsState(key >= 'A' && key <= 'Z', 0);
    context->filter(key);
    for (int taken = context->backspaces(); taken > 0 && size > 0; taken--)
        do size--;
        while (size > 0 && (preedit[size] & 0xC0) == 0x80);
    size_t more = static_cast<size_t>(context->bufChars());
    if (size + more + 1 > sizeof preedit) size = 0;
    if (more > 0)
        std::memcpy(preedit + size, context->buf(), more);
    else
        preedit[size] = static_cast<char>(key), more = 1;
    size += more;
    output->consumed = 1;
    output->commit = committed;
    output->commit_size = 0;
    if (key == ' ') {
        std::memcpy(committed, preedit, size);
        output->commit_size = size;
        context->resetBuf();
        size = 0;
    }
    output->preedit = preedit;
    output->preedit_size = size;
}

void reset() {
    context->resetBuf();
    size = 0;
}

void close() {
    context.reset();
    method.reset();
}

} // namespace

extern "C" const struct engine engine = {start, open, press, reset, close};
