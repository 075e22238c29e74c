from django.urls import path

from wian.ledger.views.entries import entries

app_name = "ledger"
urlpatterns = [path("", entries, name="entries")]
