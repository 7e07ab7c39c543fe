"""Times in news of 12 March 2014, a Wednesday: each in brackets, with its TIMEX3 (or EDTF) value behind the bar."""

import re

import pytest

from dragoman.reading.dates import find_dates
from dragoman.values import Edtf

WRITTEN = Edtf("2014-03-12")

NEWS = """
The minister arrived in Quito on [Tuesday|2014-03-11] and leaves [tomorrow|2014-03-13].
Talks will resume on [Friday|2014-03-14] after a break of [two days|P2D].
The deal was signed [last Thursday|2014-03-06] in Lima.
Exports fell [last month|2014-02] but rose [this week|2014-W11].
The two met [on Monday night|2014-03-10TNI] for [three hours|PT3H].
[Earlier this year|2014] the pair agreed on fish; [later this month|2014-03] they will sign.
[Now|PRESENT_REF] the talks are stalled, but [recently|PAST_REF] there was hope.
The envoy said [today|2014-03-12] that aid would begin [next year|2015].
He served as envoy [from 2003 to 2007|2003/2007].
Trade doubled [between 1998 and 2004|1998/2004].
It opened on [January 3, 1999|1999-01-03], and closed on [5 June 2001|2001-06-05].
[Over the past five years|P5Y] the aid has grown.
[During the last decade|P1DE] trade grew.
[In the 1990s|199] there was war; [the mid-1980s|198] were calmer.
[The 19th century|18] treaty lapsed.
He will visit [in early May|2014-05], [mid-June|2014-06] or [late 2015|2015].
[At the end of 2012|2012] the mission left.
It was built [by the end of 2013|2013].
The fund paid out in [the first quarter of 2013|2013-Q1] and [the fourth quarter|2013-Q4].
[In the second half of last year|2013-H2] sales rose.
The budget for [fiscal year 2013-14|FY2014] was passed.
[Christmas Day|2013-12-25] was quiet, as was [New Year's Day|2014-01-01].
Troops left on [Christmas Eve|2013-12-24].
[Every year|P1Y] a delegation goes; [each month|P1M] a ship sails; it meets [weekly|P1W].
The [annual|P1Y] talks are held [every two years|P2Y].
He has been there [since 1997|1997], [since Monday|2014-03-10] in another office.
The talks began at [10 a.m.|2014-03-12T10:00] and ended at [3:30 p.m.|2014-03-12T15:30].
They will meet at [9 a.m. on Friday|2014-03-14T09:00].
[Friday morning|2014-03-14TMO] will see the signing; he said so [this morning|2014-03-12TMO].
[Last night|2014-03-11TNI] shots were heard.
[Tuesday evening|2014-03-11TEV] saw rain.
[A year earlier|2013] they had met.
[Six months later|2014-09] nothing had happened.
On [12 May 2010|2010-05-12] they met; [the following day|2010-05-13] they signed.
In [June 2009|2009-06] he was elected; [the previous month|2009-05] he had been ill.
In [2006|2006] he left; [that year|2006] his brother died; [the next year|2007] he returned.
[This summer|2014-SU] a fair will be held, as [last summer|2013-SU].
[In the spring of 2011|2011-SP] war broke out.
[Winter|2013-WI] was hard: [the winter of 1998|1998-WI] was worse.
[Last weekend|2014-W10-WE] they met; [this weekend|2014-W11-WE] they will again.
[Next week|2014-W12] the council sits, [next Tuesday|2014-03-18] the board.
[For decades|PXDE] the border was shut; [for years|PXY] no one crossed.
[Several months|PXM] passed; [a few days|PXD] remain.
The [two-day|P2D] visit follows a [six-month|P6M] truce.
The [40-year-old|P40Y] accord holds.
It took [more than 20 years|P20Y] and [almost three weeks|P3W].
[Half a century|P50Y] of rule; [a century|P1CE] of trade.
He was jailed for [18 months|P18M], then [a year and a half|P1.5Y].
It expires in [two years' time|2016].
Within [48 hours|PT48H] they had gone; in [30 minutes|PT30M] it was over.
The vote is due on [Nov. 4|2014-11-04], the count on [Nov 6, 2014|2014-11-06].
He left on [Sept. 30|2013-09-30] and came back on [Jan. 26|2014-01-26].
The session runs [from March 30 to April 2|2014-03-30/2014-04-02].
It was held on [3-5 February|2014-02-03/2014-02-05].
[April 2013|2013-04] was dry, [last April|2013-04] too.
[In April|2014-04] he will travel.
It was [September 11, 2001|2001-09-11].
On [2013-07-04|2013-07-04] it rained; on [04/07/2013|2013-07-04] too.
[The early 1970s|197] brought oil.
[The late 1960s|196] and [the '80s|198] were rich.
[The twentieth century|19] ended in [2000|2000].
[The future|FUTURE_REF] is open; [in the past|PAST_REF] it was not.
[The same day|2014-03-12] the board met.
[That day|2014-03-12] the board met.
On [Wednesday|2014-03-12] he said so.
[A decade ago|2004] it was sold.
[In recent years|PAST_REF] aid grew; [in the coming months|FUTURE_REF] it will fall.
[The next three years|P3Y] are vital.
He comes [on the 15th|2014-03-15] and goes [on the 20th of next month|2014-04-20].
It is held [on Mondays|XXXX-WXX-1] and [every Friday|XXXX-WXX-5].
[Twice a week|P1W] there is a flight; [once a year|P1Y] a feast.
It costs $5 [a day|P1D] and 2,000 [per year|P1Y].
The [2010-2015|2010/2015] plan failed.
The [2012/13|FY2013] season was good.
[Midnight|2014-03-12T24:00] passed; [noon|2014-03-12T12:00] came.
[This afternoon|2014-03-12TAF] they signed.
The ceremony of [July 1997|1997-07] was wet.
[A month ago|2014-02] he was free.
[About ten years ago|2004] he was free.
[Four days earlier|2014-03-08] he was free.
[Forty-eight hours later|2014-03-14] he was dead.
[Some 60 years|P60Y] of peace ended.
The [monthly|P1M] and [quarterly|P3M] reports came.
They met in [the past week|P1W].
[The past year|P1Y] was hard.
[All day|P1D] they talked; [all week|P1W] it rained.
They fought [throughout 2012|2012].
[Until 2016|2016] he stays; [before 2010|2010] he was poor.
[As of June 30|2013-06-30] debt was low.
[Late last year|2013] and [early this year|2014] they met.
[Early next month|2014-04] they meet.
[The end of the month|2014-03] is near.
[This month|2014-03]'s meeting, [last year|2013]'s budget, [Tuesday|2014-03-11]'s vote.
In [2013|2013], trade grew; in [the same year|2013] aid fell; [two years earlier|2011] both rose.
[Easter|2014-04-20] comes late; [Good Friday|2014-04-18] will be free.
The foreign ministers spoke by telephone [late on Sunday|2014-03-09].
Manila hosted the forum [a week earlier|2014-W10].
The treaty enters into force [on 1 July|2014-07-01].
[Just before noon|2014-03-12T12:00] the doors opened.
Police arrived at [6:45 p.m. on Saturday|2014-03-08T18:45].
A ceasefire began at [0600 hours|2014-03-12T06:00].
They flew home [early on Thursday|2014-03-06].
[By mid-2015|2015] the port will be ready.
The loan runs for [15 years|P15Y] with a grace period of [five years|P5Y].
He spent [the whole of 2011|2011] in exile.
Elections are set for [October 19|2014-10-19] and a run-off for [November 2|2014-11-02].
[In the last quarter of 2012|2012-Q4] output fell.
The drought of [2010-11|FY2011] ruined crops.
[On Dec. 31|2013-12-31] the contract ended; [on New Year's Eve|2013-12-31] the camp shut.
The embassy reopens [in the autumn|2014-FA].
She was appointed [two months ago|2014-01].
[In the early hours of Tuesday|2014-03-11] the boats sailed.
[Last May|2013-05] they agreed; [this May|2014-05] they will ratify.
He ruled [from 1965 until 1973|1965/1973].
Between [14 and 16 April|2014-04-14/2014-04-16] the king will be in Doha.
[Each Friday|XXXX-WXX-5] the market opens, [three times a week|P1W] the ferry.
The accord was renewed [annually|P1Y] and reviewed [every six months|P6M].
[Nearly four decades|P4DE] of war ended.
[In the coming weeks|FUTURE_REF] both will meet.
[For the past three months|P3M] nobody had come.
It happened [on the night of 4 March|2014-03-04TNI].
[Monday's|2014-03-10] talks went well.
Rebels seized the town [on Nov. 20, 2013|2013-11-20].
He returned [in the summer of 1999|1999-SU].
Trade stood at $2bn [in calendar 2013|2013].
[The year 2000|2000] was quiet.
Hong Kong was returned [on July 1st, 1997|1997-07-01].
The visit is [the first since 2009|2009].
[Previously|PAST_REF] he was a judge.
[Over Christmas|2013-12-25] it snowed.
They sign [at 11 o'clock|2014-03-12T11:00].
[Tomorrow night|2014-03-13TNI] there is a dinner, [tonight|2014-03-12TNI] a play.
[The day before yesterday|2014-03-10] he fell ill.
[Next month's|2014-04] summit is in Hanoi.
Production began [in Q3 2011|2011-Q3].
A [10-day|P10D] tour began [on Saturday|2014-03-08].
[The 2008 war|2008] was short.
[Around two years|P2Y] passed.
[On the afternoon of 2 March|2014-03-02TAF] she spoke.
[In the next five years|P5Y] they will build.
[Sunday, 9 March|2014-03-09] was calm.
[9/11/2012|2012-11-09] is unclear.
Net profit fell in [the third quarter|2013-Q3]; [a year earlier|2012-Q3] it had doubled.
The mill lost money in [the fourth quarter|2013-Q4], as in [the year-earlier period|2012-Q4].
[First-quarter|2014-Q1] sales will be lower; [first-half|2014-H1] profit may be too.
Sales rose in [February|2014-02] from [a year earlier|2013-02].
[Last year's third quarter|2013-Q3] was the best.
Turnover for [the year|2014] is down, and for [the rest of the week|2014-W11] it will be.
Results in [the latest quarter|2013-Q4] were poor.
The truce may [last six months|P6M]; it cannot last [weeks|PXW].
[Hours|PTXH] after the vote, [weeks|PXW] of talks ended.
Shots were heard [overnight|2014-03-12TNI]; it was calm [in the morning|2014-03-12TMO].
[At the moment|PRESENT_REF] nobody knows; [these days|PRESENT_REF] nobody asks.
The isle was [once|PAST_REF] rich; once more, and once it is sold, it will be.
He left [late on Tuesday|2014-03-11] and rang [early yesterday|2014-03-11].
The quake was felt at [0830 GMT|2014-03-12T08:30] for [40 seconds|PT40S].
A [month-long|P1M] truce ended [a week ago Monday|2014-03-03].
It meets on [the first Thursday of May|2014-05-01], it met on [the last Monday of May 2013|2013-05-27].
The court sits [on Friday|2014-03-14] and [Monday|2014-03-17].
[Several years ago|PAST_REF] it was sold; [in the months ahead|FUTURE_REF] it may be bought.
Cabled [5 Mar 14|2014-03-05], filed [20140306|2014-03-06].
The [hourly|PT1H] ferry runs [every few minutes|PTXM] in [the nineties|199] too.
Traders were waiting for [Friday's|2014-03-14] report.
The truce is expected to last [a month|P1M]; [three more weeks|P3W] of talks follow.
It shrank [for five straight years|P5Y]; the dividend is 20 cents [a quarter|P1Q].
The play begins at [8 o'clock tonight|2014-03-12T20:00]; [the next morning|2014-03-13TMO] it moves on.
The sale will close by [year-end|2014]; it was told in [mid-month|2014-03], and [midweek|2014-W11] again.
Output fell below [1990|1990] levels.
The ferry runs on [weekends|XXXX-WXX-WE]; [in the coming hours|FUTURE_REF] it may not.
He will know when he is sentenced [May 15|2014-05-15].
Rates may rise for the first time since [April|2013-04].
The ships arrive on [Friday|2014-03-14].
In [the first week of May|2014-05] he will rest for [one day|P1D].
In [the first six months of 2013|P6M] it rained.
Sales rose in [the October-December quarter|2013-Q4]; in [the previous quarter|2013-Q3] they fell.
The loss doubled in [the third quarter|2013-Q3] from that of [the same quarter a year earlier|2012-Q3].
A [year-end|2014] feast follows [the fiscal year|P1Y] ended [June 30|2013-06-30].
He came [a week ago tonight|2014-03-05TNI], as recently as [Monday|2014-03-10].
Lights went out at [dawn on Monday|2014-03-10TMO], and came on at [4:11 p.m. EDT on Tuesday|2014-03-11T16:11].
They will stay past [June|2014-06]; it could be [weeks|PXW].
Profit for [fiscal 2013|FY2013] is up, that of [the year|P1Y] ended [June 30|2013-06-30] is not.
The judge upheld the ban on [Friday|2014-03-07]; leaders meet [Monday|2014-03-17].
In [the nine months|P9M] through [January|2014-01] output fell; the coupon is payable [June 2|2014-06-02].
Results for [the fourth quarter|2013-Q4] were poor, and so were those for [the full year|2013].
The loss doubled in [the fourth quarter|2013-Q4]. Costs were cut. In [the year-ago quarter|2012-Q4] it was small.
The ferry sails [every other day|P2D]; [the week before last|2014-W09] it sank.
The tower fell [ten years ago today|2004-03-12]; [twelve years ago this week|2002-W11] it had been built.
[For the moment|PRESENT_REF] it is shut; it reopens [in the fall|2014-FA].
[August|2014-08] copper and [May|2014-05] wheat rose.
Doors open at [4 PM on Friday|2014-03-14T16:00] and close at [6 tonight|2014-03-12T18:00].
It hit at [nine o'clock|2014-03-12T09:00] and again at [3 in the afternoon|2014-03-12T15:00].
The mine closed at [2:28 p.m. Lima time Monday|2014-03-10T14:28].
It must be done by [the end of Thursday|2014-03-13]; it was the hottest day of [the year|2014].
In [the previous two days|P2D] it had snowed; it takes [days|PXD], not [weeks|PXW].
He was freed [a year ago|2013], on [28 August|2013-08-28].
The [1988|1988] Games case resumes on [April 8|2014-04-08], that of the bonds due [2019|2019] on [May 2|2014-05-02].
The shops will close on [Labor Day|2014-09-01], as they did on [Thanksgiving|2013-11-28].
The loss in [the December quarter|2013-Q4] was small; the dividend is 20 cents a share [a quarter|P1Q].
It may be sold in [the near future|FUTURE_REF], as in [the recent past|PAST_REF].
As recently as [2009|2009] it was whole.
It rained into [the spring|2013-SP], for [the next decade|P1DE], in [the second half|2013-H2] above all.
It fell on [2 March|2014-03-02]; [the night before|2014-03-01TNI], it shook.
It fell on [2 March|2014-03-02]; [that same evening|2014-03-02TEV] it burned.
She flies home in [June|2014-06] after [two hours and 21 minutes|PT2H21M] of talks.
It took [a year and two months|P1Y2M].
These [past six years|P6Y] were calm; a [year-long|P1Y] truce held.
The firm, founded in [May 2009|2009-05], publishes its results in [April|2014-04].
It was shut for [some hours|PTXH]; [two nights ago|2014-03-10TNI] it burned.
[The second half|2013-H2] was poor; [the first half|2014-H1] will be good.
[Minutes later|2014-03-12], at [11 a.m.|2014-03-12T11:00], it fell; it was built in [1163|1163].
The yard's [2004|2004] ships sailed until [2009|2009].
The dam broke [nine years ago Monday|2005-03-10]; rain may last [days|PXD], even [weeks|PXW].
He ruled until [April 9|2013-04-09]; the mine is closed until [April 9|2014-04-09].
The storm came ashore at [9 p.m. Saturday|2014-03-08T21:00] with hail; the fire [Sunday|2014-03-09] killed two.
They had hoped to vote [Tuesday night|2014-03-11TNI], but it rained.
"It will not pay before [2015|2015]," said the head, who took over in [January|2014-01].
It blooms [each spring|XXXX-SP] and [autumn|XXXX-FA]; it is shut [every Monday|XXXX-WXX-1] and [Friday|XXXX-WXX-5].
Repairs may take [months|PXM], perhaps [years|PXY].
The rain usually comes in [July|XXXX-07] or on [a Tuesday|XXXX-WXX-2].
Profit was 3 pesos, against 5 pesos, [a year earlier|2013]. In [the year-earlier period|2013] it had a mill.
In [2009|2009] it had a mill. Profit fell in [the latest quarter|2013-Q4].
Fewer will vote than in [May|2013-05]; the sum is up from [April|2013-04].
Contracts for [May|2014-05] rose a cent.
Interest on the notes due [1995|1995] will end on [May 15|2014-05-15]; on [that day|2014-05-15] it is paid.
[The coming weekend|2014-W11-WE] may be wet; he may resign [some day|FUTURE_REF].
It opened in [June 2009|2009-06]; [the December before|2008-12], it was sold.
Sales fell in [Q4|2013-Q4]; the [biweekly|P2W] and [half-yearly|P6M] papers fold; it yields 8% [per annum|P1Y].
Shots rang out in [the wee hours of Monday|2014-03-10], and [the night before last|2014-03-10TNI].
He said so [the other day|PAST_REF]; [a year or two ago|2013] he was ill; [a few months from now|FUTURE_REF] he is well.
Over [the last half-century|P50Y] the town grew; in a matter of [weeks|PXW] it burned.
In [nineteen ninety-one|1991] the war began; [the nineteen-sixties|196] and [the early nineteen-eighties|198] were calm.
It took [two hundred and six days|P206D].
At [ten o'clock this morning|2014-03-12T10:00] he spoke.
In [the last days of the year|2014] it rained, as in [the final weeks of 2012|2012].
Over [the summer|2013-SU] it was dry; [all summer|2013-SU] it was dry.
[Every Saturday night|XXXX-WXX-6TNI] he sings; every now and then he does not, for a year-on-year rise.
They lost a [March|2014-03] vote.
[Ten years ago next week|2004-W12] it fell, and again [a year ago last month|2013-02].
In [the months|PXM] leading up to the vote he waited for [Friday|2014-03-14]'s tale.
A quake struck on [Tuesday|2014-03-11], as on [last Friday|2014-03-07]. It hit at [4:22 p.m.|2014-03-11T16:22].
The truce began [Monday|2014-03-10] and ended [Tuesday|2014-03-11]. At [9 a.m.|2014-03-11T09:00] shots rang out.
He said that [Monday|2014-03-10]'s talks failed; she was ill [that Monday|2014-03-10].
[The last week|P1W] has been long; he was too ill to be sworn in on [January 10|2014-01-10].
Output rose in [January|2014-01] from [a month earlier|2013-12]; it was up from [a year earlier|2013-01].
Output fell in [January|2014-01]. Exports rose in [the month|2014-01].
The vote had been planned for [June|2014-06].
""".strip().splitlines()


