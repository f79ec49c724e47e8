"""Markdown: the fields in front of it, and its text without the marks that only say how it looks."""

import re
import tomllib
from collections.abc import Mapping
from urllib.parse import urlsplit

from recoupe.ingest.contents import Content, Unreadable, headed
from recoupe.ingest.fields import day_of, several, value

NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd")
FENCES = {"---": ("---", "..."), "+++": ("+++",)}
KEY = re.compile(r"(?P<key>[^\s:#][^:\n]{0,60}?)\s*:(?:\s+(?P<value>.*))?\Z")
ITEM = re.compile(r"\s*-\s+(?P<item>.+)\Z")
MOST = 200  # lines of the fields in front of a text
LEAST = 2  # signs of Markdown in a text whose name does not tell it

HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+(?P<words>\S.*?)[ \t]*#*[ \t]*$")
UNDERLINE = re.compile(r"(?m)^(?P<words>\S[^\n]*)\n {0,3}(?:={3,}|-{3,})[ \t]*$")
RULE = re.compile(r"(?m)^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
LINK = re.compile(r"\[(?P<words>[^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
TARGET = re.compile(r"(?m)^ {0,3}\[[^\]\n]+\]:[ \t]+\S.*$")
ADDRESS = re.compile(r"<(?P<words>(?:https?://|mailto:)[^>\s]+)>")
QUOTED = re.compile(r"(?m)^[ \t]{0,3}>[ \t]?")
BULLET = re.compile(r"(?m)^(?P<indent>[ \t]*)[*+-][ \t]+(?=\S)")
STRONG = re.compile(r"(?<![\w\\])(?P<mark>\*\*|__)(?=\S)(?P<words>[^\n]+?)(?<=\S)(?P=mark)(?!\w)")
EMPHASIS = re.compile(r"(?<![\w\\*_])(?P<mark>[*_])(?=[^\s*_])(?P<words>[^\n]+?)(?<=[^\s*_])(?P=mark)(?![\w*_])")
CODE = re.compile(r"(?P<mark>`+)(?=\S)(?P<words>[^`\n]+?)(?P=mark)")
STRUCK = re.compile(r"~~(?=\S)(?P<words>[^\n]+?)~~")
ESCAPED = re.compile(r"\\(?P<sign>[\\`*_{}\[\]()#+.!|~>-])")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NOTE = re.compile(r"\[\^[^\]\n]+\]")
# a lead-in in bold at the start of a paragraph: words of the layout, whatever sentence follows
LEAD_IN = re.compile(
    r"(?m)^(?P<mark>\*\*|__)(?=\S)(?P<words>[^\n*_]+?[.?!:…]|[^\n*_]+?(?=(?:\*\*|__)\s?[:—–]))(?P=mark)"
    r"[ \t]*[:—–]?[ \t]+(?=\S)"
)


def looks_like_markdown(name: str, text: str) -> bool:
    """Whether a text is Markdown: by its name, the fields in front of it, or headings and bold words in it."""
    if name.lower().split("#")[0].endswith(NAMES) or front(text) is not None:
        return True
    return bool(HEADING.search(text)) and len(HEADING.findall(text)) + len(STRONG.findall(text)) >= LEAST


def markdown(text: str, lost: int) -> Content:
    """The report of a Markdown text: its fields, and its words without marks. Unreadable where it has no words."""
    found = front(text)
    fields, body = found if found is not None else ({}, text)
    words = unmarked(body)
    title = " ".join(unmarked(value(fields, "title")).split())
    if not words and not title:
        raise Unreadable("a Markdown file with nothing but its fields; give one with text")
    outlet = " ".join(value(fields, "outlet").split())
    address = value(fields, "url")
    if "://" in outlet:  # `source:` is an address as often as a name
        address, outlet = address or outlet, ""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return Content(
        headed(words, title),
        title=title or None,
        outlet=outlet or host or None,
        outlet_basis="metadata" if outlet else "url",
        date=day_of(value(fields, "date")),
        authors=several(fields, "author"),
        agencies=several(fields, "agency"),
        url=address or None,
        lost=lost,
    )


def front(text: str) -> tuple[Mapping[object, object], str] | None:
    """The fields in front of a text and the text behind them; `None` where it begins with none."""
    lines = text.lstrip("\ufeff \t\r\n").splitlines()
    fence = lines[0].rstrip() if lines else ""
    if fence not in FENCES:
        return None
    end = next((i for i, line in enumerate(lines[1:MOST], 1) if line.rstrip() in FENCES[fence]), None)
    if end is None:
        return None
    found = fields_of_toml(lines[1:end]) if fence == "+++" else fields_of_yaml(lines[1:end])
    return (found, "\n".join(lines[end + 1 :])) if found else None


def fields_of_toml(lines: list[str]) -> Mapping[object, object]:
    """The fields of a head in TOML as text and lists, empty where it is none."""
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}
    flat: dict[object, object] = {}
    for key, entry in table.items():
        inner = entry.items() if isinstance(entry, dict) and key in {"params", "extra"} else [(key, entry)]
        for name, held in inner:
            flat.setdefault(name, held if isinstance(held, list | dict | str) else str(held))
    return flat


def fields_of_yaml(lines: list[str]) -> Mapping[object, object]:
    """The fields of a head in YAML: words, lists and one level below a key; empty where some line is none of these."""
    found: dict[object, object] = {}
    key: str | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indented = line[0] in " \t"
        item, entry = ITEM.match(line), KEY.match(line.strip() if indented else line)
        if key is not None and item is not None:
            held = found[key]
            found[key] = [*(held if isinstance(held, list) else []), inner(item["item"])]
        elif key is not None and indented and entry is not None and not isinstance(found[key], str | list):
            found[key] = {**(found[key] or {}), entry["key"].strip("'\""): scalar(entry["value"] or "")}  # type: ignore[dict-item]
        elif key is not None and indented:
            held = found[key]
            found[key] = f"{held} {scalar(line)}".strip() if isinstance(held, str) else scalar(line)
        elif not indented and entry is not None:
            key = entry["key"].strip("'\"")
            words = (entry["value"] or "").strip()
            found[key] = None if words in {"", "|", ">", "|-", ">-"} else inner(words)
        else:
            return {}
    return found


def inner(words: str) -> object:
    """What stands behind a key or in a list: words, a list in brackets, or one field of a deeper level."""
    if words.startswith("[") and words.endswith("]"):
        return [scalar(part) for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", words[1:-1]) if part.strip()]
    named = KEY.match(words)
    if named is not None and named["key"].lower() in {"name", "nom"} and named["value"]:
        return {"name": scalar(named["value"])}
    return scalar(words)


def scalar(words: str) -> str:
    """Words of a field without the marks around them and a remark behind them."""
    bare = words.strip()
    if bare[:1] in {'"', "'"} and bare.endswith(bare[0]) and len(bare) > 1:
        within = bare[1:-1]
        return within.replace('\\"', '"') if bare[0] == '"' else within.replace("''", "'")
    return re.sub(r"\s+#\s.*\Z", "", bare)


def unmarked(text: str) -> str:
    """The words of a Markdown text: headings and lead-ins as paragraphs of their own, all other marks taken away."""
    text = COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = LEAD_IN.sub(lambda m: f"{m['words'].strip()}\n\n", QUOTED.sub("", text))
    text = UNDERLINE.sub(lambda m: f"\n{m['words'].strip()}\n", text)
    text = HEADING.sub(lambda m: f"\n{m['words'].strip()}\n", RULE.sub("", text))
    text = NOTE.sub("", TARGET.sub("", PICTURE.sub("", text)))
    text = BULLET.sub(lambda m: f"{m['indent']}• ", text)
    for pattern in (LINK, ADDRESS, CODE, STRUCK, STRONG, STRONG, EMPHASIS, EMPHASIS):  # twice: one within the other
        text = pattern.sub(lambda m: m["words"], text)
    text = ESCAPED.sub(lambda m: m["sign"], text)
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip()
