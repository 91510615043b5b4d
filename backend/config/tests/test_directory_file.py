"""What the product says at its start of the file that KYOSEKI_DIRECTORY names."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.directory import read_directory
from config.settings.environment import Environment

SERVER = """
servers = ["ldaps://ldap.city.example"]
bind_dn = "cn=kyoseki,dc=city"
[people]
base = "ou=people,dc=city"
[departments]
base = "ou=departments,dc=city"
"""


def read(path, text=None, **more):
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    env = Environment({"KYOSEKI_DIRECTORY": str(path), **more})
    settings = read_directory(env)
    env.settle()
    return settings


def test_without_a_file_there_is_no_directory():
    assert read_directory(Environment({})) is None


def test_a_file_becomes_settings(tmp_path):
    settings = read(tmp_path / "directory.toml", SERVER, KYOSEKI_DIRECTORY_PASSWORD="secret")
    assert settings.servers == ("ldaps://ldap.city.example",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "cannot be read: No such file or directory."),
        ("# 庁".encode("shift_jis"), "which is not UTF-8."),
        ("surprise = 1", r"directory\.toml of KYOSEKI_DIRECTORY: surprise is no setting"),
        (SERVER, "KYOSEKI_DIRECTORY_PASSWORD has to be the password of bind_dn."),
    ],
)
def test_what_is_wrong_is_said_before_anything_starts(tmp_path, text, sentence):
    with pytest.raises(ImproperlyConfigured, match=sentence):
        read(tmp_path / "directory.toml", text)
