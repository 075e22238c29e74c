"""Who may see which page: one row a URL, read and walked by `test_permissions.py`.

A row says, for everyone in WHO, the status that the page answers them with: `others` for those it
does not name. Arguments of the URL come from the story:

    "circulars:letter": [Page(others=404, but={"owner": 200}, args=lambda story: {"circular": story.circular.pk})]

A page that acts has a second row with `post=True`: what it answers to an empty form, so that whoever
may not act does not even get to the form's own checks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from wian.asks.models import Ask, ExtensionRequest, Obligation, ReadIn
from wian.asks.story import letter
from wian.circulars.models import Recipient
from wian.circulars.tests.support import issued, sent
from wian.desks.commands.share import share
from wian.directory.models import Person
from wian.directory.story import FULL, INSTITUTE
from wian.files.commands.keep import TEXT, keep
from wian.kit import clock
from wian.letters.commands.keep_wording import keep_wording
from wian.letters.commands.reserve_number import reserve_number
from wian.letters.models import Incoming, Series
from wian.letters.tests import issuing
from wian.letters.tests.drafting import begun, checking
from wian.outbox.tests.rows import notice
from wian.outbox.tests.support import WORDING, people
from wian.responses.commands.attach import attach
from wian.responses.commands.propose import Project, propose
from wian.responses.models import Attachment, Nomination, Proposal, Submission

# Everyone who knocks, with the user name of the story (`wian.desks.story`): None for a visitor who has
# not signed in. `nobody` has an account and holds no office: the walker opens it.
STORY = (
    "owner", "preparer", "head", "executive", "receiver", "confirmer", "clerk", "finance_head", "sole",
    "deputy", "secretary", "signatory", "auditor", "administrator", "other_owner", "outsider",
)  # fmt: skip
WHO: dict[str, str | None] = {"visitor": None, "nobody": "nobody", **{name: name for name in STORY}}


@dataclass(frozen=True)
class Page:
    others: int
    but: Mapping[str, int] = field(default_factory=dict)
    args: Callable[[Any], Mapping[str, Any]] = lambda story: {}
    post: bool = False

    def status(self, who: str) -> int:
        return self.but.get(who, self.others)


SIGN_IN = {"visitor": 302}  # led to the sign-in page

# Groups of the cast. The unit is กองการคลังและพัสดุ; the others of STAFF are each of another unit.
UNIT = ("preparer", "clerk", "finance_head", "deputy")
STAFF = (*UNIT, "head", "sole", "receiver", "confirmer", "outsider")  # all are recipients of the circular
WRITERS = (*STAFF, "owner", "other_owner")
# Those of the cast who give their units' letters numbers.
NUMBERERS = ("clerk", "head", "finance_head", "sole", "owner", "other_owner")
OVERSEERS = ("executive", "secretary", "signatory", "auditor")


def only(*who: str, status: int = 200) -> dict[str, int]:
    """`who` get in, a visitor is led to the sign-in page; with `others=404` nobody else learns that it exists."""
    return {**SIGN_IN, **dict.fromkeys(who, status)}


def circular(story: Any) -> dict[str, int]:
    return {"circular": story.circular.pk}


def came_in(story: Any) -> dict[str, int]:
    """A row of the unit's register of letters received."""
    return {"incoming": Incoming.objects.filter(unit__name=FULL).earliest("pk").pk}


def came_in_as_a_file(story: Any) -> dict[str, int]:
    """The same, with the copy that the unit put on file."""
    row = came_in(story)
    Incoming.objects.filter(pk=row["incoming"]).update(file=keep(b"letter", name="letter.txt", type_=TEXT))
    return row


def kept_number(story: Any) -> dict[str, int]:
    """A number that the unit has reserved."""
    clerk = story.cast.parts["clerk"]
    on = clock.today()
    return {
        "entry": reserve_number(
            story.cast.units[FULL], Series.Kind.ORDER, on=on, reason="-", by=clerk, at=clock.now()
        ).pk
    }


