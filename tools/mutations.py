"""The small changes that `tools.mutants` makes: which of cosmic-ray's operators, two of our own, and where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import cosmic_ray.plugins
import parso
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.work_item import MutationSpec

_TELLING = re.compile(
    r"""own/.*|core/(?:
        NumberReplacer|AddNot|ExceptionReplacer|ZeroIterationForLoop|Replace(?:True|False|And|Or|Break|Continue)With\w+
        |ReplaceUnaryOperator_(?:USub_UAdd|Delete_Not)
        |ReplaceBinaryOperator_(?:Add_Sub|Sub_Add|Sub_BitAnd|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_Mul|BitOr_BitAnd|BitAnd_BitOr)
        |ReplaceComparisonOperator_(?:
            Is_IsNot|IsNot_Is|Eq_NotEq|NotEq_Eq|Lt_LtE|Lt_GtE|LtE_Lt|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt
        )
    )""",
    re.VERBOSE,
)
"""Operators that a test could notice: a set divided by a set fails of itself, `>=` for `==` tells nothing of words.

Comparisons are negated, or their limit moved by one, as in PIT (Coles et al. 2016).
"""

Place = tuple[int, int]
"""A line, counted from 1, and a column, counted from 0."""


class NegateMembership(Operator):
    """Turn `in` into `not in` and back."""

    def mutation_positions(self, node: parso.tree.NodeOrLeaf) -> Iterator[tuple[Place, Place]]:
        """Yield where an operator of membership stands in a comparison."""
        for _, sign in self._signs(node):
            yield sign.start_pos, sign.end_pos

    def mutate(self, node: parso.tree.NodeOrLeaf, index: int) -> parso.tree.NodeOrLeaf:
        """Replace one of the operators of a comparison."""
        at, sign = list(self._signs(node))[index]
        node.children[at] = parso.parse(" in" if "not" in sign.get_code() else " not in")
        return node

    @staticmethod
    def _signs(node: parso.tree.NodeOrLeaf) -> Iterator[tuple[int, parso.tree.NodeOrLeaf]]:
        if node.type == "comparison":
            for at in range(1, len(node.children), 2):
                if node.children[at].get_code().split() in (["in"], ["not", "in"]):
                    yield at, node.children[at]

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return what it does."""
        return Example("x in y", "x not in y"), Example("x not in y", "x in y")


class NegateFilter(Operator):
    """Turn the condition of a comprehension into its opposite."""

    def mutation_positions(self, node: parso.tree.NodeOrLeaf) -> Iterator[tuple[Place, Place]]:
        """Yield where the condition of a comprehension stands."""
        if node.type == "comp_if":
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: parso.tree.NodeOrLeaf, index: int) -> parso.tree.NodeOrLeaf:  # noqa: ARG002
        """Replace the condition."""
        node.children[1] = parso.parse(f" not ({node.children[1].get_code().strip()})")
        return node

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return what it does."""
        return (Example("[a for a in b if c or d]", "[a for a in b if not (c or d)]"),)


cosmic_ray.plugins.OPERATOR_PROVIDERS["own"] = {each.__name__: each for each in (NegateMembership, NegateFilter)}


def mutations_of(module: Path) -> dict[Place, list[MutationSpec]]:
    """Return what may be changed in a module, by place, but not annotations, decorators and heads of functions."""
    nodes = list(ast_nodes(get_ast_from_path(module)))
    unruled = list(_unruled(ast.parse(module.read_text(encoding="utf-8"))))
    found: dict[Place, list[MutationSpec]] = {}
    for name in filter(_TELLING.fullmatch, cosmic_ray.plugins.operator_names()):
        operator = cosmic_ray.plugins.get_operator(name)()
        spans = (span for node in nodes for span in operator.mutation_positions(node))
        for occurrence, (start, end) in enumerate(spans):
            if not any(first <= start < last for first, last in unruled):
                found.setdefault(start, []).append(MutationSpec(module, name, occurrence, start, end))
    return found


def _unruled(tree: ast.Module) -> Iterator[tuple[Place, Place]]:
    """Yield where each annotation, decorator and head of a function begins and ends."""
    for node in ast.walk(tree):
        for part in (getattr(node, "annotation", None), *getattr(node, "decorator_list", [])):
            if part is not None:
                yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.lineno, node.col_offset), (node.body[0].lineno, node.body[0].col_offset)
