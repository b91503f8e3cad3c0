"""Parse the sentences of a model's output, and their citations, while it is streamed.

A sentence is given out once it is certain that it is whole and that no more of its sources follow; a bracket that may
become a marker is held back until it is closed.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.chat.output.markers import CitedPassage, marker_at
from assistant.chat.output.reasoning import ReasoningFilter
from assistant.untrusted.clean import clean
from corpus.text.sentences import sentence_spans

_LIST_MARK = re.compile(r"[ \t]*(?:(?:[-*•‣·>]|\d{1,2}[.)]|#{1,6})[ \t]+)+")
_DECORATION = re.compile(r"\*\*|__|```\w*|`")
_ENDS = ".!?…:;"
_BEGUN = 12
"""Characters of the next sentence, or a whole word of it, that show that the one before has ended."""
_LONGEST = 4_000
"""Characters without an end of a sentence that are held back at most."""


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence as a model wrote it, and what it says it rests on."""

    text: str
    """Without its markers."""
    sources: tuple[CitedPassage, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """Text of which the markers have been taken out."""

    plain: str
    raw: tuple[int, ...]
    """Where each character of `plain` stood, and the end."""
    markers: tuple[tuple[int, int, tuple[CitedPassage, ...]], ...]
    """Place in `plain`, where it ended before, and what it names."""


class SentenceParser:
    """Turns pieces of text into sentences with their sources."""

    def __init__(self, ids: Collection[str]) -> None:
        self._ids = frozenset(ids)
        self._held = ""
        self._thoughts = ReasoningFilter()

    def feed(self, text: str) -> list[WrittenSentence]:
        """Take in what came, and return the sentences that are whole by now."""
        self._held += self._thoughts.spoken(clean(text))
        return self._take(final=len(self._held) > _LONGEST)

    def end(self) -> list[WrittenSentence]:
        """Return what is left, once nothing more comes."""
        self._held += self._thoughts.rest()
        return self._take(final=True)

    def _take(self, *, final: bool) -> list[WrittenSentence]:
        marked = _marked(self._held, self._ids, final=final)
        spans = list(sentence_spans(marked.plain))
        found, reached = [], 0
        for rank, (start, end) in enumerate(spans):
            following = spans[rank + 1] if rank + 1 < len(spans) else None
            upto = following[0] if following else len(marked.plain)
            own = [marker for marker in marked.markers if start < marker[0] <= upto]
            ended = final or _is_closed(self._held, own)
            if following is not None and (ended or _has_begun(marked.plain[slice(*following)])):
                reached = marked.raw[following[0]]
            elif following is None and ended:
                reached = len(self._held) if final else own[-1][1]
            else:
                break
            text = " ".join(marked.plain[start:end].split())
            if any(map(str.isalnum, text)):
                found.append(WrittenSentence(text, tuple(source for _, _, named in own for source in named)))
        self._held = "" if final else self._held[reached:]
        return found


def _has_begun(text: str) -> bool:
    """Tell whether enough of a sentence is there to be sure that the one before it has ended."""
    return len(text) >= _BEGUN or " " in text.strip()


def _is_closed(held: str, markers: list[tuple[int, int, tuple[CitedPassage, ...]]]) -> bool:
    """Tell whether a line ends after the last marker of a sentence."""
    return bool(markers) and held[markers[-1][1] :].lstrip(" \t.").startswith("\n")


def _marked(held: str, ids: frozenset[str], *, final: bool) -> _Marked:
    """Part text and markers; text from a bracket that is still open is left out unless it is final."""
    plain: list[str] = []
    raw: list[int] = []
    markers: list[tuple[int, int, tuple[CitedPassage, ...]]] = []
    at = 0
    while at < len(held):
        if not plain or plain[-1] == "\n":
            skipped = _LIST_MARK.match(held, at)
            at = skipped.end() if skipped else at
        decoration = _DECORATION.match(held, at)
        if decoration:
            at = decoration.end()
            continue
        if at >= len(held):
            break
        marker = marker_at(held, at, ids, final=final)
        if marker is None:
            plain.append(held[at])
            raw.append(at)
            at += 1
            continue
        if marker.end < 0:
            break
        _close(plain, raw, held, marker.end)
        markers.append((len(plain), marker.end, marker.sources))
        at = marker.end
    return _Marked("".join(plain), (*raw, min(at, len(held))), tuple(_at_words(markers, "".join(plain))))


def _close(plain: list[str], raw: list[int], held: str, end: int) -> None:
    """Take away the space before a marker, and end the sentence where its full stop stands before the marker."""
    while plain and plain[-1] in " \t\n":
        plain.pop()
        raw.pop()
    after = held[end : end + 1]
    if plain and plain[-1] in _ENDS and after not in _ENDS:
        plain.append("\n")
        raw.append(end - 1)
    elif after and after not in _ENDS + ",)\n ":
        plain.append(" ")
        raw.append(end - 1)


def _at_words(
    markers: list[tuple[int, int, tuple[CitedPassage, ...]]], plain: str
) -> Iterator[tuple[int, int, tuple[CitedPassage, ...]]]:
    """Yield the markers, each at the end of the words before it."""
    for place, end, sources in markers:
        yield len(plain[:place].rstrip()), end, sources
