#pragma once
/// The list of commands. A new command is a file of its own, NAME_command.cpp, and two lines here.

#include <array>

#include "app/cli/command.hpp"

namespace doorstroom {

Command run_command();
Command rerun_command();
Command check_command();
Command show_command();
Command trace_command();
Command compare_command();
Command sweep_command();
Command seek_command();
Command bottlenecks_command();
Command explain_command();
Command sensitivity_command();
Command choose_command();
Command calibrate_command();
Command report_command();
Command serve_command();
Command plot_command();
Command same_command();
Command export_command();
Command fields_command();
Command kpis_command();
Command schema_command();

/// All commands, in the order in which `doorstroom --help` lists them.
inline constexpr std::array commands{
    run_command,         rerun_command,  check_command,     show_command,        trace_command,
    compare_command,     sweep_command,  seek_command,      bottlenecks_command, explain_command,
    sensitivity_command, choose_command, calibrate_command, report_command,      serve_command,
    plot_command,        same_command,   export_command,    fields_command,      kpis_command,
    schema_command,
};

}  // namespace doorstroom
