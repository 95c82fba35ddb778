"""The components of the pages, one module a family; `{% load jenjang %}` gives them all."""
