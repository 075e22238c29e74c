from datetime import datetime

from django.db import transaction

from saraban.reading.sources import Source
from wian.asks.commands.read_in import draft_again, proposed
from wian.asks.models import ReadIn
from wian.directory.models import Post
from wian.files.commands.keep_text import keep_text
from wian.kit.actor import Actor
from wian.letters.models import Issue


@transaction.atomic
def read_in_issued(issue: Issue, *, by: Actor, at: datetime) -> ReadIn:
    """Read in a letter that was issued here, as the office's draft of a campaign, or go on with that draft.

    Keeping a draft is no act. Raises NotALetter, SecretLetter, LaunchedBefore.
    """
    letter, post = issue.letter, Post.objects.get(pk=by.post or 0)
    source = Source(letter.text, "pdf")
    proposed(source, name=letter.number or letter.subject)
    keep_text(letter.source, source)
    return draft_again(letter.source, post, at=at)
