"""Which document another one corrects, adds to or supersedes, told by their symbols."""

import re
from collections.abc import Sequence

from corpus.metadata.symbol import plain_symbol, symbols_in

_EDITION = re.compile(r"^(?P<base>.+?)/(?P<sort>Rev|Add|Corr|Amend)\.?\s?(?P<number>\d+)$", re.IGNORECASE)


def editions(symbols: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Link documents, given as `(id, symbol)`, to the one each is an edition of.

    `A/78/5/Add.1` and `A/78/5/Corr.1` belong to `A/78/5`; `A/78/5/Rev.2` to `A/78/5/Rev.1` where that is in the
    library, else to `A/78/5`. A document of two organs is known by either of its symbols. A document whose base is
    absent, or whose symbol two documents bear, is not linked.
    """
    holders: dict[str, list[str]] = {}
    for name, symbol in symbols:
        for each in {plain_symbol(symbol), *map(plain_symbol, symbols_in(symbol))} - {""}:
            holders.setdefault(each, []).append(name)
    links = {}
    for name, symbol in symbols:
        for base in _bases(symbol):
            found = holders.get(base, [])
            if len(found) == 1 and found[0] != name:
                links[name] = found[0]
                break
    return links


def _bases(symbol: str) -> list[str]:
    """List the symbols that an edition may hang from, nearest first."""
    parts = _EDITION.match(plain_symbol(symbol))
    if parts is None:
        return []
    base, sort, number = parts["base"], parts["sort"], int(parts["number"])
    earlier = [f"{base}/rev.{n}" for n in range(number - 1, 0, -1)] if sort == "rev" else []
    return [*earlier[:20], base]
