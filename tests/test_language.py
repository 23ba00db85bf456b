"""The language of a story."""

from __future__ import annotations

import datetime

import pytest

from factcheck import Checker, Document
from factcheck.language import guess_language, language_of

ENGLISH = "The mill in the valley closed on Monday, and the men who work there were told to look for other work, its owner said."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ENGLISH),
        ("de", "Die Mühle im Tal schließt am Montag, und die Männer, die dort arbeiten, sollen sich eine andere Arbeit suchen, wie der Besitzer mit Bedauern sagte."),
        ("fr", "Le moulin de la vallée ferme lundi, et les hommes qui y travaillent sont priés de chercher un autre travail, a dit le patron dans une lettre aux élus."),
        ("es", "El molino del valle cierra el lunes, y los hombres que trabajan en él tienen que buscar otro trabajo, dijo el dueño en una carta a los vecinos de la zona."),
        ("it", "Il mulino della valle chiude lunedì, e gli uomini che ci lavorano devono cercare un altro lavoro, ha detto il padrone in una lettera al sindaco e alla gente."),
        ("pt", "O moinho do vale fecha na segunda-feira, e os homens que nele trabalham devem procurar outro trabalho, disse o dono em uma carta para os moradores da região."),
        ("nl", "De molen in het dal sluit op maandag, en de mannen die er werken moeten naar ander werk zoeken, zei de eigenaar in een brief aan de raad van het dorp."),
        ("ru", "Мельница в долине закрывается в понедельник, и рабочие должны искать другую работу, сказал хозяин."),
        ("zh", "山谷里的工厂周一关闭，工人们必须另找工作，业主说。"),
        ("ja", "谷の工場は月曜日に閉まり、働く人たちは別の仕事を探さなければならないと持ち主は言った。"),
        ("ko", "골짜기의 공장은 월요일에 문을 닫고 일하는 사람들은 다른 일을 찾아야 한다고 주인이 말했다."),
        ("ar", "يغلق المصنع في الوادي يوم الاثنين وعلى العمال البحث عن عمل آخر، قال المالك."),
        ("en", ""),
        ("en", "Sumo: Hakuho, Goeido"),
        ("en", "1 2 3 4 5"),
        ("en", f"{ENGLISH} 山谷里的工厂周一关闭"),
    ],
)  # fmt: skip
def test_language_is_guessed_from_script_and_small_words(language: str, text: str) -> None:
    assert guess_language(text) == language


def test_stated_language_outranks_the_guess() -> None:
    assert language_of(Document("a", ENGLISH, language="de_CH")) == "de"
    assert language_of(Document("a", "Die Mühle", language="en-GB")) == "en"


def test_dates_in_figures_are_checked_in_any_language() -> None:
    text = "Die Mühle im Tal schließt am 2019-02-30, und die Männer, die dort arbeiten, sollen sich eine andere Arbeit suchen, wie der Besitzer mit Bedauern sagte und in einem Brief an die Stadt schrieb."
    analysis = Checker().check(Document("a", text, published=datetime.date(2019, 2, 1)))
    assert [finding.rule for finding in analysis.findings] == ["DOC001", "DAT001"]
    assert analysis.language == "de"
    assert analysis.claims == ()
