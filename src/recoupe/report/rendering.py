"""One dossier in each of its forms."""

from typing import Literal

import msgspec

from recoupe.model import Dossier
from recoupe.report.arranging import view_of
from recoupe.report.markdown import markdown_report
from recoupe.report.messages import messages
from recoupe.report.page import page

Format = Literal["html", "md", "json"]


def render(dossier: Dossier, format: Format = "html", ui: str = "en") -> bytes:
    """The report in UTF-8: a self-contained page (`html`), Markdown (`md`), or the contract (`json`).

    ui: language of the messages, `fr` or `en`; the JSON does not depend on it.
    """
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(dossier, order="deterministic"), indent=1) + b"\n"
    view = view_of(dossier, messages(ui))
    text = page(view, messages(ui)) if format == "html" else markdown_report(view, messages(ui))
    return text.encode("utf-8")
