"""The shape of a summary: a file that says which parts it has, and how its words are shared among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import TemplateError

FOLDER = Path(__file__).parent / "templates"
KINDS = (
    "meeting", "agenda", "proposals", "decisions", "next-session", "annexes", "statements", "points", "sections",
    "activities", "figures", "quotations",
)  # fmt: skip
"""What a part can be of; `assistant.summary.parts.parts` makes each."""
_KEYS = {"title", "about", "words", "needs", "parts"}
_PART_KEYS = {"part", "heading", "share", "points", "spare"}
_NEEDS = ("", "session", "decisions", "speakers", "activities", "figures")
LEAST_WORDS, MOST_WORDS = 50, 20_000
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """One part of a template."""

    part: str
    """One of `KINDS`."""
    heading: str
    share: float = 1.0
    """Its share of the words, beside those of the other parts."""
    points: int = 0
    """Points it has at the words of the template, more with more words; 0 for as many as there is room for."""
    spare: bool = False
    """Whether it has such words alone as other parts leave."""


@dataclass(frozen=True, slots=True)
class Template:
    """The shape of a summary."""

    name: str
    title: str
    """The title of the draft; `{title}` stands for that of the document."""
    about: str
    """One sentence on what it is for."""
    words: int
    """Words of the draft where no other number is asked for."""
    needs: str
    """What a document must hold: `session`, `decisions`, …, or empty."""
    parts: tuple[TemplatePart, ...]


def template_names() -> tuple[str, ...]:
    """Return the names of the templates that come with the product."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def template_text(name: str) -> str:
    """Return the file of a template, to be copied and changed."""
    return _path(name).read_text(encoding="utf-8")


def load_template(name: str) -> Template:
    """Return a template by its name, or from a person's own file by its path.

    Raise `TemplateError` for one that is absent, that is no YAML, or that names what there is not.
    """
    import yaml

    path = _path(name)
    try:
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"the template {path} cannot be read: {error}") from error
    except RecursionError as error:
        raise TemplateError(
            f"the template {path} is nested too deeply to be read; see 'rapporteur templates brief'"
        ) from error
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f", line {line + 1}" if line is not None else ""
        raise TemplateError(
            f"the template {path}{where} is not well-formed YAML; see 'rapporteur templates brief'"
        ) from error
    return _read(value, path)


def _path(name: str) -> Path:
    if _NAME.fullmatch(name) and name in template_names():
        return FOLDER / f"{name}.yaml"
    path = Path(name).expanduser()
    if not path.is_file():
        raise TemplateError(
            f"there is no template {name!r}; the templates are {', '.join(template_names())}, or the path of a file of "
            "your own"
        )
    return path


def _read(value: Any, path: Path) -> Template:
    if not isinstance(value, Mapping) or not isinstance(value.get("parts"), list) or not value["parts"]:
        raise TemplateError(f"the template {path} must have a list 'parts'; see 'rapporteur templates brief'")
    _known(set(map(str, value)), _KEYS, f"the template {path} has the key")
    parts = tuple(_part(part, rank, path) for rank, part in enumerate(value["parts"], start=1))
    needs = str(value.get("needs", ""))
    if needs not in _NEEDS:
        raise TemplateError(
            f"the template {path} needs {needs!r}; it may need {', '.join(_NEEDS[1:])}, or leave it out"
        )
    words = value.get("words", 300)
    return Template(
        name=path.stem,
        title=str(value.get("title", "Summary: {title}")),
        about=str(value.get("about", "")),
        words=check_words(words, f"the words of the template {path}"),
        needs=needs,
        parts=parts,
    )


def _part(value: Any, rank: int, path: Path) -> TemplatePart:
    where = f"part {rank} of the template {path}"
    if not isinstance(value, Mapping) or not isinstance(value.get("part"), str):
        raise TemplateError(f"{where} must name what it is of, as in 'part: decisions'; there are {', '.join(KINDS)}")
    _known(set(map(str, value)), _PART_KEYS, f"{where} has the key")
    if value["part"] not in KINDS:
        raise TemplateError(f"{where} is of {value['part']!r}, which is unknown; there are {', '.join(KINDS)}")
    share, points = value.get("share", 1), value.get("points", 0)
    if not isinstance(share, int | float) or isinstance(share, bool) or not 0 < share <= 100:
        raise TemplateError(f"{where} has the share {share!r}; write a number above 0, at most 100")
    if not isinstance(points, int) or isinstance(points, bool) or points < 0:
        raise TemplateError(
            f"{where} has the points {points!r}; write a whole number, or 0 for as many as there is room for"
        )
    spare = value.get("spare", False)
    if not isinstance(spare, bool):
        raise TemplateError(f"{where} has spare {spare!r}; write true, or leave it out")
    return TemplatePart(value["part"], str(value.get("heading", "")), float(share), points, spare)


def _known(given: set[str], known: set[str], what: str) -> None:
    if unknown := sorted(given - known):
        raise TemplateError(f"{what} {unknown[0]!r}, which is unknown; there are {', '.join(sorted(known))}")


def check_words(words: object, what: str = "the number of words") -> int:
    """Return a number of words; raise `TemplateError` for one in which nothing can be said, or far too many."""
    if not isinstance(words, int) or isinstance(words, bool) or not LEAST_WORDS <= words <= MOST_WORDS:
        raise TemplateError(
            f"{what} is {words}; ask for {LEAST_WORDS} to {MOST_WORDS:,}, for fewer hold no point with its source"
        )
    return words
