"""Who is who across reports: short forms, offices, other languages, outlets that are only cited, a user's own table."""

from pathlib import Path

import pytest

from recoupe.actors.spellings import folded_name
from recoupe.errors import PackError
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.languages.own_institutions import NO_INSTITUTIONS, OwnInstitutions, read_institutions
from recoupe.model import Actor, Dossier
from recoupe.pipeline import analyse_reading


def dossier_of(*texts: str, institutions: OwnInstitutions = NO_INSTITUTIONS) -> Dossier:
    reading = read_files([Raw(f"{i}.txt", t.encode("utf-8")) for i, t in enumerate(texts)])
    return analyse_reading(reading, institutions=institutions)


def speaker(dossier: Dossier, words: str) -> Actor:
    """The actor of the source with these words."""
    found = {a.actor for a in dossier.attributions if a.source is not None and a.source.text == words}
    assert len(found) == 1, f"{words}: {found}"
    actors = {a.id: a for a in dossier.actors}
    return actors[found.pop() or ""]


def test_a_short_form_takes_up_the_body_of_its_kind() -> None:
    dossier = dossier_of(
        "La préfecture de l'Orbise a annoncé que le pont serait fermé. La préfecture a précisé que les travaux dureraient.",
        "The bridge will stay shut, the prefecture said.",
    )
    first = speaker(dossier, "La préfecture de l'Orbise")
    assert speaker(dossier, "La préfecture") == first
    assert speaker(dossier, "the prefecture") == first


def test_an_office_without_its_body_belongs_to_the_only_one_of_its_kind() -> None:
    dossier = dossier_of(
        "La préfecture de l'Orbise a annoncé que le pont serait fermé.",
        "Le pont serait fermé, a dit la préfète, Ysaure Tavel.",
    )
    assert speaker(dossier, "la préfète, Ysaure Tavel").institution == speaker(dossier, "La préfecture de l'Orbise").id


def test_a_sentence_tells_for_whom_somebody_speaks() -> None:
    dossier = dossier_of("Clara Vimel affirme que le pont a cédé. Clara Vimel s'exprime au nom de la mairie de Sérac.")
    actors = {a.id: a.name for a in dossier.actors}
    assert actors[speaker(dossier, "Clara Vimel").institution or ""] == "mairie de Sérac"


def test_one_body_in_two_languages() -> None:
    dossier = dossier_of(
        "L'hôpital Saint-Orens a confirmé que trois marins avaient été soignés.",
        "Saint-Orens Hospital confirmed that three sailors had been treated.",
    )
    assert speaker(dossier, "L'hôpital Saint-Orens") == speaker(dossier, "Saint-Orens Hospital")


def test_a_go_between_is_an_outlet_in_every_report() -> None:
    dossier = dossier_of(
        "Ana Corbel told the news site The Inkwell that the bridge had collapsed.",
        "The bridge had collapsed, according to The Inkwell.",
    )
    assert speaker(dossier, "The Inkwell").type == "outlet"


def test_an_indefinite_person_is_described_whatever_the_parse_says() -> None:
    dossier = dossier_of("According to someone close to the matter, the bridge had collapsed.")
    assert speaker(dossier, "someone close to the matter").anonymity is not None


def test_a_name_known_from_another_report_may_end_a_text() -> None:
    dossier = dossier_of("Le pont a cédé, a dit la maire Clara Vimel.", "Le pont a cédé, selon Clara Vimel")
    assert speaker(dossier, "Clara Vimel") == speaker(dossier, "la maire Clara Vimel")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladislav Korenskyy", "Vladislav Korensky"),
        ("Vladislav Korensky", "Владислав Коренский"),
        ("Sergueï Tarouchov", "Sergei Tarushov"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other)


def test_other_names_are_not_spellings() -> None:
    assert folded_name("Vladislav Korensky") != folded_name("Vladimir Korensky")


