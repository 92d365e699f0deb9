// Names first, then figures and years, then the lexicon; the dictionary says where a word may begin.
#include "check/tokens.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/letters.h"
#include "check/lexicon.h"

namespace check {

namespace {

/// The dictionary knows full-width letters and digits.
char32_t widened(char32_t c) { return c > 0x20 && c < 0x7F ? c + 0xFEE0 : c; }

/// What the dictionary says of each letter: the word that begins there, if one does.
struct Parted {
    std::vector<base::Word> words;
    std::vector<int> begins;  ///< a letter's word, -1 inside one; one more for the end
};

Parted parted(const std::u32string& letters, const base::WordSplitter& split) {
    std::string sentence;
    std::vector<std::size_t> starts;
    for (const char32_t c : letters) {
        starts.push_back(sentence.size());
        base::append_utf8(sentence, widened(c));
    }
    Parted parted{split(sentence), std::vector<int>(letters.size() + 1, -1)};
    std::size_t at = 0;
    for (std::size_t w = 0; w < parted.words.size(); ++w) {
        const base::Word& word = parted.words[w];
        const std::size_t begin = word.end - word.surface.size();
        while (at < starts.size() && starts[at] < begin) ++at;
        if (at < starts.size() && starts[at] == begin) parted.begins[at] = static_cast<int>(w);
    }
    parted.begins[letters.size()] = static_cast<int>(parted.words.size());
    return parted;
}

class Tokenizer {
   public:
    Tokenizer(const Sentence& sentence, const Lexicon& lexicon)
        : sentence_(sentence),
          letters_(sentence.letters),
          lexicon_(lexicon),
          parted_(parted(sentence.letters, lexicon.words)) {}

    std::vector<Token> run() {
        while (at_ < letters_.size()) {
            Token token = next();
            if (token.sort == Sort::year) follow_last_year(token);
            token.text = letters_.substr(token.begin, token.end - token.begin);
            token.insert = sentence_.insert_at(token.begin);
            at_ = token.end;
            if (token.sort == Sort::other && token.text == U" ") continue;
            tokens_.push_back(std::move(token));
        }
        Token end;
        end.sort = Sort::end;
        end.begin = end.end = letters_.size();
        tokens_.push_back(end);
        return std::move(tokens_);
    }

   private:
    /// 令和４年に1,905億円、｜翌年には: the year behind the one that was named last.
    void follow_last_year(Token& year) const {
        if (letters_[year.begin] != U'翌') return;
        const auto last = std::find_if(tokens_.rbegin(), tokens_.rend(),
                                       [](const Token& t) { return t.sort == Sort::year && t.year_named; });
        if (last != tokens_.rend()) year.year.western = last->year.western + 1;
    }

    bool at_word() const { return parted_.begins[at_] >= 0; }
    /// Blanks are no words of the dictionary's, and end one.
    bool word_ends(std::size_t letter) const {
        const std::size_t at = std::min(letter, letters_.size());
        return parted_.begins[at] >= 0 || letters_[at] == U' ';
    }

    Token next() {
        if (auto token = mark()) return *token;
        if (auto token = name()) return *token;
        if (auto token = part_of_plan()) return *token;
        if (auto token = year_at(letters_, at_, lexicon_.years, *lexicon_.assessment.inputs)) return *token;
        if (auto token = figure()) return *token;
        if (auto token = rating()) return *token;
        if (auto token = rate_name()) return *token;
        if (auto token = word()) return *token;
        return dictionary_word();
    }

    Token token(Sort sort, std::size_t length) const {
        Token token;
        token.sort = sort;
        token.begin = at_;
        token.end = at_ + length;
        return token;
    }

    std::optional<Token> mark() const {
        switch (letters_[at_]) {
            case U'、':
            case U',': return token(Sort::comma, 1);
            case U'（':
            case U'「':
            case U'『': return token(Sort::open, 1);
            case U'）':
            case U'」':
            case U'』': return token(Sort::close, 1);
            case U'。': return token(Sort::end, 1);
            case U' ':
            case U'・': return token(Sort::other, 1);
            default: return std::nullopt;
        }
    }

