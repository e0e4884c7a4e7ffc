# The input methods for the desktop. One whose framework has no headers here is left out.

frontends_dir := .build/frontends
has = $(shell pkg-config --exists $(1) 2>/dev/null && echo yes)
frontend_flags := -O2 -g -fPIC -fvisibility=hidden -Wall -Wextra -Werror -MMD -ISources/CChu/include \
	-DGETTEXT_PACKAGE='"chu"' -DCHU_LOCALE_FOLDER='"$(PREFIX)/share/locale"'
chu_version = $(shell sed -n 's/^\#define CHU_VERSION "\(.*\)"/\1/p' Sources/CChu/include/chu.h)

.PHONY: frontends install-frontends check-translations

# ---- Fcitx 5

ifeq ($(call has,Fcitx5Core),yes)
fcitx_addon := $(frontends_dir)/libchu.so
fcitx_objects := $(patsubst Frontends/Fcitx5/%.cpp,$(frontends_dir)/Fcitx5/%.o,$(wildcard Frontends/Fcitx5/*.cpp))
# Fcitx looks for libraries in its own folder only; what is installed elsewhere is named by its path.
ifeq ($(PREFIX),$(shell pkg-config --variable=prefix Fcitx5Core))
fcitx_folder := $(shell pkg-config --variable=libdir Fcitx5Core)/fcitx5
fcitx_library := libchu
else
fcitx_folder := $(PREFIX)/lib/fcitx5
fcitx_library := $(fcitx_folder)/libchu
endif
# The meaning of a candidate has a place of its own since 5.1.9.
fcitx_flags := -std=$(if $(shell pkg-config --atleast-version=5.1.13 Fcitx5Core && echo yes),c++20,c++17) \
	-DFCITX_GETTEXT_DOMAIN='"chu"' $(shell pkg-config --atleast-version=5.1.9 Fcitx5Core && echo -DCHU_FCITX_HAS_COMMENTS) \
	$(patsubst -I%,-isystem %,$(shell pkg-config --cflags Fcitx5Core))
endif

$(frontends_dir)/Fcitx5/%.o: Frontends/Fcitx5/%.cpp
	@mkdir -p $(@D)
	@$(CXX) $(fcitx_flags) $(frontend_flags) -c $< -o $@

$(frontends_dir)/libchu.so: $(fcitx_objects) $(frontends_dir)/libchuim.so.1 Frontends/Fcitx5/exports.map
	@$(CXX) -shared -Wl,--as-needed -Wl,-z,defs -Wl,--version-script=Frontends/Fcitx5/exports.map \
		$(filter-out %.map,$^) -o $@ $$(pkg-config --libs Fcitx5Core)

# Where the translations will be is compiled in.
$(frontends_dir)/Fcitx5/Factory.o: $(frontends_dir)/prefix

-include $(wildcard $(frontends_dir)/Fcitx5/*.d)

# ---- IBus

ifeq ($(call has,ibus-1.0),yes)
ibus_engine := $(frontends_dir)/ibus-engine-chu
ibus_objects := $(patsubst Frontends/IBus/%.c,$(frontends_dir)/IBus/%.o,$(wildcard Frontends/IBus/*.c))
# The headers of IBus have macros of GNU's.
ibus_flags := -std=c11 -D_GNU_SOURCE -Wpedantic -DG_LOG_DOMAIN='"chu"' \
	$(patsubst -I%,-isystem %,$(shell pkg-config --cflags ibus-1.0))
ibus_folder := $(shell pkg-config --variable=pkgdatadir ibus-1.0)/component
endif

$(frontends_dir)/IBus/%.o: Frontends/IBus/%.c
	@mkdir -p $(@D)
	@$(CC) $(ibus_flags) $(frontend_flags) -c $< -o $@

$(frontends_dir)/ibus-engine-chu: $(ibus_objects) $(frontends_dir)/libchuim.so.1
	@$(CC) -Wl,--as-needed $^ -o $@ $$(pkg-config --libs ibus-1.0)

# Where the translations will be is compiled in.
$(frontends_dir)/IBus/main.o: $(frontends_dir)/prefix

-include $(wildcard $(frontends_dir)/IBus/*.d)

# ---- Both

# The library under the name that programs load it by.
$(frontends_dir)/libchuim.so.1: $(chuim)
	@mkdir -p $(@D)
	@cp $< $@

$(frontends_dir)/prefix: FORCE
	@mkdir -p $(@D)
	@[ "$$(cat $@ 2>/dev/null)" = "$(PREFIX)" ] || echo "$(PREFIX)" >$@

frontends: $(fcitx_addon) $(ibus_engine) ## build the input methods for Fcitx 5 and IBus
	@[ -n "$(fcitx_addon)" ] || echo "left out: the input method for Fcitx 5, which wants libfcitx5core-dev and pkg-config" >&2
	@[ -n "$(ibus_engine)" ] || echo "left out: the input method for IBus, which wants libibus-1.0-dev and pkg-config" >&2

install-frontends: frontends
	install -d $(sharedir)/icons/hicolor/scalable/apps $(sharedir)/locale/vi/LC_MESSAGES $(sharedir)/metainfo
	install -m 644 Frontends/icons/chu.svg $(sharedir)/icons/hicolor/scalable/apps/chu.svg
	msgfmt Frontends/po/vi.po -o $(sharedir)/locale/vi/LC_MESSAGES/chu.mo
ifneq ($(fcitx_addon),)
	install -d $(DESTDIR)$(fcitx_folder) $(sharedir)/fcitx5/addon
	install -s -m 644 $(fcitx_addon) $(DESTDIR)$(fcitx_folder)/libchu.so
	sed -e 's|@VERSION@|$(chu_version)|' -e 's|@LIBRARY@|$(fcitx_library)|' Frontends/Fcitx5/addon.conf.in \
		>$(sharedir)/fcitx5/addon/chu.conf
	install -m 644 Frontends/Fcitx5/org.fcitx.Fcitx5.Addon.Chu.metainfo.xml $(sharedir)/metainfo/
	for name in fcitx-chu org.fcitx.Fcitx5.fcitx-chu; do \
		install -m 644 Frontends/icons/chu.svg $(sharedir)/icons/hicolor/scalable/apps/$$name.svg; done
endif
ifneq ($(ibus_engine),)
	install -d $(DESTDIR)$(PREFIX)/libexec $(sharedir)/ibus/component
	install -s -m 755 $(ibus_engine) $(DESTDIR)$(PREFIX)/libexec/ibus-engine-chu
	sed -e 's|@VERSION@|$(chu_version)|' -e 's|@LIBEXEC@|$(PREFIX)/libexec|' -e 's|@SHARE@|$(PREFIX)/share|' \
		Frontends/IBus/chu.xml.in >$(sharedir)/ibus/component/chu.xml
	@if [ -z "$(DESTDIR)" ] && [ "$(PREFIX)/share/ibus/component" != "$(ibus_folder)" ] && \
		[ "$(PREFIX)" != "$(CURDIR)/$(desktop)" ]; then \
		echo "IBus looks for input methods in $(ibus_folder) only; to let it find Chữ:" >&2; \
		echo "  ln -s $(PREFIX)/share/ibus/component/chu.xml $(ibus_folder)/" >&2; \
	fi
endif

# Everything that is shown has its translation: the frontends' own words, and the options of the keymaps.
check-translations:
	@mkdir -p $(frontends_dir)
	@find Keymaps -name '*.keymap' -o -name '*.part' | xargs awk '/^option / { \
		title = values = $$0; sub(/^[^:]* : /, "", title); print title; \
		sub(/^option [^ ]+ = /, "", values); sub(/ : .*/, "", values); \
		if (values !~ /^(on \| off|off \| on)$$/) { gsub(/ \| /, "\n", values); print values } }' | \
		sed 's/["\\]/\\&/g; s/.*/_("&")/' | LC_ALL=C sort -u >$(frontends_dir)/options.c
	@xgettext --from-code=UTF-8 --language=C++ -k_ -kN_ -o $(frontends_dir)/chu.pot --add-comments=Translators \
		$(wildcard Frontends/Fcitx5/*.h Frontends/Fcitx5/*.cpp Frontends/IBus/*.c) $(frontends_dir)/options.c
	@msgfmt --check-format --check-domain -o /dev/null Frontends/po/vi.po
	@msgcmp --no-fuzzy-matching Frontends/po/vi.po $(frontends_dir)/chu.pot
