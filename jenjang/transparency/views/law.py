"""Pages of the law: instruments, parameters, rules, and a calculator for each rule."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.kernel.clock import today
from jenjang.law import catalogue
from jenjang.law.cases import parameters_of
from jenjang.law.catalogue import Rule
from jenjang.law.parameters import default_book
from jenjang.transparency import books, calculators, describing, policies
from jenjang.transparency.caching import open_page
from jenjang.ui import paging
from jenjang.ui.page import render_page

LONGEST_SEARCH = 200


@open_page
def home(request: HttpRequest) -> HttpResponse:
    """/hukum/: what there is, and a search over all of it."""
    book = default_book()
    text = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    hits = books.search(book, text)
    context = {
        "text": text,
        "hits": paging.sheet(request, hits, per_page=30),
        "counts": (len(catalogue.all_rules()), len(book.parameters), len(book.sources)),
        "digest": book.digest,
        "rules": books.by_slice(catalogue.all_rules(), "id"),
    }
    return render_page(request, "transparency/law.html", context)


@open_page
def instruments(request: HttpRequest) -> HttpResponse:
    groups = books.by_kind(list(default_book().sources.values()))
    return render_page(request, "transparency/instruments.html", {"groups": groups, "today": today()})


@open_page
def instrument(request: HttpRequest, key: str) -> HttpResponse:
    """One instrument: the articles used, what leans on it, and how sure we are."""
    book = default_book()
    source = book.sources.get(key)
    if source is None:
        raise Http404
    parameters, rules = books.leaning_on(book, source)
    context = {
        "source": source,
        "articles": books.articles_of(book, source),
        "parameters": parameters,
        "rules": rules,
        "confidence": books.confidence_of(source.confidence),
        "amends": [book.sources[name] for name in source.amends if name in book.sources],
        "amended_by": [book.sources[name] for name in source.amended_by if name in book.sources],
        "repealed_by": book.sources.get(source.repealed_by),
    }
    return render_page(request, "transparency/instrument.html", context)


@open_page
def parameters(request: HttpRequest) -> HttpResponse:
    book, day = default_book(), today()
    only = request.GET.get("didelegasikan") == "1"
    listed = [item for _, item in sorted(book.parameters.items()) if item.delegated or not only]
    context = {"groups": books.by_slice(listed, "key"), "only": only, "count": len(listed), "today": day}
    return render_page(request, "transparency/parameters.html", context)


@open_page
def parameter(request: HttpRequest, key: str) -> HttpResponse:
    """One parameter: its dated values with articles, and the agency's own if it set one."""
    item = default_book().parameters.get(key)
    if item is None:
        raise Http404
    context = {
        "parameter": item,
        "lines": books.lines_of(item, today()),
        "confidence": books.confidence_of(item.confidence),
        "range": books.range_of(item),
        "own": policies.own_value(item, today()),
        "rules": books.rules_using(key),
    }
    return render_page(request, "transparency/parameter.html", context)


@open_page
def rules(request: HttpRequest) -> HttpResponse:
    return render_page(request, "transparency/rules.html", {"groups": books.by_slice(catalogue.all_rules(), "id")})


@open_page
def rule(request: HttpRequest, key: str) -> HttpResponse:
    """One rule: what it decides, from which facts, with which cases."""
    found = _rule(key)
    book = default_book()
    worked = [
        (books.case_name(case.id), case, calculators.address_of(case, found))
        for case in calculators.worked_cases(found)
    ]
    context = {
        "rule": found,
        "facts": describing.facts_of(found),
        "results": describing.results_of(found),
        "parameters": [book.parameters[name] for name in parameters_of(found.id)],
        "cases": paging.sheet(request, worked, per_page=20),
    }
    return render_page(request, "transparency/rule.html", context)


@open_page
def calculator(request: HttpRequest, key: str) -> HttpResponse:
    """The rule asked with facts of one's own; the address holds them, so that an answer can be shown to somebody else."""
    found = _rule(key)
    sheet = calculators.fill(found, request.GET.dict(), today=today(), policy_on=policies.values_on)
    book = default_book()
    used = [book.parameters[name] for name in (sheet.answer or {}).get("parameters", ())]
    context = {
        "rule": found,
        "sheet": sheet,
        "used": used,
        "findings": policies.as_reasons(sheet.answer),
        "address": request.build_absolute_uri(request.get_full_path()),
    }
    return render_page(request, "transparency/calculator.html", context, status=422 if sheet.is_faulty else 200)


def _rule(key: str) -> Rule:
    try:
        return catalogue.get(key)
    except KeyError:
        raise Http404 from None
