"""Settings come from the environment: read once, checked, and complained about all at once."""

import ipaddress
from collections.abc import Callable, Mapping
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Environment:
    """Typed reading of environment variables; `settle()` raises one error that names every mistake."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self._mistakes: list[str] = []

    def given(self, name: str) -> bool:
        """Whether the variable is set to anything at all."""
        return bool(self._values.get(name, "").strip())

    def text(self, name: str, default: str = "") -> str:
        """The value without surrounding blanks, or the default when unset or empty."""
        return self._values.get(name, "").strip() or default

    def choice(self, name: str, among: tuple[str, ...], default: str) -> str:
        """One of the given words."""
        value = self.text(name, default)
        if value not in among:
            self.mistake(f"{name} is {value!r}; it may be {', '.join(among)}.")
            return default
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """1/true/yes/on or 0/false/no/off."""
        value = self.text(name, "1" if default else "0").lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value not in {"0", "false", "no", "off"}:
            self.mistake(f"{name} is {value!r}; it may be 1 or 0.")
        return False

    def number(self, name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
        """A whole number within bounds."""
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            self.mistake(f"{name} is {value!r}; it may be a whole number from {least} to {most}.")
            return default
        return int(value)

    def words(self, name: str) -> list[str]:
        """Values separated by commas."""
        return [word for part in self.text(name).split(",") if (word := part.strip())]

    def networks(self, name: str) -> list[Network]:
        """Addresses or CIDR networks separated by commas."""
        networks: list[Network] = []
        for word in self.words(name):
            try:
                networks.append(ipaddress.ip_network(word, strict=False))
            except ValueError:
                self.mistake(f"{name} holds {word!r}, which is neither an address nor a network.")
        return networks

    def web_address(self, name: str, default: str = "") -> str:
        """An http or https address without a path, query or slash at its end."""
        value = self.text(name, default).rstrip("/")
        url = urlsplit(value)
        if value and (url.scheme not in {"http", "https"} or not url.hostname or url.path or url.query or url.fragment):
            self.mistake(f"{name} is {value!r}; it has to look like https://kyoseki.city.example.")
        return value

    def database(self, name: str) -> dict[str, str]:
        """A PostgreSQL URL as Django's NAME, USER, PASSWORD, HOST and PORT; a socket folder is `?host=/path`."""
        url = urlsplit(self.text(name))
        if url.scheme not in {"postgres", "postgresql"} or len(url.path) < 2:
            self.mistake(f"{name} has to look like postgresql://user:password@host:5432/name.")
            return {}
        options = dict(pair.split("=", 1) for pair in url.query.split("&") if "=" in pair)
        return {
            "NAME": unquote(url.path[1:]),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(options.pop("host", "") or url.hostname or ""),
            "PORT": str(url.port or ""),
            **{f"OPTION_{key}": unquote(value) for key, value in options.items()},
        }

    def require(self, condition: Callable[[], bool] | bool, otherwise: str) -> None:
        """Note `otherwise` as a mistake unless the condition holds."""
        if not (condition() if callable(condition) else condition):
            self.mistake(otherwise)

    def mistake(self, sentence: str) -> None:
        """Note a mistake for `settle`."""
        self._mistakes.append(sentence)

    def settle(self) -> None:
        """Raise ImproperlyConfigured with every mistake noted so far, or do nothing."""
        if self._mistakes:
            raise ImproperlyConfigured("Kyoseki does not start with these settings. " + " ".join(self._mistakes))
