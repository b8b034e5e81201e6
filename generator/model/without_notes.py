"""A catalogue as pages say it, for sites and for the page of a draft alike."""

from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.unwritten import without_todo


def without_notes(catalogue: Catalogue, words: Words) -> Catalogue:
    """A catalogue as the pages of a site say it: without notes to its drafters."""
    unwritten, lacking = words("build.unwritten"), words("build.lacking")
    return without_todo(
        catalogue, unwritten, lacking, lambda title: words("build.doubted", title=title)
    )
