// What the user sets for all keymaps: conf/chu.conf, shown by fcitx5-configtool.
#pragma once

#include <chu.h>
#include <fcitx-config/configuration.h>
#include <fcitx-config/enum.h>
#include <fcitx-config/option.h>
#include <fcitx-utils/i18n.h>
#include <fcitx-utils/key.h>

#include <string>
#include <vector>

namespace chu {

/// What the user reads for each value of an enum.
template <auto &labels>
struct Labels : fcitx::NoAnnotation {
    void dumpDescription(fcitx::RawConfig &config) const {
        size_t number = 0;
        for (const char *label : labels) config.setValueByPath("EnumI18n/" + std::to_string(number++), _(label));
    }
};

/// When words to choose from are shown; numbered as CHU_CANDIDATES_.
FCITX_CONFIG_ENUM(CandidateMode, Off, OnKey, WhileTyping);
inline constexpr const char *candidateModes[] = {N_("Never"), N_("When the key is pressed"), N_("While typing")};
static_assert(static_cast<int>(CandidateMode::Off) == CHU_CANDIDATES_OFF &&
              static_cast<int>(CandidateMode::OnKey) == CHU_CANDIDATES_ON_KEY &&
              static_cast<int>(CandidateMode::WhileTyping) == CHU_CANDIDATES_WHILE_TYPING);

/// What is done with the text around the caret; numbered as CHU_SURROUNDING_.
FCITX_CONFIG_ENUM(SurroundingMode, Off, TakeUp, Compose);
inline constexpr const char *surroundingModes[] = {N_("Leave it alone"), N_("BackSpace takes the last word up again"),
                                                   N_("Compose in the document, without a preedit")};
static_assert(static_cast<int>(SurroundingMode::Off) == CHU_SURROUNDING_OFF &&
              static_cast<int>(SurroundingMode::TakeUp) == CHU_SURROUNDING_REEDIT &&
              static_cast<int>(SurroundingMode::Compose) == CHU_SURROUNDING_COMPOSE);

FCITX_CONFIGURATION(
    Settings,
    fcitx::Option<bool> underline{this, "Underline", _("Underline the word being typed"), true};
    fcitx::OptionWithAnnotation<CandidateMode, Labels<candidateModes>> candidates{
        this, "Candidates", _("Show words to choose from"), CandidateMode::OnKey};
    fcitx::Option<int, fcitx::IntConstrain> pageSize{this, "PageSize", _("Words shown at once"), 5,
                                                     fcitx::IntConstrain(1, 10)};
    fcitx::Option<fcitx::Key, fcitx::KeyConstrain> candidateKey{
        this, "CandidateKey", _("Key that shows words and meanings"), fcitx::Key("Tab"),
        fcitx::KeyConstrain(fcitx::KeyConstrainFlag::AllowModifierLess)};
    fcitx::Option<fcitx::Key, fcitx::KeyConstrain> meaningKey{
        this, "MeaningKey", _("Key that shows words of this meaning"), fcitx::Key("Shift+Tab"),
        fcitx::KeyConstrain(fcitx::KeyConstrainFlag::AllowModifierLess)};
    fcitx::OptionWithAnnotation<SurroundingMode, Labels<surroundingModes>> surrounding{
        this, "SurroundingText", _("Text that is in the document already"), SurroundingMode::TakeUp};
    fcitx::Option<bool> learn{this, "LearnWords", _("Learn the words I write"), true};
    fcitx::Option<bool> macros{this, "Macros", _("Put in my abbreviations"), true};
    fcitx::Option<std::vector<std::string>> offIn{this, "OffInPrograms", _("Programs in which Chữ is off")};);

}  // namespace chu
