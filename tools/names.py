"""Count the functions of a package that act, and how many of those begin with a verb.

    python -m tools.names [PACKAGE]

A function acts when its own body prints, raises, reads or writes a file, starts a process or a
thread, assigns to an attribute, an item or a name that is not its own, or changes a parameter in
place. What it acts through by calling other functions is not followed: the count is a lower bound.
Left out are special methods, properties (named like the attributes they stand in for) and names
that a library asks for. Names that two classes or two public functions share are listed too, and
functions and classes without a docstring whose names have no underscore in front, wherever they are
defined.

Exits with 1 when an acting function does not begin with a verb, a name stands for two things, or a
docstring is missing.
"""

import argparse
import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeGuard

_VERBS = """
abort accept add adopt allow annotate announce answer append apply approve ask assert assign attach
begin bind bring build call cancel carry change check choose clear close collect commit compare
complete compose compress compute configure connect consume convert copy count create decode defer
define delete derive describe detect diff discard dispatch do download draft draw drop emit empty
encode end enrich ensure enter enumerate escape evaluate exchange exclude execute exit expand
expect explain export expose extend extract fail fetch fill filter find finish fix flush fold
follow forget format forward freeze gather generate get give go group handle hide hold ignore
import include increment infer init inject insert inspect install invalidate invoke iterate join
keep launch lay leave listen load lock log lower make measure memoize merge migrate move narrow
normalise notify obtain omit open override pack parse pause perform pick poll pop populate prepare
print process produce propagate propose protect prove publish pull push put quote raise read
rebuild receive recover reduce refresh refuse register reject release reload remember remove rename
render repair replace require reset resolve restore resume retry return reuse rewrite run save say
scan schedule search select send separate serve set share shift shorten show shut skip sort spawn
split spoil spread start stay stop store stream strip submit subtract suppress swap take terminate
touch track transform translate trim try turn unlink unlock unpack unwrap update upgrade use
validate verify visit wait walk warm warn watch wrap write
"""
VERBS = frozenset(_VERBS.split())
"""Verbs in their base form; words that are nouns as often (mark, place, record) are left out."""

GIVEN_NAMES = frozenset(
    {"do_GET", "dump_bytecode", "emit", "items", "log_message", "main", "on_any_event", "values"}
)
"""Names that a library or a convention gives."""

_CHANGING = """
add append clear discard extend insert pop popitem popleft put remove reverse setdefault sort
subtract update write writelines
"""
_CHANGES = frozenset(_CHANGING.split())
"""Methods that change what they are called on."""

_ON_THE_DISK = """
chmod hardlink_to mkdir read_bytes read_text rename rmdir symlink_to touch unlink write_bytes
write_text
"""
_FILES = frozenset(_ON_THE_DISK.split())
"""Methods of paths that read or change the disk; `replace` is told from that of texts."""

_CALLS = frozenset({"print", "open", "urlopen", "TemporaryFile", "setattr", "delattr"})
_MODULES = ("os.", "shutil.", "sqlite3.", "subprocess.")
_QUESTIONS = """
os.access os.cpu_count os.environ.get os.fs os.get os.path. os.scandir os.stat os.urandom os.walk
shutil.which
"""
_ASKING = tuple(_QUESTIONS.split())
"""Calls of these modules that only ask, by the beginning of their names."""
_STARTED = ("thread", "process", "observer", "server")

Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Acting:
    """A function that acts: where it stands, and the first thing that it does."""

    path: Path
    line: int
    name: str
    deed: str

    @property
    def begins_with_verb(self) -> bool:
        """Whether the first word of the name is a verb."""
        return self.name.lstrip("_").partition("_")[0] in VERBS

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.name} ({self.deed})"


def acting_functions(package: Path) -> Iterator[Acting]:
    """The functions and methods of a package that act."""
    for path, tree in _modules(package):
        for node in ast.walk(tree):
            if isinstance(node, Definition) and not _is_left_out(node):
                deed = next(_deeds(node), None)
                if deed:
                    yield Acting(path.relative_to(package.parent), node.lineno, node.name, deed)


def double_names(package: Path) -> Mapping[str, list[str]]:
    """The names of classes, private ones included, and of public functions that stand twice."""
    places: dict[str, list[str]] = defaultdict(list)
    for path, tree in _modules(package):
        for node in tree.body:
            if isinstance(node, ast.ClassDef) or _is_public_function(node):
                places[node.name.lstrip("_")].append(f"{path}:{node.lineno}")
    return {name: found for name, found in sorted(places.items()) if len(found) > 1}


def undocumented(package: Path) -> Iterator[str]:
    """The functions, methods and classes without a docstring; names with an underscore may."""
    for path, tree in _modules(package):
        for node in ast.walk(tree):
            named = isinstance(node, Definition | ast.ClassDef) and not node.name.startswith("_")
            if named and not _is_overload(node) and not ast.get_docstring(node):
                yield f"{path.relative_to(package.parent)}:{node.lineno}: {node.name}"


