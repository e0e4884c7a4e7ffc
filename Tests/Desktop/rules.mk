# The input methods in the real frameworks, on a desktop that nobody sees.

desktop := .build/desktop
desktop_packages := xvfb xauth openbox xdotool x11-utils xterm imagemagick dbus gettext pkg-config fonts-noto-core \
	fonts-sil-taiheritagepro locales python3-gi gir1.2-gtk-3.0
fcitx_packages := fcitx5 fcitx5-frontend-gtk3 libfcitx5core-dev libfcitx5utils-dev libfcitx5config-dev
ibus_packages := ibus ibus-gtk3 libibus-1.0-dev procps

program_packages := libreoffice-writer libreoffice-gtk3 chromium python3-pyqt5 fcitx5-frontend-qt5 \
	python3-pyqt6 fcitx5-frontend-qt6

.PHONY: pictures check-desktop check-fcitx check-ibus desktop test-desktop

# Everything as it is when it is installed, in a folder here.
desktop:
	@$(MAKE) --no-print-directory -s install-frontends DESTDIR= PREFIX=$(CURDIR)/$(desktop)
	@install -m 644 $(chuim) $(desktop)/lib/libchuim.so.1
	@rm -rf $(desktop)/share/chu
	@cp -R $(share) $(desktop)/share/chu

# Only the distribution's Python has the bindings of GLib and GTK.
check-fcitx: $(chuim) data
	@if Packaging/need.sh $(desktop_packages) $(fcitx_packages); then \
		$(MAKE) --no-print-directory desktop && for test in Tests/Desktop/test_fcitx*.py; do \
			/usr/bin/python3 $$test $(desktop) || exit 1; done; \
	else \
		echo "the tests with fcitx5 are left out: its packages cannot be had"; \
	fi

check-ibus: $(chuim) data
	@if Packaging/need.sh $(desktop_packages) $(ibus_packages); then \
		$(MAKE) --no-print-directory desktop && /usr/bin/python3 Tests/Desktop/test_ibus.py $(desktop) && \
		/usr/bin/python3 Tests/Desktop/test_ibus_window.py $(desktop); \
	else \
		echo "the tests with ibus-daemon are left out: its packages cannot be had"; \
	fi

check-desktop: check-translations check-fcitx check-ibus ## type through the input methods, on a desktop that nobody sees

pictures: desktop ## take the pictures of the guides again
	@Packaging/need.sh $(desktop_packages) $(fcitx_packages) $(ibus_packages) fcitx5-config-qt locales
	@locale -a | grep -qi '^vi_VN.utf' || localedef -i vi_VN -f UTF-8 vi_VN.UTF-8
	@/usr/bin/python3 Tests/Desktop/pictures.py $(desktop) Frontends/pictures
	@Packaging/lookup-picture.sh $(chu) $(share) C.UTF-8 Guides/pictures/lookup.png
	@Packaging/lookup-picture.sh $(chu) $(share) vi_VN.UTF-8 Guides/pictures/lookup.vi.png

# Heavy, so not part of `make test`.
test-desktop: $(chuim) data ## type into LibreOffice Writer, Chromium, Qt 5 and Qt 6, with IBus and Fcitx 5
	@Packaging/need.sh $(desktop_packages) $(fcitx_packages) $(ibus_packages) $(program_packages)
	@$(MAKE) --no-print-directory desktop
	@/usr/bin/python3 Tests/Desktop/test_programs.py $(desktop)
