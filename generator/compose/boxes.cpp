// Boxes, columns, blocks at fixed places, rules, groups.
#include <algorithm>

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/looks.h"
#include "compose/ranges.h"

namespace compose {

namespace {

/// The measure inside something narrower, for as long as it lives.
class Within {
   public:
    Within(Composer& composer, Length measure) : composer_(composer), before_(composer.measure) {
        composer.measure = measure;
    }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;
    ~Within() { composer_.measure = before_; }

   private:
    Composer& composer_;
    Length before_;
};

std::optional<Box> read_box(Composer& composer, const base::Value& item) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* inner = fields.required("box");
    const base::Value* named = fields.optional("style");
    FrameLook look;
    look.paragraph = composer.styles.plain;
    if (named != nullptr) look = look_of(composer, composer.styles.boxes, *named, look, "unknown box style `{}`");
    Box box;
    static_cast<BoxLook&>(box) = look.box;
    read_space(fields, box.space);
    if (const auto height = length_in_range(fields, "height")) box.least_height = *height;
    if (inner == nullptr) return std::nullopt;
    const Within within(composer, composer.measure - box.padding.left - box.padding.right);
    const Around around(composer, look.paragraph);
    box.blocks = blocks(composer, *inner);
    return box;
}

/// A width as it was written: a length, a part in per cent, or neither for `rest`.
struct WrittenWidth {
    std::optional<Length> length;
    std::optional<std::int64_t> thousandths;  ///< of one per cent
    bool grows = false;
};

/// `25+` without its sign, and whether it had one.
bool take_growth(base::Value& item, std::string_view key) {
    if (key != "columns" || !item.is_scalar() || !item.text.ends_with('+')) return false;
    item.text.pop_back();
    return true;
}

/// A part in per cent, in thousandths of one: 30%.
std::optional<std::int64_t> read_share(const base::Value& item, base::Diagnostics& diagnostics) {
    base::Value number = item;
    number.text.pop_back();
    const auto share = base::as_number(number, diagnostics);
    if (!share) return std::nullopt;
    const std::int64_t thousandths = base::Ratio(*share).thousandths();
    if (thousandths <= 0 || thousandths > 100'000) {
        diagnostics.error(item.span, base::say("a column takes more than 0% and at most 100% of what there is"));
        return std::nullopt;
    }
    return thousandths;
}

WrittenWidth read_width(Composer& composer, const base::Value& given, std::string_view key) {
    base::Value item = given;
    if (given.is_scalar() && given.text.find('{') != std::string::npos) item.text = plain_text(composer, given);
    if (item.text.find(hole) != std::string::npos) return {};
    if (item.is_scalar() && item.text == "rest") return {};
    const bool grows = take_growth(item, key);
    if (item.is_scalar() && item.text.ends_with('%'))
        return {{}, read_share(item, composer.diagnostics).value_or(0), grows};
    const auto width = base::as_length(item, composer.diagnostics);
    const bool good = width && is_in_range(*width, key, item, composer.diagnostics);
    return {good ? composer.fit.across(*width) : Length{}, {}, grows};
}

const base::Value* width_of(Composer& composer, const base::Value& column) {
    base::Fields fields(column, composer.diagnostics);
    fields.accept_rest();
    return fields.required("width");
}

}  // namespace

Shares read_shares(Composer& composer, const base::Value& list, Length whole, std::string_view key, Length gap) {
    std::vector<WrittenWidth> written;
    for_each_item(composer, list, [&](const base::Value& item) {
        // A column of a table says its width beside its head and its cell.
        const base::Value* width = key == "columns" && item.is_map() ? width_of(composer, item) : &item;
        written.push_back(width == nullptr ? WrittenWidth{Length{}, {}} : read_width(composer, *width, key));
    });
    if (!written.empty()) whole -= gap * static_cast<std::int64_t>(written.size() - 1);
    Shares shares;
    shares.rest = whole;
    for (std::size_t i = 0; i < written.size(); ++i) {
        WrittenWidth& each = written[i];
        if (each.thousandths) each.length = scaled(whole, *each.thousandths, 100'000);
        if (each.grows) shares.growing.push_back(i);
        if (!each.length) shares.sharing.push_back(i);
        shares.rest -= each.length.value_or(Length{});
    }
    const auto sharing = static_cast<std::int64_t>(std::max<std::size_t>(1, shares.sharing.size()));
    shares.widths.reserve(written.size());
    for (const WrittenWidth& each : written) shares.widths.push_back(each.length.value_or(shares.rest / sharing));
    return shares;
}

void check_lengths(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](base::Value item) {
        take_growth(item, "columns");
        if (item.is_scalar() && (item.text == "rest" || item.text.ends_with('%'))) return;
        const auto length = base::as_length(item, composer.diagnostics);
        if (length) is_in_range(*length, "widths", item, composer.diagnostics);
    });
}

