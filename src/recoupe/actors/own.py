"""What a user's table says of bodies and persons, put into the registry, with a note for all that it decides."""

from collections.abc import Mapping, Sequence
from datetime import date

from recoupe.actors.firms import spelling
from recoupe.actors.gazetteer import Known, known_names, words
from recoupe.actors.registry import Registry
from recoupe.languages.own_institutions import OwnInstitution, OwnInstitutions
from recoupe.model import Document, Note

PREFIX = {"organisation": "name", "person": "person", "outlet": "outlet"}


def own_names(table: OwnInstitutions) -> dict[tuple[str, ...], Known]:
    """The names of a table by their words."""
    found: dict[tuple[str, ...], Known] = {}
    for entry in table.entries:
        for name in (entry.name, *entry.aliases):
            found.setdefault(words(name), Known(key_of(entry.name, entry.type), entry.name, entry.type))
    return found


def key_of(name: str, type_: str) -> str:
    """The key that a name gets in the registry, the same as where a report shows it."""
    if type_ == "outlet":
        return f"outlet:{name.lower()}"
    return (
        f"{PREFIX[type_]}:{' '.join(spelling(w) for w in name.lower().replace('’', chr(39)).replace('-', ' ').split())}"
    )


def affiliate_own(registry: Registry, table: OwnInstitutions, documents: Sequence[Document]) -> tuple[Note, ...]:
    """Give the actors of a table the bodies that it names, against what the reports show too; a note for each."""
    days = [
        bound for d in documents if d.published for bound in (d.published.not_before, d.published.not_after) if bound
    ]
    applying: dict[str, list[OwnInstitution]] = {}
    for entry in table.entries:
        key = key_of(entry.name, entry.type)
        if entry.of and key in registry.entries:
            applying.setdefault(key, []).append(entry)
    parents = {e.name.casefold(): e for e in table.entries}
    notes = []
    for key, entries in sorted(applying.items()):
        fitting = [e for e in entries if holds(e, days)]
        actor = registry.entries[key]
        spans = tuple(sorted(actor.mentions))[:1]
        where = ", ".join(f"{table.file}, line {e.line}" for e in entries)
        if len({e.of for e in fitting}) != 1:
            what = "at several bodies" if fitting else "at none"
            message = f"{actor.name}: the table ({where}) has it {what} at the dates of these reports; left as the reports show"
            notes.append(Note("institutions", message, (registry.id(key),), spans))
            continue
        body = body_of(registry, fitting[0].of, parents)
        before = registry.entries[actor.institution].name if actor.institution in registry.entries else None
        actor.institution, actor.root = body, registry.entries[body].root or body
        message = f"{actor.name} is taken to belong to {registry.entries[body].name} ({where})"
        if before is not None and before != registry.entries[body].name:
            message += f"; the reports alone show {before}"
        notes.append(Note("institutions", message, (registry.id(key), registry.id(body)), spans))
    return tuple(notes)


def holds(entry: OwnInstitution, days: Sequence[date | str]) -> bool:
    """Whether a line holds at the dates of the reports; one without dates always does, one with them needs a report's."""
    if entry.since is None and entry.until is None:
        return True
    known = [d if isinstance(d, date) else date.fromisoformat(str(d)[:10]) for d in days]
    return bool(known) and all(
        (entry.since is None or entry.since <= d) and (entry.until is None or d <= entry.until) for d in known
    )


def body_of(
    registry: Registry, name: str, parents: Mapping[str, OwnInstitution], seen: frozenset[str] = frozenset()
) -> str:
    """The key of the body that a line names: a country of the tables, or a body, with what it belongs to in its turn."""
    country = next((t[words(name)] for t in known_names().values() if words(name) in t), None)
    if country is not None and country.type == "country":
        return registry.add(country.key, country.name, "country").key
    above = parents.get(name.casefold())
    entry = registry.add(key_of(name, above.type if above is not None else "organisation"), name, "organisation")
    if above is not None and above.of and name.casefold() not in seen and above.since is None and above.until is None:
        parent = body_of(registry, above.of, parents, seen | {name.casefold()})
        entry.institution, entry.root = parent, registry.entries[parent].root or parent
    return entry.key
