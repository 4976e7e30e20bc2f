# Bundles the scripts of pages; installs the npm packages of the lock file first, when they changed.
#   cmake -DNPM=npm -DOUTPUT=FOLDER -P build_script.cmake
cmake_policy(VERSION 3.25)
set(room ${CMAKE_CURRENT_LIST_DIR})
set(hint "-DDOORSTROOM_PAGES=OFF builds the program without the scripts of its pages, and without npm.")
get_filename_component(output "${OUTPUT}" ABSOLUTE)

# Several build folders may share the packages.
file(LOCK ${room}/node_modules.lock TIMEOUT 600)
if(NOT ${room}/node_modules/.package-lock.json IS_NEWER_THAN ${room}/package-lock.json
   OR NOT EXISTS ${room}/node_modules/.package-lock.json)
  execute_process(COMMAND ${NPM} ci --no-audit --no-fund
    WORKING_DIRECTORY ${room} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(failed)
    message(FATAL_ERROR "npm could not install the packages of app/page:\n${said}\n${hint}")
  endif()
endif()
execute_process(COMMAND ${NPM} run --silent build -- --outdir=${output}
  WORKING_DIRECTORY ${room} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failed)
  message(FATAL_ERROR "The scripts of pages could not be built:\n${said}\n${hint}")
endif()
