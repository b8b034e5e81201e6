"""What `niemyet post` refuses to do together, so that no option is passed over in silence."""

import argparse
import errno
import os
from pathlib import Path

from generator.cli.common import MisuseError, parse_day
from generator.cli.posting_report import PrintedPosting, given_again
from generator.findings.reasons import reason_key
from generator.locale import Words
from generator.model.posting_coverage import post_command
from generator.posting.folder import ABOUT
from generator.posting.office import PostingOrder


def require_compatible(options: argparse.Namespace, words: Words) -> None:
    """Raise MisuseError for options of a set beside --check, or without a name of whose set."""
    given = [f"--{key}" for key in ("record", "since") if getattr(options, key)]
    if given and (options.check or not options.names):
        key = "posting.check_alone" if options.check else "posting.of_whom"
        command = post_command([words("posting.some_name"), *given_again(options)])
        raise MisuseError(words(key, options=", ".join(given), command=command))


def require_whole_set(order: PostingOrder, words: Words) -> None:
    """Raise MisuseError for a look at the sheets of single procedures."""
    if order.sheets:
        raise MisuseError(words("posting.check_of_set", codes=", ".join(order.sheets)))


def require_true_record(posting: PrintedPosting, words: Words) -> None:
    """Raise MisuseError when a set does not hang yet, or another one was recorded on its day."""
    day, before = posting.posted.edition.day, posting.record
    if day > parse_day(None, words):
        raise MisuseError(words("posting.not_hung_yet", day=words.day(day)))
    if before and before.posted == day and not _is_recorded(posting):
        file = posting.posted.edition.catalogue.path("posting", before.key)
        raise MisuseError(words("posting.recorded_before", day=words.day(day), file=file))


def require_folder(top: Path, words: Words) -> None:
    """Raise MisuseError, before anything is printed, for a folder that takes no files of a set."""
    if (top / "catalogue.yml").exists():
        raise MisuseError(words("posting.into_catalogue", path=top))
    if (top / ABOUT).exists():
        raise MisuseError(words("posting.into_set", path=top, folder=top.absolute().parent.parent))
    nearest = next((one for one in (top, *top.absolute().parents) if one.exists()), top)
    if not nearest.is_dir():
        raise not_written(top, NotADirectoryError(errno.ENOTDIR, str(top)), words)
    if not os.access(nearest, os.W_OK):
        raise not_written(top, PermissionError(errno.EACCES, str(top)), words)


def not_written(path: Path, error: OSError, words: Words) -> MisuseError:
    """What is said of a folder that cannot be written."""
    reason = words(reason_key(error) or "reason.system")
    said = words("posting.not_a_folder", path=path, reason=reason)
    return MisuseError(f"{said}. {words('posting.other_folder')}")


def _is_recorded(posting: PrintedPosting) -> bool:
    """Whether the last record already says what would be written."""
    hung = {(one.procedure, one.version) for one in posting.record.sheets} if posting.record else ()
    items = posting.posted.items.items()
    return hung == {(code, item.entry.summary.version) for code, item in items}
