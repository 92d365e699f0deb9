// One place through which every doubt goes: it knows what the author has silenced, and which of that was in vain.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "check/doubt_names.h"
#include "input/inputs.h"

namespace check {

class Doubts {
   public:
    Doubts(const input::Inputs& inputs, About about, base::Diagnostics& diagnostics)
        : inputs_(inputs), about_(about), diagnostics_(diagnostics) {}

    /// A doubt about a value, silenced at the value; the hint says how.
    void about(std::string_view name, const input::Figure& figure, std::string message);
    /// The same with a hint of its own.
    void about(std::string_view name, const input::Figure& figure, std::string message, std::string hint);
    /// A doubt at any place, silenced by `silenced`, which is what stands nearest to it.
    void at(std::string_view name, base::Span place, const std::vector<input::Silence>& silenced, std::string message,
            std::string hint);
    /// The same as a fault: nothing is made until it is silenced or mended.
    void fault(std::string_view name, base::Span place, const std::vector<input::Silence>& silenced,
               std::string message, std::string hint);
    /// A doubt about a passage of prose, silenced in the narrative's `silence:` by words of `sentence`.
    void in_text(std::string_view name, base::Span place, std::string_view sentence, std::string message,
                 std::string hint);
    /// Whether a doubt that another room raised is silenced: in kensho.yaml by its name, or in the narrative's
    /// `silence:` by words of its line or of its message.
    bool is_silenced(const base::Diagnostic& doubt, const base::Sources& sources);
    /// The silences that others have needed.
    void take_uses(const Doubts& others) { used_.insert(others.used_.begin(), others.used_.end()); }
    /// Names the silences that silenced nothing, and those that no doubt has the name of. Called once, when every
    /// doubt has been raised.
    void finish();

    const input::Inputs& inputs() const { return inputs_; }
    base::Diagnostics& diagnostics() { return diagnostics_; }

   private:
    bool silenced(std::string_view name, const std::vector<input::Silence>& silenced);
    bool silenced_in_text(std::string_view name, std::string_view text);
    template <typename Use>
    void for_each_silence(Use use) const;

    const input::Inputs& inputs_;
    About about_;
    base::Diagnostics& diagnostics_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> used_;  ///< file and offset of the silences that were needed
};

/// A number as it is typed, for messages: 18,405, -1.6.
std::string shown(const base::Decimal& number);
inline std::string shown(const input::Figure& figure) { return shown(*figure.amount); }

}  // namespace check
