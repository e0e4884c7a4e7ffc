#include "Addon.h"

#include <fcitx-utils/i18n.h>
#include <fcitx/addonfactory.h>
#include <fcitx/addonmanager.h>

namespace {

class Factory final : public fcitx::AddonFactory {
    fcitx::AddonInstance *create(fcitx::AddonManager *manager) override {
        fcitx::registerDomain("chu", CHU_LOCALE_FOLDER);
        return new chu::Addon(manager->instance());
    }
};

}  // namespace

#ifdef FCITX_ADDON_FACTORY_V2
FCITX_ADDON_FACTORY_V2(chu, Factory)
#else
FCITX_ADDON_FACTORY(Factory)
#endif
