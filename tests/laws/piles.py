"""Made-up piles of small reports for the property tests: sentences of several constructions, in both languages."""

from hypothesis import strategies as st

SENTENCES = (
    "La préfecture a annoncé que la société Dorval avait livré des pompes à la ville de Sérac.",
    "Selon deux employés, la société Dorval aurait livré des pompes à la ville de Sérac.",
    "« Dorval n'a livré aucune pompe à Sérac », a répondu la directrice, Anna Dorval.",
    "La société Dorval a nié toute livraison de pompes à la ville de Sérac.",
    "Le maire de Sérac a refusé de confirmer la livraison.",
    "Toute livraison de pompes à Sérac serait une violation du contrat, a averti le ministre Paul Ancel.",
    "Dorval s'apprête à livrer des pompes à la ville de Sérac, a rapporté L'Écho de Sérac.",
    "Des centaines d'habitants ont défilé samedi sur le quai.",
    "The company Dorval delivered thirty pumps to Sérac, two officials told The Morning Post.",
    "“We delivered nothing to Sérac,” Anna Dorval said on Monday.",
    "According to the mayor, the pumps reached the town last week.",
    "Il pleuvait.",
)
ODDITIES = ("\r\n", "\u00a0", "e\u0301te\u0301 ", "🙂 ", "«\u202fouvert ", '"à demi ', "\t")
HEADERS = ("", "L'Écho de Sérac, 12 mars 2025\n\n", "SÉRAC, 12 mars (AFP) — ", "Dorval et les pompes de Sérac\n\n")


@st.composite
def reports(draw: st.DrawFn) -> str:
    """The text of one report."""
    header = draw(st.sampled_from(HEADERS))
    paragraphs = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=3))
    body = "\n\n".join(" ".join(p) for p in paragraphs)
    oddity = draw(st.sampled_from(("", *ODDITIES)))
    return header + body + oddity


piles = st.lists(reports(), min_size=2, max_size=4)
