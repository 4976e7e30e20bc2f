#pragma once
/// Modules: parts of the program with libraries that few commands need and that take long to load.
/// Each is a file beside the program, or in `../lib/doorstroom`, and is loaded by what needs it.

namespace doorstroom {

/// A function of a module, which stays loaded.
/// @param module    name of its file
/// @param function  its name, without a namespace (`extern "C"`)
/// @return what must be cast to the type of the function
/// @throws RunError if the module cannot be loaded
void* function_of_module(const char* module, const char* function);

}  // namespace doorstroom
