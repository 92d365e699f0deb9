// Reading the parts of a style file; shared by the files that read one kind of look each.
#pragma once

#include <string_view>

#include "compose/style.h"

namespace compose {

/// What every reader of a look needs: the looks read so far and where faults go.
struct StyleReader {
    Stylesheet& sheet;
    base::Diagnostics& diagnostics;

    std::optional<Colour> colour(base::Fields& fields, std::string_view key) const;
    const CharacterStyle* text(base::Fields& fields, std::string_view key, const CharacterStyle* otherwise) const;
    Rule rule(base::Fields& fields, std::string_view key, Rule otherwise) const;
    void length(base::Fields& fields, std::string_view key, Length& length) const;
    void space(base::Fields& fields, Space& space) const;
    void insets(base::Fields& fields, std::string_view key, Insets& insets) const;
    std::optional<ParagraphLook> paragraph(base::Fields& fields, std::string_view key) const;
    /// The style itself, kept in the Document, once for all that look the same.
    const CharacterStyle* kept(CharacterStyle style) const;

    /// Reads a section of looks in the order written; `like` names an earlier one to start from.
    template <typename T, typename Read>
    void section(base::Fields& root, std::string_view key, Named<T>& looks, const T& plain, Read read) const {
        for (const base::Value::Entry& entry : root.map(key)) {
            base::Fields fields(entry.value, diagnostics);
            T look = plain;
            if (const base::Value* like = fields.optional("like"); like != nullptr && like->is_scalar()) {
                const T* other = find_look(looks, like->text, like->span, "unknown style `{}`", diagnostics);
                if (other != nullptr) look = *other;
            }
            read(fields, look);
            looks.insert_or_assign(entry.key, std::move(look));
        }
    }

    /// The same of looks that add to each other: `like` may name several, wherever they stand.
    template <typename T>
    void section(base::Fields& root, std::string_view key, Looks<T>& looks, const T& plain, const char* what) const;
};

/// What one map of a style file says, put onto a look.
void read_look(const StyleReader& reader, base::Fields& fields, const CharacterStyle*& look);
void read_look(const StyleReader& reader, base::Fields& fields, ParagraphLook& look);
void read_look(const StyleReader& reader, base::Fields& fields, FrameLook& look);
void read_look(const StyleReader& reader, base::Fields& fields, CellLook& look);

/// The keys of a paragraph's look but the spaces before and after, which a box has for itself.
void read_set(const StyleReader& reader, base::Fields& fields, ParagraphLook& look);

void read_texts(const StyleReader& reader, base::Fields& root);
void read_paragraphs(const StyleReader& reader, base::Fields& root);
void read_boxes(const StyleReader& reader, base::Fields& root);
void read_tables(const StyleReader& reader, base::Fields& root);
void read_figures(const StyleReader& reader, base::Fields& root);
void read_pages(const StyleReader& reader, base::Fields& root);
void read_notes(const StyleReader& reader, base::Fields& root);
void read_words(const StyleReader& reader, base::Fields& root);

}  // namespace compose
