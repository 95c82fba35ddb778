"""Nama dan sebutan rekaan: words from which invented people, places and courses are put together."""

MEN = (
    "Ahmad", "Andi", "Bambang", "Budi", "Dedi", "Doni", "Edi", "Fajar", "Feri", "Hadi", "Hendra", "Heri", "Indra", "Irwan",
    "Joko", "Mulyadi", "Nasrul", "Nofrizal", "Rahmat", "Rizki", "Roni", "Rudi", "Sahrul", "Slamet", "Surya", "Taufik",
    "Teguh", "Wahyu", "Yusuf", "Zainal", "Zulfahmi", "Afrizal", "Arif", "Bayu", "Dian", "Eko", "Gunawan", "Ilham",
)  # fmt: skip
WOMEN = (
    "Ani", "Ayu", "Desi", "Dewi", "Dina", "Elfi", "Eli", "Fitri", "Fitria", "Gusni", "Indah", "Kartika", "Lestari", "Lina",
    "Lusi", "Maya", "Mega", "Nina", "Nur", "Nurlaila", "Puji", "Ratna", "Rina", "Rini", "Rosmawati", "Sari", "Siti", "Sri",
    "Susi", "Tuti", "Wati", "Weni", "Yanti", "Yeni", "Yuliana", "Yusneli", "Zahara", "Zulaikha",
)  # fmt: skip
FAMILY = (
    "Anggraini", "Arifin", "Basri", "Chaniago", "Effendi", "Fauzi", "Gunawan", "Handayani", "Hasan", "Hidayat", "Ismail",
    "Koto", "Kurniawan", "Kusuma", "Lubis", "Maharani", "Marlina", "Maulana", "Mulyani", "Nasution", "Nugroho", "Permata",
    "Piliang", "Prasetyo", "Pratama", "Putra", "Rahman", "Ramadhan", "Ramadhani", "Saputra", "Setiawan", "Siregar",
    "Sutrisno", "Syahputra", "Tanjung", "Utami", "Wahyuni", "Wibowo", "Wulandari", "Yulianti", "Zulkarnain",
)  # fmt: skip
TOWNS = ("Sawahlunto", "Solok", "Padang", "Bukittinggi", "Payakumbuh", "Sijunjung", "Pariaman", "Batusangkar")

OFFICES = (
    ("Dinas Pendidikan", "sekolah"), ("Dinas Kesehatan dan Keluarga Berencana", "kesehatan"),
    ("Dinas Pekerjaan Umum dan Penataan Ruang", "teknik"), ("Dinas Perumahan, Permukiman dan Lingkungan Hidup", "teknik"),
    ("Satuan Polisi Pamong Praja dan Pemadam Kebakaran", "umum"), ("Dinas Sosial dan Pemberdayaan Masyarakat", "sosial"),
    ("Dinas Koperasi, Perindustrian dan Perdagangan", "ekonomi"), ("Dinas Penanaman Modal dan Pelayanan Terpadu", "ekonomi"),
    ("Dinas Ketahanan Pangan dan Pertanian", "pertanian"), ("Dinas Kependudukan dan Pencatatan Sipil", "umum"),
    ("Dinas Perhubungan", "teknik"), ("Dinas Komunikasi dan Informatika", "informatika"),
    ("Dinas Perpustakaan dan Kearsipan", "arsip"), ("Dinas Kebudayaan", "sosial"), ("Dinas Pariwisata, Pemuda dan Olahraga", "sosial"),
    ("Badan Perencanaan Pembangunan, Riset dan Inovasi", "ekonomi"), ("Badan Pengelolaan Keuangan dan Aset", "keuangan"),
    ("Badan Kepegawaian dan Pengembangan SDM", "kepegawaian"), ("Badan Penanggulangan Bencana", "umum"),
    ("Badan Kesatuan Bangsa dan Politik", "umum"),
)  # fmt: skip
DIVISIONS = {
    "sekolah": ("Pembinaan Sekolah Dasar", "Pembinaan Sekolah Menengah Pertama", "Pendidik dan Tenaga Kependidikan"),
    "kesehatan": ("Kesehatan Masyarakat", "Pelayanan Kesehatan", "Keluarga Berencana"),
    "teknik": ("Prasarana", "Tata Lingkungan", "Pengendalian"),
    "sosial": ("Pemberdayaan", "Pelayanan dan Rehabilitasi", "Kelembagaan"),
    "ekonomi": ("Perencanaan dan Data", "Pembinaan Usaha", "Pengawasan"),
    "pertanian": ("Ketersediaan Pangan", "Tanaman dan Hortikultura", "Peternakan dan Perikanan"),
    "informatika": ("Infrastruktur Digital", "Statistik dan Persandian", "Komunikasi Publik"),
    "arsip": ("Layanan Perpustakaan", "Pengelolaan Arsip", "Pembinaan dan Pengembangan"),
    "keuangan": ("Anggaran", "Perbendaharaan", "Aset Daerah"),
    "kepegawaian": ("Mutasi dan Promosi", "Pengembangan dan Penilaian Kompetensi", "Kinerja dan Informasi Kepegawaian"),
    "umum": ("Operasi", "Pelayanan", "Pembinaan"),
}
SECRETARIAT_PARTS = (
    ("Pemerintahan", "Kesejahteraan Rakyat", "Hukum"), ("Perekonomian", "Pembangunan", "Pengadaan Barang dan Jasa"),
    ("Umum", "Organisasi", "Protokol dan Komunikasi Pimpinan"),
)  # fmt: skip
ASSISTANTS = ("Pemerintahan dan Kesejahteraan Rakyat", "Perekonomian dan Pembangunan", "Administrasi Umum")
DISTRICTS = ("Lembah Segar", "Barangin", "Silungkang", "Talawi")
WARDS = (
    "Aur Mulyo", "Kubang Sirakuk Utara", "Pasar", "Saringan", "Durian I", "Durian II", "Santur", "Lubang Panjang",
    "Saringan Barat", "Tanah Lapang",
)  # fmt: skip
CLINICS = ("Kampung Teleng", "Lunto", "Sungai Durian", "Silungkang", "Talawi", "Kolok")

