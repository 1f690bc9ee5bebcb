// PCRE2 builds its function names from the code unit width by macros, which Swift cannot see: one
// wrapper for each function that the project calls.
#ifndef COUNTERPART_CPCRE2_SHIM_H
#define COUNTERPART_CPCRE2_SHIM_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

typedef struct pcre2_real_code_8 cpcre2_code;
typedef struct pcre2_real_match_data_8 cpcre2_match_data;
typedef struct pcre2_real_match_context_8 cpcre2_match_context;
typedef struct pcre2_real_compile_context_8 cpcre2_compile_context;

static inline cpcre2_code *cpcre2_compile(const uint8_t *pattern, size_t length, uint32_t options,
                                          int *error, size_t *offset) {
  return pcre2_compile_8(pattern, length, options, error, offset, 0);
}
static inline int cpcre2_jit_compile(cpcre2_code *code) { return pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE); }
static inline void cpcre2_code_free(cpcre2_code *code) { pcre2_code_free_8(code); }
static inline cpcre2_match_data *cpcre2_match_data_create(cpcre2_code *code) {
  return pcre2_match_data_create_from_pattern_8(code, 0);
}
static inline void cpcre2_match_data_free(cpcre2_match_data *data) { pcre2_match_data_free_8(data); }
static inline cpcre2_match_context *cpcre2_match_context_create(uint32_t heap_limit) {
  cpcre2_match_context *context = pcre2_match_context_create_8(0);
  if (context) pcre2_set_heap_limit_8(context, heap_limit);
  return context;
}
static inline void cpcre2_set_limit(cpcre2_match_context *context, uint32_t limit) {
  pcre2_set_match_limit_8(context, limit);
  pcre2_set_depth_limit_8(context, limit);
}
static inline void cpcre2_match_context_free(cpcre2_match_context *context) { pcre2_match_context_free_8(context); }
static inline int cpcre2_match(const cpcre2_code *code, const uint8_t *subject, size_t length, uint32_t options,
                               cpcre2_match_data *data, cpcre2_match_context *context) {
  return pcre2_match_8(code, subject, length, 0, options, data, context);
}
// Where a group starts (2 * group) or ends (2 * group + 1); PCRE2_UNSET when it found nothing.
static inline size_t cpcre2_offset(cpcre2_match_data *data, uint32_t place) {
  return place < 2 * pcre2_get_ovector_count_8(data) ? pcre2_get_ovector_pointer_8(data)[place] : PCRE2_UNSET;
}
static inline int cpcre2_error_message(int code, uint8_t *buffer, size_t length) {
  return pcre2_get_error_message_8(code, buffer, length);
}

#endif
