"""What is affirmed, denied or left open by who speaks in a set phrase: the phrase itself leaves nothing open."""

from tests.claims.pile import dossier_of


def test_what_somebody_speaks_up_to_say_is_said_to_be() -> None:
    dossier = dossier_of(
        "Si la préfète Odile Marchand a pris la plume, c'est pour dire que la société Arvenne a vendu le bac."
    )
    (sold,) = [s for s in dossier.statements if s.event.predicate.text == "vendu"]
    assert (sold.stance, sold.realis) == ("affirms", "actual")


def test_what_is_supposed_inside_a_content_is_supposed() -> None:
    dossier = dossier_of("A customs officer came clean: if the Orvane company sold the ferry, the line will close.")
    sold = [s for s in dossier.statements if s.event.predicate.text == "sold"]
    assert all(s.realis == "hypothetical" for s in sold)


def test_nothing_in_what_somebody_denies_is_affirmed_by_them() -> None:
    dossier = dossier_of(
        "Mayor Ada Lind gave a flat denial to those who write that Orvane sold the ferry, leaving 200 passengers stranded."
    )
    attributions = {a.id: a for a in dossier.attributions}
    held = [(s, attributions.get(s.attribution or "")) for s in dossier.statements]
    by_her = [s for s, a in held if a is not None and a.source is not None and "Ada Lind" in a.source.text]
    assert "denies" in {s.stance for s in by_her}
    assert not [s for s in by_her if s.stance == "affirms" and s.realis == "actual"]


def test_a_verb_read_as_a_participle_is_denied_with_its_clause() -> None:
    dossier = dossier_of("The Orvane company rejects any suggestion that the Brenner plant dumped solvent in the lake.")
    (dumped,) = [s for s in dossier.statements if s.event.predicate.text == "dumped"]
    assert dumped.stance == "denies"


def test_who_denies_in_a_frame_is_not_the_word_beside_the_event() -> None:
    dossier = dossier_of(
        "Calomnie, mensonge : la société Arvenne n'a pas de mots assez durs pour démentir la vente du bac."
    )
    attributions = {a.id: a for a in dossier.attributions}
    (sale,) = [s for s in dossier.statements if s.event.predicate.text == "vente"]
    source = attributions[sale.attribution or ""].source
    assert sale.stance == "denies"
    assert source is not None
    assert source.text == "la société Arvenne"
