// XMP is written by hand, with the same values as the dictionary, and the schema of PDF/UA described for PDF/A.
#include "pdf/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/markup.h"
#include "pdf/syntax.h"

namespace pdf {
namespace {

constexpr std::string_view producer = "kensho";

// PDF/A allows properties beyond XMP's own only with their schema described (ISO 19005-2, 6.6.2.3).
constexpr std::string_view extension_schema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

/// One element with text, or with a container of one item; nothing when the text is empty.
std::string element(std::string_view name, const std::string& text) {
    return text.empty() ? "" : fmt::format("<{0}>{1}</{0}>\n", name, base::escaped_markup(text));
}

std::string listed(std::string_view name, std::string_view container, const std::string& text) {
    if (text.empty()) return "";
    return fmt::format("<{0}><rdf:{1}><rdf:li>{2}</rdf:li></rdf:{1}></{0}>\n", name, container,
                       base::escaped_markup(text));
}

std::string in_languages(std::string_view name, const std::string& text, const std::string& language) {
    if (text.empty()) return "";
    return fmt::format(
        "<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li><rdf:li "
        "xml:lang=\"{2}\">{1}</rdf:li></rdf:Alt></{0}>\n",
        name, base::escaped_markup(text), base::escaped_markup(language));
}

/// 2024-09-01T00:00:00Z: a day has no hour, and midnight of Greenwich is the same day in Japan.
std::string xmp_date(const std::string& iso_date) { return iso_date.empty() ? "" : iso_date + "T00:00:00Z"; }

}  // namespace

std::string pdf_date(const std::string& iso_date) {
    if (iso_date.empty()) return "";
    std::string digits = iso_date;
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    return "D:" + digits + "000000Z";
}

std::string information(const base::Metadata& metadata) {
    const std::string date = pdf_date(metadata.created);
    std::string out;
    const auto add = [&out](const char* key, const std::string& value) {
        if (!value.empty()) out += key + text_string(value);
    };
    add("/Title", metadata.title);
    add("/Author", metadata.author);
    add("/Subject", metadata.subject);
    add("/Keywords", metadata.keywords);
    add("/Creator", std::string(producer));
    add("/Producer", std::string(producer));
    add("/CreationDate", date);
    add("/ModDate", date);
    add("/SourceDigest", metadata.digest);
    return out;
}

std::string xmp(const base::Metadata& metadata, int part) {
    const std::string date = xmp_date(metadata.created);
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
        "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n";
    out += element("pdfaid:part", std::to_string(part)) + element("pdfaid:conformance", "A");
    out += element("pdfuaid:part", "1");
    out += element("dc:format", "application/pdf");
    out += in_languages("dc:title", metadata.title, metadata.language);
    out += listed("dc:creator", "Seq", metadata.author);
    out += in_languages("dc:description", metadata.subject, metadata.language);
    out += listed("dc:language", "Bag", metadata.language);
    out += element("dc:identifier", metadata.digest);
    out += element("pdf:Keywords", metadata.keywords);
    out += element("pdf:Producer", std::string(producer));
    out += element("xmp:CreatorTool", std::string(producer));
    out += element("xmp:CreateDate", date) + element("xmp:ModifyDate", date) + element("xmp:MetadataDate", date);
    out += "</rdf:Description>\n";
    out += extension_schema;
    return out + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

}  // namespace pdf
