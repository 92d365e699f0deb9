// HTML as text: letters, addresses and tags.
#pragma once

#include <string>
#include <string_view>

#include "base/length.h"
#include "base/markup.h"

namespace html {

/// Letters as HTML has them, between tags and within double quotes.
inline std::string escaped(std::string_view text) { return base::escaped_markup(text); }

/// ` name="value"`, or nothing where there is no value.
std::string attribute(std::string_view name, std::string_view value);

/// The name of a file as a relative address (RFC 3986); what follows a # stays.
std::string address(std::string_view file);

/// A place or a length in points: 12.5, .5
std::string points(base::Length length);

/// #1f3d5c
std::string hexadecimal(base::Colour colour);

/// The type of a picture of dots: image/png, image/jpeg; empty for anything else.
std::string raster_type(std::string_view bytes);

/// RFC 4648.
std::string base64(std::string_view bytes);

}  // namespace html
