"""A branch of git with one commit of records, and what is said when it cannot be made."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.cli.common import MisuseError
from generator.cli.resources import explain_git
from generator.locale import Words
from generator.review.branches import BranchExistsError, NoAuthorError, commit_on_branch


@dataclass(frozen=True, slots=True)
class NewBranch:
    """A branch to be made: its name, and the revision that its one commit follows."""

    name: str
    onto: str = "HEAD"


def commit_records(
    root: Path, branch: NewBranch, files: Mapping[str, bytes | None], message: str, words: Words
) -> str:
    """Make a branch of one commit with records; returns the commit's id. Raises MisuseError.

    The working tree and its index stay as they are.
    """
    with explain_git(root, branch.onto, words), _explain_branch(branch.name, words):
        return commit_on_branch(root, branch.onto, branch.name, files, f"{message.strip()}\n")


@contextmanager
def _explain_branch(branch: str, words: Words) -> Iterator[None]:
    try:
        yield
    except BranchExistsError:
        raise MisuseError(words("apply.branch_exists", branch=branch)) from None
    except NoAuthorError:
        raise MisuseError(words("apply.no_author")) from None
