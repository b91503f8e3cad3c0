"""Words for what people do in meetings and reports, in classes of near-synonyms.

Two words of one class may stand for each other; two of different classes say different things. Only forms that are
hardly ever nouns are listed: `reports`, `plans` and `calls` are left out, `reported`, `planned` and `called` are not.
"""

from functools import lru_cache

# One class a line. A verb is given by its stem form and stands for all its regular forms; after a bar, single words.
_CLASSES = """
approve adopt endorse ratify accept confirm | approval endorsement passed
reject dismiss veto decline oppose | refused refusing rejection
recommend propose suggest advise nominate | recommendation proposal nomination
discuss consider review examine debate deliberate | discussion consideration
welcome commend praise appreciate applaud | praised
criticize criticise condemn deplore denounce | criticism faulted
postpone defer adjourn delay suspend | postponement adjournment
cancel abandon terminate discontinue scrap annul revoke dissolve | cancellation annulment dissolution bankrupt
resume | resumption
elect appoint designate | election appointment
resign retire | resignation
sign | signing
withdraw | withdrew withdrawn withdrawal
join | accession acceded
donate contribute pledge supply | gave given
receive obtain | got
purchase acquire buy procure | bought
sell | sold
lend | lent
borrow | borrowed
construct establish create | build builds built founded
demolish destroy dismantle | demolition destruction
repair restore renovate rehabilitate |
translate interpret |
warn caution |
deny | denied
thank | thanked thanking
apologize apologise | apology
accuse blame | accusation
promise undertake | undertook
invite urge | invitation requested requests requesting called calls asked asks
draft compile | drafted written wrote
ban prohibit forbid outlaw | banned forbade prohibition
permit allow authorize authorise | permitted
hire recruit | recruitment
cooperate collaborate |
compete | competition
win | won
lose | lost
teach train | taught
inspect audit | inspection
publish issue release | publication published issued released
""".strip()

_GRAVE = "reject criticize postpone cancel resign withdraw demolish deny accuse ban lose".split()

DISCUSSING = next(rank for rank, line in enumerate(_CLASSES.splitlines()) if line.startswith("discuss "))
"""The class that says least: what was approved or rejected was discussed."""


GRAVE = frozenset(rank for rank, line in enumerate(_CLASSES.splitlines()) if line.split(" ")[0] in _GRAVE)
"""The classes of what is not said of anybody who is not said to have done it."""


def act_of(surface: str) -> int | None:
    """Return the class of a word, None for one that is in none."""
    return _classes().get(surface.lower())


@lru_cache(maxsize=1)
def _classes() -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, line in enumerate(_CLASSES.splitlines()):
        verbs, _, words = line.partition("|")
        for verb in verbs.split():
            for form in _forms(verb):
                found.setdefault(form, rank)
        for word in words.split():
            found[word] = rank
    return found


def _forms(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb; a base that is often a noun says so little that its forms do it no harm."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ied", verb[:-1] + "ies", verb + "ing")
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
    doubled = (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return (verb, third, stem + "ed", stem + "ing", *doubled)
