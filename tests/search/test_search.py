"""The analyser and its twin; files that score like the whole index; what citizens type and find."""

import json
import math
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.index import Index

from benchmarks.search.__main__ import evaluate
from benchmarks.search.questions import answerable, read_questions
from generator.law.text import fold_text
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.records.registers import WordPair
from generator.search.analyser import pairs, syllables
from generator.search.cards import in_card_order
from generator.search.citizens_words import citizens_terms, vocabulary
from generator.search.files import _add_shard, engine, search_files
from generator.search.index import FIELDS, Document, common_syllables, documents, lunr_index
from generator.search.questions import read_question_table
from generator.search.shards import postings, postings_of
from generator.search.titles import CAPITAL, CAPITALS, GLUE, PLAIN, encoded
from tests.conftest import PROJECT
from tests.search.node import ask

OWN = PROJECT / "tests" / "search" / "questions.yml"
VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf8"))


@pytest.mark.parametrize(("text", "expected", "_"), VECTORS)
def test_the_analyser_passes_its_vectors(text: str, expected: list[str], _: list[str]) -> None:
    assert syllables(text) == expected


def test_the_twin_passes_the_same_vectors(sample_site: Path) -> None:
    answers = ask(
        sample_site, [(kind, text) for text, *_ in VECTORS for kind in ("syllables", "exact")]
    )
    assert answers == [found for _, *both in VECTORS for found in both]


def test_the_twins_agree_on_every_title(sample: Edition, sample_site: Path) -> None:
    texts = [entry.title for entry in sample.entries.values()]
    texts += ["Thuở KỲ quặc", "ĐƯỜNG số 12.5", "İstanbul ﬁ ½", "x\u0301\u0323y", "ky ly Quy mỹ 007"]
    ours = [found for text in texts for found in (syllables(text), pairs(syllables(text)))]
    assert ask(sample_site, [(k, t) for t in texts for k in ("syllables", "pairs")]) == ours


@given(st.text(alphabet="aàảãáạăâđeêoôơuưyhkglq ,1"))
def test_accents_change_no_term(text: str) -> None:
    assert syllables(text) == syllables(fold_text(text))


@given(st.lists(st.text(alphabet="aĂâđÔ ,;.:()-1").map(lambda t: " ".join(t.split())).filter(bool)))
def test_titles_can_be_put_together_again(titles: list[str]) -> None:
    written = encoded(tuple(titles) * 30)  # often enough for phrases
    known = written.words.split(" ")
    assert bool(written.phrases) or not any(" " in title for title in titles)
    phrases = written.phrases.split(" ")
    lines = (_expanded(line, len(known), phrases) for line in written.titles.split(" "))
    assert [_text(line, known) for line in lines] == (titles * 30 or [""])


def _expanded(line: str, known: int, phrases: list[str]) -> str:
    numbers = [(character, ord(character) - 0x21) for character in line]
    return "".join(
        character if number < known else _expanded(phrases[number - known], known, phrases)
        for character, number in numbers
    )


def _text(line: str, known: list[str]) -> str:
    text, how, within = "", CAPITAL, False
    for character in line:
        word = known[ord(character) - 0x21]
        if word in (CAPITAL, PLAIN):
            how = word
        elif word == CAPITALS:
            within = not within
        else:
            cased = word[:1].upper() + word[1:] if how == CAPITAL else word
            text += word[1:] if word.startswith(GLUE) else f" {word.upper() if within else cased}"
            how = PLAIN
    return text.strip()


def test_the_browser_reads_every_title_to_the_letter(sample: Edition, sample_site: Path) -> None:
    assert ask(sample_site, [("titles", "")]) == [
        {e.code: e.title for e in sample.entries.values()}
    ]


WEIGHTED = [
    [("khai_sinh", 1.0), ("giay", 1.0), ("lam", 0.15)],
    [("so_do", 1.2), ("mat", 1.0)],
    [("can_cuoc", 1.0), ("cccd", 0.5), ("can", 1.0)],
    [("khong_co_trong_chi_muc", 1.0)],
]


