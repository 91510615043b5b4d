"""An entry of a directory as it was read, before anything is made of it."""

from dataclasses import dataclass, field


class NoText(Exception):
    """A value that is no UTF-8: whose attribute is `args[0]`."""


@dataclass(slots=True)
class Entry:
    """Its DN and its attributes with their values, names in lower case, options (`;lang-ja`) included."""

    dn: str
    values: dict[str, list[bytes]] = field(default_factory=dict)

    def raw(self, name: str) -> list[bytes]:
        """The values of an attribute; none for an attribute without a name."""
        return self.values.get(name.lower(), []) if name else []

    def texts(self, name: str) -> list[str]:
        """The values that say something, without blanks around them. Raises NoText."""
        try:
            texts = [value.decode("utf-8").strip() for value in self.raw(name)]
        except UnicodeDecodeError as error:
            raise NoText(name) from error
        return [text for text in texts if text]

    def text(self, name: str) -> str:
        """The value: the one its DN begins with where there are several, else the first; empty where there is none.

        Raises NoText.
        """
        texts = self.texts(name)
        if len(texts) > 1:
            named, _equals, value = self.dn.partition(",")[0].partition("=")
            if named.strip().lower() == name.lower() and value.strip() in texts:
                return value.strip()
        return texts[0] if texts else ""
