// The one file that is built anew when a version changes.
#include "commands/version.h"

#include "base/message.h"

namespace commands {

std::string version_number() { return KENSHO_VERSION; }

std::string version() { return "kensho " KENSHO_VERSION "\n" + base::say("built with {}", KENSHO_LIBRARIES); }

}  // namespace commands
