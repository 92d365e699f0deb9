// The faults of a template wherever they stand: a walk over all of it, without the strategy's own things.

#include <algorithm>
#include <set>
#include <span>

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/compose.h"
#include "compose/figures.h"
#include "compose/volume.h"

namespace compose {

namespace {

/// Stands for the results of whatever a figure is of.
evaluate::Assessment stand_in(const input::Inputs& inputs) {
    static const input::Policy no_bands;
    evaluate::Tally tally;
    tally.year = inputs.evaluated_year;
    tally.policy = &no_bands;
    evaluate::Assessment assessment;
    assessment.inputs = &inputs;
    assessment.overall.kpis = {tally};
    return assessment;
}

bool is_volume(const input::TemplateFile& file) {
    return file.name != "style" && file.name != "pieces" && file.name != "workbook";
}

/// One walk over a volume of the template.
struct Walk {
    const World& world;
    Stylesheet& styles;
    const base::Value& volume;
    base::Diagnostics diagnostics;

    template <typename Visit>
    Used run(const Visit& visit) {
        Document document;
        Composer composer = composer_of(world, styles, document, volume, diagnostics);
        visit(composer);
        return std::move(composer.used);
    }
};

void add(Used& all, const Used& more) {
    all.pieces.insert(more.pieces.begin(), more.pieces.end());
    all.slots.insert(more.slots.begin(), more.slots.end());
    all.anchors.insert(more.anchors.begin(), more.anchors.end());
    all.far_links.insert(all.far_links.end(), more.far_links.begin(), more.far_links.end());
}

/// What a list of a template may hold: how it is read, and the keys by which it is known.
struct ListReader {
    void (*read)(Composer&, const base::Value&);
    std::vector<std::string_view> keys;  ///< none: scalars
};

const std::vector<ListReader>& list_readers() {
    static const std::vector<ListReader> all = {
        {[](Composer& composer, const base::Value& list) { blocks(composer, list); }, block_kinds()},
        {check_rows, {"row"}},
        {check_cells, {"cell", "blocks"}},
        {check_columns, {"width"}},
        {[](Composer& composer, const base::Value& list) { inlines(composer, list, nullptr); },
         {"text", "chip", "trend", "page"}},
        {check_list_items, {"item", "blocks"}},
        {check_index_entries, {"entry"}},
        {check_figure_items, {"number", "label", "title", "name", "of"}},
        {[](Composer& composer, const base::Value& list) { inlines(composer, list, nullptr); }, {}},
        {check_lengths, {}}};
    return all;
}

/// The first item of a list that is no `for` and no `if` but stands in them; null where there is none.
const base::Value* first_item(const base::Value& list) {
    const std::span<const base::Value> items = list.is_list() ? std::span(list.items) : std::span(&list, 1);
    for (const base::Value& item : items) {
        const base::Value* inner = item.is_map() ? item.find("do") : nullptr;
        const base::Value* found = inner == nullptr ? &item : first_item(*inner);
        if (found != nullptr && !(found->is_map() && found->find("use") != nullptr)) return found;
    }
    return nullptr;
}

bool may_be_read(const ListReader& reading, const base::Value* item) {
    if (item == nullptr) return true;  // of other pieces alone: it may be a list of anything
    if (!item->is_map()) return reading.keys.empty();
    return std::any_of(reading.keys.begin(), reading.keys.end(),
                       [&](std::string_view key) { return item->find(key) != nullptr; });
}

/// A piece nobody uses may be a list of anything: of what it may be, it is read as that which leaves the fewest faults.
void check_unused(const World& world, Stylesheet& styles, const base::Value& volume, const base::Value& piece,
                  Used& used, base::Diagnostics& diagnostics) {
    const base::Value* item = first_item(piece);
    std::optional<base::Diagnostics> fewest;
    const auto read_as = [&](const ListReader& reading) {
        Walk walk{world, styles, volume, {}};
        add(used, walk.run([&](Composer& composer) { reading.read(composer, piece); }));
        if (!fewest || walk.diagnostics.all().size() < fewest->all().size()) fewest = std::move(walk.diagnostics);
    };
    for (const ListReader& reading : list_readers()) {
        if (may_be_read(reading, item)) read_as(reading);
    }
    if (!fewest) read_as(list_readers().front());
    diagnostics.append(*fewest);
}

void check_unused_pieces(const World& world, Stylesheet& styles, const input::TemplateFile& file, Used& used,
                         base::Diagnostics& diagnostics) {
    const base::Value* defined = file.tree.is_map() ? file.tree.find("define") : nullptr;
    if (defined == nullptr) return;
    World open = world;
    open.open = true;
    for (const base::Value::Entry& entry : defined->entries) {
        if (!used.pieces.contains(&entry.value)) {
            check_unused(open, styles, file.tree, entry.value, used, diagnostics);
        }
    }
}

/// A slot in the head or foot of a page that no page fills would stay empty for ever.
void check_slots(const Stylesheet& styles, const Used& used, base::Diagnostics& diagnostics) {
    if (used.slots.empty()) return;
    const std::vector<std::string_view> known(used.slots.begin(), used.slots.end());
    for (const auto& [name, span] : styles.slots) {
        if (!used.slots.contains(name)) {
            base::report_unknown("no page fills the slot `{}`", name, span, known, diagnostics);
        }
    }
}

void check_far_links(const Used& used, base::Diagnostics& diagnostics) {
    for (const auto& [anchor, span] : used.far_links) {
        if (leads_to(anchor, used.anchors)) continue;
        diagnostics.error(span, base::say("nothing in any volume has the anchor `{}`", with_holes_shown(anchor)));
    }
}

/// Figures' looks that bear the name of their kind; the others are checked where a figure takes them.
void check_figure_looks(const Stylesheet& styles, base::Diagnostics& diagnostics) {
    for (const auto& [name, look] : styles.figures) check_figure_look(look, name, diagnostics);
}

void check_roles(const Stylesheet& styles, const std::vector<std::string>& roles, base::Diagnostics& diagnostics) {
    const std::vector<std::string_view> known(roles.begin(), roles.end());
    for (const auto& [name, span] : styles.roles) {
        const bool plays = name.starts_with("family:") || std::find(known.begin(), known.end(), name) != known.end();
        if (!plays) base::report_unknown("no face plays the role `{}`", name, span, known, diagnostics);
    }
}

void check_keys_of_pieces(const input::Inputs& inputs, base::Diagnostics& diagnostics) {
    const base::Value* pieces = file_of(inputs, "pieces");
    if (pieces == nullptr) return;
    base::Fields fields(*pieces, diagnostics);
    fields.optional("let");
    fields.optional("define");
}

base::Diagnostics faults_of(const input::Inputs& inputs, const std::vector<std::string>& roles) {
    base::Diagnostics diagnostics;
    Document document;
    Stylesheet styles = read_styles(style_of(inputs), base::Numerals::half_width, document, diagnostics);
    const evaluate::Assessment assessment = stand_in(inputs);
    const World world{assessment, inputs, false, {}, styles.words, true, false};
    check_keys_of_pieces(inputs, diagnostics);
    Used used;
    for (const input::TemplateFile& file : inputs.template_files) {
        if (!is_volume(file)) continue;
        base::Fields fields(file.tree, diagnostics);
        numerals_of(fields);
        Walk walk{world, styles, file.tree, {}};
        add(used, walk.run([&](Composer& composer) { read_volume(composer, fields); }));
        diagnostics.append(walk.diagnostics);
    }
    for (const input::TemplateFile& file : inputs.template_files) {
        check_unused_pieces(world, styles, file, used, diagnostics);
    }
    check_slots(styles, used, diagnostics);
    check_far_links(used, diagnostics);
    check_figure_looks(styles, diagnostics);
    if (!roles.empty()) check_roles(styles, roles, diagnostics);
    return diagnostics;
}

}  // namespace

base::Diagnostics check_template(const input::Inputs& inputs, const std::vector<std::string>& roles) {
    const auto& files = inputs.template_files;
    const bool readable = !files.empty() && std::all_of(files.begin(), files.end(),
                                                        [](const auto& file) { return file.tree.span.known(); });
    return readable ? faults_of(inputs, roles) : base::Diagnostics();
}

void add_elsewhere(const base::Diagnostics& slips, base::Diagnostics& diagnostics) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> named;
    for (const base::Diagnostic& fault : diagnostics.all()) named.emplace(fault.span.file, fault.span.begin);
    for (const base::Diagnostic& slip : slips.all()) {
        if (!named.contains({slip.span.file, slip.span.begin})) diagnostics.error(slip.span, slip.message, slip.hint);
    }
}

}  // namespace compose
