// How the cells of a form look.
#pragma once

#include <string>

#include "workbook/book.h"

namespace forms {

using workbook::Look;

inline constexpr base::Colour ink{0x1A, 0x21, 0x29}, grey{0x4A, 0x54, 0x5E}, indigo{0x18, 0x3A, 0x5A},
    panel{0xE3, 0xEA, 0xF1}, quiet{0xF7, 0xF9, 0xFB}, yellow{0xFF, 0xF6, 0xD6}, white{0xFF, 0xFF, 0xFF},
    red_ground{0xFA, 0xE1, 0xDC}, red{0x8F, 0x1D, 0x0E}, amber_ground{0xFD, 0xEB, 0xC3}, amber{0x6B, 0x4A, 0x00};
inline constexpr int points = 11;  // 9.4 on an A4 page, onto whose width the sheet is fitted

Look plain();
Look framed();
Look label();
Look head();
Look number(const std::string& format);
Look input(Look look);
Look computed(Look look);
Look small_grey();
Look centred(Look look);
Look top(Look look);
Look bold(Look look);
Look wrapped(Look look);

}  // namespace forms
