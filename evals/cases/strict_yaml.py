"""Read YAML node by node, so that whatever is not as it should be is told with its line."""

from collections.abc import Callable
from typing import TypeVar

import yaml

Item = TypeVar("Item")
MOST_ITEMS = 1_000
"""Entries that a list within a case may have."""
KIND_OF_TAG = {"int": "the number", "float": "the number", "bool": "the truth value", "timestamp": "the date"}


class Fault(Exception):
    """Something that is not as it should be, and the 1-based line it is on (0 for the file as a whole)."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def compose(source: bytes) -> yaml.Node | None:
    """Return the root node of a YAML text, None for one that holds nothing; raise `Fault`."""
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise Fault(line, "a byte that is not UTF-8; save the file as UTF-8 text") from error
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Fault(mark.line + 1 if mark else 0, f"not well-formed YAML: {error.problem or error.context}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Fault(line, "a control character, which YAML does not allow; remove it") from error
    except RecursionError as error:
        raise Fault(0, "lists are nested in lists too deeply to be read; a case needs three levels") from error


def line_of(node: yaml.Node) -> int:
    """Return the 1-based line on which a node begins."""
    return int(node.start_mark.line) + 1


def fields(node: yaml.Node, what: str, keys: tuple[str, ...]) -> dict[str, yaml.Node]:
    """Return the values of a mapping by key; raise `Fault` for a key that is unknown or comes twice."""
    if not isinstance(node, yaml.MappingNode):
        raise Fault(line_of(node), f"{what} is {_shape(node)}; write it as key: value pairs")
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else _shape(key)
        if name not in keys:
            raise Fault(line_of(key), f"unknown key {name!r} in {what}; the keys are {', '.join(keys)}")
        if name in found:
            raise Fault(line_of(key), f"the key {name!r} comes twice in {what}; keep one")
        found[name] = value
    return found


def items(
    node: yaml.Node, what: str, read: Callable[[yaml.Node, str], Item], most: int = MOST_ITEMS
) -> tuple[Item, ...]:
    """Return what `read` makes of each entry of a list; raise `Fault` for no list, an empty one or an endless one."""
    if not isinstance(node, yaml.SequenceNode):
        raise Fault(line_of(node), f"{what} is {_shape(node)}; write a list in [brackets]")
    if not node.value:
        raise Fault(line_of(node), f"{what} is an empty list; put something in it, or leave it out")
    if len(node.value) > most:
        raise Fault(line_of(node), f"{what} has {len(node.value):,} entries, and at most {most:,} are read; split it")
    return tuple(read(entry, what) for entry in node.value)


def string(node: yaml.Node, what: str) -> str:
    """Return a text; raise `Fault` for a number, a date or a truth value that stands without quotes."""
    if not isinstance(node, yaml.ScalarNode):
        raise Fault(line_of(node), f"{what} is {_shape(node)}; write text")
    if not node.tag.endswith(":str"):
        raise Fault(line_of(node), f'{what} is {_shape(node)}; write it as text, in quotes: "{node.value}"')
    if not node.value.strip():
        raise Fault(line_of(node), f"{what} is empty text; put something in it, or leave it out")
    return str(node.value)


def scalar(node: yaml.Node, what: str) -> str:
    """Return one value as it is written, whether or not it stands in quotes."""
    if not isinstance(node, yaml.ScalarNode):
        raise Fault(line_of(node), f"{what} is {_shape(node)}; write one value")
    return str(node.value).strip()


def strings(node: yaml.Node, what: str) -> tuple[str, ...]:
    """Return one text, or each text of a list."""
    return items(node, what, string) if isinstance(node, yaml.SequenceNode) else (string(node, what),)


def boolean(node: yaml.Node, what: str) -> bool:
    """Return true or false; raise `Fault` for anything else."""
    if not isinstance(node, yaml.ScalarNode) or not node.tag.endswith(":bool"):
        raise Fault(line_of(node), f"{what} is {_shape(node)}; write true or false")
    return str(node.value).casefold() in ("true", "yes", "on")


def _shape(node: yaml.Node) -> str:
    """Say what a node is, in the words of someone who types YAML."""
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    if isinstance(node, yaml.MappingNode):
        return "a set of key: value pairs"
    kind = str(node.tag).rsplit(":", 1)[-1]
    if kind == "null":
        return "left empty"
    return f"{KIND_OF_TAG.get(kind, 'the text')} {node.value!r}" if kind != "str" else f"the text {node.value!r}"
