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

from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.directory.story import FULL
from wian.responses.models import Nomination

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
OVERSEERS = ("executive", "secretary", "signatory", "auditor")


def only(*who: str, status: int = 200) -> dict[str, int]:
    """`who` get in, a visitor is led to the sign-in page; with `others=404` nobody else learns that it exists."""
    return {**SIGN_IN, **dict.fromkeys(who, status)}


def circular(story: Any) -> dict[str, int]:
    return {"circular": story.circular.pk}


def recipient(unit: str) -> Callable[[Any], dict[str, int]]:
    def of(story: Any) -> dict[str, int]:
        return {"recipient": Recipient.objects.get(unit__name=unit).pk}

    return of


def obligation(unit: str) -> Callable[[Any], dict[str, int]]:
    def of(story: Any) -> dict[str, int]:
        return {"obligation": Obligation.objects.get(recipient__unit__name=unit, ask__kind="nominate").pk}

    return of


def nomination(story: Any) -> dict[str, int]:
    return {"nomination": Nomination.objects.filter(response=obligation(FULL)(story)["obligation"])[0].pk}


SUBMITTED = "กองบริหารทรัพยากรบุคคล"

PAGES: dict[str, list[Page]] = {
    "account_login": [Page(others=302, but={"visitor": 200})],
    "account_logout": [Page(others=200, but={"visitor": 302})],
    "account_change_password": [Page(others=200, but=SIGN_IN)],
    "account_set_password": [Page(others=302, but={"nobody": 302})],
    "account_inactive": [Page(others=200)],
    "account_capacity": [Page(others=200, but=SIGN_IN)],
    "account_look": [Page(others=405), Page(others=302, post=True)],
    "ledger:entries": [Page(others=404, but=only("auditor"))],
    "directory:units": [Page(others=404, but=only("administrator", "auditor"))],
    "letters:register": [Page(others=404, but=only(*STAFF))],
    "circulars:letter": [Page(others=404, but=only("owner", *STAFF, *OVERSEERS), args=circular)],
    "circulars:original": [Page(others=404, but=only("owner", *STAFF, *OVERSEERS), args=circular)],
    "asks:receive": [
        Page(others=404, but=only(*UNIT, status=302), args=recipient(FULL)),
        Page(others=404, but=only(*UNIT), args=recipient(FULL), post=True),
    ],
    "asks:matrix": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "asks:matrix_sheet": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:answer": [Page(others=404, but=only(*UNIT), args=recipient(FULL))],
    # What is only ever posted leads back to the answer: a visitor who signs in again comes here with GET.
    "responses:nominate": [
        Page(others=404, but=only(*UNIT, status=302), args=obligation(FULL)),
        Page(others=404, but=only(*UNIT, status=422), args=obligation(FULL), post=True),
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
    "responses:accept": [
        Page(others=404, but=only("owner"), args=obligation(SUBMITTED)),
        Page(others=404, but=only("owner"), args=obligation(SUBMITTED), post=True),
        Page(others=404, but=SIGN_IN, args=obligation(FULL)),  # not submitted yet
    ],
    "responses:names": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "responses:names_sheet": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    "desks:mine": [Page(others=200, but=SIGN_IN)],
    "desks:one_page": [Page(others=404, but=only("owner", *OVERSEERS), args=circular)],
    # Pages of a demo site, which the story is; elsewhere they are not there (test_demo.py).
    "desks:doors": [Page(others=200)],
    "desks:enter": [Page(others=405), Page(others=404, post=True)],
    "desks:tomorrow": [Page(others=405), Page(others=302, post=True)],
}