void add_box(Composer& composer, const base::Value& item, Blocks& out) {
    if (auto box = read_box(composer, item)) out.push_back({std::move(*box)});
}

void add_columns(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* boxes = fields.required("columns");
    const base::Value* widths = fields.required("widths");
    Columns columns;
    if (const auto gap = length_in_range(fields, "gap")) columns.gap = composer.fit.across(*gap);
    columns.keep_together = fields.flag("keep_together", true);
    read_space(fields, columns.space);
    if (boxes == nullptr || widths == nullptr) return;
    columns.widths = read_shares(composer, *widths, composer.measure, "widths", columns.gap).widths;
    for_each_item(composer, *boxes, [&](const base::Value& one) {
        const std::size_t at = columns.boxes.size();
        const Within within(composer, at < columns.widths.size() ? columns.widths[at] : composer.measure);
        if (auto box = read_box(composer, one)) columns.boxes.push_back(std::move(*box));
    });
    const bool countable = !composer.world.checking || (is_fixed(*boxes) && is_fixed(*widths));
    if (countable && columns.boxes.size() != columns.widths.size()) {
        composer.diagnostics.error(widths->span,
                                   base::say("{0} boxes for {1} widths", columns.boxes.size(), columns.widths.size()));
        return;
    }
    out.push_back({std::move(columns)});
}

void add_placed(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* inner = fields.required("placed");
    Placed placed;
    const PageFit& fit = composer.fit;
    const auto x = length_in_range(fields, "x");
    placed.x = x ? fit.x(*x) : fit.left_to;
    if (const auto y = length_in_range(fields, "y")) placed.y = fit.y(*y);
    const auto width = length_in_range(fields, "width");
    placed.width = width ? fit.across(*width) : std::max(Length{}, fit.left_to + fit.measure_to - placed.x);
    if (const auto height = length_in_range(fields, "height")) placed.height = fit.down(*height);
    placed.artifact = fields.flag("artifact", false);
    if (inner == nullptr) return;
    const Within within(composer, placed.width.value > 0 ? placed.width : composer.measure);
    placed.blocks = blocks(composer, *inner);
    out.push_back({std::move(placed)});
}

void add_rule(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* named = fields.required("rule");
    RuleLine line;
    read_space(fields, line.space);
    if (named == nullptr) return;
    const auto* rule = find_look(composer.styles.rules, plain_text(composer, *named), named->span, "unknown rule `{}`",
                                 composer.diagnostics);
    if (rule == nullptr) return;
    line.rule = *rule;
    out.push_back({line});
}

void add_group(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* inner = fields.required("group");
    if (inner == nullptr) return;
    Group group{blocks(composer, *inner)};
    if (!group.blocks.empty()) out.push_back({std::move(group)});
}

void add_page_top(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* at_top = fields.required("at_page_top");
    const base::Value* elsewhere = fields.required("elsewhere");
    if (at_top == nullptr || elsewhere == nullptr) return;
    // Both stand for the same headings, so levels and contents count them once.
    const int level = composer.last_heading_level;
    const std::size_t headings = composer.headings.size();
    PageTop made;
    made.elsewhere = blocks(composer, *elsewhere);
    composer.last_heading_level = level;
    composer.headings.resize(headings);
    made.at_top = blocks(composer, *at_top);
    out.push_back({std::move(made)});
}

}  // namespace compose
