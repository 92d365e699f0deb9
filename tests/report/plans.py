"""Plans of any size, made up: so many goals, so many headline targets each, names as long as a city may give them."""
import yaml

LONG = "誰もが生涯にわたり健やかに安心して暮らし続けられるよう、地域の力を生かした福祉・医療・子育ての施策を一体として進めるまち"
NAME = "20代・30代の子育て世帯のうち市の相談窓口を利用して満足したと答えた世帯の割合（市民実感度調査）"
LATIN = "Smart City Vision 2040 DIGITAL TRANSFORMATION Comprehensive Strategy"
YEARS = [f"R{year}" for year in range(3, 9)]
PAST = YEARS[:3]
SENTENCE = "相談の窓口を一つにまとめ、夜間と休日にも開いたところ、若い世代の利用が増えた。来年度は支所にも広げる。"


def indicator(id_, name, number):
    """Values of all kinds by turns: rising, falling, missing, large."""
    kind = number % 5
    base = [40, 6400, 1_200, 98.5, 1_234_567][kind]
    made = {"id": id_, "name": name, "unit": ["%", "人", "件", "ポイント", "円／人"][kind],
            "baseline": {"value": base, "year": "令和元年度"},
            "targets": {year: round(base * (1 + 0.03 * i), 1) for i, year in enumerate(YEARS, 1)}}
    if kind == 2:
        made |= {"lower_is_better": True, "targets": {year: round(base * (1 - 0.06 * i)) for i, year in enumerate(YEARS, 1)}}
    return made


def value(made, year, number):
    if number % 7 == 3 and year != "R4":
        return "未公表"
    return round(made["targets"][year] * (0.75 + 0.1 * (number % 5)), 1)


def extreme(files):
    """The same plan with values of twelve digits, below zero, at zero, of three decimals, and many missing."""
    kinds = [("百万円／世帯", 123_456_789_012, 10**9, [99_999_999_999, 109_999_999_999, 119_999_999_999]),
             ("ポイント", -1234.56, 300.25, [-98_765.4, "未公表", -1100.25]),
             ("人日", 0, 1, [0, -5, 12_345_678]),
             ("％", 0.001, 0.001, ["調査なし", "未公表", "集計中"])]
    all_indicators = [made for goal in files["strategy.yaml"]["goals"]
                      for made in [*goal.get("headline_targets", []), *goal["measures"][0]["initiatives"][0]["kpis"]]]
    for number, made in enumerate(all_indicators):
        unit, base, step, values = kinds[number % 4]
        made.pop("direction", None)
        made |= {"unit": unit, "baseline": {"value": base, "year": "令和元年度"},
                 "targets": {year: round(base + step * i, 3) for i, year in enumerate(YEARS)}}
        for year, value_of in zip(PAST, values):
            files[f"{year}.yaml"]["actuals"][made["id"]] = value_of
    return files


def plan(template, goals, targets, kpis=3, long=True, latin=False):
    """The files of a project folder, by path; `targets`: headline targets a goal."""
    name = NAME if long else "相談件数"
    all_indicators, count = [], 0
    made_goals = []
    for g in range(1, goals + 1):
        goal = {"number": g, "title": LONG if long else "安心して暮らせるまち"}
        if g % 2:
            goal["slogan"] = "福祉・医療・子育ての充実した" if long else "福祉"
        for kind, many in (("headline_targets", targets), ("kpis", kpis)):
            made = [indicator(f"{kind[0]}{g}-{i}", f"{name}その{i}" if i > 1 else name, count + i) for i in range(1, many + 1)]
            count += many
            all_indicators += made
            if kind == "headline_targets":
                goal["headline_targets"] = made
            else:
                goal["measures"] = [{"number": 1, "title": LONG if long else "相談", "initiatives": [
                    {"number": 1, "title": LONG if long else "窓口", "kpis": made}]}]
        made_goals.append(goal)
    for made in all_indicators:
        if made.pop("lower_is_better", False):
            made["direction"] = "lower"
    title = LATIN if latin else "第３期" + ("まち・ひと・しごと創生総合戦略・地方創生推進計画・" if long else "") + "総合戦略"
    strategy = {"title": title, "short_title": "第３期総合戦略", "period": {"from": "R3", "to": "R8"}, "goals": made_goals}
    files = {"strategy.yaml": strategy, "narrative.yaml": narrative(template, goals)}
    for year in PAST:
        values = {made["id"]: value(made, year, i) for i, made in enumerate(all_indicators)}
        files[f"{year}.yaml"] = {"year": year, "actuals": values}
    report = LATIN if latin else "まち・ひと・しごと創生総合戦略の進捗と効果の検証に関する報告書" if long else "報告書"
    files["kensho.yaml"] = {
        "municipality": {"name": "葛瀬市", "code": "99212"}, "report": {"title": report, "published": "令和６年度"},
        "evaluated_year": "R5", "template": template, "strategy": "strategy.yaml", "years": {year: f"{year}.yaml" for year in PAST},
        "narrative": "narrative.yaml", "policy": "atsugi"}
    return files


def narrative(template, goals):
    if template == "kouka-kensho":
        verification = {"aims": [{"label": "ア", "title": "目的", "paragraphs": [SENTENCE]}], "year": "令和５年度",
                        "method": [{"label": "ア", "text": SENTENCE, "bands": "添える"}], "use": [SENTENCE]}
    else:
        verification = {"method": [SENTENCE], "council": SENTENCE}

    def per_goal(make):
        return {g: make(g) for g in range(1, goals + 1)}

    citizens = {"question": "どこまで進みましたか", "lead": SENTENCE, "overall": SENTENCE, "goals": per_goal(lambda g: SENTENCE),
                "council": [SENTENCE], "next": [SENTENCE], "words": [SENTENCE]}
    return {
        **({"citizens": citizens} if template == "kouka-kensho" else {}),
        "overview": {"purpose": [SENTENCE], "method": [SENTENCE], "policy": [SENTENCE], "goals_lead": SENTENCE,
                     "system_lead": SENTENCE, "targets_lead": SENTENCE, "viewpoints": [SENTENCE], "viewpoints_lead": SENTENCE},
        "verification": verification,
        "summary": {"overall": [SENTENCE, SENTENCE], "council": [SENTENCE]},
        "goals": per_goal(lambda g: {"direction": SENTENCE, "evaluation": [SENTENCE] * 3, "council": [SENTENCE]}),
        "digest": {"lead": SENTENCE, "overall": SENTENCE, "targets": SENTENCE, "goals": per_goal(lambda g: SENTENCE),
                   "council": [SENTENCE], "next": [SENTENCE], "notes": SENTENCE},
    }


def write(files, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    return folder
