from django.urls import path

from wian.desks.views.demo import doors, enter, tomorrow
from wian.desks.views.line_text import line_text
from wian.desks.views.mine import mine
from wian.desks.views.one_page import one_page, shared
from wian.desks.views.one_page_pdf import one_page_pdf
from wian.desks.views.share import end_share_page, share_page

app_name = "desks"
urlpatterns = [
    path("", mine, name="mine"),
    path("campaigns/<int:circular>/", one_page, name="one_page"),
    path("campaigns/<int:circular>/one-page.pdf", one_page_pdf, name="one_page_pdf"),
    path("campaigns/<int:circular>/line/", line_text, name="line_text"),
    path("campaigns/<int:circular>/share/", share_page, name="share"),
    path("shares/<int:share>/end/", end_share_page, name="end_share"),
    path("one/<str:code>/", shared, name="shared"),
    path("demo/", doors, name="doors"),
    path("demo/enter/", enter, name="enter"),
    path("demo/tomorrow/", tomorrow, name="tomorrow"),
]
