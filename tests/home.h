// Where the source tree is.
#pragma once

/// Set in main.cpp alone, so that no other object depends on the folder it was built in.
extern const char* const KENSHO_HOME;