@pytest.mark.parametrize("line", NEWS)
def test_times_in_news_are_found_with_their_values(line: str) -> None:
    text, expected = re.sub(r"\[([^|]*)\|[^\]]*\]", r"\1", line), re.findall(r"\|([^\]]*)\]", line)
    found = find_dates(text, WRITTEN)
    assert len(found) == len(expected)
    for date, value in zip(found, expected, strict=True):
        assert value in (date.timex, date.edtf)


def test_days_of_a_list_are_told_apart() -> None:
    found = find_dates("They met on 3, 5 and 10 May 2012, and on June 1 and 9, 2013.")
    assert [d.edtf for d in found] == ["2012-05-03", "2012-05-05", "2012-05-10", "2013-06-01", "2013-06-09"]
    assert [d.text for d in found] == ["3", "5", "10 May 2012", "June 1", "9, 2013"]


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2019, "04-21"), (2038, "04-25")])
def test_easter_moves(year: int, day: str) -> None:
    assert find_dates(f"They met on Easter Sunday {year}.")[0].edtf == f"{year}-{day}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It will be opened on Anzac Day.", "2014-04-25"),
        ("It was opened last Christmas.", "2013-12-25"),
        ("It was opened on Good Friday 2012.", "2012-04-06"),
        ("On Easter Monday it will be closed.", "2014-04-21"),
    ],
)
def test_days_with_a_name_are_known(text: str, day: str) -> None:
    assert [d.edtf for d in find_dates(text, WRITTEN)] == [day]


