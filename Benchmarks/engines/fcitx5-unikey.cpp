// fcitx5-unikey's addon in an Fcitx instance of its own, with a text field that can show a preedit. A key goes through
// Fcitx's dispatch of events to the addon, and its preedit comes back the same way; no D-Bus, no panel, no desktop.
#include <fcitx-utils/log.h>
#include <fcitx/addonmanager.h>
#include <fcitx/inputcontext.h>
#include <fcitx/inputcontextmanager.h>
#include <fcitx/inputmethodmanager.h>
#include <fcitx/inputpanel.h>
#include <fcitx/instance.h>

#include <memory>
#include <string>

#include "../engine.h"

namespace {

class Field final : public fcitx::InputContext {
public:
    explicit Field(fcitx::InputContextManager &manager) : InputContext(manager, "bench") { created(); }
    ~Field() override { destroy(); }
    const char *frontend() const override { return "bench"; }

    std::string committed;
    const std::string *preedit = &none;

protected:
    void commitStringImpl(const std::string &text) override { committed = text; }
    void updatePreeditImpl() override {
        const fcitx::Text &text = inputPanel().clientPreedit();
        preedit = text.size() == 0 ? &none : &text.stringAt(0);
    }
    void deleteSurroundingTextImpl(int, unsigned int) override {}
    void forwardKeyImpl(const fcitx::ForwardKeyEvent &) override {}

private:
    const std::string none;
};

std::unique_ptr<fcitx::Instance> instance;
std::unique_ptr<Field> field;
fcitx::AddonInstance *addon;

// The addons beside UniKey are left out, and with them the desktop.
int start() {
    static char name[] = "bench", none[] = "--disable=all", some[] = "--enable=unikey";
    static char *arguments[] = {name, none, some};
    fcitx::Log::setLogRule("*=1");
    instance = std::make_unique<fcitx::Instance>(3, arguments);
    instance->addonManager().registerDefaultLoader(nullptr);
    // Its loop need not run: keys are fed to it directly.
    instance->initialize();
    addon = instance->addonManager().addon("unikey", true);
    if (addon == nullptr) return -1;
    auto &methods = instance->inputMethodManager();
    fcitx::InputMethodGroup group = methods.currentGroup();
    group.inputMethodList().clear();
    group.inputMethodList().push_back(fcitx::InputMethodGroupItem("unikey"));
    group.setDefaultInputMethod("unikey");
    methods.setGroup(group);
    return 0;
}

int open(const char *method) {
    fcitx::RawConfig config;
    config.setValueByPath("InputMethod", std::string(method) == "vni" ? "VNI" : "Telex");
    addon->setConfig(config);
    field = std::make_unique<Field>(instance->inputContextManager());
    field->setCapabilityFlags(fcitx::CapabilityFlag::Preedit);
    field->focusIn();
    return instance->inputMethod(field.get()) == "unikey" ? 0 : -1;
}

void press(unsigned char key, output *output) {
    field->committed.clear();
    fcitx::KeyStates states;
    if (key >= 'A' && key <= 'Z') states = fcitx::KeyState::Shift;
    fcitx::KeyEvent event(field.get(), fcitx::Key(static_cast<fcitx::KeySym>(key), states));
    output->consumed = field->keyEvent(event);
    output->commit = field->committed.data();
    output->commit_size = field->committed.size();
    output->preedit = field->preedit->data();
    output->preedit_size = field->preedit->size();
}

void reset() { field->reset(); }
void close() { field.reset(); }

} // namespace

extern "C" const struct engine engine = {start, open, press, reset, close};
