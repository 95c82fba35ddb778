"""Kalimat rekaan: what invented people write to each other as feedback, thanks, and answers without a name."""

# Value, words, next step.
Note = tuple[str, str, str]

FROM_LEADERS: tuple[Note, ...] = (
    ("kompeten", "Laporan triwulan Anda sampai dua hari sebelum tenggat dan angkanya cocok dengan data dasar.", "Ajari rekan baru cara Anda memeriksa angkanya."),
    ("berorientasi_pelayanan", "Pada antrean panjang hari Senin Anda membuka loket kedua tanpa diminta; warga selesai sebelum siang.", "Usulkan jadwal loket kedua untuk awal bulan."),
    ("akuntabel", "Dua berkas pekan lalu kembali karena lampirannya tertukar, dan pemohon harus datang lagi.", "Coba pakai daftar periksa sebelum berkas keluar."),
    ("kolaboratif", "Dalam rapat lintas bidang Anda merangkum keputusan sehingga tiap orang tahu bagiannya.", "Lanjutkan merangkum pada rapat bulan depan."),
    ("adaptif", "Ketika aplikasi berganti Anda mencobanya lebih dahulu dan menulis petunjuk satu halaman.", ""),
    ("harmonis", "Pada pembahasan anggaran kemarin Anda memotong penjelasan rekan dua kali, lalu ia berhenti berbicara.", "Lain kali catat dahulu, tanggapi sesudah ia selesai."),
)  # fmt: skip
FROM_PEERS: tuple[Note, ...] = (
    ("kolaboratif", "Anda menggantikan saya di posko dua malam ketika anak saya sakit; laporan piket tetap lengkap.", ""),
    ("kompeten", "Penjelasan Anda tentang rumus tabel kemarin membuat rekap saya selesai dalam satu jam.", "Bagaimana kalau diulang untuk satu tim?"),
    ("harmonis", "Saat dua rekan berselisih soal jadwal, Anda menanyai keduanya dan menawarkan pembagian baru.", "Pertahankan cara bertanya itu."),
    ("akuntabel", "Data bulanan dari Anda sering datang pada hari terakhir, sehingga gabungannya tidak sempat diperiksa.", "Coba kirim data sementara tiga hari sebelumnya."),
)  # fmt: skip
FROM_SUBORDINATES: tuple[Note, ...] = (
    ("loyal", "Bapak/Ibu ikut turun pada hari banjir dan membagi tugas dengan jelas; tidak ada laporan yang tercecer.", ""),
    ("harmonis", "Arahan pekan lalu berubah dua kali dalam sehari, sehingga surat harus dicetak ulang.", "Mulai pekan depan arahan sore cukup ditulis di papan tim."),
    ("kompeten", "Contoh telaahan yang Bapak/Ibu berikan bulan ini memudahkan kami menyusun yang berikutnya.", "Lanjutkan memberi contoh."),
)  # fmt: skip
ANSWERS = (
    "Terima kasih, akan saya coba mulai pekan ini.",
    "Baik. Daftar periksanya saya buat besok.",
    "Terima kasih sudah mengingatkan.",
)
QUESTIONS = (
    "Apa yang sebaiknya saya ubah dalam memimpin rapat pagi?",
    "Bagian mana dari laporan saya yang sulit dibaca?",
)
THANKS: tuple[tuple[str, str], ...] = (
    ("berorientasi_pelayanan", "Mengantar seorang lansia dari loket ke loket sampai suratnya selesai."),
    ("berorientasi_pelayanan", "Menjemput berkas warga yang tidak dapat turun dari dusun karena longsor."),
    ("akuntabel", "Menemukan selisih persediaan obat dan melaporkannya pada hari itu juga."),
    ("kompeten", "Mengajari lima rekan memakai lembar kerja bersama dalam satu siang."),
    ("harmonis", "Menata jadwal piket Lebaran sehingga semua agama dapat pulang bergantian."),
    ("loyal", "Menjaga posko banjir dua malam dan tetap mencatat setiap bantuan."),
    ("adaptif", "Memindahkan layanan ke balai warga dalam sehari ketika kantor terendam."),
    ("kolaboratif", "Menyatukan data tiga bidang menjadi satu tabel yang dipakai semua."),
)  # fmt: skip
UPWARD: tuple[tuple[str, str], ...] = (
    ("harmonis", "Rapat pagi sering lewat satu jam; antrean sudah panjang ketika kami kembali."),
    ("akuntabel", "Pembagian tugas bulan ini jelas sejak tanggal satu, itu sangat membantu."),
    ("kolaboratif", "Keputusan tentang jadwal baik bila kami ditanya sebelum ditempel."),
    ("kompeten", "Tanggapan atas laporan datang dalam dua hari; dahulu kami menunggu sepekan."),
)  # fmt: skip
ABOUT_RATED = (
    "Menjelaskan dengan sabar dan menepati janji waktu.", "Pekerjaannya rapi; pembagian tugas dapat lebih awal.",
    "Mau mendengar, juga bila pendapat berbeda.", "Cepat menanggapi, kadang melewatkan lampiran.",
)  # fmt: skip
