"""Components escape what they are given and keep saying what they mean."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.safestring import SafeString

from jenjang.ui import gallery, parts
from jenjang.ui.paging import Sheet, sheet, sort_order

EVIL = "<script>alert(1)</script>\"'&"
SAFE = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;"
DAY = date(2026, 11, 19)
HOSTILE = {
    "evil": EVIL,
    "day": DAY,
    "found": [SimpleNamespace(reason=EVIL, met=False, cites=(EVIL,))],
    "steps": [parts.Step(EVIL, EVIL)],
    "events": [parts.Event(EVIL, when=EVIL, text=EVIL, tag=EVIL, cites=(EVIL,))],
    "rungs": [parts.Rung(EVIL, EVIL, 0.5, url=EVIL, link=EVIL)],
    "todos": [parts.Todo(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL)],
    "chips": [parts.Chip(EVIL, EVIL)],
    "score": [parts.Part(EVIL, Decimal(20))],
    "axes": [parts.Axis(EVIL, 2, 3)] * 3,
    "lanes": [parts.Lane(EVIL, [parts.Span(EVIL, date(2010, 1, 1))])],
    "numbers": [(EVIL, 1)],
    "start": date(2009, 1, 1),
}


def drawn(source: str, path: str = "/", **values: Any) -> str:
    return Template("{% load jenjang %}" + source).render(Context({"request": RequestFactory().get(path), **values}))


@pytest.mark.parametrize(
    "source",
    [
        '{% icon "lock" evil %}', "{% tag evil %}", "{% cite evil %}", "{% seal evil %}", "{% opens evil evil %}",
        "{% person evil evil evil %}", "{% key_figure evil evil %}", "{% keys evil evil %}",
        "{% card evil note=evil link=evil link_url=evil aside=evil %}{{ evil }}{% endcard %}",
        "{% note evil %}{{ evil }}{% endnote %}", "{% crumbs %}{% crumb evil evil %}{% crumb evil %}{% endcrumbs %}",
        "{% why_part evil evil %}{{ evil }}{% endwhy_part %}", "{% table evil %}{{ evil }}{% endtable %}",
        "{% letter evil evil evil above=evil street=evil %}{{ evil }}{% endletter %}",
        "{% letter_signature evil evil %}{{ evil }}{% endletter_signature %}",
        "{% findings found %}", "{% finding evil cites=found.0.cites url=evil %}",
        "{% blocked evil reasons=found intro=evil way_out=evil way_out_url=evil id=evil %}",
        "{% blocked evil name=evil value=evil %}", "{% steps steps evil %}", "{% timeline events %}", "{% rungs rungs %}",
        "{% todos todos %}", "{% facts evil evil %}", "{% chips chips evil %}", "{% empty evil evil url=evil action=evil %}",
        "{% loading evil %}", "{% progress 1 2 evil note=evil poll_url=evil %}", "{% score_bar score legend=True %}",
        "{% measure evil 1 url=evil %}", "{% bar 1 label=evil %}", "{% distribution evil 1 %}", "{% radar axes %}",
        "{% lanes lanes start day day evil %}", "{% deadline 1 2 start day evil %}", "{% th evil evil %}", "{% numbers numbers %}",
        "{% submit evil name=evil value=evil %}", "{% button evil evil %}", "{{ evil|nip }}{{ evil|mask }}{{ evil|pasal }}",
    ],
)  # fmt: skip
def test_what_people_typed_is_never_markup(source: str) -> None:
    html = drawn(source, **HOSTILE)
    assert "<script" not in html
    assert "alert" in html or "•" in html
    assert "\"'&" not in html


def test_a_blocked_button_stays_says_why_and_names_the_way_out() -> None:
    html = drawn('{% blocked "Kunci" reasons=found id="w" way_out="Lengkapi" way_out_url="/x/" %}', **HOSTILE)
    assert 'aria-disabled="true" aria-describedby="w"' in html
    assert 'type="submit"' not in html
    assert '<a class="d-inline-block py-1" href="/x/">Lengkapi</a>' in html


def test_without_reasons_it_is_simply_the_button() -> None:
    html = drawn('{% blocked "Kunci" reasons=none name="aksi" value="kunci" %}', none=[])
    assert '<button class="btn btn-primary" type="submit" name="aksi" value="kunci">Kunci</button>' in html


def test_a_reason_may_be_a_plain_sentence() -> None:
    assert "<li>Nilai kosong. </li>" in drawn('{% blocked "Kunci" reasons=why %}', why=["Nilai kosong."])


def test_a_tag_of_an_unknown_kind_is_a_mistake_of_the_page() -> None:
    with pytest.raises(ValueError, match="A tag is good, warn, bad"):
        drawn('{% tag "X" "merah" %}')


def test_a_score_bar_shows_its_parts_to_eyes_and_ears() -> None:
    html = drawn("{% score_bar score %}", score=gallery.SCORE)
    assert 'aria-label="Kinerja 25,50, Potensial 26,30, Kompetensi teknis 33,60"' in html
    assert '<rect class="j-d2" x="25.5" y="0" width="25.8" height="12">' in html


def test_a_nip_stays_on_one_line_and_the_names_of_lanes_stay_in_sight() -> None:
    assert drawn("{{ nip|nip }}", nip="199002142013032007") == "19900214\xa0201303\xa02\xa0007"
    lane = parts.Lane("Pangkat", [parts.Span("III/c", date(2010, 1, 1))])
    html = drawn("{% lanes rows first last %}", rows=[lane], first=date(2010, 1, 1), last=date(2020, 1, 1))
    assert '<div class="j-lanes__n" aria-hidden="true"><span>Pangkat</span></div>' in html


def test_numbers_of_a_row_say_their_column_and_a_nought_can_be_left_out() -> None:
    html = drawn("{% numbers cells %}", cells=[("Baik", 1250), ("Kurang", 0)])
    assert html == '<td class="j-r" data-l="Baik">1.250</td><td class="j-r is-none" data-l="Kurang">0</td>'


def test_a_label_that_was_safe_before_is_not_taken_for_a_plain_one() -> None:
    assert SAFE in drawn("{% numbers cells %}", cells=[(SafeString(SAFE), 7)])
    assert SAFE in drawn('{% icon "lock" evil %}', evil=SafeString(SAFE))
    plain = SAFE.replace("&", "&amp;")
    assert plain in drawn("{% numbers cells %}", cells=[(SAFE, 7)])
    assert plain in drawn('{% icon "lock" evil %}', evil=SAFE)


def test_the_nine_boxes_follow_the_numbering_of_the_regulation() -> None:
    html = drawn("{% nine_box boxes %}", boxes=gallery.BOXES)
    shown = [int(piece.split("<")[0]) for piece in html.split("<b>Kotak ")[1:]]
    assert shown == [4, 7, 9, 2, 5, 8, 1, 3, 6]
    assert "j-box j-h3 is-sel" in html


def test_pages_keep_their_filters() -> None:
    page = Sheet(rows=[1], number=2, total=150, per_page=50)
    html = drawn("{% pager page %}", "/daftar/?status=MS&hal=2&q=a%26b", page=page)
    assert "51–100 dari 150" in html
    assert 'href="?status=MS&amp;q=a%26b"' in html
    assert 'href="?status=MS&amp;q=a%26b&amp;hal=3"' in html


def test_a_heading_sorts_and_turns_round() -> None:
    assert 'href="?urut=nama"' in drawn('{% th "Nama" "nama" %}', "/?hal=3")
    html = drawn('{% th "Nama" "nama" %}', "/?urut=nama")
    assert 'aria-sort="ascending"' in html
    assert 'href="?urut=-nama"' in html


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("2", 2), ("99", 3), ("-1", 1), ("x", 1), ("9" * 50, 1), ("²", 1)]
)
def test_a_page_that_does_not_exist_gives_the_nearest_one(asked: str, number: int) -> None:
    assert sheet(RequestFactory().get("/", {"hal": asked}), list(range(120))).number == number


def test_only_allowed_columns_sort() -> None:
    allowed = {"nama": "name"}
    assert sort_order(RequestFactory().get("/?urut=-nama"), allowed, "nip") == "-name"
    assert sort_order(RequestFactory().get("/?urut=password"), allowed, "nip") == "nip"
