"""A photographer looks at their own kit and at no colleague's; it is changed by the owner alone."""

import pytest

from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.schedule.models import Photographer
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in

pytestmark = pytest.mark.django_db

LIST = "/admin/bookings/photographer/"
OWN = f"{LIST}kit/"


def page_of(photographer: Photographer) -> str:
    return f"{LIST}{photographer.pk}/change/"


def two() -> tuple[Photographer, Photographer]:
    mara = factories.photographer(focal_lengths_mm=[35, 85])
    return mara, factories.photographer(name="Tove Berg", focal_lengths_mm=[50, 135])


def test_a_photographer_reads_their_own_kit_and_no_other() -> None:
    mara, tove = two()

    with signed_in(photographer_account(mara)) as browser:
        assert browser.get(OWN).headers["Location"] == page_of(mara)
        page = browser.get(page_of(mara)).content.decode()
        other = browser.get(page_of(tove))
        names = browser.get(LIST).content.decode()

    assert "35 mm, 85 mm" in page
    assert 'name="focal_lengths_mm"' not in page
    assert other.headers["Location"] == "/admin/"
    assert ("Mara Lindqvist" in names, "Tove Berg" in names) == (True, False)


def test_a_photographer_changes_nothing_of_it() -> None:
    mara, tove = two()

    with signed_in(photographer_account(mara)) as browser:
        for one in (mara, tove):
            assert browser.post(page_of(one), {"name": "X"}).status_code == 403
        assert browser.get(f"{LIST}add/").status_code == 403
        assert browser.post(f"{LIST}{mara.pk}/delete/").status_code == 403

    assert set(Photographer.objects.values_list("name", flat=True)) == {
        "Mara Lindqvist",
        "Tove Berg",
    }


@pytest.mark.parametrize("group", [OWNER, FRONT_DESK])
def test_who_works_for_all_looks_at_every_kit(group: str) -> None:
    people = two()

    with signed_in(member(group)) as browser:
        assert [browser.get(page_of(one)).status_code for one in people] == [200, 200]
        assert browser.get(OWN).headers["Location"] == "/admin/"
        first = browser.get("/admin/").content.decode()

    assert (LIST in first, OWN in first) == (True, False)


def test_the_way_to_their_own_kit_is_beside_the_page() -> None:
    mara, _tove = two()

    with signed_in(photographer_account(mara)) as browser:
        first = browser.get("/admin/").content.decode()

    assert (f'"{LIST}"' in first, f'"{OWN}"' in first) == (False, True)


def test_nobody_and_who_has_no_group_see_no_kit() -> None:
    mara, _tove = two()

    with signed_in(None) as browser:
        assert browser.get(page_of(mara)).headers["Location"].startswith("/admin/login/")
        assert browser.get(OWN).headers["Location"].startswith("/admin/login/")
    with signed_in(factories.staff("new")) as browser:
        assert browser.get(page_of(mara)).status_code in (302, 403)
        assert browser.get(LIST).status_code == 403
