// An installed keymap: one input method.
#pragma once

#include "KeymapSettings.h"
#include "Library.h"

#include <memory>
#include <optional>
#include <string>

namespace chu {

/// An installed keymap, opened on first use. If it cannot be opened, it makes no sessions, and the log says why.
class Keymap {
public:
    Keymap(std::shared_ptr<chu_catalogue> catalogue, const chu_catalogue_keymap &info);

    /// Fcitx's name for it: "chu-rad-telex".
    const std::string &uniqueName() const { return uniqueName_; }
    /// What the user reads: "Ê Đê (Telex)".
    const std::string &title() const { return title_; }
    /// What its own speakers read: "Êđê (Telex)".
    const std::string &nativeTitle() const { return nativeTitle_; }
    /// The language alone, without script: "blt".
    const std::string &language() const { return language_; }
    /// The first letters of its title, for the tray: "Êđ".
    const std::string &label() const { return label_; }

    /// A new session with the keymap's options set; null when the keymap cannot be opened.
    Session makeSession();

    /// The user's words; null when they cannot be read.
    chu_words *words();
    /// Writes what was learned. Does input and output.
    void saveWords();

    /// The options; null when the keymap cannot be opened.
    const KeymapSettings *settings();
    void setSettings(const fcitx::RawConfig &config);

private:
    chu_engine *engine();
    std::string settingsPath() const { return "conf/" + uniqueName_ + ".conf"; }

    std::shared_ptr<chu_catalogue> catalogue_;
    std::string name_;
    std::string uniqueName_;
    std::string title_;
    std::string nativeTitle_;
    std::string language_;
    std::string label_;
    bool wasOpened_ = false;
    bool wereWordsRead_ = false;
    Engine engine_;
    Words words_;
    std::optional<KeymapSettings> settings_;
};

}  // namespace chu