def test_a_place_with_the_name_of_a_feast_is_no_date() -> None:
    assert find_dates("Boats reach Christmas Island and Easter Island.", WRITTEN) == []


def test_a_clock_time_alone_has_no_place_in_the_calendar() -> None:
    (time,) = find_dates("The talks began at 3.30 pm in Suva.", WRITTEN)
    assert (time.edtf, time.timex) == (None, "2014-03-12T15:30")


@pytest.mark.parametrize(
    "text",
    [
        "The September 11 Foundation met the June 4 Movement.",
        "The Sunday Mirror and the Daily Telegraph were sold.",
        "They watched Monday Night Football.",
        "It was told on 60 Minutes by reporters.",
        "It is nineteen minutes past the hour.",
        "We met June Carter and April Bell.",
        "Route 1990 leads to Gate 2010.",
        "They scored in the second half.",
    ],
)
def test_names_and_numbers_are_no_times(text: str) -> None:
    assert find_dates(text, WRITTEN) == []


def test_a_day_in_a_text_of_history_is_of_the_year_told_last() -> None:
    told = "The war began on 3 May 1866. On 9 August they signed. By 1870 the port was open. Much changed in 1871."
    assert [d.edtf for d in find_dates(told, WRITTEN)] == ["1866-05-03", "1866-08-09", "1870", "1871"]
    told_in_news = told + " All was recalled last week."
    assert find_dates(told_in_news, WRITTEN)[1].edtf == "2013-08-09"


def test_hours_of_what_happened_are_of_the_day_before_if_that_was_told_last() -> None:
    found = find_dates("The dam burst yesterday. Nobody slept. Many fled. It broke at 11:50 a.m. at its foot.", WRITTEN)
    assert found[-1].timex == "2014-03-11T11:50"
    found = find_dates(
        "The dam burst yesterday. Nobody slept. Many fled. Buses will leave at 11:50 p.m. today.", WRITTEN
    )
    assert found[-1].timex == "2014-03-12T23:50"
