from django.db import models


class File(models.Model):
    """Bytes kept once, under the name of their content. The owning room holds the key and serves them."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(help_text="bytes")
    type = models.CharField(max_length=100, help_text="media type")
    name = models.CharField(max_length=200, help_text="as it was first handed in")

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        return f"{self.sha256[:2]}/{self.sha256}"


class FileText(models.Model):
    """What was read out of a file where that takes long: a PDF, an old Word file, a picture. Its bytes never change, nor does this."""

    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    how = models.CharField(max_length=10, help_text="saraban's word for what it was: pdf, office, scan")

    def __str__(self) -> str:
        return self.file.name
