"""Kebijakan instansi: what the law leaves to the agency, drafted by one person, adopted by another with a decree.

A version is whole and sealed. `law_on(day)` is the law of a day with the version then in force.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from jenjang import ledger
from jenjang.kernel import hooks
from jenjang.kernel.models import PolicyDraft, PolicyDraftState, PolicyDraftTransition, PolicyVersion
from jenjang.law.codes import label_of
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import LawError, PolicyError, Refused
from jenjang.law.parameters import LawOn, Parameter, default_book
from jenjang.law.policies import check_policy_value
from jenjang.law.wording import in_words

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CITES = ("uu-30-2014#42",)  # no one decides on what is their own
State = Any  # a member of the TextChoices; Django ships no types, and mypy takes its members for tuples
TRANSITIONS: dict[State, frozenset[State]] = {
    "": frozenset({PolicyDraftState.DRAFT}),
    PolicyDraftState.DRAFT: frozenset({PolicyDraftState.PROPOSED, PolicyDraftState.DISCARDED}),
    PolicyDraftState.PROPOSED: frozenset(
        {PolicyDraftState.ADOPTED, PolicyDraftState.DRAFT, PolicyDraftState.DISCARDED}
    ),
    PolicyDraftState.ADOPTED: frozenset(),
    PolicyDraftState.DISCARDED: frozenset(),
}


def read_values(text: str) -> dict[str, Any]:
    """Values as exact numbers."""
    values: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return values


def write_values(values: Mapping[str, Any]) -> str:
    """Canonical JSON: sorted keys, no blanks, numbers as people write them."""
    return json.dumps(_plain(values), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(str(value))
    return value


def delegated() -> list[Parameter]:
    """Every parameter that the law leaves to the agency, by key."""
    return [parameter for key, parameter in sorted(default_book().parameters.items()) if parameter.delegated]


def check_values(values: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with the values: key of the parameter -> sentence. Empty when all is well."""
    wrong: dict[str, str] = {}
    for key, value in values.items():
        try:
            check_policy_value(default_book().parameter(key), value)
        except PolicyError as error:
            wrong[key] = f"{error.message[:1].upper()}{error.message[1:]}."
        except LawError:
            wrong[key] = "Tidak ada parameter dengan kunci ini."
    return wrong


def versions() -> QuerySet[PolicyVersion]:
    """Every version ever adopted, the newest first."""
    return PolicyVersion.objects.select_related("proposed_by", "adopted_by").order_by("-since", "-adopted_at", "-pk")


def policy_on(day: date) -> PolicyVersion | None:
    """The version in force on a day; of two from the same day the one adopted later."""
    return versions().filter(since__lte=day).first()


def law_on(day: date) -> LawOn:
    """Hukum pada suatu hari: the law with the agency's policy. Made once for a day and a version; not to be changed."""
    found = (
        PolicyVersion.objects.filter(since__lte=day)
        .order_by("-since", "-adopted_at", "-pk")
        .values_list("pk", "values")
        .first()
    )
    return _law(day, *(found or (0, "{}")))


def laws() -> Callable[[date], LawOn]:
    """Hukum pada beberapa hari: the same for every day asked, from one query."""
    adopted = list(PolicyVersion.objects.order_by("-since", "-adopted_at", "-pk").values_list("since", "pk", "values"))

    def on(day: date) -> LawOn:
        return _law(day, *next(((pk, values) for since, pk, values in adopted if since <= day), (0, "{}")))

    return on


@lru_cache(maxsize=256)
def _law(day: date, version: int, values: str) -> LawOn:
    return default_book().on(day, read_values(values))


def drafts() -> QuerySet[PolicyDraft]:
    """Every draft with its state (`state`), the newest first."""
    newest = PolicyDraftTransition.objects.filter(draft=OuterRef("pk")).order_by("-pk").values("to_state")[:1]
    return PolicyDraft.objects.annotate(state=Subquery(newest)).select_related("drafted_by").order_by("-pk")


