"""IBus on a desktop of a test: its daemon, and the engine of Chữ that was built here, not one that is installed."""

import os
import re

from display import wait


class IBus:
    """ibus-daemon with the engine found in a folder that Chữ was installed into.

    With `panel` it shows candidates, with `xim` it serves programs that speak X11's own protocol.
    """

    def __init__(self, desktop, root, panel=False, xim=False):
        self.desktop = desktop
        share = os.path.join(root, "share")
        desktop.environment.update(
            LD_LIBRARY_PATH=os.path.join(root, "lib"), XDG_DATA_DIRS=f"{share}:/usr/share", XMODIFIERS="@im=ibus",
            IBUS_COMPONENT_PATH=f"{share}/ibus/component:/usr/share/ibus/component")
        self.panel = panel
        self.daemon = None
        self.start()
        if xim:
            # Where the only locale is C's, X11 takes no program to be in another one.
            desktop.start("/usr/libexec/ibus-x11", "--locale-append=C")
            if not wait(lambda: "ibus" in desktop.run("xprop", "-root", "XIM_SERVERS")):
                raise RuntimeError("ibus-x11 does not come up")

    def start(self, cache="--cache=none"):
        """Starts the daemon, and waits until it answers."""
        options = [] if self.panel else ["--panel=disable"]
        self.daemon = self.desktop.start("ibus-daemon", "--config=disable", cache, *options)
        if not wait(lambda: self.address.startswith("unix:")):
            raise RuntimeError("ibus-daemon does not come up")

    @property
    def address(self):
        """Where the daemon's own bus is."""
        return self.desktop.run("ibus", "address").strip()

    @staticmethod
    def engine_name(keymap):
        """What IBus calls the input method of a keymap: "chu:rad:telex" for "rad/telex"; other names are as they are."""
        return "chu:" + keymap.replace("/", ":") if "/" in keymap else keymap

    def choose(self, keymap):
        """Makes a keymap the input method, as a user does in the panel."""
        name = self.engine_name(keymap)
        self.desktop.run("ibus", "engine", name)
        if not wait(lambda: self.desktop.run("ibus", "engine").strip() == name):
            raise RuntimeError(f"ibus-daemon does not start {name}")

    def engine_process(self):
        """The number of the engine's process; None when there is none."""
        # Only children of this daemon, for the machine may have another desktop.
        found = self.desktop.run("ps", "-o", "pid=,args=", "--ppid", str(self.daemon.pid))
        match = re.search(r"^\s*(\d+) .*ibus-engine-chu", found, re.M)
        return int(match[1]) if match else None