REPORT = "Les pompes ont été livrées à Sérac, a dit Luc Ferran. La société Dorval affirme que les pompes ont été livrées à Sérac."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("own.toml", '[[institutions]]\nname = "Luc Ferran"\ntype = "person"\nof = "Dorval"\n'),
        ("own.tsv", "name\ttype\tof\nLuc Ferran\tperson\tDorval\n"),
    ],
)
def test_a_table_of_ones_own_places_an_actor_and_says_so(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    dossier = dossier_of(REPORT, institutions=read_institutions(tmp_path / name))
    actors = {a.id: a.name for a in dossier.actors}
    assert actors[speaker(dossier, "Luc Ferran").institution or ""] == "Dorval"
    notes = [n.message for n in dossier.notes if n.code == "institutions"]
    assert notes == [f"Luc Ferran is taken to belong to Dorval ({name}, line {1 if name.endswith('toml') else 2})"]
    assert dossier.options["institutions"] == name


def test_a_line_of_the_table_holds_at_its_dates_only(tmp_path: Path) -> None:
    table = tmp_path / "own.toml"
    table.write_text(
        '[[institutions]]\nname = "Luc Ferran"\ntype = "person"\nof = "Dorval"\nuntil = 2020-01-01\n', encoding="utf-8"
    )
    dossier = dossier_of(
        f"Le pont\n\nL'Écho de Sérac, 3 mars 2025\n\n{REPORT}\n", institutions=read_institutions(table)
    )
    assert speaker(dossier, "Luc Ferran").institution is None
    assert any("left as the reports show" in n.message for n in dossier.notes)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("own.toml", '[[institutions]]\nname = "A"\n\n[[institutions]]\nnmae = "B"\n', "line 4"),
        ("own.toml", '[[institutions]]\nname = "A"\nof = "A"\n', "cannot belong to itself"),
        ("own.tsv", "name\tof\nA\tB\nC\tD\tE\n", "line 3"),
        ("own.tsv", "nom\tof\nA\tB\n", "line 1"),
        ("own.csv", "name\nA\n", "neither in .toml nor in .tsv"),
    ],
)
def test_a_mistake_in_the_table_is_told_with_its_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=told):
        read_institutions(tmp_path / name)


def test_a_mission_is_taken_up_and_where_it_sits_is_no_outlet() -> None:
    dossier = dossier_of(
        "La mission iranienne auprès des Nations Unies à New York a réaffirmé la position de Téhéran sur le port : "
        "« L'Iran considère que le port restera ouvert. » La mission a ajouté que les quais étaient sûrs.",
    )
    first = speaker(dossier, "La mission iranienne auprès des Nations Unies à New York")
    assert speaker(dossier, "La mission") == first and first.root is not None
    assert not any(a.type == "outlet" for a in dossier.actors)


def test_a_possessive_before_a_word_of_feeling_is_the_subject() -> None:
    dossier = dossier_of("La préfecture de l'Orbise a réitéré sa crainte que le barrage cède avant la nuit.")
    assert speaker(dossier, "sa").type == "organisation"


def test_a_demonstrative_with_a_capital_is_no_acronym() -> None:
    dossier = dossier_of("Ces nouvelles pompes renforceraient la digue. Ces pompes viennent de Sérac.")
    assert not any("syndicats" in a.name for a in dossier.actors)


def test_words_behind_a_colon_and_an_outlets_account_have_their_speaker() -> None:
    dossier = dossier_of(
        "La société Dorval a réaffirmé sa position sur le chantier : « La digue tiendra tout l'hiver. »",
        "Cette annonce fait suite à une information de l'agence Reuters, qui annonçait l'imminence d'une livraison de "
        "pompes à Sérac, ainsi que la formation de dizaines de pompiers.",
    )
    quoted = [a for a in dossier.attributions if a.content[0].text.startswith("La digue tiendra")]
    assert [a.source.text for a in quoted if a.source is not None] == ["La société Dorval"]
    told = [a for a in dossier.attributions if "imminence" in a.content[0].text]
    assert len(told) == 1 and "pompiers" in told[0].content[0].text
    assert {a.id: a.name for a in dossier.actors}[told[0].actor or ""] == "Reuters"


def test_an_agency_that_tells_what_its_letters_stand_for_is_one_actor() -> None:
    dossier = dossier_of(
        "DORVAL, 12 mars (ADP) — Le port est fermé, ont déclaré à l'Agence dorvalienne de presse (ADP) deux dockers.\n\n"
        "Le maire a confirmé à l'ADP la fermeture du port."
    )
    assert [a.type for a in dossier.actors if a.name == "ADP"] == ["outlet"]


