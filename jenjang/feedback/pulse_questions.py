"""Lima pertanyaan denyut: the same each quarter, so that a trend is one. Pure."""

QUESTIONS = {
    "guided": "Saya tahu hasil apa yang diharapkan dari saya pekan ini.",
    "heard": "Pimpinan saya mendengar dan menanggapi pendapat saya.",
    "fair": "Pekerjaan dan penghargaan di unit saya dibagi dengan adil.",
    "safe": "Saya berani menyampaikan kesalahan atau keberatan tanpa takut.",
    "growing": "Tiga bulan ini saya belajar sesuatu yang berguna bagi pekerjaan saya.",
}
SHORT = {"guided": "Arah jelas", "heard": "Didengar", "fair": "Adil", "safe": "Berani bicara", "growing": "Berkembang"}
CHOICES = ((1, "Sangat tidak setuju"), (2, "Tidak setuju"), (3, "Netral"), (4, "Setuju"), (5, "Sangat setuju"))