def _is_overload(node: Definition | ast.ClassDef) -> bool:
    """Whether a definition is one of several signatures of a function."""
    return any(ast.unparse(one).rpartition(".")[2] == "overload" for one in node.decorator_list)


def _is_public_function(node: ast.stmt) -> TypeGuard[Definition]:
    return isinstance(node, Definition) and not node.name.startswith("_")


def _modules(package: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(package.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf8"))


def _is_left_out(function: Definition) -> bool:
    """Whether a name is not free to begin with a verb."""
    special = function.name.startswith("__") and function.name.endswith("__")
    decorators = {ast.unparse(d).rpartition(".")[2] for d in function.decorator_list}
    is_property = decorators & {"property", "cached_property", "setter"}
    return special or bool(is_property) or function.name in GIVEN_NAMES


def _deeds(function: Definition) -> Iterator[str]:
    """What the body of a function does, functions within it left out."""
    arguments = function.args
    named = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    starred = (arguments.vararg, arguments.kwarg)
    foreign = {a.arg for a in named} | {a.arg for a in starred if a}
    body = list(_own_nodes(function))
    for node in body:
        if isinstance(node, ast.Global | ast.Nonlocal):
            foreign |= set(node.names)
    for node in body:
        yield from _deed(node, foreign)


def _own_nodes(function: Definition) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, Definition | ast.Lambda | ast.ClassDef):
            waiting = [*ast.iter_child_nodes(node), *waiting]


def _deed(node: ast.AST, foreign: set[str]) -> Iterator[str]:
    match node:
        case ast.Raise():
            yield "raises"
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            yield f"changes {names[0]}"
        case ast.Call():
            yield from _call(node, foreign)
        case ast.Assign(targets=targets) | ast.Delete(targets=targets):
            yield from _assignments(targets, foreign)
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            yield from _assignments([target], foreign)


def _call(call: ast.Call, foreign: set[str]) -> Iterator[str]:
    called = ast.unparse(call.func)
    module, _, name = called.rpartition(".")
    if name in _CALLS or (called.startswith(_MODULES) and not called.startswith(_ASKING)):
        yield f"calls {called}"
    elif module and (name in _FILES or (name == "replace" and _is_of_a_path(call))):
        yield f"calls {name} of a path"
    elif module and name in _CHANGES and _root(call.func) in foreign:
        yield f"changes {module}"
    elif name == "start" and module.lower().endswith((*_STARTED, ")")):
        yield f"starts {module}"


def _is_of_a_path(call: ast.Call) -> bool:
    """Texts take two arguments to `replace`, dates and records name theirs."""
    return len(call.args) == 1 and not call.keywords


def _assignments(targets: Iterable[ast.expr], foreign: set[str]) -> Iterator[str]:
    for target in targets:
        if isinstance(target, ast.Attribute | ast.Subscript) and _root(target) in foreign:
            yield f"changes {ast.unparse(target)}"
        elif isinstance(target, ast.Tuple | ast.List):
            yield from _assignments(target.elts, foreign)


def _root(node: ast.expr) -> str:
    """The name that an expression such as `self.found[0].rows` begins with."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _room(acting: Acting) -> str:
    parts = acting.path.parts
    return parts[1].removesuffix(".py") if len(parts) > 1 else ""


def _report(
    acting: list[Acting], doubles: Mapping[str, list[str]], silent: list[str]
) -> Iterator[str]:
    every = Counter(map(_room, acting))
    verbs = Counter(_room(one) for one in acting if one.begins_with_verb)
    for room in sorted(every):
        yield f"{room:<12} {verbs[room]:>4} of {every[room]:>4}"
    total = len(acting)
    share = 100 * verbs.total() / max(total, 1)
    yield f"acting functions that begin with a verb: {verbs.total()} of {total} ({share:.1f} %)"
    yield from (f"no verb: {one}" for one in acting if not one.begins_with_verb)
    yield f"double names: {len(doubles)}"
    yield from (f"double: {name}: {', '.join(places)}" for name, places in doubles.items())
    yield f"without a docstring: {len(silent)}"
    yield from (f"no docstring: {one}" for one in silent)


def main() -> int:
    """Print the count of a package; 0 when every acting function begins with a verb."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("package", nargs="?", type=Path, default=Path("generator"))
    options = parser.parse_args()
    package = options.package.resolve()
    acting, doubles = list(acting_functions(package)), double_names(package)
    silent = list(undocumented(package))
    sys.stdout.writelines(f"{line}\n" for line in _report(acting, doubles, silent))
    return 1 if doubles or silent or any(not one.begins_with_verb for one in acting) else 0


if __name__ == "__main__":
    raise SystemExit(main())
