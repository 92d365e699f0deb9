// The looks that a volume asks for: by their names, or with keys that are written on the spot.
#pragma once

#include <utility>

#include "compose/composer.h"

namespace compose {

/// What a `style` says: names, or {like: names, and keys beside}. Keys alone change what the look would be otherwise.
template <typename T>
T look_of(Composer& composer, Looks<T>& looks, const base::Value& style, T otherwise, const char* unknown) {
    const base::Value* named = style.is_map() ? style.find("like") : &style;
    if (named != nullptr) {
        const AskedLook asked{plain_text(composer, *named), named->span, named};
        const T* found = find_look(composer.styles, looks, asked, unknown, composer.diagnostics);
        if (found != nullptr) otherwise = *found;
    }
    if (style.is_map()) add_keys(composer.styles, style, otherwise, composer.diagnostics);
    return otherwise;
}

/// While it lives, paragraphs that say no look have this one, if it says what text it is of.
class Around {
   public:
    Around(Composer& composer, const ParagraphLook& look) : composer_(composer), before_(composer.around) {
        if (look.text != nullptr && look.text != composer.styles.plain.text) composer.around = &look;
    }
    Around(const Around&) = delete;
    Around& operator=(const Around&) = delete;
    ~Around() { composer_.around = before_; }

   private:
    Composer& composer_;
    const ParagraphLook* before_;
};

}  // namespace compose
