// Pages read back as their readers read them: parts in the order of reading, with the facts and texts they show.
#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>

#include "compare/appearance.h"
#include "compare/edition.h"

namespace compare {

namespace {

using layout::Chunk;
using layout::Element;
using layout::Glyphs;
using layout::Pages;

bool is_heading(std::string_view type) {
    return type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6';
}

/// Elements that are part of a paragraph.
bool is_inner(std::string_view type) {
    return type == "Span" || type == "Link" || type == "Reference" || type == "Ruby" || type == "RB";
}

class Reader {
   public:
    Reader(const Pages& pages, Volume& volume) : pages_(pages), volume_(volume) {}

    void read() {
        for (std::size_t page = 0; page < pages_.pages.size(); ++page) read_page(static_cast<int>(page));
        name_rows();
    }

    /// The part that a chunk of a page belongs to; null for what belongs to none.
    Part* part_of(int page, int chunk) {
        const std::optional<std::size_t> part =
            owners_[static_cast<std::size_t>(page)][static_cast<std::size_t>(chunk)];
        return part ? &volume_.parts[*part] : nullptr;
    }

   private:
    const Element& element(int index) const { return pages_.structure.elements[static_cast<std::size_t>(index)]; }

    int ancestor(int index, std::initializer_list<std::string_view> types) const {
        const auto is_wanted = [&](const Element& each) {
            return std::find(types.begin(), types.end(), each.type) != types.end();
        };
        while (index >= 0 && !is_wanted(element(index))) index = element(index).parent;
        return index;
    }

    void read_page(int number) {
        const layout::Page& page = pages_.pages[static_cast<std::size_t>(number)];
        volume_.labels.push_back(page.label);
        volume_.appearances.push_back(appearance(page));
        owners_.emplace_back(page.chunks.size());
        for (std::size_t at = 0; at < page.chunks.size(); ++at) {
            const Chunk& chunk = page.chunks[at];
            // The mark of a draft is furniture, though page 1 says it aloud.
            if (chunk.element < 0 || chunk.artifact == layout::ArtifactKind::pagination) {
                read_artifact(chunk, number);
                continue;
            }
            if (element(chunk.element).type == "RT") continue;  // a reading is no part of the text under it
            const std::size_t part = part_of_element(chunk.element);
            owners_.back()[at] = part;
            add(volume_.parts[part], chunk, number);
        }
    }

    std::size_t part_of_element(int index) {
        const int figure = ancestor(index, {"Figure"});
        int own = figure >= 0 ? figure : index;
        while (figure < 0 && is_inner(element(own).type) && element(own).parent >= 0) own = element(own).parent;
        const auto [found, is_new] = parts_.try_emplace(own, volume_.parts.size());
        if (is_new) begin(own, figure >= 0);
        return found->second;
    }

    void begin(int own, bool figure) {
        Part part;
        const int table = ancestor(own, {"Table"});
        part.kind = figure                          ? PartKind::figure
                    : is_heading(element(own).type) ? PartKind::heading
                    : table >= 0                    ? PartKind::table
                                                    : PartKind::text;
        if (part.kind == PartKind::heading) {
            lines_ = 0;
            heading_part_ = static_cast<int>(volume_.parts.size());
        }
        heading_of_.push_back(part.kind == PartKind::heading ? -1 : heading_part_);
        if (figure) part.words = element(own).said->alt;
        if (table >= 0) part.table = element(table).said->summary;
        element_of_.push_back(own);
        volume_.parts.push_back(std::move(part));
    }

    void add(Part& part, const Chunk& chunk, int page) {
        if (part.kind == PartKind::figure) {
            const Element& figure = element(ancestor(chunk.element, {"Figure"}));
            const base::Rect rect = figure.said->bounds.value_or(base::Rect{});
            if (part.lines.empty()) part.lines.push_back({page, rect, part.words});
            part.drawn += std::to_string(appearance(chunk.marks, {rect.x, rect.y})) + " ";
            return;
        }
        bool letters = false;
        for (const layout::Mark& mark : chunk.marks) {
            if (const auto* glyphs = std::get_if<Glyphs>(&mark)) {
                add_words(part, glyphs->run.text, rect_of(*glyphs), page);
                letters = true;
            }
        }
        if (letters || chunk.marks.empty()) return;
        const layout::Said& sign = *element(chunk.element).said;  // drawn: its words are what is heard
        const std::string& words = sign.actual_text.empty() ? sign.alt : sign.actual_text;
        if (!words.empty() && signs_.insert(chunk.element).second) add_words(part, words, bounds_of(chunk), page);
    }