def drafts_for(sees_all: bool) -> QuerySet[PolicyDraft]:
    """What a reader may open: a draft is the drafters' business until it is adopted, and everybody's from then on."""
    return drafts() if sees_all else drafts().filter(state=PolicyDraftState.ADOPTED)


def drafts_in_work() -> QuerySet[PolicyDraft]:
    """Rancangan yang belum ditetapkan dan belum dibuang."""
    return drafts().filter(state__in=(PolicyDraftState.DRAFT, PolicyDraftState.PROPOSED))


def steps_of(draft: PolicyDraft) -> QuerySet[PolicyDraftTransition]:
    """Perjalanan rancangan: who did what, when and why, the newest first."""
    return PolicyDraftTransition.objects.filter(draft=draft).select_related("actor").order_by("-pk")


def state_of(draft: PolicyDraft) -> State:
    newest = PolicyDraftTransition.objects.filter(draft=draft).order_by("-pk").first()
    return newest.to_state if newest else ""


@transaction.atomic
def draft_policy(*, title: str, values: Mapping[str, Any], since: date, by: "User") -> PolicyDraft:
    """Merancang kebijakan, with the values that differ from the national defaults."""
    _refuse_wrong(values)
    draft = PolicyDraft.objects.create(title=title, values=write_values(values), since=since, drafted_by=by)
    _move(draft, PolicyDraftState.DRAFT, by)
    return draft


@transaction.atomic
def change_draft(*, draft: PolicyDraft, title: str, values: Mapping[str, Any], since: date, by: "User") -> PolicyDraft:
    """Mengubah rancangan; what was proposed must be returned first, so that nobody adopts what changed meanwhile."""
    draft = _locked(draft)
    _require(state_of(draft) == PolicyDraftState.DRAFT, "Hanya rancangan yang belum diajukan dapat diubah.")
    _refuse_wrong(values)
    draft.title, draft.values, draft.since, draft.drafted_by = title, write_values(values), since, by
    draft.save()
    return draft


@transaction.atomic
def propose_draft(*, draft: PolicyDraft, by: "User") -> None:
    """Mengajukan rancangan untuk ditetapkan."""
    draft = _locked(draft)
    _require(state_of(draft) == PolicyDraftState.DRAFT, "Rancangan ini sudah diajukan atau sudah selesai.")
    _refuse_wrong(read_values(draft.values))
    _move(draft, PolicyDraftState.PROPOSED, by)


@transaction.atomic
def return_draft(*, draft: PolicyDraft, reason: str, by: "User") -> None:
    """Mengembalikan usulan kepada perancangnya, with a reason."""
    draft = _locked(draft)
    _require(state_of(draft) == PolicyDraftState.PROPOSED, "Hanya usulan yang dapat dikembalikan.")
    _require(bool(reason.strip()), "Tulis alasan pengembalian.")
    _move(draft, PolicyDraftState.DRAFT, by, reason)


@transaction.atomic
def discard_draft(*, draft: PolicyDraft, by: "User", reason: str = "") -> None:
    """Membuang rancangan."""
    draft = _locked(draft)
    _require(PolicyDraftState.DISCARDED in TRANSITIONS[state_of(draft)], "Rancangan ini sudah selesai.")
    _move(draft, PolicyDraftState.DISCARDED, by, reason)


@transaction.atomic
def adopt_policy(*, draft: PolicyDraft, decree_number: str, decree_date: date, by: "User", on: date) -> PolicyVersion:
    """Menetapkan kebijakan: by another person than any who drafted or proposed it, with a decree, never backwards in time."""
    draft = _locked(draft)
    proposal = (
        PolicyDraftTransition.objects.filter(draft=draft, to_state=PolicyDraftState.PROPOSED).order_by("-pk").first()
    )
    decision = adoption_findings(draft, proposal, decree_number, decree_date, by, on)
    if not decision.allowed or proposal is None:
        raise Refused(decision)
    with ledger.attributed(by=by):
        version = PolicyVersion.objects.create(
            draft=draft, title=draft.title, values=draft.values, since=draft.since, decree_number=decree_number.strip(),
            decree_date=decree_date, proposed_by=proposal.actor, adopted_by=by,
        )  # fmt: skip
    _move(draft, PolicyDraftState.ADOPTED, by)
    return version


