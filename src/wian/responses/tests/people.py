"""Everything about people in the story that a page for everybody must not show."""

from saraban.numerals import to_thai
from wian.circulars.models import Circular
from wian.directory.models import Person
from wian.responses.models import Nomination, OnBehalfEntry, Proposal


def names_and_phones() -> set[str]:
    people = [*Person.objects.all(), *Nomination.objects.all()]
    names = {name for one in people for name in (one.given_name, one.family_name)}
    told = {entry.informant for entry in OnBehalfEntry.objects.all()}
    responsible = {project.responsible for project in Proposal.objects.all()}
    phones = {one.phone for one in [*people, *Proposal.objects.all()]}
    phones |= {circular.contact_phone for circular in Circular.objects.all()}
    return {word for word in names | told | responsible | phones | set(map(to_thai, phones)) if word}
