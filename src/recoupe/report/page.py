"""The self-contained page: template, style and script in one file, with a content-security policy that names both."""

import base64
import functools
import hashlib
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from recoupe.report.matrix import SIGNS
from recoupe.report.messages import Messages
from recoupe.report.view import View

OWN = "recoupe.report"


def faithful(text: str) -> Markup:
    """A report's text escaped so that a browser keeps its line ends as they are."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


@functools.cache
def environment(*packages: str) -> Environment:
    """Templates with every value escaped: reports and file names are untrusted.

    packages: where to look for templates, the first that has one wins.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates") for package in packages]),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",), default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["faithful"] = faithful
    made.globals["signs"] = SIGNS
    return made


def asset(name: str, package: str = OWN) -> str:
    """A style or script that is put into the page."""
    return (files(package) / "assets" / name).read_text(encoding="utf-8")


def source_hash(text: str) -> str:
    """The content-security policy's name for an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def page(view: View, say: Messages) -> str:
    """The page; it asks for nothing from anywhere and runs no script but its own."""
    style, script = asset("page.css"), asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{source_hash(style)}'; script-src '{source_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    template = environment(OWN).get_template("page.html.jinja")
    return template.render(view=view, say=say, style=style, script=script, policy=policy)
