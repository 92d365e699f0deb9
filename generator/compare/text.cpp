// Changes for people at a terminal: old words struck or in [- -], new ones underlined or in {+ +}.
#include <utility>

#include "base/message.h"
#include "base/utf8.h"
#include "compare/changes.h"

namespace compare {

namespace {

using base::say;

constexpr std::size_t context_letters = 14;
constexpr std::size_t width = 80;  // of a terminal
constexpr std::size_t indent = 6;

class Printer {
   public:
    Printer(const Changes& changes, bool colours) : changes_(changes), colours_(colours) {}

    std::string print() {
        if (changes_.empty()) return say("nothing has changed") + "\n";
        for (std::size_t at = 0; at < changes_.causes.size(); ++at) print_cause(at);
        if (!changes_.shared.empty()) {
            out_ += bold(say("from these together, or from the template")) + "\n";
            print_items(changes_.shared);
        }
        print_facts_without_cause();
        for (const Moved& moved : changes_.moved) {
            out_ += say("only moved: {0} page {1} → {2}", moved.volume, moved.before, moved.after) + "  " +
                    say("{} paragraphs, cells and drawings", moved.parts) + "\n";
        }
        for (const Redrawn& page : changes_.redrawn) {
            out_ += say("says the same, looks different: {0} page {1}", page.volume, page.label) + "\n";
        }
        for (const std::string& table : changes_.tables) out_ += say("a file for programs differs: {}", table) + "\n";
        return out_;
    }

   private:
    std::string styled(const char* code, const std::string& text, const char* begin, const char* end) const {
        return colours_ ? std::string("\033[") + code + "m" + text + "\033[0m" : begin + text + end;
    }
    std::string bold(const std::string& text) const { return styled("1", text, "", ""); }
    std::string old(const std::string& text) const { return styled("31;9", text, "[-", "-]"); }
    /// Colours alone part the two where a terminal strikes nothing through.
    std::string between() const { return colours_ ? "→" : ""; }
    std::string fresh(const std::string& text) const { return styled("32;4", text, "{+", "+}"); }

    void print_cause(std::size_t at) {
        const Cause& cause = changes_.causes[at];
        out_ +=
            bold(std::to_string(at + 1) + "  " + cause.path + (cause.label == cause.path ? "" : "  " + cause.label)) +
            "\n";
        if (cause.before) out_ += "   " + cause.before->place + "  " + old(cause.before->text) + "\n";
        if (cause.after) out_ += "   " + cause.after->place + "  " + fresh(cause.after->text) + "\n";
        if (!cause.facts.empty()) out_ += " " + say("figures that follow: {}", cause.facts.size()) + "\n";
        for (const std::size_t fact : cause.facts) print_fact(changes_.facts[fact]);
        if (!cause.items.empty()) out_ += " " + say("places: {}", cause.items.size()) + "\n";
        print_items(cause.items);
    }

    void print_fact(const FactChange& fact) {
        out_ += "   " + fact.fact + "  " + old(fact.before) + " " + fresh(fact.after) + "\n";
    }

    void print_facts_without_cause() {
        std::vector<bool> told(changes_.facts.size(), false);
        for (const Cause& cause : changes_.causes) {
            for (const std::size_t fact : cause.facts) told[fact] = true;
        }
        for (std::size_t at = 0; at < told.size(); ++at) {
            if (!told[at]) print_fact(changes_.facts[at]);
        }
    }

    /// Places on pages a line each; the cells of a sheet, which are many, together.
    void print_items(const std::vector<std::size_t>& items) {
        std::vector<std::pair<std::string, std::vector<std::string>>> sheets;
        for (const std::size_t at : items) {
            const Item& item = changes_.items[at];
            const Side& side = item.after ? *item.after : *item.before;
            if (side.page == 0) {
                const std::string name = side.file + (side.sheet.empty() ? "" : " " + side.sheet);
                if (sheets.empty() || sheets.back().first != name)
                    sheets.emplace_back(name, std::vector<std::string>());
                sheets.back().second.push_back(side.cell + " " + words(item));
                continue;
            }
            out_ += "   " + place(side, item.kind);
            if (item.before && item.after && item.before->label != item.after->label) {
                out_ += " " + say("(was on page {})", item.before->label);
            }
            out_ += ": " + words(item) + "\n";
        }
        for (const auto& [name, cells] : sheets) print_cells(name, cells);
    }

