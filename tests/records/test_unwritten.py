"""What a draft leaves open reaches no page as a note to its drafter."""

from dataclasses import replace
from pathlib import Path

from generator.imports.word.exported_versions import NO_REASON
from generator.records.blobs import LoadedVersion
from generator.records.registers import count_unwritten
from generator.records.stated import Stated
from generator.records.tree import load_catalogue
from generator.records.unwritten import (
    NOT_IN_LIST,
    NOT_PASTED,
    NOT_PRINTED,
    doubt_title,
    without_todo,
)
from generator.records.version import Form, Result


def test_what_is_not_written_is_said_in_words_and_a_doubted_title_stays() -> None:
    sample, _ = load_catalogue(Path("catalogue"))
    refs = {one.key: one for every in sample.version_refs.values() for one in every}
    key, ref = next(iter(refs.items()))
    version = ref.loaded
    online = replace(version.online, level="partial", partial_reason=NO_REASON)
    title = doubt_title("Cấp mói", "“mói” (thường viết “mới”)")
    forms: Stated[Form] = Stated(not_stated=NOT_PRINTED)
    results: Stated[Result] = Stated(not_stated=NOT_PASTED)
    listed: Stated[str] = Stated(not_stated=NOT_IN_LIST)
    parts = {"forms": forms, "results": results, "conditions": listed}
    draft = replace(version, online=online, title=title, **parts)
    number, decision = next(iter(sample.decisions.items()))
    open_one = replace(decision, title="TODO")
    catalogue = replace(
        sample.with_versions({**refs, key: LoadedVersion(key, draft)}),
        decisions={**sample.decisions, number: open_one},
    )
    shown = without_todo(catalogue, "Chưa ghi", "Không có", "{} (chưa đối chiếu)".format)
    worded = shown.version_files[key]
    assert worded.online.partial_reason == "Chưa ghi"
    assert worded.title == "Cấp mói (chưa đối chiếu)"
    assert shown.decisions[number].title == "Chưa ghi"
    assert {getattr(worded, part).not_stated for part in parts} == {"Không có"}
    assert count_unwritten(worded) == 0
    assert worded.steps is draft.steps, "what is written stays as it is"


def test_a_catalogue_without_open_places_is_left_as_it_is() -> None:
    sample, _ = load_catalogue(Path("catalogue"))
    assert without_todo(sample, "Chưa ghi", "Không có", str) is sample


def test_a_note_to_the_drafter_names_no_key_of_a_file() -> None:
    assert "_" not in NO_REASON
