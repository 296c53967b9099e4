"""Knows where the places lie that people here name as theirs, because Shabbat and iftar begin with their sunset."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flows.typed import folded


@dataclass(frozen=True, slots=True)
class City:
    """A place: degrees north and east, minutes from lighting candles to sunset, its name in our three languages."""

    key: str
    latitude: float
    longitude: float
    candles: int
    names: Mapping[str, str] = field(compare=False)


def city_named(typed: str) -> City | None:
    """The place that was typed, in any of its spellings, also as "in …"; None if it is not in the table."""
    spelling = _spelled(typed)
    return next((_SPELLINGS[form] for form in _without_prefix(spelling) if form in _SPELLINGS), None)


# Minutes before sunset: the custom of most places is 18 to 20. The longer one is taken, for two minutes more of quiet
# hurt nobody. Jerusalem and Petah Tikva light 40, Haifa and Zikhron Ya'akov 30 (hebcal.com, "Candle-lighting times";
# Petah Tikva as in the newspapers' tables).
_USUAL_CANDLES = 20
_CANDLES = {"jerusalem": 40, "petah-tikva": 40, "haifa": 30, "zikhron-yaakov": 30}

# Key, degrees north and east | Hebrew | Arabic | English | other spellings.
_TABLE = """
jerusalem 31.778 35.235 | ירושלים | القدس | Jerusalem | י-ם | ירושלים המזרחית | القدس الشرقية | Al-Quds
tel-aviv 32.080 34.780 | תל אביב-יפו | تل أبيب-يافا | Tel Aviv-Yafo | תל אביב | ת״א | تل أبيب | Tel Aviv
jaffa 32.052 34.752 | יפו | يافا | Jaffa | Yafo | Yafa
haifa 32.815 34.989 | חיפה | حيفا | Haifa | Hefa
beer-sheva 31.252 34.791 | באר שבע | بئر السبع | Be'er Sheva | ב״ש | Beersheba | Beer Sheba | Bir as-Saba
rishon-lezion 31.964 34.804 | ראשון לציון | ريشون لتسيون | Rishon LeZion | ראשל״צ | ראשון | Rishon
petah-tikva 32.087 34.886 | פתח תקווה | بيتح تكفا | Petah Tikva | פתח תקוה | פ״ת | Petach Tikva
ashdod 31.804 34.650 | אשדוד | أشدود | Ashdod | إسدود
ashkelon 31.669 34.571 | אשקלון | عسقلان | Ashkelon | أشكلون | المجدل
netanya 32.329 34.857 | נתניה | نتانيا | Netanya | Natanya
bnei-brak 32.084 34.834 | בני ברק | بني براك | Bnei Brak | Bene Beraq
holon 32.016 34.779 | חולון | حولون | Holon
bat-yam 32.017 34.745 | בת ים | بات يام | Bat Yam
ramat-gan 32.070 34.824 | רמת גן | رمات غان | Ramat Gan | ר״ג
givatayim 32.072 34.812 | גבעתיים | جفعتايم | Givatayim
rehovot 31.894 34.811 | רחובות | رحوفوت | Rehovot
ness-ziona 31.930 34.799 | נס ציונה | نيس تسيونا | Ness Ziona
yavne 31.878 34.739 | יבנה | يفنه | Yavne | يبنا
herzliya 32.166 34.843 | הרצליה | هرتسليا | Herzliya | Herzlia
raanana 32.184 34.871 | רעננה | رعنانا | Ra'anana
kfar-saba 32.175 34.907 | כפר סבא | كفار سابا | Kfar Saba | كفر سابا
hod-hasharon 32.150 34.888 | הוד השרון | هود هشارون | Hod HaSharon
rosh-haayin 32.095 34.957 | ראש העין | روش هعاين | Rosh HaAyin
modiin 31.899 35.010 | מודיעין | موديعين | Modi'in | מודיעין מכבים רעות
modiin-illit 31.930 35.042 | מודיעין עילית | موديعين عيليت | Modi'in Illit
lod 31.951 34.888 | לוד | اللد | Lod | Lydda | al-Lidd
ramla 31.929 34.866 | רמלה | الرملة | Ramla | Ramleh
beit-shemesh 31.747 34.989 | בית שמש | بيت شيمش | Beit Shemesh | Bet Shemesh
kiryat-gat 31.610 34.764 | קריית גת | كريات جات | Kiryat Gat | קרית גת
sderot 31.525 34.596 | שדרות | سديروت | Sderot
netivot 31.423 34.589 | נתיבות | نتيفوت | Netivot
ofakim 31.314 34.620 | אופקים | أوفاكيم | Ofakim
arad 31.259 35.213 | ערד | عراد | Arad
dimona 31.069 35.033 | דימונה | ديمونا | Dimona
yeruham 30.988 34.930 | ירוחם | يروحام | Yeruham
mitzpe-ramon 30.610 34.801 | מצפה רמון | متسبيه رمون | Mitzpe Ramon
eilat 29.558 34.948 | אילת | إيلات | Eilat | أم الرشراش
rahat 31.393 34.754 | רהט | رهط | Rahat
hura 31.299 34.938 | חורה | حورة | Hura
tel-sheva 31.250 34.860 | תל שבע | تل السبع | Tel Sheva
hadera 32.434 34.920 | חדרה | الخضيرة | Hadera
zikhron-yaakov 32.571 34.952 | זכרון יעקב | زخرون يعقوب | Zikhron Ya'akov | זיכרון יעקב | Zichron Yaakov
pardes-hanna 32.474 34.974 | פרדס חנה-כרכור | برديس حنا كركور | Pardes Hanna-Karkur | פרדס חנה | Pardes Hanna
afula 32.608 35.289 | עפולה | العفولة | Afula
nazareth 32.700 35.297 | נצרת | الناصرة | Nazareth | Natzrat
nof-hagalil 32.708 35.325 | נוף הגליל | نوف هجليل | Nof HaGalil | נצרת עילית | نتسيرت عيليت
tiberias 32.795 35.530 | טבריה | طبريا | Tiberias | Tveria
safed 32.965 35.496 | צפת | صفد | Safed | Tzfat | Zefat
karmiel 32.914 35.295 | כרמיאל | كرميئيل | Karmiel | Carmiel
acre 32.928 35.082 | עכו | عكا | Acre | Akko | Akka
nahariya 33.006 35.094 | נהריה | نهاريا | Nahariya
maalot-tarshiha 33.016 35.271 | מעלות-תרשיחא | معالوت ترشيحا | Ma'alot-Tarshiha | מעלות | תרשיחא | ترشيحا | Tarshiha
kiryat-shmona 33.208 35.570 | קריית שמונה | كريات شمونة | Kiryat Shmona | קרית שמונה
yokneam 32.659 35.105 | יקנעם | يوكنعام | Yokneam | יקנעם עילית
krayot 32.838 35.078 | הקריות | الكريوت | Krayot | קריות | קריית ביאליק | קריית מוצקין | קריית ים | קריית אתא
umm-al-fahm 32.517 35.153 | אום אל-פחם | أم الفحم | Umm al-Fahm | אום אל פאחם
baqa-al-gharbiyye 32.419 35.042 | באקה אל-גרבייה | باقة الغربية | Baqa al-Gharbiyye | באקה
tira 32.234 34.950 | טירה | الطيرة | Tira
tayibe 32.266 35.010 | טייבה | الطيبة | Tayibe | טיבה
kafr-qasim 32.114 34.976 | כפר קאסם | كفر قاسم | Kafr Qasim
shefaram 32.805 35.170 | שפרעם | شفا عمرو | Shefa-Amr | Shfaram | شفاعمرو
sakhnin 32.864 35.297 | סח׳נין | سخنين | Sakhnin | סכנין
tamra 32.853 35.198 | טמרה | طمرة | Tamra
arraba 32.852 35.338 | עראבה | عرابة | Arraba
daliyat-al-karmel 32.693 35.047 | דאלית אל-כרמל | دالية الكرمل | Daliyat al-Karmel | דלית אל כרמל
isfiya 32.720 35.063 | עוספייא | عسفيا | Isfiya | עספיא | Usfiya
yarka 32.955 35.210 | ירכא | يركا | Yarka
majdal-shams 33.270 35.770 | מג׳דל שמס | مجدل شمس | Majdal Shams
katzrin 32.992 35.690 | קצרין | كتسرين | Katzrin
ariel 32.106 35.188 | אריאל | أريئيل | Ariel
maale-adumim 31.775 35.298 | מעלה אדומים | معاليه أدوميم | Ma'ale Adumim
ramallah 31.903 35.204 | רמאללה | رام الله | Ramallah | البيرة | Al-Bireh
bethlehem 31.705 35.202 | בית לחם | بيت لحم | Bethlehem | בית ג׳אלה | بيت جالا | Beit Jala | بيت ساحور | Beit Sahour
hebron 31.530 35.095 | חברון | الخليل | Hebron | Al-Khalil
nablus 32.221 35.254 | שכם | نابلس | Nablus | נאבלוס
jenin 32.461 35.300 | ג׳נין | جنين | Jenin
tulkarm 32.310 35.029 | טולכרם | طولكرم | Tulkarm | טול כרם
qalqilya 32.190 34.981 | קלקיליה | قلقيلية | Qalqilya
jericho 31.856 35.460 | יריחו | أريحا | Jericho
gaza 31.502 34.466 | עזה | غزة | Gaza
"""


def _rows() -> Iterator[tuple[City, tuple[str, ...]]]:
    for line in filter(None, _TABLE.splitlines()):
        place, *spellings = (cell.strip() for cell in line.split("|"))
        key, north, east = place.split()
        names = dict(zip(("he", "ar", "en"), spellings, strict=False))
        yield City(key, float(north), float(east), _CANDLES.get(key, _USUAL_CANDLES), names), tuple(spellings)


def _spelled(text: str) -> str:
    """The form in which a name is looked up: no quotes, hyphens or blanks, no marks, one case."""
    return folded(text.translate(_QUOTES)).replace(" ", "")


def _without_prefix(spelling: str) -> Iterator[str]:
    """As it stands, without "in", and with or without the Arabic article."""
    yield spelling
    for prefix in _PREFIXES:
        if spelling.startswith(prefix):
            yield spelling.removeprefix(prefix)
    yield _ARTICLE + spelling


_QUOTES = str.maketrans("", "", "\"'`´‘’“”׳״")
_ARTICLE = "ال"
_PREFIXES = ("ב", "מ", _ARTICLE, "في" + _ARTICLE, "في", "ب", "in", "from")

CITIES: Mapping[str, City] = {city.key: city for city, _ in _rows()}
_SPELLINGS: Mapping[str, City] = {_spelled(name): city for city, names in reversed(list(_rows())) for name in names}
