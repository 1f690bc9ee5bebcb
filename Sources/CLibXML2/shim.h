// What the project uses of libxml2. xmlFree is a macro over a function pointer, which Swift cannot
// call.
#ifndef COUNTERPART_CLIBXML2_SHIM_H
#define COUNTERPART_CLIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

static inline void clx_free(void *pointer) { xmlFree(pointer); }

#endif
