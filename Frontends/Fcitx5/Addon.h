// What Fcitx loads: one input method for each installed keymap.
#pragma once

#include "Context.h"
#include "Keymap.h"
#include "Library.h"
#include "Settings.h"

#include <fcitx-utils/handlertable.h>
#include <fcitx/action.h>
#include <fcitx/inputcontextproperty.h>
#include <fcitx/inputmethodengine.h>
#include <fcitx/instance.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace chu {

/// The addon: keymaps, settings and the user's abbreviations. A Context handles what is typed.
class Addon final : public fcitx::InputMethodEngineV2 {
public:
    explicit Addon(fcitx::Instance *instance);

    std::vector<fcitx::InputMethodEntry> listInputMethods() override;
    void keyEvent(const fcitx::InputMethodEntry &entry, fcitx::KeyEvent &event) override;
    void activate(const fcitx::InputMethodEntry &entry, fcitx::InputContextEvent &event) override;
    void deactivate(const fcitx::InputMethodEntry &entry, fcitx::InputContextEvent &event) override;
    void reset(const fcitx::InputMethodEntry &entry, fcitx::InputContextEvent &event) override;
    /// What the tray shows when keys are passed on as they are.
    std::string subModeLabelImpl(const fcitx::InputMethodEntry &entry, fcitx::InputContext &input) override;

    void save() override;
    void reloadConfig() override;
    const fcitx::Configuration *getConfig() const override { return &settings_; }
    void setConfig(const fcitx::RawConfig &config) override;
    const fcitx::Configuration *getConfigForInputMethod(const fcitx::InputMethodEntry &entry) const override;
    void setConfigForInputMethod(const fcitx::InputMethodEntry &entry, const fcitx::RawConfig &config) override;

    /// Grows with each change of settings, so that a context sees that its session is out of date.
    uint64_t settingsNumber() const { return settingsNumber_; }
    bool underlines() const { return *settings_.underline; }
    bool usesSurrounding() const { return *settings_.surrounding != SurroundingMode::Off; }
    /// Whether keys are composed in this field's program.
    bool isOn(const fcitx::InputContext &input) const;
    /// Applies the user's settings to a new session.
    void configure(chu_session *session, Keymap &keymap);

private:
    void readCatalogue();
    void readMacros();
    void changed();
    void toggle(fcitx::InputContext *input);
    void toggleProgram(fcitx::InputContext *input);
    void updateActions(fcitx::InputContext *input);
    bool isOffIn(const std::string &program) const;
    Context *context(fcitx::InputContext *input) { return input->propertyFor(&contexts_); }
    std::shared_ptr<Keymap> keymap(const fcitx::InputMethodEntry &entry) const;

    fcitx::Instance *instance_;
    Settings settings_;
    uint64_t settingsNumber_ = 1;
    /// Whether anything is composed at all: the switch in the status area, which is on when Fcitx starts.
    bool isComposing_ = true;
    std::shared_ptr<chu_catalogue> catalogue_;
    std::map<std::string, std::shared_ptr<Keymap>> keymaps_;
    Macros macros_;
    /// When the abbreviations were written that have been read, in nanoseconds; 0 when there are none.
    int64_t macrosTime_ = 0;
    fcitx::FactoryFor<Context> contexts_;
    fcitx::SimpleAction composeAction_;
    fcitx::SimpleAction programAction_;
    std::unique_ptr<fcitx::HandlerTableEntry<fcitx::EventHandler>> surroundingWatcher_;
};

}  // namespace chu
