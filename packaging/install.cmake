# What `cmake --install` puts where, and the .deb that cpack makes of it. scripts/package.sh does both.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # the tests are not built to install the program
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)

# The program finds PREFIX/share/kensho and PREFIX/share/locale from its own place (commands/machine.cpp). The samples
# lie there as they lie here, so that their editor schemas resolve.
set(home ${CMAKE_INSTALL_DATADIR}/kensho)
install(TARGETS kensho)
install(DIRECTORY config/policies config/schema config/volumes DESTINATION ${home}/config)
install(FILES config/eras.yaml config/typesetting.yaml config/workbook.yaml DESTINATION ${home}/config)
install(DIRECTORY templates samples fonts DESTINATION ${home})
install(FILES ${catalogue} DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/ja/LC_MESSAGES)
install(DIRECTORY ${manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR} FILES_MATCHING PATTERN "*.1")
install(FILES packaging/completion/kensho.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME kensho)
install(FILES packaging/completion/_kensho DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES packaging/completion/kensho.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_BINARY_DIR}/kensho.spdx.json packaging/components.txt DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME changelog)
install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Read from the one list of packages: what the linker cannot know.
file(STRINGS scripts/packages.txt lines)
set(run_packages)
set(reading OFF)
foreach(line ${lines})
  if(line MATCHES "^#")
    string(FIND "${line}" "Run:" reading)
  elseif(reading GREATER -1)
    list(APPEND run_packages ${line})
  endif()
endforeach()
list(JOIN run_packages ", " run_depends)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kensho)
set(CPACK_PACKAGE_CONTACT "kensho maintainers <maintainers@kensho.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "yearly evaluation reports of Japanese municipal strategies")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"kensho turns a city's strategy and its yearly numbers, written in YAML,
into its published report: a tagged Japanese PDF in two volumes with a
digest, an Excel workbook for the council, and tidy tables for machines.
Every figure is typed or computed once; faults are answered at their
place, in Japanese or English.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${run_depends}")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/debian.cmake)
include(CPack)
