"""The process in which files are parsed, one after the other, so that a hostile one takes down nothing else.

Started by `index.ingesting.parser_pool`; speaks pickles over its standard input and output.
"""

import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import CorpusError, SourceLimit, UnreadableSource
from corpus.progress import telling
from index.lifeline import end_with_parent

if TYPE_CHECKING:
    from corpus.parse import Parsed


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a file has been read; its answer is still to come."""

    text: str


def serve(parser: str, most_bytes: int, parent: int) -> None:
    """Parse what is asked until the input ends; `parser` is a pickled function, in hexadecimal digits.

    `parent` is the lifeline: this process ends when its parent is gone.
    """
    end_with_parent(parent)
    requests, answers = _private_streams()
    _limit_memory(most_bytes)
    parse = pickle.loads(bytes.fromhex(parser))  # noqa: S301 - written by our own parent
    _send(answers, "ready")
    while True:
        try:
            copy, name, document = pickle.load(requests)  # noqa: S301 - written by our own parent
        except EOFError:
            return
        with telling(lambda stage: _send(answers, Stage(stage))):
            answer = _parsed(parse, Path(copy), name, document)
        try:
            _send(answers, answer)
        except MemoryError:
            _send(answers, SourceLimit(f"{name} needs more memory than a file may take; split it and try again"))


def _parsed(parse: "Callable[[bytes, str, str], Parsed]", copy: Path, name: str, document: str) -> object:
    """Give what parsing gives, or the error that says why it gives nothing."""
    try:
        return parse(copy.read_bytes(), name, document)
    except CorpusError as error:
        return type(error)(str(error))
    except MemoryError:
        return SourceLimit(f"{name} needs more memory than a file may take; split it and try again")
    except RecursionError:
        return UnreadableSource(f"{name} is nested too deeply to be read; save it anew and try again")
    except Exception as error:  # noqa: BLE001 - whatever a parser meets must not stop the others
        return UnreadableSource(
            f"{name} could not be read ({type(error).__name__}: {str(error)[:200]}); "
            "it may be damaged: save it anew and try again"
        )


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes for ourselves: what a parser prints must not get into the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    return requests, answers


def _send(answers: BinaryIO, answer: object) -> None:
    answers.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    answers.flush()


def _limit_memory(most_bytes: int) -> None:
    """Set a ceiling to the address space, where the system knows one."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
