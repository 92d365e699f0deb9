// A silence is known by where it stands; those that no doubt has used at the end are doubted themselves.
#include "check/doubts.h"

#include <algorithm>

#include "base/message.h"
#include "base/number_style.h"
#include "base/value.h"
#include "check/activities.h"

namespace check {

using base::say;
using input::Silence;

namespace {

std::pair<std::uint32_t, std::uint32_t> key(base::Span span) { return {span.file, span.begin}; }

void use_target(const input::Target& target, const auto& use) {
    if (target.original) use(target.original->beside->silenced);
    for (const input::RevisedTarget& revision : target.revised) use(revision.figure.beside->silenced);
}

}  // namespace

std::string shown(const base::Decimal& number) { return base::to_text(number, {.minus = "-"}); }

/// Every silence of the project with the names beside it.
template <typename Use>
void Doubts::for_each_silence(Use use) const {
    const auto all = [&](const std::vector<Silence>& list) {
        for (const Silence& silence : list) use(silence);
    };
    all(inputs_.silenced);
    for (const input::ProseSilence& silence : inputs_.prose_silenced) use(silence.silence);
    for (const input::Indicator& indicator : inputs_.strategy.indicators) {
        if (!indicator.reprint_of.empty()) continue;  // a copy of its original
        all(indicator.silenced);
        if (indicator.baseline) all(indicator.baseline->beside->silenced);
        for (const auto& [year, target] : indicator.targets) use_target(target, all);
        for (const auto& [year, figure] : indicator.actuals) all(figure.beside->silenced);
    }
    for_each_activity(inputs_, [&](const input::ActivityIndicator& activity) {
        all(activity.silenced);
        for (const auto& [year, figure] : activity.actuals) all(figure.beside->silenced);
    });
}

bool Doubts::silenced(std::string_view name, const std::vector<Silence>& silenced) {
    const auto found = std::find_if(silenced.begin(), silenced.end(), [&](const auto& s) { return s.name == name; });
    if (found != silenced.end()) used_.insert(key(found->span));
    return found != silenced.end();
}

void Doubts::about(std::string_view name, const input::Figure& figure, std::string message) {
    const std::string hint = figure.long_form
                                 ? say("if it is right, write beside the value: silence: {{{}: the reason}}", name)
                                 : say("if it is right, write {{value: \"{0}\", silence: {{{1}: the reason}}}}",
                                       figure.amount ? shown(figure) : figure.words, name);
    about(name, figure, std::move(message), hint);
}

void Doubts::about(std::string_view name, const input::Figure& figure, std::string message, std::string hint) {
    at(name, figure.span, figure.beside->silenced, std::move(message), std::move(hint));
}

void Doubts::at(std::string_view name, base::Span place, const std::vector<Silence>& silences, std::string message,
                std::string hint) {
    if (!silenced(name, silences)) diagnostics_.warning(std::string(name), place, std::move(message), std::move(hint));
}

void Doubts::fault(std::string_view name, base::Span place, const std::vector<Silence>& silences, std::string message,
                   std::string hint) {
    if (!silenced(name, silences)) diagnostics_.error(place, std::move(message), std::move(hint));
}

void Doubts::in_text(std::string_view name, base::Span place, std::string_view sentence, std::string message,
                     std::string hint) {
    if (!silenced_in_text(name, sentence))
        diagnostics_.warning(std::string(name), place, std::move(message), std::move(hint));
}

bool Doubts::silenced_in_text(std::string_view name, std::string_view text) {
    bool found = false;
    for (const input::ProseSilence& silence : inputs_.prose_silenced) {
        if (silence.silence.name != name || text.find(silence.text) == std::string_view::npos) continue;
        used_.insert(key(silence.silence.span));
        found = true;
    }
    return found;
}

bool Doubts::is_silenced(const base::Diagnostic& doubt, const base::Sources& sources) {
    const auto& names = doubt_names(about_);
    if (std::find(names.begin(), names.end(), doubt.name) == names.end()) return false;
    std::string around = doubt.message;
    if (doubt.span.known()) around += "\n" + std::string(sources.line_at(doubt.span));
    const bool by_name = silenced(doubt.name, inputs_.silenced);
    return silenced_in_text(doubt.name, around) || by_name;
}

void Doubts::finish() {
    const auto is_one = [](std::string_view name, About about) {
        const auto& names = doubt_names(about);
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for_each_silence([&](const Silence& silence) {
        if (is_one(silence.name, about_)) {
            if (used_.contains(key(silence.span))) return;
            diagnostics_.warning("unused-silence", silence.span,
                                 say("`{}` is silenced here, but there is nothing to silence any more", silence.name),
                                 say("take the silence out"));
        } else if (about_ == About::files && !is_one(silence.name, About::sentences) &&
                   !is_one(silence.name, About::lost)) {
            std::vector<std::string_view> known = doubt_names(About::files);
            for (const About other : {About::sentences, About::lost}) {
                known.insert(known.end(), doubt_names(other).begin(), doubt_names(other).end());
            }
            base::report_unknown("there is no doubt `{}`", silence.name, silence.span, known, diagnostics_);
        }
    });
}

}  // namespace check
