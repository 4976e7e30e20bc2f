# How everything of ours is compiled when inputs are tried at random: libFuzzer sees which ways through the code an
# input takes, the sanitizers stop at the first wrong access or undefined operation.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
target_compile_options(doorstroom_options INTERFACE
  -O1 -gline-tables-only -fno-omit-frame-pointer
  -w  # warnings are those of the other presets
  -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
target_link_options(doorstroom_options INTERFACE -fsanitize=address,undefined)
