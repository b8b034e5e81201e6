"""Earlier states of a catalogue from git; a shallow clone that has the revision is enough."""

import io
import logging
import os
import shlex
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

_log = logging.getLogger(__name__)
_OF_ANOTHER_TREE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What git tells its hooks of the tree that it works on; it would hide that of the catalogue."""
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


class NoGitError(NoSuchRevisionError):
    """There is no program `git` on this machine."""


@contextmanager
def catalogue_at(catalogue: Path, revision: str) -> Iterator[Path]:
    """The files of the folder `catalogue` as they are in `revision`, in a temporary folder.

    Raises NoSuchRevisionError, or what is one: NoRepositoryError, NoGitError.
    """
    with TemporaryDirectory(prefix="niemyet-") as folder:
        _unpack(_read_archive(catalogue, revision), Path(folder))
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
    listed = run_git(catalogue, "rev-list", "-1", revision, "--")
    return listed.decode().strip()


def _refuse_option(revision: str) -> None:
    """Raise NoSuchRevisionError for what git would take for an option."""
    if not revision or revision.startswith("-"):
        raise NoSuchRevisionError(f"fatal: Not a valid object name '{revision}'")


def _read_archive(catalogue: Path, revision: str) -> bytes:
    """The folder as a tar file with paths relative to the folder.

    Raises NoSuchRevisionError.
    """
    _refuse_option(revision)
    top, inside = find_repository(catalogue)
    tree = f"{revision}^{{commit}}:{inside.rstrip('/')}"
    return run_git(top, "archive", "--format=tar", tree)


def find_repository(catalogue: Path) -> tuple[Path, str]:
    """The top folder of the repository, and the way from there to the catalogue: `catalogue/`, or
    nothing when it is the top.

    Raises NoSuchRevisionError, or what is one: NoRepositoryError, NoGitError.
    """
    top = Path(run_git(catalogue, "rev-parse", "--show-toplevel").decode().strip())
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


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the regular files of an archive; links and paths outside `folder` are ignored."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            target = (folder / member.name).resolve()
            content = tar.extractfile(member) if member.isfile() else None
            if content and target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
