"""How what was told about an entry of the ledger fares."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from wian.outbox.models import Notice, Told
from wian.outbox.states import STUCK, UNDER_WAY, MessageState


@dataclass(frozen=True, slots=True)
class Reach:
    """Numbers of people: told, have read it on the site; their e-mail was delivered, is under way, is stuck."""

    people: int = 0
    read: int = 0
    delivered: int = 0
    under_way: int = 0
    stuck: int = 0

    @property
    def mails(self) -> int:
        return self.delivered + self.under_way + self.stuck

    @property
    def settled(self) -> int:
        """How many of the e-mails need no more waiting."""
        return self.delivered + self.stuck


def reach_of(entries: Collection[int]) -> dict[int, Reach]:
    """The reach of each entry (seq); all zero where nobody was told. One statement, however many."""

    def people(condition: Q | None = None) -> Count:
        return Count("person", distinct=True, filter=condition)

    rows = (
        Notice.objects.filter(entry__in=entries)
        .order_by()
        .values_list("entry")
        .annotate(
            people=people(),
            read=people(Q(read_at__isnull=False)),
            delivered=people(Q(message__state=MessageState.DELIVERED)),
            under_way=people(Q(message__state__in=UNDER_WAY)),
            stuck=people(Q(message__state__in=STUCK)),
        )
    )
    return dict.fromkeys(entries, Reach()) | {entry: Reach(*numbers) for entry, *numbers in rows}


def unreached(entry: int) -> QuerySet[Notice]:
    """Whom to call about an entry (seq): a notice of each person who has not read it, and whose e-mail is neither
    delivered nor under way. With `person` and `unit`, in the order of the tree; page it, they may be thousands.
    """
    same = Notice.objects.filter(entry=entry, person=OuterRef("person"))
    reached = Q(read_at__isnull=False) | Q(message__state__in=(*UNDER_WAY, MessageState.DELIVERED))
    rows = Notice.objects.filter(~Exists(same.filter(reached)), ~Exists(same.filter(pk__lt=OuterRef("pk"))))
    return rows.filter(entry=entry).select_related("person", "unit").order_by("unit__path", "pk")


def told_of(entries: Collection[int]) -> set[int]:
    """Of the entries (seq) those of which everybody whom they concern was told."""
    return set(Told.objects.filter(entry__in=entries).values_list("entry", flat=True))
