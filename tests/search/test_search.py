"""The analyser and its twin; shards that score like the whole; the right procedure first."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.index import Index

from generator.law.edition import Edition
from generator.search.analyser import pairs, shard_key, syllables, terms
from generator.search.index import lunr_index
from tests.search.node import ask, evaluate

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf8"))


@pytest.mark.parametrize(("text", "expected"), VECTORS)
def test_the_analyser_passes_its_vectors(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_the_twin_passes_the_same_vectors(sample_site: Path) -> None:
    answers = ask(sample_site, [("terms", text) for text, _ in VECTORS])
    assert answers == [expected for _, expected in VECTORS]


def test_the_twins_agree_on_every_title(sample: Edition, sample_site: Path) -> None:
    texts = [entry.title for entry in sample.entries.values()]
    texts += ["Thuở KỲ quặc", "ĐƯỜNG số 12.5", "İstanbul ﬁ ½", "x\u0301\u0323y", "ky ly Quy mỹ"]
    questions = [(kind, text) for text in texts for kind in ("terms", "pairs")]
    ours = [f(text) for text in texts for f in (terms, pairs)]
    assert ask(sample_site, questions) == ours
    every = sorted({term for text in texts for term in terms(text)})
    assert ask(sample_site, [("key", t) for t in every]) == [shard_key(t) for t in every]


@given(st.text(alphabet="aàảãáạăâđeêoôơuưyhkglq .,1"))
def test_accents_only_add_terms(text: str) -> None:
    bare = [term for term in terms(text) if not term.startswith("^")]
    assert [term for term in bare if "." not in term and not term.isdecimal()] == [
        syllable for syllable in syllables(text) if not syllable.isdecimal()
    ]


QUESTIONS = [
    "lam lai so do bi mat",
    "đăng ký khai sinh",
    "căn cước",
    "1.001193",
    "xe",
    "hộ tịch cấp",
]


def test_merged_shards_score_like_the_whole_index(sample: Edition, sample_site: Path) -> None:
    whole = Index.load(lunr_index(sample))
    for question, ranked in zip(
        QUESTIONS, ask(sample_site, [("rank", q) for q in QUESTIONS]), strict=True
    ):
        query = whole.create_query()
        for term in terms(question):
            query.term(term, boost=0.7 if term.startswith("^") else 1, use_pipeline=False)
        for term in pairs(question):
            query.term(term, boost=1.6, use_pipeline=False)
        expected = {found["ref"]: found["score"] for found in whole.query(query)}
        assert ranked
        assert dict(ranked).keys() == expected.keys()
        for reference, score in ranked:
            assert score == pytest.approx(expected[reference], abs=1e-9)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("dang ky khai sinh", "1.001193"),
        ("Đăng ký khai sinh", "1.001193"),
        (unicodedata.normalize("NFD", "Đăng ký khai sinh"), "1.001193"),
        ("1.001193", "1.001193"),
        ("1001193", "1.001193"),
        ("làm giấy khai sinh cho con", "1.001193"),
        ("lam lai so do bi mat", "1.900501"),
        ("giay doc than", "1.900104"),
        ("mở quán", "1.900701"),
        ("cat khau", "1.900203"),
        ("đổi bằng lái", "1.900901"),
        ("keo dien", "3.901301"),
        ("xin phep xay nha", "1.900601"),
    ],
)
def test_the_right_procedure_is_first(sample_site: Path, question: str, code: str) -> None:
    assert ask(sample_site, [("search", question)])[0][0] == code


def test_what_has_ended_stands_behind_what_binds(sample_site: Path) -> None:
    found = ask(sample_site, [("search", "cấp lại thẻ căn cước")])[0]
    assert found.index("1.900305") < found.index("1.900303")


def test_the_evaluation_prints_the_agreed_figures(sample_site: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.tsv"
    queries.write_text("query\texpected_codes\nđăng ký khai sinh\t1.001193\nx\t1.999999\n", "utf8")
    found = evaluate(sample_site, queries)
    assert (found["questions"], found["skipped"], found["hit@1"], found["mrr"]) == (1, 1, 1, 1)
    assert found["without_accents"]["hit@5"] == 1
    assert found["bytes"]["first"]["p95"] > found["bytes"]["code"] > 0
    assert {"hit@5", "hit@10", "milliseconds"} <= found.keys()
