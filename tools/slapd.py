"""Debian's slapd (OpenLDAP), started over an LDIF file in a folder of its own, on loopback and a socket alone.

It runs as whoever starts it. Its certificate, where one is given, makes LDAPS and StartTLS possible; without one only
the socket in its folder is offered, which needs none.
"""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tools.terminal import Trouble

SLAPD = Path("/usr/sbin/slapd")
SCHEMA = Path("/etc/ldap/schema")
MODULES = Path("/usr/lib/ldap")
START_SECONDS = 20
STOP_SECONDS = 10
PASSWORD = "read-only-account"  # noqa: S105 - of a server that nobody but this machine reaches

_CONFIGURATION = """
include {schema}/core.schema
include {schema}/cosine.schema
include {schema}/inetorgperson.schema
modulepath {modules}
moduleload back_mdb
moduleload ppolicy
pidfile {folder}/slapd.pid
argsfile {folder}/slapd.args
{tls}
disallow bind_anon
# The usual limit stands: only who reads page by page, as the account that may, gets more.
sizelimit 500
database mdb
suffix "{base}"
directory {folder}/data
maxsize 1073741824
dbnosync
index objectClass,uid,ou,cn,member eq
limits dn.exact="{reader}" size.soft=500 size.hard=500 size.prtotal=unlimited time=unlimited
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="{reader}" read by self read by * none
overlay ppolicy
"""
_READER = """
dn: {reader}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: kyoseki
userPassword: {password}
"""


class SlapdTrouble(Trouble):
    """Why there is no slapd, in one sentence."""


@dataclass
class Slapd:
    """A running server. `plain` is for StartTLS, `tls` for LDAPS, `socket` for this machine without either."""

    folder: Path
    base: str
    process: "subprocess.Popen[bytes]"
    plain: str
    tls: str
    socket: str

    @property
    def reader(self) -> str:
        """The DN of the account that may read everything; its password is PASSWORD."""
        return reader_of(self.base)


def reader_of(base: str) -> str:
    """The DN of the account that may read everything below `base`."""
    return f"cn=kyoseki,{base}"


@contextmanager
def slapd_server(
    folder: Path, ldif: Path, *, base: str, certificate: Path | None = None, key: Path | None = None
) -> Iterator[Slapd]:
    """A server with the entries of `ldif` below `base`, stopped when the block ends. Raises SlapdTrouble.

    `folder` has to be empty or a folder this filled before: then the entries are those it has kept.
    """
    if not SLAPD.exists():
        raise SlapdTrouble("slapd is missing; on Debian type: apt install --no-install-recommends slapd")
    program = folder / "slapd"
    if not program.exists():
        fill(folder, ldif, base=base, certificate=certificate, key=key)
    plain, tls = (_free_port(), _free_port()) if certificate else (0, 0)
    addresses = [f"ldap://127.0.0.1:{plain}", f"ldaps://127.0.0.1:{tls}"] if certificate else []
    local = f"ldapi://{quote(str(folder / 'ldapi'), safe='')}"
    command = [str(program), "-d", "0", "-f", str(folder / "slapd.conf"), "-h", " ".join([*addresses, local])]
    with (folder / "slapd.log").open("ab") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        _wait(process, folder / "ldapi", [port for port in (plain, tls) if port], folder / "slapd.log")
        yield Slapd(folder, base, process, f"ldap://127.0.0.1:{plain}", f"ldaps://127.0.0.1:{tls}", local)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def fill(folder: Path, ldif: Path, *, base: str, certificate: Path | None, key: Path | None) -> None:
    """Write the configuration and load the entries. Raises SlapdTrouble with slapd's words for what it cannot take."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    # A copy, because the AppArmor profile of /usr/sbin/slapd lets that one read Debian's own folders alone.
    shutil.copy(SLAPD, folder / "slapd.new")
    tls = f"TLSCertificateFile {certificate}\nTLSCertificateKeyFile {key}" if certificate else ""
    reader = reader_of(base)
    (folder / "slapd.conf").write_text(
        _CONFIGURATION.format(schema=SCHEMA, modules=MODULES, folder=folder, base=base, reader=reader, tls=tls)
    )
    (folder / "reader.ldif").write_text(_READER.format(reader=reader, password=PASSWORD))
    for part in (ldif, folder / "reader.ldif"):
        words = ["-T", "add", "-q", "-f", str(folder / "slapd.conf"), "-b", base, "-l", str(part)]
        done = subprocess.run([folder / "slapd.new", *words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SlapdTrouble(f"slapd cannot take {part.name}: {done.stderr.strip()}")
    (folder / "slapd.new").rename(folder / "slapd")


def _wait(process: "subprocess.Popen[bytes]", local: Path, ports: list[int], log: Path) -> None:
    give_up_at = time.monotonic() + START_SECONDS
    while not (_answers(local) and all(_answers(port) for port in ports)):
        if process.poll() is not None or time.monotonic() > give_up_at:
            raise SlapdTrouble(f"slapd did not start: {log.read_text(errors='replace').strip()[-500:]}")
        time.sleep(0.05)


def _answers(place: Path | int) -> bool:
    try:
        if isinstance(place, int):
            socket.create_connection(("127.0.0.1", place), timeout=1).close()
            return True
        with socket.socket(socket.AF_UNIX) as probe:
            probe.connect(str(place))
            return True
    except OSError:
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
