"""The configuration of the pipelines before training."""

from __future__ import annotations

from typing import Any

from thinc.api import Config

_TEXT = """
[nlp]
lang = {language}
pipeline = ["tok2vec","morphologizer","senter","parser"]
tokenizer = {{"@tokenizers":"recoupe.RegexTokenizer.v1","language":{language}}}

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = {width}
attrs = ["NORM","PREFIX","SUFFIX","SHAPE","SPACY","IS_SPACE"]
rows = {rows}
include_static_vectors = false

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = {width}
depth = {depth}
window_size = 1
maxout_pieces = 3

[components.morphologizer]
factory = "morphologizer"
overwrite = true
extend = false

[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"

[components.morphologizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = {width}
upstream = "tok2vec"

[components.senter]
factory = "senter"
overwrite = false

[components.senter.model]
@architectures = "spacy.Tagger.v2"

[components.senter.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = {width}
upstream = "tok2vec"

[components.parser]
factory = "parser"
min_action_freq = 20
learn_tokens = false
update_with_oracle_cut_size = 100

[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = {extra}
hidden_width = {hidden}
maxout_pieces = 2
use_upper = true

[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = {width}
upstream = "tok2vec"
"""


def pipeline_config(
    language: str, *, width: int, depth: int, rows: list[int], hidden: int, extra: bool
) -> dict[str, Any]:
    """Configuration of tagger, sentence recogniser and parser over one shared token encoder."""
    text = _TEXT.format(
        language=f'"{language}"', width=width, depth=depth, rows=rows, hidden=hidden, extra="true" if extra else "false"
    )
    return Config().from_str(text)
