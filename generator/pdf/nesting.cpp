// Counts open brackets behind every `obj` and in object streams, without recursion and on a budget of looks.
#include "pdf/nesting.h"

#include <algorithm>
#include <charconv>
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

/// A dictionary with # and two digits in names read as what they stand for.
std::string plain(std::string_view dictionary) {
    std::string out;
    for (std::size_t at = 0; at < dictionary.size(); ++at) {
        unsigned letter = 0;
        const char* digits = dictionary.data() + at + 1;
        if (dictionary[at] == '#' && at + 2 < dictionary.size() &&
            std::from_chars(digits, digits + 2, letter, 16).ptr == digits + 2) {
            out += static_cast<char>(letter);
            at += 2;
        } else {
            out += dictionary[at];
        }
    }
    return out;
}

/// The number behind a key of a dictionary; `usual` where there is none.
std::size_t number_behind(std::string_view dictionary, std::string_view key, std::size_t usual) {
    constexpr std::size_t most = 1'000'000;  // so that three of them can be multiplied
    const std::size_t at = dictionary.find(key);
    if (at == std::string_view::npos) return usual;
    const std::size_t begin = std::min(dictionary.find_first_of("0123456789", at), dictionary.size());
    std::size_t number = 0;
    const auto read = std::from_chars(dictionary.data() + begin, dictionary.data() + dictionary.size(), number);
    return read.ec == std::errc() ? std::min(number, most) : most;
}

/// What stands as differences from the byte above or before it (ISO 32000-1, 7.4.4.4), as it was, as far as the library
/// reads it: rows of PNG, each of which begins with its kind, and those of TIFF, which do not.
std::string unpredicted(std::string_view bytes, std::string_view dictionary) {
    const std::size_t predictor = number_behind(dictionary, "Predictor", 1);
    if (predictor < 2) return std::string(bytes);
    const std::size_t bits = number_behind(dictionary, "Colors", 1) * number_behind(dictionary, "BitsPerComponent", 8);
    const std::size_t width = std::min((number_behind(dictionary, "Columns", 1) * bits + 7) / 8, bytes.size());
    const std::size_t step = (bits + 7) / 8;
    if (width == 0) return std::string(bytes);
    std::string row(width, '\0'), out;
    for (std::size_t at = 0; at < bytes.size(); at += width) {
        const int kind = predictor == 2 ? 1 : bytes[at++];
        const std::string_view stored = bytes.substr(std::min(at, bytes.size()), width);
        for (std::size_t i = 0; i < stored.size(); ++i) {
            const int before = i < step ? 0 : static_cast<unsigned char>(row[i - step]);
            const int above = static_cast<unsigned char>(row[i]);
            const int guess = kind == 1 ? before : kind == 2 ? above : kind == 3 ? (before + above) / 2 : 0;
            row[i] = static_cast<char>(stored[i] + guess);
        }
        out.append(row, 0, stored.size());
    }
    return out;
}

/// Objects packed into streams. A name may be written with # and two digits for a letter. Every byte is looked at once:
/// what is known of the dictionary in front of a stream grows as the streams go by.
void look_into_streams(std::string_view file, base::Budget& budget) {
    bool in_object = false, packed = false, filtered = false;
    std::size_t begins = 0, seen = 0, end = 0, all = 0;
    for (std::size_t at = file.find("stream"); at != std::string_view::npos; at = file.find("stream", at + 6)) {
        if (at >= 3 && file.substr(at - 3, 3) == "end") continue;
        std::string_view between = file.substr(seen, at - seen);
        const std::size_t object = between.rfind("obj");
        if (object != std::string_view::npos) {
            in_object = true;
            packed = filtered = false;
            between.remove_prefix(object);
            begins = seen + object;
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
        if (!budget.spend(at - begins)) refuse_depth();
        Scan(unpredicted(bytes, plain(file.substr(begins, at - begins))), budget).object(0, true);
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
