#include "Context.h"

#include "Addon.h"
#include "Candidates.h"

#include <fcitx-utils/capabilityflags.h>
#include <fcitx/inputpanel.h>
#include <fcitx/surroundingtext.h>

namespace chu {

namespace {

uint32_t modifiers(fcitx::KeyStates states) {
    auto modifiers = static_cast<uint32_t>(states);
    // Under Wayland a Super key may come as a virtual modifier.
    if (states.testAny(fcitx::KeyStates{fcitx::KeyState::Super2, fcitx::KeyState::Hyper2, fcitx::KeyState::Meta})) {
        modifiers |= CHU_MODIFIER_SUPER;
    }
    return modifiers;
}

}  // namespace

// Changed settings take effect between words; a word that is being typed keeps the old ones.
bool Context::prepare(const std::shared_ptr<Keymap> &keymap) {
    if (isComposing_ && keymap->uniqueName() == keymap_->uniqueName()) return true;
    if (keymap != keymap_ || settings_ != addon_.settingsNumber()) {
        clear();
        keymap_ = keymap;
        settings_ = addon_.settingsNumber();
        isOn_ = addon_.isOn(input_);
        session_ = isOn_ ? keymap->makeSession() : nullptr;
        if (session_) addon_.configure(session_.get(), *keymap);
        capabilities_ = 0;
        isSurroundingSet_ = false;
    }
    return session_ != nullptr;
}

void Context::setCapabilities() {
    const auto flags = input_.capabilityFlags();
    // Not KEY_RETURNS_AT_ONCE: GTK's module handles a returned key asynchronously.
    uint32_t capabilities = CHU_CAPABILITY_COMMIT_BEFORE_KEY;
    if (flags.test(fcitx::CapabilityFlag::Password)) capabilities |= CHU_CAPABILITY_PASSWORD;
    if (flags.test(fcitx::CapabilityFlag::Sensitive)) capabilities |= CHU_CAPABILITY_SENSITIVE;
    if (flags.test(fcitx::CapabilityFlag::SurroundingText) && input_.surroundingText().isValid()) {
        capabilities |= CHU_CAPABILITY_SURROUNDING_TEXT;
    }
    if (capabilities == capabilities_) return;
    capabilities_ = capabilities;
    chu_session_set_capabilities(session_.get(), capabilities);
}

void Context::setSurrounding() {
    if (isSurroundingSet_) return;
    isSurroundingSet_ = true;
    if (!addon_.usesSurrounding()) return;
    const auto &surrounding = input_.surroundingText();
    const auto &text = surrounding.text();
    auto status = CHU_STATUS_ARGUMENT + 0;
    if (surrounding.isValid()) {
        status = chu_session_set_surrounding(session_.get(), text.data(), text.size(), surrounding.cursor(),
                                             surrounding.anchor());
    }
    if (status < 0) chu_session_set_surrounding(session_.get(), nullptr, 0, 0, 0);
}

void Context::processKey(const std::shared_ptr<Keymap> &keymap, fcitx::KeyEvent &event) {
    if (!prepare(keymap)) return;
    setCapabilities();
    setSurrounding();
    auto key = sized<chu_key_event>();
    key.keysym = static_cast<uint32_t>(event.rawKey().sym());
    key.modifiers = modifiers(event.rawKey().states());
    key.kind = event.isRelease() ? CHU_KEY_RELEASE : CHU_KEY_PRESS;
    const chu_response *response = nullptr;
    if (chu_session_process_key(session_.get(), &key, &response) < 0) return;
    perform(*response, &event);
    if (response->consumed) event.filterAndAccept();
}

void Context::focusIn() {
    if (session_) chu_session_focus_in(session_.get());
    forgetSurrounding();
}

void Context::focusOut() {
    if (session_) chu_session_focus_out(session_.get());
    clear();
    if (keymap_) keymap_->saveWords();
}

void Context::reset() {
    if (session_) chu_session_reset(session_.get());
    forgetSurrounding();
    clear();
}

// The session dropped it as well; the application's next update sends it again.
void Context::forgetSurrounding() { isSurroundingSet_ = true; }

void Context::commit() {
    const chu_response *response = nullptr;
    if (session_ && chu_session_commit(session_.get(), &response) == CHU_STATUS_OK) perform(*response, nullptr);
    if (keymap_) keymap_->saveWords();
}

void Context::select(int index) {
    const chu_response *response = nullptr;
    if (!session_ || index < 0) return;
    if (chu_session_select(session_.get(), static_cast<uint32_t>(index), &response) == CHU_STATUS_OK) {
        perform(*response, nullptr);
    }
}

void Context::turnPage(int pages) {
    const chu_response *response = nullptr;
    if (session_ && chu_session_turn_page(session_.get(), pages, &response) == CHU_STATUS_OK) {
        perform(*response, nullptr);
    }
}

void Context::perform(const chu_response &response, const fcitx::KeyEvent *event) {
    for (uint32_t i = 0; i < response.action_count; i++) {
        const auto &action = *response.actions[i];
        switch (action.kind) {
        case CHU_ACTION_COMMIT: input_.commitString(string(action.text)); break;
        case CHU_ACTION_DELETE_SURROUNDING:
            input_.deleteSurroundingText(-static_cast<int>(action.count), action.count);
            break;
        case CHU_ACTION_FORWARD_KEY:
            if (event) input_.forwardKey(event->rawKey(), event->isRelease(), event->time());
            break;
        default: break;
        }
    }
    if (!response.unchanged) show(response);
}

void Context::show(const chu_response &response) {
    const bool wasComposing = isComposing_;
    isComposing_ = response.segment_count > 0;
    if (!isComposing_ && !wasComposing && !isShown_ && !response.candidates) return;

    fcitx::Text preedit;
    for (uint32_t i = 0; i < response.segment_count; i++) {
        const auto &segment = *response.segments[i];
        const bool isUnderlined = segment.style == CHU_STYLE_COMPOSED && addon_.underlines();
        preedit.append(string(segment.text),
                       isUnderlined ? fcitx::TextFormatFlag::Underline : fcitx::TextFormatFlag::NoFlag);
    }
    if (isComposing_) preedit.setCursor(static_cast<int>(response.caret_bytes));

    auto &panel = input_.inputPanel();
    const bool isInPlace = input_.capabilityFlags().test(fcitx::CapabilityFlag::Preedit);
    // What others have put there, such as the name of the input method, is removed too.
    const bool wasShown = isShown_ || !panel.auxUp().empty() || !panel.auxDown().empty();
    panel.reset();
    // Set even if the application shows no preedit: Fcitx commits it when the focus goes.
    panel.setClientPreedit(preedit);
    if (!isInPlace) panel.setPreedit(preedit);
    if (response.candidates) panel.setCandidateList(std::make_unique<Candidates>(*this, *response.candidates));
    isShown_ = response.candidates || (isComposing_ && !isInPlace);
    input_.updatePreedit();
    if (isShown_ || wasShown) input_.updateUserInterface(fcitx::UserInterfaceComponent::InputPanel);
}

void Context::clear() {
    isComposing_ = false;
    isShown_ = false;
    input_.inputPanel().reset();
    input_.updatePreedit();
    input_.updateUserInterface(fcitx::UserInterfaceComponent::InputPanel);
}

}  // namespace chu
