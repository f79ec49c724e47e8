"""The page: self-contained, hostile texts harmless, every link to an anchor, messages whole and without a verdict."""

import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

import recoupe
from recoupe.ingest import read
from recoupe.model import Dossier
from recoupe.pipeline import analyse_reading
from recoupe.report import render
from recoupe.report.schema import contract_schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema" / "recoupe-1.json"
PACKAGE = Path(recoupe.__file__).parent
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) \u202ereversed\u202c"
TEXT = (
    f"La préfecture a annoncé que la société Dorval aurait livré des pompes à la ville de Sérac. {HOSTILE}\n\n"
    "« Dorval n'a livré aucune pompe », a répondu la directrice, Anna Dorval."
)
VERDICTS = re.compile(
    r"\b(true|false|reliable|unreliable|confirmed|verified|fake|vraie?s?|fausses?|faux|fiables?|confirmée?s?|vérifiée?s?)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "<b onload=x>un.txt").write_text(TEXT, encoding="utf-8")
    (folder / "deux.txt").write_text(TEXT.replace("annoncé", "affirmé"), encoding="utf-8")
    return analyse_reading(read([str(folder)]))


class Tags(HTMLParser):
    """Tags and attributes of a page, ids and targets of links."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        for key, value in attrs:
            if key == "id" and value:
                self.ids.append(value)
            if key == "href" and value:
                self.targets.append(value)


@pytest.mark.parametrize("ui", ["fr", "en"])
def test_the_page_is_self_contained_and_runs_nothing_of_a_report(dossier: Dossier, ui: str) -> None:
    page = Tags()
    page.feed(render(dossier, "html", ui).decode("utf-8"))
    assert page.tags.count("script") == 1
    assert not {"img", "iframe", "link", "object", "form"} & set(page.tags)
    assert not [key for key, _ in page.attributes if key.startswith("on") or key == "src"]
    assert all(target.startswith("#") for target in page.targets)


def test_every_link_has_its_anchor(dossier: Dossier) -> None:
    page = Tags()
    page.feed(render(dossier, "html", "en").decode("utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert {t[1:] for t in page.targets} <= set(page.ids)


def test_the_reader_holds_the_whole_text(dossier: Dossier) -> None:
    page = render(dossier, "html", "en").decode("utf-8")
    shown = re.findall(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    import html

    texts = [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in shown]
    assert texts == [d.text for d in dossier.documents]


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier) -> None:
    for form in ("html", "md", "json"):
        assert render(dossier, form, "fr") == render(dossier, form, "fr")


def test_markdown_tells_the_claims(dossier: Dossier) -> None:
    text = render(dossier, "md", "en").decode("utf-8")
    assert text.startswith("# ")
    assert "<script>" not in text


def test_json_is_the_contract(dossier: Dossier) -> None:
    jsonschema.validate(json.loads(render(dossier, "json", "en")), json.loads(contract_schema()))


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_bytes() == contract_schema(), "run: recoupe schema > docs/schema/recoupe-1.json"


def words_of(language: str) -> dict[str, str]:
    return tomllib.loads((PACKAGE / "report" / "messages" / f"{language}.toml").read_text(encoding="utf-8"))


def test_messages_of_both_languages_have_the_same_keys_and_places() -> None:
    french, english = words_of("fr"), words_of("en")
    assert french.keys() == english.keys()
    for key, sentence in english.items():
        assert set(re.findall(r"\{\w+\}", sentence)) == set(re.findall(r"\{\w+\}", french[key])), key


def test_our_own_words_hold_no_verdict(dossier: Dossier) -> None:
    ours = [*words_of("fr").values(), *words_of("en").values()]
    ours += [re.sub(r"\{[^}]*\}|\{%.*?%\}", "", x.message) for x in (*dossier.notes, *dossier.limits)]
    ours += [s.text for s in dossier.summary]
    assert [sentence for sentence in ours if VERDICTS.search(sentence)] == []
