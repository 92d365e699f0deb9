// The sRGB profile that the colours of the file mean.
#pragma once

#include <string>

namespace pdf {

/// An ICC profile (ICC.1:2004-10, version 4.2) of IEC 61966-2-1: three primaries and one curve by formula. Made here,
/// so that no file of a machine changes the output.
std::string srgb_profile();

}  // namespace pdf
