#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

#include <errno.h>
#include <histedit.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

// Swift cannot call variadic functions: el_set, el_wset, el_get and history_w get one function per
// use. Only what both Debian's libedit and the older one of macOS know is used.

/// A function that reads one character: 1 when there is one, 0 at the end, -1 with errno.
typedef int (*ceditline_reader)(EditLine *_Nullable, wchar_t *_Nullable);

/// A function that returns the prompt, which must live until the next call.
typedef wchar_t *_Nullable (*ceditline_prompt)(EditLine *_Nullable);

/// An editing function: the editor, the key that was struck, and a CC_ code as answer.
typedef unsigned char (*ceditline_action)(EditLine *_Nullable, int);

/// el_set EL_EDITOR is variadic: "emacs" or "vi". It resets every key.
static inline int ceditline_set_editor(EditLine *_Nonnull editor, const char *_Nonnull name) {
  return el_set(editor, EL_EDITOR, name);
}

/// el_set EL_SIGNAL is variadic: whether libedit installs handlers of its own.
static inline int ceditline_set_signal_handling(EditLine *_Nonnull editor, int isOn) {
  return el_set(editor, EL_SIGNAL, isOn);
}

/// el_set EL_CLIENTDATA is variadic: the owner that callbacks find again.
static inline int ceditline_set_client_data(EditLine *_Nonnull editor, void *_Nullable data) {
  return el_set(editor, EL_CLIENTDATA, data);
}

/// el_get EL_CLIENTDATA is variadic.
static inline void *_Nullable ceditline_client_data(EditLine *_Nonnull editor) {
  void *data = NULL;
  return el_get(editor, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

/// el_wset EL_PROMPT is variadic. The wide form: the narrow one depends on the locale.
static inline int ceditline_set_prompt(
    EditLine *_Nonnull editor, ceditline_prompt _Nonnull prompt) {
  return el_wset(editor, EL_PROMPT, prompt);
}

/// el_wset EL_GETCFN is variadic. The wide form: Apple's libedit reads bytes after the narrow one.
static inline int ceditline_set_reader(
    EditLine *_Nonnull editor, ceditline_reader _Nonnull reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

/// el_wset EL_HIST is variadic, and history_w, which it takes, has no Swift name.
static inline int ceditline_set_history(EditLine *_Nonnull editor, HistoryW *_Nonnull history) {
  return el_wset(editor, EL_HIST, history_w, history);
}

/// el_wset EL_ADDFN is variadic: names an editing function so that keys can be bound to it. Both texts
/// must live as long as the editor. The wide form: the narrow one copies them and never frees the copies.
static inline int ceditline_add_function(
    EditLine *_Nonnull editor, const wchar_t *_Nonnull name, const wchar_t *_Nonnull help,
    ceditline_action _Nonnull action) {
  return el_wset(editor, EL_ADDFN, name, help, action);
}

/// el_set EL_BIND is variadic: the keys as `bind` of editrc(5) writes them, and a function's name.
static inline int ceditline_bind(
    EditLine *_Nonnull editor, const char *_Nonnull keys, const char *_Nonnull function) {
  return el_set(editor, EL_BIND, keys, function, NULL);
}

/// el_get EL_EDITMODE is variadic: 0 after `edit off` in editrc(5).
static inline int ceditline_edits(EditLine *_Nonnull editor) {
  int isOn = 0;
  return el_get(editor, EL_EDITMODE, &isOn) == 0 && isOn;
}

/// el_set EL_EDITMODE is variadic: libedit leaves the terminal alone from now on.
static inline int ceditline_stop_editing(EditLine *_Nonnull editor) {
  return el_set(editor, EL_EDITMODE, 0);
}

/// el_get EL_GETTC is variadic: whether the terminal has a capability, by its termcap name.
static inline int ceditline_has_capability(EditLine *_Nonnull editor, const char *_Nonnull name) {
  const char *value = NULL;
  return el_get(editor, EL_GETTC, name, &value, NULL) == 0 && value != NULL;
}

/// el_set EL_PREP_TERM is variadic: 1 makes the terminal raw, 0 gives it back.
static inline int ceditline_prepare_terminal(EditLine *_Nonnull editor, int isRaw) {
  return el_set(editor, EL_PREP_TERM, isRaw);
}

/// el_set EL_REFRESH is variadic: draws prompt and line anew from where the cursor is.
static inline int ceditline_refresh(EditLine *_Nonnull editor) {
  return el_set(editor, EL_REFRESH);
}

/// history_w H_SETSIZE is variadic. At first the size is 0: nothing would be stored.
static inline int ceditline_history_set_size(HistoryW *_Nonnull history, int size) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, size);
}

/// history_w H_SETUNIQUE is variadic: drops an entry equal to the one before it.
static inline int ceditline_history_set_unique(HistoryW *_Nonnull history, int isUnique) {
  HistEventW event;
  return history_w(history, &event, H_SETUNIQUE, isUnique);
}

/// history_w H_ENTER is variadic: the entry is copied.
static inline int ceditline_history_enter(
    HistoryW *_Nonnull history, const wchar_t *_Nonnull line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

/// sigaction's handler field has another Swift name on each platform. SA_RESTART: no call is cut
/// short.
static inline int ceditline_handle_signal(int number, void (*_Nonnull handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

/// SIG_IGN is a cast that Swift does not import everywhere.
static inline int ceditline_ignore_signal(int number) {
  return signal(number, SIG_IGN) == SIG_ERR ? -1 : 0;
}

/// SIG_DFL is a cast that Swift does not import everywhere.
static inline int ceditline_default_signal(int number) {
  return signal(number, SIG_DFL) == SIG_ERR ? -1 : 0;
}

/// Whether a signal is ignored, as a parent such as nohup(1) leaves it.
static inline int ceditline_ignores_signal(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// errno is thread-local behind a macro: what a reader callback must set, in one C place.
static inline void ceditline_set_error(int code) { errno = code; }

#endif
