"""Debian's slapd (OpenLDAP), started over an LDIF file in a folder of its own, on loopback and a socket alone.

It runs as whoever starts it. Its certificate, where one is given, makes LDAPS and StartTLS possible; without one only
the socket in its folder is offered, which needs none.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tools.terminal import Trouble

SLAPD = Path("/usr/sbin/slapd")
SCHEMA = Path("/etc/ldap/schema")
MODULES = Path("/usr/lib/ldap")
START_SECONDS = 20
START_ATTEMPTS = 3
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
# Whoever started it may change everything, through the socket: ldapmodify -Y EXTERNAL -H <socket>
rootdn "{owner}"
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
    if not (folder / "slapd").exists():
        fill(folder, ldif, base=base, certificate=certificate, key=key)
    server = _started(folder, base, encrypted=certificate is not None)
    try:
        yield server
    finally:
        _stop(server.process)


def _started(folder: Path, base: str, *, encrypted: bool) -> Slapd:
    """A server that answers; with other ports where somebody else took these a moment ago."""
    local = f"ldapi://{quote(str(folder / 'ldapi'), safe='')}"
    log = folder / "slapd.log"
    for _attempt in range(START_ATTEMPTS):
        ports = _free_ports(2) if encrypted else []
        plain, tls = (
            f"{scheme}://127.0.0.1:{port}" for scheme, port in zip(("ldap", "ldaps"), ports or (0, 0), strict=True)
        )
        addresses = " ".join([*((plain, tls) if encrypted else ()), local])
        command = [str(folder / "slapd"), "-d", "0", "-f", str(folder / "slapd.conf"), "-h", addresses]
        with log.open("ab") as output:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        if _comes_up(process, folder / "ldapi", ports):
            return Slapd(folder, base, process, plain, tls, local)
        _stop(process)
    raise SlapdTrouble(f"slapd did not start: {log.read_text(errors='replace').strip()[-500:]}")


def _stop(process: "subprocess.Popen[bytes]") -> None:
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
    owner = f"gidNumber={os.getgid()}+uidNumber={os.getuid()},cn=peercred,cn=external,cn=auth"
    (folder / "slapd.conf").write_text(
        _CONFIGURATION.format(
            schema=SCHEMA, modules=MODULES, folder=folder, base=base, reader=reader, tls=tls, owner=owner
        )
    )
    (folder / "reader.ldif").write_text(_READER.format(reader=reader, password=PASSWORD))
    for part in (ldif, folder / "reader.ldif"):
        words = ["-T", "add", "-q", "-f", str(folder / "slapd.conf"), "-b", base, "-l", str(part)]
        done = subprocess.run([folder / "slapd.new", *words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SlapdTrouble(f"slapd cannot take {part.name}: {done.stderr.strip()}")
    (folder / "slapd.new").rename(folder / "slapd")


def _comes_up(process: "subprocess.Popen[bytes]", local: Path, ports: list[int]) -> bool:
    """Whether it answers everywhere in time; the socket, which it opens last, is its own and nobody else's."""
    give_up_at = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < give_up_at:
        if _answers(local) and all(_answers(port) for port in ports):
            return True
        time.sleep(0.05)
    return False


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


def _free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        probes = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [int(probe.getsockname()[1]) for probe in probes]
