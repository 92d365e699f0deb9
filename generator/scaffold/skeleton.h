// The files of a new project that are not numbers: kensho.yaml, texts, projects and a page that says how to go on.
#pragma once

#include <string>

#include "scaffold/begin.h"

namespace scaffold {

std::string kensho_yaml(const Beginning& wishes, const base::Eras& eras);
/// Every text the template asks for, empty.
std::string narrative_yaml(const Beginning& wishes, const base::Eras& eras);
/// The projects of goal `index`: one example.
std::string projects_yaml(const Beginning& wishes, std::size_t index, const base::Eras& eras);
std::string readme(const Beginning& wishes, const base::Eras& eras);

}  // namespace scaffold
