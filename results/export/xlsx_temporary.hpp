#pragma once
/// What libxlsxwriter does not tell whoever calls it. It keeps rows in temporary files until it
/// packs them, and looks at no error of writing and reading those; where it gets no memory it says
/// so on standard error, and goes on. In both cases it would make a spreadsheet that lacks rows,
/// and call it good. So its function that makes a temporary file is replaced by one whose files
/// remember what the system refused, and what it says is listened to.

#include <cstdio>

#include "models/messages/message.hpp"

namespace doorstroom {

/// From now on nothing has been refused.
void forget_xlsx_failures();

/// What the system refused first since then; empty when nothing was.
LocalizedText xlsx_failure();

/// While an object exists, what the library says on standard error is listened to, and dropped: it
/// speaks to programmers.
class XlsxListener {
 public:
  XlsxListener();
  ~XlsxListener();
  XlsxListener(const XlsxListener&) = delete;
  XlsxListener& operator=(const XlsxListener&) = delete;

 private:
  FILE* shown_;
};

}  // namespace doorstroom
