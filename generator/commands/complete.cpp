// Replays the words typed so far against the table of options, then offers what may come next.
#include "commands/complete.h"

#include <algorithm>
#include <iostream>

#include "base/message.h"
#include "base/year.h"
#include "commands/editions.h"
#include "commands/known_facts.h"
#include "commands/machine.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "input/shipped.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using base::translated;

namespace {

/// What the words before the last one say.
struct Typed {
    std::vector<std::string> used;    ///< options, by their long names
    const Option* waiting = nullptr;  ///< the option whose value the last word is
    std::size_t words = 0;            ///< words behind the command
    fs::path project;                 ///< as named, or empty
};

class Completion {
   public:
    Completion(const Command& command, const std::vector<std::string>& words)
        : options_(options_of(command)), last_(words.back()) {
        for (std::size_t i = 1; i + 1 < words.size(); ++i) take(words[i]);
        if (const std::size_t sign = last_.find('='); last_.starts_with("--") && sign != std::string::npos) {
            take(last_.substr(0, sign));
            if (typed_.waiting == nullptr) return;
            before_ = last_.substr(0, sign + 1);
            last_ = last_.substr(sign + 1);
        }
    }

    explicit Completion(const std::vector<std::string>& words) : last_(words.back()) {}

    void print() const {
        if (typed_.waiting != nullptr) {
            offer_values(*typed_.waiting);
        } else if (last_.starts_with('-')) {
            offer_options();
        } else if (const Option* option = word(typed_.words)) {
            offer_values(*option);
        }
    }

    void offer(const std::string& word, const std::string& what) const {
        if (word.starts_with(last_)) std::cout << before_ << word << "\t" << what.substr(0, what.find('\n')) << "\n";
    }

   private:
    void take(const std::string& text) {
        if (typed_.waiting != nullptr) {
            take_value(*typed_.waiting, text);
            typed_.waiting = nullptr;
        } else if (const std::size_t sign = text.find('='); text.starts_with("--") && sign != std::string::npos) {
            take(text.substr(0, sign));
            if (typed_.waiting != nullptr) take(text.substr(sign + 1));
        } else if (text.starts_with('-')) {
            for (const Option& option : options_) {
                const std::vector<std::string> names = names_of(option);
                if (std::find(names.begin(), names.end(), text) == names.end()) continue;
                if (!may_repeat(option)) typed_.used.push_back(long_name(option));
                if (!is_flag(option)) typed_.waiting = &option;
            }
        } else if (const Option* option = word(typed_.words)) {
            take_value(*option, text);
            ++typed_.words;
        }
    }

    void take_value(const Option& option, const std::string& text) {
        if (long_name(option) == "project" || long_name(option) == "--project") typed_.project = text;
    }

    /// The option that the n-th word behind the command goes to; the last one may take many.
    const Option* word(std::size_t number) const {
        const Option* last = nullptr;
        for (const Option& option : options_) {
            if (!is_word(option)) continue;
            if (number-- == 0) return &option;
            last = &option;
        }
        return last != nullptr && may_repeat(*last) ? last : nullptr;
    }

    void offer_options() const {
        for (const Option& option : options_) {
            const std::string name = long_name(option);
            const bool used = std::find(typed_.used.begin(), typed_.used.end(), name) != typed_.used.end();
            if (!is_word(option) && !used) offer(name, translated(option.what.c_str()));
        }
        offer("--help", translated("print this help"));
    }

    void offer_values(const Option& option) const {
        for (const std::string& choice : option.choices) offer(choice, "");
        if (option.choices.empty()) offer_known(option);
    }

    void offer_known(const Option& option) const {
        switch (option.offer) {
            case Offer::folder: std::cout << ":folders\n"; return;
            case Offer::fact: return offer_facts();
            case Offer::volume: return offer_volumes();
            case Offer::policy:
                for (const std::string& name : input::policy_names(here(), find_home())) offer(name, "");
                return;
            case Offer::template_name:
                for (const std::string& name : input::template_names(here(), find_home())) offer(name, "");
                return;
            case Offer::edition:
                for (const std::string& name : edition_names(project())) offer(name, "");
                return;
            case Offer::nothing: break;
        }
        if (is_path(option) || (may_repeat(option) && is_word(option))) std::cout << ":files\n";
    }

    /// The project where there is one; names of what is shipped are known without.
    fs::path here() const { return typed_.project.empty() && !stands_in_project() ? fs::path(".") : project(); }

    fs::path project() const { return project_folder(typed_.project); }

    kensho::Request request() const {
        kensho::Request request;
        request.project = project();
        request.home.root = find_home();
        request.draft = true;
        return request;
    }

    /// Everything --explain knows, with the years that have a value behind @.
    void offer_facts() const {
        kensho::Run run;
        kensho::read_and_evaluate(request(), run, no_progress);
        if (run.assessment == nullptr) return;
        for (const evaluate::IndicatorAssessment& assessed : run.assessment->indicators) {
            const input::Indicator& indicator = *assessed.indicator;
            offer(indicator.id, indicator.name);
            if (!last_.starts_with(indicator.id + "@")) continue;
            for (const evaluate::Result& result : assessed.results) {
                if (result.actual == nullptr) continue;
                offer(indicator.id + "@" + base::short_year(run.inputs->eras, result.year), indicator.name);
            }
        }
        for (const input::Goal& goal : run.inputs->strategy.goals) {
            offer("goal." + std::to_string(goal.number), goal.title);
        }
        offer("overall", say("all goals together"));
        if (last_.find('.') == std::string::npos) return;  // the facts of a subject once it stands there
        for (const KnownFact& fact : known_facts(*run.assessment)) offer(fact.address, fact.what);
    }

    void offer_volumes() const {
        kensho::Run run;
        const kensho::Request asked = request();
        run.inputs = input::read_project(asked.project, asked.home, {}, run.sources, run.diagnostics);
        for (const input::Output& output : run.inputs->outputs) offer(output.volume, output.file);
    }

    std::vector<Option> options_;
    std::string before_;  ///< `--option=` in front of the value that is being typed
    std::string last_;
    Typed typed_;
};

}  // namespace

int complete(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    if (words.empty()) return done;
    try {
        if (const Command* command = words.size() > 1 ? find(commands, words[0]) : nullptr) {
            Completion(*command, words).print();
        } else if (words.size() == 1) {
            const Completion names(words);
            for (const Command& each : commands) names.offer(each.name, translated(each.what.c_str()));
            names.offer("--help", translated("print this help"));
            names.offer("--version", translated("print the version, and those of the libraries"));
        }
    } catch (const std::exception&) {  // no project here, or one that cannot be read: the command itself will say so
    }
    return done;
}

}  // namespace commands
