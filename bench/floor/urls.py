from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from bench.floor.models import Row


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def insert(request: HttpRequest) -> HttpResponse:
    """One row in one transaction."""
    with transaction.atomic():
        Row._default_manager.create(text="นายหนึ่ง วัดผล นิติกรชำนาญการ")
    return HttpResponse("inserted")


urlpatterns = [path("hello/", hello), path("insert/", insert)]
