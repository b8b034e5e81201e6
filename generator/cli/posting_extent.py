"""How much of what an office answers for its set holds: its own, or all of it."""

import argparse

from generator.model.edition import Edition
from generator.posting.office import PostingOrder
from generator.records.postings import PostingRecord, latest_postings


def latest_record(order: PostingOrder, edition: Edition) -> PostingRecord | None:
    """What hangs in the office of an order by its last record, if it has one."""
    return latest_postings(edition.catalogue.postings.values(), edition.day).get(order.agency)


def asked_for_own(options: argparse.Namespace, record: PostingRecord | None) -> bool:
    """Whether a set is an office's own: unless all is asked for, or a record says all hangs."""
    if options.own or options.all:
        return not options.all
    return record.own if record else True
