from django.urls import path

from wian.circulars.views.letter import letter, original

app_name = "circulars"
urlpatterns = [
    path("<int:circular>/letter/", letter, name="letter"),
    path("<int:circular>/original/", original, name="original"),
]
