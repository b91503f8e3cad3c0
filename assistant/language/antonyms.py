"""Antonyms: words whose opposite reverses a statement."""

from functools import lru_cache

from corpus.text.words import stem_of

# One pair a line, its two sides apart at the bar; forms that one stem does not cover are each given.
_PAIRS = """
rise rose risen increase grow grew grown growth climb surge expand expansion higher | fall fell fallen decrease decline drop reduce reduction shrink shrank shrunk lower plunge
improve improvement strengthen | worsen deteriorate deterioration weaken
accelerate faster | slow slower slowdown
more larger bigger | less fewer smaller
most highest largest maximum | least lowest smallest minimum
above exceed surpass | below
before | after
accept acceptance approve approval endorse endorsement adopt adoption | reject rejection disapprove
support favour | oppose opposition
agree agreement | disagree disagreement
include inclusion | exclude exclusion
allow permit authorize | forbid forbade forbidden prohibit prohibition ban
open | close
begin began begun start launch | end conclude finish expire
succeed success successful | fail failure unsuccessful
import | export
first | last
best | worst
early earlier | late later
positive | negative
advantage | disadvantage
complete completion | incomplete
possible | impossible
permanent | temporary
welcome praise commend | deplore condemn criticize criticise regret denounce
gain win won | lose lost
strength | weakness
encourage | discourage
buy bought purchase | sell sold
lend lent | borrow
arrive arrival | depart departure
confirm | deny denied
appoint | dismiss
join | leave left withdraw withdrew withdrawn
continue resume | suspend discontinue halt
create establish build built | abolish dismantle destroy
extend lengthen | shorten curtail
voluntary | mandatory compulsory
public | private
formal | informal
legal | illegal
urban | rural
domestic | foreign
internal | external
satisfied | dissatisfied
optimistic | pessimistic
northern | southern
eastern | western
substantial major majority extensive extension considerable | minor minority negligible little limited
resurgence | retreat
widen broaden | narrow
"""  # noqa: E501


def side_of(word: str) -> tuple[int, bool] | None:
    """Return the pair that a stem belongs to and its side, None for most words."""
    return _sides().get(word)


@lru_cache(maxsize=1)
def _sides() -> dict[str, tuple[int, bool]]:
    found = {}
    for pair, line in enumerate(_PAIRS.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            found.update({stem_of(word): (pair, bool(side)) for word in words.split()})
    return found