    void print_cells(const std::string& name, const std::vector<std::string>& cells) {
        out_ += "   " + name + ":\n";
        std::string line;
        for (const std::string& cell : cells) {
            if (!line.empty() && columns_of(line) + 2 + columns_of(cell) > width - indent) {
                out_ += std::string(indent, ' ') + std::exchange(line, {}) + "\n";
            }
            line += (line.empty() ? "" : "  ") + cell;
        }
        out_ += std::string(indent, ' ') + line + "\n";
    }

    /// Columns of a terminal; what sets a colour takes none.
    static std::size_t columns_of(const std::string& text) {
        std::size_t columns = 0;
        bool code = false;
        for (const char32_t letter : base::decode(text)) {
            if (letter == U'\033') code = true;
            if (!code) columns += static_cast<std::size_t>(base::display_width(letter));
            if (letter == U'm') code = false;
        }
        return columns;
    }

    std::string place(const Side& side, PartKind kind) const {
        std::string text = say("{0} page {1}", side.file, side.label);
        const std::string& name = kind == PartKind::table && !side.table.empty() ? side.table : side.heading;
        if (!name.empty()) text += " 「" + name.substr(0, name.find('\n')) + "」";
        if (side.line > 0) text += " " + say("line {}", side.line);
        return text;
    }

    std::string words(const Item& item) const {
        if (!item.before) return fresh(item.after->words);
        if (!item.after) return old(item.before->words);
        if (item.before->changed.empty() && item.after->changed.empty()) {
            return item.before->words == item.after->words
                       ? say("drawn otherwise")
                       : old(item.before->words) + between() + fresh(item.after->words);
        }
        return merged(*item.before, *item.after);
    }

    /// The new text with the old words before the new ones, a few letters around each.
    std::string merged(const Side& before, const Side& after) const {
        std::string out;
        std::size_t a = 0, b = 0, i = 0, j = 0;
        while (i < before.changed.size() || j < after.changed.size()) {
            const std::size_t same_a = i < before.changed.size() ? before.changed[i].begin - a : SIZE_MAX;
            const std::size_t same_b = j < after.changed.size() ? after.changed[j].begin - b : SIZE_MAX;
            const std::size_t same = std::min(same_a, same_b);
            out += around(after.words.substr(b, same), a == 0 && b == 0, false);
            a += same;
            b += same;
            if (same_a == same) a = add(before, before.changed[i++], out, true);
            if (same_a == same && same_b == same) out += between();
            if (same_b == same) b = add(after, after.changed[j++], out, false);
        }
        return out + around(after.words.substr(b), false, true);
    }

    std::size_t add(const Side& side, const Stretch& stretch, std::string& out, bool was) const {
        const std::string words = side.words.substr(stretch.begin, stretch.end - stretch.begin);
        out += was ? old(words) : fresh(words);
        return stretch.end;
    }

    static std::string around(const std::string& text, bool first, bool last) {
        const std::u32string letters = base::decode(text);
        const std::size_t room = first || last ? context_letters : 2 * context_letters;
        if (letters.size() <= room) return text;
        const std::u32string head = first ? U"" : letters.substr(0, context_letters);
        const std::u32string tail = last ? U"" : letters.substr(letters.size() - context_letters);
        return base::encode(head) + "…" + base::encode(tail);
    }

    const Changes& changes_;
    bool colours_;
    std::string out_;
};

}  // namespace

std::string to_text(const Changes& changes, bool colours) { return Printer(changes, colours).print(); }

}  // namespace compare
