// A figure is known by its label and by what stands around it; it contradicts the data only where its label is the
// indicator's name, or the end of a name whose beginning stands in the line above.
#include "check/entries.h"

#include <algorithm>
#include <set>

#include "base/message.h"
#include "check/entry.h"
#include "check/weigh.h"

namespace check {

namespace {

using base::Ratio;

/// What is put together for all entries of one project.
class Project {
   public:
    Project(const Lexicon& lexicon, const std::vector<Passage>& passages, std::size_t first, std::size_t end)
        : lexicon_(lexicon), assessment_(lexicon.assessment), passages_(passages) {
        for (const input::ActivityIndicator& activity : passages[first].project->indicators) {
            names_.push_back(
                narrowed(activity.kpi ? assessment_.inputs->strategy.indicators[*activity.kpi].name : activity.name));
        }
        for (std::size_t at = first; at < end; ++at) add(at);
    }

    void judge() {
        for (Entry& entry : entries_) beside_indicators(entry);
        if (!entries_.empty()) beside_sums();
        for (Entry& entry : entries_) leave_alone(entry);
        for (std::size_t at = 0; at < entries_.size(); ++at) beside_parts(at);
        for (std::size_t at = 0; at < entries_.size(); ++at) beside_lines(at);
    }

    const std::vector<Entry>& entries() const { return entries_; }
    std::vector<Entry>& entries() { return entries_; }

   private:
    void add(std::size_t at) {
        const Passage& passage = passages_[at];
        for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
            for (Entry& entry : entries_in(passage.sentences[s].letters, lexicon_.units)) {
                entry.passage = at;
                entry.sentence = s;
                entry.line = passage.line;
                entry.claim.verdict = Verdict::left;
                if (entry.inside) *entry.inside += entries_.size() - entry.number;
                entries_.push_back(std::move(entry));
            }
        }
    }

    const std::u32string& letters_of(const Entry& entry) const {
        return passages_[entry.passage].sentences[entry.sentence].letters;
    }

    Subject subject_of(const Passage& passage, std::size_t indicator) const {
        const input::ActivityIndicator& activity = passage.project->indicators[indicator];
        const auto project = static_cast<std::size_t>(passage.project - assessment_.inputs->projects.data());
        return activity.kpi ? Subject{Subject::Kind::indicator, *activity.kpi}
                            : Subject{Subject::Kind::activity, project, indicator};
    }

    void beside_indicators(Entry& entry) {
        const Passage& passage = passages_[entry.passage];
        const std::u32string around = narrowed(passage.above) + letters_of(entry);
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const Likeness like = likeness(entry, names_[i], around);
            if (like.none()) continue;
            entry.sounds_like.push_back(i);
            const Question question{subject_of(passage, i), Property::actual, assessment_.inputs->evaluated_year,
                                    false};
            if (tie(entry, question, like)) {
                found_.insert(i);
                return;
            }
            if (like.certain && entry.only_one && !entry.inside) contradict(entry, question);
        }
    }

    /// 前期講座 839人 and 後期講座 828人, of an indicator that counts 1,667人: its parts, told line by line.
    void beside_sums() {
        const Passage& any = passages_[entries_.front().passage];
        for (std::size_t i = 0; i < any.project->indicators.size(); ++i) {
            const Question question{subject_of(any, i), Property::actual, assessment_.inputs->evaluated_year, false};
            const auto fact = fact_of(assessment_, question.subject, Property::actual, question.year);
            if (found_.contains(i) || !fact) continue;
            std::map<std::size_t, std::vector<Entry*>> by_line;
            std::vector<Entry*> all;
            for (Entry& entry : entries_) {
                const bool like =
                    std::find(entry.sounds_like.begin(), entry.sounds_like.end(), i) != entry.sounds_like.end();
                if (!like || entry.inside || entry.is_some || entry.figure.unit != fact->unit) continue;
                by_line[entry.line].push_back(&entry);
                all.push_back(&entry);
            }
            bool found = is_sum(all, *fact, question);
            for (const auto& [line, parts] : by_line) found = found || is_sum(parts, *fact, question);
            if (found) found_.insert(i);
        }
    }

