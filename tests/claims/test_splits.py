"""What must not split a claim: names in two languages, articles, signs of currencies, fronted sources."""

from recoupe.actors.joining import Form, equal
from recoupe.claims.events import find_events
from recoupe.claims.participants import Aside
from recoupe.claims.phases import past_by_subject
from recoupe.claims.things import thing
from recoupe.linguistics import annotate
from recoupe.model import Document


def form(key: str, language: str, words: str, proper: str) -> Form:
    return Form(f"name:{key}", language, frozenset(words.split()), frozenset(proper.split()))


def test_a_name_meets_its_translation_word_by_word() -> None:
    english = form("rural alliance", "en", "rural alliance", "rural alliance")
    french = form("alliance rurale", "fr", "alliance rurale", "alliance")
    assert equal(english, french)
    assert not equal(english, form("alliance civique", "fr", "alliance civique", "alliance"))


def test_one_word_meets_itself_but_for_an_article_in_names_alone() -> None:
    one = form("les tilleuls", "en", "tilleuls", "tilleuls")
    assert equal(one, form("tilleuls", "fr", "tilleuls", "tilleuls"))
    assert not equal(one, Form("body:court:tilleuls", "fr", frozenset({"tilleuls"}), frozenset({"tilleuls"})))


def test_a_currency_meets_its_sign() -> None:
    assert thing("€", "en").agrees(thing("euro", "fr"))
    assert not thing("€", "en").one_word(thing("dollar", "fr"))


def test_a_past_like_its_present_is_told_by_its_subject() -> None:
    assert told_past("The Ardoval company let a barge sink in the harbour.", "let")
    assert not told_past("The companies let barges sink in the harbour.", "let")


def test_a_fronted_source_is_no_doer() -> None:
    text = (
        "According to the television channel Canal Sud, which cites a witness, the MP Jean Dorval reportedly "
        "knocked down a cyclist on the quay."
    )
    annotation = annotate(Document("d", "x", "", text, True, "und"), {}).annotation
    knocked = next(e for e in find_events(annotation, {}, Aside()) if annotation.tokens[e.token].text == "knocked")
    doer = knocked.fillers.get("agent")
    assert doer is None or annotation.tokens[doer[0]].text != "channel"


def told_past(text: str, verb: str) -> bool:
    annotation = annotate(Document("d", "x", "", text, True, "und"), {}).annotation
    return past_by_subject(annotation, next(t for t in annotation.tokens if t.text == verb))
