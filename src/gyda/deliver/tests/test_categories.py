"""The hub's own list of categories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.db import IntegrityError, transaction

from gyda.deliver.actions import category as actions
from gyda.deliver.errors.listing import NameTaken, StewardsOnly
from gyda.deliver.models import Category
from gyda.deliver.queries import category as queries
from gyda.deliver.starting import CATEGORIES
from gyda.journal.models import Entry
from gyda.people.tests.builders import Cast, who


def test_a_new_hub_starts_with_the_everyday_list_once(cast: Cast) -> None:
    for _ in range(2):
        actions.start_categories(who=who(cast.alys))
    assert Category.objects.count() == len(CATEGORIES) >= 20
    assert Entry.objects.filter(verb="categories.started").count() == 1


def test_the_everyday_list_has_no_name_twice_and_both_languages() -> None:
    welsh, english = zip(*CATEGORIES, strict=True)
    assert len(set(welsh)) == len(set(english)) == len(CATEGORIES)


def test_a_steward_adds_renames_retires_and_brings_back(cast: Cast) -> None:
    alys = who(cast.alys)
    made = actions.add_category(who=alys, name_cy="Garddio", name_en="Gardening")
    actions.rename_category(who=alys, category=made, name_cy="Gardd", name_en="Garden")
    actions.retire_category(who=alys, category=made)
    assert queries.in_use() == []
    assert [str(one) for one in queries.every()] in (["Gardd"], ["Garden"])
    actions.bring_back_category(who=alys, category=made)
    assert queries.in_use() == [made]
    steps = Entry.objects.order_by("id").values_list("verb", flat=True)
    assert [step.removeprefix("category.") for step in steps] == [
        "added",
        "renamed",
        "retired",
        "brought_back",
    ]


def test_only_a_steward_does(cast: Cast) -> None:
    made = Category.objects.create(name_cy="A", name_en="B")
    for member in (cast.bryn, cast.carys):
        with pytest.raises(StewardsOnly):
            actions.add_category(who=who(member), name_cy="C", name_en="D")
        with pytest.raises(StewardsOnly):
            actions.retire_category(who=who(member), category=made)


def test_a_name_is_taken_in_either_language_whatever_its_capitals(cast: Cast) -> None:
    alys = who(cast.alys)
    made = actions.add_category(who=alys, name_cy="Garddio", name_en="Gardening")
    with pytest.raises(NameTaken) as taken:
        actions.add_category(who=alys, name_cy="Arall", name_en="gardening")
    assert taken.value.field == "name_en"
    actions.rename_category(who=alys, category=made, name_cy="garddio", name_en="Gardening")


def test_the_database_wants_both_names(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Category.objects.create(name_cy="Garddio", name_en="")


def test_categories_are_found_by_the_beginning_of_a_word_in_either_language(cast: Cast) -> None:
    actions.start_categories(who=who(cast.alys))
    assert [one.name_en for one in queries.named_like("gard")] == ["In the garden"]
    assert [one.name_en for one in queries.named_like("cerddor")] == ["Music and singing"]
    assert queries.named_like("in") == []