def recipient(unit: str) -> Callable[[Any], dict[str, int]]:
    def of(story: Any) -> dict[str, int]:
        return {"recipient": Recipient.objects.get(circular=story.circular, unit__name=unit).pk}

    return of


def obligation(unit: str, kind: str = "nominate") -> Callable[[Any], dict[str, int]]:
    def of(story: Any) -> dict[str, int]:
        return {"obligation": Obligation.objects.get(recipient__unit__name=unit, ask__kind=kind).pk}

    return of


def name_draft(story: Any) -> dict[str, Any]:
    return {**obligation(FULL)(story), "form": "name"}


def nomination(story: Any) -> dict[str, int]:
    return {"nomination": Nomination.objects.filter(response=obligation(FULL)(story)["obligation"])[0].pk}


SUBMITTED, AS_A_FILE, EXEMPT = "กองบริหารทรัพยากรบุคคล", "กองอำนวยการ", "กลุ่มตรวจสอบภายใน"


def ask(*, closed: bool) -> Callable[[Any], dict[str, int]]:
    def of(story: Any) -> dict[str, int]:
        return {"ask": Ask.objects.filter(closed_at__isnull=not closed)[0].pk}

    return of


def asked_for_time(story: Any) -> dict[str, int]:
    return {"asked": ExtensionRequest.objects.get(granted=None).pk}


def nomination_sent(story: Any) -> dict[str, int]:
    return {
        "nomination": Nomination.objects.filter(response=obligation(SUBMITTED)(story)["obligation"])[0].pk
    }


def project_sent(story: Any) -> dict[str, int]:
    rows = Proposal.objects.filter(response=obligation(SUBMITTED, "propose")(story)["obligation"])
    return {"proposal": rows[0].pk}


def project(story: Any) -> dict[str, int]:
    rows = Obligation.objects.select_related("ask", "recipient__unit", "recipient__circular")
    owed = rows.get(recipient__unit__name=FULL, ask__kind="propose")
    by = story.cast.preparers[FULL]
    return {"proposal": propose(owed, Project(title="ลดขั้นตอน"), by=by, at=clock.now()).pk}


def file(story: Any) -> dict[str, int]:
    """Attached by the unit, and not sent."""
    owed = Obligation.objects.get(pk=obligation(FULL)(story)["obligation"])
    source = keep(b"names", name="list.txt", type_=TEXT)
    by = story.cast.preparers[FULL]
    return {"attachment": attach(owed, source, name="list.txt", by=by, at=clock.now()).pk}


def file_sent(story: Any) -> dict[str, int]:
    rows = Attachment.objects.filter(response__obligation__recipient__unit__name=SUBMITTED)
    return {"attachment": rows.exclude(sent_at=None)[0].pk}


def draft(story: Any) -> dict[str, int]:
    """A letter that the owner read in and has not launched."""
    text, post = letter(clock.today()) + b"\n", story.cast.parts["owner"].post
    source = keep(text, name="letter.txt", type_=TEXT)
    return {"read_in": ReadIn.objects.create(source=source, post_id=post, read_at=clock.now()).pk}


def proof(story: Any) -> dict[str, str]:
    return {"code": Submission.objects.filter(recipient__unit__name=SUBMITTED)[0].code}


def link(field: str, as_: str) -> Callable[[Any], dict[str, Any]]:
    """A link to the one page: by its `field`, as the argument `as_`."""

    def of(story: Any) -> dict[str, Any]:
        made = share(story.circular, days=7, by=story.cast.parts["owner"], at=clock.now())
        return {as_: getattr(made, field)}

    return of


def told(story: Any) -> dict[str, int]:
    """A notice to the owner."""
    return {"notice": notice(Person.objects.get(pk=story.cast.parts["owner"].person)).pk}


def mail(story: Any) -> dict[str, int]:
    """An e-mail that did not go out, to somebody outside of the story."""
    return {"message": notice(people("a@example.go.th")[0], state="held").message.pk}


def wording(story: Any) -> dict[str, str]:
    return {"code": WORDING.code, "language": "th"}


