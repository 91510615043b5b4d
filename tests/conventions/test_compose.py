"""docker-compose.yml says what the code, the image and docs/operations.md say: no engine is asked."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.queues import APART
from tests.conventions.test_settings_are_documented import VARIABLE, documented

ROOT = Path(__file__).resolve().parent.parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text("utf-8")
WHOLE: dict[str, Any] = yaml.safe_load(COMPOSE)
SERVICES: dict[str, dict[str, Any]] = WHOLE["services"]
SHARED: dict[str, Any] = WHOLE["x-kyoseki"]
OURS = sorted(name for name, one in SERVICES.items() if one["image"] == SHARED["image"])
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")

GIVEN = re.compile(r"(?<!\$)\$\{([A-Z_]+)(?::([-?])([^}]*))?\}")
OF_THE_IMAGE = {"KYOSEKI_MODE", "KYOSEKI_STATIC", "PROMETHEUS_MULTIPROC_DIR"}
"""Set in the Dockerfile."""
OF_COMPOSE = {"KYOSEKI_DATABASE_PASSWORD", "KYOSEKI_DIRECTORY_FOLDER", "KYOSEKI_CALENDAR_USERS"}
"""Read by docker-compose.yml itself."""
NOT_IN_CONTAINERS = {
    "KYOSEKI_DEBUG",
    "KYOSEKI_DEMONSTRATION",
    "KYOSEKI_POSTGRES_BIN",
    "KYOSEKI_SCREENS",
    "KYOSEKI_SERVER",
    "KYOSEKI_VAR",
}
"""Refused in production, about a machine of a developer's, or where the image has it by default."""


def mounts(one: dict[str, Any]) -> list[tuple[str, str]]:
    """Where each volume comes from, and where it is seen."""
    found = []
    for written in one.get("volumes", []):
        source, target = GIVEN.sub(lambda given: given[3] or "", written).split(":")[:2]
        found.append((source, target))
    return found


def test_every_setting_reaches_the_containers() -> None:
    reaches = {name for name in SHARED["environment"] if VARIABLE.fullmatch(name)}
    assert reaches == documented() - OF_THE_IMAGE - OF_COMPOSE - NOT_IN_CONTAINERS
    for name in OF_THE_IMAGE:
        assert f"{name}=" in DOCKERFILE


def test_a_setting_is_handed_on_under_its_own_name() -> None:
    for name, value in SHARED["environment"].items():
        if name not in {"DATABASE_URL", "KYOSEKI_ROSTER_COPY"}:
            assert [given[0] for given in GIVEN.findall(value)] == [name]


def test_what_has_to_be_set_stands_in_the_example() -> None:
    given = GIVEN.findall(COMPOSE)
    needed = {name for name, how, _ in given if how == "?"}
    listed = {line.partition("=")[0] for line in EXAMPLE.splitlines() if re.match("[A-Z_]+=", line)}
    assert needed
    assert needed <= listed <= {name for name, *_ in given} <= documented()


def test_every_process_runs_and_there_is_one_for_every_queue() -> None:
    commands = {name: SERVICES[name].get("command", ["python", "-m", "tools.serve"]) for name in OURS}
    assert commands == {
        "migrate": ["python", "backend/manage.py", "migrate"],
        "web": ["python", "-m", "tools.serve"],
        "worker": ["python", "-m", "tools.serve", "worker"],
        **{queue: ["python", "-m", "tools.serve", queue] for queue in APART},
    }
    assert 'CMD ["python", "-m", "tools.serve"]' in DOCKERFILE
    for name in OURS:
        assert (SERVICES[name]["read_only"], SERVICES[name]["cap_drop"]) == (True, ["ALL"])
        # Only the server answers /healthz, by which the image says whether it is well.
        assert (name in {"web", "migrate"}) is (SERVICES[name].get("healthcheck") != {"disable": True})


def test_services_wait_for_what_there_is() -> None:
    for one in SERVICES.values():
        for other, how in one.get("depends_on", {}).items():
            if how["condition"] == "service_healthy":
                assert SERVICES[other]["healthcheck"]["test"]
            else:
                assert (how["condition"], SERVICES[other]["restart"]) == ("service_completed_successfully", "no")
            # A service of a profile is not always there.
            assert how.get("required", True) is ("profiles" not in SERVICES[other])


def test_volumes_are_declared_and_what_is_mounted_exists() -> None:
    sources = {source for one in SERVICES.values() for source, _ in mounts(one)}
    assert {source for source in sources if not source.startswith(".")} == set(WHOLE["volumes"])
    assert [source for source in sources if source.startswith(".") and not (ROOT / source).exists()] == []
    copy = SHARED["environment"]["KYOSEKI_ROSTER_COPY"]
    assert ("roster", copy) in mounts(SHARED)
    assert f"--owner=kyoseki --mode=0700 {copy}" in DOCKERFILE


def test_ports_and_names_are_those_that_answer() -> None:
    exposed = re.search(r"^EXPOSE (\d+)$", DOCKERFILE, re.M)
    assert exposed is not None
    assert SERVICES["web"]["ports"] == [f"127.0.0.1:{exposed[1]}:{exposed[1]}"]
    assert "@db:5432/" in SHARED["environment"]["DATABASE_URL"]
    assert SERVICES["caldav"]["ports"] == ["127.0.0.1:5232:5232"]
    assert "--server-hosts 0.0.0.0:5232 " in SERVICES["caldav"]["command"][-1]
    operations = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert "KYOSEKI_CALENDAR_HOSTS=caldav:5232" in operations
    assert "KYOSEKI_DIRECTORY=/directory/directory.toml" in operations
    directory = tomllib.loads((ROOT / "demonstration" / "hall" / "directory.toml").read_text("utf-8"))
    assert directory["servers"] == ["ldaps://ldap"]
    assert ("authority", str(Path(directory["ca_file"]).parent)) in mounts(SHARED)
    assert Path(directory["ca_file"]).name in SERVICES["ldap"]["command"][-1]


@pytest.mark.parametrize("name", [name for name, one in SERVICES.items() if "profiles" in one])
def test_what_a_profile_runs_is_sound_shell(name: str) -> None:
    *shell, script = SERVICES[name]["command"]
    assert shell == ["sh", "-ec"]
    assert "${" not in script
    subprocess.run(["sh", "-n"], input=script.replace("$$", "$"), text=True, check=True)
    outside = set(re.findall(r"\$\$([A-Z_]+)", script))
    assert outside == set(SERVICES[name]["environment"])


def test_the_image_is_built_of_what_is_there() -> None:
    ignored = set((ROOT / ".dockerignore").read_text("utf-8").split())
    for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.M):
        *sources, _target = line.split()
        for source in sources:
            assert any(ROOT.glob(source.rstrip("/"))) or source.endswith("*"), source
            assert source.split("/")[0] not in ignored, source
