// The kana stand in the order of their code points, so two lines beside each other are the whole table.
#include "evaluate/index_order.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace evaluate {

namespace {

constexpr std::u32string_view kana_written =
    U"ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへ"
    U"べぺほぼぽ"
    U"まみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ";
constexpr std::u32string_view kana_compared =
    U"ああいいううええおおかかききくくけけここささししすすせせそそたたちちつつつててととなにぬねのはははひひひふふふへ"
    U"へへほほほ"
    U"まみむめもややゆゆよよらりるれろわわゐゑをんうかけ";
static_assert(kana_written.size() == kana_compared.size());

struct KanaRow {
    char32_t head;
    std::u32string_view vowels;  ///< its letters by vowel: a i u e o
};
constexpr std::array<KanaRow, 10> kana_rows = {{{U'あ', U"あいうえお"},
                                                {U'か', U"かきくけこ"},
                                                {U'さ', U"さしすせそ"},
                                                {U'た', U"たちつてと"},
                                                {U'な', U"なにぬねの"},
                                                {U'は', U"はひふへほ"},
                                                {U'ま', U"まみむめも"},
                                                {U'や', U"や ゆ よ"},
                                                {U'ら', U"らりるれろ"},
                                                {U'わ', U"わゐ ゑを"}}};

constexpr char32_t katakana_from = U'ァ' - U'ぁ';

char32_t kana_as_compared(char32_t letter) {
    const char32_t hiragana = letter >= U'ァ' && letter <= U'ヶ' ? letter - katakana_from : letter;
    return hiragana >= U'ぁ' && hiragana <= U'ゖ' ? kana_compared[hiragana - U'ぁ'] : letter;
}

const KanaRow* kana_row_of(char32_t letter) {
    for (const KanaRow& row : kana_rows) {
        if (row.vowels.find(letter) != std::u32string_view::npos) return &row;
    }
    return nullptr;
}

/// コー is read as コオ.
char32_t drawn_out(char32_t before) {
    const KanaRow* row = kana_row_of(before);
    return row == nullptr ? before : kana_rows[0].vowels[row->vowels.find(before)];
}

}  // namespace

std::string index_key(const std::string& reading) {
    std::u32string key;
    for (const char32_t letter : base::decode(reading)) {
        const bool drawn = letter == U'ー' && !key.empty();
        key += drawn ? drawn_out(key.back()) : kana_as_compared(letter);
    }
    return base::encode(key) + " " + reading;
}

std::string index_head(const std::string& reading) {
    const std::u32string letters = base::decode(reading);
    const KanaRow* row = letters.empty() ? nullptr : kana_row_of(kana_as_compared(letters.front()));
    return row == nullptr ? std::string() : base::encode(std::u32string(1, row->head));
}

std::vector<std::size_t> index_order(const input::Strategy& strategy) {
    std::vector<std::pair<std::string, std::size_t>> keyed;
    for (std::size_t at = 0; at < strategy.indicators.size(); ++at) {
        const input::Indicator& indicator = strategy.indicators[at];
        if (indicator.reading.empty() || !indicator.reprint_of.empty()) continue;
        keyed.emplace_back(index_key(indicator.reading), at);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::size_t> order;
    order.reserve(keyed.size());
    for (const auto& [key, at] : keyed) order.push_back(at);
    return order;
}

}  // namespace evaluate
