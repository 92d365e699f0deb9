// Numbers are planned first, then contents, page tree and catalog are written, each referring to the numbering.
#include <fmt/format.h>

#include "base/deflate.h"
#include "pdf/attachments.h"
#include "pdf/content.h"
#include "pdf/fonts.h"
#include "pdf/metadata.h"
#include "pdf/numbering.h"
#include "pdf/objects.h"
#include "pdf/outline.h"
#include "pdf/page_tree.h"
#include "pdf/pdf.h"
#include "pdf/pictures.h"
#include "pdf/profile.h"
#include "pdf/structure.h"

namespace pdf {
namespace {

std::string output_intent(Objects& objects) {
    const Id profile = objects.add_stream("/N 3", srgb_profile());
    return "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2-1)"
           "/RegistryName(http://www.color.org)/DestOutputProfile " +
           reference(profile) + ">>";
}

Id write_resources(Objects& objects, const layout::Pages& pages, const std::vector<text::FontProgram>& programs,
                   const Fonts& fonts, const Pictures& pictures) {
    std::string out = "<</Properties" + named_properties(pages) + "/Font" + write_fonts(objects, programs, fonts);
    if (!pictures.empty()) out += "/XObject" + picture_resources(pictures);
    return objects.add(out + ">>");
}

std::string catalog(Objects& objects, const layout::Pages& pages, const std::vector<PageContent>& contents,
                    const Numbering& numbering) {
    const int part = pages.attachments.empty() ? 2 : 3;
    const std::string packet = xmp(pages.metadata, part);
    std::string out = "/Type/Catalog/Pages " + reference(objects.page_root());
    out += "/Lang" + text_string(pages.metadata.language);
    out += "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>";
    out += "/StructTreeRoot " + reference(write_structure(objects, pages, contents, numbering));
    out += "/Metadata " + reference(objects.add_stream("/Type/Metadata/Subtype/XML", packet, Objects::Filter::none));
    out += "/OutputIntents[" + output_intent(objects) + "]";
    out += "/PageLabels" + page_labels(pages);
    if (const std::optional<Id> outline = write_outline(objects, pages, numbering)) {
        out += "/PageMode/UseOutlines/Outlines " + reference(*outline);
    }
    std::string names;
    if (const std::optional<Id> tree = write_destinations(objects, pages, numbering))
        names += "/Dests " + reference(*tree);
    if (const std::optional<Attachments> attached = write_attachments(objects, pages)) {
        out += "/AF" + attached->files;
        names += "/EmbeddedFiles" + attached->names;
    }
    return out + (names.empty() ? "" : "/Names<<" + names + ">>");
}

/// Operators of many pages take ten times the room of what goes into the file.
void pack(PageContent& content) {
    content.packed = base::packed_for_pdf(content.operators, base::Care::most);
    std::string().swap(content.operators);
}

constexpr std::size_t worth_a_thread = 200;  ///< pages; fewer are written before another thread has begun

/// Packed; the marks are given up.
std::vector<PageContent> write_contents(layout::Pages& pages, const Fonts& fonts, const Pictures& pictures,
                                        base::Jobs& jobs) {
    std::vector<PageContent> contents(pages.pages.size());
    const auto write_some = [&](std::size_t /*stretch*/, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            contents[i] = write_content(pages, i, fonts, pictures);
            pack(contents[i]);
            for (layout::Chunk& chunk : pages.pages[i].chunks) chunk.marks = {};
        }
    };
    if (contents.size() < worth_a_thread) {
        write_some(0, 0, contents.size());
    } else {
        jobs.in_stretches(contents.size(), write_some);
    }
    return contents;
}

}  // namespace

std::string write(layout::Pages& pages, const std::vector<text::FontProgram>& programs, base::Jobs& jobs) {
    Objects objects;
    const Numbering numbering = number_objects(objects, pages);
    const Fonts fonts = prepare_fonts(programs, pages);
    const Pictures pictures = write_pictures(objects, pages);
    const std::vector<PageContent> contents = write_contents(pages, fonts, pictures, jobs);
    write_page_tree(objects, pages, contents, numbering, write_resources(objects, pages, programs, fonts, pictures));
    objects.set_catalog(catalog(objects, pages, contents, numbering));
    objects.set_information(information(pages.metadata));
    return objects.file();
}

}  // namespace pdf
