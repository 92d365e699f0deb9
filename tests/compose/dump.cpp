// A visitor over the kinds of blocks; only what differs from the default is written, so that the records stay short.
#include "compose/dump.h"

#include <fmt/format.h>

using namespace compose;

namespace {

std::string points(Length length) {
    std::string text = fmt::format("{:.3f}", static_cast<double>(length.value) / 1000.0);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string colour(const Colour& c) { return fmt::format("#{:02X}{:02X}{:02X}", c.red, c.green, c.blue); }

std::string said(const char* name, const std::string& text) {
    return text.empty() ? "" : fmt::format(" {}={}", name, text);
}

std::string inline_text(const Inline& piece) {
    std::string out = piece.text.empty() ? "" : fmt::format("“{}”", piece.text);
    if (piece.chip) out = fmt::format("chip({}{})", piece.chip->symbol, piece.chip->word);
    if (piece.mark) out = piece.mark->trend == Trend::up ? "up" : piece.mark->trend == Trend::down ? "down" : "level";
    if (piece.page) out = fmt::format("page({})", piece.page->anchor);
    if (piece.note) out = fmt::format("note({})", piece.note->note + 1);
    for (const std::string& reading : piece.aloud->ruby) out += fmt::format("《{}》", reading);
    if (piece.style != nullptr && piece.style->underlined.value > 0) out += " underlined";
    if (piece.style != nullptr && (!piece.text.empty() || piece.note))
        out += fmt::format("/{}", points(piece.style->size));
    out += said("link", piece.link ? base::written(*piece.link) : "") + said("spoken", piece.aloud->spoken) +
           said("expansion", piece.aloud->expansion);
    return out + (piece.exact ? " exact" : "");
}

std::string content(const std::vector<Inline>& pieces) {
    std::string out;
    for (const Inline& piece : pieces) out += (out.empty() ? "" : " + ") + inline_text(piece);
    return out;
}

std::string space(const Space& space) {
    if (space.before.value == 0 && space.after.value == 0) return "";
    return fmt::format(" space={}/{}", points(space.before), points(space.after));
}

class Dump {
   public:
    void blocks(const Blocks& list, int depth) {
        for (const Block& block : list) {
            depth_ = depth;
            std::visit([&](const auto& is) { (*this)(is); }, block.is);
        }
    }
    std::string text;

    void operator()(const Paragraph& is) {
        static const char* const roles[] = {"paragraph", "heading", "caption", "note", "label", "furniture"};
        std::string head = roles[static_cast<int>(is.role)];
        if (is.level > 0) head += std::to_string(is.level);
        head += said("label", is.label) + said("anchor", is.anchor) + space(is.space);
        if (!is.bookmark.empty()) head += fmt::format(" bookmark{}={}", is.bookmark_level, is.bookmark);
        line(head + ": " + content(is.content) + aligned(is));
    }
    void operator()(const List& is) {
        const int depth = depth_;
        line("list" + space(is.space));
        for (const ListItem& item : is.items) {
            depth_ = depth + 1;
            line("item " + item.label);
            blocks(item.blocks, depth + 2);
        }
    }
    void operator()(const Table& is) {
        const int depth = depth_;
        std::string widths;
        for (std::size_t i = 0; i < is.columns.size(); ++i) {
            widths += " " + points(is.columns[i]) + (std::ranges::count(is.growing, i) > 0 ? "+" : "");
        }
        line("table" + widths + said("summary", is.caption_for_readers) + space(is.space));
        rows("head", is.head, depth + 1);
        rows("row", is.body, depth + 1);
        if (!is.overleaf.empty()) {
            depth_ = depth + 1;
            line("overleaf");
            blocks(is.overleaf, depth + 2);
        }
    }
    void operator()(const Box& is) { box("box", is); }
    void operator()(const Columns& is) {
        const int depth = depth_;
        std::string widths;
        for (Length width : is.widths) widths += " " + points(width);
        line("columns" + widths + space(is.space));
        for (const Box& each : is.boxes) {
            depth_ = depth + 1;
            box("box", each);
        }
    }
    void operator()(const Placed& is) {
        const int depth = depth_;
        line(fmt::format("placed {},{} {}{}", points(is.x), points(is.y), points(is.width),
                         is.artifact ? " artifact" : ""));
        blocks(is.blocks, depth + 1);
    }
    void operator()(const RuleLine& is) {
        line(fmt::format("rule {} {}", points(is.rule.weight), colour(is.rule.colour)) + space(is.space));
    }
    void operator()(const Contents& is) {
        const int depth = depth_;
        line(is.listed ? fmt::format("index columns={} gap={}", is.columns, points(is.gap)) : "contents");
        for (const ContentsEntry& entry : is.entries) {
            depth_ = depth + 1;
            std::string places;
            for (const auto& place : entry.places) places += fmt::format(" {}>{}", place.number, place.anchor);
            line(fmt::format("entry{} {}: {} | {}{}", entry.level, entry.anchor, content(entry.number),
                             content(entry.title), places));
        }
    }
    void operator()(const Group& is) {
        const int depth = depth_;
        line("group");
        blocks(is.blocks, depth + 1);
    }
    void operator()(const PageTop& is) {
        const int depth = depth_;
        line("at page top");
        blocks(is.at_top, depth + 1);
        depth_ = depth;
        line("elsewhere");
        blocks(is.elsewhere, depth + 1);
    }
    void operator()(const PageBreak& is) {
        std::string head = "page " + is.master;
        for (const auto& [name, slot] : is.slots) head += fmt::format(" {}={}", name, content(slot));
        if (is.thumb > 0) head += fmt::format(" thumb={}", is.thumb);
        if (is.number_from > 0) head += fmt::format(" from={}{}", is.number_from, is.roman ? " roman" : "");
        line(head);
    }
    void operator()(const Image& is) { line(fmt::format("image {} alt={}", is.asset, is.alt)); }
    void operator()(const Figure& is) {
        line("figure " + std::visit([](const auto& data) { return data_of(data); }, *is.data) + said("alt", is.alt));
    }

   private:
    /// The whole digits, the others, and what follows them up to the column's edge.
    static std::string aligned(const Paragraph& is) {
        std::string whole, out;
        for (const Inline& piece : is.content) whole += piece.text;
        for (const auto& [digits, flush] : is.aligned) {
            const auto part = [&](std::uint32_t from, std::uint32_t to) { return whole.substr(from, to - from); };
            out += fmt::format(" [{}|{}|{}]", part(digits.begin, digits.point), part(digits.point, digits.end),
                               part(digits.end, flush));
        }
        return out;
    }
    static std::string value(const std::optional<std::int64_t>& of) { return of ? std::to_string(*of) : "-"; }
    static std::string data_of(const Steps& is) {
        std::string out = "steps";
        for (const auto& step : is.steps) out += fmt::format(" [{} {} {}]", step.number, step.label, step.title);
        return out;
    }
    static std::string data_of(const Tree& is) {
        std::string out = "tree";
        for (const auto& goal : is.goals) {
            out += fmt::format(" [{} {} {}:", goal.number, goal.label, goal.title);
            for (const auto& target : goal.targets)
                out += fmt::format(" {} {}>{}", target.name, target.from, target.to);
            for (const auto& measure : goal.measures) {
                out += fmt::format(" ({} {}", measure.number, measure.title);
                for (const auto& [number, title] : measure.initiatives) out += fmt::format(" {}{}", number, title);
                out += ")";
            }
            out += "]";
        }
        return out;
    }
    static std::string data_of(const Cycle& is) {
        std::string out = "cycle";
        for (const auto& step : is.steps)
            out += fmt::format(" [{} {} {}{}]", step.name, step.foreign, step.text, step.current ? " *" : "");
        return out + " back=" + is.back;
    }
    static std::string data_of(const Distribution& is) {
        std::string out = "distribution";
        for (const auto& band : is.bands) out += " " + band.symbol + band.word;
        for (const auto& bar : is.bars) {
            out += fmt::format(" [{} {} {}:", bar.number, bar.label, bar.count);
            for (int part : bar.parts) out += fmt::format(" {}", part);
            out += bar.total ? " total]" : "]";
        }
        return out;
    }
    static std::string data_of(const Trends& is) {
        std::string out = "trends grid";
        for (auto edge : is.grid) out += fmt::format(" {}", edge);
        out += fmt::format(" ground {}-{}", is.ground_from, is.ground_to);
        for (const auto& panel : is.panels) {
            out += fmt::format(" [{}:", panel.title);
            for (const auto& point : panel.points) {
                out += fmt::format(" {} {} {}{}", point.year, point.label, value(point.thousandths),
                                   point.current ? " *" : "");
            }
            out += "]";
        }
        return out;
    }
    static std::string data_of(const Chart& is) {
        static const char* const draws[] = {"line", "dot", "bar"};
        static const char* const looks[] = {"actual", "target", "other"};
        std::string out = "chart";
        for (const auto& series : is.series) {
            out += fmt::format(" {}/{}{}", draws[static_cast<int>(series.draw)], looks[static_cast<int>(series.look)],
                               said("name", series.name));
        }
        for (const auto& panel : is.panels) {
            out += fmt::format(" [{} {}", panel.title, panel.unit) + said("text", panel.text);
            if (panel.baseline) out += fmt::format(" {}={}", panel.baseline->year, base::plain(panel.baseline->amount));
            out += ":";
            for (const auto& point : panel.points) {
                out += " " + point.year + (point.current ? "*" : "");
                for (const auto& value : point.values) {
                    out += " " + (value.amount ? base::plain(*value.amount) : value.word.empty() ? "?" : value.word);
                }
            }
            out += "]";
        }
        return out;
    }
    static std::string data_of(const Slope& is) { return is.rising ? "slope rising" : "slope falling"; }
    static std::string data_of(const Skyline& is) {
        std::string out = "skyline";
        for (const auto& group : is.groups) {
            out += fmt::format(" [{} {}:", group.number, group.label);
            for (const auto& rate : group.rates) out += " " + value(rate);
            out += "]";
        }
        return out;
    }

    void line(const std::string& words) {
        text += std::string(static_cast<std::size_t>(depth_) * 2, ' ') + words;
        while (text.back() == ' ') text.pop_back();
        text += "\n";
    }
    void box(const std::string& name, const Box& is) {
        const int depth = depth_;
        line(name + (is.ground ? " ground=" + colour(*is.ground) : "") + space(is.space));
        blocks(is.blocks, depth + 1);
    }
    void rows(const char* name, const std::vector<Row>& list, int depth) {
        for (const Row& row : list) {
            depth_ = depth;
            line(std::string(name) + said("anchor", row.anchor) + (row.keep_with_next ? " keep" : ""));
            for (const Cell& cell : row.cells) {
                depth_ = depth + 1;
                static const char* const scopes[] = {"", " column", " row", " both"};
                std::string head = cell.header ? "th" : "td";
                head += scopes[static_cast<int>(cell.scope)];
                if (cell.columns != 1 || cell.rows != 1) head += fmt::format(" {}x{}", cell.columns, cell.rows);
                line(head + said("continued", cell.continued->words) +
                     (cell.ground ? " ground=" + colour(*cell.ground) : ""));
                blocks(cell.blocks, depth + 2);
            }
        }
    }

    int depth_ = 0;
};

}  // namespace

std::string dump(const Document& document) {
    Dump dump;
    const Metadata& metadata = document.metadata;
    if (!metadata.title.empty()) dump.text += fmt::format("title {} by {}\n", metadata.title, metadata.author);
    if (!document.draft_mark.empty()) dump.text += "draft " + document.draft_mark + "\n";
    dump.blocks(document.blocks, 0);
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
        dump.text += fmt::format("note {}: {}\n", i + 1, content(document.notes[i]));
    }
    return dump.text;
}
