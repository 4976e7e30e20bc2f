# Writes build_facts.hpp: run at every build, so that the commit is never a stale one. The file keeps
# its date when nothing changed.
cmake_minimum_required(VERSION 3.25)
execute_process(
  COMMAND git describe --always --dirty --abbrev=12 --exclude=*
  WORKING_DIRECTORY ${SOURCE_DIR}
  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT commit)
  set(commit unknown)
endif()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT
"#pragma once
// Written by the build.
namespace doorstroom::build_facts {
inline constexpr const char* version = \"@VERSION@\";
inline constexpr const char* git_commit = \"@commit@\";
inline constexpr const char* libraries = \"@LIBRARIES@\";
}
")
