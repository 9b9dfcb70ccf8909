// cpp-httplib, as Debian built it. The only place that includes <httplib.h>.
//
// The library is compiled, and these macros change the layout of its classes: with others than
// those it was built with (pkg-config --cflags cpp-httplib), requests come out as rubbish. All its
// other macros have no effect for us; its setters have.
#pragma once

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#define CPPHTTPLIB_OPENSSL_SUPPORT
#endif
#ifndef CPPHTTPLIB_ZLIB_SUPPORT
#define CPPHTTPLIB_ZLIB_SUPPORT
#endif
#ifndef CPPHTTPLIB_BROTLI_SUPPORT
#define CPPHTTPLIB_BROTLI_SUPPORT
#endif

#include <httplib.h>
