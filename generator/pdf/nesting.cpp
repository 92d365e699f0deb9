// Counts open brackets behind every `obj` and in object streams, without recursion and on a budget of looks.
#include "pdf/nesting.h"

#include <algorithm>
#include <string>

#include "base/budget.h"
#include "base/message.h"
#include "pdf/foreign.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

constexpr std::size_t deepest_nesting = 200;         ///< honest files stay below twenty
constexpr std::uint64_t looks_at_a_byte = 40;        ///< of one file, on average
constexpr std::size_t most_unpacked = 100'000'000;   ///< bytes of object streams
constexpr std::string_view white("\0\t\n\f\r ", 6);  // ISO 32000-1, table 1

[[noreturn]] void refuse_depth() {
    throw PictureFault(
        base::say("the PDF page is too complex"),
        base::say("its dictionaries stand in one another more than {} deep; export it anew", deepest_nesting));
}

/// Reads on from a place and counts what is open.
class Scan {
   public:
    Scan(std::string_view text, base::Budget& budget) : text_(text), budget_(budget) {}

    /// To the end of the object, where all that was opened is closed and a keyword ends it; or of the text.
    void object(std::size_t at, bool to_the_end) {
        std::size_t depth = 0;
        const std::size_t begin = at;
        while (at < text_.size()) {
            const char c = text_[at];
            if (c == '(') {
                at = behind_string(at);
            } else if (c == '%') {
                at = std::min(text_.find_first_of("\r\n", at), text_.size());
            } else if (c == '[' || text_.substr(at, 2) == "<<") {
                if (++depth > deepest_nesting) refuse_depth();
                at += c == '[' ? 1 : 2;
            } else if (c == ']' || text_.substr(at, 2) == ">>") {
                if (depth > 0) --depth;
                at += c == ']' ? 1 : 2;
            } else if (!to_the_end && ((c == 'e' && text_.substr(at).starts_with("endobj")) ||
                                       (c == 's' && text_.substr(at).starts_with("stream")))) {
                break;
            } else {
                ++at;
            }
        }
        if (!budget_.spend(std::min(at, text_.size()) - begin)) refuse_depth();
    }

   private:
    std::size_t behind_string(std::size_t at) const {
        int open = 0;
        for (; at < text_.size(); ++at) {
            if (text_[at] == '\\') {
                ++at;
            } else if (text_[at] == '(') {
                ++open;
            } else if (text_[at] == ')' && --open == 0) {
                return at + 1;
            }
        }
        return text_.size();
    }

    std::string_view text_;
    base::Budget& budget_;
};

/// Every place where the library may begin to read: behind `obj`, wherever it stands, and behind `trailer`.
void look_behind(std::string_view file, std::string_view word, base::Budget& budget) {
    for (std::size_t at = file.find(word); at != std::string_view::npos; at = file.find(word, at + word.size())) {
        const bool end = word == "obj" && at >= 3 && file.substr(at - 3, 3) == "end";
        if (!end) Scan(file, budget).object(at + word.size(), false);
    }
}

/// Objects packed into streams. A name may be written with # and two digits for a letter. Every byte is looked at once:
/// what is known of the dictionary in front of a stream grows as the streams go by.
void look_into_streams(std::string_view file, base::Budget& budget) {
    bool in_object = false, packed = false, filtered = false;
    std::size_t seen = 0, end = 0, all = 0;
    for (std::size_t at = file.find("stream"); at != std::string_view::npos; at = file.find("stream", at + 6)) {
        if (at >= 3 && file.substr(at - 3, 3) == "end") continue;
        std::string_view between = file.substr(seen, at - seen);
        const std::size_t object = between.rfind("obj");
        if (object != std::string_view::npos) {
            in_object = true;
            packed = filtered = false;
            between.remove_prefix(object);
        }
        seen = at;
        packed =
            packed || between.find("ObjStm") != std::string_view::npos || between.find('#') != std::string_view::npos;
        filtered = filtered || between.find("Filter") != std::string_view::npos;
        if (!in_object || !packed) continue;
        const std::size_t begin = file.find_first_not_of(white, at + 6);
        if (end < at) end = std::min(file.find("endstream", at), file.size());
        if (begin >= end) continue;
        const std::string_view stored = file.substr(begin, end - begin);
        const std::string bytes = inflated(stored, most_unpacked - all);
        all += bytes.size();
        Scan(bytes, budget).object(0, true);
        if (!filtered) Scan(stored, budget).object(0, true);
    }
}

}  // namespace

void check_file_nesting(std::string_view file) {
    base::Budget budget(file.size() * looks_at_a_byte + most_unpacked);
    look_behind(file, "obj", budget);
    look_behind(file, "trailer", budget);
    look_into_streams(file, budget);
}

void check_content_nesting(std::string_view operators) {
    base::Budget budget(operators.size() + 1);
    Scan(operators, budget).object(0, true);
}

}  // namespace pdf
