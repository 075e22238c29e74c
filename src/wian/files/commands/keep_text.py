from saraban.reading.sources import Source
from wian.files.models import File, FileText

QUICK = ("text", "word")  # read again whenever they are needed


def keep_text(file: File, source: Source) -> None:
    """Keep what was read out of `file`, unless that is quick or was kept before. Part of the caller's act."""
    if source.how not in QUICK:
        FileText.objects.get_or_create(file=file, defaults={"text": source.text, "how": source.how})
