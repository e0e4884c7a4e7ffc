#include "Addon.h"

#include <fcitx-config/iniparser.h>
#include <fcitx-utils/i18n.h>
#include <fcitx/addonmanager.h>
#include <fcitx/inputcontextmanager.h>
#include <fcitx/statusarea.h>
#include <fcitx/userinterfacemanager.h>
#include <sys/stat.h>

#include <algorithm>

FCITX_DEFINE_LOG_CATEGORY(chuLog, "chu")

namespace chu {

namespace {

constexpr char settingsPath[] = "conf/chu.conf";

void log(void *, uint32_t level, chu_text sentence) {
    if (level == CHU_LOG_WARNING) {
        CHU_WARN() << string(sentence);
    } else {
        FCITX_LOGC(chuLog, Info) << string(sentence);
    }
}

}  // namespace

Addon::Addon(fcitx::Instance *instance)
    : instance_(instance), contexts_([this](fcitx::InputContext &input) { return new Context(*this, input); }) {
    instance_->inputContextManager().registerProperty("org.chu.context", &contexts_);
    surroundingWatcher_ = instance_->watchEvent(
        fcitx::EventType::InputContextSurroundingTextUpdated, fcitx::EventWatcherPhase::PreInputMethod,
        [this](fcitx::Event &event) {
            context(static_cast<fcitx::InputContextEvent &>(event).inputContext())->surroundingChanged();
        });

    auto &manager = instance_->userInterfaceManager();
    composeAction_.setIcon("fcitx-chu");
    composeAction_.setLongText(_("Whether keys are composed to letters, or passed on as they are"));
    composeAction_.setCheckable(true);
    composeAction_.connect<fcitx::SimpleAction::Activated>([this](fcitx::InputContext *input) { toggle(input); });
    manager.registerAction("chu-compose", &composeAction_);
    programAction_.setShortText(_("Off in this program"));
    programAction_.setLongText(_("Whether keys are passed on as they are in this program"));
    programAction_.setCheckable(true);
    programAction_.connect<fcitx::SimpleAction::Activated>(
        [this](fcitx::InputContext *input) { toggleProgram(input); });
    manager.registerAction("chu-off-in-program", &programAction_);

    reloadConfig();
}

// MARK: Keymaps

void Addon::readCatalogue() {
    auto config = sized<chu_catalogue_config>();
    config.log = log;
    chu_catalogue *handle = nullptr;
    const auto status = chu_catalogue_new(&config, &handle);
    catalogue_ = std::shared_ptr<chu_catalogue>(handle, chu_catalogue_free);
    keymaps_.clear();
    if (status < 0) {
        CHU_WARN() << "the installed keymaps cannot be read: " << chu_strerror(status);
        return;
    }
    const chu_catalogue_keymap *info;
    for (uint32_t index = 0; chu_catalogue_get_keymap(handle, index, &info) == CHU_STATUS_OK; index++) {
        auto keymap = std::make_shared<Keymap>(catalogue_, *info);
        keymaps_.emplace(keymap->uniqueName(), std::move(keymap));
    }
}

std::vector<fcitx::InputMethodEntry> Addon::listInputMethods() {
    std::vector<fcitx::InputMethodEntry> entries;
    for (const auto &[name, keymap] : keymaps_) {
        entries.emplace_back(name, keymap->title(), keymap->language(), "chu");
        entries.back().setNativeName(keymap->nativeTitle());
        entries.back().setLabel(keymap->label()).setIcon("fcitx-chu").setConfigurable(true);
    }
    return entries;
}

std::shared_ptr<Keymap> Addon::keymap(const fcitx::InputMethodEntry &entry) const {
    const auto found = keymaps_.find(entry.uniqueName());
    return found == keymaps_.end() ? nullptr : found->second;
}

// MARK: Events

void Addon::keyEvent(const fcitx::InputMethodEntry &entry, fcitx::KeyEvent &event) {
    if (const auto keymap = this->keymap(entry)) context(event.inputContext())->processKey(keymap, event);
}

void Addon::activate(const fcitx::InputMethodEntry &, fcitx::InputContextEvent &event) {
    auto *input = event.inputContext();
    readMacros();
    context(input)->focusIn();
    updateActions(input);
    input->statusArea().addAction(fcitx::StatusGroup::InputMethod, &composeAction_);
    if (!input->program().empty()) input->statusArea().addAction(fcitx::StatusGroup::InputMethod, &programAction_);
}

// On focus loss, Fcitx or the application commits the preedit. On a change of input method nobody does, so we do.
void Addon::deactivate(const fcitx::InputMethodEntry &, fcitx::InputContextEvent &event) {
    auto *context = this->context(event.inputContext());
    if (event.type() == fcitx::EventType::InputContextSwitchInputMethod) context->commit();
    context->focusOut();
}

void Addon::reset(const fcitx::InputMethodEntry &, fcitx::InputContextEvent &event) {
    context(event.inputContext())->reset();
}

std::string Addon::subModeLabelImpl(const fcitx::InputMethodEntry &, fcitx::InputContext &input) {
    return isOn(input) ? "" : "abc";
}

// MARK: Settings

void Addon::changed() { settingsNumber_++; }

void Addon::save() {
    for (const auto &[name, keymap] : keymaps_) keymap->saveWords();
}

// Files may have changed too: each context opens its keymap again at its next word.
void Addon::reloadConfig() {
    save();
    fcitx::readAsIni(settings_, settingsPath);
    readCatalogue();
    macrosTime_ = 0;
    readMacros();
    changed();
}

void Addon::setConfig(const fcitx::RawConfig &config) {
    settings_.load(config, true);
    fcitx::safeSaveAsIni(settings_, settingsPath);
    changed();
}

const fcitx::Configuration *Addon::getConfigForInputMethod(const fcitx::InputMethodEntry &entry) const {
    const auto keymap = this->keymap(entry);
    return keymap ? keymap->settings() : nullptr;
}

void Addon::setConfigForInputMethod(const fcitx::InputMethodEntry &entry, const fcitx::RawConfig &config) {
    if (const auto keymap = this->keymap(entry)) keymap->setSettings(config);
    changed();
}

void Addon::configure(chu_session *session, Keymap &keymap) {
    auto config = sized<chu_session_config>();
    config.candidates = static_cast<uint32_t>(*settings_.candidates);
    config.page_size = static_cast<uint32_t>(*settings_.pageSize);
    config.surrounding = static_cast<uint32_t>(*settings_.surrounding);
    config.candidate_keysym = static_cast<uint32_t>(settings_.candidateKey->sym());
    config.candidate_modifiers = static_cast<uint32_t>(settings_.candidateKey->states());
    config.meaning_keysym = static_cast<uint32_t>(settings_.meaningKey->sym());
    config.meaning_modifiers = static_cast<uint32_t>(settings_.meaningKey->states());
    const auto status = chu_session_configure(session, &config);
    if (status < 0) CHU_WARN() << "settings: " << chu_strerror(status);
    if (*settings_.macros && macros_) chu_session_set_macros(session, macros_.get());
    if (*settings_.learn) chu_session_set_words(session, keymap.words());
}

// The user edits this file in another program, and expects the changes to apply on return.
void Addon::readMacros() {
    chu_text file_path{};
    if (!catalogue_ || chu_catalogue_macros_path(catalogue_.get(), &file_path) < 0) return;
    const auto path = string(file_path);
    struct stat info;
    int64_t time = 0;
    if (stat(path.c_str(), &info) == 0) time = info.st_mtim.tv_sec * INT64_C(1000000000) + info.st_mtim.tv_nsec;
    if (time == macrosTime_) return;
    macrosTime_ = time;
    macros_.reset();
    changed();
    if (time == 0) return;
    char message[512] = "";
    auto file = sized<chu_file>();
    file.path = path.c_str();
    auto config = sized<chu_macros_config>();
    config.file = &file;
    config.message = message;
    config.message_size = sizeof message;
    chu_macros *macros = nullptr;
    const auto status = chu_macros_new(&config, &macros);
    macros_.reset(macros);
    if (status < 0 || *message) CHU_WARN() << path << ": " << (*message ? message : chu_strerror(status));
}

// MARK: Status area

bool Addon::isOffIn(const std::string &program) const {
    return std::find(settings_.offIn->begin(), settings_.offIn->end(), program) != settings_.offIn->end();
}

bool Addon::isOn(const fcitx::InputContext &input) const { return isComposing_ && !isOffIn(input.program()); }

void Addon::toggle(fcitx::InputContext *input) {
    context(input)->commit();
    isComposing_ = !isComposing_;
    changed();
    updateActions(input);
}

void Addon::toggleProgram(fcitx::InputContext *input) {
    const auto &program = input->program();
    if (program.empty()) return;
    context(input)->commit();
    auto programs = *settings_.offIn;
    const auto found = std::find(programs.begin(), programs.end(), program);
    if (found == programs.end()) {
        programs.push_back(program);
    } else {
        programs.erase(found);
    }
    settings_.offIn.setValue(programs);
    fcitx::safeSaveAsIni(settings_, settingsPath);
    changed();
    updateActions(input);
}

void Addon::updateActions(fcitx::InputContext *input) {
    composeAction_.setChecked(isComposing_);
    // Not every panel shows whether it is checked.
    composeAction_.setShortText(isComposing_ ? _("Composing letters") : _("Keys as they are"));
    composeAction_.update(input);
    programAction_.setChecked(isOffIn(input->program()));
    programAction_.update(input);
}

}  // namespace chu
