#pragma once
/// The temporary files in which libxlsxwriter keeps rows until it packs them. The library looks at
/// no error of writing and reading them: on a full disk it would make a spreadsheet that lacks
/// rows, and call it good. So its function that makes such a file is replaced by one whose files
/// remember what the system refused.

#include "models/messages/message.hpp"

namespace doorstroom {

/// From now on nothing has been refused.
void forget_xlsx_failures();

/// What the system refused first since then; empty when nothing was.
LocalizedText xlsx_failure();

}  // namespace doorstroom
