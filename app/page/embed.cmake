# Writes the style sheet and the script of pages as a C++ source.
#   cmake -DSTYLE=FILE.css [-DSCRIPT=FILE.js] -DOUTPUT=FILE.cpp -P embed.cmake
file(READ "${STYLE}" style)
set(script "")
if(SCRIPT)
  file(READ "${SCRIPT}" script)
endif()
set(end ")page_text\"")
foreach(text IN ITEMS style script)
  string(FIND "${${text}}" "${end}" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "The ${text} of pages holds ${end}, which ends its C++ literal")
  endif()
endforeach()
file(WRITE "${OUTPUT}.new" "#include <string_view>

namespace doorstroom::embedded {

extern const std::string_view page_style;
extern const std::string_view page_script;
const std::string_view page_style = R\"page_text(${style})page_text\";
const std::string_view page_script = R\"page_text(${script})page_text\";

}  // namespace doorstroom::embedded
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
