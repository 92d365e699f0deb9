// The walk over all sentences, the doubts of those that contradict the data, and the two lists an officer can ask for.
#include "check/claims.h"

#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "check/doubts.h"
#include "check/entries.h"
#include "check/house_style.h"
#include "check/reader.h"

namespace check {

namespace {

using base::say;

ReadSentence placed(std::vector<Claim> claims, const Passage& passage, const Sentence& sentence,
                    const base::Sources& sources) {
    ReadSentence result;
    result.text = base::encode(sentence.letters);
    result.span = place_of(passage, sentence.from.front(), sentence.to.back(), sources);
    result.claims = std::move(claims);
    std::stable_sort(result.claims.begin(), result.claims.end(),
                     [](const Claim& a, const Claim& b) { return a.begin < b.begin; });
    for (const Claim& claim : result.claims) {
        const std::size_t last = std::max(claim.end, claim.begin + 1) - 1;
        result.places.push_back(place_of(passage, sentence.from[claim.begin], sentence.to[last], sources));
    }
    return result;
}

/// In a project's texts only a sentence that names an indicator is worth the dictionary's time; the others are read as
/// lists.
bool worth_reading(const Passage& passage, const Sentence& sentence, const Lexicon& lexicon) {
    if (passage.project == nullptr) return true;
    for (std::size_t at = 0; at < sentence.letters.size(); ++at) {
        const auto named = lexicon.names.at(sentence.letters, at);
        if (named && named->whole) return true;
    }
    return false;
}

/// What was read as a sentence, with what was read as entries: where both speak of a figure, the one that ties it.
void join(std::vector<Claim>& claims, const std::vector<Claim>& entries) {
    for (const Claim& entry : entries) {
        const auto same = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
            return claim.figure && claim.begin < entry.end && entry.begin < claim.end;
        });
        if (same == claims.end())
            claims.push_back(entry);
        else if (same->verdict == Verdict::left || entry.verdict == Verdict::tied)
            *same = entry;
    }
}

const char* kind_word(ClaimKind kind) {
    switch (kind) {
        case ClaimKind::value: return base::to_translate("value");
        case ClaimKind::rate: return base::to_translate("rate or mean");
        case ClaimKind::change: return base::to_translate("change");
        case ClaimKind::direction: return base::to_translate("direction");
        case ClaimKind::unit: return base::to_translate("unit of a change");
        case ClaimKind::reached: return base::to_translate("target reached");
        case ClaimKind::count: return base::to_translate("count");
        case ClaimKind::threshold: return base::to_translate("threshold");
        case ClaimKind::streak: return base::to_translate("streak or record");
        case ClaimKind::year: return base::to_translate("year");
        case ClaimKind::status: return base::to_translate("status");
        case ClaimKind::rating: return base::to_translate("rating");
        case ClaimKind::sum: return base::to_translate("sum of parts");
        case ClaimKind::itself: return base::to_translate("the sentence's own figures");
        case ClaimKind::reprint: return base::to_translate("the same words elsewhere");
    }
    return "";
}

std::string message(const Claim& claim) {
    if (claim.nothing)
        return say("`{0}` counts nothing, and the words around it were written for another count; {1}", claim.typed,
                   claim.about);
    switch (claim.kind) {
        case ClaimKind::unit:
            return say("`{0}`: a difference of percentages is one of points (ポイント); {1}: {2}", claim.typed,
                       claim.about, claim.truth);
        case ClaimKind::year:
            if (!claim.figure)
                return say("`{0}`: {1} is a figure of the calendar year {2}", claim.typed, claim.about, claim.truth);
            return say("`{0}`: {1} has no such value: {2}", claim.typed, claim.about, claim.truth);
        case ClaimKind::sum: return say("`{0}` does not fit with its parts: {1}", claim.typed, claim.truth);
        case ClaimKind::itself:
            return say("`{0}` does not fit the sentence's own figures: {1}", claim.typed, claim.truth);
        case ClaimKind::reprint:
            return say("`{0}`: the same words stand in the project that this reprints, with {1}", claim.typed,
                       claim.truth);
        default: return say("`{0}` contradicts the data; {1}: {2}", claim.typed, claim.about, claim.truth);
    }
}

std::string hint(const Claim& claim, const base::Sources& sources) {
    const std::string place = sources.file_line(claim.fact);
    std::string text;
    if (!place.empty()) text = say("typed at {}", place);
    if (!claim.address.empty() && claim.figure && !claim.inserted) {
        if (!text.empty()) text += say("; ");
        text += say("{{{}}} always gives the figure in force", claim.address);
    }
    return text;
}

bool is_printed(const Claim& claim) { return claim.verdict == Verdict::tied && claim.figure && !claim.inserted; }

}  // namespace

