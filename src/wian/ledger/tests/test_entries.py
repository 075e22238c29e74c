from django.urls import reverse

from wian.ledger.models import Entry
from wian.responses.tests.unit import browser


def test_the_auditor_reads_what_happened_in_words(story):
    page = browser("auditor").get(reverse("ledger:entries")).content.decode()
    latest = Entry.objects.order_by("-seq")[0]
    assert latest.office in page
    assert str(latest.says) in page


def test_pages_lead_to_the_first_entry(story):
    last = (Entry.objects.count() + 49) // 50
    page = browser("auditor").get(f"{reverse('ledger:entries')}?page={last}").content.decode()
    assert str(Entry.objects.get(seq=1).says) in page


def test_no_name_of_a_person_is_ever_in_it(story):
    from wian.directory.models import Person
    from wian.responses.models import Nomination

    names = {
        f"{row.given_name} {row.family_name}" for row in [*Person.objects.all(), *Nomination.objects.all()]
    }
    names |= {row.phone for row in [*Person.objects.all(), *Nomination.objects.all()]}
    for entry in Entry.objects.all():
        written = f"{entry.payload} {entry.office} {entry.about} {entry.because}"
        assert not [name for name in names if name in written], entry


def test_it_asks_no_more_with_more_entries(story, asks_no_more_with_more_rows):
    from conftest import TOLD

    from wian.responses.tests.unit import Unit

    unit = Unit(
        "กองพัฒนามาตรฐานบริการ",
        story.cast.preparers["กองพัฒนามาตรฐานบริการ"],
        story.cast.heads["กองพัฒนามาตรฐานบริการ"],
    )
    from wian.responses.commands.withdraw import withdraw
    from wian.responses.models import Nomination

    def add(count):
        for number in range(count):
            unit.add("ชื่อ", f"ที่{Entry.objects.count()}{number}")
            standing = Nomination.objects.select_related("response__obligation__recipient__unit")
            withdraw(standing.get(response=unit.places.pk, withdrawn_at=None), by=unit.preparer, at=TOLD)

    asks_no_more_with_more_rows(browser("auditor"), reverse("ledger:entries"), add)
