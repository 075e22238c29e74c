from django.db import models


class Person(models.Model):
    """Someone who holds, or may hold, an office. Phone and e-mail serve coordination only."""

    title = models.TextField(blank=True)
    given_name = models.TextField()
    family_name = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return f"{self.title}{self.given_name} {self.family_name}"
