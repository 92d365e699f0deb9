// The few looks of the council workbook: ink, grey and one indigo; colour beyond belongs to ratings.
#pragma once

#include "base/number_style.h"
#include "workbook/book.h"

namespace workbook {

inline constexpr base::Colour ink{0x1A, 0x21, 0x29};
inline constexpr base::Colour grey{0x4A, 0x54, 0x5E};
inline constexpr base::Colour indigo{0x18, 0x3A, 0x5A};
inline constexpr base::Colour panel{0xE3, 0xEA, 0xF1};
inline constexpr base::Colour quiet{0xF2, 0xF5, 0xF8};
inline constexpr base::Colour input_ground{0xFF, 0xF9, 0xDB};
inline constexpr base::Colour link_ink{0x15, 0x4B, 0x7A};
inline constexpr base::Colour alarm_ground{0xFB, 0xE3, 0xDD};
inline constexpr base::Colour alarm_ink{0x8E, 0x2A, 0x15};
inline constexpr base::Colour white{0xFF, 0xFF, 0xFF};

Look title_look();
Look section_look();  ///< the head of a part of a sheet
Look lead_look();
Look head_look();
Look text_look();                             ///< in a table, wrapped
Look after_number(Look look);                 ///< of a text that would touch the number at its left
Look label_look();                            ///< at the side of a row
Look centred_look();                          ///< a rating, a short word
Look number_look(const std::string& format);  ///< in a table
Look input_look(const std::string& format);   ///< free to be corrected
Look emphasised(Look look);                   ///< of the evaluated year
Look link_look(Look look);                    ///< leads to another cell
Look alarm_look();                            ///< a sentence that warns
Look wrong_look();                            ///< of an input that is no value; for conditions

}  // namespace workbook
