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

/// One input context and its session. It decides nothing: it tells the session what happens and does what it answers.
class Field final : public fcitx::InputContextProperty {
public:
    Field(Addon &addon, fcitx::InputContext &context) : addon_(addon), context_(context) {}

    /// A key goes down or up while `keymap` is the input method.
    void processKey(const std::shared_ptr<Keymap> &keymap, fcitx::KeyEvent &event);

    void focusIn();
    /// Drops what is composed, for the framework has committed it, and writes what was learned.
    void focusOut();
    void reset();
    /// Puts what is composed into the document.
    void commit();

    /// Takes the candidate numbered `index` of those shown.
    void select(int index);
    void turnPage(int pages);

    /// What stands around the caret has changed.
    void surroundingChanged() { isSurroundingTold_ = false; }

private:
    bool prepare(const std::shared_ptr<Keymap> &keymap);
    void tellCapabilities();
    void tellSurrounding();
    void forgetSurrounding();
    void perform(const chu_response &response, const fcitx::KeyEvent *event);
    void show(const chu_response &response);
    void clear();

    Addon &addon_;
    fcitx::InputContext &context_;
    std::shared_ptr<Keymap> keymap_;
    Session session_;
    /// The settings that the session has been told.
    uint64_t settings_ = 0;
    /// The capabilities that the session has been told; 0 for none yet.
    uint32_t capabilities_ = 0;
    bool isComposing_ = false;
    bool isShown_ = false;
    bool isOn_ = true;
    bool isSurroundingTold_ = false;
};

}  // namespace chu
