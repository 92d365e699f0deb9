// fonts.yaml: faces, and the roles they play.
#include "text/keys.h"

namespace text {

using base::Key;
using base::Map;

namespace {

constexpr Key fonts_keys[] = {
    {"faces", "{face}", "書体", "書体の名前ごとに、そのファイルか、導入されている書体の family と style。"},
    {"roles", "{role}", "役割", "役割の名前（mincho、gothic、gothic-bold など）ごとに、どの書体で組むか。"},
};

constexpr Key face_keys[] = {
    {"family", "text", "ファミリー名", "BIZ UDMincho など。書体のファイルがなければ、この名前で探す。"},
    {"style", "text", "スタイル名", "Regular、Bold など。"},
    {"file", "text", "ファイル", "初めに探す所。プロジェクトの fonts フォルダーからの相対の名前でもよい。"},
    {"package", "text", "パッケージ", "書体がないときに導入するもの。"},
    {"licence!", "text", "利用条件", "SPDX の名前。"},
};

constexpr Key role_keys[] = {
    {"japanese!", "text", "和文の書体", "かな、漢字、全角の文字。"},
    {"latin", "text", "欧文の書体", "プロポーショナルに組む英字と数字。"},
    {"fallback", "[text]", "代わりの書体", "どちらにもない文字を、この順に探す。"},
};

constexpr Map fonts_maps[] = {
    {"fonts", "書体と役割（fonts.yaml）",
     "書体（faces）と、体裁の style.yaml が role で呼ぶ役割（roles）。プロジェクトの fonts フォルダーの fonts.yaml "
     "は、備え付けのものに重ねられる。",
     fonts_keys},
    {"face", "書体", "", face_keys, "", R"("anyOf": [{"required": ["family"]}, {"required": ["file"]}])"},
    {"role", "役割", "", role_keys},
};

}  // namespace

const base::Schema fonts_schema = {fonts_maps, {}};

}  // namespace text