    bool is_sum(const std::vector<Entry*>& parts, const Fact& fact, const Question& question) const {
        if (parts.size() < 2) return false;
        Ratio sum;
        for (const Entry* part : parts) sum = sum + part->figure.value;
        if (sum != fact.value) return false;
        const Weighed weighed{Verdict::tied, about(assessment_, question, Property::actual), fact.printed, fact,
                              ClaimKind::sum};
        for (Entry* part : parts) {
            accept(part->claim, weighed);
            part->claim.address.clear();  // its place gives the sum, not the part
        }
        return true;
    }

    /// Where every indicator of such a name has its figure elsewhere in the project's texts, or there is none, an entry
    /// says something that stands nowhere else.
    void leave_alone(Entry& entry) {
        const auto& like = entry.sounds_like;
        if (entry.claim.verdict != Verdict::left) return;
        entry.claim.alone = std::all_of(like.begin(), like.end(), [&](std::size_t i) { return found_.contains(i); });
    }

    bool tie(Entry& entry, const Question& question, const Likeness& like) {
        const auto fact = fact_of(assessment_, question.subject, Property::actual, question.year);
        if (!fact) return false;
        TypedFigure figure = entry.figure;
        // 助成金　5件 of an indicator that counts the 5人 who got it.
        const bool counted = !is_percent(fact->unit) && entry.figure.unit != "％";
        if (like.by_label && counted) figure.unit = fact->unit;
        const Weighed weighed = weigh_value(assessment_, question, figure);
        if (weighed.verdict != Verdict::tied) return false;
        accept(entry.claim, weighed);
        return true;
    }

    void contradict(Entry& entry, const Question& question) {
        const Weighed weighed = weigh_value(assessment_, question, entry.figure);
        if (weighed.verdict == Verdict::contradicted && entry.claim.verdict == Verdict::left)
            accept(entry.claim, weighed);
    }

    static void accept(Claim& claim, const Weighed& weighed) {
        claim.kind = weighed.kind;
        claim.verdict = weighed.verdict;
        claim.about = weighed.about;
        claim.truth = weighed.truth;
        if (!weighed.fact) return;
        claim.fact = weighed.fact->span;
        claim.address = weighed.fact->address;
    }

    /// 100件（介護61件、障がい39件）: the whole is the sum of its parts; 79件（うち初任者9件）: a part is no more than
    /// it.
    void beside_parts(std::size_t whole) {
        std::vector<std::size_t> parts;
        bool all = true;
        for (std::size_t at = whole + 1; at < entries_.size() && entries_[at].inside; ++at) {
            if (*entries_[at].inside != whole) continue;
            if (entries_[at].figure.unit != entries_[whole].figure.unit) return;
            parts.push_back(at);
            all = all && !entries_[at].is_some;
        }
        for (const std::size_t part : parts) {
            if (entries_[part].is_some && entries_[part].figure.value > entries_[whole].figure.value)
                against(entries_[part], entries_[whole].claim.typed);
        }
        add_up(whole, parts, all && entries_[whole].exhaustive);
    }

    /// 合計　18,405件 below its parts; 申請件数　263件 above them.
    void beside_lines(std::size_t whole) {
        if (entries_[whole].inside || entries_[whole].claim.verdict == Verdict::contradicted) return;
        const bool total = is_total(entries_[whole].label);
        std::vector<std::size_t> before, behind;
        for (std::size_t at = 0; at < entries_.size(); ++at) {
            const Entry& other = entries_[at];
            const bool beside = at != whole && other.line == entries_[whole].line && !other.inside && !other.is_some &&
                                other.passage != entries_[whole].passage && other.is_listed &&
                                other.figure.unit == entries_[whole].figure.unit;
            if (beside) (at < whole ? before : behind).push_back(at);
        }
        if (total) return add_up(whole, before, true);
        if (entries_[whole].is_listed && before.empty()) add_up(whole, behind, false);
    }