def test_merged_shards_score_like_the_whole_index(sample: Edition, sample_site: Path) -> None:
    entries = in_card_order(sample)
    whole = Index.load(lunr_index(documents(sample, entries, common_syllables(entries))))
    answers = ask(sample_site, [("scores", terms) for terms in WEIGHTED])
    for terms, ours in zip(WEIGHTED, answers, strict=True):
        query = whole.create_query()
        for term, boost in terms:
            query.term(term, boost=boost, use_pipeline=False)
        known = [boost for term, boost in terms if term in whole.inverted_index]
        length = math.sqrt(sum(boost * boost for boost in known))
        expected = {int(found["ref"]): found["score"] for found in whole.query(query)}
        assert dict(ours).keys() == expected.keys()
        assert bool(ours) == bool(known)
        for document, score in ours:
            assert score / length == pytest.approx(expected[document], abs=1e-9)


TERMS = st.sets(st.sampled_from("abcdefghij")).map(sorted)
DOCUMENTS = st.lists(st.fixed_dictionaries({n: TERMS for n, _ in FIELDS}), min_size=1, max_size=6)


@given(st.lists(DOCUMENTS, min_size=2, max_size=5))
def test_an_index_that_remembers_is_the_whole_index(states: list[list[Document]]) -> None:
    for found in states:
        known, whole = postings_of(found), postings(lunr_index(found))
        assert list(known.items()) == list(whole.items())


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("dang ky khai sinh", "1.001193"),
        ("Đăng ký khai sinh", "1.001193"),
        (unicodedata.normalize("NFD", "Đăng ký khai sinh"), "1.001193"),
        ("1.001193", "1.001193"),
        ("1001193", "1.001193"),
        ("thủ tục 1.001193.02 cần gì", "1.001193"),
        ("(1.001193)", "1.001193"),
        ("làm giấy khai sinh cho con", "1.001193"),
        ("lam lai so do bi mat", "1.900501"),
        ("giay doc than", "1.900104"),
        ("mở quán", "1.900701"),
        ("cat khau", "1.900203"),
        ("đổi bằng lái", "1.900901"),
        ("keo dien", "3.901301"),
        ("xin phep xay nha", "1.900601"),
        ("ddaewng kys khai sinh", "1.001193"),
        ("d9a8ng ky1 ket61 ho6n", "1.900102"),
        ("đăng ký khai sihn", "1.001193"),
        ("ket hom", "1.900102"),
        ("dk tam tru", "1.900202"),
        ("GPLX bị mất", "1.900902"),
        ("mất GCNQSDĐ", "1.900501"),
        ("XNTTHN", "1.900104"),
        ("hộ KD", "1.900701"),
        ("gpxd", "1.900601"),
        ("ĐKTT", "1.900201"),
        ("tôi muốn hỏi mất sổ hồng thì phải làm sao ạ", "1.900501"),
    ],
)
def test_the_right_procedure_is_first(sample_site: Path, question: str, code: str) -> None:
    assert ask(sample_site, [("search", question)])[0][0] == code


def test_what_has_ended_stands_behind_what_binds(sample_site: Path) -> None:
    found = ask(sample_site, [("search", "cấp lại thẻ căn cước")])[0]
    assert found.index("1.900305") < found.index("1.900303")


def test_accents_that_were_typed_decide_between_equals(sample_site: Path) -> None:
    with_accents, without = ask(
        sample_site, [("answer", "thẻ căn cước"), ("without", ("accents", "thẻ căn cước"))]
    )
    close = [result["parts"]["close"] for result in with_accents["results"]]
    assert max(close) > 1
    assert {result["code"] for result in with_accents["results"]} == set(without)


def test_two_syllables_with_other_marks_are_hardly_a_match(sample_site: Path) -> None:
    alike, unlike = ask(sample_site, [("answer", "căn cước"), ("answer", "cấn cước")])
    titles = [one["results"][0]["parts"]["title"] for one in (alike, unlike)]
    assert alike["results"][0]["code"] == unlike["results"][0]["code"]
    assert titles[1] < 0.55 * titles[0]


