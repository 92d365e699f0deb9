// Each file goes in as a stream with a file specification, said to be the document's source, and dated as it is.
#include "pdf/attachments.h"

#include <fmt/format.h>

#include <map>

#include "pdf/metadata.h"

namespace pdf {
namespace {

Id write_attachment(Objects& objects, const base::Attachment& attachment, const std::string& date) {
    std::string entries =
        fmt::format("/Type/EmbeddedFile/Subtype{}/Params<</Size {}", name(attachment.mime), attachment.bytes.size());
    if (!date.empty()) entries += "/ModDate" + text_string(date);
    const std::string file = reference(objects.add_stream(entries + ">>", attachment.bytes));
    const std::string called = text_string(attachment.name);
    std::string out =
        fmt::format("<</Type/Filespec/F{0}/UF{0}/EF<</F {1}/UF {1}>>/AFRelationship/Source", called, file);
    if (!attachment.description.empty()) out += "/Desc" + text_string(attachment.description);
    return objects.add(out + ">>");
}

}  // namespace

std::optional<Attachments> write_attachments(Objects& objects, const layout::Pages& pages) {
    if (pages.attachments.empty()) return std::nullopt;
    const std::string date = pdf_date(pages.metadata.created);
    std::map<std::string, std::string> names;  // a name tree is sorted
    std::string files;
    for (const base::Attachment& attachment : pages.attachments) {
        const std::string id = reference(write_attachment(objects, attachment, date));
        files += id + " ";
        names.emplace(text_string(attachment.name), id);
    }
    std::string list;
    for (const auto& [called, id] : names) list += called + id + " ";
    return Attachments{"[" + files + "]", "<</Names[" + list + "]>>"};
}

}  // namespace pdf
