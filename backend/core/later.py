"""Modules that few processes ever need, loaded when something of them is first used.

A process of the web server or a worker is there in many copies and has to start quickly; drawing a PDF, writing a
workbook, reading a CAD file or solving an equation needs libraries of tens of megabytes. Where such a module is used:

    if TYPE_CHECKING:
        from planning.policies import correlated
    else:
        correlated = Later("planning.policies.correlated")

The type checker and the rules about who may import whom see the import as it stands.
"""

from importlib import import_module
from typing import Any


class Later:
    """A module by its dotted path, which reads its names when they are asked for."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._path), name)
