"""`make run-ldap`: the demonstration hall beside an OpenLDAP of its own, by which people sign in and are kept true.

The directory lives in the folder of KYOSEKI_VAR (`var/with-ldap` unless it is set) and keeps what is changed in it, for
as long as `demonstration/hall/directory.ldif` stays the same. Ctrl-C stops both.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.debian import require_for
from tools.postgres import var_folder
from tools.run import port_asked_for, serve, until_ended
from tools.server import ROOT
from tools.slapd import PASSWORD, Slapd, slapd_server
from tools.terminal import Trouble, say

HALL = ROOT / "demonstration" / "hall"
BASE = "dc=city,dc=example,dc=jp"
LONGEST_SOCKET = 100
"""Characters: the system takes 107 in the name of a socket."""


def main() -> None:
    """Start the directory, then everything that `make run` starts."""
    os.environ.setdefault("KYOSEKI_VAR", str(ROOT / "var" / "with-ldap"))
    until_ended(_serve)


def _serve() -> None:
    require_for("run-ldap")
    say("starting OpenLDAP over the people of the hall …")
    with demonstration_directory(var_folder() / "ldap") as (server, environment):
        os.environ.update(environment)
        say(f"directory: {server.socket}   (read as {server.reader}, password {PASSWORD})")
        serve(host=os.environ.get("HOST") or "127.0.0.1", port=port_asked_for())


@contextmanager
def demonstration_directory(folder: Path) -> Iterator[tuple[Slapd, dict[str, str]]]:
    """A running OpenLDAP with the hall's people, and the settings with which Kyoseki reads it and lets people in."""
    ldif = HALL / "directory.ldif"
    kept = folder / hashlib.sha256(ldif.read_bytes()).hexdigest()[:12]
    if len(str(kept)) > LONGEST_SOCKET:
        raise Trouble(f"{kept} is too long a name for a socket; set KYOSEKI_VAR to a shorter folder.")
    for other in folder.glob("*"):
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
    if not (kept / "slapd").exists():
        shutil.rmtree(kept, ignore_errors=True)
    with slapd_server(kept, ldif, base=BASE) as server:
        settings = kept / "directory.toml"
        settings.write_text(settings_for(server), encoding="utf-8")
        yield server, {"KYOSEKI_DIRECTORY": str(settings), "KYOSEKI_DIRECTORY_PASSWORD": PASSWORD}


def settings_for(server: Slapd) -> str:
    """The settings of the hall with the address of `server`; its socket needs no certificate."""
    lines = (HALL / "directory.toml").read_text(encoding="utf-8").splitlines(keepends=True)
    here = [f'servers = ["{server.socket}"]\n' if line.startswith("servers = ") else line for line in lines]
    return "".join(line for line in here if not line.startswith("ca_file = "))


if __name__ == "__main__":
    main()
