"""How much there is to maintain in a folder of code: lines, patterns and listed words."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CodeSize:
    """What some code holds."""

    lines: int = 0
    """Lines that are neither blank nor a comment."""
    patterns: int = 0
    """Regular expressions."""
    words: int = 0
    """Words and phrases in lists, sets and tables."""

    def __add__(self, other: "CodeSize") -> "CodeSize":
        """Return both together."""
        return CodeSize(self.lines + other.lines, self.patterns + other.patterns, self.words + other.words)


def size_of_folder(folder: Path) -> CodeSize:
    """Return the size of the Python files of a folder and of those within it."""
    return sum((size_of(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))), CodeSize())


def size_of(source: str) -> CodeSize:
    """Return the size of the text of a Python file; patterns and words are those that a module defines by name."""
    lines = [line for line in map(str.strip, source.splitlines()) if line and not line.startswith("#")]
    named = [node for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value]
    patterns = [node for node in ast.walk(ast.parse(source)) if _is_pattern(node)]
    return CodeSize(len(lines), len(patterns), sum(len(list(_words(node))) for node in named))


def _is_pattern(node: ast.AST) -> bool:
    """Tell whether a call makes or uses a regular expression that is written there."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr != "escape"
    )


def _words(node: ast.AST) -> Iterator[str]:
    """Yield the words under a node that are no pattern."""
    if _is_pattern(node):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from node.value.split()
    for child in ast.iter_child_nodes(node):
        yield from _words(child)