FUNCTIONAL = {
    "kepegawaian": "Analis SDM Aparatur", "keuangan": "Analis Keuangan Pusat dan Daerah", "informatika": "Pranata Komputer",
    "arsip": "Arsiparis", "teknik": "Penata Ruang", "pertanian": "Penyuluh Pertanian", "sosial": "Pekerja Sosial",
    "ekonomi": "Perencana", "umum": "Analis Kebijakan", "kesehatan": "Administrator Kesehatan", "sekolah": "Pengembang Teknologi Pembelajaran",
}  # fmt: skip
EXECUTIVE = (
    "Penelaah Teknis Kebijakan",
    "Pengolah Data dan Informasi",
    "Penata Layanan Operasional",
    "Pengadministrasi Perkantoran",
    "Operator Layanan Operasional",
)
FIELDS = {
    "kepegawaian": ("S-1 ADMINISTRASI NEGARA", "S-1 PSIKOLOGI"), "keuangan": ("S-1 AKUNTANSI", "S-1 MANAJEMEN"),
    "informatika": ("S-1 TEKNIK INFORMATIKA", "S-1 SISTEM INFORMASI"), "arsip": ("S-1 ILMU PERPUSTAKAAN", "S-1 ADMINISTRASI NEGARA"),
    "teknik": ("S-1 TEKNIK SIPIL", "S-1 PERENCANAAN WILAYAH DAN KOTA"), "pertanian": ("S-1 AGRIBISNIS", "S-1 AGRONOMI"),
    "sosial": ("S-1 SOSIOLOGI", "S-1 KESEJAHTERAAN SOSIAL"), "ekonomi": ("S-1 EKONOMI PEMBANGUNAN", "S-1 MANAJEMEN"),
    "umum": ("S-1 ILMU PEMERINTAHAN", "S-1 HUKUM"), "kesehatan": ("S-1 KESEHATAN MASYARAKAT", "S-1 KEPERAWATAN"),
    "sekolah": ("S-1 PENDIDIKAN GURU SEKOLAH DASAR", "S-1 PENDIDIKAN MATEMATIKA"),
}  # fmt: skip
TITLES = {"sma": "", "d3": "A.Md.", "s1": "S.Sos.", "s2": "S.Sos., M.Si."}
FIELD_TITLES = {
    "AKUNTANSI": "S.E.", "MANAJEMEN": "S.E.", "EKONOMI PEMBANGUNAN": "S.E.", "TEKNIK INFORMATIKA": "S.Kom.", "SISTEM INFORMASI": "S.Kom.",
    "TEKNIK SIPIL": "S.T.", "PERENCANAAN WILAYAH DAN KOTA": "S.T.", "AGRIBISNIS": "S.P.", "AGRONOMI": "S.P.", "ILMU PEMERINTAHAN": "S.IP.",
    "HUKUM": "S.H.", "KESEHATAN MASYARAKAT": "S.KM.", "KEPERAWATAN": "S.Kep.", "PSIKOLOGI": "S.Psi.",
    "PENDIDIKAN GURU SEKOLAH DASAR": "S.Pd.", "PENDIDIKAN MATEMATIKA": "S.Pd.", "ILMU PERPUSTAKAAN": "S.IP.",
}  # fmt: skip
COURSES = (
    ("Pelayanan Publik yang Prima", 12), ("Penyusunan Kebijakan Berbasis Data", 20), ("Pengadaan Barang dan Jasa Dasar", 30),
    ("Manajemen Risiko Perangkat Daerah", 16), ("Komunikasi Pimpinan", 8), ("Pengelolaan Kinerja ASN", 10), ("Literasi Digital", 6),
    ("Pengarusutamaan Gender", 8), ("Keamanan Informasi", 12), ("Penulisan Naskah Dinas", 6), ("Analisis Beban Kerja", 20),
)  # fmt: skip