def test_a_word_with_other_marks_is_not_shown_as_asked_for(sample_site: Path) -> None:
    plain, alike, unlike = ask(
        sample_site, [("answer", text) for text in ("can cuoc", "căn cước", "cấn cước")]
    )
    marked = [
        {text for text, is_asked in one["results"][0]["name"] if is_asked}
        for one in (plain, alike, unlike)
    ]
    assert {"căn", "cước"} <= marked[0] & marked[1]
    assert "căn" not in marked[2]
    assert "cước" in marked[2]


def test_a_syllable_may_be_asked_with_two_marks(sample_site: Path) -> None:
    once, twice = ask(sample_site, [("answer", "căn cước"), ("answer", "căn cước cần gì")])
    titles = [one["results"][0]["parts"]["title"] for one in (once, twice)]
    assert once["results"][0]["code"] == twice["results"][0]["code"]
    assert titles[1] >= titles[0]


def test_old_names_of_an_agency_lead_to_what_its_heir_does(
    sample: Edition, sample_site: Path
) -> None:
    agencies = sample.catalogue.agencies.values()
    former = {agency.name: agency.successors for agency in agencies if agency.successors}
    busy = {entry.procedure.agency for entry in sample.entries.values()}
    asked = {name: heirs for name, heirs in former.items() if busy.intersection(heirs)}
    assert asked
    for name, heirs in asked.items():
        found = ask(sample_site, [("search", name)])[0]
        assert sample.entries[found[0]].procedure.agency in heirs, name


def test_filters_combine_and_count(sample: Edition, sample_site: Path) -> None:
    everything, commune, both, abolished, by_title = ask(
        sample_site,
        [
            ("filtered", ("", {})),
            ("filtered", ("", {"level": "commune"})),
            ("filtered", ("", {"level": "commune", "field": "Hộ tịch", "free": "yes"})),
            ("filtered", ("hộ khẩu", {"day": "2026-11-22"})),
            ("filtered", ("đăng ký", {}, "title")),
        ],
    )
    assert everything["total"] == len(sample.entries)
    levels = [entry.version.levels.items for entry in sample.entries.values()]
    assert commune["total"] == sum("commune" in found for found in levels)
    assert everything["counts"]["level"]["commune"] == commune["total"]
    assert commune["counts"]["level"] == everything["counts"]["level"]
    assert 0 < both["total"] < commune["counts"]["field"]["Hộ tịch"]
    assert "1.900206" not in abolished["codes"]
    titles = [sample.entries[code].title for code in by_title["codes"]]
    assert len(titles) > 1
    assert titles == sorted(titles, key=vietnamese_order)


def test_a_family_is_one_line_that_says_where_else_it_is(
    sample: Edition, sample_site: Path
) -> None:
    (answer,) = ask(sample_site, [("answer", "cấp, đổi, cấp lại thẻ căn cước")])
    found = {line["code"]: line["family"]["codes"] for line in answer["results"]}
    family = [one.procedure for one in sample.families["1.900305"].variants]
    assert sum(code in found for code in family) == 1
    assert next(codes for code, codes in found.items() if code in family) == family
    assert len(found) == answer["lines"] < answer["total"]


def test_a_slip_is_said_and_can_be_taken_back(sample_site: Path) -> None:
    slip, right = ask(
        sample_site, [("answer", "đăng ký khai sihn"), ("answer", "đăng ký khai sinh")]
    )
    assert slip["question"]["meant"] == "đăng ký khai sinh"
    assert right["question"]["meant"] == ""


def test_every_abbreviation_is_made_of_letters_of_its_words_and_is_no_word_itself() -> None:
    table = read_question_table()
    for short, full in table["abbreviations"].items():
        letters = iter(full)
        assert all(letter in letters for letter in short), short
        assert short not in table["asking"]
        assert short not in full.split(" ")


