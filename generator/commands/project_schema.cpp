// `allOf` with the shipped schema, then enums, descriptions and snippets from the project's own words.
#include "commands/project_schema.h"

#include "base/json.h"

namespace commands {

namespace {

/// A name out of a list, or the path of a file of one's own.
std::string name_or_path(const std::vector<std::string>& names, const std::string& path) {
    return R"({"anyOf": [{"enum": )" + base::json_list(names) + R"(}, {"type": "string", "pattern": )" +
           base::json_string(path) + "}]}";
}

std::string of_project(const ProjectWords& words) {
    return ",\n  \"properties\": {\n    \"policy\": " + name_or_path(words.policies, R"(\.yaml$)") +
           ",\n    \"template\": " + name_or_path(words.templates, "/") + "\n  }";
}

/// Ids are completed with the name of the indicator, and an id that the strategy does not have is marked.
std::string of_year(const ProjectWords& words) {
    if (words.indicators.empty()) return {};
    std::vector<std::string> ids;
    std::string properties;
    for (const auto& [id, name] : words.indicators) {
        ids.push_back(id);
        properties += properties.empty() ? "\n      " : ",\n      ";
        properties += base::json_string(id) + R"(: {"title": )" + base::json_string(id) + R"(, "description": )" +
                      base::json_string(name) + "}";
    }
    return ",\n  \"properties\": {\"actuals\": {\n    \"propertyNames\": {\"enum\": " + base::json_list(ids) +
           ", \"errorMessage\": \"戦略にない id です\"},\n    \"properties\": {" + properties + "\n    }\n  }}";
}

/// Facts are offered as pieces of text wherever a text stands.
std::string of_narrative(const ProjectWords& words) {
    std::string snippets;
    for (const KnownFact& fact : words.facts) {
        const std::string text = base::json_string("{" + fact.address + "}");
        snippets += snippets.empty() ? "\n      " : ",\n      ";
        snippets.append(R"({"label": )")
            .append(text)
            .append(R"(, "description": )")
            .append(base::json_string(fact.what));
        snippets.append(R"(, "body": )").append(text).append("}");
    }
    return R"(,
  "additionalProperties": {"$ref": "#/$defs/branch"},
  "$defs": {
    "text": {"type": "string", "defaultSnippets": [)" +
           snippets + R"(
    ]},
    "branch": {"anyOf": [
      {"$ref": "#/$defs/text"},
      {"type": "array", "items": {"$ref": "#/$defs/branch"}},
      {"type": "object", "additionalProperties": {"$ref": "#/$defs/branch"}}
    ]}
  })";
}

}  // namespace

const std::vector<std::string>& schema_names() {
    static const std::vector<std::string> names = {"kensho", "strategy", "year",  "narrative", "projects",
                                                   "policy", "template", "style", "workbook"};
    return names;
}

std::string project_schema(const std::string& name, const std::string& base, const ProjectWords& words) {
    std::string more;
    if (name == "kensho") more = of_project(words);
    if (name == "year") more = of_year(words);
    if (name == "narrative") more = of_narrative(words);
    return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"allOf\": [{\"$ref\": " +
           base::json_string(base + name + ".schema.json") + "}]" + more + "\n}\n";
}

}  // namespace commands
