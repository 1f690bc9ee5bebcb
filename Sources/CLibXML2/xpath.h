// XPath: what Swift cannot call, and what must not print to standard error.
#ifndef COUNTERPART_CLIBXML2_XPATH_H
#define COUNTERPART_CLIBXML2_XPATH_H

#include "shim.h"
#include <stdint.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

typedef struct clx_xpath_problem {
  char message[256];
} clx_xpath_problem;

static inline const char *clx_xpath_message(const clx_xpath_problem *problem) { return problem->message; }

static inline void clx_xpath_note(void *data, clx_error error) {
  clx_xpath_problem *problem = (clx_xpath_problem *)data;
  if (!problem || !error || !error->message || problem->message[0]) return;
  strncpy(problem->message, error->message, sizeof problem->message - 1);
}

static inline void clx_xpath_ignore(void *data, clx_error error) {
  (void)data;
  (void)error;
}

static inline xmlXPathCompExprPtr clx_xpath_compile(const char *text, clx_xpath_problem *problem) {
  xmlXPathContextPtr context = xmlXPathNewContext(0);
  if (!context) return 0;
  context->userData = problem;
  context->error = clx_xpath_note;
  xmlXPathCompExprPtr compiled = xmlXPathCtxtCompile(context, (const xmlChar *)text);
  xmlXPathFreeContext(context);
  return compiled;
}

// Parses without asking for anything from outside, and without substituting entities.
static inline xmlDocPtr clx_xpath_document(const uint8_t *bytes, size_t count) {
  return xmlReadMemory((const char *)bytes, (int)count, 0, 0,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
}

static inline void clx_xpath_limit(xmlXPathContextPtr context, unsigned long limit) {
  context->opLimit = limit;
  context->error = clx_xpath_ignore;
}

static inline void clx_xpath_register_root_namespaces(xmlXPathContextPtr context, xmlDocPtr document) {
  xmlNodePtr root = xmlDocGetRootElement(document);
  for (xmlNsPtr space = root ? root->nsDef : 0; space; space = space->next) {
    if (space->prefix) xmlXPathRegisterNs(context, space->prefix, space->href);
  }
}

// The XML of an element, the value of any other node; the caller frees it.
static inline xmlChar *clx_xpath_text(xmlDocPtr document, xmlNodePtr node) {
  if (node->type != XML_ELEMENT_NODE) return xmlXPathCastNodeToString(node);
  xmlBufferPtr buffer = xmlBufferCreate();
  if (!buffer) return 0;
  xmlNodeDump(buffer, document, node, 0, 0);
  xmlChar *text = xmlBufferDetach(buffer);
  xmlBufferFree(buffer);
  return text;
}

#endif
