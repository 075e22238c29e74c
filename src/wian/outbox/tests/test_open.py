import pytest
from django.test import Client
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.directory.models import Holding, Person, Post
from wian.directory.story import FULL
from wian.kit import clock
from wian.outbox.tests.rows import notice


@pytest.fixture
def deputy(story) -> Person:
    """Somebody with two offices."""
    return Person.objects.get(pk=story.cast.parts["deputy"].person)


@pytest.fixture
def elsewhere(story, deputy) -> Holding:
    """Another office of the deputy, in another unit."""
    post = story.cast.preparers["กองอำนวยการ"].post
    return Holding.objects.create(
        post_id=post, person=deputy, kind=Holding.Kind.ACTING_POST, since=clock.today()
    )


def url_of(one) -> str:
    return reverse("outbox:open", args=[one.pk])


def acts_as(client: Client) -> str:
    return client.get(reverse("account_capacity")).context["actor"].key


def test_a_notice_leads_to_what_it_tells_of_and_is_read(deputy):
    told = notice(deputy, url="/letters/")
    answered = enter("deputy").get(url_of(told))
    told.refresh_from_db()
    assert (answered.status_code, answered.url) == (302, "/letters/")
    assert told.read_at


def test_what_only_the_holder_of_a_post_may_open_is_opened_as_that_holder(story, deputy):
    owner = story.cast.parts["owner"]
    own = Post.objects.create(unit_id=owner.unit, title="นักวิชาการเผยแพร่")
    Holding.objects.create(post=own, person=deputy, since=clock.today())
    acting = Holding.objects.create(
        post_id=owner.post, person=deputy, kind=Holding.Kind.ACTING_GOVERNMENT, since=clock.today()
    )
    told = notice(deputy, url="/letters/", post_id=owner.post, unit_id=owner.unit)
    client = enter("deputy")
    client.get(url_of(told))
    assert acts_as(client) == f"holding:{acting.pk}"


def test_opening_another_notice_leaves_the_rest_unread(deputy):
    other = notice(deputy)
    enter("deputy").get(url_of(notice(deputy)))
    other.refresh_from_db()
    assert other.read_at is None


def test_nobody_opens_what_another_was_told(deputy):
    told = notice(deputy)
    assert enter("preparer").get(url_of(told)).status_code == 404
    told.refresh_from_db()
    assert told.read_at is None


def test_a_visitor_signs_in_first_and_comes_back(deputy):
    told = notice(deputy)
    answered = Client().get(url_of(told))
    assert answered.url == f"{reverse('account_login')}?next={url_of(told)}"
    told.refresh_from_db()
    assert told.read_at is None


def test_the_business_of_another_office_is_opened_in_that_office(deputy, elsewhere, story):
    client = enter("deputy")
    assert acts_as(client) == story.cast.parts["deputy"].key
    client.get(url_of(notice(deputy, unit="กองอำนวยการ")))
    page = client.get(reverse("desks:mine"))
    assert page.context["actor"].key == f"holding:{elsewhere.pk}"
    assert "รักษาการในตำแหน่ง" in str(next(iter(page.context["messages"])))


def test_the_office_in_use_stays_when_the_notice_is_its_unit_s(deputy, elsewhere, story):
    client = enter("deputy")
    client.post(reverse("account_capacity"), {"capacity": story.cast.parts["acting"].key})
    client.get(url_of(notice(deputy, unit=FULL)))
    assert acts_as(client) == story.cast.parts["acting"].key


@pytest.mark.parametrize("unit", ["", "กลุ่มตรวจสอบภายใน"])
def test_the_office_stays_where_no_other_is_concerned(unit, deputy, elsewhere, story):
    client = enter("deputy")
    client.get(url_of(notice(deputy, unit=unit)))
    assert acts_as(client) == story.cast.parts["deputy"].key
