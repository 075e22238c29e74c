from django.urls import path

from wian.asks.views.matrix import matrix_page, matrix_sheet
from wian.asks.views.receive import receive_page

app_name = "asks"
urlpatterns = [
    path("<int:recipient>/receive/", receive_page, name="receive"),
    path("<int:circular>/matrix/", matrix_page, name="matrix"),
    path("<int:circular>/matrix.xlsx", matrix_sheet, name="matrix_sheet"),
]
