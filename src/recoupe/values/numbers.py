"""Numbers in figures and in words, exact and vague."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.linguistics import Token
from recoupe.values.lookup import Lookup

FIGURES = re.compile(r"[-+]?\d+(?:[.,' \u00a0\u202f\u2009]\d+)*")
SUFFIXED = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]{1,3})")
HOW_MANY = {"nombre", "number", "quantité"}
SIGNS = "-+"
HALF = 0.5
GROUP = 3  # digits of a group of thousands


@dataclass(frozen=True)
class Number:
    """A number that takes the tokens [start, end). low, high: `None` where open."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None


def figure(text: str, decimal: str) -> float | None:
    """The value of a number in figures, by the decimal mark of its language."""
    if not FIGURES.fullmatch(text):
        return None
    other = "." if decimal == "," else ","
    grouped = re.sub(r"[' \u00a0\u202f\u2009]", "", text)
    if other in grouped:
        whole, *groups = grouped.split(other)
        if decimal not in grouped and not all(len(g) == GROUP for g in groups):
            return None if len(groups) > 1 else float(f"{whole}.{groups[0]}")
        grouped = grouped.replace(other, "")
    if grouped.count(decimal) > 1:
        return None
    return float(grouped.replace(decimal, "."))


def begins(token: Token, table: Lookup) -> bool:
    """Whether a number can begin with a token: a figure, or a word of the tables."""
    return token.norm in table.numerals or token.text[0].isdecimal() or token.text[0] in SIGNS


def names_a_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of a vague number stands behind a definite article or possessive: how many, not many (`le nombre de`)."""
    before = tokens[i - 1] if i else None
    if before is None or before.sentence != tokens[i].sentence or tokens[i].norm not in HOW_MANY:
        return False
    return before.pos == "DET" and (before.has("Definite=Def") or before.has("Poss=Yes"))


def figure_follows(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Whether a number in figures stands at a token."""
    return i < stop and tokens[i].text[0].isdecimal()


def number_at(tokens: Sequence[Token], i: int, stop: int, table: Lookup) -> Number | None:
    """The number that begins at a token; `None` where there is none."""
    if i >= stop or not begins(tokens[i], table):
        return None
    vague = table.vague.at(tokens, i, stop)
    if vague is not None and names_a_number(tokens, i):
        return None
    if (
        vague is not None
        and table.bounds.at(tokens, i, stop) == (vague[0], "about")
        and figure_follows(tokens, i + vague[0], stop)
    ):
        return None  # `some | 2,500 people`
    if vague is not None:
        length, found = vague
        factor = table.multipliers.at(tokens, i + length, stop)
        scale = float(factor[1]) if factor else 1.0
        end = i + length + (factor[0] if factor else 0)
        return Number(i, end, scaled(found.value, scale), scaled(found.low, scale), scaled(found.high, scale))
    value = figure(tokens[i].text, table.decimal)
    suffixed = SUFFIXED.fullmatch(tokens[i].text)
    if value is None and suffixed:
        scale_of = dict.get(
            {m[0][0]: m[1] for ms in table.multipliers.by_first.values() for m in ms}, suffixed[2].lower()
        )
        base = figure(suffixed[1], table.decimal)
        value = base * scale_of if base is not None and scale_of else None
    if value is None:
        found_ = in_words(tokens, i, stop, table)
        return found_ and enlarged(tokens, found_, stop, table)
    factor = table.multipliers.at(tokens, i + 1, stop)
    if factor:
        value *= factor[1]
    end = i + 1 + (factor[0] if factor else 0)
    return enlarged(tokens, Number(i, end, value, value, value), stop, table)


def enlarged(tokens: Sequence[Token], number: Number, stop: int, table: Lookup) -> Number:
    """A number with what stands behind it: a fraction more (`3 millions et demi`, `two and a half`), a dozen of it."""
    value, end = number.value, number.end
    if value is None:
        return number
    lots = table.vague.by_first.get(tokens[end].lemma, ()) if end < stop else ()
    dozen = next((v.value for words, v in lots if len(words) == 1 and v.value is not None), None)
    if dozen is not None:
        value, end = value * dozen, end + 1
        return Number(number.start, end, value, value, value)
    for joined in range(end, min(end + 2, stop)):
        fraction = table.fractions.at(tokens, joined, stop)
        words = [t.norm for t in tokens[end : joined + (fraction[0] if fraction else 0)]]
        if fraction is not None and fraction[1] == HALF and words[0] in {"et", "and"}:
            before = table.multipliers.before(tokens, end, number.start)
            scale = float(before[1]) if before is not None else 1.0
            value += HALF * scale
            return Number(number.start, joined + fraction[0], value, value, value)
    return number


def scaled(value: float | None, scale: float) -> float | None:
    """A bound times a factor."""
    return None if value is None else value * scale


def in_words(tokens: Sequence[Token], i: int, stop: int, table: Lookup) -> Number | None:
    """A number written in words: `deux cent trente-cinq mille`, `two hundred and six`."""
    total = current = 0.0
    k = end = i
    while k < stop:
        word = tokens[k].norm
        factor = table.multipliers.at(tokens, k, stop)
        if word in table.cardinals:
            value = table.cardinals[word]
            current = max(1.0, current) * value if value == 100 else current + value
            k = end = k + 1
        elif factor is not None and (end > i or factor[1] == 1000):
            length, scale = factor
            if scale == 100:
                current = max(1.0, current) * scale
            else:
                total, current = total + max(1.0, current) * scale, 0.0
            k = end = k + length
        elif end > i and word in {"et", "and", "-"} and k + 1 < stop and tokens[k + 1].norm in table.cardinals:
            k += 1
        else:
            break
    if end == i or (end == i + 1 and tokens[i].pos in {"DET", "PRON"} and current <= 1):
        return None
    result = total + current
    return Number(i, end, result, result, result)