def issued_by(unit: str) -> Callable[[Any], dict[str, int]]:
    return lambda story: {"letter": issued(unit=unit).pk}


def exchanged(story: Any) -> dict[str, int]:
    """A letter that the unit issued, with bytes that can be read."""
    return {"letter": issued(unit=FULL, source=keep(b"%PDF-", name="letter.pdf", type_="application/pdf")).pk}


def informed(story: Any) -> dict[str, int]:
    """A letter that the owner sent for information."""
    return {"circular": sent(story).pk}


def to_sign(story: Any) -> dict[str, int]:
    """Waits for the head of the unit."""
    return {"draft": issuing.passed(story).pk}


def to_number(story: Any) -> dict[str, int]:
    """Signed on paper."""
    return {"draft": issuing.signed_on_paper(story).pk}


def signed(story: Any) -> dict[str, int]:
    return {"letter": issuing.issued(story).pk}


def to_scan(story: Any) -> dict[str, int]:
    return {"letter": issuing.issued_on_paper(story).pk}


def being_written(story: Any) -> dict[str, int]:
    """A paper that the unit writes."""
    return {"draft": begun(story).pk}


def being_checked(story: Any) -> dict[str, int]:
    return {"draft": checking(story).pk}


def kept_wording(story: Any) -> dict[str, int]:
    by = story.cast.parts["clerk"]
    return {"wording": keep_wording(story.cast.units[FULL], name="ลงท้าย", text="จึงเรียนมา", by=by).pk}


