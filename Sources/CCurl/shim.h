// What the project uses of libcurl.
//
// libcurl is not linked but loaded when it is first used: it brings some thirty libraries along,
// which only a verification needs in memory.
//
// Its setters and getters are variadic, which Swift cannot call: one typed wrapper for each kind of
// argument.
#ifndef COUNTERPART_CCURL_SHIM_H
#define COUNTERPART_CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

// The address of a function of libcurl, or NULL where libcurl cannot be loaded.
static inline void *ccurl_symbol(const char *name) {
  static void *library;
  if (!library) {
#ifdef __APPLE__
    library = dlopen("libcurl.4.dylib", RTLD_NOW | RTLD_LOCAL);
#else
    library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
#endif
  }
  return library ? dlsym(library, name) : NULL;
}

// Calls a function of libcurl by its own type. Only ccurl_global_init may be called before it has
// returned CURLE_OK: from then on every function is there.
#define CCURL_CALL(function) ((__typeof__(&function))ccurl_loaded_##function())
#define CCURL_LOAD(function)                          \
  static inline void *ccurl_loaded_##function(void) { \
    static void *address;                             \
    if (!address) address = ccurl_symbol(#function);  \
    return address;                                   \
  }
CCURL_LOAD(curl_global_init)
CCURL_LOAD(curl_easy_init)
CCURL_LOAD(curl_easy_cleanup)
CCURL_LOAD(curl_easy_reset)
CCURL_LOAD(curl_easy_setopt)
CCURL_LOAD(curl_easy_getinfo)
CCURL_LOAD(curl_easy_strerror)
CCURL_LOAD(curl_multi_init)
CCURL_LOAD(curl_multi_cleanup)
CCURL_LOAD(curl_multi_setopt)
CCURL_LOAD(curl_multi_add_handle)
CCURL_LOAD(curl_multi_remove_handle)
CCURL_LOAD(curl_multi_perform)
CCURL_LOAD(curl_multi_poll)
CCURL_LOAD(curl_multi_info_read)
CCURL_LOAD(curl_multi_strerror)
CCURL_LOAD(curl_slist_append)
CCURL_LOAD(curl_slist_free_all)

static inline CURL *ccurl_easy_init(void) { return CCURL_CALL(curl_easy_init)(); }
static inline void ccurl_easy_cleanup(CURL *h) { CCURL_CALL(curl_easy_cleanup)(h); }
static inline void ccurl_easy_reset(CURL *h) { CCURL_CALL(curl_easy_reset)(h); }
static inline const char *ccurl_easy_strerror(CURLcode code) { return CCURL_CALL(curl_easy_strerror)(code); }
static inline CURLM *ccurl_multi_init(void) { return CCURL_CALL(curl_multi_init)(); }
static inline CURLMcode ccurl_multi_cleanup(CURLM *m) { return CCURL_CALL(curl_multi_cleanup)(m); }
static inline CURLMcode ccurl_multi_add_handle(CURLM *m, CURL *h) { return CCURL_CALL(curl_multi_add_handle)(m, h); }
static inline CURLMcode ccurl_multi_remove_handle(CURLM *m, CURL *h) { return CCURL_CALL(curl_multi_remove_handle)(m, h); }
static inline CURLMcode ccurl_multi_perform(CURLM *m, int *running) { return CCURL_CALL(curl_multi_perform)(m, running); }
static inline CURLMcode ccurl_multi_poll(CURLM *m, struct curl_waitfd *extra, unsigned int count, int milliseconds, int *ready) {
  return CCURL_CALL(curl_multi_poll)(m, extra, count, milliseconds, ready);
}
static inline CURLMsg *ccurl_multi_info_read(CURLM *m, int *left) { return CCURL_CALL(curl_multi_info_read)(m, left); }
static inline const char *ccurl_multi_strerror(CURLMcode code) { return CCURL_CALL(curl_multi_strerror)(code); }
static inline struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text) {
  return CCURL_CALL(curl_slist_append)(list, text);
}
static inline void ccurl_slist_free_all(struct curl_slist *list) { CCURL_CALL(curl_slist_free_all)(list); }

typedef size_t (*ccurl_data_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ccurl_set_long(CURL *h, CURLoption o, long v) { return CCURL_CALL(curl_easy_setopt)(h, o, v); }
static inline CURLcode ccurl_set_offset(CURL *h, CURLoption o, curl_off_t v) { return CCURL_CALL(curl_easy_setopt)(h, o, v); }
static inline CURLcode ccurl_set_string(CURL *h, CURLoption o, const char *v) { return CCURL_CALL(curl_easy_setopt)(h, o, v); }
static inline CURLcode ccurl_set_pointer(CURL *h, CURLoption o, void *v) { return CCURL_CALL(curl_easy_setopt)(h, o, v); }
static inline CURLcode ccurl_set_list(CURL *h, CURLoption o, struct curl_slist *v) { return CCURL_CALL(curl_easy_setopt)(h, o, v); }
static inline CURLcode ccurl_set_callback(CURL *h, CURLoption o, ccurl_data_callback f) { return CCURL_CALL(curl_easy_setopt)(h, o, f); }
static inline CURLcode ccurl_get_long(CURL *h, CURLINFO i, long *v) { return CCURL_CALL(curl_easy_getinfo)(h, i, v); }
static inline CURLcode ccurl_get_offset(CURL *h, CURLINFO i, curl_off_t *v) { return CCURL_CALL(curl_easy_getinfo)(h, i, v); }
static inline CURLcode ccurl_get_string(CURL *h, CURLINFO i, char **v) { return CCURL_CALL(curl_easy_getinfo)(h, i, v); }
static inline CURLMcode ccurl_multi_set_long(CURLM *m, CURLMoption o, long v) { return CCURL_CALL(curl_multi_setopt)(m, o, v); }


// Loads and initialises libcurl with everything it has; call it once in a process.
static inline CURLcode ccurl_global_init(void) {
  if (!ccurl_loaded_curl_global_init()) return CURLE_FAILED_INIT;
  return CCURL_CALL(curl_global_init)(CURL_GLOBAL_DEFAULT);
}

// Lets a handle speak HTTP and HTTPS and nothing else.
static inline CURLcode ccurl_allow_only_http(CURL *h) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return CCURL_CALL(curl_easy_setopt)(h, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return CCURL_CALL(curl_easy_setopt)(h, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// Lets a handle that is stopped while it looks a name up not wait for the resolver's thread
// (a no-op before libcurl 7.87).
static inline CURLcode ccurl_detach_resolver(CURL *h) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return CCURL_CALL(curl_easy_setopt)(h, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)h;
  return CURLE_OK;
#endif
}

// The finished transfer that a message announces, or NULL when it announces something else.
static inline CURL *ccurl_finished(CURLMsg *m, CURLcode *result) {
  if (m->msg != CURLMSG_DONE) return 0;
  *result = m->data.result;
  return m->easy_handle;
}

#endif