    void add_up(std::size_t whole, const std::vector<std::size_t>& parts, bool exhaustive) {
        if (parts.size() < 2) return;
        Ratio sum;
        for (const std::size_t part : parts) sum = sum + entries_[part].figure.value;
        const bool exact = entries_[whole].figure.bound == Bound::exact;
        if (sum == entries_[whole].figure.value) {
            agree(entries_[whole], entries_[whole].claim.typed);
            for (const std::size_t part : parts) agree(entries_[part], entries_[whole].claim.typed);
        } else if (exhaustive && exact) {
            TypedFigure right = entries_[whole].figure;
            right.value = sum;
            against(entries_[whole], typed_text(right));
        }
    }

    static void agree(Entry& entry, const std::string& whole) {
        if (entry.claim.verdict != Verdict::left) return;
        entry.claim.kind = ClaimKind::sum;
        entry.claim.verdict = Verdict::tied;
        entry.claim.alone = false;
        entry.claim.about = base::say("the whole of these parts");
        entry.claim.truth = whole;
    }

    static void against(Entry& entry, const std::string& sum) {
        entry.claim.kind = ClaimKind::sum;
        entry.claim.verdict = Verdict::contradicted;
        entry.claim.alone = false;
        entry.claim.truth = sum;
    }

    const Lexicon& lexicon_;
    const evaluate::Assessment& assessment_;
    const std::vector<Passage>& passages_;
    std::vector<std::u32string> names_;  ///< of the project's indicators, narrowed
    std::vector<Entry> entries_;
    std::set<std::size_t> found_;  ///< the project's indicators whose figure stands in its texts
};

/// The words of an entry without its figures, with those of the line it belongs to: what a reprint repeats.
std::u32string words_of(const Entry& entry, const std::vector<Passage>& passages) {
    const Passage& passage = passages[entry.passage];
    std::u32string words = narrowed(passage.above) + U"\n";
    for (const char32_t letter : passage.sentences[entry.sentence].letters) {
        const bool digit = (letter >= U'0' && letter <= U'9') || letter == U',' || letter == U'.';
        if (!digit) words += letter;
    }
    return words;
}

/// The same words with other figures, in a project and in its reprint.
void beside_reprints(std::vector<Project>& projects, const std::vector<Passage>& passages,
                     const input::Inputs& inputs) {
    using Key = std::tuple<std::size_t, std::u32string, std::size_t>;
    std::map<Key, const Entry*> first;
    for (Project& project : projects) {
        std::set<Key> own;
        for (Entry& entry : project.entries()) {
            const input::Project& source = *passages[entry.passage].project;
            const auto index = static_cast<std::size_t>(&source - inputs.projects.data());
            const Key key{source.reprint_of.value_or(index), words_of(entry, passages), entry.number};
            // Twice in one project: which of the two the reprint repeats, nobody knows.
            if (!own.insert(key).second) first[key] = nullptr;
            const auto [known, is_new] = first.emplace(key, &entry);
            const Entry* other = known->second;
            if (is_new || other == nullptr || other->figure.value == entry.figure.value) continue;
            if (passages[other->passage].project == &source || entry.claim.verdict != Verdict::left) continue;
            entry.claim.kind = ClaimKind::reprint;
            entry.claim.verdict = Verdict::contradicted;
            entry.claim.alone = false;
            entry.claim.truth = other->claim.typed;
            entry.claim.fact = passages[other->passage].span;
        }
    }
}

}  // namespace

EntryClaims read_entries(const Lexicon& lexicon, const std::vector<Passage>& passages) {
    std::vector<Project> projects;
    for (std::size_t at = 0; at < passages.size();) {
        std::size_t end = at + 1;
        while (end < passages.size() && passages[end].project == passages[at].project) ++end;
        if (passages[at].project != nullptr) {
            projects.emplace_back(lexicon, passages, at, end);
            projects.back().judge();
        }
        at = end;
    }
    beside_reprints(projects, passages, *lexicon.assessment.inputs);
    EntryClaims claims;
    for (const Project& project : projects) {
        for (const Entry& entry : project.entries()) claims[{entry.passage, entry.sentence}].push_back(entry.claim);
    }
    return claims;
}

}  // namespace check
