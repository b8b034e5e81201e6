"""Earlier states of a catalogue from git; a shallow clone that has the revision is enough."""

import logging
import os
import shlex
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

_log = logging.getLogger(__name__)
_OF_ANOTHER_TREE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What git tells its hooks of the tree that it works on; it would hide that of the catalogue."""
_END_OF_OPTIONS = "--end-of-options"
"""What follows is no option, whatever it looks like (git 2.24 of 2019)."""
_REGULAR = (b"100644 ", b"100755 ")
"""The modes of files; links and repositories within have others, and are ignored."""
_NO_REPOSITORY = "not a git repository"
"""What git says, in English, of a folder that lies in no repository."""


class NoSuchRevisionError(LookupError):
    """Git does not have the revision, or not the catalogue in it; the message is git's."""


class NoMergeBaseError(NoSuchRevisionError):
    """Two revisions have no common ancestor here; in a shallow clone, it may not be fetched."""

    def __init__(self, is_shallow: bool) -> None:
        super().__init__("no merge base")
        self.is_shallow = is_shallow


class NoRepositoryError(NoSuchRevisionError):
    """The catalogue lies in no repository."""


_PUBLISHED = ("origin/main", "origin/master", "main", "master")
"""The branches on which catalogues are published, the nearest to the public first."""


class NoGitError(NoSuchRevisionError):
    """There is no program `git` on this machine."""


@contextmanager
def catalogue_at(catalogue: Path, revision: str) -> Iterator[Path]:
    """The files of the folder `catalogue` as they are in `revision`, in a temporary folder.

    Raises NoSuchRevisionError, or what is one: NoRepositoryError, NoGitError.
    """
    with TemporaryDirectory(prefix="niemyet-") as folder:
        _write_below(Path(folder), _read_blobs(catalogue, revision))
        yield Path(folder)


def find_merge_base(catalogue: Path, base: str, head: str) -> str:
    """The commit at which the line of `head` left that of `base`: what came to `base` later is not
    of `head`.

    Raises NoMergeBaseError where git has none, else as `catalogue_at`.
    """
    commits = [resolve_revision(catalogue, revision) for revision in (base, head)]
    try:
        return run_git(catalogue, "merge-base", *commits).decode().strip()
    except NoSuchRevisionError:
        answer = run_git(catalogue, "rev-parse", "--is-shallow-repository")
        raise NoMergeBaseError(answer.strip() == b"true") from None


def resolve_revision(catalogue: Path, revision: str) -> str:
    """The id of the commit that a revision names. Raises NoSuchRevisionError."""
    _refuse_option(revision)
    listed = run_git(catalogue, "rev-list", "-1", _END_OF_OPTIONS, revision, "--")
    return listed.decode().strip()


def _refuse_option(revision: str) -> None:
    """Raise NoSuchRevisionError for what git would take for an option."""
    if not revision or revision.startswith("-"):
        raise NoSuchRevisionError(f"fatal: Not a valid object name '{revision}'")


def _read_blobs(catalogue: Path, revision: str) -> Iterator[tuple[str, bytes]]:
    """The path, seen from the folder, and the content of every regular file in it.

    The bytes are those of the repository: no attribute that a tree has (`export-ignore`) hides a
    file. Raises NoSuchRevisionError.
    """
    commit = resolve_revision(catalogue, revision)
    top, inside = find_repository(catalogue)
    tree = f"{commit}:{inside.rstrip('/')}"
    listed = run_git(top, "ls-tree", "-r", "-z", "--full-tree", _END_OF_OPTIONS, tree)
    rows = [row.split(b"\t", 1) for row in listed.split(b"\0") if row.startswith(_REGULAR)]
    wanted = b"".join(about.split()[2] + b"\n" for about, _ in rows)
    content = run_git(top, "cat-file", "--batch", given=wanted)
    return zip((os.fsdecode(path) for _, path in rows), _split_batch(content), strict=True)


def _split_batch(content: bytes) -> Iterator[bytes]:
    """The objects in what `git cat-file --batch` prints: each behind a line with its size."""
    start = 0
    while start < len(content):
        line = content.index(b"\n", start)
        size = int(content[start:line].rpartition(b" ")[2])
        yield content[line + 1 : line + 1 + size]
        start = line + size + 2


def published_files(catalogue: Path, base: str) -> frozenset[str] | None:
    """The files of a catalogue on the branch on which records are published, as it is known here.

    None where there is no such branch, or where `base` is it. Raises NoSuchRevisionError.
    """
    branch = next((one for one in _PUBLISHED if _is_known(catalogue, one)), None)
    if branch is None or resolve_revision(catalogue, branch) == resolve_revision(catalogue, base):
        return None
    top, inside = find_repository(catalogue)
    listed = run_git(top, "ls-tree", "-r", "-z", "--name-only", branch, "--", inside or ".")
    names = os.fsdecode(listed).split("\0")
    return frozenset(name.removeprefix(inside) for name in names if name)


def _is_known(catalogue: Path, revision: str) -> bool:
    try:
        resolve_revision(catalogue, revision)
    except NoSuchRevisionError:
        return False
    return True


def find_repository(catalogue: Path) -> tuple[Path, str]:
    """The top folder of the repository, and the way from there to the catalogue: `catalogue/`, or
    nothing when it is the top.

    Raises NoSuchRevisionError, or what is one: NoRepositoryError, NoGitError.
    """
    top = Path(os.fsdecode(run_git(catalogue, "rev-parse", "--show-toplevel")).strip())
    inside = catalogue.resolve().relative_to(top.resolve()).as_posix()
    return top, "" if inside == "." else f"{inside}/"


def run_git(
    folder: Path,
    *arguments: str,
    given: bytes = b"",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """What git prints, started in a folder and given `given` to read.

    Raises NoSuchRevisionError with git's message, or what is one.
    """
    command = ["git", "-C", str(folder), *arguments]
    kept = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER_TREE}
    asked = {**kept, **environment, "LC_ALL": "C"}
    _log.info("running %s", shlex.join(command))
    try:
        done = subprocess.run(command, capture_output=True, check=True, env=asked, input=given)
    except FileNotFoundError as error:
        raise NoGitError(str(error)) from None
    except subprocess.CalledProcessError as error:
        message = error.stderr.decode(errors="replace").strip()
        raise (NoRepositoryError if _NO_REPOSITORY in message else NoSuchRevisionError)(
            message
        ) from None
    return done.stdout


def _write_below(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder; a path that leads out of it is ignored."""
    inside = folder.resolve()
    for path, content in files:
        target = (inside / path).resolve()
        if target.is_relative_to(inside):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
