"""Citations as people read them: `pp-11-2017#54` is "PP 11/2017 Pasal 54"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.utils.text import slugify

from jenjang.law.citations import Citation, Source, load_sources, with_article
from jenjang.law.errors import LawError
from jenjang.law.parameters import REGULATIONS


@cache
def sources() -> Mapping[str, Source]:
    """The instruments this deployment knows; read once."""
    return load_sources(REGULATIONS / "sources")


def reading(text: str) -> str:
    """The citation in words; what is not a known instrument stays as it was written."""
    try:
        citation = Citation.read(text)
    except LawError:
        return text
    source = sources().get(citation.source)
    name = source.short if source else citation.source
    return with_article(name, citation.article)


def address(text: str) -> str:
    """Where the article is shown to everybody."""
    source, _, article = text.partition("#")
    page = f"/hukum/instrumen/{slugify(source)}/"
    return f"{page}#pasal-{slugify(article)}" if article else page