def test_an_adjective_of_a_name_that_the_pile_tells_is_whose_a_body_is() -> None:
    dossier = dossier_of(
        "La Brénavie a fermé sa frontière. Le ministère brénavien de la Défense a annoncé que deux soldats étaient morts.",
        "Brenavia has closed its border. The Brenavian Defence Ministry said that two soldiers had died.",
    )
    actors = {a.id: a for a in dossier.actors}
    french = speaker(dossier, "Le ministère brénavien de la Défense")
    english = speaker(dossier, "The Brenavian Defence Ministry")
    assert french.root == english.root
    assert actors[french.root or ""].name in {"Brénavie", "Brenavia"}


def test_ministries_of_two_invented_states_stay_two() -> None:
    dossier = dossier_of(
        "Brenavia and Costelia are at war. The Brenavian Defence Ministry said that two soldiers had died.",
        "Brenavia and Costelia are at war. The Costelian Defence Ministry said that nobody had died.",
    )
    roots = {speaker(dossier, f"The {nation} Defence Ministry").root for nation in ("Brenavian", "Costelian")}
    assert len(roots) == 2


def test_a_rank_does_not_hide_the_office_before_it() -> None:
    dossier = dossier_of(
        "« Rien n'est parti », a réagi le porte-parole du ministère brénavien de la Défense, le colonel Iven Rask."
        " La Brénavie se tait."
    )
    person = next(a for a in dossier.actors if a.name == "Iven Rask")
    names = {a.id: a.name for a in dossier.actors}
    assert person.type == "person"
    assert "Brénavie" in {
        names.get(person.root or ""),
        names.get(person.institution or ""),
    } or "ministère" in names.get(person.institution or "", "")


def test_a_surname_of_several_words_is_its_full_name() -> None:
    dossier = dossier_of(
        "Le porte-parole du ministère, Salem Bin Darouz, a dit que les marins étaient libres."
        " Les autres rentreront en mars, a ajouté M. Bin Darouz."
    )
    assert {a.name for a in dossier.actors if "Darouz" in a.name} == {"Salem Bin Darouz"}


def test_who_stands_between_is_the_office_that_passes_on_and_no_outlet() -> None:
    dossier = dossier_of("Le ministre, citant les services secrets, affirme que le navire est parti.")
    assert [a.type for a in dossier.actors if a.name == "Le ministre"] == ["role"]


def test_a_name_that_a_report_shows_to_be_a_bodys_is_one_everywhere() -> None:
    dossier = dossier_of(
        "Le gestionnaire de réseau Volnec a reconnu un incident samedi.",
        "Volnec said the line was safe. A spokeswoman for Volnec declined to comment.",
    )
    assert speaker(dossier, "Le gestionnaire de réseau Volnec") == speaker(dossier, "Volnec")
    assert speaker(dossier, "Volnec").type == "organisation"


def test_a_surname_alone_is_the_only_person_of_the_pile_who_bears_it() -> None:
    dossier = dossier_of(
        "Professor Anselm Okro, who leads the work at Port Ansel University, said the trial had been stopped.",
        "Okro acknowledged that he had raised concerns.",
        "La maire de Saint-Orens, Odile Marchet, a écrit à l'entreprise. Odile Marchet a dit que personne n'avait répondu.",
        "« Nous avons écrit », affirme Mme Marchet.",
    )
    assert speaker(dossier, "Okro") == speaker(dossier, "Professor Anselm Okro")
    assert speaker(dossier, "Mme Marchet") == speaker(dossier, "Odile Marchet")


def test_a_place_is_not_whoever_bears_its_name() -> None:
    dossier = dossier_of(
        "Anaïs Verdon a dit que la route était fermée.",
        "L'accident a eu lieu à Verdon. Verdon a dit vouloir porter plainte.",
    )
    assert speaker(dossier, "Verdon") != speaker(dossier, "Anaïs Verdon")