    std::optional<Token> name() const {
        const bool quoted = at_ > 0 && letters_[at_ - 1] == U'「';
        if (!quoted && !at_word()) return std::nullopt;
        const auto named = lexicon_.names.at(letters_, at_);
        if (!named) return std::nullopt;
        const std::size_t end = at_ + named->length;
        if (!word_ends(end) && !(end < letters_.size() && letters_[end] == U'」')) return std::nullopt;
        Token result = token(Sort::name, named->length);
        result.subjects = named->subjects;
        result.whole_name = named->whole;
        result.narrowed = !quoted && is_narrowed(end);
        return result;
    }

    /// 総出生数, 外国人の出生数, 出生数調査: the name is part of something else.
    bool is_narrowed(std::size_t end) const {
        if (end < letters_.size() && parted_.begins[end] >= 0 &&
            parted_.begins[end] < static_cast<int>(parted_.words.size())) {
            const base::Word& behind = parted_.words[static_cast<std::size_t>(parted_.begins[end])];
            const bool known = lexicon_word_at(letters_, end) != nullptr ||
                               year_at(letters_, end, lexicon_.years, *lexicon_.assessment.inputs);
            const bool compound = behind.part == "名詞" && behind.kind != "数" && behind.kind != "非自立" && !known &&
                                  behind.kind != "副詞可能" && behind.detail != "助数詞" && behind.surface != "等";
            if (compound && letters_[end] > 0x7F) return true;
        }
        if (tokens_.empty()) return false;
        const Token& before = tokens_.back();
        if (before.sort == Sort::foreign) return true;
        if (before.sort == Sort::noun) return before.end == at_ && !is_own(before);
        const bool of = before.sort == Sort::particle && before.text == U"の";
        if (!of || tokens_.size() < 2) return false;
        // 県全体の生産量
        const bool of_a_whole = tokens_[tokens_.size() - 2].sort == Sort::whole && tokens_.size() > 2;
        const Token& owner = tokens_[tokens_.size() - (of_a_whole ? 3 : 2)];
        if (of_a_whole) return owner.sort == Sort::foreign && owner.end == tokens_[tokens_.size() - 2].begin;
        const bool of_another = owner.sort == Sort::name && !owner.whole_name;
        return of_another || owner.sort == Sort::foreign || (owner.sort == Sort::noun && !is_own(owner)) ||
               owner.sort == Sort::figure;
    }

    /// 本市の, 町内の, 厚木市の, 年間: the name stays what it is.
    bool is_own(const Token& noun) const {
        static const std::vector<std::u32string> own = {
            U"本市", U"本町", U"本村", U"本区", U"当市", U"当町", U"市内", U"町内", U"村内", U"区内",
            U"市",   U"町",   U"村",   U"年間", U"本県", U"全体", U"内",   U"うち", U"対象", U"上記",
            U"主要", U"値",   U"毎年", U"年度", U"今回", U"次",   U"ほか", U"結果", U"状況", U"推移"};
        if (std::find(own.begin(), own.end(), noun.text) != own.end()) return true;
        return lexicon_.city.find(noun.text) != std::u32string::npos;
    }

    std::optional<std::size_t> number_behind(std::size_t at, int& number) const {
        const auto figure = figure_at(letters_, at, {});
        if (!figure || figure->step != base::Ratio(1) || figure->value > base::Ratio(999)) return std::nullopt;
        number = static_cast<int>(figure->value.thousandths() / 1000);
        std::size_t end = at;
        while (end < letters_.size() && letters_[end] >= U'0' && letters_[end] <= U'9') ++end;
        return end > at ? std::optional(end) : std::nullopt;
    }

    /// 基本目標３, 基本目標３（合計特殊出生率上昇）; a title of a goal, a measure or an initiative in 「」.
    std::optional<Token> part_of_plan() const {
        const input::Strategy& strategy = lexicon_.assessment.inputs->strategy;
        for (const std::u32string_view word : {std::u32string_view(U"基本目標"), std::u32string_view(U"目標")}) {
            if (!std::u32string_view(letters_).substr(at_).starts_with(word)) continue;
            int number = 0;
            const auto end = number_behind(at_ + word.size(), number);
            if (!end || counts_goals(*end)) continue;
            for (std::size_t goal = 0; goal < strategy.goals.size(); ++goal) {
                if (strategy.goals[goal].number != number) continue;
                if (word.size() == 2 && !figure_is_bare(*end)) continue;
                Token result = token(Sort::goal, *end - at_);
                result.subjects = {{Subject::Kind::goal, goal}};
                return result;
            }
        }
        if (auto token = next_of_list(strategy)) return token;
        if (at_ == 0 || letters_[at_ - 1] != U'「') return std::nullopt;
        return titled(strategy);
    }

