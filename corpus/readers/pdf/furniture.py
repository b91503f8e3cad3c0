"""Find what a PDF repeats on its pages: running heads, running feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.paragraph import Exclusion
from corpus.readers.pdf.chars import Fragment, PageText

TOP = 0.105
BOTTOM = 0.085
_APART = 2.2
"""How far from the text, in times its size, a line stands that belongs to the margin whatever it says."""
_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–—]?|(?:[A-Z]{2}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s*\d{6})*|\*[\d-]{6,11}\*|\d{6}(?:\s+\d{6})*",
    re.I,
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[PageText]) -> tuple[list[list[Fragment]], list[Exclusion]]:
    """Return the fragments of each page without its furniture, and the furniture as exclusions.

    A line near the edge of the page is furniture when it comes back on other pages (figures aside), or is a page
    number; a line that stands there once is text.
    """
    margins = [[fragment for fragment in page.fragments if _at_edge(fragment, page)] for page in pages]
    counts = Counter(key for page, found in zip(pages, margins, strict=True) for key in {_key(f, page) for f in found})
    counting = _counting(pages, margins)
    needed = 2 if len(pages) < 12 else max(3, len(pages) // 12)
    kept: list[list[Fragment]] = []
    exclusions: list[Exclusion] = []
    for page, found in zip(pages, margins, strict=True):
        furniture = {
            id(f)
            for f in found
            if (
                counts[_key(f, page)] >= needed and len(pages) > 1 and (_key(f, page) in counting or _is_apart(f, page))
            )
            or _is_number(f, page)
        }
        furniture |= _beside(found, furniture)
        kept.append([fragment for fragment in page.fragments if id(fragment) not in furniture])
        for fragment in page.fragments:
            if id(fragment) in furniture:
                exclusions.append(Exclusion(fragment.text, _reason(fragment, page), page.number))
    return kept, exclusions


def _at_edge(fragment: Fragment, page: PageText) -> bool:
    return fragment.y > page.height * (1 - TOP) or fragment.y < page.height * BOTTOM


def _key(fragment: Fragment, page: PageText) -> tuple[str, int]:
    """Return what makes a line the same on several pages: its words, and its height unless it has enough of them."""
    shape = _DIGITS.sub("0", fragment.text)
    height = round(fragment.y / 3) if sum(map(str.isalpha, shape)) < 4 else int(fragment.y > page.height / 2)
    return shape, height


def _counting(pages: Sequence[PageText], margins: Sequence[Sequence[Fragment]]) -> set[tuple[str, int]]:
    """Return the keys of lines whose figures stay the same from page to page or go up with the page, as rows do not."""
    seen: dict[tuple[str, int], list[tuple[int, list[int]]]] = {}
    for page, found in zip(pages, margins, strict=True):
        for fragment in found:
            figures = [int(digits) for digits in _DIGITS.findall(fragment.text)]
            seen.setdefault(_key(fragment, page), []).append((page.number, figures))
    return {key for key, lines in seen.items() if _count_pages(lines)}


def _count_pages(lines: Sequence[tuple[int, list[int]]]) -> bool:
    steady = total = 0
    for (before, old), (after, new) in pairwise(lines):
        total += 1
        steady += all(b - a in (0, after - before) for a, b in zip(old, new, strict=True))
    return steady >= 0.7 * total


def _is_apart(fragment: Fragment, page: PageText) -> bool:
    """Tell whether a line stands further from the text of the page than its lines do from one another."""
    edge = fragment.y < page.height / 2
    inner = [other.y for other in page.fragments if (other.y > fragment.y + 1 if edge else other.y < fragment.y - 1)]
    nearest = min((abs(y - fragment.y) for y in inner), default=page.height)
    return nearest > _APART * fragment.size


def _is_number(fragment: Fragment, page: PageText) -> bool:
    low = fragment.y < page.height * 0.075 or fragment.y > page.height * 0.94
    return low and bool(_NUMBER.fullmatch(fragment.text.strip()))


def _beside(found: Sequence[Fragment], furniture: set[int]) -> set[int]:
    """Return fragments on the line of a page number or running head, such as a chapter title that changes."""
    lines = [fragment.y for fragment in found if id(fragment) in furniture]
    return {id(f) for f in found if len(f.text) < 110 and any(abs(f.y - y) < 0.6 for y in lines)}


def _reason(fragment: Fragment, page: PageText) -> str:
    if _NUMBER.fullmatch(fragment.text.strip()):
        return "page number"
    return "running head" if fragment.y > page.height / 2 else "running foot"
