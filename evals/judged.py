"""A second opinion by a chat model, and how often it is that of the rules.

    judged supported = |sentences that the model finds supported| / |sentences it says anything of|
    agreement        = |sentences of which it says what the rules say| / |sentences it says anything of|

The model changes nothing: it stands in columns of its own, and never decides whether a case is right. Agreement is the
plain share (Artstein and Poesio 2008 on why it flatters where nearly every sentence is supported).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.writing import Opinion


@dataclass(frozen=True, slots=True)
class Judged:
    """What a model said of the sentences of one answer."""

    sentences: int
    supported: int
    agreed: int


def judged(opinions: Sequence[Opinion], supported: Sequence[bool]) -> Judged | None:
    """Return the counts over the sentences judged; None when there are none. `supported` is what the rules say."""
    known = [opinion for opinion in opinions if opinion.sentence < len(supported)]
    if not known:
        return None
    agreed = sum(opinion.supported == supported[opinion.sentence] for opinion in known)
    return Judged(len(known), sum(opinion.supported for opinion in known), agreed)