    void add_words(Part& part, const std::string& words, const base::Rect& rect, int page) {
        part.words += words;
        const bool on = !part.lines.empty() && part.lines.back().page == page &&
                        part.lines.back().rect.y < rect.bottom() && rect.y < part.lines.back().rect.bottom();
        if (on) {
            part.lines.back().rect = base::united(part.lines.back().rect, rect);
            part.lines.back().words += words;
            return;
        }
        part.lines.push_back({page, rect, words});
        if (part.kind != PartKind::text) return;
        ++lines_;
        if (part.line == 0) part.line = lines_;
    }

    static base::Rect rect_of(const Glyphs& glyphs) {
        base::Length width;
        for (const text::Glyph& glyph : glyphs.run.glyphs) width += glyph.advance;
        const base::Length size = glyphs.run.size;
        return {glyphs.origin.x, glyphs.origin.y - base::Length{size.value * 88 / 100}, width, size};
    }

    static base::Rect bounds_of(const Chunk& chunk) {
        for (const layout::Mark& mark : chunk.marks) {
            if (const auto* fill = std::get_if<layout::Fill>(&mark)) return fill->rect;
            const auto* path = std::get_if<layout::Path>(&mark);
            if (path != nullptr && !path->steps.empty()) return {path->steps[0].to.x, path->steps[0].to.y, {}, {}};
        }
        return {};
    }

    /// Running heads and what is said again overleaf: one part for all pages that say the same. Page numbers are none.
    void read_artifact(const Chunk& chunk, int page) {
        std::vector<PartLine> lines;
        for (const layout::Mark& mark : chunk.marks) {
            const auto* glyphs = std::get_if<Glyphs>(&mark);
            if (glyphs == nullptr) continue;
            const base::Rect rect = rect_of(*glyphs);
            if (!lines.empty() && lines.back().rect.y == rect.y) {
                lines.back().words += glyphs->run.text;
                lines.back().rect = base::united(lines.back().rect, rect);
            } else {
                lines.push_back({page, rect, glyphs->run.text});
            }
        }
        for (PartLine& line : lines) {
            if (line.words == pages_.pages[static_cast<std::size_t>(page)].label) continue;
            const auto [found, is_new] = running_.try_emplace(line.words, volume_.parts.size());
            if (is_new) {
                Part part;
                part.kind = PartKind::running;
                part.words = line.words;
                heading_of_.push_back(-1);
                element_of_.push_back(-1);
                volume_.parts.push_back(std::move(part));
            }
            volume_.parts[found->second].lines.push_back(std::move(line));
        }
    }

    void name_rows() {
        std::map<int, std::string> heads;  // by TR
        for (std::size_t at = 0; at < volume_.parts.size(); ++at) {
            const int head = element_of_[at] < 0 ? -1 : ancestor(element_of_[at], {"TH", "TD"});
            if (head >= 0 && element(head).type == "TH") heads[element(head).parent] += volume_.parts[at].words;
        }
        for (std::size_t at = 0; at < volume_.parts.size(); ++at) {
            Part& part = volume_.parts[at];
            if (heading_of_[at] >= 0) part.heading = volume_.parts[static_cast<std::size_t>(heading_of_[at])].words;
            const int cell = element_of_[at] < 0 ? -1 : ancestor(element_of_[at], {"TH", "TD"});
            if (cell < 0 || element(cell).type == "TH") continue;
            const auto head = heads.find(element(cell).parent);
            if (head != heads.end()) part.row = head->second;
        }
    }

    const Pages& pages_;
    Volume& volume_;
    std::vector<std::vector<std::optional<std::size_t>>> owners_;  ///< the part of each chunk of each page
    std::map<int, std::size_t> parts_;
    std::map<std::string, std::size_t> running_;
    std::set<int> signs_;
    std::vector<int> element_of_, heading_of_;  // of each part; -1: none
    int heading_part_ = -1;
    int lines_ = 0;
};

}  // namespace

Volume read_volume(const evaluate::Context& context, const Seen& seen) {
    Volume volume;
    volume.name = seen.volume;
    volume.file = seen.file;
    Reader reader(seen.pages, volume);
    reader.read();
    std::vector<std::string> names;
    for (const evaluate::Address& fact : seen.document.facts) names.push_back(evaluate::text_of(context, fact));
    for (const layout::Place& place : seen.pages.facts) {
        Part* part = reader.part_of(place.page, place.chunk);
        if (part == nullptr) continue;
        const std::string& name = names[place.what];
        if (std::find(part->facts.begin(), part->facts.end(), name) == part->facts.end()) part->facts.push_back(name);
    }
    for (const layout::Place& place : seen.pages.texts) {
        Part* part = reader.part_of(place.page, place.chunk);
        if (part != nullptr && part->origin.empty()) part->origin = seen.document.origins[place.what].path;
    }
    return volume;
}

}  // namespace compare
