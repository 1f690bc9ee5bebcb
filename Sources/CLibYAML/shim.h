// What the project uses of libyaml.
//
// libyaml is not linked but loaded when a YAML file is first read: nothing else needs it in memory.
#ifndef COUNTERPART_CLIBYAML_SHIM_H
#define COUNTERPART_CLIBYAML_SHIM_H

#include <dlfcn.h>
#include <stddef.h>
#include <yaml.h>

// The address of a function of libyaml, or NULL where libyaml cannot be loaded.
static inline void *clibyaml_symbol(const char *name) {
  static void *library;
  if (!library) {
#ifdef __APPLE__
    library = dlopen("libyaml-0.2.dylib", RTLD_NOW | RTLD_LOCAL);
#else
    library = dlopen("libyaml-0.so.2", RTLD_NOW | RTLD_LOCAL);
#endif
  }
  return library ? dlsym(library, name) : NULL;
}

// Calls a function of libyaml by its own type. Only clibyaml_parser_initialize may be called before
// it has returned 1: from then on every function is there.
#define CLIBYAML_CALL(function) ((__typeof__(&function))clibyaml_symbol(#function))

// Returns 1, or 0 where libyaml cannot be loaded or has no memory.
static inline int clibyaml_parser_initialize(yaml_parser_t *parser) {
  if (!clibyaml_symbol("yaml_parser_initialize")) return 0;
  return CLIBYAML_CALL(yaml_parser_initialize)(parser);
}
static inline void clibyaml_parser_delete(yaml_parser_t *parser) {
  CLIBYAML_CALL(yaml_parser_delete)(parser);
}
static inline void clibyaml_parser_set_input(
    yaml_parser_t *parser, const unsigned char *input, size_t size) {
  CLIBYAML_CALL(yaml_parser_set_input_string)(parser, input, size);
}
static inline int clibyaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event) {
  return CLIBYAML_CALL(yaml_parser_parse)(parser, event);
}
static inline void clibyaml_event_delete(yaml_event_t *event) {
  CLIBYAML_CALL(yaml_event_delete)(event);
}

#endif
