"""The forms of a version: recorded ones, and those that its words name for the reader."""

from collections.abc import Iterable, Iterator

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.lacking import is_left_out
from generator.pages.formatting import missing, printed_wording
from generator.pages.links import under_document
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets
from generator.pages.nodes.inline import NOTHING, Inline, external_link, lines, prose, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.readings.evidence import Reading
from generator.readings.forms import NamedForm
from generator.records.version import Form, Version


def forms(version: Version, named: Iterable[Reading[NamedForm]], edition: Edition) -> Block:
    """The forms of the dossier, with a link where there is one; then those that only words name."""
    stated, words = version.forms, edition.words
    only_named = bullets(text(name) for name in dict.fromkeys(_named(named, words)))
    if is_left_out(stated) and not only_named:
        return NO_BLOCK
    listed = bullets(_form(form, edition) for form in stated.items)
    said = NOTHING if is_left_out(stated) else text(missing(stated, words))
    return blocks(
        [
            section_heading(words, "part.forms"),
            listed or said,
            prose(printed_wording(stated, (form.name for form in stated.items))),
            phrase(words, "form.named") if only_named else NOTHING,
            only_named,
        ]
    )


def _form(form: Form, edition: Edition) -> Inline:
    """The name of a form, and on a line of its own the document that issued it."""
    url = form.file.url if form.file else None
    name = external_link(form.name, url) if url else text(form.name)
    return lines(name, under_document(form.basis, (form.name,), edition))


def _named(named: Iterable[Reading[NamedForm]], words: Words) -> Iterator[str]:
    """The forms for the reader that are not recorded, each with where it stands."""
    for reading in named:
        form = reading.value
        if not form.for_reader or form.recorded:
            continue
        where = [words("form.number", code=form.code)] if form.code else []
        where += [words("form.annex", sign=form.annex)] if form.annex else []
        where += [form.document] if form.document else []
        source = ", ".join(where) or words("form.unnumbered")
        name = " ".join((form.name or "").split())
        yield f"{name[:1].upper()}{name[1:]} ({source})" if name else source
