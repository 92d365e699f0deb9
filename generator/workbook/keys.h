// The keys of workbook.yaml, for editors (base/keys.h): the vocabulary's, each with the word the usual workbook has for
// it.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "base/keys.h"
#include "base/value.h"

namespace workbook {

/// Tables made when they are asked for; they live as long as this does.
struct WorkbookKeys {
    std::deque<std::string> texts;
    std::deque<std::vector<base::Key>> keys;
    std::vector<base::Map> maps;
    std::vector<base::Key> forms;

    base::Schema schema() const { return {maps, forms}; }
};

/// `usual` is config/workbook.yaml.
WorkbookKeys workbook_keys(const base::Value& usual);

}  // namespace workbook