def test_what_citizens_words_hold_whole_is_no_weak_answer(sample_site: Path) -> None:
    said, weak = ask(sample_site, [("answer", "cắt khẩu"), ("answer", "cắt qqqq")])
    assert (said["weak"], weak["weak"] or weak["total"] == 0) == (False, True)


def test_letters_that_no_table_knows_are_read_by_the_initials_of_titles(sample_site: Path) -> None:
    lost, several = ask(sample_site, [("answer", "cấp lại TCC"), ("answer", "DKK")])
    assert lost["question"]["meant"] == "cấp lại thẻ căn cước"
    assert lost["results"][0]["code"] in ("1.900303", "1.900304", "1.900305")
    assert [word["syllable"] for word in several["question"]["words"]] != ["dang", "ki", "khai"]
    assert several["question"]["meant"] == ""


def test_nothing_found_leads_to_life_events(sample_site: Path) -> None:
    nothing = ask(sample_site, [("filtered", ("khai sinh", {"field": "Điện lực"}))])[0]
    found, lost = ask(sample_site, [("answer", "khai sinh"), ("answer", "phương tiện qqqqqq")])
    assert nothing["total"] == 0
    assert found["events"] == []
    assert lost["total"] or [event["name"] for event in lost["events"]]


def test_a_first_question_reads_cards_and_shards_and_the_next_one_less(sample_site: Path) -> None:
    first, second, again = ask(sample_site, [("cost", ["sổ đỏ bị mất", "khai sinh", "khai sinh"])])[
        0
    ]
    assert first >= 3  # the manifest, the cards, a shard
    assert second - first <= 4
    assert again == second


def test_the_files_of_a_search_are_named_by_their_content(sample: Edition) -> None:
    files = dict(search_files(sample))
    assert files == dict(search_files(sample))
    manifest = json.loads(files.pop("search/manifest.json"))
    named = {f"search/cards/{manifest['cards']}.json"}
    named |= {f"search/life-events/{manifest['life_events']}.json"}
    named |= {f"search/absent/{manifest['absent'][0]}.json"}
    shards = files.keys() - named
    ends = [path.removesuffix(".json").rpartition("-")[2] for path in sorted(shards)]
    assert "".join(ends) == manifest["shards"][1]
    assert all(path.startswith("search/shards/") for path in shards)


def test_a_shard_keeps_its_name_until_its_content_changes() -> None:
    contents: dict[str, bytes] = {}
    digits = [_add_shard("khai", content, contents) for content in (b"1", b"2", b"1")]
    assert digits[0] == digits[2] != digits[1]
    assert len(contents) == 2
    _add_shard("µ", b"1", contents)
    assert f"shards/-b5--{digits[0]}.json" in contents


def test_the_engine_carries_no_comments(sample_site: Path) -> None:
    assert b"\n//" not in engine()
    assert b"\n " not in engine()
    assert (sample_site / "assets/niemyet/search-engine.js").read_bytes() == engine()


def test_no_script_needs_a_look_behind(sample_site: Path) -> None:
    """Browsers of before 2023 refuse a file that has one, and with it the whole search."""
    scripts = {path.name: path.read_text("utf8") for path in sample_site.rglob("*.js")}
    assert "search-engine.js" in scripts
    assert [name for name, text in scripts.items() if "(?<=" in text or "(?<!" in text] == []


def test_the_own_questions_are_many_and_halved() -> None:
    halves = [read_questions(OWN, half) for half in ("tuning", "unseen")]
    assert sum(map(len, halves)) >= 150
    assert abs(len(halves[0]) - len(halves[1])) < 20
    asked = [question.question for half in halves for question in half]
    assert len(set(asked)) == len(asked)


def test_citizens_questions_find_their_procedures_in_the_sample(sample_site: Path) -> None:
    questions = answerable(read_questions(OWN, codes="sample"), sample_site)
    found: dict[str, Any] = evaluate(sample_site, questions)
    assert found["all"]["questions"] >= 50
    assert found["all"]["hit@1"] >= 0.75
    assert found["all"]["hit@5"] >= 0.92
    assert found["without_accents"]["all"]["hit@5"] >= 0.9
    assert found["first_three_equal"] >= 0.9
    assert found["bytes"]["first"]["p95"] > found["bytes"]["code"] > 0


