# The test layers.Tests.are_all_found: fails with what tests/counts.cmake.in missed, if anything.
if(FEW)
  string(REPLACE ";" "\n  " few "${FEW}")
  message(FATAL_ERROR "tests are missing:\n  ${few}")
endif()
