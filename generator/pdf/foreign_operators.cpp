// Writes a foreign content stream anew from its tokens: known operators only, and all that it opens closed.
#include <podofo/podofo.h>

#include <cmath>
#include <limits>
#include <unordered_map>
#include <vector>

#include "base/message.h"
#include "base/utf8.h"
#include "pdf/foreign.h"
#include "pdf/nesting.h"

namespace pdf {
namespace {

using PoDoFo::PdfString;
using PoDoFo::PdfVariant;

// ISO 19005-2, 6.1.13.
constexpr long long largest_integer = 2'147'483'647;
constexpr double largest_real = 3.403e38;
constexpr std::size_t longest_string = 32'767;
constexpr std::size_t longest_name = 127;
/// 28, but our page has one around the picture.
constexpr std::size_t deepest_state = 27;

enum class Fate { keep, drop, refuse_colour };

struct Operator {
    Fate fate;
    std::string_view category;  ///< of the resource that its operands name
};

/// Those of ISO 32000-1, Annex A. Inline images are treated apart.
const std::unordered_map<std::string_view, Operator>& operators() {
    static const auto all = [] {
        std::unordered_map<std::string_view, Operator> result;
        for (const char* name :
             {"b",  "B",  "b*", "B*", "BT", "c",  "cm", "d",  "d0", "d1", "ET", "f", "F",  "f*", "g",  "G",  "h",  "i",
              "j",  "J",  "l",  "m",  "M",  "n",  "q",  "Q",  "re", "rg", "RG", "s", "S",  "sc", "SC", "T*", "Tc", "Td",
              "TD", "TJ", "Tj", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v",  "w",  "W", "W*", "y",  "'",  "\""}) {
            result[name] = {Fate::keep, {}};
        }
        // Marked content, compatibility sections (nothing unknown is left in them) and rendering intents.
        for (const char* name : {"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "ri"}) result[name] = {Fate::drop, {}};
        for (const char* name : {"k", "K"}) result[name] = {Fate::refuse_colour, {}};
        for (const char* name : {"cs", "CS"}) result[name] = {Fate::keep, "ColorSpace"};
        for (const char* name : {"scn", "SCN"}) result[name] = {Fate::keep, "Pattern"};
        result["Do"] = {Fate::keep, "XObject"};
        result["gs"] = {Fate::keep, "ExtGState"};
        result["sh"] = {Fate::keep, "Shading"};
        result["Tf"] = {Fate::keep, "Font"};
        return result;
    }();
    return all;
}

std::string name_of(const PdfVariant& value) { return value.IsName() ? value.GetName().GetName() : std::string(); }

class Cleaner {
   public:
    explicit Cleaner(const std::string& operators)
        : tokenizer_(operators.data(), static_cast<long>(operators.size())) {}

    ForeignContent clean() {
        PoDoFo::EPdfContentsType type = PoDoFo::ePdfContentsType_Keyword;
        const char* keyword = nullptr;
        PdfVariant value;
        while (tokenizer_.ReadNext(type, keyword, value)) {
            if (type == PoDoFo::ePdfContentsType_Variant) {
                check_value(value);
                operands_.push_back(value);
            } else if (type == PoDoFo::ePdfContentsType_ImageData) {
                out_.operators += value.GetRawData().data() + "\nEI\n";
                in_image_ = false;
            } else {
                take(keyword);
                operands_.clear();
            }
        }
        if (in_image_) refuse_damaged();
        if (in_text_) out_.operators += "ET\n";
        for (std::size_t i = 0; i < saved_.size(); ++i) out_.operators += "Q\n";
        return std::move(out_);
    }

   private:
    void take(std::string_view keyword) {
        if (keyword == "BI" || keyword == "EI") return;  // both are written with what is between them
        if (keyword == "ID") return begin_image();
        const auto known = operators().find(keyword);
        if (known == operators().end()) {
            refuse(base::say("the PDF page has {}, which is no operator", std::string(keyword)));
        }
        if (known->second.fate == Fate::refuse_colour) refuse_cmyk();
        if (keyword == "BDC" && !operands_.empty() && name_of(operands_[0]) == "OC") {
            refuse(base::say("the PDF page has layers"));
        }
        if (known->second.fate == Fate::drop || !balances(keyword)) return;
        if (!known->second.category.empty()) use(known->second.category, keyword);
        if (holds("Tj TJ ' \"", keyword)) show();
        if (holds("d0 d1", keyword) && !operands_.empty()) out_.advance = operands_[0].GetReal();
        for (const PdfVariant& operand : operands_) write(operand);
        out_.operators += keyword;
        out_.operators += '\n';
    }

    /// What the page leaves open would reach into ours. False for an end without a beginning.
    bool balances(std::string_view keyword) {
        if (keyword == "q") {
            saved_.push_back(font_);
            if (saved_.size() > deepest_state) {
                refuse(base::say("the PDF page saves the graphics state more than {} times in a row", deepest_state));
            }
        } else if (keyword == "Q") {
            if (saved_.empty()) return false;
            font_ = saved_.back();
            saved_.pop_back();
        } else if (keyword == "BT" || keyword == "ET") {
            const bool begins = keyword == "BT";
            if (begins == in_text_) return false;
            in_text_ = begins;
        }
        return true;
    }

    /// What the operands name is looked up in the resources.
    void use(std::string_view category, std::string_view keyword) {
        const bool in_front = keyword == "Tf";
        const std::string name = operands_.empty() ? "" : name_of(in_front ? operands_.front() : operands_.back());
        if (category == "ColorSpace") return use_space(name);
        if (name.empty() && category != "Pattern") refuse_damaged();
        if (!name.empty()) out_.names.emplace(category, name);
        if (in_front) font_ = name;
    }

    void use_space(const std::string& name) {
        if (holds("DeviceCMYK CMYK", name)) refuse_cmyk();
        if (!holds("DeviceGray DeviceRGB Pattern G RGB", name)) out_.names.emplace("ColorSpace", name);
    }

    void show() {
        for (const PdfVariant& operand : operands_) {
            if (operand.IsArray()) {
                for (const PdfVariant& one : operand.GetArray()) show(one);
            } else {
                show(operand);
            }
        }
    }

    void show(const PdfVariant& value) {
        if (!value.IsString() && !value.IsHexString()) return;
        const PdfString& string = value.GetString();
        // A string that begins with this mark is text to PoDoFo, which then hides the mark.
        std::string bytes = string.IsUnicode() ? "\xFE\xFF" : "";
        bytes.append(string.GetString(), static_cast<std::size_t>(string.GetLength()));
        if (bytes.empty()) return;
        if (font_.empty()) refuse(base::say("the PDF page shows text without a font"));
        out_.shown[font_].insert(bytes);
    }

    void begin_image() {
        if (operands_.size() % 2 != 0) refuse_damaged();
        out_.operators += "BI\n";
        long long bits = 1;
        bool mask = false;
        for (std::size_t i = 0; i < operands_.size(); i += 2) {
            const std::string key = name_of(operands_[i]);
            const PdfVariant& value = operands_[i + 1];
            if (!holds(
                    "W Width H Height BPC BitsPerComponent CS ColorSpace D Decode DP DecodeParms F Filter IM ImageMask",
                    key)) {
                continue;  // Interpolate and Intent, the others of ISO 32000-1, 8.9.7
            }
            if (holds("F Filter", key)) check_filters(value);
            if (holds("CS ColorSpace", key)) check_space(value);
            if (holds("BPC BitsPerComponent", key)) bits = value.GetNumber();
            if (holds("IM ImageMask", key)) mask = value.GetBool();
            write(operands_[i]);
            write(value);
        }
        check_image_bits(bits, mask);
        out_.operators += "ID ";
        in_image_ = true;
    }

    static void check_filters(const PdfVariant& value) {
        if (value.IsArray()) {
            for (const PdfVariant& one : value.GetArray()) check_filters(one);
        } else if (const std::string name = name_of(value);
                   !holds("AHx A85 Fl RL CCF DCT", name) && !is_filter_allowed(name)) {
            refuse(base::say("the PDF page is compressed with {}, which PDF/A does not allow", name));
        }
    }

    void check_space(const PdfVariant& value) {
        if (value.IsArray()) {
            for (const PdfVariant& one : value.GetArray()) {
                if (holds("DeviceCMYK CMYK", name_of(one))) refuse_cmyk();
            }
        } else {
            use_space(name_of(value));
        }
    }

    void write(const PdfVariant& value) {
        std::string text;
        value.ToString(text);
        out_.operators += text + " ";
    }

    PoDoFo::PdfContentsTokenizer tokenizer_;
    ForeignContent out_;
    std::vector<PdfVariant> operands_;
    std::string font_;
    std::vector<std::string> saved_;  ///< fonts of the states
    bool in_text_ = false;
    bool in_image_ = false;
};

}  // namespace

void check_value(const PdfVariant& value) {
    bool good = true;
    if (value.IsNumber()) {
        good = value.GetNumber() >= -largest_integer - 1 && value.GetNumber() <= largest_integer;
    } else if (value.IsReal()) {
        good = std::abs(value.GetReal()) <= largest_real;
    } else if (value.IsString() || value.IsHexString()) {
        good = static_cast<std::size_t>(value.GetString().GetLength()) <= longest_string;
    } else if (value.IsName()) {
        good = value.GetName().GetName().size() <= longest_name && !base::first_invalid(value.GetName().GetName());
    } else if (value.IsArray()) {
        for (const PdfVariant& one : value.GetArray()) check_value(one);
    }
    if (!good) refuse(base::say("the PDF page holds a number, name or string beyond the limits of PDF/A"));
}

void check_image_bits(long long bits, bool mask) {
    const bool known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    if (!known || (mask && bits != 1)) {
        refuse(base::say("the PDF page holds a picture of {} bits for a colour", bits));
    }
}

bool is_filter_allowed(std::string_view name) {
    return holds("ASCIIHexDecode ASCII85Decode RunLengthDecode FlateDecode CCITTFaxDecode DCTDecode JBIG2Decode", name);
}

ForeignContent clean_content(const std::string& operators) {
    check_content_nesting(operators);
    return Cleaner(operators).clean();
}

}  // namespace pdf
