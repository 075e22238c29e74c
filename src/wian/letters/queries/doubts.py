"""What a colleague would ask about a draft before it is put forward. Each is a warning: nobody is held up by it."""

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from saraban import read
from saraban.paper import Paper, paper_of, text_of
from saraban.paper.words import body_lines
from wian.directory.models import Post
from wian.directory.queries import units_named
from wian.letters.models import Draft
from wian.letters.queries.papers import CLOSING

# Places that a mail merge fills: the letter would not be the same for everybody.
MERGE = re.compile(r"\{\{.*?\}\}|«[^»]*»|<<[^>]*>>|\[(?:ชื่อ|หน่วยงาน|ตำแหน่ง|จำนวน)[^\]]*\]")
# What stands before a unit's name in the office of its head.
OFFICES = ("ผู้อำนวยการ", "หัวหน้า", "เลขานุการ", "อธิบดี", "ปลัด")
# A salutation, and how a letter that begins with it ends.
ENDINGS = {
    "กราบเรียน": "ขอแสดงความนับถืออย่างยิ่ง",
    "นมัสการ": "ขอนมัสการด้วยความเคารพ",
    "เรียน": CLOSING,
}


def doubts_of(draft: Draft) -> list[str]:
    """What is missing or looks wrong, in sentences."""
    paper = paper_of(draft.content)
    return [*_missing(draft, paper), *_attached(paper), *_ending(paper), *_differing(draft, paper)]


def _missing(draft: Draft, paper: Paper) -> Iterator[str]:
    lacks = [str(label) for name, label in _WANTED[paper.kind] if not getattr(paper, name)]
    meeting = paper.meeting
    if meeting:
        lacks += [str(label) for name, label in _MEETING if not getattr(meeting, name)]
    elif paper.kind != "stamped" and not paper.signatory.name:
        lacks.append(_("name of who signs"))
    if lacks:
        yield _("Still missing: %(what)s.") % {"what": ", ".join(lacks)}
    if draft.signer_id is None:
        yield _("Nobody is chosen who signs it on screen: it can only be signed on paper.")


def _attached(paper: Paper) -> Iterator[str]:
    said = "\n".join(body_lines(paper.body))
    if "ส่งมาด้วย" in said and not paper.enclosures and paper.kind == "external":
        yield _("The text speaks of what is enclosed, but nothing is listed as enclosed.")
    if re.search("แนบท้าย|ที่แนบ", said) and not paper.annexes and not paper.enclosures:
        yield _("The text speaks of an annex, but there is none.")


def _ending(paper: Paper) -> Iterator[str]:
    due = ENDINGS.get(paper.salutation, "")
    if paper.kind == "external" and due and paper.closing != due:
        yield _("A letter that begins with “%(salutation)s” ends with “%(due)s”.") % {
            "salutation": paper.salutation,
            "due": due,
        }


def _differing(draft: Draft, paper: Paper) -> Iterator[str]:
    """A circular has the same words for every recipient (the Regulation on Correspondence)."""
    if not draft.circular:
        return
    text = text_of(paper)
    if marks := list(dict.fromkeys(found[0] for found in MERGE.finditer(text))):
        yield _(
            "“%(marks)s” would differ for every recipient. A circular (ว) has the same words for all: put what differs into an annex, or give it an ordinary number."
        ) % {"marks": ", ".join(marks[:3])}
    if paper.addressee and _is_one(paper.addressee):
        yield _("“%(addressee)s” is a single recipient: an ordinary number is enough.") % {
            "addressee": paper.addressee
        }
    if units := list(dict.fromkeys(_quotas_in_body(paper, text))):
        yield _(
            "The text gives single units numbers of their own (%(units)s). In a circular they belong into an annex."
        ) % {"units": ", ".join(units[:3])}


def _is_one(addressee: str) -> bool:
    names = [addressee, *(addressee.removeprefix(office) for office in OFFICES)]
    return bool(units_named(names)) or Post.objects.filter(title=addressee).exists()


def _quotas_in_body(paper: Paper, text: str) -> Iterator[str]:
    reading = read(text)
    body = "\n".join(line.strip() for line in body_lines(paper.body) if line.strip())
    start = reading.text.find(body)
    for quota in reading.quotas:
        if body and start <= quota.span[0] < start + len(body):
            yield quota.unit


_SUBJECT = ("subject", pgettext_lazy("of a letter", "subject"))
_ADDRESSEE = ("addressee", gettext_lazy("to whom"))
_AGENCY = ("agency", gettext_lazy("agency"))
_BODY = ("body", pgettext_lazy("of a letter", "text"))
_CONTACT = ("contact", gettext_lazy("whom to contact"))
_WANTED: dict[str, tuple[tuple[str, str | Promise], ...]] = {
    "memo": (_AGENCY, _SUBJECT, _ADDRESSEE, _BODY),
    "cover_memo": (_AGENCY, _SUBJECT, _ADDRESSEE, _BODY),
    "external": (
        _AGENCY,
        ("address", gettext_lazy("address")),
        _SUBJECT,
        _ADDRESSEE,
        _BODY,
        ("closing", gettext_lazy("closing words")),
        _CONTACT,
    ),
    "stamped": (_AGENCY, _ADDRESSEE, _BODY, _CONTACT),
    "order": (_AGENCY, _SUBJECT, _BODY),
    "announcement": (_AGENCY, _SUBJECT, _BODY),
    "certificate": (_AGENCY, _BODY),
    "minutes": (_BODY,),
}
_MEETING: tuple[tuple[str, str | Promise], ...] = (
    ("session", gettext_lazy("which meeting")),
    ("held_on", gettext_lazy("day of the meeting")),
    ("place", gettext_lazy("place of the meeting")),
    ("present", gettext_lazy("who came")),
)
