#include <podofo/podofo.h>

#include <string_view>

#include "base/message.h"
#include "pdf/foreign.h"

namespace pdf {
namespace {

bool marks_content(std::string_view keyword) {
    for (const char* name : {"BMC", "BDC", "EMC", "MP", "DP"}) {
        if (keyword == name) return true;
    }
    return false;
}

void check_operator(std::string_view keyword) {
    if (keyword == "k" || keyword == "K") refuse(base::say("the PDF page uses CMYK colours"));
}

void check_operand(const PoDoFo::PdfVariant& operand) {
    if (!operand.IsName()) return;
    const std::string& name = operand.GetName().GetName();
    if (name == "DeviceCMYK" || name == "CMYK") refuse(base::say("the PDF page uses CMYK colours"));
}

}  // namespace

std::string without_marked_content(const std::string& operators) {
    PoDoFo::PdfContentsTokenizer tokenizer(operators.data(), static_cast<long>(operators.size()));
    std::string out;
    std::string operands;
    PoDoFo::EPdfContentsType type = PoDoFo::ePdfContentsType_Keyword;
    const char* keyword = nullptr;
    PoDoFo::PdfVariant value;
    while (tokenizer.ReadNext(type, keyword, value)) {
        if (type == PoDoFo::ePdfContentsType_Variant) {
            std::string text;
            value.ToString(text);
            check_operand(value);
            operands += text + " ";
        } else if (type == PoDoFo::ePdfContentsType_ImageData) {
            out += value.GetRawData().data();
            out += "\n";
        } else {
            check_operator(keyword);
            if (!marks_content(keyword)) out += operands + keyword + (std::string_view(keyword) == "ID" ? " " : "\n");
            operands.clear();
        }
    }
    return out;
}

}  // namespace pdf
