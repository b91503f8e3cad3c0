"""Rules taken out one at a time: each function, list of words and pattern of a package, found by what it gives.

A function that tells or yields something then gives nothing, a list is empty, and a pattern matches nowhere.
"""

import ast
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType, NoneType
from typing import Any, get_args, get_origin

_NOWHERE = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A name of a module that can be taken out."""

    module: str
    name: str
    lines: int
    """Lines of code that define it."""
    kind: str
    """`function`, `words` or `pattern`."""

    @property
    def file(self) -> str:
        """Return the file within the package: `checks/names.py`."""
        return "/".join(self.module.split(".")[2:]) + ".py"


def rules_of(package: str) -> list[Rule]:
    """Return the rules of a package and the packages within it, in the order of their files."""
    return [rule for module in _modules(package) for rule in _of_module(module)]


def can_matter(rule: Rule, text: str) -> bool:
    """Tell whether a text holds anything of a list, or that a pattern finds; of a function that is not known."""
    value = getattr(sys.modules[rule.module], rule.name)
    if isinstance(value, re.Pattern):
        return value.search(text) is not None
    words = (
        [word for each in value for word in ([each] if isinstance(each, str) else each)]
        if rule.kind == "words"
        else [""]
    )
    return any(word in text.lower() or not word.isalpha() for word in words)


@contextmanager
def taken_out(rule: Rule) -> Iterator[None]:
    """Do without a rule until the block ends, wherever its name was imported; what was remembered is forgotten."""
    with replaced(rule, _nothing(getattr(sys.modules[rule.module], rule.name))):
        yield


@contextmanager
def noting(rule: Rule, noted: Callable[[], None]) -> Iterator[None]:
    """Call `noted` each time that a function among the rules gives something, until the block ends."""
    whole = getattr(sys.modules[rule.module], rule.name)

    def telling(*asked: Any, **named: Any) -> Any:
        found = whole(*asked, **named)
        found = list(found) if isinstance(found, Iterator) else found
        if found:
            noted()
        return found

    with replaced(rule, telling):
        yield


@contextmanager
def replaced(rule: Rule, value: Any) -> Iterator[None]:
    """Let the name of a rule mean something else until the block ends."""
    before = getattr(sys.modules[rule.module], rule.name)
    places = [module for module in _ours() if vars(module).get(rule.name) is before]
    try:
        _put(places, rule.name, value)
        yield
    finally:
        _put(places, rule.name, before)


def _put(places: Collection[ModuleType], name: str, value: Any) -> None:
    for module in places:
        setattr(module, name, value)
    forget()


def forget() -> None:
    """Forget what the functions of the assistant remember of earlier texts, but for how a text is tokenized."""
    for module in _ours():
        for name, value in vars(module).items():
            if name != "_tokenized_text" and callable(getattr(value, "cache_clear", None)) and _is_of_texts(value):
                value.cache_clear()


@cache
def _is_of_texts(function: Any) -> bool:
    return "TokenizedText" in str(inspect.signature(function))


@cache
def _ours() -> tuple[ModuleType, ...]:
    return tuple(module for name, module in sorted(sys.modules.items()) if name.startswith("assistant."))


def _modules(package: str) -> Iterator[ModuleType]:
    parent = import_module(package)
    for found in pkgutil.walk_packages(parent.__path__, f"{package}."):
        if not found.ispkg:
            yield import_module(found.name)


def _of_module(module: ModuleType) -> Iterator[Rule]:
    for node in ast.parse(Path(module.__file__ or "").read_text()).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node]
        for target in targets:
            name = getattr(target, "id", getattr(target, "name", ""))
            value = vars(module).get(name)
            if (kind := _kind(value)) and _nothing(value) is not None:
                yield Rule(module.__name__, name, (node.end_lineno or node.lineno) - node.lineno + 1, kind)


def _kind(value: object) -> str:
    if inspect.isfunction(inspect.unwrap(value)) if callable(value) else False:
        return "function"
    return "words" if isinstance(value, frozenset) else "pattern" if isinstance(value, re.Pattern) else ""


def _nothing(value: Any) -> Any:
    """Return what stands in the place of a rule that is taken out; None for what cannot be."""
    if isinstance(value, frozenset):
        return frozenset()
    if isinstance(value, re.Pattern):
        return _NOWHERE
    given = inspect.get_annotations(inspect.unwrap(value)).get("return")
    if NoneType in get_args(given):
        return lambda *_asked, **_named: None
    given = get_origin(given) or given or object
    empty = {bool: False, str: "", list: [], tuple: (), set: set(), frozenset: frozenset(), Iterator: ()}.get(given)
    return None if empty is None else lambda *_asked, **_named: empty
