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

std::vector<std::string> ids_of(const std::vector<NamedId>& known) {
    std::vector<std::string> ids;
    ids.reserve(known.size());
    for (const auto& [id, name] : known) ids.push_back(id);
    return ids;
}

/// An id out of a list. `elsewhere` says that the ids stand in other files, so that one which is not there is marked;
/// in the file itself one may have been typed since the schema was written.
std::string id_out_of(const std::vector<NamedId>& known, bool elsewhere) {
    if (known.empty()) return "{}";
    std::vector<std::string> names;
    names.reserve(known.size());
    for (const auto& [id, name] : known) names.push_back(name);
    const std::string list =
        "\"enum\": " + base::json_list(ids_of(known)) + ", \"enumDescriptions\": " + base::json_list(names);
    if (elsewhere) return "{" + list + ", \"errorMessage\": \"戦略や別冊にない id です\"}";
    return "{\"anyOf\": [{" + list + R"(}, {"type": "string"}]})";
}

/// A list of things under a key: `"goals": {"items": …}`.
std::string items(const std::string& key, const std::string& schema) {
    return base::json_string(key) + R"(: {"items": )" + schema + "}";
}

std::string with(const std::string& properties) { return R"({"properties": {)" + properties + "}}"; }

std::string of_project(const ProjectWords& words) {
    return ",\n  \"properties\": {\n    \"policy\": " + name_or_path(words.policies, R"(\.yaml$)") +
           ",\n    \"template\": " + name_or_path(words.templates, "/") +
           ",\n    \"fields\": {\"additionalProperties\": " + with(items("rate_of", id_out_of(words.fields, false))) +
           "}\n  }";
}

/// What an indicator refers to, wherever one stands.
std::string of_strategy(const ProjectWords& words) {
    const std::string indicator = R"({"$ref": "#/$defs/references"})";
    const std::string initiative = with(items("kpis", indicator));
    const std::string measure = with(items("initiatives", initiative));
    const std::string goal = with(items("headline_targets", indicator) + ", " + items("measures", measure));
    return ",\n  \"properties\": {" + items("goals", goal) + R"(},
  "$defs": {
    "own": )" +
           id_out_of(words.indicators, false) + R"(,
    "activity": )" +
           id_out_of(words.activities, true) + R"(,
    "references": {"properties": {
      "replaced_by": {"$ref": "#/$defs/own"}, "reprint_of": {"$ref": "#/$defs/own"},
      "sum_of": {"items": {"$ref": "#/$defs/activity"}}, "quotient_of": {"items": {"$ref": "#/$defs/activity"}}
    }}
  })";
}

std::string of_projects(const ProjectWords& words) {
    const std::string indicator =
        with("\"kpi\": " + id_out_of(words.indicators, true) + ", \"same_as\": " + id_out_of(words.activities, false));
    const std::string project =
        with("\"reprint_of\": " + id_out_of(words.projects, false) + ", " + items("indicators", indicator));
    const std::string measure = with(items("initiatives", with(items("projects", project))));
    return ",\n  \"properties\": {" + items("measures", measure) + "}";
}

/// Ids are completed with the name of the indicator, and an id that the strategy does not have is marked.
std::string of_year(const ProjectWords& words) {
    if (words.indicators.empty()) return {};
    std::string properties;
    for (const auto& [id, name] : words.indicators) {
        properties += properties.empty() ? "\n      " : ",\n      ";
        properties += base::json_string(id) + R"(: {"title": )" + base::json_string(id) + R"(, "description": )" +
                      base::json_string(name) + "}";
    }
    return ",\n  \"properties\": {\"actuals\": {\n    \"propertyNames\": {\"enum\": " +
           base::json_list(ids_of(words.indicators)) +
           ", \"errorMessage\": \"戦略にない id です\"},\n    \"properties\": {" + properties + "\n    }\n  }}";
}

/// Facts are offered as pieces of text wherever a text stands. Without `anyOf`, which would take the place of what the
/// shipped schema tells on hovering.
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
    const std::string shown = with("\"indicator\": " + id_out_of(words.indicators, true));
    return R"(,
  "properties": {"citizens": {"allOf": [{"$ref": "#/$defs/branch"}, )" +
           with(items("reached", shown) + ", " + items("unreached", shown)) + R"(]}},
  "additionalProperties": {"$ref": "#/$defs/branch"},
  "$defs": {
    "branch": {"type": ["string", "array", "object"],
      "items": {"$ref": "#/$defs/branch"}, "additionalProperties": {"$ref": "#/$defs/branch"}, "defaultSnippets": [)" +
           snippets + R"(
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
    if (name == "strategy") more = of_strategy(words);
    if (name == "projects") more = of_projects(words);
    if (name == "year") more = of_year(words);
    if (name == "narrative") more = of_narrative(words);
    return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"allOf\": [{\"$ref\": " +
           base::json_string(base + name + ".schema.json") + "}]" + more + "\n}\n";
}

}  // namespace commands
