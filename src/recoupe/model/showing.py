"""How a structure shows itself in a notebook. The model draws nothing itself: `recoupe.report.notebook` does, once asked."""

from collections.abc import Callable

from msgspec import Struct

Painter = Callable[[object], str]
PAINTERS: list[Painter] = []  # none, or the one that was installed last


class Shown(Struct, frozen=True):
    """A structure that a notebook shows as a page's part, where a painter is installed, else as text."""

    def _repr_html_(self) -> str | None:
        return PAINTERS[-1](self) if PAINTERS else None
