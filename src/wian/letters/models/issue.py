from django.db import models
from django.utils.translation import gettext_lazy as _

from wian.directory.models import Unit
from wian.files.models import File
from wian.letters.models.letter import Letter


class Issue(models.Model):
    """A letter was issued here: its bytes are sealed.

    The letter's own file is the sealed PDF; `office_copy` is the unit's (สำเนาคู่ฉบับ), `editable` the DOCX, `scan` what was signed on paper.
    With `superseded_at` it no longer holds: another letter stands in its place (`superseded_by`), or none.
    """

    letter = models.OneToOneField(Letter, primary_key=True, on_delete=models.PROTECT, related_name="issue")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office_copy = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    editable = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    scan = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    superseded_by = models.ForeignKey(Letter, null=True, on_delete=models.PROTECT, related_name="+")
    superseded_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, help_text="why it no longer holds, in the unit's words")

    def __str__(self) -> str:
        return str(self.letter)


class Emblem(models.Model):
    """The emblem that an administrator uploaded for the papers of a unit and of all units below it. The latest one counts."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit} {self.file}"


class Certificate(models.Model):
    """An agency's certificate with its key (PKCS#12, locked by a pass phrase that is never kept), for a unit and all units below it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    subject = models.TextField(help_text="whose it is, as the certificate says")
    valid_until = models.DateTimeField()
    set_at = models.DateTimeField()

    class Meta:
        verbose_name = _("certificate")

    def __str__(self) -> str:
        return self.subject


class Wording(models.Model):
    """A reusable wording of a unit: a name, and text to put into a letter."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="wording_once_a_unit")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
