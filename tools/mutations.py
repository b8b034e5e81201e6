"""Where one token of a module can be another: what `tools.mutate` plants.

What certainly cannot be noticed is left out: annotations and aliases of types, docstrings,
`__slots__` and `slots=`, `__all__`, names of type variables, what only a type checker runs.
"""

import ast
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_COMPARED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_COMPUTED: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "//"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.BitXor: ("^", "&"),
}
_SWAPPED = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "iter",
    "startswith": "endswith",
    "endswith": "startswith",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "partition": "rpartition",
    "rpartition": "partition",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
    "union": "intersection",
    "ceil": "floor",
    "search": "match",
}
_BUILT_IN_TYPES = ("tuple", "list", "dict", "set", "frozenset", "type")
_TYPES = (*_BUILT_IN_TYPES, "Mapping", "Sequence", "Callable", "Iterable", "Iterator", "Literal")
_TYPES_ONLY = ("TypeVar", "NewType", "ParamSpec", "cast")
_UNSEEN = ("__slots__", "__all__")
_KEY = re.compile(r"""["'][^"'\\]{1,40}["']\Z""")


@dataclass(frozen=True, order=True)
class Mutation:
    """In the file `path`, from one offset to another (in bytes), `new` for `old`.

    The kind is comparison, arithmetic, logic, number, call or key.
    """

    path: str
    start: int
    end: int
    line: int
    old: str
    new: str
    kind: str

    @property
    def room(self) -> str:
        """The folder below the first one, such as `law` in `generator/law/dates.py`."""
        return self.path.split("/")[1]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {self.old or 'nothing'} → {self.new or 'nothing'}"

    def planted(self, source: bytes) -> bytes:
        """The text of the module with the mutation."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def mutations(root: Path, paths: Sequence[str]) -> list[Mutation]:
    """Every mutation of the modules below the paths, in the order of their places."""
    named = [root / path for path in paths]
    modules = {m for path in named for m in ([path] if path.is_file() else path.rglob("*.py"))}
    return sorted({found for module in modules for found in _in_module(module, root)})


def drawn(every: Sequence[Mutation], seed: int, count: int) -> list[Mutation]:
    """Mutations drawn by chance: every kind as likely as any other, and none twice."""
    chance = random.Random(seed)
    kinds: dict[str, list[Mutation]] = defaultdict(list)
    for mutation in every:
        kinds[mutation.kind].append(mutation)
    left = [chance.sample(kinds[kind], len(kinds[kind])) for kind in sorted(kinds)]
    found: list[Mutation] = []
    while len(found) < count and any(left):
        found.append(chance.choice([one for one in left if one]).pop())
    return sorted(found)


def _in_module(module: Path, root: Path) -> Iterator[Mutation]:
    source = module.read_bytes()
    tree = ast.parse(source)
    finder = _Finder(module.relative_to(root).as_posix(), source)
    finder.visit(tree)
    for found in finder.found:
        if _differs(found.planted(source), ast.dump(tree)):
            yield found


def _differs(source: bytes, tree: str) -> bool:
    """Whether a text is sound Python, and means something else."""
    try:
        return ast.dump(ast.parse(source)) != tree
    except SyntaxError:
        return False


class _Finder(ast.NodeVisitor):
    """Finds the places of a module where one token can be another."""

    def __init__(self, path: str, source: bytes) -> None:
        self.found: list[Mutation] = []
        self._path = path
        self._source = source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Leave out annotations."""
        defaults = [one for one in (*node.args.defaults, *node.args.kw_defaults) if one]
        self._visit_all([*node.decorator_list, *defaults, *node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Leave out the bases."""
        self._visit_all([*node.decorator_list, *node.body])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Leave out the annotation."""
        if node.value and not _is_named(node.target, _UNSEEN):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Leave out names for the type checker, and aliases of types."""
        if not (any(_is_named(t, _UNSEEN) for t in node.targets) or _is_a_type(node.value)):
            self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Leave out strings that stand by themselves: they are docstrings."""
        if not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_If(self, node: ast.If) -> None:
        """Negate the condition; leave out what only a type checker runs."""
        if not _is_named(node.test, ("TYPE_CHECKING",)):
            self._negate(node.test)
            self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """Negate the condition."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Negate the condition."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Negate the conditions."""
        for test in node.ifs:
            self._negate(test)
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        """Go on instead."""
        self._replace(node, "continue", "logic")

    def visit_Continue(self, node: ast.Continue) -> None:
        """Stop instead."""
        self._replace(node, "break", "logic")

    def visit_Compare(self, node: ast.Compare) -> None:
        """Exchange the operators."""
        sides = (node.left, *node.comparators)
        for before, operator, after in zip(sides, node.ops, node.comparators, strict=False):
            self._between(before, after, *_COMPARED[type(operator)], "comparison")
        self._keys(*sides)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """Exchange `and` and `or`, at each place."""
        words = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for before, after in zip(node.values, node.values[1:], strict=False):
            self._between(before, after, *words, "logic")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Exchange the operator."""
        if type(node.op) in _COMPUTED:
            self._between(node.left, node.right, *_COMPUTED[type(node.op)], "arithmetic")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Exchange the operator."""
        if type(node.op) in _COMPUTED:
            old, new = _COMPUTED[type(node.op)]
            self._between(node.target, node.value, f"{old}=", f"{new}=", "arithmetic")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Drop `not` and the sign."""
        dropped = {ast.Not: ("not ", "logic"), ast.USub: ("-", "arithmetic")}.get(type(node.op))
        if dropped:
            text, kind = dropped
            start = self._start(node)
            self._add(start, start + len(text), "", node.lineno, kind)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """The other truth; a number one more and one less."""
        match node.value:
            case bool():
                self._replace(node, str(not node.value), "logic")
            case int():
                self._replace(node, str(node.value + 1), "number")
                self._replace(node, str(node.value - 1), "number")
            case float():
                self._replace(node, str(node.value + 1), "number")

    def visit_Call(self, node: ast.Call) -> None:
        """Exchange functions that are easily taken for each other, and keys given to them."""
        if _is_named(node.func, _TYPES_ONLY):
            return
        self._exchange(node.func)
        named = [word.value for word in node.keywords if word.arg != "slots"]
        self._keys(*node.args, *named)
        self._visit_all([node.func, *node.args, *named])

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Another key."""
        self._keys(node.slice)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        """Other keys and values."""
        self._keys(*node.keys, *node.values)
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        """Other items."""
        self._keys(*node.elts)
        self.generic_visit(node)

    def visit_MatchValue(self, node: ast.MatchValue) -> None:
        """Another case."""
        self._keys(node.value)
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave out what stands in strings: before Python 3.12 its place is not known."""

    def _visit_all(self, nodes: Sequence[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def _keys(self, *nodes: ast.expr | None) -> None:
        """Another text for each short one: a key, not a sentence."""
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = self._source[self._start(node) : self._end(node)].decode()
                if _KEY.match(text):
                    self._replace(node, f"{text[:-1]}_{text[-1]}", "key")

    def _negate(self, test: ast.expr) -> None:
        """`not` before a condition that is a word or a call; others have operators to exchange."""
        if isinstance(test, ast.Name | ast.Attribute | ast.Call | ast.Subscript):
            self._add(self._start(test), self._start(test), "not ", test.lineno, "logic")

    def _exchange(self, function: ast.expr) -> None:
        name = getattr(function, "id", None) or getattr(function, "attr", "")
        if name in _SWAPPED:
            end = self._end(function)
            self._add(end - len(name), end, _SWAPPED[name], function.end_lineno or 0, "call")

    def _between(self, before: ast.expr, after: ast.expr, old: str, new: str, kind: str) -> None:
        """Exchange an operator that stands between two expressions."""
        start = self._end(before)
        between = self._source[start : self._start(after)]
        shape = rf"\b{old}\b" if old[0].isalpha() else re.escape(old)
        found = re.search(shape.replace(" ", r"\s+").encode(), re.sub(rb"#.*", _blank, between))
        if found:
            first, last = start + found.start(), start + found.end()
            self._add(first, last, new, self._source.count(b"\n", 0, first) + 1, kind)

    def _replace(self, node: ast.expr | ast.stmt, new: str, kind: str) -> None:
        self._add(self._start(node), self._end(node), new, node.lineno, kind)

    def _add(self, start: int, end: int, new: str, line: int, kind: str) -> None:
        old = self._source[start:end].decode()
        self.found.append(Mutation(self._path, start, end, line, old, new, kind))

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)


def _blank(comment: re.Match[bytes]) -> bytes:
    return b" " * len(comment[0])


def _is_named(node: ast.expr, names: Sequence[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _is_a_type(value: ast.expr) -> bool:
    """Whether an expression is an alias of a type, such as `Mapping[str, int] | None`."""
    match value:
        case ast.Subscript(value=ast.Name(id=name)):
            return name in _TYPES
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_a_type(left) or _is_a_type(right)
    return isinstance(value, ast.Constant) and value.value is None
