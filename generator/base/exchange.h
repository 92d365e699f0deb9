// A set of files put in place as one thing: all new, or all old.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/file.h"

namespace base {

/// Puts sets of files into a folder and the folders below it.
///
/// The promise. The new files are written and flushed to the disk in a folder of their own, `.kensho-` and six letters,
/// that nobody else may enter. Then a record of what is to be exchanged is written; from that moment the set is new:
/// whatever ends the run, a signal, kill or loss of power, the next command on the folder goes on where it stopped.
/// Before that moment the set is old, and the next command takes away what was left. When the file system refuses one
/// of the renames all others are taken back, and FileError says which and why. What can be seen beforehand is: a
/// folder or a device in a file's place, another user's file in a sticky folder, an immutable one, one mounted by
/// itself, one on another disk. Two runs never exchange at once: the second waits, and after ten seconds says so.
///
/// A replaced file keeps its mode, owner and group; access lists, extended attributes and further hard links it does
/// not keep. A symbolic link in a file's place is followed when it stays in the folder, refused otherwise.
///
/// What is not promised: that no reader sees some new and some old files in the moment between two renames; anything
/// on disks that lose what they said they had written; and, on file systems that know no locks on folders (NFS and SMB
/// of some servers), that two machines do not exchange at once.
class Exchange {
   public:
    /// Makes the folder where it is missing, takes its lock, and finishes or takes away what a killed run left.
    /// Throws FileError.
    explicit Exchange(const std::filesystem::path& folder);
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    /// The paths are relative to the folder; missing folders are made. Signals that end a program wait until it is
    /// done. Throws FileError; everything is then as it was.
    void put(const std::vector<OutputFile>& files);

   private:
    std::filesystem::path folder_;
    Descriptor directory_;  ///< carries the lock
};

/// A file that a command has made out of what it read, and what stood in it then; nothing: there was no such file.
struct Rewritten {
    OutputFile file;
    std::optional<std::string> before;
};

/// Puts files of a project back as one exchange, their paths relative to its folder. Where one of them is no longer
/// what was read, somebody has worked on it meanwhile: FileError, and nothing is changed.
void put_back(const std::filesystem::path& folder, const std::vector<Rewritten>& files);

/// Finishes or takes away what a killed run left in the folder, if anything. For every command, before it reads it.
/// Throws FileError when that cannot be done.
void settle(const std::filesystem::path& folder);

}  // namespace base
