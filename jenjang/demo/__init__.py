"""Kota peragaan: an invented city of the size of Sawahlunto. Nobody in it lives; every page says so."""
