"""The city's directory, as the file that KYOSEKI_DIRECTORY names describes it."""

from importlib.util import find_spec
from pathlib import Path

from config.settings.environment import Environment
from integrations.directory import DirectorySettings, SettingsFaulty, directory_settings


def read_directory(env: Environment) -> DirectorySettings | None:
    """How the directory is reached and read, or None where no file is named: then the product has no directory."""
    if not env.given("KYOSEKI_DIRECTORY"):
        return None
    path = Path(env.text("KYOSEKI_DIRECTORY"))
    try:
        settings = directory_settings(path.read_text(encoding="utf-8"))
    except OSError as error:
        env.mistake(f"KYOSEKI_DIRECTORY names {path}, which cannot be read: {error.strerror}.")
        return None
    except UnicodeDecodeError:
        env.mistake(f"KYOSEKI_DIRECTORY names {path}, which is not UTF-8.")
        return None
    except SettingsFaulty as error:
        for mistake in error.mistakes:
            env.mistake(f"{path.name} of KYOSEKI_DIRECTORY: {mistake}")
        return None
    if settings.servers:
        env.require(
            find_spec("ldap") is not None,
            "KYOSEKI_DIRECTORY names a server, and python-ldap is missing: install requirements/ldap.txt.",
        )
    env.require(
        not settings.bind_dn or env.given("KYOSEKI_DIRECTORY_PASSWORD"),
        "KYOSEKI_DIRECTORY_PASSWORD has to be the password of bind_dn.",
    )
    return settings
