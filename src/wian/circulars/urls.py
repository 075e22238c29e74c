from django.urls import path

from wian.circulars.views.conclude import accept_page, invalid_page, reject_page
from wian.circulars.views.exchange import exchange, exchange_in_page
from wian.circulars.views.letter import letter, original
from wian.circulars.views.recipients import recipients, sent
from wian.circulars.views.send import send_page

app_name = "circulars"
urlpatterns = [
    path("sent/", sent, name="sent"),
    path("send/<int:letter>/", send_page, name="send"),
    path("exchange/<int:letter>.xml", exchange, name="exchange"),
    path("exchange-in/", exchange_in_page, name="exchange_in"),
    path("<int:circular>/letter/", letter, name="letter"),
    path("<int:circular>/original/", original, name="original"),
    path("<int:circular>/recipients/", recipients, name="recipients"),
    path("<int:recipient>/accept/", accept_page, name="accept"),
    path("<int:recipient>/reject/", reject_page, name="reject"),
    path("<int:recipient>/invalid/", invalid_page, name="invalid"),
]