PAGES: dict[str, list[Page]] = {
    "account_login": [Page(others=302, but={"visitor": 200})],
    "account_logout": [Page(others=200, but={"visitor": 302})],
    "account_change_password": [Page(others=200, but=SIGN_IN)],
    "account_set_password": [Page(others=302, but={"nobody": 302})],
    "account_inactive": [Page(others=200)],
    "account_capacity": [Page(others=200, but=SIGN_IN)],
    # Opens to whoever typed it, in the browser where they did (accounts/tests/test_kept.py).
    "account_kept": [Page(others=404, but=SIGN_IN, args=lambda story: {"form": uuid4()})],
    "account_look": [Page(others=405), Page(others=302, post=True)],
    "ledger:entries": [Page(others=404, but=only("auditor"))],
    # The site names no mail server in tests: sending again is refused with its reason (outbox/tests/test_send_again.py).
    "outbox:mine": [Page(others=200, but=SIGN_IN), Page(others=200, but=SIGN_IN, post=True)],
    "outbox:read_all": [Page(others=302), Page(others=400, but=SIGN_IN, post=True)],
    "outbox:open": [Page(others=404, but=only("owner", status=302), args=told)],
    "outbox:wordings": [Page(others=404, but=only("owner", "other_owner", "administrator"))],
    "outbox:wording": [
        Page(others=404, but=only("owner", "other_owner", "administrator"), args=wording),
        Page(others=404, but=only("owner", "other_owner", "administrator"), args=wording, post=True),
    ],
    "outbox:original": [
        Page(others=404, but=only("owner", "other_owner", "administrator", status=409), args=wording),
        Page(others=404, but=only("owner", "other_owner", "administrator"), args=wording, post=True),
    ],
    "outbox:messages": [Page(others=404, but=only("administrator"))],
    "outbox:message": [Page(others=404, but=only("administrator"), args=mail)],
    "outbox:send_again": [
        Page(others=404, but=only("administrator", status=409)),
        Page(others=404, but=only("administrator"), post=True),
    ],
    "outbox:send_one_again": [
        Page(others=404, but=only("administrator", status=409), args=mail),
        Page(others=404, but=only("administrator"), args=mail, post=True),
    ],
    "directory:units": [Page(others=404, but=only("administrator", "auditor"))],
    # The acting head holds the post too, in another capacity than the first.
    "letters:sign": [
        Page(others=404, but=only("finance_head"), args=to_sign),
        Page(others=404, but=only("finance_head"), args=to_sign, post=True),
    ],
    "letters:sign_on_paper": [
        Page(others=404, but=only(*UNIT), args=to_sign),
        Page(others=404, but=only(*UNIT), args=to_sign, post=True),
    ],
    "letters:issue": [
        Page(others=404, but=only("clerk", "finance_head"), args=to_number),
        Page(others=404, but=only("clerk", "finance_head"), args=to_number, post=True),
    ],
    "letters:issued": [Page(others=404, but=only(*UNIT, "auditor"), args=signed)],
    "letters:issued_file": [
        Page(others=404, but=only(*UNIT, "auditor"), args=lambda story: {**signed(story), "which": "letter"}),
        Page(others=404, but=SIGN_IN, args=lambda story: {**signed(story), "which": "scan"}),  # there is none
    ],
    "letters:attach_scan": [
        Page(others=404, but=only(*UNIT, status=302), args=to_scan),
        Page(others=404, but=only(*UNIT, status=422), args=to_scan, post=True),
    ],
    "letters:supersede": [
        Page(others=404, but=only(*UNIT), args=signed),
        Page(others=404, but=only(*UNIT), args=signed, post=True),
    ],
    "letters:verify": [
        Page(others=200, args=lambda story: {"code": issuing.issued(story).letter.draft.code}),
        Page(others=404, args=lambda story: {"code": issuing.passed(story).code}),  # not issued yet
    ],
    "letters:verify_file": [Page(others=200), Page(others=200, post=True)],
    "letters:emblem": [
        Page(others=404, but=only("administrator")),
        Page(others=404, but=only("administrator"), post=True),
    ],
    "letters:certificate": [
        Page(others=404, but=only("administrator")),
        Page(others=404, but=only("administrator"), post=True),
    ],
    "letters:register": [Page(others=404, but=only(*WRITERS, "auditor"))],
    "letters:register_out": [Page(others=404, but=only(*WRITERS, "auditor"))],
    "letters:enter": [
        Page(others=404, but=only(*NUMBERERS)),
        Page(others=404, but=only(*NUMBERERS), post=True),
    ],
    "letters:reserve": [
        Page(others=404, but=only(*NUMBERERS)),
        Page(others=404, but=only(*NUMBERERS), post=True),
    ],
    # The button without its key is no form: 400 for those who may read the row.
    "letters:give_number": [
        Page(others=405, but=SIGN_IN, args=came_in),
        Page(others=404, but=only(*UNIT, status=400), args=came_in, post=True),
    ],
    "letters:action": [
        Page(others=404, but=only(*UNIT), args=came_in),
        Page(others=404, but=only(*UNIT), args=came_in, post=True),
    ],
    "letters:incoming_file": [Page(others=404, but=only(*UNIT, "auditor"), args=came_in_as_a_file)],
    "letters:cancel_number": [
        Page(others=404, but=only("clerk", "finance_head"), args=kept_number),
        Page(others=404, but=only("clerk", "finance_head"), args=kept_number, post=True),
    ],
    "letters:drafts": [Page(others=404, but=only(*WRITERS, "executive", "signatory"))],
    "letters:begin": [
        Page(others=404, but=only(*WRITERS)),
        Page(others=404, but=only(*WRITERS), post=True),
    ],
    "letters:draft": [Page(others=404, but=only(*UNIT), args=being_written)],
    "letters:compose": [
        Page(others=404, but=only(*UNIT), args=being_written),
        Page(others=404, but=only(*UNIT), args=being_written, post=True),
    ],
    "letters:preview": [
        Page(others=405, but=SIGN_IN, args=being_written),
        Page(others=404, but=only(*UNIT), args=being_written, post=True),
    ],
    "letters:print": [Page(others=404, but=only(*UNIT), args=being_written)],
    "letters:put_forward": [
        Page(others=404, but=only(*UNIT), args=being_written),
        Page(others=404, but=only(*UNIT), args=being_written, post=True),
    ],
    # Whoever saved it last is told that somebody else checks it (409).
    "letters:check": [
        Page(others=404, but=only(*UNIT) | {"preparer": 409}, args=being_checked),
        Page(others=404, but=only(*UNIT) | {"preparer": 409}, args=being_checked, post=True),
    ],
    "letters:return": [
        Page(others=404, but=only(*UNIT), args=being_checked),
        Page(others=404, but=only(*UNIT), args=being_checked, post=True),
    ],
    "letters:cancel_draft": [
        Page(others=404, but=only(*UNIT), args=being_written),
        Page(others=404, but=only(*UNIT), args=being_written, post=True),
    ],
    "letters:present": [
        Page(others=404, but=only(*UNIT), args=being_written),
        Page(others=404, but=only(*UNIT), args=being_written, post=True),
    ],
    "letters:wordings": [
        Page(others=404, but=only(*WRITERS)),
        Page(others=404, but=only(*WRITERS), post=True),
    ],
    "letters:drop_wording": [
        Page(others=404, but=only(*UNIT, status=302), args=kept_wording),
        Page(others=404, but=only(*UNIT, status=400), args=kept_wording, post=True),
    ],
    "circulars:letter": [Page(others=404, but=only("owner", *STAFF, *OVERSEERS), args=circular)],
    "circulars:original": [Page(others=404, but=only("owner", *STAFF, *OVERSEERS), args=circular)],
    "circulars:sent": [Page(others=404, but=only("owner", "other_owner", *STAFF))],
    "circulars:send": [
        Page(others=404, but=only(*UNIT), args=issued_by(FULL)),
        Page(others=404, but=only(*UNIT), args=issued_by(FULL), post=True),
    ],
    "circulars:exchange": [Page(others=404, but=only(*UNIT), args=exchanged)],
    "circulars:exchange_in": [
        Page(others=404, but=only("clerk", "head", "finance_head", "sole", "owner", "other_owner")),
        Page(
            others=404, but=only("clerk", "head", "finance_head", "sole", "owner", "other_owner"), post=True
        ),
    ],
    "circulars:recipients": [
        Page(others=404, but=only("owner", "other_owner", *OVERSEERS), args=informed),
        Page(others=404, but=only("owner", *OVERSEERS), args=circular),
    ],
    "circulars:accept": [
        Page(others=404, but=only(*UNIT, status=302), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT, status=400), args=recipient(FULL), post=True),
    ],
    "circulars:reject": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "circulars:invalid": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "asks:from_issued": [
        Page(others=404, but=only("owner", "other_owner"), args=issued_by(INSTITUTE)),
        Page(others=404, but=only("owner", "other_owner"), args=issued_by(INSTITUTE), post=True),
    ],
    "asks:receive": [
        Page(others=404, but=only(*UNIT, status=302), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "asks:ask_for_time": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "asks:read_in": [
        Page(others=404, but=only("owner", "other_owner")),
        Page(others=404, but=only("owner", "other_owner"), post=True),
    ],
    "asks:proposal": [
        Page(others=404, but=only("owner"), args=draft),
        Page(others=404, but=only("owner"), args=draft, post=True),
    ],
    "asks:original": [Page(others=404, but=only("owner"), args=draft)],
    "asks:corrections": [Page(others=404, but=only("owner", "auditor"), args=draft)],
    "asks:put_aside": [
        Page(others=404, but=only("owner"), args=draft),
        Page(others=404, but=only("owner"), args=draft, post=True),
    ],
    "asks:launch": [
        Page(others=404, but=only("owner"), args=draft),
        Page(others=404, but=only("owner"), args=draft, post=True),
    ],
    "asks:matrix": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "asks:matrix_sheet": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "asks:extend": [
        Page(others=404, but=only("owner"), args=circular),
        Page(others=404, but=only("owner"), args=circular, post=True),
    ],
    "asks:remind": [
        Page(others=404, but=only("owner"), args=circular),
        Page(others=404, but=only("owner"), args=circular, post=True),
    ],
    "asks:reached": [Page(others=404, but=only("owner"), args=circular)],
    "asks:decide": [
        Page(others=404, but=only("owner"), args=asked_for_time),
        Page(others=404, but=only("owner"), args=asked_for_time, post=True),
    ],
    "asks:close": [
        Page(others=404, but=only("owner"), args=ask(closed=False)),
        Page(others=404, but=only("owner"), args=ask(closed=False), post=True),
    ],
    "asks:reopen": [
        Page(others=404, but=only("owner"), args=ask(closed=True)),
        Page(others=404, but=only("owner"), args=ask(closed=True), post=True),
    ],
    "asks:exempt": [
        Page(others=404, but=only("owner"), args=obligation(FULL)),
        Page(others=404, but=only("owner"), args=obligation(FULL), post=True),
    ],
    "asks:end_exemption": [
        Page(others=404, but=only("owner"), args=obligation(EXEMPT, "propose")),
        Page(others=404, but=only("owner"), args=obligation(EXEMPT, "propose"), post=True),
    ],
    "responses:answer": [Page(others=404, but=only(*UNIT), args=recipient(FULL))],
    # What is only ever posted leads back to the answer: a visitor who signs in again comes here with GET.
    "responses:nominate": [
        Page(others=404, but=only(*UNIT, status=302), args=obligation(FULL)),
        Page(others=404, but=only(*UNIT, status=422), args=obligation(FULL), post=True),
    ],
    "responses:draft": [
        Page(others=404, but=only(*UNIT, status=302), args=name_draft),
        Page(others=404, but=only(*UNIT, status=302), args=name_draft, post=True),
    ],
    "responses:paste": [
        Page(others=404, but=only(*UNIT), args=obligation(FULL)),
        Page(others=404, but=only(*UNIT), args=obligation(FULL), post=True),
    ],
    "responses:propose": [
        Page(others=404, but=only(*UNIT, status=302), args=obligation(FULL, "propose")),
        Page(others=404, but=only(*UNIT, status=422), args=obligation(FULL, "propose"), post=True),
    ],
    "responses:attach": [
        Page(others=404, but=only(*UNIT, status=302), args=obligation(FULL)),
        Page(others=404, but=only(*UNIT, status=422), args=obligation(FULL), post=True),
    ],
    "responses:detach": [
        Page(others=404, but=only(*UNIT, status=302), args=file),
        Page(others=404, but=only(*UNIT, status=400), args=file, post=True),
    ],
    "responses:file": [
        Page(others=404, but=only(*UNIT), args=file),
        Page(others=404, but=only("owner", *OVERSEERS), args=file_sent),
    ],
    "responses:acknowledge": [
        Page(others=404, but=only(*UNIT, status=302), args=obligation(FULL, "acknowledge")),
        Page(others=404, but=only(*UNIT, status=400), args=obligation(FULL, "acknowledge"), post=True),
    ],
    "responses:correct_name": [
        Page(others=404, but=only(*UNIT), args=nomination),
        Page(others=404, but=only(*UNIT), args=nomination, post=True),
    ],
    "responses:correct_project": [
        Page(others=404, but=only(*UNIT), args=project),
        Page(others=404, but=only(*UNIT), args=project, post=True),
    ],
    "responses:withdraw_project": [
        Page(others=404, but=only(*UNIT), args=project),
        Page(others=404, but=only(*UNIT), args=project, post=True),
    ],
    "responses:memo": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),  # a draft: not sent yet
        Page(others=404, but=only("owner"), args=recipient(SUBMITTED)),
    ],
    "responses:memo_pdf": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only("owner"), args=recipient(SUBMITTED)),
    ],
    "responses:memo_docx": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only("owner"), args=recipient(SUBMITTED)),
    ],
    "responses:number_memo": [
        Page(others=404, but=only(*UNIT, status=302), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT, status=422), args=recipient(FULL), post=True),
    ],
    "responses:proof": [Page(others=200, args=proof)],
    # For everybody who scanned it the same page, unless the letter went to their unit (responses/tests/test_by_code.py).
    "responses:by_code": [Page(others=404, but=SIGN_IN, args=lambda story: {"code": "none"})],
    "responses:take_back": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "responses:withdraw": [
        Page(others=404, but=only(*UNIT), args=nomination),
        Page(others=404, but=only(*UNIT), args=nomination, post=True),
    ],
    "responses:nil": [
        Page(others=404, but=only(*UNIT), args=obligation(FULL)),
        Page(others=404, but=only(*UNIT), args=obligation(FULL), post=True),
    ],
    "responses:present": [
        Page(others=404, but=only(*UNIT, status=302), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT, status=400), args=recipient(FULL), post=True),
    ],
    "responses:sign_off": [
        # Whoever answers but may not sign is told who may (409); the deputy acts for the head.
        Page(
            others=404,
            but=only("preparer", "clerk", status=409) | only("finance_head", "deputy"),
            args=recipient(FULL),
        ),
        Page(
            others=404,
            but=only("preparer", "clerk", status=409) | only("finance_head", "deputy"),
            args=recipient(FULL),
            post=True,
        ),
    ],
    "responses:sign_on_paper": [
        Page(others=404, but=only(*UNIT), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "responses:confirm": [
        Page(others=404, but=only(*UNIT, status=302), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT, status=400), args=recipient(FULL), post=True),
    ],
    "responses:on_behalf": [
        Page(others=404, but=only("owner"), args=recipient(FULL)),
        Page(others=404, but=only("owner"), args=recipient(FULL), post=True),
    ],
    "responses:review": [
        Page(others=404, but=only("owner"), args=obligation(SUBMITTED)),
        Page(others=404, but=SIGN_IN, args=obligation(FULL)),  # not submitted yet
    ],
    "responses:accept": [
        Page(others=404, but=only("owner", status=302), args=obligation(SUBMITTED)),
        Page(others=404, but=only("owner"), args=obligation(SUBMITTED), post=True),
        Page(others=404, but=SIGN_IN, args=obligation(FULL)),
    ],
    "responses:send_back": [
        Page(others=404, but=only("owner"), args=obligation(SUBMITTED)),
        Page(others=404, but=only("owner"), args=obligation(SUBMITTED), post=True),
    ],
    "responses:correct_for_unit": [
        Page(others=404, but=only("owner"), args=nomination_sent),
        Page(others=404, but=only("owner"), args=nomination_sent, post=True),
    ],
    "responses:correct_project_for_unit": [
        Page(others=404, but=only("owner"), args=project_sent),
        Page(others=404, but=only("owner"), args=project_sent, post=True),
    ],
    "responses:fill_in": [
        Page(others=404, but=only("owner"), args=obligation(AS_A_FILE, "propose")),
        Page(others=404, but=only("owner"), args=obligation(AS_A_FILE, "propose"), post=True),
    ],
    "responses:letter_timeline": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:timeline": [Page(others=404, but=only("owner", *UNIT, *OVERSEERS), args=recipient(FULL))],
    "responses:lineage": [
        Page(others=404, but=only(*UNIT), args=nomination),  # not sent yet
        Page(others=404, but=only("owner", *OVERSEERS), args=nomination_sent),
    ],
    "responses:project_lineage": [Page(others=404, but=only(*UNIT), args=project)],
    "responses:names": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:names_sheet": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:names_csv": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "desks:mine": [Page(others=200, but=SIGN_IN)],
    "responses:projects": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:projects_sheet": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:projects_csv": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "desks:one_page": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "desks:one_page_pdf": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "desks:line_text": [Page(others=404, but=only("owner"), args=circular)],
    "desks:share": [
        Page(others=404, but=only("owner"), args=circular),
        Page(others=404, but=only("owner"), args=circular, post=True),
    ],
    "desks:end_share": [
        Page(others=404, but=only("owner"), args=link("pk", "share")),
        Page(others=404, but=only("owner"), args=link("pk", "share"), post=True),
    ],
    "desks:shared": [Page(others=200, args=link("code", "code"))],
    # Pages of a demo site, which the story is; elsewhere they are not there (test_demo.py).
    "desks:doors": [Page(others=200)],
    "desks:enter": [Page(others=405), Page(others=404, post=True)],
    "desks:tomorrow": [Page(others=405), Page(others=302, post=True)],
}