    /// 基本目標４本: how many there are, not which.
    bool counts_goals(std::size_t end) const {
        return end < letters_.size() &&
               std::u32string_view(U"本つ個項").find(letters_[end]) != std::u32string_view::npos;
    }

    /// 基本目標１、｜３、４の三つ
    std::optional<Token> next_of_list(const input::Strategy& strategy) const {
        const std::size_t last = tokens_.size();
        if (last < 2 || tokens_[last - 2].sort != Sort::goal ||
            tokens_[last - 2].subjects[0].kind != Subject::Kind::goal)
            return std::nullopt;
        const Token& joint = tokens_[last - 1];
        if (joint.sort != Sort::comma && joint.text != U"・" && joint.text != U"及び" && joint.text != U"と")
            return std::nullopt;
        int number = 0;
        const auto end = number_behind(at_, number);
        if (!end || *end == letters_.size() ||
            std::u32string_view(U"のはがで、と・及").find(letters_[*end]) == std::u32string_view::npos)
            return std::nullopt;
        for (std::size_t goal = 0; goal < strategy.goals.size(); ++goal) {
            if (strategy.goals[goal].number != number) continue;
            Token result = token(Sort::goal, *end - at_);
            result.subjects = {{Subject::Kind::goal, goal}};
            return result;
        }
        return std::nullopt;
    }

    /// 目標1では, but not 目標10人.
    bool figure_is_bare(std::size_t end) const {
        return end == letters_.size() ||
               std::u32string_view(U"のはでにが（、").find(letters_[end]) != std::u32string_view::npos;
    }

    std::optional<Token> titled(const input::Strategy& strategy) const {
        const std::size_t close = letters_.find(U'」', at_);
        if (close == std::u32string::npos) return std::nullopt;
        const std::u32string title = letters_.substr(at_, close - at_);
        std::vector<Subject> subjects;
        const auto look = [&](const auto& list, Subject::Kind kind) {
            for (std::size_t at = 0; at < list.size(); ++at) {
                if (narrowed(list[at].title) == title) subjects.push_back({kind, at});
            }
        };
        look(strategy.goals, Subject::Kind::goal);
        look(strategy.measures, Subject::Kind::measure);
        look(strategy.initiatives, Subject::Kind::initiative);
        if (subjects.size() != 1) return std::nullopt;
        Token result = token(Sort::goal, title.size());
        result.subjects = subjects;
        return result;
    }

    std::optional<Token> figure() const {
        const auto figure = figure_at(letters_, at_, lexicon_.units);
        if (!figure) return std::nullopt;
        Token result = token(Sort::figure, figure->end - at_);
        result.figure = *figure;
        return result;
    }

    std::optional<Token> rating() const {
        std::optional<Token> best;
        for (const std::u32string& word : lexicon_.bands) {
            const bool here = !word.empty() && std::u32string_view(letters_).substr(at_).starts_with(word);
            if (!here || (best && word.size() <= best->end - best->begin)) continue;
            best = token(Sort::rating, word.size());
        }
        if (!best || !at_word()) return std::nullopt;
        // 達成 and 遅れ are everyday words: a rating where they are quoted or came from a placeholder.
        const bool quoted =
            at_ > 0 && letters_[at_ - 1] == U'「' && best->end < letters_.size() && letters_[best->end] == U'」';
        const bool judged = !tokens_.empty() && (tokens_.back().sort == Sort::particle && tokens_.size() > 1 &&
                                                 tokens_[tokens_.size() - 2].property == Property::rating);
        // So are 目標どおり and 目標に届かず; 目標以上の成果 is not: it goes on to a noun that no such word ends with.
        const LexiconWord* everyday = lexicon_word_at(letters_, at_);
        const bool longer = everyday != nullptr && best->end - best->begin > everyday->letters.size() + 3 &&
                            !is_kana(letters_[best->end - 1]);
        const bool ordinary = (everyday != nullptr && !longer) || !word_ends(best->end);
        if (!quoted && !judged && sentence_.insert_at(at_) == nullptr && ordinary) return std::nullopt;
        return best;
    }

