from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class SealedBefore(Refusal):
    code: ClassVar[str] = "sealed-before"
    sentence = _("“%(file)s” is the seal of an earlier moment. A seal is never replaced.")
    remedy = _("To seal the record as it stands now, name another file with --to.")


class RecordUnreadable(Refusal):
    """The one refusal of `wian ledger` with exit code 2."""

    code: ClassVar[str] = "record-unreadable"
    sentence = _("“%(file)s” cannot be read, or `wian ledger` did not write it.")
    remedy = _("Name a seal (--against) or a whole record (--file) that was written by `wian ledger`.")
