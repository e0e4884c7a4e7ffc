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
    : instance_(instance), fields_([this](fcitx::InputContext &context) { return new Field(*this, context); }) {
    instance_->inputContextManager().registerProperty("org.chu.field", &fields_);
    surroundingWatcher_ = instance_->watchEvent(
        fcitx::EventType::InputContextSurroundingTextUpdated, fcitx::EventWatcherPhase::PreInputMethod,
        [this](fcitx::Event &event) {
            field(static_cast<fcitx::InputContextEvent &>(event).inputContext())->surroundingChanged();
        });

    auto &manager = instance_->userInterfaceManager();
    composeAction_.setIcon("fcitx-chu");
    composeAction_.setLongText(_("Whether keys are composed to letters, or passed on as they are"));
    composeAction_.setCheckable(true);
    composeAction_.connect<fcitx::SimpleAction::Activated>([this](fcitx::InputContext *context) { toggle(context); });
    manager.registerAction("chu-compose", &composeAction_);
    programAction_.setShortText(_("Off in this program"));
    programAction_.setLongText(_("Whether keys are passed on as they are in this program"));
    programAction_.setCheckable(true);
    programAction_.connect<fcitx::SimpleAction::Activated>(
        [this](fcitx::InputContext *context) { toggleProgram(context); });
    manager.registerAction("chu-off-in-program", &programAction_);

    reloadConfig();
}

// MARK: Keymaps

void Addon::readCatalogue() {
    auto config = sized<chu_catalogue_config>();
    config.log = log;
    chu_catalogue *handle = nullptr;
    const auto status = chu_catalogue_new(&config, &handle);
    std::shared_ptr<chu_catalogue> catalogue(handle, chu_catalogue_free);
    keymaps_.clear();
    if (status < 0) {
        CHU_WARN() << "the installed keymaps cannot be read: " << chu_strerror(status);
        return;
    }
    const chu_catalogue_keymap *info;
    for (uint32_t index = 0; chu_catalogue_get_keymap(handle, index, &info) == CHU_STATUS_OK; index++) {
        auto keymap = std::make_shared<Keymap>(catalogue, *info);
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
    if (const auto keymap = this->keymap(entry)) field(event.inputContext())->processKey(keymap, event);
}

void Addon::activate(const fcitx::InputMethodEntry &, fcitx::InputContextEvent &event) {
    auto *context = event.inputContext();
    readMacros();
    field(context)->focusIn();
    updateActions(context);
    context->statusArea().addAction(fcitx::StatusGroup::InputMethod, &composeAction_);
    if (!context->program().empty()) context->statusArea().addAction(fcitx::StatusGroup::InputMethod, &programAction_);
}

// Of a preedit shown when the focus goes Fcitx or the application takes care, but not when the input method changes.
void Addon::deactivate(const fcitx::InputMethodEntry &, fcitx::InputContextEvent &event) {
    auto *field = this->field(event.inputContext());
    if (event.type() == fcitx::EventType::InputContextSwitchInputMethod) field->commit();
    field->focusOut();
}

void Addon::reset(const fcitx::InputMethodEntry &, fcitx::InputContextEvent &event) {
    field(event.inputContext())->reset();
}

std::string Addon::subModeLabelImpl(const fcitx::InputMethodEntry &, fcitx::InputContext &context) {
    return isOn(context) ? "" : "abc";
}

// MARK: Settings

void Addon::changed() { settingsNumber_++; }

void Addon::save() {
    for (const auto &[name, keymap] : keymaps_) keymap->saveWords();
}

// Files may have changed too: keymaps are opened anew, at the next word of each field.
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

// The user writes this file with a program of their own, and expects it to count when they come back.
void Addon::readMacros() {
    const auto path = userFolder() + "/macros.txt";
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

bool Addon::isOn(const fcitx::InputContext &context) const { return isComposing_ && !isOffIn(context.program()); }

void Addon::toggle(fcitx::InputContext *context) {
    field(context)->commit();
    isComposing_ = !isComposing_;
    changed();
    updateActions(context);
}

void Addon::toggleProgram(fcitx::InputContext *context) {
    const auto &program = context->program();
    if (program.empty()) return;
    field(context)->commit();
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
    updateActions(context);
}

void Addon::updateActions(fcitx::InputContext *context) {
    composeAction_.setChecked(isComposing_);
    // Not every panel shows whether it is checked.
    composeAction_.setShortText(isComposing_ ? _("Composing letters") : _("Keys as they are"));
    composeAction_.update(context);
    programAction_.setChecked(isOffIn(context->program()));
    programAction_.update(context);
}

}  // namespace chu
