"""Langkah berikut sebuah evaluasi: what is next, at whose desk, by when; and whatever else is open to the reader."""

from __future__ import annotations

from collections.abc import Iterator

from jenjang.performance import evaluations, improving, periods
from jenjang.performance.presenters_evaluating import url_of
from jenjang.performance.presenters_rating import Action, Step, appraiser_name, predicate_tag
from jenjang.performance.queries_evaluating import Reading
from jenjang.performance.skps import AUTHORITY
from jenjang.performance.states import EVALUATION, FINAL
from jenjang.ui.formats import long_date, weekday_date


def step_of(reading: Reading) -> Step:
    """What comes next, as this reader sees it."""
    one = reading.evaluation
    if reading.is_owner:
        return _own_step(reading)
    if reading.appraises and evaluations.may_rate(one, reading.day, reading.law).allowed:
        return _rating_step(reading)
    if one.state == "terbuka" and reading.appraises:
        decision = evaluations.may_rate(one, reading.day, reading.law)
        return Step("Menunggu isian pegawai", "Umpan balik dan rancangan nilai sudah dapat Anda tulis.", is_mine=True,
                    verb="Nilai", reasons=decision.objections)  # fmt: skip
    if one.state == "keberatan":
        return _objection_step(reading)
    return Step(EVALUATION.labels[one.state], _state_text(reading), who=_who(reading))


def _own_step(reading: Reading) -> Step:
    one, who = reading.evaluation, appraiser_name(reading.evaluation.skp)
    if one.state == "terbuka":
        decision = evaluations.may_fill(one, reading.day, reading.law)
        due = periods.fill_by(reading.period, reading.law)
        text = f"Paling lambat {weekday_date(due)}; sesudahnya atasan dapat menilai tanpa isian." if due else ""
        return Step("Isi evaluasi", text, is_mine=True, verb="Isi evaluasi", url=url_of("fill", one),
                    reasons=decision.objections)  # fmt: skip
    if one.state == "diisi":
        return Step(
            f"Menunggu penilaian {who}", "Isian Anda terkirim. Selama belum dinilai, isian dapat ditarik.", who=who
        )
    if one.state == "dinilai":
        return Step("Sudah dinilai, belum diserahkan", f"Begitu diserahkan {who}, hasilnya terlihat di sini.", who=who)
    if one.state == "dirilis":
        return Step("Baca hasilnya, lalu tanggapi", _answer_by(reading), is_mine=True, verb="Tanda tangani",
                    url=url_of("sign", one))  # fmt: skip
    if one.state == "keberatan":
        return Step(
            "Keberatan Anda diperiksa", "Putusannya akan diberitahukan; putusan itu final.", who=_superior(reading)
        )
    return Step(EVALUATION.labels[one.state], _state_text(reading))


def _answer_by(reading: Reading) -> str:
    """Both clocks, in one sentence."""
    decision = reading.objecting
    parts = [f"Tanda tangani paling lambat {weekday_date(reading.sign_by)}."] if reading.sign_by else []
    if decision is not None and decision.allowed:
        parts.append(f"Bila tidak sependapat, ajukan keberatan paling lambat {weekday_date(decision.result.last_day)}.")
    return " ".join(parts)


def _rating_step(reading: Reading) -> Step:
    one = reading.evaluation
    if one.state == "dinilai":
        text = "Sesudah diserahkan, hasil hanya berubah lewat putusan keberatan atau oleh dua orang."
        return Step("Serahkan hasilnya", text, is_mine=True, verb="Serahkan", url=url_of("release", one), posts=True)
    due = periods.rate_by(reading.period, reading.law)
    title = "Nilai evaluasi ini" if one.state == "diisi" else "Nilai tanpa isian pegawai"
    return Step(title, f"Paling lambat {weekday_date(due)}." if due else "", is_mine=True, verb="Nilai",
                url=url_of("rate", one))  # fmt: skip


def _objection_step(reading: Reading) -> Step:
    one = reading.evaluation
    if reading.rules:
        return Step("Putus keberatan", "Dengarkan kedua pihak lebih dahulu. Putusan Anda final.", is_mine=True,
                    verb="Putus keberatan", url=url_of("rule", one))  # fmt: skip
    return Step("Keberatan diperiksa", "Diputus atasan pejabat penilai.", who=_superior(reading))


def _state_text(reading: Reading) -> str:
    one = reading.evaluation
    if one.state in FINAL and one.predicate and reading.sees_rating:
        return f"Predikat {predicate_tag(one.predicate)[0].lower()}."
    return f"Diserahkan {long_date(one.released_on)}." if one.released_on else ""


def _who(reading: Reading) -> str:
    one = reading.evaluation
    if one.state in ("terbuka", "dirilis"):
        return str(one.employee.current.full_name)
    return appraiser_name(one.skp) if one.state in ("diisi", "dinilai") else ""


def _superior(reading: Reading) -> str:
    objection = reading.objection
    superior = objection.to if objection is not None else None
    if superior is None:
        return AUTHORITY.lower()
    return superior.current.full_name if superior.current.active else f"pengganti {superior.current.full_name}"


def actions_of(reading: Reading) -> list[Action]:
    """Whatever else is open to this reader."""
    return list(_actions(reading))


def _actions(reading: Reading) -> Iterator[Action]:
    one = reading.evaluation
    if reading.is_owner and one.state == "diisi":
        yield Action("Tarik isian", url_of("take_back_review", one), posts=True)
    if reading.objecting is not None and reading.objecting.allowed:
        yield Action("Ajukan keberatan", url_of("object", one))
    if reading.appraises and one.state in ("terbuka", "dinilai"):
        yield Action("Tulis umpan balik" if one.state == "terbuka" else "Nilai ulang", url_of("rate", one))
    may_guide = reading.appraises and improving.may_begin(one, reading.law).allowed
    if may_guide and reading.improvement is None:
        yield Action("Mulai pembinaan", url_of("begin_improvement", one))
    if reading.may_amend and one.state in FINAL and reading.open_amendment is None:
        yield Action("Usulkan perubahan", url_of("amend", one))
