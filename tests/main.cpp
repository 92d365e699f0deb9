// doctest's main, and the folder of the sources, from which the tests read their files.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "home.h"

const char* const KENSHO_HOME = KENSHO_SOURCE_FOLDER;
