// The words that the web edition says of itself; all others are the Document's. Reports are in Japanese.
#pragma once

namespace html::words {

inline constexpr const char* skip = "本文へ移動する";
inline constexpr const char* contents = "目次";
inline constexpr const char* downloads = "ダウンロード";
inline constexpr const char* in_table = "図の内容を文字と表で見る";
inline constexpr const char* paper = "PDFの";
inline constexpr const char* page = "ページ";
inline constexpr const char* to_top = "先頭へ戻る";
inline constexpr const char* target = "目標値";
inline constexpr const char* actual = "実績値";
inline constexpr const char* baseline = "現状値";
inline constexpr const char* group = "区分";
inline constexpr const char* total = "計";
inline constexpr const char* order = "順番";
inline constexpr const char* rate = "率";
inline constexpr const char* none = "－";
inline constexpr const char* figure = "図";
inline constexpr const char* notes = "注";
inline constexpr const char* to_text = "本文へ戻る";

}  // namespace html::words
