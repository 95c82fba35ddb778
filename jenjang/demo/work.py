"""Hasil kerja rekaan: what leaders and staff of each field of work plan for a year, and how one sees that it is reached."""

Indicator = tuple[str, str, str]
Result = tuple[str, tuple[Indicator, ...]]

# What a leader answers for, by field of work; `{unit}` is the unit's name.
LEADS: dict[str, tuple[Result, ...]] = {
    "umum": (
        ("Layanan {unit} selesai tepat waktu", (("waktu", "Bagian layanan yang selesai sesuai standar", "95 persen"),)),
        ("Tata kelola {unit} tertib dan dapat diperiksa", (("kualitas", "Nilai evaluasi akuntabilitas", "B"),)),
    ),
    "keuangan": (
        ("Pengelolaan keuangan daerah tertib pada {unit}", (("kualitas", "Temuan pemeriksaan yang berulang", "0 temuan"),)),
        ("Pembayaran tepat waktu dan tepat jumlah", (("waktu", "SP2D terbit sesudah SPM lengkap", "2 hari kerja"),)),
    ),
    "sekolah": (
        ("Mutu belajar murid meningkat", (("kualitas", "Capaian literasi rapor pendidikan", "naik 3 poin"),)),
        ("Sekolah aman dan ramah anak", (("kuantitas", "Kasus kekerasan yang ditangani tuntas", "100 persen"),)),
    ),
    "kesehatan": (
        ("Kesehatan ibu dan anak di {unit} membaik", (("kuantitas", "Cakupan kunjungan ibu hamil K6", "90 persen"),)),
        ("Pelayanan {unit} dipercaya warga", (("kualitas", "Indeks kepuasan masyarakat", "paling rendah 85"),)),
    ),
    "teknik": (
        ("Prasarana kota berfungsi baik", (("kuantitas", "Bagian jalan dan saluran dalam keadaan mantap", "88 persen"),)),
        ("Pekerjaan selesai sesuai kontrak", (("waktu", "Paket yang selesai tepat waktu", "92 persen"),)),
    ),
    "sosial": (
        ("Warga rentan terlayani", (("kuantitas", "Warga rentan yang menerima layanan", "1.200 orang"),)),
        ("Kegiatan masyarakat tumbuh", (("kuantitas", "Kelompok masyarakat yang dibina", "40 kelompok"),)),
    ),
    "ekonomi": (
        ("Usaha warga tumbuh", (("kuantitas", "Usaha mikro yang naik kelas", "60 usaha"),)),
        ("Rencana kota berdasar data", (("kualitas", "Dokumen rencana yang selaras", "100 persen"),)),
    ),
    "pertanian": (
        ("Hasil tani meningkat", (("kuantitas", "Produktivitas padi", "5,4 ton per hektare"),)),
        ("Pangan aman dan cukup", (("kualitas", "Skor pola pangan harapan", "88"),)),
    ),
    "informatika": (
        ("Layanan digital kota andal", (("waktu", "Waktu layanan tersedia", "99 persen"),)),
        ("Data kota terbuka dan terlindungi", (("kuantitas", "Kumpulan data yang diterbitkan", "60 kumpulan"),)),
    ),
    "arsip": (
        ("Minat baca warga tumbuh", (("kuantitas", "Pengunjung perpustakaan", "24.000 orang"),)),
        ("Arsip kota tertata", (("kualitas", "Nilai pengawasan kearsipan", "BB"),)),
    ),
    "kepegawaian": (
        ("Manajemen ASN berdasar merit", (("kualitas", "Nilai sistem merit", "naik 10 poin"),)),
        ("Layanan kepegawaian cepat", (("waktu", "Usul kenaikan pangkat selesai sebelum periode", "100 persen"),)),
    ),
}  # fmt: skip

