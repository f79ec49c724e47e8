"""Who says what in the frames of French newsrooms: set phrases, sentences beside the words told, outlets and their people."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document


def found(text: str) -> tuple[Attribution, ...]:
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


TOLD = [  # text, a word of what is said, words of its source, words of its relay
    ("La préfète Odile Marchand n'y va pas par quatre chemins : la digue de Sornay a cédé.", "digue", "Odile Marchand", None),
    ("Le batelier Yvon Rault a vidé son sac : la digue de Sornay a cédé.", "digue", "Yvon Rault", None),
    ("Jeudi, à la tribune, la préfète Odile Marchand a rompu le silence : la digue de Sornay a cédé.",
     "digue", "Odile Marchand", None),
    ("Le batelier Yvon Rault campe sur ses positions : la digue de Sornay a cédé.", "digue", "Yvon Rault", None),
    ("« La digue de Sornay a cédé. » Le batelier Yvon Rault ne mâche pas ses mots.", "digue", "Yvon Rault", None),
    ("9 h 40. Le batelier Yvon Rault prend le micro. « La digue de Sornay a cédé. »", "digue", "Yvon Rault", None),
    ("La digue de Sornay a cédé. La préfète Odile Marchand est formelle.", "digue", "Odile Marchand", None),
    ("La digue de Sornay a cédé, une information confirmée par la préfète Odile Marchand.", "digue", "Odile Marchand", None),
    ("La digue de Sornay aurait cédé – du moins si l'on s'en tient à la version de la préfète Odile Marchand.",
     "digue", "Odile Marchand", None),
    ("Ce que raconte le batelier Yvon Rault est accablant : la digue de Sornay a cédé.", "digue", "Yvon Rault", None),
    ("Le récit qu'en fait le batelier Yvon Rault tient en une ligne. La digue de Sornay a cédé.", "digue", "Yvon Rault", None),
    ("Le batelier Yvon Rault montre du doigt la société Ferval, coupable à ses yeux d'avoir percé la digue.",
     "digue", "Yvon Rault", None),
    ("Les explications de l'hôpital de Sornay ont été brèves : la chaudière du sous-sol a explosé.",
     "chaudière", "hôpital de Sornay", None),
    ("« Nous avons la preuve que la digue de Sornay a cédé », dit la préfète Odile Marchand.", "digue", "Odile Marchand", None),
    ("« Le public a le droit de savoir que la digue a cédé », plaide la préfète Odile Marchand.",
     "digue", "Odile Marchand", None),
    ("La rédaction de Radio Brune est en mesure de l'affirmer : la digue de Sornay a cédé.", "digue", "Radio Brune", None),
    ("La digue de Sornay a cédé, lit-on sur le site de Radio Brune.", "digue", "Radio Brune", None),
    ("La digue de Sornay a cédé (source : Radio Brune).", "digue", "Radio Brune", None),
    ("INFO RADIO BRUNE – La digue de Sornay a cédé.", "digue", "RADIO BRUNE", None),
    ("Au sommaire de Radio Brune : comment la digue de Sornay a cédé.", "digue", "Radio Brune", None),
    ("Nos confrères de Radio Brune annoncent la rupture de la digue de Sornay.", "rupture", "Radio Brune", None),
    ("Un reportage de Radio Brune, diffusé mardi, revient sur la rupture de la digue de Sornay.",
     "rupture", "Radio Brune", None),
    ("Radio Brune donne la parole au batelier Yvon Rault. Sa réponse : la digue de Sornay a cédé.",
     "digue", "Yvon Rault", "Radio Brune"),
    ("Radio Brune a questionné le batelier Yvon Rault, qui acquiesce : la digue de Sornay a cédé.",
     "digue", "Yvon Rault", "Radio Brune"),
    ("C'est le batelier Yvon Rault qui a mis Radio Brune sur la piste : la digue de Sornay a cédé.",
     "digue", "Yvon Rault", "Radio Brune"),
    ("La digue de Sornay a cédé. L'indiscrétion vient d'un ingénieur, et c'est Radio Brune qui la publie.",
     "digue", "un ingénieur", "Radio Brune"),
    ("La préfète Odile Marchand a confirmé la rupture de la digue de Sornay à Radio Brune.",
     "rupture", "Odile Marchand", "Radio Brune"),
    ("Selon un ingénieur dont Radio Brune tait le nom, la digue de Sornay aurait cédé.", "digue", "un ingénieur", "Radio Brune"),
    ("« La digue de Sornay a cédé. » Le batelier Yvon Rault vient de se confier à Radio Brune, en marge d'un conseil.",
     "digue", "Yvon Rault", "Radio Brune"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "source", "relay"), TOLD, ids=[c[0][:50] for c in TOLD])
def test_who_told_it_is_read(text: str, word: str, source: str, relay: str | None) -> None:
    told = [a for a in found(text) if a.source and source in a.source.text and any(word in c.text for c in a.content)]
    assert told
    assert relay is None or any(a.relay and relay in a.relay.text for a in told)


NOT_TOLD = [
    "Le batelier est en retard : la digue de Sornay a cédé.",
    "La préfète Odile Marchand a pris la parole. La digue de Sornay a cédé.",
    "La direction a signé l'accord : la digue de Sornay sera rebâtie.",
    "Radio Brune a ouvert un studio sur la place du marché.",
    "L'attaque de la banque a duré une heure : deux hommes ont pris la fuite.",
]


@pytest.mark.parametrize("text", NOT_TOLD, ids=[t[:50] for t in NOT_TOLD])
def test_what_nobody_says_is_put_down_to_nobody(text: str) -> None:
    assert not found(text)
