// A text field: what is typed into it, shown, and committed.
#pragma once

#include "Keymap.h"
#include "Library.h"

#include <fcitx/event.h>
#include <fcitx/inputcontext.h>
#include <fcitx/inputcontextproperty.h>

#include <cstdint>
#include <memory>

namespace chu {

class Addon;

/// One input context and its session. It decides nothing: it passes on to the session what happens, and performs the response.
class Context final : public fcitx::InputContextProperty {
public:
    Context(Addon &addon, fcitx::InputContext &input) : addon_(addon), input_(input) {}

    /// A key is pressed or released while `keymap` is the input method.
    void processKey(const std::shared_ptr<Keymap> &keymap, fcitx::KeyEvent &event);

    void focusIn();
    /// Drops the composition, because the framework has committed it, and saves what was learned.
    void focusOut();
    void reset();
    /// Commits the composition.
    void commit();

    /// Replaces the composition by the candidate numbered `index` of those shown.
    void select(int index);
    void turnPage(int pages);

    /// The text around the caret has changed.
    void surroundingChanged() { isSurroundingSet_ = false; }

private:
    bool prepare(const std::shared_ptr<Keymap> &keymap);
    void setCapabilities();
    void setSurrounding();
    void forgetSurrounding();
    void perform(const chu_response &response, const fcitx::KeyEvent *event);
    void show(const chu_response &response);
    void clear();

    Addon &addon_;
    fcitx::InputContext &input_;
    std::shared_ptr<Keymap> keymap_;
    Session session_;
    /// The number of the settings that the session has.
    uint64_t settings_ = 0;
    /// The capabilities that the session has; 0 when none have been set yet.
    uint32_t capabilities_ = 0;
    bool isComposing_ = false;
    bool isShown_ = false;
    bool isOn_ = true;
    bool isSurroundingSet_ = false;
};

}  // namespace chu
