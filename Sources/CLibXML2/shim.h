// What the project uses of libxml2. xmlFree is a macro over a function pointer, which Swift cannot
// call, and the error handler's parameter is const in some versions (2.12 and later) and not in others.
#ifndef COUNTERPART_CLIBXML2_SHIM_H
#define COUNTERPART_CLIBXML2_SHIM_H

// Where libxml2 is built with ICU its headers have ICU's in them, whose types Foundation has as well, otherwise:
// who imports both could not be compiled. Nothing here touches what ICU adds to libxml2's structures.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
#include <string.h>

static inline void clx_free(void *pointer) { xmlFree(pointer); }

// What a parser hands to each of its callbacks: the text that is left to read, whoever listens, and
// the first error.
typedef struct clx_listener {
  void *receiver;
  const char *rest;
  size_t rest_count;
  xmlParserCtxtPtr parser;
  int is_overloaded;
  int error_code;
  int error_line;
  int error_column;
  char error_message[512];
} clx_listener;

#if LIBXML_VERSION >= 21200
typedef const xmlError *clx_error;
#else
typedef xmlErrorPtr clx_error;
#endif

// Keeps the first error. Namespaces that are no URIs are a matter of taste, unlike unbound prefixes.
static inline void clx_note_error(void *data, clx_error error) {
  clx_listener *listener = (clx_listener *)data;
  if (!listener || !error || error->level < XML_ERR_ERROR || listener->error_code) return;
  if (error->domain == XML_FROM_NAMESPACE && error->code < XML_NS_ERR_XML_NAMESPACE) return;
  listener->error_code = error->code;
  listener->error_line = error->line;
  listener->error_column = error->int2;
  if (error->message) {
    strncpy(listener->error_message, error->message, sizeof listener->error_message - 1);
  }
}

static inline const char *clx_error_message(const clx_listener *listener) {
  return listener->error_message;
}

// Before 2.12 each attribute of a tag is compared with all before it: whoever sends a tag with a
// million of them must not get to its end.
static inline int clx_is_overloaded(xmlParserCtxtPtr parser) {
#if LIBXML_VERSION < 21200
  return parser->maxatts > 16 * 1024 || parser->nsNr > 8 * 1024;
#else
  (void)parser;
  return 0;
#endif
}

static inline int clx_read(void *data, char *buffer, int count) {
  clx_listener *listener = (clx_listener *)data;
  if (count <= 0) return 0;
  if (clx_is_overloaded(listener->parser)) {
    listener->is_overloaded = 1;
    return -1;
  }
  size_t length = (size_t)count < listener->rest_count ? (size_t)count : listener->rest_count;
  memcpy(buffer, listener->rest, length);
  listener->rest += length;
  listener->rest_count -= length;
  return (int)length;
}

// Parses a text with the given callbacks; nothing but them is asked for entities or files.
// Returns whether the text is well-formed.
static inline int clx_parse(clx_listener *listener, const xmlSAXHandler *callbacks, int options) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return 0;
  *parser->sax = *callbacks;
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->serror = clx_note_error;
  parser->userData = listener;
  listener->parser = parser;
  xmlDocPtr document = xmlCtxtReadIO(parser, clx_read, 0, listener, 0, 0, options);
  int is_well_formed = parser->wellFormed;
  if (document) xmlFreeDoc(document);
  listener->parser = 0;
  xmlFreeParserCtxt(parser);
  return is_well_formed;
}

static inline void clx_stop(clx_listener *listener) { xmlStopParser(listener->parser); }
static inline int clx_line(const clx_listener *listener) { return xmlSAX2GetLineNumber(listener->parser); }
static inline int clx_column(const clx_listener *listener) {
  return xmlSAX2GetColumnNumber(listener->parser);
}
static inline size_t clx_length(const xmlChar *text) { return text ? strlen((const char *)text) : 0; }

#endif