namespace {

std::vector<ReadSentence> read_claims(const evaluate::Assessment& assessment, const std::vector<Passage>& passages,
                                      const base::Sources& sources, const base::WordSplitter& words) {
    const Lexicon lexicon = lexicon_of(assessment, words);
    const EntryClaims entries = read_entries(lexicon, passages);
    std::vector<ReadSentence> sentences;
    for (const Passage& passage : passages) {
        Reader reader(lexicon, passage);
        for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
            const Sentence& sentence = passage.sentences[s];
            std::vector<Claim> claims;
            if (worth_reading(passage, sentence, lexicon)) claims = reader.read(sentence);
            const auto listed = entries.find({static_cast<std::size_t>(&passage - passages.data()), s});
            if (passage.project != nullptr) {
                // Dates and ordinals, which entries leave out, are no claims of a list.
                std::erase_if(claims,
                              [](const Claim& claim) { return claim.figure && claim.verdict == Verdict::left; });
                if (listed != entries.end()) join(claims, listed->second);
                for (Claim& claim : claims) claim.address.clear();  // texts of the annex are not filled in
            }
            sentences.push_back(placed(std::move(claims), passage, sentence, sources));
        }
    }
    return sentences;
}

/// The sentence as it is read and as it stands in its file: a silence may quote either.
std::string as_written(const ReadSentence& sentence, const base::Sources& sources) {
    if (!sentence.span.known()) return sentence.text;
    return sentence.text + "\n" +
           sources.text(sentence.span.file).substr(sentence.span.begin, sentence.span.end - sentence.span.begin);
}

}  // namespace

Prose read_prose(const evaluate::Assessment& assessment, const base::Sources& sources,
                 const base::WordSplitter& words) {
    const std::vector<Passage> passages = passages_of(assessment);
    Prose prose;
    if (words) prose.sentences = read_claims(assessment, passages, sources, words);
    prose.slips = style_slips(assessment, passages, sources);
    return prose;
}

void doubt_prose(const Prose& prose, const input::Inputs& inputs, const base::Sources& sources,
                 base::Diagnostics& diagnostics) {
    Doubts doubts(inputs, About::sentences, diagnostics);
    for (const StyleSlip& slip : prose.slips) {
        std::string around = slip.text;
        if (slip.span.known()) around += "\n" + std::string(sources.line_at(slip.span));
        doubts.in_text("style-" + std::string(slip.rule), slip.span, around, slip.message, slip.hint);
    }
    for (const ReadSentence& sentence : prose.sentences) {
        for (std::size_t at = 0; at < sentence.claims.size(); ++at) {
            const Claim& claim = sentence.claims[at];
            if (claim.verdict != Verdict::contradicted) continue;
            doubts.in_text("claim", sentence.places[at], as_written(sentence, sources), message(claim),
                           hint(claim, sources));
        }
    }
    // Without a dictionary no sentence was read: then no silence of a claim is in vain.
    if (!prose.sentences.empty()) doubts.finish();
}

std::string claims_report(const std::vector<ReadSentence>& sentences, const base::Sources& sources) {
    std::string out;
    std::size_t tied = 0, contradicted = 0, left = 0, figures = 0, tied_figures = 0, alone = 0;
    for (const ReadSentence& sentence : sentences) {
        if (sentence.claims.empty()) continue;
        out += sources.file_line(sentence.span) + "  " + sentence.text + "\n";
        for (const Claim& claim : sentence.claims) {
            const bool is_tied = claim.verdict == Verdict::tied;
            const bool is_wrong = claim.verdict == Verdict::contradicted;
            ++(is_tied ? tied : is_wrong ? contradicted : left);
            if (claim.figure) {
                ++figures;
                if (claim.verdict != Verdict::left) ++tied_figures;
                if (claim.alone) ++alone;
            }
            const char* verdict = is_tied       ? base::to_translate("tied")
                                  : is_wrong    ? base::to_translate("contradicted")
                                  : claim.alone ? base::to_translate("in this text alone")
                                                : base::to_translate("left alone");
            out += "    " + std::string(base::translated(verdict)) + "  " + base::translated(kind_word(claim.kind)) +
                   "  " + claim.typed;
            if (claim.verdict != Verdict::left)
                out += " ← " + claim.about + (claim.truth.empty() ? "" : ": " + claim.truth);
            out += "\n";
        }
    }
    out += say("{0} claims tied, {1} contradicted, {2} left alone; {3} of {4} figures tied, {5} stand in a text alone",
               tied, contradicted, left, tied_figures, figures, alone) +
           "\n";
    return out;
}

std::string figures_report(const std::vector<ReadSentence>& sentences, const base::Sources& sources) {
    std::string out;
    for (const ReadSentence& sentence : sentences) {
        for (std::size_t at = 0; at < sentence.claims.size(); ++at) {
            const Claim& claim = sentence.claims[at];
            if (!is_printed(claim) || claim.address.empty()) continue;
            const base::Place place = sources.place(sentence.places[at]);
            out += sources.name(sentence.places[at].file) + ":" + std::to_string(place.line) + ":" +
                   std::to_string(place.column) + "  " + claim.typed + "  {" + claim.address + "}\n";
        }
    }
    return out;
}

}  // namespace check