def adoption_findings(
    draft: PolicyDraft,
    proposal: PolicyDraftTransition | None,
    decree_number: str,
    decree_date: date,
    by: "User",
    on: date,
) -> Decision[None]:
    """Every condition of an adoption, met or not, for the page as for the action."""
    is_open = proposal is not None and state_of(draft) == PolicyDraftState.PROPOSED
    authors = {draft.drafted_by_id: draft.drafted_by} | ({proposal.actor_id: proposal.actor} if proposal else {})
    is_another = all(hooks.are_two_people(author, by, on) for author in authors.values())
    wrong = check_values(read_values(draft.values))
    return Decision(
        [
            Finding(
                is_open,
                "Rancangan ini sedang diajukan." if is_open else "Rancangan ini tidak sedang diajukan.",
                (),
                "diajukan",
            ),
            Finding(is_another, "Penetap harus orang lain dari perancang dan pengusul.", CITES, "dua_orang"),
            Finding(bool(decree_number.strip()), "Nomor keputusan harus diisi.", (), "nomor"),
            Finding(decree_date <= on, "Tanggal keputusan tidak boleh setelah hari ini.", (), "tanggal"),
            Finding(
                draft.since >= decree_date,
                "Kebijakan tidak berlaku surut: mulai berlaku paling awal pada tanggal keputusan.",
                (),
                "surut",
            ),
            Finding(not wrong, "; ".join(wrong.values()) or "Semua nilai di dalam rentang hukum.", (), "rentang"),
        ],
        None,
    )


def _locked(draft: PolicyDraft) -> PolicyDraft:
    return PolicyDraft.objects.select_for_update(of=("self",)).select_related("drafted_by").get(pk=draft.pk)


def _move(draft: PolicyDraft, to: State, by: "User", reason: str = "") -> None:
    before = state_of(draft)
    with ledger.attributed(by=by):
        PolicyDraftTransition.objects.create(
            draft=draft, actor=by, from_state=before, to_state=to, reason=reason.strip()[:500]
        )


def _require(met: bool, reason: str) -> None:
    if not met:
        raise Refused(Decision([Finding(met, reason)], None))


def _refuse_wrong(values: Mapping[str, Any]) -> None:
    wrong = check_values(values)
    if wrong:
        raise Refused(Decision([Finding(False, f"{key}: {reason}") for key, reason in wrong.items()], None))


def comparison(values: Mapping[str, Any]) -> list[tuple[Parameter, str, str]]:
    """Each parameter that the values set: national default and the agency's value, in words."""
    book = default_book()
    chosen = [(book.parameter(key), value) for key, value in sorted(values.items())]
    return [(parameter, _worded(parameter.values[-1].value), _worded(value)) for parameter, value in chosen]


def overview(values: Mapping[str, Any]) -> list[tuple[Parameter, str, str]]:
    """Every parameter that the law leaves to the agency: national default, and the agency's own value or nothing."""
    return [
        (one, _measured(one, one.values[-1].value), _measured(one, values[one.key]) if one.key in values else "")
        for one in delegated()
    ]


def _measured(parameter: Parameter, value: Any) -> str:
    """A value with its unit: "60 bulan" says what "60" does not."""
    counted = not isinstance(value, bool) and isinstance(value, int | Decimal)
    return f"{_worded(value)} {parameter.unit}" if counted and parameter.unit else _worded(value)


def _worded(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{label_of(str(key))}: {_worded(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return " · ".join(_worded(item) for item in value)
    return label_of(value) if isinstance(value, str) else in_words(value)
