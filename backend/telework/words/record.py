"""The words of record files, in both languages."""

from collections.abc import Mapping

from core.words import Language

RECORD_WORDS: Mapping[str, Mapping[Language, str]] = {
    "sheet": {"ja": "実施記録", "en": "Telework record"},
    "number": {"ja": "職員番号", "en": "Staff number"},
    "name": {"ja": "氏名", "en": "Name"},
    "department": {"ja": "所属", "en": "Department"},
    "days": {"ja": "実施日数", "en": "Days"},
    "full_days": {"ja": "全日（日）", "en": "Full days"},
    "half_days": {"ja": "半日（回）", "en": "Half days"},
    "hours": {"ja": "時間単位（回）", "en": "By the hour (times)"},
    "worked": {"ja": "実働（時間）", "en": "Worked (hours)"},
    "home": {"ja": "在宅（日）", "en": "Home (days)"},
    "satellite": {"ja": "サテライト（日）", "en": "Satellite (days)"},
    "mobile": {"ja": "モバイル（日）", "en": "Mobile (days)"},
    "request": {"ja": "申請（日）", "en": "Requested (days)"},
    "order": {"ja": "命令（日）", "en": "Ordered (days)"},
    "post_hoc": {"ja": "事後（日）", "en": "Afterwards (days)"},
    "in_advance": {"ja": "事前の承認・命令（日）", "en": "Approved or ordered beforehand (days)"},
    "unconfirmed": {"ja": "未確認（件）", "en": "Not confirmed yet"},
    "allowance_days": {"ja": "手当の対象日数（{months}か月）", "en": "Days for the allowance ({months} months)"},
    "allowance_average": {"ja": "1か月平均（日）", "en": "Average a month"},
    "allowance_reached": {"ja": "平均{more_than}日超", "en": "More than {more_than} on average"},
    "yes": {"ja": "該当", "en": "yes"},
    "no": {"ja": "", "en": ""},
    "total": {"ja": "合計", "en": "Total"},
    "day": {"ja": "日付", "en": "Day"},
    "unit": {"ja": "区分", "en": "Part"},
    "form": {"ja": "実施形態", "en": "Form"},
    "origin": {"ja": "経緯", "en": "Origin"},
    "started_at": {"ja": "開始", "en": "Start"},
    "ended_at": {"ja": "終了", "en": "End"},
    "break_minutes": {"ja": "休憩（分）", "en": "Break (minutes)"},
    "minutes": {"ja": "実働（分）", "en": "Worked (minutes)"},
    "overtime": {"ja": "時間外（分）", "en": "Overtime (minutes)"},
    "tasks": {"ja": "実施した業務", "en": "Tasks done"},
    "state": {"ja": "状態", "en": "State"},
    "unit.full": {"ja": "全日", "en": "Full day"},
    "unit.am": {"ja": "午前", "en": "Morning"},
    "unit.pm": {"ja": "午後", "en": "Afternoon"},
    "unit.hours": {"ja": "時間", "en": "Hours"},
    "form.home": {"ja": "在宅", "en": "Home"},
    "form.satellite": {"ja": "サテライト", "en": "Satellite"},
    "form.mobile": {"ja": "モバイル", "en": "Mobile"},
    "origin.request": {"ja": "申請", "en": "Request"},
    "origin.order": {"ja": "命令", "en": "Order"},
    "origin.post_hoc": {"ja": "事後", "en": "Afterwards"},
    "state.started": {"ja": "実施中", "en": "Under way"},
    "state.paused": {"ja": "中断中", "en": "Paused"},
    "state.ended": {"ja": "報告待ち", "en": "To be reported"},
    "state.reported": {"ja": "報告済み", "en": "Reported"},
    "state.confirmed": {"ja": "確認済み", "en": "Confirmed"},
}


def record_word(name: str, language: Language, **facts: object) -> str:
    """One word or head of a record file."""
    return RECORD_WORDS[name][language].format(**facts)
