"""IBus on a desktop of a test: its daemon, and the engine of Chữ that was built here, not one that is installed."""

import os
import re
import subprocess

from display import wait

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
#: The engine and the compiled keymaps and lexicons to be tested.
ENGINE = os.environ.get("CHU_IBUS_ENGINE", os.path.join(ROOT, ".build/frontends/ibus/ibus-engine-chu"))
DATA = os.environ.get("CHU_DATA", os.path.join(ROOT, ".build/share/chu"))
COMPONENT = os.path.join(ROOT, "Frontends/IBus/chu.xml.in")


class IBus:
    """ibus-daemon with the engine. `panel` shows candidates, `xim` serves programs that know X11's protocol only."""

    def __init__(self, desktop, panel=False, xim=False):
        self.desktop = desktop
        self.write_component()
        desktop.environment.update(
            CHU_PATH=DATA, XMODIFIERS="@im=ibus",
            IBUS_COMPONENT_PATH=f"{desktop.home}/component:/usr/share/ibus/component")
        self.daemon = None
        self.start(panel)
        if xim:
            # Where no locale but C is there, X11 knows of no other one that a program could be in.
            desktop.start("/usr/libexec/ibus-x11", "--locale-append=C")
            wait(lambda: "@server=ibus" in desktop.run("xprop", "-root", "XIM_SERVERS")
                 or "ibus" in desktop.run("xprop", "-root", "XIM_SERVERS"))

    def write_component(self):
        """The component file as `make install` would write it, but for the engine that was built here."""
        with open(COMPONENT, encoding="utf-8") as file:
            text = file.read()
        # The shell of the tests sets the variables that ibus-daemon would not hand on to the engine.
        folder = os.path.join(self.desktop.home, "component")
        os.makedirs(folder, exist_ok=True)
        text = text.replace("@LIBEXEC@", os.path.dirname(ENGINE)).replace("@SHARE@", os.path.dirname(DATA))
        with open(os.path.join(folder, "chu.xml"), "w", encoding="utf-8") as file:
            file.write(text.replace("@VERSION@", "0"))

    def start(self, panel=False):
        """Starts the daemon, and waits until it answers."""
        options = [] if panel else ["--panel=disable"]
        self.daemon = self.desktop.start("ibus-daemon", "--config=disable", "--cache=none", *options)
        if not wait(lambda: self.desktop.run("ibus", "address").startswith("unix:")):
            raise RuntimeError("ibus-daemon does not come up")

    @property
    def address(self):
        """Where the daemon's own bus is."""
        return self.desktop.run("ibus", "address").strip()

    def choose(self, keymap):
        """Makes a keymap the input method, as a user does in the panel."""
        name = keymap if ":" in keymap or "/" not in keymap else "chu:" + keymap.replace("/", ":")
        self.desktop.run("ibus", "engine", name)
        if not wait(lambda: self.desktop.run("ibus", "engine").strip() == name):
            raise RuntimeError(f"ibus-daemon does not start {name}")

    def engine_process(self):
        """The number of the engine's process; None when there is none."""
        # Only children of this daemon, for the machine may have another desktop.
        try:
            found = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(self.daemon.pid)], check=True,
                                   stdout=subprocess.PIPE).stdout.decode()
        except subprocess.CalledProcessError:
            return None
        match = re.search(r"^\s*(\d+) .*ibus-engine-chu", found, re.M)
        return int(match[1]) if match else None
