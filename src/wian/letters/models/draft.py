import secrets

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wian.directory.models import Person, Post, Unit
from wian.files.models import File
from wian.letters.models.letter import Letter
from wian.letters.states import DraftState


def new_code() -> str:
    return secrets.token_urlsafe(16)


class Draft(models.Model):
    """A paper that a unit writes, until it is issued; then `letter` stands on file and nothing of it changes any more.

    `content` is a `saraban.paper.Paper` as JSON (`saraban.paper.to_json`), without number and date. `revision` counts its savings: who saves
    over another's text is told; neither who saved it last (`saved_by`) nor who put it forward (`put_by`) checks it. `signer` is the post that signs.
    `presents` is set where this is the cover memo (บันทึกเสนอ) of another draft.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", help_text="whose letter it is")
    state = models.CharField(max_length=20, choices=DraftState.choices, default=DraftState.DRAFTING)
    content = models.JSONField()
    circular = models.BooleanField(default=False, help_text="numbered from the series of circulars (ว)")
    signer = models.ForeignKey(Post, null=True, on_delete=models.PROTECT, related_name="+")
    presents = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="cover_memos")
    letter = models.OneToOneField(Letter, null=True, on_delete=models.PROTECT, related_name="draft")
    code = models.CharField(
        max_length=40,
        unique=True,
        default=new_code,
        help_text="random; in the QR on the paper, leads to its public verification",
    )
    revision = models.PositiveIntegerField(default=1)
    written_by = models.TextField(help_text="name and office of who began it")
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    put_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        meeting = self.content.get("meeting") or {}
        called = f"{meeting.get('title', '')} {meeting.get('session', '')}".strip()
        return self.content.get("subject") or called or str(self.kind_name)

    @property
    def kind(self) -> str:
        """One of `saraban.paper.KINDS`."""
        return str(self.content["kind"])

    @property
    def kind_name(self) -> str | Promise:
        return _("cover memo") if self.kind == "cover_memo" else Letter.Kind(self.kind).label


class Check(models.Model):
    """Somebody read the draft: passed on to the signer, or sent back to be changed, with a remark; or gave it up, with the reason."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="checks")
    passed = models.BooleanField()
    remark = models.TextField(blank=True)
    name = models.TextField(help_text="who read it")
    office = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.draft} {self.passed}"


class Signature(models.Model):
    """The draft was signed: by whom, in which office, how, and what exactly (`digest` of its canonical content).

    `way` says what the signature is, and never more: Electronic Transactions Act B.E. 2544, s. 9 (account, image), s. 28 (certificate).
    """

    class Way(models.TextChoices):
        ACCOUNT = "account", _("approved by account")
        IMAGE = "image", _("approved by account, with the picture of a signature")
        CERTIFICATE = "certificate", _("signed with the agency's certificate")
        PAPER = "paper", _("signed on paper")

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="signature")
    way = models.CharField(max_length=20, choices=Way.choices)
    name = models.TextField()
    position = models.TextField(help_text="as in the signature block")
    image = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    on = models.DateField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.draft}"
