// The 214 radicals stand in one block in the order of the dictionary, so that a string in that order is the table.
#include "base/radicals.h"

#include <string_view>

namespace base {

std::optional<char32_t> letter_of_radical(char32_t c) {
    constexpr char32_t first = 0x2F00;
    constexpr std::u32string_view letters =
        U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
        U"廾弋"
        U"弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶"
        U"白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車"
        U"辛辰"
        U"辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
    static_assert(letters.size() == 214);
    return c >= first && c < first + letters.size() ? std::optional(letters[c - first]) : std::nullopt;
}

}  // namespace base