def cards_of(*titles: str) -> dict[str, Any]:
    """Cards of titles alone."""
    written = encoded(titles)
    return {
        "words": written.words,
        "phrases": written.phrases,
        "titles": written.titles,
        "codes": ["!!" * len(titles), *(f"1.{number}" for number in range(len(titles)))],
        "columns": {},
        "former": {},
    }


def test_no_word_is_torn_for_what_citizens_say(sample_site: Path) -> None:
    cards = cards_of(*(f"Mở cơ sở {one}" for one in "abcdefghijklmnopqrstuv"), "Cơ sở do dân lập")
    asked = [("torn", [cards, "so_do", spoken]) for spoken in (False, True)]
    assert ask(sample_site, asked) == [[22], []]


def test_what_is_wholly_what_people_call_a_procedure_leads_to_it(sample_site: Path) -> None:
    whole, longer = ask(
        sample_site, [("answer", one) for one in ("lam giay khai sinh", "ban sao giay khai sinh")]
    )
    assert [one["results"][0]["code"] for one in (whole, longer)] == ["1.001193", "2.900107"]
    assert whole["results"][0]["parts"]["covered"] == 1
    assert not whole["near"]


@pytest.mark.parametrize(
    ("official", "is_name"), [("đăng ký khai sinh", True), ("khai sinh", False)]
)
def test_only_what_a_procedure_is_called_is_filed_whole(
    sample: Edition, official: str, is_name: bool
) -> None:
    pair = WordPair(words=("giấy mới tinh",), official=(official,))
    catalogue = replace(sample.catalogue, citizen_words=(pair,))
    known = vocabulary(replace(sample, catalogue=catalogue))
    found = citizens_terms(sample.entries["1.001193"], known)
    assert "giay_moi" in found.names | found.words
    assert ("giay_moi_tinh_" in found.names | found.words) == is_name


def test_a_family_of_several_provinces_gives_the_time_of_none(sample_site: Path) -> None:
    times, fees = ["", "5 ngày", "7 ngày"], [[], ["free", "Không thu"]]
    columns = {
        "place": {"values": [["", ""], ["99", "Tỉnh Mẫu"], ["52", "Tỉnh Khác"]], "of": '!"#'},
        "family": {"values": [1], "of": "!!!"},
        "time": {"values": times, "of": '""#'},
        "fee": {"values": fees, "of": '"""'},
    }
    cards = {**cards_of("Một", "Hai", "Ba"), "columns": columns}
    asked = [("varying", [cards, 1, place]) for place in ("", "52", "99")]
    assert ask(sample_site, asked) == [[True, False], [True, False], []]


def test_short_forms_in_titles_are_read_in_full(sample_site: Path) -> None:
    asked = ("shortened", [cards_of("Cấp thẻ BHYT"), {"bhyt": "bao hiem y te"}])
    assert ask(sample_site, [asked]) == [["cap", "the", "bao", "hiem", "y", "te"]]


def test_a_word_that_titles_have_is_no_slip(sample_site: Path) -> None:
    cards = cards_of(*(f"Tàu {one} mét trở lên" for one in range(12)), "Nuôi lợn")
    asked = [("repaired", [cards, ["tro", word]]) for word in ("lon", "lwn")]
    assert ask(sample_site, asked) == [["tro", "lon"], ["tro", "len"]]


def test_without_a_place_what_is_a_provinces_own_weighs_less(sample_site: Path) -> None:
    text = "thẻ ưu tiên xếp hàng"
    plain, there = ask(sample_site, [("answer", text), ("chosen", [text, "99"])])
    weights = [
        next(one["parts"]["prior"] for one in answer["results"] if one["place"][:1] == ["99"])
        for answer in (plain, there)
    ]
    assert weights[0] < weights[1]


