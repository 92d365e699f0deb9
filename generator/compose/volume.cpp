// Shared pieces and words come first, the volume's own replace them; contents are filled in after the walk.
#include "compose/volume.h"

#include <algorithm>
#include <charconv>

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/compose.h"

namespace compose {

namespace {

const base::Value empty_tree;
constexpr std::string_view most_pages_key = "most_pages";
constexpr std::int64_t most_volume_pages = 10'000;

/// The entries under `key`, none where the key is missing; `fault` says what should stand there.
const std::vector<base::Value::Entry>& entries_at(Composer& composer, const base::Value& tree, std::string_view key,
                                                  const char* fault) {
    const base::Value* value = tree.is_map() ? tree.find(key) : nullptr;
    if (value == nullptr || value->is_empty()) return empty_tree.entries;
    if (!value->is_map()) composer.diagnostics.error(value->span, base::say(fault));
    return value->entries;
}

void read_pieces(Composer& composer, const base::Value& tree) {
    const char* fault = base::to_translate("`define` is a map from names to lists");
    for (const auto& entry : entries_at(composer, tree, "define", fault)) composer.pieces[entry.key] = &entry.value;
}

/// Words of the template's own, in the order written: each is a binding from then on.
void read_words(Composer& composer, const base::Value& tree) {
    const char* fault = base::to_translate("`let` is a map from names to texts");
    for (const auto& entry : entries_at(composer, tree, "let", fault)) {
        composer.variables.emplace_back(entry.key, text(plain_text(composer, entry.value)));
    }
}

/// What stands in the template's file of shared pieces, then in the volume, which may replace it.
void read_shared(Composer& composer, const base::Value& volume) {
    const base::Value* shared = file_of(composer.world.inputs, "pieces");
    for (const base::Value* tree : {shared, &volume}) {
        if (tree == nullptr) continue;
        read_pieces(composer, *tree);
        read_words(composer, *tree);
    }
}

void set_metadata(Composer& composer, base::Fields& fields) {
    Metadata& metadata = composer.document.metadata;
    const auto take = [&](std::string_view key, std::string& text) {
        if (const base::Value* value = fields.optional(key)) text = plain_text(composer, *value);
    };
    take("title", metadata.title);
    take("author", metadata.author);
    take("subject", metadata.subject);
    take("keywords", metadata.keywords);
    take("language", metadata.language);
    take("page_labels", composer.document.page_label_prefix);
    metadata.created = composer.world.inputs.date;
    metadata.digest = composer.world.inputs.digest;
}

void set_masters(Composer& composer, base::Fields& fields) {
    Document& document = composer.document;
    for (const auto& [name, master] : composer.styles.pages) document.masters.emplace(name, fitted(master));
    const base::Value* thumbs = fields.optional("thumbs");
    if (thumbs == nullptr) return;
    std::vector<std::string> labels;
    for_each_item(composer, *thumbs, [&](const base::Value& item) { labels.push_back(plain_text(composer, item)); });
    for (auto& [name, master] : document.masters) {
        if (master.thumbs.shown) master.thumbs.labels = labels;
    }
}

void set_draft(Composer& composer) {
    if (!composer.world.draft && !composer.world.checking) return;
    const base::Value& text = composer.styles.draft_value;
    if (text.is_scalar()) composer.document.draft_mark = plain_text(composer, text);
    composer.document.draft_style = composer.styles.draft_style;
    composer.document.draft_y = composer.styles.draft_y;
    if (composer.world.draft) composer.document.metadata.title += "（案）";
}

/// Up to how many goals a line of the map holds; 0 where no number stands.
std::size_t goals_of(const base::Value::Entry& entry) {
    std::size_t goals = 0;
    const char* const end = entry.key.data() + entry.key.size();
    const auto [stop, fault] = std::from_chars(entry.key.data(), end, goals);
    return fault == std::errc() && stop == end ? goals : 0;
}

/// One number for all, or by numbers of goals: the least that is enough. Null beyond all of them.
const base::Value* pages_for(const base::Value& wanted, std::size_t goals) {
    if (!wanted.is_map()) return &wanted;
    const base::Value::Entry* chosen = nullptr;
    for (const base::Value::Entry& entry : wanted.entries) {
        const std::size_t most = goals_of(entry);
        if (most >= goals && (chosen == nullptr || most < goals_of(*chosen))) chosen = &entry;
    }
    return chosen == nullptr ? nullptr : &chosen->value;
}

void check_most_pages(const base::Value& wanted, base::Diagnostics& diagnostics) {
    if (!wanted.is_map()) {
        base::as_whole(wanted, 1, most_volume_pages, diagnostics);
        return;
    }
    for (const base::Value::Entry& entry : wanted.entries) {
        if (goals_of(entry) == 0) {
            diagnostics.error(entry.key_span, base::say("`{}` is not a number of goals", entry.key),
                              base::say("up to so many goals, so many pages: {{4: 1, 12: 2}}"));
        }
        base::as_whole(entry.value, 1, most_volume_pages, diagnostics);
    }
}

}  // namespace

std::optional<MostPages> most_pages(const input::Inputs& inputs, const std::string& volume) {
    const base::Value* tree = file_of(inputs, volume);
    const base::Value* wanted = tree != nullptr && tree->is_map() ? tree->find(most_pages_key) : nullptr;
    if (wanted == nullptr) return std::nullopt;
    const base::Value* pages = pages_for(*wanted, inputs.strategy.goals.size());
    base::Diagnostics said_already;
    const auto most = pages == nullptr ? std::nullopt : base::as_whole(*pages, 1, most_volume_pages, said_already);
    if (!most) return std::nullopt;
    return MostPages{static_cast<std::size_t>(*most), pages->span};
}

const base::Value* file_of(const input::Inputs& inputs, std::string_view name) {
    const auto& files = inputs.template_files;
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    return found == files.end() ? nullptr : &found->tree;
}

const base::Value& style_of(const input::Inputs& inputs) {
    const base::Value* tree = file_of(inputs, "style");
    return tree == nullptr ? empty_tree : *tree;
}

base::Numerals numerals_of(base::Fields& volume) {
    return volume.optional_choice("numerals", numerals_words()).value_or(base::Numerals::half_width);
}

namespace {

std::size_t subjects_of(const input::Inputs& inputs) {
    return inputs.strategy.indicators.size() + inputs.projects.size();
}

}  // namespace

Composer composer_of(const World& world, Stylesheet& styles, Document& document, const base::Value& volume,
                     base::Diagnostics& diagnostics) {
    Composer composer{world, styles, document, diagnostics, sign_letters(world)};
    composer.most_made += most_pieces_a_subject * subjects_of(world.inputs);
    read_shared(composer, volume);
    return composer;
}

void read_volume(Composer& composer, base::Fields& volume) {
    volume.optional("define");
    volume.optional("let");
    if (const base::Value* wanted = volume.optional(most_pages_key)) check_most_pages(*wanted, composer.diagnostics);
    set_metadata(composer, volume);
    set_masters(composer, volume);
    set_draft(composer);
    composer.document.note_style = composer.styles.notes;
    if (const base::Value* list = volume.required("blocks")) composer.document.blocks = blocks(composer, *list);
    fill_contents(composer, composer.document.blocks);
    // What was cut short has not set its anchors; each link to one would bury the cause.
    if (!composer.stopped) check_anchors(composer);
}

}  // namespace compose