    /// What the policy calls the rate, and its mean.
    std::optional<Token> rate_name() const {
        const std::u32string& name = lexicon_.rate_name;
        if (name.empty() || !at_word() || !std::u32string_view(letters_).substr(at_).starts_with(name))
            return std::nullopt;
        Token result = token(Sort::property, name.size());
        result.property = Property::rate;
        for (const std::u32string_view mean :
             {std::u32string_view(U"の平均値"), std::u32string_view(U"の平均"), std::u32string_view(U"平均")}) {
            if (!std::u32string_view(letters_).substr(result.end).starts_with(mean)) continue;
            result.end += mean.size();
            result.property = Property::mean;
            break;
        }
        return result;
    }

    std::optional<Token> word() const {
        const LexiconWord* word = lexicon_word_at(letters_, at_);
        if (word == nullptr) return std::nullopt;
        const bool kana = word->letters[0] >= 0x3041 && word->letters[0] <= 0x3096;
        if (!kana && !at_word()) return std::nullopt;
        if (kana && word->sort != Sort::reason && word->sort != Sort::each && !at_word()) return std::nullopt;
        if (word->letters.size() == 1 && !word_ends(at_ + 1)) return std::nullopt;
        if (is_of_anything(word->letters) && !moves_figure()) return std::nullopt;
        Token result = token(word->sort, word->letters.size());
        result.property = word->property;
        result.headline = word->letters == U"数値目標";
        result.negated = word->negated;
        if (word->bends || word->sort == Sort::up || word->sort == Sort::down) read_ending(letters_, result);
        return result;
    }

    /// 支援の輪が広がった, 格差が縮まった: said of anything.
    static bool is_of_anything(std::u32string_view word) {
        return word == U"広が" || word == U"狭ま" || word == U"縮ま";
    }

    /// 前年度から3.5ha｜広がった: but of no distance, 目標との差は3.5ha｜広がった.
    bool moves_figure() const {
        if (tokens_.empty() || tokens_.back().sort != Sort::figure) return false;
        const std::u32string_view said = std::u32string_view(letters_).substr(0, at_);
        return said.find(U'差') == std::u32string_view::npos && said.find(U"開き") == std::u32string_view::npos &&
               said.find(U"隔たり") == std::u32string_view::npos;
    }

    Token dictionary_word() const {
        if (!at_word()) return token(Sort::other, 1);
        const base::Word& word = parted_.words[static_cast<std::size_t>(parted_.begins[at_])];
        const std::size_t length = base::decode(word.surface).size();
        Sort sort = Sort::other;
        if (word.part == "助詞") sort = Sort::particle;
        if (word.part == "名詞" && word.kind != "非自立" && word.kind != "代名詞" && word.kind != "副詞可能")
            sort = Sort::noun;
        return token(sort, std::max<std::size_t>(length, 1));
    }

    const Sentence& sentence_;
    const std::u32string& letters_;
    const Lexicon& lexicon_;
    Parted parted_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

bool is_bracket(const Token& token) { return token.sort == Sort::open || token.sort == Sort::close; }

bool is_move(Sort sort) {
    return sort == Sort::up || sort == Sort::down || sort == Sort::above || sort == Sort::below ||
           sort == Sort::better || sort == Sort::worse || sort == Sort::more || sort == Sort::fewer;
}

Lexicon lexicon_of(const evaluate::Assessment& assessment, base::WordSplitter words) {
    std::vector<std::string> units;
    for (const input::Indicator& indicator : assessment.inputs->strategy.indicators) units.push_back(indicator.unit);
    for (const input::Project& project : assessment.inputs->projects) {
        for (const input::ActivityIndicator& activity : project.indicators) units.push_back(activity.unit);
    }
    const input::Inputs& inputs = *assessment.inputs;
    for (std::string& unit : units) unit = base::encode(narrowed(unit));
    Lexicon lexicon{assessment,
                    Names(assessment),
                    all_units(units),
                    std::move(words),
                    year_words(inputs.eras),
                    {},
                    narrowed(inputs.municipality.name),
                    narrowed(inputs.policy.rate_name)};
    for (const auto* bands : {&inputs.policy.bands, &inputs.policy.class_bands, &inputs.policy.group_bands}) {
        for (const input::Band& band : *bands) {
            lexicon.bands.push_back(narrowed(band.word));
            lexicon.bands.push_back(narrowed(band.symbol));
        }
    }
    for (const input::BandUnion& each : inputs.policy.unions) lexicon.bands.push_back(narrowed(each.word));
    return lexicon;
}

std::vector<Token> tokens_of(const Sentence& sentence, const Lexicon& lexicon) {
    return Tokenizer(sentence, lexicon).run();
}

}  // namespace check
