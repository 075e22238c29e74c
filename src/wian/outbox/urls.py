from django.urls import path

from wian.outbox.views.messages import message_page, messages_page
from wian.outbox.views.mine import mine, read_all
from wian.outbox.views.open import open_notice
from wian.outbox.views.send_again import send_filter_again, send_message_again
from wian.outbox.views.wordings import original_page, wording_page, wordings_page

app_name = "outbox"
urlpatterns = [
    path("", mine, name="mine"),
    path("read/", read_all, name="read_all"),
    path("<int:notice>/", open_notice, name="open"),
    path("wordings/", wordings_page, name="wordings"),
    path("wordings/<str:code>/<str:language>/", wording_page, name="wording"),
    path("wordings/<str:code>/<str:language>/original/", original_page, name="original"),
    path("messages/", messages_page, name="messages"),
    path("messages/again/", send_filter_again, name="send_again"),
    path("messages/<int:message>/", message_page, name="message"),
    path("messages/<int:message>/again/", send_message_again, name="send_one_again"),
]
