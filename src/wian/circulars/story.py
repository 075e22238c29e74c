"""The demo's letter for information: sent to five units, each of which has come as far as a unit may."""

from datetime import datetime, timedelta

from wian.circulars.commands.accept_letter import accept_letter
from wian.circulars.commands.receive import receive
from wian.circulars.commands.reject_letter import reject_letter
from wian.circulars.commands.send import send
from wian.circulars.models import Circular, Recipient
from wian.directory.story import Cast
from wian.letters.models import Issue

ACCEPTED = ("กองอำนวยการ", "กองความร่วมมือระหว่างประเทศ")
REJECTED, RECEIVED, NOT_YET = "ศูนย์ต่อต้านการทุจริต", "กลุ่มตรวจสอบภายใน", "กลุ่มพัฒนาระบบงาน"


def run(issue: Issue, cast: Cast, *, at: datetime) -> Circular:
    """Send the letter on the day it was issued; two units accept it, one rejects it, one has received it."""
    units = [cast.units[name] for name in (*ACCEPTED, REJECTED, RECEIVED, NOT_YET)]
    sent = issue.issued_at + timedelta(minutes=20)
    circular = send(issue, units, by=cast.parts["owner"], at=sent)
    for name in (*ACCEPTED, REJECTED, RECEIVED):
        head = cast.heads[name]
        recipient = Recipient.objects.select_related("circular__letter", "unit").get(
            circular=circular, unit__name=name
        )
        receive(recipient, draw=True, by=head, at=sent + timedelta(hours=2))
        if name in ACCEPTED:
            accept_letter(recipient, by=head, at=sent + timedelta(hours=3))
        elif name == REJECTED:
            reason = "หน่วยงานไม่มีจุดบริการประชาชน"
            reject_letter(recipient, reason=reason, by=head, at=sent + timedelta(hours=4))
    return circular
