// A role is a chain of faces, Latin before Japanese before fallbacks; a family by name is put before all other faces.
#include "text/faces.h"

#include <algorithm>
#include <filesystem>

#include "base/message.h"

namespace text {

namespace {

using base::Fields;
using base::say;
using base::Value;

constexpr std::string_view family_prefix = "family:";

void append_new(std::vector<FaceId>& chain, const std::vector<FaceId>& more) {
    for (FaceId id : more) {
        if (std::find(chain.begin(), chain.end(), id) == chain.end()) chain.push_back(id);
    }
}

}  // namespace

Faces::Faces(const Value& fonts, base::Diagnostics& diagnostics) : diagnostics_(&diagnostics) {
    Fields fields(fonts, diagnostics);
    std::map<std::string, FaceId> known;
    for (const Value::Entry& entry : fields.map("faces")) {
        if (const auto id = declared(entry.value, entry.key)) known[entry.key] = *id;
    }
    for (const Value::Entry& entry : fields.map("roles")) read_role(entry, known);
    if (faces_.empty()) diagnostics.error(fonts.span, say("none of the faces is installed"));
}

Faces::Faces(const Faces& like)
    : diagnostics_(like.diagnostics_),
      faces_(like.infos_.begin(), like.infos_.end()),
      infos_(like.infos_),
      roles_(like.roles_),
      first_role_(like.first_role_) {}

FaceId Faces::add(FaceInfo info) {
    infos_.push_back(info);
    faces_.emplace_back(std::move(info));
    return static_cast<FaceId>(faces_.size() - 1);
}

std::optional<FaceId> Faces::declared(const Value& face, const std::string& name) {
    Fields fields(face, *diagnostics_);
    const std::string file = fields.optional_text("file").value_or("");
    const std::string package = fields.optional_text("package").value_or("");
    const bool own = !file.empty() && package.empty();  // a file of the city's, whose names nobody need know
    const std::string family = own ? fields.optional_text("family").value_or("") : fields.required_text("family");
    const std::string style = fields.optional_text("style").value_or(family.empty() ? "" : "Regular");
    fields.required_text("licence");
    std::optional<FaceInfo> info = file.empty() ? std::nullopt : face_in_file(file, family, style, !own);
    if (own) return own_face(face, info);
    if (!info) info = find_family(family, style);
    if (info) return add(*info);
    diagnostics_->warning("face", face.span, say("the face `{0}` ({1} {2}) is not installed", name, family, style),
                          say("the package {} brings it", package));
    return std::nullopt;
}

/// What a city brings along stands for itself: no installed face takes its place.
std::optional<FaceId> Faces::own_face(const Value& face, const std::optional<FaceInfo>& info) {
    const Value& file = *face.find("file");
    if (!info) {
        diagnostics_->error(
            file.span, say("`{}` is no face that can be used", file.text),
            say("faces are files .ttf, .otf and .ttc; name family and style as the file has them, or not"));
    } else if (!may_be_embedded(*info)) {
        diagnostics_->error(file.span, say("the face `{}` may not be embedded in a PDF", file.text),
                            say("its maker forbids it in the file; ask for another licence, or use another face"));
    } else {
        return add(*info);
    }
    return std::nullopt;
}

void Faces::read_role(const Value::Entry& entry, const std::map<std::string, FaceId>& known) {
    Fields fields(entry.value, *diagnostics_);
    RoleFaces role;
    const auto append = [&](const std::string& name, std::vector<FaceId>& chain) {
        if (const auto found = known.find(name); found != known.end()) append_new(chain, {found->second});
    };
    append(fields.required_text("japanese"), role.japanese);
    for (const Value& item : fields.list("fallback")) append(item.text, role.japanese);
    append(fields.optional_text("latin").value_or(""), role.latin);
    append_new(role.latin, role.japanese);
    if (role.japanese.empty()) {
        diagnostics_->error(entry.key_span, say("the role `{}` has no face that is installed", entry.key));
        return;
    }
    if (first_role_.empty()) first_role_ = entry.key;
    roles_[entry.key] = std::move(role);
}

const RoleFaces& Faces::family_role(const std::string& name) {
    const std::string family = name.substr(family_prefix.size());
    RoleFaces role;
    if (const auto info = find_family(family, "Regular")) role.japanese.push_back(add(*info));
    for (const auto& [known, faces] : roles_) {
        if (!known.starts_with(family_prefix)) append_new(role.japanese, faces.japanese);
    }
    role.latin = role.japanese;
    return roles_[name] = std::move(role);
}

const RoleFaces& Faces::role(const std::string& name) {
    const auto found = roles_.find(name);
    if (found != roles_.end()) return found->second;
    if (name.starts_with(family_prefix)) return family_role(name);
    lacks_role_ = true;
    diagnostics_->error({}, say("no face plays the role `{}`", name));
    return roles_[name] = roles_[first_role_];
}

}  // namespace text
