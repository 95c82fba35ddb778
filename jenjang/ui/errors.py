"""Pages for what goes wrong. They say what happened, whether anything changed, and where to go next."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

TEMPLATE = "ui/errors/page.html"
ALONE = "ui/errors/alone.html"  # leans on nothing that may be broken or not there yet: no database, session, shell


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that is not a form of ours. 413: it sent more than any form of ours holds."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _too_large(request)
    if not hasattr(request, "user"):  # refused at the door, before it was asked who comes
        return _unknown_address()
    context = {
        "sign": "circle-alert",
        "title": "Permintaan tidak terbaca",
        "text": "Peramban mengirim sesuatu yang tidak dikenal. Tidak ada yang berubah.",
        "way": "Kembali, muat ulang halaman, lalu coba lagi.",
    }
    return render(request, TEMPLATE, context, status=400)


def _unknown_address() -> HttpResponse:
    context = {
        "title": "Alamat ini tidak dikenal",
        "text": "Peladen ini tidak menjawab untuk nama yang dipakai peramban. Tidak ada yang berubah.",
        "way": "Buka Jenjang dengan alamat yang diberikan instansi Anda.",
    }
    return HttpResponse(render_to_string(ALONE, context), status=400)


def _too_large(request: HttpRequest) -> HttpResponse:
    context = {
        "sign": "circle-alert",
        "title": "Kiriman terlalu besar",
        "text": "Isian yang dikirim lebih besar daripada yang dapat dibaca. Tidak ada yang disimpan.",
        "way": "Kembali, persingkat isiannya, atau unggah sebagai berkas.",
    }
    return render(request, TEMPLATE, context, status=413)


def method_not_allowed(request: HttpRequest) -> HttpResponse:
    """405: reloading the page of a form that was sent, or following its address."""
    context = {
        "sign": "circle-alert",
        "title": "Halaman ini hanya menerima isian",
        "text": "Alamat ini menerima formulir yang dikirim, dan tidak berisi halaman sendiri. Tidak ada yang berubah.",
        "way": "Buka formulirnya dari menu, lalu kirim lagi.",
    }
    return render(request, TEMPLATE, context, status=405)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: who may, and how to ask. The sentence comes from PermissionDenied("…")."""
    context = {
        "sign": "ban",
        "title": "Halaman ini bukan untuk peran Anda",
        "text": str(exception or "") or "Peran Anda belum mencakup tugas ini.",
        "way": "Perlu membukanya untuk tugas? Minta kepada pengelola kepegawaian unit Anda.",
    }
    return render(request, TEMPLATE, context, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: what does not exist and what belongs to somebody else look exactly alike."""
    context = {
        "sign": "search",
        "title": "Halaman tidak ditemukan",
        "text": "Alamat ini tidak ada, sudah berpindah, atau isinya bukan untuk Anda.",
        "way": "Periksa alamatnya, atau cari dari beranda.",
    }
    return render(request, TEMPLATE, context, status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form that stood open too long or came from elsewhere."""
    context = {
        "sign": "history",
        "title": "Halaman ini terlalu lama terbuka",
        "text": "Demi keamanan, isian belum dikirim dan belum ada yang berubah.",
        "way": "Kembali, muat ulang halaman, lalu kirim lagi.",
    }
    return render(request, TEMPLATE, context, status=403)


def too_many(request: HttpRequest, minutes: int) -> HttpResponse:
    """429: the same address has sent too often; it is told how long to wait."""
    context = {
        "sign": "history",
        "title": "Terlalu banyak kiriman",
        "text": "Kiriman terakhir belum diperiksa dan tidak disimpan.",
        "way": f"Tunggu {minutes} menit, lalu kirim lagi.",
    }
    response = render(request, TEMPLATE, context, status=429)
    response["Retry-After"] = str(minutes * 60)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: what happened stands in the log of the server."""
    context = {
        "title": "Ada yang salah di sisi kami",
        "text": "Permintaan Anda belum selesai dan belum ada yang berubah. Kejadian ini sudah dicatat.",
        "way": "Coba lagi beberapa saat lagi. Bila terulang, beri tahu pengelola kepegawaian unit Anda jam kejadiannya.",
    }
    return HttpResponse(render_to_string(ALONE, context), status=500)
