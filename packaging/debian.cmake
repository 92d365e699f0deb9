# What Debian's policy asks of a package's files: a change log of the packaging beside that of the program, and long
# texts compressed without a date, so that the same sources make the same package.
set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH, where it is set
file(WRITE ${tree}/doc/kensho/changelog.Debian
"kensho (${CPACK_PACKAGE_VERSION}-1) bookworm; urgency=medium

  * Version ${CPACK_PACKAGE_VERSION}; changelog.gz says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
file(CHMOD ${tree}/doc/kensho/changelog.Debian PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
# lintian takes `libdeflate 1.14` in what --version prints for the mark of a copy of zlib.
file(WRITE ${tree}/lintian/overrides/kensho
"kensho: embedded-library zlib [usr/bin/kensho]
# Made for offices, not for Debian's archive.
kensho: initial-upload-closes-no-bugs *
")
file(CHMOD ${tree}/lintian/overrides/kensho PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(GLOB_RECURSE long_read ${tree}/man/*.1 ${tree}/doc/kensho/changelog*)
execute_process(COMMAND gzip -9n ${long_read} COMMAND_ERROR_IS_FATAL ANY)
