// The folder in which an exchange is prepared and recorded, and the steps of the exchange itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/file.h"

namespace base {

/// One file of the set.
struct Exchanged {
    std::string path;      ///< below the folder, without symbolic links
    bool existed = false;  ///< there is an old one
};

/// A private folder `.kensho-XXXXXX` in the folder of the set. It holds the new files as new-0, new-1 …, the old ones
/// that were replaced as old-0 …, and once all new ones are on the disk the record. Of each file the names that exist
/// tell how far its exchange has come, so that it may be carried on in either direction from any point:
///
///     new, target?      not begun          new, old, target?      the old one is kept
///     target, old?      exchanged
class Stage {
   public:
    /// A new and empty one. Throws FileError.
    Stage(int folder, std::filesystem::path folder_path);
    /// The one that a run before has left.
    Stage(int folder, std::filesystem::path folder_path, std::string name);

    /// Writes a new file and flushes it; it gets mode and owner of the one that it replaces.
    void add(const OutputFile& file, const Exchanged& exchanged);
    /// From here on the set is new.
    void record();
    /// Reads what a run before has recorded; false when it did not come so far.
    bool read_record();
    /// Puts every file in place; takes all back and throws when one cannot be.
    void finish();
    /// Goes on in the direction in which the run before was going.
    void carry_on();
    /// Takes the stage away, with the old files in it. What cannot be taken away is left to the next run.
    void remove();

   private:
    bool holds(int folder, const std::string& name) const;
    void put(std::size_t index);
    void take_back(std::size_t index);
    void undo();
    void flush_folders() const;
    [[noreturn]] void cannot_write(const std::string& path, int error) const;

    int folder_;
    std::filesystem::path folder_path_;
    std::string name_;
    Descriptor stage_;
    std::vector<Exchanged> files_;
    bool backwards_ = false;
};

/// The names of stages in a folder, sorted. Throws FileError when it cannot be read.
std::vector<std::string> stages_in(int folder, const std::filesystem::path& folder_path);

}  // namespace base
