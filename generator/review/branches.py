"""A proposal as a branch of git, made without touching the working tree or its index."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.review.history import (
    NoSuchRevisionError,
    find_repository,
    resolve_revision,
    run_git,
)

_FILE = "100644"
"""The mode of a file in a tree of git."""
_NONE = "0" * 40


class BranchExistsError(ValueError):
    """There is a branch of this name, or the name is none for a branch."""


class NoAuthorError(ValueError):
    """Git does not know in whose name to commit: `user.name` and `user.email` are not set."""


def commit_on_branch(
    catalogue: Path, onto: str, branch: str, files: Mapping[str, bytes | None], message: str
) -> str:
    """Make a branch of one commit that follows the revision `onto`; returns the commit's id.

    `files` has the new bytes of each record by its path in the catalogue, None to remove it. Raises
    BranchExistsError, NoAuthorError, NoSuchRevisionError, or what is one.
    """
    top, inside = find_repository(catalogue)
    parent = resolve_revision(catalogue, onto)
    _refuse_taken(top, branch)
    with TemporaryDirectory(prefix="niemyet-") as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        run_git(top, "read-tree", parent, environment=index)
        entries = "".join(_index_entry(top, inside + path, files[path]) for path in sorted(files))
        run_git(
            top, "update-index", "-z", "--index-info", given=entries.encode(), environment=index
        )
        tree = run_git(top, "write-tree", environment=index).decode().strip()
    commit = _commit(top, tree, parent, message)
    run_git(top, "update-ref", f"refs/heads/{branch}", commit, _NONE)
    return commit


def _refuse_taken(top: Path, branch: str) -> None:
    try:
        run_git(top, "check-ref-format", "--branch", branch)
    except NoSuchRevisionError:
        raise BranchExistsError(branch) from None
    if run_git(top, "for-each-ref", f"refs/heads/{branch}"):
        raise BranchExistsError(branch)


def _index_entry(top: Path, path: str, content: bytes | None) -> str:
    """A line of `git update-index --index-info`; the bytes are stored as they are."""
    if content is None:
        return f"0 {_NONE}\t{path}\0"
    blob = run_git(top, "hash-object", "-w", "--stdin", given=content).decode().strip()
    return f"{_FILE} {blob}\t{path}\0"


def _commit(top: Path, tree: str, parent: str, message: str) -> str:
    try:
        run_git(top, "var", "GIT_COMMITTER_IDENT")
        run_git(top, "var", "GIT_AUTHOR_IDENT")
    except NoSuchRevisionError:
        raise NoAuthorError from None
    made = run_git(top, "commit-tree", tree, "-p", parent, given=message.encode())
    return made.decode().strip()
