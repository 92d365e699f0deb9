// Pictures are looked at before the layout, so that their faults have places and their sizes are known.
#include "volumes.h"

#include <algorithm>

#include "base/heap.h"
#include "base/message.h"
#include "base/utf8.h"
#include "compose/compose.h"
#include "compose/walk.h"
#include "glyph_places.h"
#include "html/html.h"
#include "layout/change_marks.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "timed.h"
#include "web.h"

namespace kensho {

using base::say;

namespace {

void mark(const std::string& name, const Request& request, Volume& volume) {
    if (request.changes != nullptr && request.changes->contains(name)) {
        layout::mark_changes(request.changes->at(name), volume.pages);
    }
}

/// Reports pictures that cannot be set, and tells the others their size.
void try_pictures(compose::Document& document, const Run& run, Workshop& shop, base::Diagnostics& diagnostics) {
    std::vector<compose::Image*> images;
    std::vector<pdf::PictureUse> uses;
    compose::for_each_block(document.blocks, [&](compose::Block& block) {
        auto* image = std::get_if<compose::Image>(&block.is);
        if (image == nullptr) return;
        images.push_back(image);
        uses.push_back({image->asset, image->page, image->span});
    });
    const std::vector<pdf::PictureSize> sizes =
        pdf::check_pictures(uses, *document.assets, shop.pictures, diagnostics, run.inputs->asset_places);
    for (std::size_t i = 0; i < images.size(); ++i) {
        images[i]->own_width = sizes[i].width;
        images[i]->own_height = sizes[i].height;
    }
}

/// A volume that was laid out before.
Attempt taken(LaidOut& before, const Request& request) {
    Attempt made;
    made.volume = Volume{std::move(before.document), std::move(before.pages), {}};
    made.laying_out = std::move(before.told);
    made.use = std::move(before.use);
    mark(before.volume, request, *made.volume);
    return made;
}

/// Neither a workbook nor a web edition.
bool is_on_pages(const input::Output& output) {
    return output.volume != "workbook" && volume_of_web(output.volume).empty();
}

}  // namespace

bool is_wanted(const Request& request, const std::string& volume) {
    return request.volume.empty() || request.volume == volume;
}

bool is_on_the_web(const Request& request, const input::Inputs& inputs, const std::string& volume) {
    return std::any_of(inputs.outputs.begin(), inputs.outputs.end(), [&](const input::Output& output) {
        return volume_of_web(output.volume) == volume && is_wanted(request, output.volume);
    });
}

Attempt attempt(const std::string& name, const Request& request, const Faulty& faulty, Workshop& shop, const Run& run,
                const Progress& progress) {
    if (request.laid_out != nullptr && !faulty()) {
        const auto before = std::find_if(request.laid_out->begin(), request.laid_out->end(),
                                         [&](const LaidOut& each) { return each.volume == name; });
        if (before != request.laid_out->end()) return taken(*before, request);
    }
    Attempt made;
    Volume volume;
    volume.document = timed(say("compose {}", name), made.timings, progress, [&] {
        return compose::compose(*run.assessment, name, {request.draft, request.today, &made.use, request.errata},
                                made.composing);
    });
    try_pictures(volume.document, run, shop, made.composing);
    if (faulty() || made.composing.has_errors()) return made;
    shop.typesetter->tell(made.laying_out);
    const bool stays = request.makes == Makes::pages || is_on_the_web(request, *run.inputs, name);
    volume.pages = timed(say("lay out {}", name), made.timings, progress, [&] {
        if (stays) return layout::lay_out(volume.document, *shop.typesetter, made.laying_out);
        return layout::lay_out_last(volume.document, *shop.typesetter, made.laying_out);
    });
    const std::size_t pages = volume.pages.pages.size();
    if (const auto most = compose::most_pages(*run.inputs, name); most && pages > most->pages) {
        made.laying_out.warning("overflow", most->span,
                                say("`{}` has {} pages, more than the {} that it wants", name, pages, most->pages),
                                say("shorten its texts in narrative.yaml, or allow more pages here"));
    }
    mark(name, request, volume);
    made.volume = std::move(volume);
    return made;
}

std::optional<Volume> take(Attempt made, Run& run) {
    run.use.read.merge(made.use.read);
    run.use.asked.merge(made.use.asked);
    run.use.assets.merge(made.use.assets);
    run.use.fields.merge(made.use.fields);
    run.timings.insert(run.timings.end(), made.timings.begin(), made.timings.end());
    run.diagnostics.append(made.composing);
    if (!made.volume || run.diagnostics.has_errors()) return std::nullopt;
    run.diagnostics.append(made.laying_out);
    return std::move(made.volume);
}

std::optional<Volume> lay_out_volume(const std::string& name, const Request& request, const Faulty& slips,
                                     Workshop& shop, Run& run, const Progress& progress) {
    const auto faulty = [&] { return run.diagnostics.has_errors() || slips(); };
    return take(attempt(name, request, faulty, shop, run, progress), run);
}

std::vector<const input::Output*> paper_of(const Request& request, const input::Inputs& inputs) {
    std::vector<const input::Output*> paper;
    for (const input::Output& output : inputs.outputs) {
        if (is_on_pages(output) && is_wanted(request, output.volume)) paper.push_back(&output);
    }
    return paper;
}

std::vector<Attempt> attempts(const Request& request, const Faulty& faulty, std::vector<Workshop>& shops,
                              const Run& run, base::Jobs& jobs, const std::function<void()>& others) {
    const std::vector<const input::Output*> paper = paper_of(request, *run.inputs);
    std::vector<Attempt> made(paper.size());
    const auto work = [&](std::size_t lane) {
        for (std::size_t i = lane; i < paper.size(); i += shops.size()) {
            made[i] = attempt(paper[i]->volume, request, faulty, shops[lane], run, [](const std::string&) {});
            if (request.makes == Makes::names && made[i].volume) *made[i].volume = {};
        }
        return true;
    };
    // The prose and the workbooks wait for a place too: this thread takes the annex, which is the longest.
    const std::size_t own = shops.size() - 1;
    std::vector<base::Jobs::Pending<bool>> lanes;
    for (std::size_t lane = 0; lane < own; ++lane) {
        lanes.push_back(jobs.beside([&, lane] {
            base::ask_for_huge_pages_of_thread();
            return work(lane);
        }));
    }
    others();
    work(own);
    for (auto& lane : lanes) lane.get();
    return made;
}

VolumePlaces take_places(const std::string& file, Volume& volume, bool stays) {
    VolumePlaces places{file, {}, {}, {}, {}, {}, {}};
    compose::Document document = stays ? compose::Document{} : std::move(volume.document);
    places.facts = stays ? volume.document.facts : std::move(document.facts);
    places.origins = stays ? volume.document.origins : std::move(document.origins);
    places.shown = std::exchange(volume.pages.facts, {});
    places.texts = std::exchange(volume.pages.texts, {});
    for (const layout::Page& page : volume.pages.pages) {
        places.labels.push_back(page.label);
        places.contents.push_back(pdf::marked_contents(page));
    }
    return places;
}

/// A face is asked for one glyph of it: what it is called comes with its program.
void name_faces(LaidOut& volume, Workshop& shop) {
    const auto used = layout::used_faces(volume.pages);
    std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> unknown;
    for (const auto& [face, glyph] : used) {
        if (!shop.faces.contains(face)) unknown[face] = {glyph};
    }
    for (const text::FontProgram& program : shop.typesetter->programs(unknown)) {
        shop.faces[program.face] = html::face_class(program);
    }
    for (const auto& [face, glyph] : used) volume.faces[face] = shop.faces[face];
}

/// まち・ひと・しごと of a strategy's title: what its dots join, as far as the letters around them are of one script.
/// Headings keep it whole, beside the names that config/typesetting.yaml lists.
void keep_title(const std::string& title, text::Typesetter& typesetter) {
    std::vector<std::string> names;
    const std::u32string all = base::decode(title);
    const auto script = [&](std::size_t i) {
        const char32_t c = all[i];
        return c >= 0x3041 && c <= 0x309F ? 1 : c >= 0x30A0 && c <= 0x30FF ? 2 : c >= 0x4E00 && c <= 0x9FFF ? 3 : 0;
    };
    for (std::size_t dot = all.find(U'・'); dot != all.npos && dot > 0; dot = all.find(U'・', dot)) {
        std::size_t begin = dot - 1, end = dot;
        while (begin > 0 && all[begin - 1] != U'・' && script(begin - 1) == script(dot - 1)) --begin;
        while (end < all.size() && all[end] == U'・') {
            const std::size_t next = end + 1;
            for (end = next; end < all.size() && all[end] != U'・' && script(end) == script(next);) ++end;
        }
        names.push_back(base::encode(all.substr(begin, end - begin)));
        dot = end;
    }
    typesetter.keep_whole(names);
}

}  // namespace kensho
