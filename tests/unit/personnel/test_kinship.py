"""Hubungan keluarga: degrees as civil law counts them, found through rows in either direction."""

import pytest

from jenjang.personnel.kinship import RELATIONS, Family, KinKind, Link

BLOOD, IN_LAW, SPOUSE = KinKind.BLOOD, KinKind.IN_LAW, KinKind.SPOUSE


@pytest.mark.parametrize(
    ("links", "kind", "degree"),
    [
        ([("a", "b", "istri")], SPOUSE, 0),
        ([("a", "b", "anak")], BLOOD, 1),
        ([("b", "a", "anak")], BLOOD, 1),
        ([("a", "b", "adik")], BLOOD, 2),
        ([("a", "x", "ayah"), ("b", "x", "ayah")], BLOOD, 2),
        ([("a", "x", "ayah"), ("x", "b", "adik")], BLOOD, 3),
        ([("a", "x", "adik"), ("x", "b", "anak")], BLOOD, 3),
        ([("a", "b", "sepupu")], BLOOD, 4),
        ([("a", "x", "ibu"), ("x", "y", "kakak"), ("y", "b", "anak")], BLOOD, 4),
        ([("a", "x", "suami"), ("x", "b", "adik")], IN_LAW, 2),
        ([("a", "x", "adik"), ("x", "b", "suami")], IN_LAW, 2),
        ([("a", "b", "mertua")], IN_LAW, 1),
        ([("a", "x", "istri"), ("x", "b", "ayah")], IN_LAW, 1),
        ([("a", "x", "anak"), ("x", "b", "istri")], IN_LAW, 1),
    ],
)
def test_nearest_relation_and_its_degree(links, kind, degree):
    family = Family(Link(*link, record=number) for number, link in enumerate(links, 1))
    for one, other in (("a", "b"), ("b", "a")):
        found = family.relation(one, other)
        assert found is not None
        assert (found.kind, found.degree) == (kind, degree)
        assert set(found.records) == set(range(1, len(links) + 1))


def test_child_of_my_child_and_of_my_spouse_are_told_apart():
    family = Family([Link("a", "x", "istri"), Link("x", "b", "anak")])
    found = family.relation("a", "b")
    assert (found.kind, found.degree, found.in_words) == (IN_LAW, 1, "anak dari istri")


def test_blood_wins_over_marriage_at_the_same_degree():
    family = Family([Link("a", "x", "istri"), Link("x", "b", "anak"), Link("a", "b", "anak")])
    assert family.relation("a", "b").kind is BLOOD


def test_two_marriages_on_the_way_are_no_relation():
    family = Family([Link("a", "x", "istri"), Link("x", "y", "adik"), Link("y", "b", "suami")])
    assert family.relation("a", "b") is None


def test_strangers_have_no_relation():
    assert Family([Link("a", "b", "adik")]).relation("a", "c") is None


def test_the_brother_of_my_brother_is_my_brother():
    family = Family([Link("a", "x", "adik"), Link("x", "b", "adik")])
    assert (family.relation("a", "b").kind, family.relation("a", "b").degree) == (BLOOD, 2)


def test_every_relation_has_a_way_back_of_the_same_degree():
    for step, back, _ in RELATIONS.values():
        assert RELATIONS[back][0].degree == step.degree
        assert RELATIONS[back][0].married == step.married