def test_an_office_is_the_only_head_of_its_body_in_every_report() -> None:
    dossier = dossier_of(
        "Le préfet de l'Orbise, Bertrand Castel, informe que le feu est fixé. Le préfet rappelle que l'accès est interdit.",
        "La préfecture de l'Orbise a fermé le massif. Il fallait partir, a dit le préfet.",
        "The mayor of Brack, Tom Ellery, said the bridge would stay shut. Ellery said it was old.",
        "It will cost too much, the mayor said.",
    )
    prefect = speaker(dossier, "Le préfet de l'Orbise, Bertrand Castel")
    assert speaker(dossier, "Le préfet") == speaker(dossier, "le préfet") == prefect
    assert speaker(dossier, "the mayor") == speaker(dossier, "Ellery")


def test_a_body_is_taken_up_by_the_noun_of_its_own_name_and_by_its_letters() -> None:
    dossier = dossier_of(
        "The Coastal Grain Authority said the silo had burned. The authority said it would rebuild.",
        "The CGA denied that the silo had leaked.",
        "L'Agence régionale de l'eau a fermé le puits. L'Agence a précisé que les travaux dureraient.",
        "Selon le Conseil national des ports, la coque était fendue. « La coque était fendue », a redit le Conseil.",
    )
    body = speaker(dossier, "The Coastal Grain Authority")
    assert speaker(dossier, "The authority") == speaker(dossier, "The CGA") == body
    assert body.name == "Coastal Grain Authority"
    assert speaker(dossier, "L'Agence").name == "Agence régionale de l'eau"
    assert speaker(dossier, "le Conseil") == speaker(dossier, "le Conseil national des ports")


def test_who_stands_for_nobody_and_the_press_at_large_are_no_origin() -> None:
    dossier = dossier_of(
        "Volnec est mis en cause. On le sait désormais : un câble a mis le feu à la vallée. Selon la presse locale, un pylône"
        " est tombé. D'après un quotidien local, la ligne était vieille."
    )
    found = {a.source.text: a.actor for a in dossier.attributions if a.source is not None}
    actors = {a.id: a for a in dossier.actors}
    assert found.get("On") is None
    assert actors[found["la presse locale"] or ""].type == actors[found["un quotidien local"] or ""].type == "outlet"


def test_who_tells_is_not_whom_they_tell_of() -> None:
    dossier = dossier_of("A nurse at the Eastport site said the man had complained of chest pain.")
    assert speaker(dossier, "the man") != speaker(dossier, "A nurse at the Eastport site")


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("The official, who was not authorised to speak to the press, said both had received the dose.", set()),
        ("Le pont était fissuré, avait jugé la cour de Brenne, qui a débouté la commune de Sarn.", set()),
        (
            "The bridge was closed, the Sarn Post reported, citing an engineer at the National Grain Council.",
            {"the Sarn Post"},
        ),
        (
            "The silo had burned, The Northern Ledger reported, quoting an inspector at the National Water Authority.",
            {"The Northern Ledger"},
        ),
    ],
)
def test_what_is_no_relay(text: str, relays: set[str]) -> None:
    dossier = dossier_of(text)
    assert {a.relay.text for a in dossier.attributions if a.relay is not None} == relays


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Le pont était fissuré, avait conclu le tribunal de Montre, qui a condamné la société Volnec.",
            {"le tribunal de Montre"},
        ),
        ("La digue était saine, a estimé l'expert, qui a critiqué la mairie.", {"l'expert"}),
    ],
)
def test_a_relative_clause_does_not_speak_for_what_stands_before_it(text: str, sources: set[str]) -> None:
    assert {a.source.text for a in dossier_of(text).attributions if a.source is not None} == sources


def test_a_place_is_one_in_the_spellings_of_two_languages() -> None:
    dossier = dossier_of(
        "La Tarcovie a reçu douze pompes, a annoncé la Norvélie.", "Tarkovia received twelve pumps, Norvelia announced."
    )
    names = {a.name for a in dossier.actors}
    assert len(names & {"Tarcovie", "Tarkovia"}) == 1
    (claim,) = dossier.claims
    assert len(claim.reports) == 2


def test_two_places_of_one_language_stay_two() -> None:
    dossier = dossier_of(
        "La Tarcovie a reçu douze pompes. La Tarquovie en a reçu dix.", "Tarcovia received twelve pumps."
    )
    assert "Tarquovie" in {a.name for a in dossier.actors}
