#include "KeymapSettings.h"

#include <fcitx-utils/i18n.h>

#include <algorithm>

namespace chu {

void ChoiceAnnotation::dumpDescription(fcitx::RawConfig &config) const {
    EnumAnnotation::dumpDescription(config);
    for (size_t i = 0; i < values.size(); i++) {
        const auto number = std::to_string(i);
        config.setValueByPath("Enum/" + number, values[i]);
        config.setValueByPath("EnumI18n/" + number, _(values[i]));
    }
}

KeymapSettings::KeymapSettings(const chu_engine *engine) {
    const chu_option_info *info;
    for (uint32_t index = 0; chu_engine_option(engine, index, &info) == CHU_STATUS_OK; index++) {
        const auto name = string(info->name);
        const std::string title = _(string(info->title));
        std::vector<std::string> values;
        for (uint32_t i = 0; i < info->value_count; i++) values.push_back(string(info->values[i]));
        if (values.empty()) continue;
        auto sorted = values;
        std::sort(sorted.begin(), sorted.end());
        if (sorted == std::vector<std::string>{"off", "on"}) {
            switches_.push_back({name, std::make_unique<fcitx::Option<bool>>(this, name, title, values[0] == "on")});
        } else {
            ChoiceAnnotation annotation;
            annotation.values = values;
            using Option = fcitx::OptionWithAnnotation<std::string, ChoiceAnnotation>;
            choices_.push_back({name, std::make_unique<Option>(this, name, title, values[0],
                                                               fcitx::NoConstrain<std::string>(),
                                                               fcitx::DefaultMarshaller<std::string>(), annotation)});
        }
    }
}

void KeymapSettings::apply(chu_session *session) const {
    const auto set = [session](const std::string &name, const std::string &value) {
        const auto status = chu_session_set_option(session, name.c_str(), value.c_str());
        if (status < 0) CHU_WARN() << "option " << name << " = " << value << ": " << chu_strerror(status);
    };
    for (const auto &[name, option] : switches_) set(name, **option ? "on" : "off");
    for (const auto &[name, option] : choices_) set(name, **option);
}

}  // namespace chu
