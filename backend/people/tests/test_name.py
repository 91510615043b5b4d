import pytest

from people.name import folded, search_terms


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("髙橋 一郎", "高橋一郎"),
        ("渡邉 翔太", "渡辺　翔太"),
        ("渡邊", "渡辺"),
        ("﨑山", "崎山"),
        ("𠮷田", "吉田"),
        ("齋藤", "斎藤"),
        ("佐々木", "佐佐木"),
        ("ワタナベ ショウタ", "わたなべ しょうた"),
        ("ワタナベ", "ﾜﾀﾅﾍﾞ"),
        ("ガッコウ", "がっこう"),
        ("Ｓ０１１０２６", "s011026"),
        ("アンナ・マリア", "あんなまりあ"),
        ("渡邉", "渡邊"),
        ("齋藤", "斉藤"),
        ("齊藤", "斎藤"),
        ("斎藤", "斉藤"),
        ("斉藤", "齊藤"),
        ("髙橋", "髙\u3000橋"),
        ("辻\U000e0101", "辻"),
        ("葛\U000e0100城", "葛城"),
        ("神\ufa19", "神神"),
        ("関ヶ原", "関ケ原"),
        ("関ヵ原", "関カ原"),
        ("穂積", "穗積"),
        ("豐田", "豊田"),
        ("鷗", "鴎"),
        ("ヴァン", "ゔぁん"),
        ("ﾊﾟﾄﾗｯｼｭ", "ぱとらっしゅ"),
        ("タカハシ", "たかはし"),
        ("ﾀｶﾊｼ", "タカハシ"),
        ("サイトウ", "ｻｲﾄｳ"),
    ],
)
def test_a_name_is_found_however_it_is_typed(written, typed):
    assert folded(written) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("山田", "山本"), ("たかし", "たがし"), ("おの", "おおの")])
def test_different_names_stay_different(one, other):
    assert folded(one) != folded(other)


def test_what_is_typed_falls_into_words():
    assert search_terms("　広聴課  ﾜｶﾞﾂﾏ・ ") == ["広聴課", "わがつま"]
    assert search_terms("・ -") == []
    assert len(search_terms("あ " * 50)) == 8
