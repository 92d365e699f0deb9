// A table from errno to words of our own, since the system's are English or question marks.
#include "base/reason.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/message.h"

namespace base {

namespace {

struct Reason {
    int error;
    const char* words;
};

/// The system's own words are English and, in the locale that kensho needs for Japanese, question marks.
constexpr std::array reasons = {
    Reason{EACCES, to_translate("no permission")},
    Reason{EPERM, to_translate("this is not allowed")},
    Reason{ENOENT, to_translate("there is no such file or folder")},
    Reason{ENOTDIR, to_translate("a part of its path is a file, not a folder")},
    Reason{EISDIR, to_translate("it is a folder, not a file")},
    Reason{ENOSPC, to_translate("the disk is full")},
    Reason{EDQUOT, to_translate("your share of the disk is used up")},
    Reason{EFBIG, to_translate("the file would be larger than is allowed")},
    Reason{EROFS, to_translate("the disk is read-only")},
    Reason{EIO, to_translate("the disk reports a fault")},
    Reason{ENXIO, to_translate("the device is not there")},
    Reason{EBUSY, to_translate("it is in use")},
    Reason{ETXTBSY, to_translate("it is in use")},
    Reason{EEXIST, to_translate("it is there already")},
    Reason{ENOTEMPTY, to_translate("the folder is not empty")},
    Reason{ENAMETOOLONG, to_translate("its name is too long")},
    Reason{ELOOP, to_translate("its symbolic links lead in a circle")},
    Reason{EXDEV, to_translate("it lies on another disk")},
    Reason{EMLINK, to_translate("it has too many links")},
    Reason{EMFILE, to_translate("too many files are open")},
    Reason{ENFILE, to_translate("too many files are open")},
    Reason{ENOMEM, to_translate("there is not enough memory")},
    Reason{EAGAIN, to_translate("the machine has no room for it at the moment")},
    Reason{ESTALE, to_translate("the share it lies on has changed; open the folder again")},
    Reason{ETIMEDOUT, to_translate("the share it lies on does not answer")},
    Reason{EHOSTDOWN, to_translate("the share it lies on does not answer")},
    Reason{ENOTCONN, to_translate("the share it lies on does not answer")},
    Reason{EINVAL, to_translate("it is not of a kind that can be used here")},
    Reason{EILSEQ, to_translate("its name is not valid text")},
    Reason{EINTR, to_translate("it was interrupted")},
    Reason{EADDRINUSE, to_translate("it is in use")},
    Reason{EADDRNOTAVAIL, to_translate("it is no address of this machine")},
    Reason{EPIPE, to_translate("the program that reads it has ended")},
};

}  // namespace

std::string reason(int error) {
    const auto found = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.error == error; });
    return found == reasons.end() ? say("error {} of the system", error) : std::string(translated(found->words));
}

}  // namespace base