def test_what_has_only_some_of_the_words_is_called_near(sample_site: Path) -> None:
    whole, some = ask(sample_site, [("answer", one) for one in ("kết hôn", "kết hôn trăm năm")])
    assert (whole["near"], some["near"]) == (False, True)


def test_a_title_that_lists_cases_answers_with_one_of_them(sample_site: Path) -> None:
    cards = cards_of(
        "Đăng ký theo thỏa thuận; bán nhà; chuyển nhượng đất", "Chuyển nhượng, bán nhà"
    )
    asked = [["chuyen", 1], ["nhuong", 1], ["nha", 2], ["khong", 5]]
    assert ask(sample_site, [("oneCase", [cards, asked])]) == [[0.5, 1]]
    assert ask(sample_site, [("oneCase", [cards, asked[3:]])]) == [[1, 1]]


@pytest.mark.parametrize("text", ["dang ky", ""])
def test_with_a_place_its_own_come_first_and_those_of_others_last(
    sample_site: Path, text: str
) -> None:
    own, foreign, nowhere = ask(
        sample_site, [("placed", [text, place]) for place in ("99", "52", "")]
    )
    assert "99" in own
    assert foreign == sorted(foreign)  # "" is the country, and "99" another province
    assert own[0] == "99" or text
    assert sorted(own) == sorted(foreign) == sorted(nowhere)


def test_what_is_of_another_province_is_marked_and_stands_last(sample_site: Path) -> None:
    for place in ("99", "52", ""):
        (answer,) = ask(sample_site, [("chosen", ["dang ky", place])])
        marked = [one["elsewhere"] for one in answer["results"]]
        codes = [one["place"][0] if one["place"] else "" for one in answer["results"]]
        assert marked == [bool(place and code and code != place) for code in codes]
        assert marked == sorted(marked)


def test_what_fits_badly_stays_behind_even_at_home(sample_site: Path) -> None:
    scored = [(10, ""), (9, "52"), (7, "99"), (6.9, "99"), (4, None)]
    results = [
        {"score": score, "place": [] if place is None else [place, ""]} for score, place in scored
    ]
    (order,) = ask(sample_site, [("byPlace", [results, "99"])])
    assert order == [2, 0, 3, 4, 1]


@pytest.mark.parametrize(
    ("best_here", "expected"),
    [(6.4, [0, 1, 2, 4, 5, 3]), (6.6, [4, 5, 0, 1, 2, 3])],
)
def test_what_only_others_have_stands_before_what_hardly_fits(
    sample_site: Path, best_here: float, expected: list[int]
) -> None:
    scored = [(10, "52"), (9, "52"), (8, "52"), (7.5, "52"), (best_here, ""), (5, "99")]
    results = [{"score": score, "place": [place, ""]} for score, place in scored]
    (order,) = ask(sample_site, [("byPlace", [results, "99"])])
    assert order == expected


@pytest.mark.parametrize(
    ("full", "expected"), [([], [0, 1, 2]), ([1], [0, 1, 2]), ([2], [2, 1, 0])]
)
def test_an_own_one_that_has_every_word_stands_before_what_only_others_have(
    sample_site: Path, full: list[int], expected: list[int]
) -> None:
    results = [
        {"score": score, "place": [place, ""]} for score, place in [(10, "52"), (6, ""), (5, "99")]
    ]
    (order,) = ask(sample_site, [("byPlace", [results, "99", full])])
    assert order == expected


def test_a_need_with_several_steps_is_named_above_the_results(sample_site: Path) -> None:
    questions = ["mo quan an", "tôi muốn mở tiệm cơm", "hậu sự", "quán", "khai sinh"]
    answers = ask(sample_site, [("answer", question) for question in questions])
    named = [[one["name"] for one in answer["journeys"]] for answer in answers]
    assert named == [["Mở quán ăn"], ["Mở quán ăn"], ["Khi người thân qua đời"], ["Mở quán ăn"], []]
    assert answers[0]["journeys"][0]["address"] == "viec/mo-quan-an/"
