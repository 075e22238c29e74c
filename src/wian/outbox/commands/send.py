"""One e-mail leaves the site. Whatever ends the worker meanwhile, it is sent again under the same Message-ID."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage

from wian.directory.queries import holdings_on
from wian.kit import clock
from wian.kit.work import Retry, job
from wian.outbox.mail import text_of
from wian.outbox.models import Message
from wian.outbox.server import connection
from wian.outbox.states import FROM, MessageState

S, Why = MessageState, Message.Why
TRIES = 5


# Our own server or sender is refused, not whom we write to.
OURS = (
    smtplib.SMTPAuthenticationError,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPSenderRefused,
)


@job(alone=True, priority=-10)  # what is told on the site comes first
def send(message: int) -> None:
    """Send a message (id) that waits. Raises Retry while the mail server cannot take it and there are tries left."""
    row = _claimed(message)
    if row is None:
        return  # delivered, held or taken by another worker meanwhile
    if not settings.MAIL:
        _move(message, S.HELD, why=Why.NO_SERVER)
    elif _has_left(row):
        _move(message, S.HELD, why=Why.LEFT)
    else:
        try:
            _send(row)
        except Retry:
            raise
        except Exception:
            _move(message, S.GAVE_UP, why=Why.BROKEN)
            raise


def _claimed(message: int) -> Message | None:
    """The message, counted as tried once more: of several workers at once only one goes on."""
    row = Message.objects.filter(pk=message, state__in=FROM[S.SENDING]).select_related("person").first()
    if row is None:
        return None
    mine = Message.objects.filter(pk=message, state=row.state, tries=row.tries)
    row.tries += 1
    taken = mine.update(state=S.SENDING, tries=row.tries, why="", answer="", moved_at=clock.now())
    return row if taken else None


def _has_left(row: Message) -> bool:
    """Does the person hold no office any more in the units that the message is about?"""
    units = set(row.notices.exclude(unit=None).values_list("unit", flat=True))
    held = holdings_on(clock.today()).filter(person=row.person_id, post__unit__in=units)
    return bool(units) and not held.exists()


def _send(row: Message) -> None:
    if not row.subject:
        words = text_of(row)
        row.subject, row.body = words.subject, words.body
        row.save(update_fields=["subject", "body"])
    try:
        _hand_over(row)
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        _failed(row, code, said)
    except OURS as error:
        connection.forget()
        _later(row, Why.REFUSES_US, _words(error.smtp_code, error.smtp_error))
    except smtplib.SMTPResponseException as error:
        _failed(row, error.smtp_code, error.smtp_error)
    except (OSError, smtplib.SMTPException):
        connection.forget()
        _later(row, Why.UNREACHABLE, "")
    else:
        _move(row.pk, S.DELIVERED)


def _hand_over(row: Message) -> None:
    mail = EmailMessage(
        row.subject,
        row.body,
        settings.MAIL_FROM,
        [row.address],
        headers={"Message-ID": row.message_id, "Auto-Submitted": "auto-generated"},
        connection=connection.open(),
    )
    mail.send()


def _failed(row: Message, code: int, said: bytes | str) -> None:
    connection.forget()
    if 500 <= code < 600:
        _move(row.pk, S.BOUNCED, why=Why.REFUSED, answer=_words(code, said))
    else:
        _later(row, Why.TRY_LATER, _words(code, said))


def _words(code: int, said: bytes | str) -> str:
    """The mail server's last words, as they are kept."""
    return f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"[:200]


def _later(row: Message, why: "Message.Why", words: str) -> None:
    if row.tries >= TRIES:
        _move(row.pk, S.GAVE_UP, why=why, answer=words)
        return
    _move(row.pk, S.QUEUED, why=why, answer=words)
    raise Retry(why.value)


def _move(message: int, to: MessageState, why: str = "", answer: str = "") -> None:
    rows = Message.objects.filter(pk=message, state__in=FROM[to])
    rows.update(state=to, why=why, answer=answer, moved_at=clock.now())
