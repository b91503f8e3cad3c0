"""Synonyms: verbs that may replace one another in what a report says was done."""

from functools import lru_cache

from assistant.language.acts import act_of
from corpus.text.words import stem_of

# One set a line, in the past, as reports are written; a verb may be in several.
_SETS = """
said stated voiced expressed reaffirmed noted observed remarked added mentioned reported explained emphasized emphasised stressed highlighted underlined underscored recalled informed told described indicated declared announced pointed outlined reiterated affirmed acknowledged recognized recognised argued held
held comprised organized organised convened hosted conducted arranged ran took staged
made reached attained achieved accomplished attracted met fulfilled benefited trained served
led headed chaired directed guided presided managed oversaw
led resulted contributed brought gave
began started launched opened commenced initiated introduced
ended closed concluded finished completed finalized finalised
attended participated joined took
showed presented displayed demonstrated illustrated introduced exhibited showcased gave delivered
helped assisted supported aided facilitated enabled backed
used employed utilized utilised applied deployed
made produced created prepared drafted drew developed formulated elaborated designed wrote
gave provided delivered offered granted supplied awarded allocated contributed donated
asked requested urged called appealed sought
got received obtained gained secured acquired won
included comprised contained covered featured consisted involved comprised
rose increased grew climbed expanded went
fell decreased declined dropped shrank went
improved enhanced strengthened boosted upgraded raised
carried implemented executed performed undertook conducted did
decided resolved agreed determined concluded
wanted wished sought hoped aimed intended planned expected
totalled amounted numbered reached
named called titled entitled dubbed
disseminated distributed circulated shared spread published issued released
considered discussed reviewed examined debated studied addressed deliberated looked
worked cooperated collaborated partnered
met gathered convened sat held
based headquartered located situated
came arrived originated hailed
focused focussed concentrated centred centered
established founded set created built
limited confined restricted
restored established reinstated renewed
assigned set given entrusted tasked
absorbed integrated merged incorporated
associated related linked
allowed left permitted
covered defrayed paid met borne
addressed dealt handled tackled resolved
based stationed deployed posted
reduced cut lowered
adopted approved endorsed passed agreed accepted
proposed suggested recommended put
welcomed greeted appreciated
spoke talked addressed
attributed ascribed owed
linked connected tied related
selected chose picked chosen
visited toured
required needed
became was
remained stayed continued
"""  # noqa: E501
_IRREGULAR = frozenset(
    "held led met gave took made brought built found kept left lost paid read rose said saw sent set sold spent spoke "
    "taught told won wrote withdrew fell grew began chose came became drew drove got knew laid lent ran stood put "
    "sought bore bought caught cut dealt felt fought forbade forgot went heard hid hit lay meant overcame oversaw "
    "quit rang sank shook shot shrank shut slept spread stole struck swore threw thought understood undertook "
    "underwent upheld woke withheld withstood given taken held shown seen known written chosen driven drawn fallen "
    "grown risen spoken broken forgotten hidden owed".split()
)

_DENYING = frozenset("declined refused failed".split())
"""Verbs that deny what follows, which is looked at elsewhere."""


def is_past(surface: str) -> bool:
    """Tell whether a word looks like a verb in the past, or a participle."""
    if surface in _DENYING or not surface.islower():
        return False
    return (surface.endswith("ed") and len(surface) > 4) or surface in _IRREGULAR


def are_synonyms(one: str, other: str) -> bool:
    """Tell whether two verbs in the past may replace one another."""
    act = act_of(one)
    if act is not None and act == act_of(other):
        return True
    return not synonym_sets(one).isdisjoint(synonym_sets(other))


def synonym_sets(surface: str) -> frozenset[int]:
    """Return the sets that a verb in the past is in."""
    return _sets().get(surface, frozenset())


def is_saying(surface: str) -> bool:
    """Tell whether a verb tells that something was said, as any words in quotation marks were."""
    return 0 in synonym_sets(surface)


def synonym_sets_of_stem(word: str) -> frozenset[int]:
    """Return the sets that a stem is in, in whatever form they list it."""
    return _by_stem().get(word, frozenset())


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for verb, kinds in _sets().items():
        word = stem_of(verb)
        found[word] = found.get(word, frozenset()) | kinds
    return found


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for rank, line in enumerate(_SETS.strip().splitlines()):
        for verb in line.split():
            found.setdefault(verb, set()).add(rank)
    return {verb: frozenset(ranks) for verb, ranks in found.items()}
