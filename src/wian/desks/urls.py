from django.urls import path

from wian.desks.views.demo import doors, enter, tomorrow
from wian.desks.views.mine import mine
from wian.desks.views.one_page import one_page

app_name = "desks"
urlpatterns = [
    path("", mine, name="mine"),
    path("campaigns/<int:circular>/", one_page, name="one_page"),
    path("demo/", doors, name="doors"),
    path("demo/enter/", enter, name="enter"),
    path("demo/tomorrow/", tomorrow, name="tomorrow"),
]