# What staff bring to it, in the order of LEADS: each result serves the leader's of the same place, or the first.
DOES: dict[str, tuple[Result, ...]] = {
    "umum": (
        ("Surat dan berkas terlayani", (("kuantitas", "Surat yang diproses", "480 surat"), ("waktu", "Waktu proses", "1 hari kerja"))),
        ("Laporan kegiatan tersusun", (("kuantitas", "Laporan", "12 laporan"), ("kualitas", "Laporan tanpa perbaikan", "90 persen"))),
        ("Rapat dan kunjungan terlayani", (("kuantitas", "Kegiatan", "60 kegiatan"),)),
    ),
    "keuangan": (
        ("Dokumen pembayaran diteliti", (("kuantitas", "SPM yang diteliti", "600 dokumen"), ("kualitas", "SPM tanpa kesalahan", "98 persen"))),
        ("Laporan realisasi tersusun", (("waktu", "Laporan bulanan", "tanggal 5"), ("kuantitas", "Laporan", "12 laporan"))),
        ("Rekonsiliasi aset dilakukan", (("kuantitas", "Berita acara", "4 berita acara"),)),
    ),
    "sekolah": (
        ("Pembelajaran terlaksana sesuai rencana", (("kuantitas", "Jam tatap muka", "24 jam sepekan"), ("kualitas", "Supervisi kelas", "Baik"))),
        ("Penilaian murid ditindaklanjuti", (("kuantitas", "Murid yang mendapat pendampingan", "semua yang perlu"),)),
        ("Komunitas belajar guru berjalan", (("kuantitas", "Pertemuan", "10 pertemuan"),)),
    ),
    "kesehatan": (
        ("Pelayanan pasien sesuai standar", (("kuantitas", "Kunjungan yang dilayani", "2.400 kunjungan"), ("waktu", "Waktu tunggu", "30 menit"))),
        ("Kelas ibu dan posyandu berjalan", (("kuantitas", "Kelas dan posyandu", "36 kegiatan"),)),
        ("Rekam medis lengkap", (("kualitas", "Rekam medis lengkap", "95 persen"),)),
    ),
    "teknik": (
        ("Pengawasan lapangan dilakukan", (("kuantitas", "Kunjungan lapangan", "96 kunjungan"), ("kualitas", "Temuan ditindaklanjuti", "100 persen"))),
        ("Perhitungan volume dan biaya tersusun", (("kuantitas", "Dokumen", "24 dokumen"), ("waktu", "Waktu susun", "5 hari kerja"))),
        ("Aduan prasarana ditangani", (("waktu", "Aduan yang dijawab", "3 hari kerja"),)),
    ),
    "sosial": (
        ("Warga rentan didampingi", (("kuantitas", "Warga yang didampingi", "80 orang"), ("kualitas", "Pendampingan tuntas", "85 persen"))),
        ("Data terpadu dimutakhirkan", (("kuantitas", "Keluarga", "900 keluarga"),)),
        ("Kegiatan kelompok terlaksana", (("kuantitas", "Kegiatan", "20 kegiatan"),)),
    ),
    "ekonomi": (
        ("Pelaku usaha dibina", (("kuantitas", "Pelaku usaha", "45 usaha"), ("kualitas", "Usaha yang omzetnya naik", "60 persen"))),
        ("Kajian dan data tersusun", (("kuantitas", "Kajian", "4 kajian"), ("waktu", "Data bulanan", "tanggal 10"))),
        ("Izin dan rekomendasi diproses", (("waktu", "Waktu proses", "3 hari kerja"),)),
    ),
    "pertanian": (
        ("Kelompok tani didampingi", (("kuantitas", "Kunjungan", "120 kunjungan"), ("kualitas", "Kelompok yang naik kelas", "6 kelompok"))),
        ("Demplot dan pelatihan terlaksana", (("kuantitas", "Pelatihan", "8 pelatihan"),)),
        ("Data luas tanam dicatat", (("waktu", "Laporan bulanan", "tanggal 3"),)),
    ),
    "informatika": (
        ("Aplikasi dan jaringan dirawat", (("waktu", "Gangguan yang pulih", "4 jam"), ("kuantitas", "Perawatan", "48 perawatan"))),
        ("Data diolah dan diterbitkan", (("kuantitas", "Kumpulan data", "12 kumpulan"), ("kualitas", "Data lengkap", "95 persen"))),
        ("Perangkat daerah didampingi", (("kuantitas", "Pendampingan", "30 pendampingan"),)),
    ),
    "arsip": (
        ("Layanan baca dan pinjam berjalan", (("kuantitas", "Peminjaman", "3.000 buku"), ("waktu", "Waktu layanan", "10 menit"))),
        ("Arsip diolah dan didaftar", (("kuantitas", "Arsip", "1.500 berkas"),)),
        ("Perpustakaan desa dibina", (("kuantitas", "Kunjungan", "24 kunjungan"),)),
    ),
    "kepegawaian": (
        ("Usul kepegawaian diverifikasi", (("kuantitas", "Usul", "240 usul"), ("waktu", "Waktu periksa", "3 hari kerja"))),
        ("Data pegawai dimutakhirkan", (("kualitas", "Data yang cocok dengan SIASN", "98 persen"),)),
        ("Penilaian kompetensi terselenggara", (("kuantitas", "Peserta", "150 orang"),)),
    ),
}  # fmt: skip
DONE = (
    "Menyelesaikan bagian pekan ini sesuai rencana.", "Melayani warga dan rekan yang datang, semua tercatat.",
    "Memeriksa ulang berkas yang tertunda, tuntas.", "Rapat koordinasi, hasilnya dicatat dan dibagikan.",
    "Menyusun laporan dan mengirimkannya.", "Mendampingi rekan baru.",
)  # fmt: skip
