"""`{% load jenjang %}`: every component and every filter of the pages."""

from __future__ import annotations

from django.template import Library

from jenjang.ui.components import basic, blocks, entry, filters, lists, tables, visuals

register = Library()
for family in (basic, blocks, entry, filters, lists, tables, visuals):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
