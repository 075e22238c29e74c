from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wian.directory.models.person import Person
from wian.directory.models.unit import Unit


class Role(models.TextChoices):
    """What an office may do in Wian. Held by the post, so it passes on with the office."""

    OWNER = "owner", _("owner of the matter")
    HEAD = "head", _("head of unit")
    CLERK = "clerk", _("clerk")
    PREPARER = "preparer", _("preparer")
    EXECUTIVE = "executive", _("executive")
    SIGNATORY = "signatory", _("signatory")
    SECRETARY = "secretary", _("secretary of an executive")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")


# Who receives and answers for their own unit; who oversees what others run.
STAFF = (Role.HEAD, Role.CLERK, Role.PREPARER)
OVERSEERS = (Role.EXECUTIVE, Role.SIGNATORY, Role.SECRETARY)


class Post(models.Model):
    """A place in a unit, which outlives whoever holds it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.TextField()

    def __str__(self) -> str:
        return self.title


class PostRole(models.Model):
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "role"], name="post_role_once")]

    def __str__(self) -> str:
        return f"{self.post} {self.role}"


class Holding(models.Model):
    """Who holds a post, in which way, from when until when (until is the last day; empty while it lasts).

    The three kinds of acting differ in law: รักษาราชการแทน and ปฏิบัติราชการแทน under the State
    Administration Act B.E. 2534, รักษาการในตำแหน่ง under the Civil Service Act B.E. 2551.
    """

    class Kind(models.TextChoices):
        SUBSTANTIVE = "substantive", _("holder of the post")
        ACTING_GOVERNMENT = "acting_government", _("acting in the affairs of government")
        ACTING_POST = "acting_post", _("acting in the post")
        ON_BEHALF = "on_behalf", _("performing duties on behalf")

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.SUBSTANTIVE)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="holding_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.post}"
