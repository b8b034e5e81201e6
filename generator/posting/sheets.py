"""What stands on the sheet of a procedure, in the legal order of its parts.

Source: Decree 63/2010/NĐ-CP, article 8: name, steps, ways to submit, dossier, time, who may,
agencies, result, forms, fees, conditions, legal basis.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator import addresses
from generator.exports.qr import qr_svg
from generator.law.titles import one_line
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.posting import PostingItem
from generator.model.published import PublishedProcedure
from generator.pages import sections
from generator.pages.answers import Answer
from generator.pages.channels import channels
from generator.pages.coming import coming_change
from generator.pages.dossier import dossier
from generator.pages.forms import forms
from generator.pages.nodes.blocks import Block, blocks
from generator.pages.nodes.html import Html
from generator.pages.paper_head import version_identity
from generator.pages.steps import every_step
from generator.pages.version_body import VersionBody
from generator.pages.whose import whose_words
from generator.posting.in_full import leave_out_folded, print_in_full
from generator.posting.marks import leave_out_marks
from generator.posting.repeats import print_once
from generator.posting.tree import Tree, plain_words, read_tree
from generator.readings.bodies import read_bodies
from generator.readings.body import BodyKind
from generator.records.registers import NOT_EDITED


@dataclass(frozen=True, slots=True)
class PostingSheet:
    """One sheet: what names it, where its code leads, the answers, and all parts.

    It has no number of its own: that would be another one after each decision.
    `address` and `code_picture` (SVG) are empty where the site has no address of its own;
    `whose` where the procedure is of no province alone,
    `warning` where the record names no body of another province, `kin` where no other sheet of
    the set is about the same matter, `coming` where no decision changes the procedure later.
    """

    code: str
    title: str
    whose: str
    identity: str
    address: str
    code_picture: str
    warning: str
    kin: str
    coming: str
    answers: tuple[tuple[str, Tree], ...]
    papers: Html
    parts: Tree


def sheet_of(item: PostingItem, edition: Edition) -> PostingSheet:
    """The sheet of the version of a procedure that is shown on the day of an edition.

    Readers are not sent to bodies of other provinces that it names.
    """
    entry, strangers = item.entry, item.strangers
    body = VersionBody(entry.version, entry.procedure, edition)
    here = addresses.short_address(entry.code, entry.version.version)
    address, papers = short_url(entry, edition), _papers(body)
    parts = _tree(blocks(_parts(body, here, papers)))
    return PostingSheet(
        code=shown_code(entry, edition),
        title=one_line(entry.version.title),
        whose=whose_words(entry.summary.province, edition),
        identity=version_identity(entry, entry.version, edition),
        address=address.partition("://")[2],
        code_picture=qr_svg(address) if address else "",
        warning=_warning(strangers, edition.words),
        kin=_kin_words(item, edition),
        coming=coming_change(entry, edition),
        answers=tuple(_answers(body.printed_rows(here), strangers, edition.words)),
        papers=papers.html,
        parts=print_once(parts, partial(_as_above, edition.words)),
    )


def _warning(strangers: Collection[str], words: Words) -> str:
    return words("posting.strangers", names="; ".join(strangers)) if strangers else ""


def _kin_words(item: PostingItem, edition: Edition) -> str:
    """That the set has further sheets about the matter, whose they are, and whom to ask."""
    side = "of_province" if item.entry.summary.province else "of_country"
    told = ((side, item.kin), ("named_alike", item.named_alike))
    return " ".join(
        edition.words(f"posting.kin.{key}", codes=kin_codes(codes, edition))
        for key, codes in told
        if codes
    )


def kin_codes(kin: Iterable[str], edition: Edition) -> str:
    """The codes of the procedures of one matter."""
    return ", ".join(shown_code(edition.entries[one], edition) for one in kin)


def _answers(
    rows: Iterable[Answer], strangers: Collection[str], words: Words
) -> Iterator[tuple[str, Tree]]:
    """The answers; none that sends a reader only to a body of another province."""
    named = {key: words(f"part.{key}") for key in ("steps", "channels")}
    below = words("posting.said_below", **named)
    for name, said in rows:
        tree = read_tree(said)
        sends = name == words("facts.place") and sends_away(plain_words(tree), strangers)
        yield name, [words("posting.ask_here")] if sends else leave_out_folded(tree, below)


def sends_away(said: str, strangers: Collection[str]) -> bool:
    """Whether words name bodies of other provinces, and no department beside them for the rest.

    "Sở Xây dựng, Sở Giao thông công chánh TP Hồ Chí Minh" is told to every province: the first is
    the department of all but one. One that a stranger's own name begins with is no other.
    """
    named = [one.value for one in read_bodies(said)]
    beside = (one for one in named if one.kind is BodyKind.DEPARTMENT and not one.province)
    told = any(not any(one.startswith(other.name) for one in strangers) for other in beside)
    return not told and any(one.name in strangers for one in named)


def _as_above(words: Words, opening: str) -> str:
    return words("posting.as_above", opening=opening)


def shown_code(entry: PublishedProcedure, edition: Edition) -> str:
    """The national code of a procedure, or that it has none yet."""
    return entry.procedure.code or edition.words("facts.no_code")


def short_url(entry: PublishedProcedure, edition: Edition) -> str:
    """Where a paper of the version shown can be checked; empty without an address of the site."""
    base = edition.catalogue.settings.paper_url
    path = addresses.short_address(entry.code, entry.version.version)
    return f"{base}{addresses.address(path)}" if base else ""


def _tree(block: Block) -> Tree:
    return leave_out_marks(print_in_full(read_tree(block.html)))


def _papers(body: VersionBody) -> Block:
    edited = body.procedure.answers or NOT_EDITED
    return dossier(body.version, edited.papers, body.read, body.edition)


def _parts(body: VersionBody, here: str, papers: Block) -> Iterator[Block]:
    version, edition, read = body.version, body.edition, body.read
    yield every_step(version, read.steps, edition)
    yield channels(version, read.fees, edition)
    yield papers
    yield sections.eligibility(version, edition)
    yield sections.agencies_section(version, edition, here)
    yield sections.results_section(version, edition)
    yield forms(version, read.forms, edition)
    yield sections.legal_basis(version, edition)
    yield sections.remarks(version, edition)
