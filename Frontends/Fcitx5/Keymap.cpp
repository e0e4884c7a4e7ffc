#include "Keymap.h"

#include <fcitx-config/iniparser.h>
#include <fcitx-utils/i18n.h>
#include <fcitx-utils/utf8.h>

#include <algorithm>

namespace chu {

Keymap::Keymap(std::shared_ptr<chu_catalogue> catalogue, const chu_catalogue_keymap &info)
    : catalogue_(std::move(catalogue)),
      name_(string(info.name)),
      uniqueName_("chu-" + name_),
      title_(string(info.title_vietnamese)),
      nativeTitle_(string(info.title)),
      language_(string(info.language)) {
    std::replace(uniqueName_.begin(), uniqueName_.end(), '/', '-');
    language_ = language_.substr(0, language_.find('-'));
    const auto letters = std::min<size_t>(2, fcitx::utf8::length(nativeTitle_));
    label_ = nativeTitle_.substr(0, fcitx::utf8::ncharByteLength(nativeTitle_.begin(), letters));
    if (string(info.status) == "draft") title_ += std::string(" – ") + _("draft");
}

chu_engine *Keymap::engine() {
    if (wasOpened_) return engine_.get();
    wasOpened_ = true;
    chu_engine *engine = nullptr;
    const auto status = chu_catalogue_open(catalogue_.get(), name_.c_str(), &engine);
    engine_.reset(engine);
    if (status < 0) {
        CHU_WARN() << "keymap " << name_ << " cannot be opened: " << chu_strerror(status);
    } else {
        settings_.emplace(engine);
        fcitx::readAsIni(*settings_, settingsPath());
    }
    return engine;
}

Session Keymap::makeSession() {
    chu_session *session = nullptr;
    if (!engine()) return nullptr;
    const auto status = chu_session_new(engine_.get(), &session);
    if (status < 0) CHU_WARN() << "keymap " << name_ << ": " << chu_strerror(status);
    if (session) settings_->apply(session);
    return Session(session);
}

chu_words *Keymap::words() {
    if (wereWordsRead_) return words_.get();
    wereWordsRead_ = true;
    chu_text file{};
    if (chu_catalogue_words_path(catalogue_.get(), name_.c_str(), &file) < 0 || file.size == 0) return nullptr;
    const auto path = string(file);
    char message[512] = "";
    auto config = sized<chu_words_config>();
    config.path = path.c_str();
    config.message = message;
    config.message_size = sizeof message;
    chu_words *words = nullptr;
    const auto status = chu_words_new(&config, &words);
    words_.reset(words);
    if (status < 0 || *message) CHU_WARN() << path << ": " << (*message ? message : chu_strerror(status));
    return words;
}

void Keymap::saveWords() {
    if (!words_) return;
    const auto status = chu_words_save(words_.get());
    if (status < 0) CHU_WARN() << "the words of " << name_ << " cannot be written: " << chu_strerror(status);
}

const KeymapSettings *Keymap::settings() { return engine() ? &*settings_ : nullptr; }

void Keymap::setSettings(const fcitx::RawConfig &config) {
    if (!engine()) return;
    settings_->load(config, true);
    fcitx::safeSaveAsIni(*settings_, settingsPath());
}

}  // namespace chu
