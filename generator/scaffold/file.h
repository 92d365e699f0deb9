// A file made for a project, before anything is written.
#pragma once

#include <string>

namespace scaffold {

struct File {
    std::string name;  ///< inside the project folder, with /
    std::string bytes;
};

}  // namespace scaffold
