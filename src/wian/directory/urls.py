from django.urls import path

from wian.directory.views.units import units

app_name = "directory"
urlpatterns = [path("units/", units, name="units")]
