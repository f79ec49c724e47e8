"""Forms of verbs written from grammars: French models with their stems, English irregular verbs.

French: each entry gives the stems that a model needs; endings are regular. The forms are for looking up lemmas, so a
form too many does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator

Form = tuple[str, str]  # class as in `recoupe.pipelines.lemmatizer.tag_class`, form

_FUTURE = ["ai", "as", "a", "ons", "ez", "ont"]
_CONDITIONAL = ["ais", "ait", "ions", "iez", "aient"]
_PAST = {
    "a": ["ai", "as", "a", "âmes", "âtes", "èrent"],
    "i": ["is", "it", "îmes", "îtes", "irent"],
    "u": ["us", "ut", "ûmes", "ûtes", "urent"],
    "in": ["ins", "int", "înmes", "întes", "inrent"],
}
_SUBJUNCTIVE_PAST = {
    "a": ["asse", "asses", "ât", "assions", "assiez", "assent"],
    "i": ["isse", "isses", "ît", "issions", "issiez", "issent"],
    "u": ["usse", "usses", "ût", "ussions", "ussiez", "ussent"],
    "in": ["insse", "înt", "inssions", "inssent"],
}

# infinitive endings -> present sing. (1-2, 3), stem plural, 3rd plural, future stem, past stem and class, participles
_MODELS: dict[str, tuple[list[str], list[str], str, str, str, str, list[str]]] = {
    # ending: (present singular, (subjunctive extra), plural stem, 3pl, future, past stem|class, participle)
    "venir": (["viens", "vient"], ["vienne", "viennes"], "ven", "viennent", "viendr", "v|in", ["venu"]),
    "tenir": (["tiens", "tient"], ["tienne", "tiennes"], "ten", "tiennent", "tiendr", "t|in", ["tenu"]),
    "mentir": (["mens", "ment"], ["mente", "mentes"], "ment", "mentent", "mentir", "ment|i", ["menti"]),
    "sentir": (["sens", "sent"], ["sente", "sentes"], "sent", "sentent", "sentir", "sent|i", ["senti"]),
    "partir": (["pars", "part"], ["parte", "partes"], "part", "partent", "partir", "part|i", ["parti"]),
    "sortir": (["sors", "sort"], ["sorte", "sortes"], "sort", "sortent", "sortir", "sort|i", ["sorti"]),
    "servir": (["sers", "sert"], ["serve", "serves"], "serv", "servent", "servir", "serv|i", ["servi"]),
    "dormir": (["dors", "dort"], ["dorme", "dormes"], "dorm", "dorment", "dormir", "dorm|i", ["dormi"]),
    "courir": (["cours", "court"], ["coure", "coures"], "cour", "courent", "courr", "cour|u", ["couru"]),
    "mourir": (["meurs", "meurt"], ["meure", "meures"], "mour", "meurent", "mourr", "mour|u", ["mort"]),
    "ouvrir": (["ouvre", "ouvres"], [], "ouvr", "ouvrent", "ouvrir", "ouvr|i", ["ouvert"]),
    "offrir": (["offre", "offres"], [], "offr", "offrent", "offrir", "offr|i", ["offert"]),
    "souffrir": (["souffre", "souffres"], [], "souffr", "souffrent", "souffrir", "souffr|i", ["souffert"]),
    "cueillir": (["cueille", "cueilles"], [], "cueill", "cueillent", "cueiller", "cueill|i", ["cueilli"]),
    "quérir": (["quiers", "quiert"], ["quière", "quières"], "quér", "quièrent", "querr", "qu|i", ["quis"]),
    "vêtir": (["vêts", "vêt"], ["vête"], "vêt", "vêtent", "vêtir", "vêt|i", ["vêtu"]),
    "fuir": (["fuis", "fuit"], ["fuie"], "fuy", "fuient", "fuir", "fu|i", ["fui"]),
    "cevoir": (["çois", "çoit"], ["çoive", "çoives"], "cev", "çoivent", "cevr", "ç|u", ["çu"]),
    "devoir": (["dois", "doit"], ["doive", "doives"], "dev", "doivent", "devr", "d|u", ["dû", "due", "dus", "dues"]),
    "pouvoir": (
        ["peux", "peut", "puis"],
        ["puisse", "puisses", "puissions", "puissiez", "puissent"],
        "pouv",
        "peuvent",
        "pourr",
        "p|u",
        ["pu"],
    ),
    "vouloir": (
        ["veux", "veut"],
        ["veuille", "veuilles", "veuillent", "veuillez"],
        "voul",
        "veulent",
        "voudr",
        "voul|u",
        ["voulu"],
    ),
    "savoir": (
        ["sais", "sait"],
        ["sache", "saches", "sachions", "sachiez", "sachent", "sachez", "sachons"],
        "sav",
        "savent",
        "saur",
        "s|u",
        ["su"],
    ),
    "valoir": (["vaux", "vaut"], ["vaille", "vaillent"], "val", "valent", "vaudr", "val|u", ["valu"]),
    "falloir": (["faut"], ["faille"], "fall", "faut", "faudr", "fall|u", ["fallu"]),
    "mouvoir": (["meus", "meut"], ["meuve", "meuvent"], "mouv", "meuvent", "mouvr", "m|u", ["mu", "mû"]),
    "voir": (["vois", "voit"], ["voie", "voies"], "voy", "voient", "verr", "v|i", ["vu"]),
    "prévoir": (["prévois", "prévoit"], ["prévoie"], "prévoy", "prévoient", "prévoir", "prév|i", ["prévu"]),
    "asseoir": (
        ["assieds", "assied", "assois", "assoit"],
        ["asseye", "assoie"],
        "assey",
        "assoient",
        "assiér",
        "ass|i",
        ["assis"],
    ),
    "surseoir": (["sursois", "sursoit"], ["sursoie"], "sursoy", "sursoient", "surseoir", "surs|i", ["sursis"]),
    "prendre": (["prends", "prend"], ["prenne", "prennes"], "pren", "prennent", "prendr", "pr|i", ["pris"]),
    "mettre": (["mets", "met"], ["mette", "mettes"], "mett", "mettent", "mettr", "m|i", ["mis"]),
    "battre": (["bats", "bat"], ["batte"], "batt", "battent", "battr", "batt|i", ["battu"]),
    "dire": (["dis", "dit"], ["dise", "dises", "dites"], "dis", "disent", "dir", "d|i", ["dit"]),
    "écrire": (["écris", "écrit"], ["écrive"], "écriv", "écrivent", "écrir", "écriv|i", ["écrit"]),
    "crire": (["cris", "crit"], ["crive"], "criv", "crivent", "crir", "criv|i", ["crit"]),
    "lire": (["lis", "lit"], ["lise"], "lis", "lisent", "lir", "l|u", ["lu"]),
    "rire": (["ris", "rit"], ["rie"], "ri", "rient", "rir", "r|i", ["ri"]),
    "duire": (["duis", "duit"], ["duise"], "duis", "duisent", "duir", "duis|i", ["duit"]),
    "truire": (["truis", "truit"], ["truise"], "truis", "truisent", "truir", "truis|i", ["truit"]),
    "nuire": (["nuis", "nuit"], ["nuise"], "nuis", "nuisent", "nuir", "nuis|i", ["nui"]),
    "suffire": (["suffis", "suffit"], ["suffise"], "suffis", "suffisent", "suffir", "suff|i", ["suffi"]),
    "faire": (
        ["fais", "fait"],
        ["fasse", "fasses", "fassions", "fassiez", "fassent", "faites"],
        "fais",
        "font",
        "fer",
        "f|i",
        ["fait"],
    ),
    "plaire": (["plais", "plaît", "plait"], ["plaise"], "plais", "plaisent", "plair", "pl|u", ["plu"]),
    "taire": (["tais", "tait"], ["taise"], "tais", "taisent", "tair", "t|u", ["tu"]),
    "traire": (["trais", "trait"], ["traie"], "tray", "traient", "trair", "tray|i", ["trait"]),
    "naître": (["nais", "naît", "nait"], ["naisse"], "naiss", "naissent", "naîtr", "naqu|i", ["né"]),
    "connaître": (
        ["connais", "connaît", "connait"],
        ["connaisse"],
        "connaiss",
        "connaissent",
        "connaîtr",
        "conn|u",
        ["connu"],
    ),
    "paraître": (["parais", "paraît", "parait"], ["paraisse"], "paraiss", "paraissent", "paraîtr", "par|u", ["paru"]),
    "croître": (["croîs", "croît"], ["croisse"], "croiss", "croissent", "croîtr", "crû|u", ["crû"]),
    "croire": (["crois", "croit"], ["croie"], "croy", "croient", "croir", "cr|u", ["cru"]),
    "boire": (["bois", "boit"], ["boive"], "buv", "boivent", "boir", "b|u", ["bu"]),
    "suivre": (["suis", "suit"], ["suive"], "suiv", "suivent", "suivr", "suiv|i", ["suivi"]),
    "vivre": (["vis", "vit"], ["vive"], "viv", "vivent", "vivr", "véc|u", ["vécu"]),
    "conclure": (["conclus", "conclut"], ["conclue"], "conclu", "concluent", "conclur", "concl|u", ["conclu"]),
    "inclure": (["inclus", "inclut"], ["inclue"], "inclu", "incluent", "inclur", "incl|u", ["inclus"]),
    "exclure": (["exclus", "exclut"], ["exclue"], "exclu", "excluent", "exclur", "excl|u", ["exclu"]),
    "soudre": (["sous", "sout"], ["solve"], "solv", "solvent", "soudr", "sol|u", ["solu", "sous"]),
    "coudre": (["couds", "coud"], ["couse"], "cous", "cousent", "coudr", "cous|i", ["cousu"]),
    "aindre": (["ains", "aint"], ["aigne"], "aign", "aignent", "aindr", "aign|i", ["aint"]),
    "eindre": (["eins", "eint"], ["eigne"], "eign", "eignent", "eindr", "eign|i", ["eint"]),
    "oindre": (["oins", "oint"], ["oigne"], "oign", "oignent", "oindr", "oign|i", ["oint"]),
    "endre": (["ends", "end"], ["ende"], "end", "endent", "endr", "end|i", ["endu"]),
    "ondre": (["onds", "ond"], ["onde"], "ond", "ondent", "ondr", "ond|i", ["ondu"]),
    "andre": (["ands", "and"], ["ande"], "and", "andent", "andr", "and|i", ["andu"]),
    "erdre": (["erds", "erd"], ["erde"], "erd", "erdent", "erdr", "erd|i", ["erdu"]),
    "ordre": (["ords", "ord"], ["orde"], "ord", "ordent", "ordr", "ord|i", ["ordu"]),
    "rompre": (["romps", "rompt"], ["rompe"], "romp", "rompent", "rompr", "romp|i", ["rompu"]),
    "vaincre": (["vaincs", "vainc"], ["vainque"], "vainqu", "vainquent", "vaincr", "vainqu|i", ["vaincu"]),
}

_THIRD_GROUP = {
    "venir": (
        "venir revenir devenir redevenir prévenir parvenir intervenir survenir provenir convenir souvenir "
        "subvenir contrevenir disconvenir advenir"
    ),
    "tenir": "tenir retenir maintenir soutenir obtenir contenir détenir entretenir appartenir abstenir",
    "mentir": "mentir démentir",
    "sentir": "sentir ressentir consentir pressentir",
    "partir": "partir repartir départir",
    "sortir": "sortir ressortir",
    "servir": "servir desservir resservir",
    "dormir": "dormir endormir rendormir",
    "courir": "courir parcourir recourir accourir secourir encourir concourir discourir",
    "mourir": "mourir",
    "ouvrir": "ouvrir couvrir découvrir recouvrir rouvrir entrouvrir",
    "offrir": "offrir",
    "souffrir": "souffrir",
    "cueillir": "cueillir accueillir recueillir",
    "quérir": "acquérir conquérir requérir enquérir reconquérir",
    "vêtir": "vêtir revêtir",
    "fuir": "fuir enfuir",
    "cevoir": "recevoir apercevoir concevoir percevoir décevoir",
    "devoir": "devoir redevoir",
    "pouvoir": "pouvoir",
    "vouloir": "vouloir",
    "savoir": "savoir",
    "valoir": "valoir équivaloir prévaloir revaloir",
    "falloir": "falloir",
    "mouvoir": "mouvoir émouvoir promouvoir",
    "voir": "voir revoir entrevoir",
    "prévoir": "prévoir",
    "asseoir": "asseoir rasseoir",
    "surseoir": "surseoir",
    "prendre": "prendre apprendre comprendre reprendre surprendre entreprendre méprendre éprendre désapprendre",
    "mettre": (
        "mettre remettre promettre permettre admettre commettre soumettre transmettre émettre démettre "
        "compromettre omettre retransmettre entremettre"
    ),
    "battre": "battre abattre combattre débattre rabattre ébattre",
    "dire": "dire redire contredire interdire prédire dédire médire",
    "écrire": "écrire récrire réécrire décrire",
    "crire": "inscrire prescrire souscrire transcrire proscrire circonscrire réinscrire",
    "lire": "lire relire élire réélire",
    "rire": "rire sourire",
    "duire": (
        "conduire produire réduire traduire introduire séduire déduire induire reproduire reconduire enduire éconduire"
    ),
    "truire": "construire détruire instruire reconstruire",
    "nuire": "nuire",
    "suffire": "suffire",
    "faire": "faire refaire défaire satisfaire contrefaire parfaire",
    "plaire": "plaire déplaire complaire",
    "taire": "taire",
    "traire": "traire extraire soustraire distraire abstraire",
    "naître": "naître renaître",
    "connaître": "connaître reconnaître méconnaître",
    "paraître": "paraître apparaître disparaître comparaître réapparaître transparaître",
    "croître": "croître accroître décroître",
    "croire": "croire",
    "boire": "boire",
    "suivre": "suivre poursuivre ensuivre",
    "vivre": "vivre survivre revivre",
    "conclure": "conclure",
    "inclure": "inclure",
    "exclure": "exclure",
    "soudre": "résoudre dissoudre absoudre",
    "coudre": "coudre recoudre",
    "aindre": "craindre contraindre plaindre",
    "eindre": (
        "peindre atteindre éteindre teindre étreindre restreindre enfreindre feindre ceindre astreindre dépeindre"
    ),
    "oindre": "joindre rejoindre adjoindre enjoindre disjoindre",
    "endre": (
        "vendre rendre défendre attendre entendre tendre étendre prétendre descendre suspendre dépendre "
        "fendre pendre revendre sous-entendre "
        "détendre mévendre pourfendre redescendre condescendre"
    ),
    "ondre": "répondre fondre confondre correspondre tondre pondre refondre",
    "andre": "répandre épandre",
    "erdre": "perdre",
    "ordre": "mordre tordre démordre",
    "rompre": "rompre interrompre corrompre",
    "vaincre": "vaincre convaincre",
}

_SECOND_GROUP_TEXT = (
    "finir agir réagir fournir garantir avertir choisir réussir définir établir rétablir subir unir "
    "réunir punir saisir ressaisir nourrir bâtir "
    "accomplir affaiblir agrandir aboutir applaudir approfondir assouplir atterrir blanchir brandir "
    "convertir divertir durcir éclaircir "
    "élargir enrichir envahir fléchir réfléchir fleurir franchir frémir gravir grandir guérir haïr "
    "intervertir investir jaillir rejaillir "
    "maigrir mûrir noircir obéir désobéir périr pâlir pourrir ralentir rafraîchir rebondir bondir remplir "
    "resplendir retentir rougir rugir "
    "surgir trahir vieillir vomir démolir démunir munir prémunir infléchir assujettir anéantir engloutir "
    "nantir pressentir dégarnir garnir "
    "raccourcir refroidir sévir compatir étourdir adoucir abolir polir vernir ternir banir bannir aigrir "
    "amortir assortir alourdir amoindrir "
    "assainir épanouir évanouir réjouir jouir éblouir enfouir faiblir gémir invertir honnir impartir "
    "répartir départir régir rétrécir roussir "
    "salir subvertir tarir trahir unir verdir affermir assagir assourdir asservir attendrir avilir "
    "circonscrir endurcir ensevelir"
)
_SECOND_GROUP = _SECOND_GROUP_TEXT.split()

_FIRST_GROUP_STEMS_TEXT = (
    "marteler appeler rappeler rejeter jeter projeter acheter racheter achever lever enlever relever "
    "soulever élever mener amener emmener ramener "
    "peser geler congeler modeler renouveler révéler répéter inquiéter compléter préférer considérer "
    "espérer céder concéder procéder accéder "
    "succéder libérer récupérer opérer coopérer gérer suggérer exagérer accélérer tolérer différer "
    "conférer transférer référer réitérer posséder "
    "régler protéger alléguer déléguer reléguer interpréter refléter décréter rétorquer semer parsemer "
    "crever déceler receler harceler démanteler "
    "morceler ficeler épeler étiqueter feuilleter cacheter projeter sécher pénétrer célébrer intégrer "
    "persévérer proférer vociférer énumérer "
    "exaspérer modérer pondérer proliférer léser assiéger abréger siéger alléger intercéder décéder "
    "précéder excéder obséder empiéter végéter "
    "aérer générer dégénérer régénérer adhérer inhérer insérer digérer ingérer délibérer légiférer "
    "obtempérer tempérer altérer désaltérer blasphémer"
)
_FIRST_GROUP_STEMS = _FIRST_GROUP_STEMS_TEXT.split()

_FRENCH_OTHER: dict[str, dict[str, str]] = {
    "être": {
        "VERB:Fin:Pres": "suis es est sommes êtes sont sois soit soyons soyez soient",
        "VERB:Fin:Imp": "étais était étions étiez étaient",
        "VERB:Fin:Past": "fus fut fûmes fûtes furent fusse fût fussions fussent",
        "VERB:Fin:Fut": "serai seras sera serons serez seront",
        "VERB:Fin": "serais serait serions seriez seraient",
        "VERB:Part:Past": "été",
        "VERB:Part:Pres": "étant",
    },
    "avoir": {
        "VERB:Fin:Pres": "ai as a avons avez ont aie aies ait ayons ayez aient",
        "VERB:Fin:Imp": "avais avait avions aviez avaient",
        "VERB:Fin:Past": "eus eut eûmes eûtes eurent eusse eût eussent",
        "VERB:Fin:Fut": "aurai auras aura aurons aurez auront",
        "VERB:Fin": "aurais aurait aurions auriez auraient",
        "VERB:Part:Past": "eu eue eus eues",
        "VERB:Part:Pres": "ayant",
    },
    "aller": {
        "VERB:Fin:Pres": "vais vas va vont aille ailles aillent",
        "VERB:Fin:Fut": "irai iras ira irons irez iront",
        "VERB:Fin": "irais irait irions iriez iraient",
    },
    "envoyer": {
        "VERB:Fin:Fut": "enverrai enverras enverra enverrons enverrez enverront",
        "VERB:Fin": "enverrais enverrait enverraient",
    },
    "renvoyer": {"VERB:Fin:Fut": "renverrai renverra renverrons renverront", "VERB:Fin": "renverrait renverraient"},
}


def _participles(forms: list[str]) -> list[str]:
    result = []
    for form in forms:
        result += [form, form + "e", form + "es"] + ([] if form.endswith("s") else [form + "s"])
    return result


def _modelled(
    infinitive: str, ending: str, model: tuple[list[str], list[str], str, str, str, str, list[str]]
) -> Iterator[Form]:
    prefix = infinitive[: len(infinitive) - len(ending)]
    if ending == "prévoir" or ending == infinitive:
        prefix = ""
    singular, other, plural, third, future, past, participle = model
    for form in [*singular, *other, third, plural + "ons", plural + "ez", plural + "es", plural + "e"]:
        yield "VERB:Fin:Pres", prefix + form
    if ending == "cevoir":
        yield "VERB:Fin:Pres", prefix + "çoivent"
    for end in ["ais", "ait", "ions", "iez", "aient"]:
        yield "VERB:Fin:Imp", prefix + plural + end
    yield from _future(prefix + future)
    stem, _, kind = past.partition("|")
    for end in [*_PAST[kind], *_SUBJUNCTIVE_PAST[kind]]:
        yield "VERB:Fin:Past", prefix + stem + end
    for form in _participles(participle):
        yield "VERB:Part:Past", prefix + form
    yield "VERB:Part:Pres", prefix + plural + "ant"
    yield "VERB:Inf", infinitive


def _future(stem: str) -> Iterator[Form]:
    for end in _FUTURE:
        yield "VERB:Fin:Fut", stem + end
    for end in _CONDITIONAL:
        yield "VERB:Fin", stem + end


def _second(infinitive: str) -> Iterator[Form]:
    stem = infinitive[:-1]
    for end in ["s", "t", "ssons", "ssez", "ssent", "sse", "sses"]:
        yield "VERB:Fin:Pres", stem + end
    for end in ["ssais", "ssait", "ssions", "ssiez", "ssaient"]:
        yield "VERB:Fin:Imp", stem + end
    yield from _future(infinitive)
    for end in ["rent", "t", "s"]:
        yield "VERB:Fin:Past", stem + end
    yield "VERB:Fin:Past", infinitive[:-2] + "ît"
    for form in _participles([stem]):
        yield "VERB:Part:Past", form
    yield "VERB:Part:Pres", stem + "ssant"
    yield "VERB:Inf", infinitive


def _first(infinitive: str) -> Iterator[Form]:
    """First-group verbs whose stem changes: `martèle`, `appelle`, `jette`, `suggère`."""
    stem = infinitive[:-2]
    consonants = ""
    index = len(stem) - 1
    while stem[index] not in "eé":
        consonants = stem[index] + consonants
        index -= 1
    changed = [stem[:index] + "è" + consonants]
    if stem[index] == "e" and consonants in {"l", "t"}:
        changed.append(stem[:index] + "e" + consonants * 2)
    for variant in changed:
        for end in ["e", "es", "ent"]:
            yield "VERB:Fin:Pres", variant + end
        yield from _future(variant + "er")


def french_forms() -> Iterator[tuple[str, str, str]]:
    """`(class, form, lemma)` of French verbs outside the plain first group."""
    for ending, verbs in _THIRD_GROUP.items():
        model = _MODELS[ending]
        for verb in verbs.split():
            name = ending if verb.endswith(ending) else "crire" if verb.endswith("crire") else ending[1:]
            chosen = _MODELS.get(name, model)
            if ending == "ouvrir" and not verb.endswith("ouvrir"):
                chosen, name = model, "ouvrir"
            for kind, form in _modelled(verb, name, chosen):
                yield kind, form, verb
    for verb in _SECOND_GROUP:
        for kind, form in _second(verb):
            yield kind, form, verb
    for verb in _FIRST_GROUP_STEMS:
        if "e" in verb[:-2] or "é" in verb[:-2]:
            for kind, form in _first(verb):
                yield kind, form, verb
    for verb, groups in _FRENCH_OTHER.items():
        for kind, forms in groups.items():
            for form in forms.split():
                yield kind, form, verb


# endings of plain first-group verbs by class; `quer`, `guer`, `ger`, `cer`, `yer` come out by their stems
FRENCH_ENDINGS: dict[str, dict[str, str]] = {
    "VERB:Fin:Pres": {
        "e": "er",
        "es": "er",
        "ent": "er",
        "ons": "er",
        "ez": "er",
        "geons": "ger",
        "çons": "cer",
        "oie": "oyer",
        "uie": "uyer",
        "oient": "oyer",
        "uient": "uyer",
        "èle": "eler",
        "èlent": "eler",
        "ète": "éter",
        "ètent": "éter",
        "ère": "érer",
        "èrent": "érer",
        "ède": "éder",
        "èdent": "éder",
        "ègue": "éguer",
        "èguent": "éguer",
        "ève": "ever",
        "èvent": "ever",
        "ène": "ener",
        "ènent": "ener",
        "èse": "eser",
        "èsent": "eser",
        "ège": "éger",
        "ègent": "éger",
        "ète un": "éter",
        "elle": "eler",
        "ellent": "eler",
        "ette": "eter",
        "ettent": "eter",
        "ît": "ir",
        "issent": "ir",
        "isse": "ir",
        "issons": "ir",
        "issez": "ir",
        "it": "ir",
        "is": "ir",
    },
    "VERB:Fin:Imp": {
        "ais": "er",
        "ait": "er",
        "ions": "er",
        "iez": "er",
        "aient": "er",
        "geait": "ger",
        "geaient": "ger",
        "geais": "ger",
        "çait": "cer",
        "çaient": "cer",
        "çais": "cer",
        "issait": "ir",
        "issaient": "ir",
        "issais": "ir",
        "issions": "ir",
    },
    "VERB:Fin:Past": {
        "ai": "er",
        "as": "er",
        "a": "er",
        "èrent": "er",
        "âmes": "er",
        "ât": "er",
        "asse": "er",
        "assent": "er",
        "gea": "ger",
        "ça": "cer",
        "it": "ir",
        "irent": "ir",
        "ît": "ir",
    },
    "VERB:Fin:Fut": {
        "erai": "er",
        "eras": "er",
        "era": "er",
        "erons": "er",
        "erez": "er",
        "eront": "er",
        "ira": "ir",
        "irai": "ir",
        "iront": "ir",
        "irons": "ir",
        "irez": "ir",
        "iera": "ier",
        "ieront": "ier",
        "oiera": "oyer",
        "oieront": "oyer",
        "uiera": "uyer",
        "uieront": "uyer",
    },
    "VERB:Fin:": {
        "erais": "er",
        "erait": "er",
        "erions": "er",
        "eriez": "er",
        "eraient": "er",
        "irait": "ir",
        "iraient": "ir",
        "irais": "ir",
        "ierait": "ier",
        "ieraient": "ier",
        "oierait": "oyer",
    },
    "VERB:Part:Past": {"é": "er", "ée": "er", "és": "er", "ées": "er", "i": "ir", "ie": "ir", "is": "ir", "ies": "ir"},
    "VERB:Part:Pres": {"ant": "er", "geant": "ger", "çant": "cer", "issant": "ir"},
}

# base, past, participle (where it is another form)
_ENGLISH = (
    "arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|"
    "begin began begun|bend bent|bet bet|bid bid|bind bound|"
    "bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|"
    "broadcast broadcast|build built|burn burnt|burst burst|"
    "buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|"
    "creep crept|cut cut|deal dealt|dig dug|do did done|"
    "draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|"
    "feed fed|feel felt|fight fought|find found|"
    "flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|"
    "foresee foresaw foreseen|forget forgot forgotten|"
    "forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|"
    "grind ground|grow grew grown|hang hung|have had|"
    "hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|"
    "lay laid|lead led|lean leant|leap leapt|learn learnt|"
    "leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|"
    "mislead misled|mistake mistook mistaken|"
    "misunderstand misunderstood|outdo outdid outdone|overcome overcame overcome|"
    "overthrow overthrew overthrown|partake partook partaken|pay paid|"
    "prove proved proven|put put|quit quit|read read|rebuild rebuilt|repay repaid|rid rid|"
    "ride rode ridden|ring rang rung|rise rose risen|run ran run|"
    "say said|see saw seen|seek sought|sell sold|send sent|set set|sew sewed sewn|shake shook shaken|"
    "shed shed|shine shone|shoot shot|show showed shown|"
    "shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|"
    "slide slid|speak spoke spoken|speed sped|spell spelt|"
    "spend spent|spill spilt|spin spun|split split|spread spread|spring sprang sprung|stand stood|"
    "steal stole stolen|stick stuck|sting stung|"
    "strike struck|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|"
    "take took taken|teach taught|tear tore torn|tell told|"
    "think thought|throw threw thrown|thrust thrust|undergo underwent undergone|understand understood|"
    "undertake undertook undertaken|undo undid undone|"
    "uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|"
    "wind wound|withdraw withdrew withdrawn|"
    "withhold withheld|withstand withstood|write wrote written|foretell foretold|retell retold|"
    "overhear overheard|oversee oversaw overseen|resell resold"
)


def english_forms() -> Iterator[tuple[str, str, str]]:
    """`(class, form, lemma)` of English irregular verbs."""
    for entry in _ENGLISH.split("|"):
        base, past, *rest = entry.split()
        yield "VERB:Fin:Past", past, base
        for participle in {past, *rest}:
            yield "VERB:Part:Past", participle, base


# verbs of reporting and others whose regular forms lose an `e` or double a consonant
_ENGLISH_VERBS_TEXT = (
    "accuse acknowledge advise agree allege announce argue assume balance cause challenge change charge "
    "cite claim close compare complete concede "
    "conclude condemn continue decide declare decline decree defuse describe deplore disclose dispute "
    "divulge divide emphasize enforce engage ensure "
    "estimate exclude expose guarantee hope imagine impose include increase insure invite issue judge "
    "judge leave level note notice observe oppose "
    "pledge praise predict prepare presume propose prove provide provoke publicize quote raise reduce "
    "reiterate release remove replace require rescue "
    "resume retaliate reveal revise rule score seize separate settle smuggle state stipulate struggle "
    "suppose surprise telephone tease trade translate "
    "underline urge use validate venture verify voice vote welcome advocate allocate articulate authorize "
    "criticize emphasise estimate finalize "
    "insinuate intimate negotiate recognize repudiate speculate substantiate admit commit compel control "
    "deter dispel expel forget infer occur offer "
    "omit permit plan plot prefer propel quip rebut refer regret repel submit transfer transmit stop ban "
    "beg chat drop flag grab nod rob ship slam snap "
    "spot step strip tap trap"
)
ENGLISH_VERBS = _ENGLISH_VERBS_TEXT.split()
