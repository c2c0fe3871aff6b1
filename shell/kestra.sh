# shellcheck shell=sh disable=SC1003,SC2016,SC2066,SC2154,SC2295,SC2317,SC2329,SC3028,SC3041,SC3043,SC3044,SC3045,SC3047,SC3054,SC3057,SC3060
# SPDX-License-Identifier: Apache-2.0
#
# kestra.sh - send logs, outputs and metrics to Kestra from a shell script
#
# Built from shell/src by shell/build.py: edit there.
for _kestra_trace in ${ZSH_VERSION:+"$-:${ZSH_EVAL_CONTEXT:+${dis_builtins+${options[warncreateglobal]}:${options[warnnestedvar]}${options[warncreateglobal]::=off}${options[warnnestedvar]::=off}${options[xtrace]::=off}}}"}; do \set +x; done
for _kestra_trace in ${KSH_VERSION:+"$-"}; do case $_kestra_trace in *x*) \set +x ;; esac; done
{ case $- in *x*) _kestra_trace=x; \set +x ;; esac; } 2>/dev/null
case ${ZSH_VERSION:+${ZSH_EVAL_CONTEXT:+zsh}} in
 zsh) \eval '_kestra_module=${dis_builtins+there}; \builtin zmodload -F zsh/parameter p:options p:functions && { \builtin typeset -ga _kestra_options; _kestra_options=("${(@kv)options}"); \builtin emulate -R sh; } || case $_kestra_module in ("") \builtin zmodload -u zsh/parameter ;; esac' 2>/dev/null ;;
esac
case ${KESTRA_VERSION-} in 3.0.0) ;; *) KESTRA_VERSION=3.0.0 ;; esac
_kestra_hash='#'
_kestra_lf='
'
_kestra_tab=''
_kestra_unsafe='[!] !#-[^-~]'
_kestra_bytes=''
_kestra_symbols=''
_kestra_new_symbols=''
_kestra_symbol_count=0
_kestra_arms=''
_kestra_memory='case'
_kestra_is_learning=''
_kestra_unknown=''
_kestra_failed=''
_kestra_traced=''
_kestra_loading=''
_kestra_hidden=''
_kestra_print='\command printf %s'
_kestra_line_end=$_kestra_lf
_kestra_print_octal='\command printf \'
_kestra_function_head=''
_kestra_function_open='() {'
_kestra_read='\command read'
_kestra_test='\command test'
_kestra_local='\local'
_kestra_quiet=''
_kestra_flush='! \:'
_kestra_is_function='\builtin typeset -f -- "$1" >/dev/null 2>&1'
_kestra_frame=''
_kestra_print_traps='\trap'
_kestra_forget_traps='\:'
_kestra_define_now=':'
_kestra_has_trap_list=yes
_kestra_load_error_trap='_kestra_trap=-'
_kestra_set_error_trap='\:'
_kestra_unset_error_trap='\:'
_kestra_reload_error_trap='\:'
_kestra_load_inherited_trap='_kestra_trap=-'
_kestra_begin_posix_traps='\:'
_kestra_end_posix_traps='\:'
_kestra_note_line=''
_kestra_place='$0'
_kestra_leave='if \return "$_kestra_status"; then \:; fi'
_kestra_run_function='_kestra_run "$@"; _kestra_status=$?'
_kestra_run_program='_kestra_run "$@" || _kestra_status=$?'
_kestra_receive='{ \trap "" HUP INT QUIT TERM; _kestra_receive; }'
_kestra_ignore_signals='_kestra_load_ignored; \trap "" HUP INT QUIT TERM'
_kestra_restore_options='\:'
_kestra_enter_scope=''
_kestra_run_scope='"$@"'
_kestra_enter_bytes=''
_kestra_quote_setup=''
_kestra_bash_compat=''
_kestra_when_traced='case $- in *x*) { \set +x; } 2>/dev/null'
_kestra_trace_again="{ \\set -x; $_kestra_leave; } 2>/dev/null ;; esac"
_kestra_hide_trace='case $- in *x*) { _kestra_hidden=x; \set +x; } 2>/dev/null ;; esac'
_kestra_show_trace='case $_kestra_hidden in x) _kestra_hidden=; { \set -x; \return 0; } 2>/dev/null ;; esac;'
_kestra_show_trace_and_leave="case \$_kestra_hidden in
 x) _kestra_hidden=; { \\set -x; $_kestra_leave; } 2>/dev/null ;;
 *) $_kestra_leave ;;
esac"
_kestra_end_of_function=$_kestra_show_trace_and_leave
_kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[!\ -~]*|*\\*'
_kestra_slow_length='[5-9][0-9][0-9][0-9]'
_kestra_replace='slash'
_kestra_status_of_first='_kestra_status=${PIPESTATUS[0]}'
case ${ZSH_VERSION:+zsh} in zsh) _kestra_status_of_first='_kestra_status="${pipestatus[@]:0:1}"' ;; esac
_kestra_run_by_pipestatus='
 if [[ -o pipefail ]]; then
  \set +o pipefail
  { \set -o pipefail; _kestra_mute_error_trap; _kestra_outlive_command; _kestra_run "$@"; } | \:
  '"$_kestra_status_of_first"'
  \set -o pipefail
 else
  { _kestra_mute_error_trap; _kestra_outlive_command; _kestra_run "$@"; } | \:
  '"$_kestra_status_of_first"'
 fi'
_kestra_text=${BASH_VERSION:+bash}${ZSH_VERSION:+zsh}${KSH_VERSION-}
\command -v builtin >/dev/null 2>&1 || _kestra_text=''
case $_kestra_text in
 bash)
  _kestra_print='\builtin printf %s'
  _kestra_local='\builtin local'
  _kestra_enter_bytes='\builtin local LC_ALL=C 2>&- || { _kestra_awk message "$@" && \return 0; }'
  _kestra_quote_setup='case ${BASH_COMPAT:+-}${'$_kestra_hash'1} in
   -*) \return 1 ;;
   ???*) \builtin local LC_ALL=C 2>&- || \: ;;
  esac'
  _kestra_when_traced='{ case $- in *x*) _kestra_traced=x; \set +x ;; esac; } 2>&-
   case $_kestra_traced in x) _kestra_traced='
  _kestra_hide_trace='{ case $- in *x*) _kestra_hidden=x; \set +x ;; esac; } 2>/dev/null'
  _kestra_frame='${FUNCNAME-}'
  _kestra_print_traps='\trap -p "$1"'
  _kestra_forget_traps='case $BASH_SUBSHELL in 0) ;; *) \trap - RTMAX ;; esac'
  _kestra_load_error_trap='case $- in *E*) _kestra_load_trap ERR ;; *) _kestra_trap=- ;; esac'
  _kestra_set_error_trap='\trap -- "$_kestra_error_trap" ERR'
  _kestra_unset_error_trap='case $- in *E*) ;; *) \trap - ERR ;; esac'
  _kestra_reload_error_trap='case $- in *E*) _kestra_load_trap ERR ;; *) _kestra_trap= ;; esac'
  _kestra_load_inherited_trap=$_kestra_load_error_trap
  _kestra_place='${BASH_SOURCE[1]:-$0}: line ${BASH_LINENO[0]}'
  _kestra_run_function=$_kestra_run_by_pipestatus
  _kestra_bash_compat='${BASH_COMPAT:+\\}'
  case $BASH_VERSION in
   3.*|4.[01].*) ;;
   *)
    \builtin declare -gA _kestra_escape_of 2>/dev/null && _kestra_memory='array'
    ;;
  esac
  case $BASH_VERSION in
   [34].*)
    _kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[![:ascii:]]*|*[[:cntrl:]]*|*\\*'
    _kestra_quote_setup='\builtin local LC_ALL=C 2>&- || \return 1'
    ;;
  esac
  ;;
 zsh)
  _kestra_print='\builtin printf %s'
  _kestra_read='\builtin read'
  _kestra_test='\builtin test'
  _kestra_local='\builtin local'
  _kestra_enter_scope='\builtin emulate -LR sh; \builtin setopt no_multibyte'
  _kestra_frame='${funcstack[1]-}'
  _kestra_load_inherited_trap='_kestra_load_trap ERR'
  _kestra_begin_posix_traps='_kestra_text=0; [[ -o posix_traps ]] || _kestra_text=1; \builtin setopt posix_traps'
  _kestra_end_posix_traps='case $_kestra_text in 1) \builtin unsetopt posix_traps ;; esac'
  _kestra_place='${funcfiletrace[1]-$0}'
  _kestra_end_of_function='\builtin setopt local_traps
   \builtin trap : ERR
   \builtin unsetopt local_traps
   \return "$_kestra_status"'
  _kestra_run_function='case ${pipestatus+native} in
   native) '$_kestra_run_by_pipestatus' ;;
   *)
    _kestra_load_trap ERR
    case $_kestra_trap in "?") _kestra_action=- ;; *) _kestra_action=$_kestra_trap ;; esac
    _kestra_errexit=on
    \trap -- "case \$- in *e*) _kestra_errexit=off; \\set +e ;; esac" ERR
    _kestra_run "$@"
    _kestra_status=$?
    \trap -- "$_kestra_action" ERR
    case $_kestra_errexit in off) \set -e ;; esac
  esac'
  _kestra_receive='case $ZSH_SUBSHELL in
   "$_kestra_subshell") _kestra_receive_apart ;;
   *) \trap "" HUP INT QUIT TERM; _kestra_receive ;;
  esac'
  _kestra_ignore_signals='[[ -o posix_traps ]] || _kestra_posix_traps=off
   \builtin setopt posix_traps
   '$_kestra_ignore_signals
  _kestra_restore_options='case $_kestra_posix_traps in off) \builtin unsetopt posix_traps ;; esac'
  _kestra_quiet='2>&-'
  _kestra_quote_setup=$_kestra_enter_scope
  _kestra_define_now='_kestra_load'
  _kestra_when_traced=''
  _kestra_trace_again=''
  _kestra_hide_trace='case "${dis_builtins+${options[warnnestedvar]::=off}${options[xtrace]::=off}}$-" in x*|[!o]*x*) { \set +x; } 2>/dev/null ;; esac'
  _kestra_show_trace=''
  _kestra_show_trace_and_leave=$_kestra_leave
  ;;
 *MIRBSD*)
  _kestra_print='\builtin print -r --'
  _kestra_line_end=''
  _kestra_print_octal='\builtin print -n \0'
  _kestra_local='\builtin typeset'
  _kestra_note_line='for _kestra_line_of_call in "$LINENO"; do
   case $- in *x*) \set +x ;; esac
   _kestra_line_of_code=$LINENO
  done'
  _kestra_place='$0[$_kestra_line_of_call]'
  _kestra_run_function=$_kestra_run_by_pipestatus
  _kestra_run_scope='case $- in *U*) _kestra_with_bytes "$@" ;; *) "$@" ;; esac'
  _kestra_define_now='_kestra_load'
  _kestra_when_traced='case $- in *x*) \set +x'
  _kestra_trace_again="$_kestra_leave ;; esac"
  _kestra_hide_trace=''
  _kestra_show_trace=''
  _kestra_show_trace_and_leave=$_kestra_leave
  _kestra_slow_length='[2-9][0-9][0-9][0-9]'
  ;;
 ?*)
  _kestra_define_now='_kestra_load'
  _kestra_function_head='function '
  _kestra_symbol_count=100
  _kestra_function_open=' { \typeset LC_ALL=C;'
  _kestra_local='\typeset'
  _kestra_when_traced=''
  _kestra_trace_again=''
  _kestra_frame='${.sh.fun}'
  _kestra_leave='\return "$_kestra_status"'
  _kestra_hide_trace='for _kestra_hidden in "$-"; do \set +x; done'
  _kestra_show_trace='_kestra_trace_on;'
  _kestra_show_trace_and_leave="$_kestra_show_trace $_kestra_leave"
  _kestra_end_of_function=$_kestra_show_trace_and_leave
  _kestra_is_function='\typeset -f -- "$1" >/dev/null 2>&1'
  _kestra_has_trap_list=no
  _kestra_load_error_trap='_kestra_load_trap ERR'
  _kestra_set_error_trap='\trap -- "$_kestra_error_trap" ERR'
  _kestra_reload_error_trap='_kestra_load_trap ERR'
  _kestra_run_function='_kestra_run "$@"'
  _kestra_receive='{ _kestra_receive_apart || _kestra_status=$?; }'
  _kestra_ignore_signals='_kestra_outlive_command'
  _kestra_flush='_kestra_flush'
  _kestra_needs_escape='*[!]-~\ !#-[]*'
  ;;
 *)
  _kestra_is_function='case $(\command -V -- "$1" 2>/dev/null) in *function*) ;; *) ! \: ;; esac'
  _kestra_text=a
  \command eval '_kestra_text=${_kestra_text//a/b}' 2>/dev/null || {
   _kestra_replace='split'
   _kestra_is_function='\:'
  }
  ;;
esac
case $_kestra_replace in slash) \eval "_kestra_tab=\$'\\t'" ;; esac
_kestra_action='' _kestra_call='' _kestra_command='' _kestra_end='' _kestra_err='' _kestra_err_stream=''
_kestra_errexit='' _kestra_error_trap='' _kestra_failed_call='' _kestra_failed_line='' _kestra_ignored=''
_kestra_join='' _kestra_now='' _kestra_out='' _kestra_out_stream='' _kestra_posix_traps='' _kestra_program=''
_kestra_short='' _kestra_status='' _kestra_subshell='' _kestra_trap='' _kestra_traps='' _kestra_used=''
_kestra_word=''
_kestra_locals="_kestra_path _kestra_line _kestra_level _kestra_stream _kestra_parts _kestra_index _kestra_json \
 _kestra_length _kestra_pending _kestra_text _kestra_rest _kestra_chunk _kestra_output _kestra_entry_separator \
 _kestra_units _kestra_byte _kestra_byte_value _kestra_code_point _kestra_following _kestra_low _kestra_high \
 _kestra_kind _kestra_key _kestra_keys _kestra_value _kestra_quoted _kestra_member _kestra_problem _kestra_seconds \
 _kestra_microseconds"
_kestra_path='' _kestra_line='' _kestra_level='' _kestra_stream='' _kestra_parts='' _kestra_index=''
_kestra_json='' _kestra_length='' _kestra_pending='' _kestra_text='' _kestra_rest='' _kestra_chunk=''
_kestra_output='' _kestra_entry_separator='' _kestra_units='' _kestra_byte='' _kestra_byte_value=''
_kestra_code_point='' _kestra_following='' _kestra_low='' _kestra_high='' _kestra_kind='' _kestra_key=''
_kestra_keys='' _kestra_value='' _kestra_quoted='' _kestra_member='' _kestra_problem='' _kestra_seconds=''
_kestra_microseconds=''
\eval ''"$_kestra_function_head"'_kestra_scope'"$_kestra_function_open"'
 '"$_kestra_enter_scope"'
 '"$_kestra_local"' '"$_kestra_locals"'
 '"$_kestra_run_scope"'
}'
_kestra_with_bytes() {
 \set +U
 "$@"
 \set -- "$?"
 \set -U
 \return "$1"
}
_kestra_load_untraced() {
 case $_kestra_when_traced in
  '') _kestra_untraced='' ;;
  *)
   _kestra_untraced="$_kestra_when_traced
    if kestra_$1 \"\$@\"; then _kestra_status=0; else _kestra_status=\$?; fi
    $_kestra_trace_again"
   ;;
 esac
}
_kestra_define_level() {
 _kestra_name=$1 _kestra_level=$2 _kestra_redirect=$3
 _kestra_load_untraced "$1"
 case $_kestra_replace in
  slash)
   \eval ''"$_kestra_function_head"'kestra_'"$_kestra_name"''"$_kestra_function_open"'
 '"$_kestra_untraced"'
 case ${1+${'"$_kestra_hash"'1}}:${2+\\}${KESTRA_FD:+\\}'"$_kestra_bash_compat"'$_kestra_failed${1-\\} in
  [1-9][0-9][0-9][0-9][0-9]*)
   _kestra_scope _kestra_log '"$_kestra_level"' "$@" || \: ;;
  '"$_kestra_needs_escape"')
   case $#${KESTRA_FD-}'"$_kestra_bash_compat"'$_kestra_failed in
    1)
     '"$_kestra_local"' _kestra_json
     _kestra_quote "$1" && {
      '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$_kestra_json\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
       _kestra_log_again '"$_kestra_level"' "$1"
      \return 0
     }
     ;;
   esac
   _kestra_scope _kestra_log '"$_kestra_level"' "$@" || \: ;;
  *\"*)
   '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"${1//\"/\\\"}\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
    _kestra_log_again '"$_kestra_level"' "$1" ;;
  *)
   '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$1\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
    _kestra_log_again '"$_kestra_level"' "$1" ;;
 esac
}'
   ;;
  split)
   \eval 'kestra_'"$_kestra_name"'() {
 '"$_kestra_untraced"'
 case ${1+${'"$_kestra_hash"'1}}:${2+\\}${KESTRA_FD:+\\}$_kestra_failed${1-\\} in
  [1-9][0-9][0-9][0-9][0-9]*)
   _kestra_scope _kestra_log '"$_kestra_level"' "$@" || \: ;;
  *[!]-~\ !#-[]*)
   case $#${KESTRA_FD-}$_kestra_failed:${1-} in
    1:*[!]-~\ -[]*|1:*\"*\"*\"*\"*\"*)
     \local _kestra_json
     _kestra_quote "$1" && {
      '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$_kestra_json\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
       _kestra_log_again '"$_kestra_level"' "$1"
      \return 0
     }
     ;;
    1:*)
     \set -- "${1#*\"}" "${1%%\"*}\\\"" "$1"
     while case $1 in *\"*) ;; *) \break ;; esac; do
      \set -- "${1#*\"}" "$2${1%%\"*}\\\"" "$3"
     done
     '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$2$1\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
      _kestra_log_again '"$_kestra_level"' "$3"
     \return 0
     ;;
   esac
   _kestra_scope _kestra_log '"$_kestra_level"' "$@" || \: ;;
  *)
   '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$1\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
    _kestra_log_again '"$_kestra_level"' "$1" ;;
 esac
}'
   ;;
 esac
}
_kestra_define_alias() {
 _kestra_name=$1 _kestra_call=$2
 _kestra_load_untraced "$1"
 \eval ''"$_kestra_function_head"'kestra_'"$_kestra_name"''"$_kestra_function_open"'
 '"$_kestra_untraced"'
 '"$_kestra_call"' "$@"
}'
}
_kestra_define_call() {
 _kestra_name=$1 _kestra_call=$2
 _kestra_load_untraced "$1"
 case $_kestra_note_line in ?*) _kestra_untraced=$_kestra_note_line$_kestra_lf$_kestra_untraced ;; esac
 \eval ''"$_kestra_function_head"'kestra_'"$_kestra_name"''"$_kestra_function_open"'
 '"$_kestra_untraced"'
 _kestra_scope '"$_kestra_call"' "$@" || {
  _kestra_note_refusal kestra_'"$_kestra_name"' "$@"
  '"$_kestra_leave"'
 }
}'
}
_kestra_load() {
 case $- in *x*) _kestra_loading=x; \set +x ;; esac
 case $1:$_kestra_define_now in
  trace:*) _kestra_define_level "$1" TRACE "$_kestra_quiet" ;;
  debug:*) _kestra_define_level "$1" DEBUG "$_kestra_quiet" ;;
  info:*) _kestra_define_level "$1" INFO "$_kestra_quiet" ;;
  warn:*) _kestra_define_level "$1" WARN '>&2' ;;
  error:*) _kestra_define_level "$1" ERROR '>&2' ;;
  warning::) _kestra_define_level "$1" WARN '>&2' ;;
  critical::) _kestra_define_level "$1" ERROR '>&2' ;;
  warning:*) _kestra_define_alias "$1" kestra_warn ;;
  critical:*) _kestra_define_alias "$1" kestra_error ;;
  log:*|logs:*|pipe:*) _kestra_define_call "$1" "_kestra_$1" ;;
  outputs:*|assets:*) _kestra_define_call "$1" "_kestra_data $1" ;;
  *) _kestra_define_call "$1" "_kestra_metric $1" ;;
 esac
}
kestra_trace() {
 { _kestra_load trace; } 2>&-
 if kestra_trace "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_debug() {
 { _kestra_load debug; } 2>&-
 if kestra_debug "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_info() {
 { _kestra_load info; } 2>&-
 if kestra_info "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_warn() {
 { _kestra_load warn; } 2>&-
 if kestra_warn "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_warning() {
 { _kestra_load warning; } 2>&-
 if kestra_warning "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_error() {
 { _kestra_load error; } 2>&-
 if kestra_error "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_critical() {
 { _kestra_load critical; } 2>&-
 if kestra_critical "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_log() {
 { _kestra_load log; } 2>&-
 if kestra_log "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_logs() {
 { _kestra_load logs; } 2>&-
 if kestra_logs "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_outputs() {
 { _kestra_load outputs; } 2>&-
 if kestra_outputs "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_assets() {
 { _kestra_load assets; } 2>&-
 if kestra_assets "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_counter() {
 { _kestra_load counter; } 2>&-
 if kestra_counter "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_gauge() {
 { _kestra_load gauge; } 2>&-
 if kestra_gauge "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_timer() {
 { _kestra_load timer; } 2>&-
 if kestra_timer "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
kestra_pipe() {
 { _kestra_load pipe; } 2>&-
 if kestra_pipe "$@"; then _kestra_status=0; else _kestra_status=$?; fi
 case $_kestra_loading in
  x) _kestra_loading=''; { \set -x; if \return "$_kestra_status"; then \:; fi; } 2>/dev/null ;;
  *) if \return "$_kestra_status"; then \:; fi ;;
 esac
}
"$_kestra_define_now" trace
"$_kestra_define_now" debug
"$_kestra_define_now" info
"$_kestra_define_now" warn
"$_kestra_define_now" warning
"$_kestra_define_now" error
"$_kestra_define_now" critical
"$_kestra_define_now" log
"$_kestra_define_now" logs
"$_kestra_define_now" outputs
"$_kestra_define_now" assets
"$_kestra_define_now" counter
"$_kestra_define_now" gauge
"$_kestra_define_now" timer
"$_kestra_define_now" pipe
_kestra_note_refusal() {
 _kestra_status=1
 _kestra_note_call "$@"
}
_kestra_note_call() {
 _kestra_failed_call=$1 _kestra_failed_line=${_kestra_line_of_call-}
 \shift
 for _kestra_text do _kestra_failed_call="$_kestra_failed_call $_kestra_text"; done
}
kestra_failed() {
 { \set -- "$?" "${1-}" "${BASH_COMMAND-}"; case $- in *x*) _kestra_traced=x; \set +x ;; esac; } 2>/dev/null
 case $3 in "if \\return"*|'\return'*) \set -- "$1" "$2" "$_kestra_failed_call" ;; esac
 case $2 in "${_kestra_line_of_code-}") \set -- "$1" "$_kestra_failed_line" "$3" ;; esac
 case $2 in 0) \set -- "$1" '' "$3" ;; esac
 case $1 in 0) ;; *) kestra_error "${2:+line $2: }exit status $1${3:+: $3}" ;; esac
 case $_kestra_traced in x) _kestra_traced=''; { \set -x; } 2>/dev/null ;; esac
}
\eval 'kestra_time() {
 '"$_kestra_note_line"'
 '"$_kestra_hide_trace"'
 _kestra_scope _kestra_check_time "$@" || {
  _kestra_note_refusal kestra_time "$@"
  '"$_kestra_show_trace_and_leave"'
 }
 _kestra_find_command "$2"
 case $_kestra_command in
  function)
   _kestra_time_function "$@"
   case $_kestra_status in
    0) ;;
    *)
     _kestra_note_call kestra_time "$@"
     '"$_kestra_end_of_function"'
     ;;
   esac
   ;;
  *)
   _kestra_place="'"$_kestra_place"'"
   _kestra_time_program "$@" || {
    _kestra_status=$?
    _kestra_note_call kestra_time "$@"
    '"$_kestra_show_trace_and_leave"'
   }
   ;;
 esac
 '"$_kestra_show_trace"'
}'
_kestra_check_time() {
 case $# in 0|1) _kestra_refuse 'kestra_time: expected NAME COMMAND'; \return 1 ;; esac
 _kestra_check_string 'timer: name' "$1"
}
_kestra_time_program() {
 _kestra_clock
 \set -- "$_kestra_now" "$@"
 case $_kestra_command in
  missing) _kestra_missing "$3" ;;
  *) _kestra_call_rest 2 "$@" ;;
 esac
 _kestra_end_timer "$?" "$1" "$2"
}
_kestra_time_function() {
 _kestra_load_trap EXIT
 \set -- "$_kestra_trap" "$@"
 \eval "$_kestra_load_error_trap"
 \set -- "$_kestra_trap" "$@"
 _kestra_clock
 \set -- "$_kestra_now" "$@"
 case $3 in
  '?') ;;
  *)
   _kestra_make_exit_trap "$1" "$4" "$3"
   _kestra_begin_posix_traps
   \trap -- "$_kestra_trap" EXIT
   _kestra_end_posix_traps
   ;;
 esac
 _kestra_make_error_trap "$2"
 _kestra_call_function 4 "$@"
 _kestra_put_back_error_trap "$2"
 _kestra_load_trap EXIT
 case $_kestra_trap in
  *"_kestra_end_timer \"\$?\" $1 "*)
   _kestra_begin_posix_traps
   \trap -- "$3" EXIT
   _kestra_end_posix_traps
   ;;
 esac
 _kestra_end_timer "$_kestra_status" "$1" "$4" || \:
}
_kestra_begin_posix_traps() {
 \eval "$_kestra_begin_posix_traps"
}
_kestra_end_posix_traps() {
 \eval "$_kestra_end_posix_traps"
}
_kestra_make_exit_trap() {
 _kestra_quote_word "$2"
 _kestra_end="_kestra_end_timer \"\$?\" $1 $_kestra_word"
 _kestra_quote_word "$3"
 case $3 in
  -) _kestra_trap="$_kestra_end || _kestra_keep_signal \"\$?\"" ;;
  *) _kestra_trap="if $_kestra_end; then \\eval $_kestra_word; else \\eval $_kestra_word; fi" ;;
 esac
}
_kestra_keep_signal() {
 case $(($1 > 128)) in 1) \exit "$(($1 > 256 ? $1 - 128 : $1))" ;; esac
}
_kestra_end_timer() {
 _kestra_clock
 _kestra_scope _kestra_elapsed "$2" "$3" || \:
 \return "$1"
}
_kestra_elapsed() {
 _kestra_seconds=$((${_kestra_now%[.,]*} - ${1%[.,]*}))
 _kestra_microseconds=$((1000000 + 1${_kestra_now#*[.,]} - 1${1#*[.,]}))
 case $_kestra_microseconds in
  ???????) ;;
  *) _kestra_seconds=$((_kestra_seconds - 1)) _kestra_microseconds=$((_kestra_microseconds + 1000000)) ;;
 esac
 case $_kestra_seconds:$_kestra_microseconds in
  -*:1000000) ;;
  -*:*) _kestra_seconds=-$((-1 - _kestra_seconds)) _kestra_microseconds=$((3000000 - _kestra_microseconds)) ;;
 esac
 _kestra_metric timer "$2" "$_kestra_seconds.${_kestra_microseconds#?}"
}
_kestra_clock() {
 case ${ZSH_VERSION:+zsh}${EPOCHREALTIME-}${KSH_VERSION:+ksh} in
  zsh*)
   _kestra_now='%D{''%s.%6.}'
   \eval '_kestra_now=${(%)_kestra_now}'
   ;;
  *[.,]??????*) _kestra_now=$EPOCHREALTIME ;;
  ksh) _kestra_now=$(\command printf '%(%s.%6N)T') ;;
  *)
   { _kestra_read_line </proc/uptime; } 2>/dev/null || _kestra_line="$(\command date +%s).00"
   _kestra_now=${_kestra_line%% *}0000
   ;;
 esac
}
_kestra_find_command() {
 _kestra_command=program
 case $1 in
  eval|.|source|command|builtin|exec|exit|return) _kestra_command=function ;;
  *)
   if \command -v -- "$1" >/dev/null 2>&1; then
    if _kestra_is_function "$1"; then _kestra_command=function; fi
   else
    _kestra_command=missing
   fi
   ;;
 esac
}
\eval '_kestra_is_function() {
 '"$_kestra_is_function"'
}'
_kestra_missing() {
 \set -- "$1" 'command not found' 127
 case $1 in
  */*)
   \set -- "$1" 'No such file or directory' 127
   if _kestra_test -d "$1"; then
    \set -- "$1" 'Is a directory' 126
   elif _kestra_test -e "$1"; then
    \set -- "$1" 'Permission denied' 126
   fi
   ;;
 esac
 _kestra_print_line "$_kestra_place: $1: $2" >&2 || \:
 \return "$3"
}
_kestra_trace_on() {
 case $_kestra_hidden in *x*) _kestra_hidden=''; \set -x ;; esac
}
_kestra_call_rest() {
 \shift "$(($1 + 1))"
 "$@"
}
\eval '_kestra_test() {
 '"$_kestra_test"' "$@"
}'
_kestra_quote_word() {
 _kestra_word=''
 while case $1 in *\'*) ;; *) \break ;; esac; do
  _kestra_word=$_kestra_word${1%%\'*}"'\\''"
  \set -- "${1#*\'}"
 done
 _kestra_word="'$_kestra_word$1'"
}
_kestra_load_trap() {
 _kestra_trap='?' _kestra_traps=''
 _kestra_list_traps "$1" || \return 0
 case $_kestra_traps in
  "trap -- "*" $1$_kestra_lf"*)
   _kestra_traps=$_kestra_lf${_kestra_traps%%" $1$_kestra_lf"*}
   _kestra_traps=${_kestra_traps##*"$_kestra_lf"trap -- }
   ;;
  *) _kestra_trap=-; \return 0 ;;
 esac
 case $_kestra_traps in
  \'*\'|\$\'*\') ;;
  *[!A-Za-z0-9_./-]*) \return 0 ;;
 esac
 case $_kestra_traps in
  *"$_kestra_lf"*) (\eval "\\: $_kestra_traps") >/dev/null 2>&1 || \return 0 ;;
 esac
 \eval "_kestra_trap=$_kestra_traps"
}
case $_kestra_has_trap_list in
 yes)
  \eval '_kestra_list_traps() {
 '"$_kestra_forget_traps"'
 {
  { '"$_kestra_print_traps"' && _kestra_print_line '\''kestra end'\''; } >>/proc/self/fd/9
  while _kestra_read_whole_line; do
   case $_kestra_line in
    '\''kestra begin'\'') \continue ;;
    '\''kestra end'\'') \return 0 ;;
   esac
   _kestra_traps=$_kestra_traps$_kestra_line$_kestra_lf
  done <&9
 } 2>/dev/null 9<<END
kestra begin
END
 \return 1
}'
  ;;
 no)
  _kestra_list_traps() {
   _kestra_trap=$(\trap -p "$1")
   case $_kestra_trap:$1 in
    :*) _kestra_trap=- ;;
    *:ERR) \eval "_kestra_trap=$_kestra_trap" ;;
   esac
   \return 1
  }
  ;;
esac
_kestra_make_error_trap() {
 case $1 in -|'?') \set -- '\:' ;; esac
 _kestra_error_trap="case $_kestra_frame in kestra_*|_kestra_*) case \$- in *e*) _kestra_errexit=off; \\set +e ;; esac ;; *) $1
;; esac"
}
_kestra_call_function() {
 _kestra_errexit=on
 \eval "$_kestra_set_error_trap"
 \shift "$(($1 + 1))"
 "$@"
 _kestra_status=$?
 \eval "$_kestra_unset_error_trap"
 case $_kestra_errexit in off) \set -e ;; esac
}
_kestra_put_back_error_trap() {
 \eval "$_kestra_reload_error_trap"
 case $_kestra_trap in *' in kestra_*|_kestra_*) case $- in '*) \trap -- "$1" ERR ;; esac
}
_kestra_mute_error_trap() {
 \eval "$_kestra_load_inherited_trap"
 case $_kestra_trap in
  -|'?'|*' in kestra_*|_kestra_*) case $- in '*) ;;
  *)
   _kestra_make_error_trap "$_kestra_trap"
   \trap -- "$_kestra_error_trap" ERR
   ;;
 esac
}
_kestra_log() {
 _kestra_path=${1-} _kestra_line=${2-}
 case $# in
  [012]) ;;
  *) \shift 2; for _kestra_text do _kestra_line="$_kestra_line $_kestra_text"; done ;;
 esac
 _kestra_stream=1 _kestra_parts=''
 _kestra_add_entry level "$_kestra_path" "$_kestra_line" || \return 1
 _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_parts]}::" || \:
}
_kestra_log_again() {
 _kestra_measure "$2"
 case $_kestra_length:$1 in
  [4-9]???:[WE]*|?????*:[WE]*) _kestra_scope _kestra_write 2 '' || \: ;;
  [4-9]???:*|?????*:*)
   _kestra_print_line '' >/dev/null
   _kestra_scope _kestra_write 1 '' || \:
   ;;
  *:[TDI]*) \eval "$_kestra_flush" && \return 0 ;;
 esac
 _kestra_failed=\\
 _kestra_scope _kestra_log "$@" || \:
}
_kestra_logs() {
 _kestra_stream=1 _kestra_parts='' _kestra_index=0
 while \:; do
  case $# in
   0) \break ;;
   1) _kestra_refuse "logs[$_kestra_index][\"message\"]: message is missing"; \return 1 ;;
  esac
  _kestra_add_entry "logs[$_kestra_index][\"level\"]" "$1" "$2" || \return 1
  \shift 2
  _kestra_index=$((_kestra_index + 1))
 done
 case $_kestra_parts in
  ?*) _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_parts]}::" || \: ;;
 esac
}
_kestra_add_entry() {
 _kestra_parse_level "$1" "$2" || \return 1
 _kestra_level="{\"level\":\"$_kestra_level\",\"message\":\""
 _kestra_escape "$3" "\"},$_kestra_level"
 _kestra_parts="$_kestra_parts${_kestra_parts:+,}$_kestra_level$_kestra_json\"}"
}
_kestra_data() {
 _kestra_kind=$1
 _kestra_encode_members "$@" &&
  _kestra_send "{\"$_kestra_kind\":{$_kestra_parts}}"
}
_kestra_metric() {
 case $# in 1|2) _kestra_refuse "$1: expected NAME VALUE [TAG=TEXT]..."; \return 1 ;; esac
 _kestra_check_string "$1: name" "$2" || \return 1
 _kestra_kind=$1
 _kestra_path="$1 $_kestra_quoted"
 _kestra_check_json "$_kestra_path: value" "$3" || \return 1
 _kestra_line="\"name\":$_kestra_quoted,\"type\":\"$1\",\"value\":$_kestra_value"
 \shift 3
 _kestra_encode_members "$_kestra_path: tags" "$@" &&
  _kestra_send "{\"metrics\":[{$_kestra_line,\"tags\":{$_kestra_parts}}]}"
}
_kestra_send() {
 _kestra_json=$1 _kestra_problem=''
 case $1 in
  *"$_kestra_lf"*)
   _kestra_awk_on_stdin json "\\$1" "$_kestra_kind" ||
    { _kestra_refuse "$_kestra_kind: awk is needed to check JSON, and was not found"; \return 1; }
   ;;
 esac
 case $_kestra_problem in
  ?*) _kestra_refuse "${_kestra_json##*"$_kestra_lf"}" ;;
  *)
   _kestra_write 1 "::$_kestra_json::" ||
    _kestra_refuse "$_kestra_kind: stdout is closed or full"
   ;;
 esac
}
_kestra_refuse() {
 _kestra_print_line "kestra: $1" >&2 || \:
 \return 1
}
\eval '_kestra_measure() {
 _kestra_length=${'"$_kestra_hash"'1}
}'
_kestra_parse_level() {
 case ${2%%[!A-Za-z]*} in "$2") _kestra_level=$2 ;; *) _kestra_level= ;; esac
 case $_kestra_level in
  [Tt][Rr][Aa][Cc][Ee]) _kestra_level=TRACE ;;
  [Dd][Ee][Bb][Uu][Gg]) _kestra_level=DEBUG ;;
  [Ii][Nn][Ff][Oo]) _kestra_level=INFO ;;
  [Ww][Aa][Rr][Nn]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]) _kestra_level=WARN _kestra_stream=2 ;;
  [Ee][Rr][Rr][Oo][Rr]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll])
   _kestra_level=ERROR _kestra_stream=2
   ;;
  *)
   _kestra_escape "$2" ''
   _kestra_refuse "$1: expected TRACE, DEBUG, INFO, WARN or ERROR, got \"$_kestra_json\""
   ;;
 esac
}
_kestra_encode_members() {
 _kestra_path=$1 _kestra_keys=$_kestra_lf _kestra_parts='' _kestra_rest=''
 \shift
 for _kestra_member do
  _kestra_key=${_kestra_member%%=*}
  case $_kestra_key in
   "$_kestra_member") _kestra_refuse_word "$_kestra_member" "$_kestra_rest"; \return 1 ;;
  esac
  _kestra_rest=': are there quotes around the argument before it?'
  _kestra_member=${_kestra_member#"$_kestra_key="}
  _kestra_value=text
  case $_kestra_path:$_kestra_key in
   outputs:*:|assets:*:) _kestra_key=${_kestra_key%:} _kestra_value=json ;;
  esac
  _kestra_check_string "$_kestra_path: name" "$_kestra_key" || \return 1
  case ${_kestra_key%t}:$_kestra_path:$_kestra_quoted in
   "$_kestra_key:outputs:"*[\ ]\"|"$_kestra_key:outputs:"*\\t\"|"$_kestra_key:assets:"*[\ ]\"|"$_kestra_key:assets:"*\\t\")
    _kestra_show "$_kestra_key"
    _kestra_refuse "$_kestra_path: expected a name that does not end in a blank, got $_kestra_quoted: write NAME=TEXT or NAME:=JSON without blanks"
    \return 1
    ;;
  esac
  _kestra_key=$_kestra_quoted
  case $_kestra_keys in
   *"$_kestra_lf$_kestra_key$_kestra_lf"*) _kestra_refuse "$_kestra_path: duplicate key $_kestra_key"; \return 1 ;;
  esac
  _kestra_keys=$_kestra_keys$_kestra_key$_kestra_lf
  case $_kestra_value in
   json) _kestra_check_json "${_kestra_path}[$_kestra_key]" "$_kestra_member" || \return 1 ;;
   *)
    _kestra_check_string "${_kestra_path}[$_kestra_key]" "$_kestra_member" || \return 1
    _kestra_value=$_kestra_quoted
    ;;
  esac
  _kestra_parts=$_kestra_parts${_kestra_parts:+,}$_kestra_key:$_kestra_value
 done
}
_kestra_refuse_word() {
 _kestra_show "$1"
 case $_kestra_path in
  outputs|assets) _kestra_refuse "$_kestra_path: expected NAME=TEXT or NAME:=JSON, got $_kestra_quoted$2" ;;
  *) _kestra_refuse "$_kestra_path: expected TAG=TEXT, got $_kestra_quoted$2" ;;
 esac
}
_kestra_show() {
 \set -- "$1" "${1#????????????????????????????????????????}"
 case $2 in
  "$1"|'') _kestra_escape "$1" ''; _kestra_quoted="\"$_kestra_json\"" ;;
  *) _kestra_escape "${1%%"$2"}" ''; _kestra_quoted="\"$_kestra_json\"..." ;;
 esac
}
_kestra_check_json() {
 _kestra_value=$2
 _kestra_measure "$2"
 case $_kestra_kind:$_kestra_length:$2 in
  *s:*:true|*s:*:false|*s:*:null) \return 0 ;;
  *:???*:*|timer:*:*[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*) ;;
  *)
   case $2 in ''|-|.*|-.*|*.|?*-*|*.*.*|0[0-9]*|-0[0-9]*|*[!.0-9-]*) ;; *) \return 0 ;; esac
   ;;
 esac
 case $_kestra_kind:$_kestra_lf$2 in
  *s:"$_kestra_lf@"*"$_kestra_lf"*) _kestra_refuse "$1: expected a file whose name is one line" ;;
  *s:"$_kestra_lf@"*) _kestra_value="$_kestra_lf\\@$1$_kestra_lf ${2#@}$_kestra_lf\\" ;;
  *"$_kestra_lf"\\*)
   _kestra_value=$_kestra_lf$2
   \set -- "$1" "${_kestra_value%%"$_kestra_lf"\\*}" "${_kestra_value#*"$_kestra_lf"\\}"
   _kestra_value="$_kestra_lf\\\\$1$2$_kestra_lf \\${3%%"$_kestra_lf"*}$_kestra_lf\\"
   ;;
  *) _kestra_value="$_kestra_lf\\\\$1$_kestra_lf$2$_kestra_lf\\" ;;
 esac
}
_kestra_check_string() {
 case $1:$2 in *': name:') _kestra_refuse "$1: expected a non-empty string"; \return 1 ;; esac
 _kestra_problem=''
 _kestra_escape "$2" ''
 case $2 in
  *\\u0000*) _kestra_problem='a string without U+0000, the six characters \u0000 and lone surrogates' ;;
 esac
 case $_kestra_problem in
  '') _kestra_quoted=\"$_kestra_json\" ;;
  *)
   \set -- "$1: expected $_kestra_problem" "$2"
   _kestra_show "$2"
   _kestra_refuse "$1, got $_kestra_quoted"
   ;;
 esac
}
_kestra_escape() {
 _kestra_quote "$1" && \return 0
 case $?:$1 in
  2:*) _kestra_awk message "$@" && \return 0 ;;
  *[!\ -~$_kestra_tab$_kestra_lf]*)
   _kestra_measure "$1"
   case $_kestra_length in [1-4]??|??|?) ;; *) _kestra_awk message "$@" && \return 0 ;; esac
   ;;
 esac
 _kestra_escape_bytes "$@"
}
case $_kestra_replace in
 slash)
  \eval '_kestra_quote() {
 '"$_kestra_quote_setup"'
 case ${'"$_kestra_hash"'1}:$1 in
  '"$_kestra_slow_length"':*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
  *\\u0000*) \return 1 ;;
  *[!\ -~$_kestra_tab$_kestra_lf]*) _kestra_recall "$1"; \return ;;
 esac
 _kestra_json="${1//\\/\\\\}"
 _kestra_json="${_kestra_json//\"/\\\"}"
 _kestra_json="${_kestra_json//"$_kestra_lf"/\\n}"
 _kestra_json="${_kestra_json//"$_kestra_tab"/\\t}"
}'
  ;;
 split)
  \eval '_kestra_quote() {
 case ${'"$_kestra_hash"'1}:$1 in
  '"$_kestra_slow_length"':*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
  *\\u0000*) \return 1 ;;
  *[!\ -~$_kestra_lf]*) _kestra_recall "$1"; \return ;;
 esac
 case $1 in "$_kestra_lf"*|*"$_kestra_lf$_kestra_lf"*) \return 1 ;; esac
 \command local IFS= 2>&- || \return 1
 \local - IFS _kestra_mark _kestra_piece
 \set -f
 _kestra_json=$1.
 for _kestra_mark in \\ \" "$_kestra_lf"; do
  case $_kestra_json in *"$_kestra_mark"*) ;; *) \continue ;; esac
  IFS=$_kestra_mark
  \set -- $_kestra_json
  case $_kestra_mark in "$_kestra_lf") _kestra_mark=n ;; esac
  _kestra_json=$1
  \shift
  for _kestra_piece do
   _kestra_json=$_kestra_json\\$_kestra_mark$_kestra_piece
  done
 done
 _kestra_json=${_kestra_json%.}
}'
  ;;
esac
_kestra_load_program() {
 _kestra_program='
function ct(a){
bW=a
bb=length(a)
bw=aq=1
cu=bb>4096?substr(a,1,4096):a
}
function ar(f){
if (aq>2000&&bw+4096<=bb){
bw+=aq-1
aq=1
cu=substr(bW,bw,4096)
}
return substr(cu,aq,f)
}
function bx(e){
if (e in cv) return cv[e]
if (e>65535) return bx(int(e/1024)+55232) bx(e%1024+56320)
return e>31&&e<127?sprintf("%c",e):sprintf("\\u%04x",e)
}
function by(a,c,aw,aJ,bX,aK){
c=bc[substr(a,1,1)]
as=1
D=c
if (!c) D=65533
aJ=c==224?160:c==240?144:128
bX=c==237?159:c==244?143:191
aw=c<194||c>244?0:1+(c>223)+(c>239)
if (aw) D-=256-(aw>2?16:64/aw)
else if (c>127){
D=65533
bd=1
}
for (;aw;aw--){
aK=bc[substr(a,as+1,1)]
if (aK<aJ||aK>bX){
D=65533
bd=1
return
}
D=D*64+aK-128
as++
aJ=128
bX=191
}
}
BEGIN{
ORS=""
bd=0
for (H=1;H<256;H++) bc[sprintf("%c",H)]=H
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /",a1," ")
for (H=1;H<16;H+=2){
dl[a1[H+1]]=a1[H]+0
if (H<15) cv[a1[H]+0]="\\" a1[H+1]
}
}
'
 case $1 in
  json) _kestra_program=$_kestra_program'
function ag(fa,l){
if (ah!="") return
ah=a3
for (l=1;l<=z;l++) if (bi[l]!="") ah=ah "[" bi[l] "]"
ah=ah ": " fa
}
function X(a,W,x){
for (x="";a!=""&&W;W--){
by(a)
x=x fb(substr(a,1,as),D)
a=substr(a,as+1)
}
return "`" x (a==""?"":"...") "`"
}
function bB(){
by(ar(4))
return X(ar(as),1)
}
function fb(B,e){
if (e>31&&e<127) return B
if (e<128||e in aC||e<161||e==173||e>8202&&e<8208||
e>8231&&e<8240||e>8286&&e<8304) return "<" b2(e) ">"
if (e==65533&&B!="\357\277\275") return sprintf("<byte %02X>",bc[B])
return B
}
function b2(e){
return sprintf("U+%04X",e) (e in aC?" " aC[e]:"")
}
function di(aK){
return bc[aK]>127&&bc[aK]<192
}
function I(g,j){
g=bw+aq-1
j=g>12?g-12:1
while (j<g&&di(substr(bW,j,1))) j++
if (j==g&&bb<g+2) return ""
return " in "(j>1?"`...":"`") substr(X(substr(bW,j,60),32),2)
}
function V(aI,b1,y){
ag("expected " aI ", got " b1 (y==""?"":": " y))
}
function dt(t,y){
if (t~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/){
ag(t " is not a JSON number: write null"(z?"":", or NAME=TEXT for text"))
return
}
if (t~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) y="JSON has true, false and null"
else if (t~"^[/#]") y="JSON has no comments"
else if (t~ /^[-+.0-9]/) y="JSON numbers are written as 5, -1.5 or 2e3"
else if (t~ /^[A-Za-z_]/||index(t,aj)==1) y="text has double quotes in JSON"
if (!z) dj(y~ /^JSON has/?y:"")
else if (t=="") V("a JSON value",bB() I(),"")
else V("a JSON value",X(t,24) I(),y)
}
function dj(y){
if (substr(ai,1,3)=="\357\273\277") y="remove the byte order mark, for example with tail -c +4"
else if (index("\377\376\377",substr(ai,1,2))) y="it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
else if (substr(ai,1,1)=="\033") y="turn the colors of the command off, for example with NO_COLOR=1"
else y=(y==""?"":y "; ") "write NAME=TEXT for text"
V("a JSON value",X(ai,32),y)
}
function cD(y){
if (ai~ /^-?[0-9]+,[0-9]+$/) y="write a point for the comma"
else if (ai~ /^-?0[0-9]/) y="write it without leading zeros"
else if (ai~ /^[+]/) y="write it without +"
else y="JSON numbers are written as 5, -1.5 or 2e3"
V("a number",X(ai,32),y)
}
function fc(bv,bV,dk){
bv=ar(60)
bV=bF==bE&&ai!~ /^[[{]/
dk=bv~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
if (aL){
if (bF!=bE) ai=substr(ai,1,20) "\n" bv
cD()
}else if (dk&&!(bV&&cF!~ /[ \t\r]/))
V("one JSON document","another: " X(bv,32),
"jq -s . makes one list of several"(bV?", and NAME=TEXT is for text":""))
else if (bV) dj("")
else V("the end of the JSON",X(bv,32) I(),"")
}
function dx(c,aI){
aI=u=="comma"?(bC[z]=="["?"\",\" or \"]\"":"\",\" or \"}\""):"\":\""
if (u=="end") fc()
else if (u=="key"&&c=="}"||u=="value"&&c=="]")
ag("trailing comma" I() ": remove it")
else if (u=="key"||u=="{")
V("a key in double quotes",bB() I(),"")
else V(aI,bB() I(),"")
}
function dB(aI){
aI=aL?"a number":"a JSON value"
while (di(substr(P,1,1))) P=substr(P,2)
if (u=="value"&&!z&&b4!="")
V(aI,b4=="-"?"nothing on stdin":"an empty file","")
else if (u=="value"&&!z)
V(aI,"empty text","the command printed nothing or failed; write \"${rows:-"\
(aL?"0":"[]") "}\" where that is no mistake")
else ag("unexpected end of JSON"(bg?" in a string":"") " after " X(P,60)\
": the text was cut off, or quotes are missing around \"$(...)\"")
}
BEGIN{
split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
a1," ")
for (H=1;H<32;H++) aC[H]=a1[H]
aC[127]="DEL"
aC[160]="no-break space"
aC[65279]="byte order mark"
ah=a3=P=""
}
''
function ax(a,f){
if (!aL) print a
if (aL||u=="key") O=O a
aq+=f
}
function cw(a,g,n,bA){
n=0
for (g=3;g<7;g++){
bA=index("0123456789abcdef",tolower(substr(a,g,1)))-1
if (bA<0) return bA
n=n*16+bA
}
return n
}
function dm(a,e,b0){
D=e
as=6
if (e>=55296&&e<56320&&substr(a,7)~ /^\\u[Dd][C-Fc-f]/){
b0=cw(substr(a,7))
if (b0>=0){
D=(e-55232)*1024+b0-56320
as=12
}
}
if (!D||D>=55296&&D<57344) cx(X(substr(a,1,6),6))
}
function cx(b1){
V("a string without U+0000, the six characters \\u0000 and lone surrogates",b1 I(),"")
}
function dn(a,e){
e=a~ /^\\u/?cw(a):-1
if (e>=0) dm(a,e)
else if (a~ /^\\["\\\/bfnrt]/){
D=dl[substr(a,2,1)]
as=2
}else if (a~ /^\\/)
V("an escape of JSON",X(substr(a,1,2),2) I(),"write \\\\ for a backslash")
else{
bd=0
by(a)
if (bd) V("UTF-8",bB() I(),"convert it, for example with iconv")
else if (D<32) ag("unescaped control character " b2(D) " in a string" I())
}
}
function b3(a,f,bf){
O=bf=""
af=0
ax("\"",1)
while (ah==""){
a=ar(256)
f=match(a, /[^] !#-[^-~]/)?RSTART-1:length(a)
if (f){
a=substr(a,1,f)
ax(a,f)
}else if (a~ /^"/){
ax("\"",1)
return
}else if (a==""){
bg=1
return
}else{
dn(a)
a=bx(D)
f=1+(D>65535)
ax(a,as)
if (D==92) a="\\"
}
af+=f
if (af>20000000) ag("expected a string of at most 20000000 UTF-16 units")
bf=substr(bf,length(bf)-4) a
if (index(bf,"\\u0000")) cx("`\\u0000`")
}
}
function dp(a,F,at){
if (a+0>cy||a+0<-cy) return 1
if (a+0) return 0
split(tolower(a),F,"e")
sub(/^-/,"",F[1])
at=F[1]
sub(/[.]/,"",at)
return match(at, /[1-9]/)&&index(F[1] ".",".")-RSTART-1+F[2]>=0
}
function cz(a,at){
at=a
if (gsub(/[0-9]/,"",at)>1000) ag("expected a number of at most 1000 digits")
else if ((aL||a~ /[.eE]/)&&dp(a))
V("a number in the range of a double",X(a,32),"")
else if (cA=="timer"&&(a+0<-9000000000||a+0>9000000000))
V("from -9000000000 to 9000000000 seconds",X(a,32),"")
}
function dq(c,a){
if (c=="\""){
b3()
if (bg) return
a=substr(O,2,length(O)-2)
gsub(/\\[tnr]/," ",a)
sub(/^ +/,"",a)
sub(/ +$/,"",a)
}else{
a=match(ar(1100),cB)?substr(ar(1100),1,RLENGTH):""
aq+=length(a)
}
if (a!~cC) cD()
else cz(a)
print a
}
function dr(bh){
if (z==998) ag("expected at most 1000 levels of nesting in a line")
bC[++z]=bh
if (bh=="{") cE[z]=++fd
bi[z]=bh=="["?0:""
u=bh
ax(bh,1)
}
function ds(c,a){
u=z?"comma":"end"
if (aL) dq(c)
else if (c=="\"") b3()
else if (c=="{"||c=="[") dr(c)
else{
a=ar(1100)
a=match(a,cB)?substr(a,1,RLENGTH):""
if (a~cC) cz(a)
else if (a!~ /^(true|false|null)$/) dt(a)
ax(a,length(a))
}
}
function du(){
u="key"
b3()
u="colon"
bi[z]=O
if (dv[z,O]==cE[z]){
bi[z]=""
ag("duplicate key " O)
}
dv[z,O]=cE[z]
}
function dw(c){
if (c=="\""&&(u=="{"||u=="key")) du()
else if (c==":"&&u=="colon"){
u="value"
ax(c,1)
}else if (c==","&&u=="comma"){
ax(c,1)
u=bC[z]=="["?"value":"key"
if (u=="value") bi[z]++
}else if (z&&c==(bC[z]=="["?"]":"}")&&u~ /comma|[[{]/){
u=--z?"comma":"end"
ax(c,1)
}else dx(c)
}
function bD(a,c){
ct(a)
bE++
cF=" "
while (ah==""){
c=ar(1)
if (c=="") break
if (index(" \t\r",c)) aq++
else if (bg) ag("unescaped control character " b2(10) " in a string, after " X(P,60))
else{
if (!bF){
bF=bE
ai=ar(60)
}
if (u=="value"&&!(c=="]"&&bC[z]=="[")||u=="["&&c!="]")
ds(c)
else dw(c)
}
cF=c
}
if (a!~ /^[ \t\r]*$/) P=substr(a,bb>24?bb-23:1)
}
function dy(k,F,W,v,au,a,aw){
b4=k
aC[1]="or U+0000"
W=split(k,F,aj)
au=F[1]
for (v=2;v<=W;v++) au=au aj "\\" aj aj F[v]
au=k=="-"?"<&7":"<" aj au aj
au="{ tr " aj "\\000" aj " " aj "\\001" aj " " au "; } 2>/dev/null; set $?; echo; echo $1"
au|getline a
while ((au|getline aw)>0){
bD(a)
a=aw
}
close(au)
if (a+0) ag("cannot read "(k=="-"?"stdin":"the file " X(k,200)))
}
function dz(dA){
a3=dA
u="value"
bE=bF=bg=0
b4=""
aC[1]="SOH"
}
BEGIN{
cA=ENVIRON["kestra_option"]
aL=cA!~ /s$/
cy=1.7976931348623157e308
aj=sprintf("%c",39)
cC="^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
cB="^[^][{},: \t\r\"]+"
u="end"
z=0
}
/^\\\\/|| /^\\@/{
dz(substr($0,3))
cG=substr($0,2,1)=="@"
next
}
/^\\/{
if (u!="end"||bg) dB()
print substr($0,2)
next
}
cG{dy(substr($0,2))}
!cG&&ah==""{bD($0)}
END{print (ah!=""?"\n" ah "!":".")}
' ;;
  *) _kestra_program=$_kestra_program'
function bY(a,f){
if (af+f>be){
E=E a2
af=0
}
af+=f
E=E a
if (bz&&length(E)>4000){
print E
E=""
}
}
function bZ(a,f){
ct(a)
while ((a=ar(256))!=""){
f=match(a, /[^ -~]/)?RSTART-1:length(a)
if (f>0){
if (af<be&&af+f>be) f=be-af
aq+=f
a=substr(a,1,f)
gsub(/["\\]/,"\\\\&",a)
bY(a,f)
}else{
by(a)
aq+=as
bY(bx(D),1+(D>65535))
}
}
}
BEGIN{
E=a2=""
af=bz=0
be=15360
}
' ;;
 esac
 case $1 in
  message) _kestra_program=$_kestra_program'
BEGIN{
bz=1
a2=ENVIRON["kestra_option"]
if (a2=="") be=1.7976931348623157e308
}
NR>1{bY("\\n",1)}
{
if (a2!="") gsub(/\\u0000/,"\357\277\275")
bZ($0)
}
END{print E (bd?"!":".")}
' ;;
  pipe) _kestra_program=$_kestra_program'
function cp(a,df,j){
if (a!~ /^::[{].*[}]::$/){
j=dg
if (df) sub(/[A-Z]+/,"ERROR",j)
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
E=a
gsub(/["\\]/,"\\\\&",E)
if (E~ /[^ -~]/||length(a)>15360){
a2="\"}," substr(j,12)
E=j
j=""
af=0
bZ(a)
}
a=j E dh
}else a=a "\n"
if (df&&cq!=""){
print a|cq
fflush(cq)
}else{
print a
fflush()
}
}
function bT(){
if (aY) cp(ap,aZ)
for (;a0;a0--) cp("",0)
aY=aZ=bU=0
}
function e8(a){
if (a=="") return aY>1
if (a~ /^  [+] Exception Group Tr|^Traceback [(]/) return ap~ /exception( occurred)?:$/
if (a~ /^[ \t]/) return aZ||!a0&&ap!=""
if (a~ /^(During handling of the|The above exception was|Caused by:) /) return aZ
if (a~ /^[]})]/) return aY>1&&!a0
return a~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/&&(bU||ap~ /\n *[~^]+ *$/)
}
function e9(a){
bk=0
if (!aY||length(ap)>99999||!e8(a)){
bT()
ap=a
aY=1
}else if (a==""){
a0++
return
}else{
for (;a0;a0--) ap=ap "\n"
if (a~ /^[^ \t]/&&ap~ /\^ *$/) aZ=1
ap=ap "\n" a
aY++
}
if (a~ /Traceback [(]most recent call last[)]:$/) bU=aZ=1
else if (a~ /^[^ \t]/) bU=0
if (a~ /^[ \t]+at [^ ]/) aZ=1
}
function cr(a){
if (index(a,"\r")){
sub(/\r+$/,"",a)
sub(/.*\r/,"",a)
}
if (cs) e9(a)
else cp(a,0)
}
function bj(aM){
if (ay=="") return
print "x"(aM>255?aM-128:aM) "x\n"|ay
close(ay)
ay=""
}
BEGIN{
cs=ENVIRON["kestra_mode"]=="join"
bz=!cs
a4=ENVIRON["kestra_mark"]
ay=ENVIRON["kestra_done"]
cq=ENVIRON["kestra_errors"]
dg="::{\"logs\":[{\"level\":\"" ENVIRON["kestra_level"] "\",\"message\":\""
dh="\"}]}::\n"
ap=v=""
aY=a0=aZ=bU=bk=0
}
!cs&&!/[^ -~]/&&!/^::[{]/&&length($0)<15360&&!index($0,"\\u0000")&&!index($0,a4){
gsub(/["\\]/,"\\\\&")
print dg $0 dh
fflush()
next
}
{
aN=index($0,a4)
if (!aN){
cr(v $0)
v=""
next
}
v=v substr($0,1,aN-1)
if (/[0-9]$/){
if (v!="") cr(v)
v=""
bT()
bj(substr($0,aN+length(a4))+0)
}else if (bk++) bT()
}
END{
if (v!="") cr(v)
bT()
bj(137)
}
' ;;
  levels) _kestra_program=$_kestra_program'
function dG(a,aD,c){
c=substr(a,match(a, /[^ \t]/),1)
if (index("(<[|",c)){
if (a~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/&&s(a,r(match(a, /^[ \t]*[[<|] */)),"","","word",0)) return 1
if (a~ /^[ \t]*[(][A-Z]+[)]/&&ab(a,"[ \t]*[(]","[A-Z]+[)]","upper","","word",0)) return 1
if (a~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/&&s(a,r(match(a, /^[ \t]*[[][A-Za-z0-9_.]*:/)),"","","word",0)) return 1
}
if (a~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/&&s(a,r(match(a, /^[ \t:,-]*/)),"upper","","word",0)) return 1
if (index(a,":")){
if (a~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/&&ab(a,"[ \t]*([A-Za-z0-9_-]+[.])+","[A-Z]+:","upper","","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/&&s(a,r(match(a, /^[ \t]*[A-Za-z0-9_.-]+:/)),"upper","","word",0)) return 1
}
if (aD&&a~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/&&s(a,r(match(a, /^[ \t]*/)),""," trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ","word",0)) return 1
if (index("-",c)&&aD&&a~ /^[ \t]*- +[A-Za-z]+ +-( |$)/&&s(a,r(match(a, /^[ \t]*- +/)),""," silly trace verbose debug info notice warn warning error critical fatal ","word",0)) return 1
if (aD&&a~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/&&ab(a," +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +","[A-Z]+( |:|$)","upper"," trace debug info warn warning error critical fatal ","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\//&&s(a,r(match(a, /^[ \t]*[A-Za-z0-9_.-]+\//)),"upper","","word",0)) return 1
if (index("0123456789:",c)){
if (aD&&a~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/&&s(a,r(match(a, /^[ \t]*[0-9]+ of [0-9]+ /)),"upper","","word",0)) return 1
if (a~ /^[ \t]*[0-9]+ [[]System[]]/) return i("INFO")
if (match(a, /^: [A-Z] [^ ]+:[0-9]+[]] */)&&a5(a,"word",0)) return 1
}
if (index("LP",c)){
if (match(a, /^[ \t]*LOG:  /)) return w("INFO")
if (a~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return i("ERROR")
if (a~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return i("WARN")
if (a~ /^[ \t]*PHP Notice/) return i("INFO")
}
if (match(a, /^ *[A-Z] [|] /)&&a5(a,"word",0)) return 1
if (index(a,":")&&a~ /^[^ ]*:[A-Z]+:  /&&s(a,r(match(a, /^[^ ]*:/)),"upper"," log error fatal warning notice info debug panic ","word",0)) return 1
return 0
}
function dH(a,c){
c=substr(a,match(a, /[^ \t]/),1)
if (index("/0123456789[",c)){
if (a~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ /&&ab(a,"[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +","[A-Z]+ ","upper"," verbose debug log warn error fatal ","time",1)) return 1
if (a~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/&&s(a,r(match(a, /^[0-9\/]+ [0-9:]+ +/)),"lower"," debug info warn error fatal ","time",1)) return 1
if (a~ /^ *[[] *[A-Za-z]+ *[]]/&&s(a,r(match(a, /^ *[[] */)),"","","word",1)) return 1
if (a~ /^ *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *[A-Za-z]+ *[]]/&&ab(a," *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *","[A-Za-z]+ *[]]","","","word",1)) return 1
}
if (a~ /^[^ -~]+ [[][A-Z]+[]]/&&s(a,r(match(a, /^[^ -~]+ [[]/)),"upper","","word",1)) return 1
if (a~ /^[A-Za-z0-9_.:-]+ +- +[A-Z]+ +-( |$)/&&s(a,r(match(a, /^[A-Za-z0-9_.:-]+ +- +/)),"upper","","word",1)) return 1
if (index("(<",c)){
if (a~ /^[(][A-Z]+[)] /&&ab(a,"[(]","[A-Z]+[)] ","upper","","word",1)) return 1
if (a~ /^<[A-Z]+>( |$)/&&s(a,r(match(a, /^</)),"upper","","word",1)) return 1
if (a~ /^<[a-z]+> +[[]/&&s(a,r(match(a, /^</)),"lower","","word",1)) return 1
}
if (index(a,":")){
if (a~ /^[^ :]+:[0-9]+ +[A-Z]+( |:|$)/&&s(a,r(match(a, /^[^ :]+:[0-9]+ +/)),"upper"," trace debug info warn warning error critical fatal ","word",1)) return 1
if (a~ /^ +[0-9]+:[0-9]+ +[a-z]+  /&&s(a,r(match(a, /^ +[0-9]+:[0-9]+ +/)),"lower"," error warning ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9\/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?[A-Z]+( |:|[]]|$)/&&ab(a,"([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?","[A-Z]+( |:|[]]|$)","upper","","time",1)) return 1
if (index("s",c)&&a~ /^sox [A-Z]+ [a-z0-9_-]+: /&&s(a,r(match(a, /^sox /)),"upper"," fail warn info dbug debug ","word",1)) return 1
if (index("(*=[",c)){
if (a~ /^ *[[][^]]*[]][ \t]+[A-Z]+([ \t:]|$)/&&s(a,r(match(a, /^ *[[][^]]*[]][ \t]+/)),"upper","","word",1)) return 1
if (a~ /^=[A-Z]+ REPORT=+/&&s(a,r(match(a, /^=/)),"upper","","Erlang",1)) return 1
if (a~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: /&&ab(a,"([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*","[A-Za-z]+( [*][*])?: ",""," error critical warning message info debug ","word",1)) return 1
}
if (a~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/&&ab(a,"([A-Za-z0-9_.]+-)+","[A-Za-z]+( [*][*]: |: [0-9:.]+: )",""," error critical warning message info debug ","word",1)) return 1
if (index(a,":")){
if (a~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/&&s(a,0,"lower"," trce dbug info warn fail crit ","word",1)) return 1
if (a~ /^(\342\224\214|[[]) [A-Za-z]+: /&&ab(a,"(\342\224\214|[[]) ","[A-Za-z]+: ",""," debug info warning error ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/&&ab(a,"([[][^]]*[]] \342\200\272 )?[^ -~]+ +","[a-z]+ +","lower"," error fatal warn warning info debug note success ","word",1)) return 1
if (a~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/&&s(a,r(match(a, /^ */)),"upper","","word",1)) return 1
if (a~ /^ *[A-Z]+ /&&s(a,r(match(a, /^ */)),"upper"," trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl debu erro fata crit ","word",1)) return 1
return 0
}
function dI(a,f){
if (a!~ /(level|lvl|severity|loglevel)=["\047]?[A-Za-z]+/) return 0
if (a~ /^[A-Za-z0-9_.@-]+=/) return 1
return (f=b5(a))&&substr(a,f+1)~ /^ +[a-z_]+=/
}
function dJ(a){
if (!match(a, / ((level|lvl|severity|loglevel)=["\047]?)[A-Za-z]+/)) return 0
a=substr(a,RSTART+1)
return RSTART+r(match(a, /^(level|lvl|severity|loglevel)=["\047]?/))
}
function dK(a,c){
c=substr(a,match(a, /[^ \t]/),1)
if (match(a, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */)&&a5(a,"stamped",1)) return 1
if (match(a, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)&&a5(a,"stamped",1)) return 1
if (index("!#(*0123456789:<=[",c)){
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return b6("DEBUG")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return b6("INFO")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return b6("WARN")
if (match(a, /^<[0-3]>/)) return w("ERROR")
if (match(a, /^[[][A-Z]::[^]]*[]] */)&&a5(a,"word",0)) return 1
if (match(a, /^<4>/)) return w("WARN")
if (match(a, /^<[56]>/)) return w("INFO")
if (match(a, /^<7>/)) return w("DEBUG")
if (a~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return i("ERROR")
if (match(a, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return w("ERROR")
}
if (index(a,":")&&match(a, /^[A-Z], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)&&a5(a,"stamped",1)) return 1
if (index("EFINW",c)){
if (a~ /^(E|Err|F): /) return i("ERROR")
if (a~ /^W: /) return i("WARN")
if (a~ /^[NI]: /) return i("INFO")
}
if (index("dfjpt",c)){
if (a~ /^debug[1-3]: /) return i("DEBUG")
if (a~ /^(jq: [0-9]+ compile errors?$|panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return i("ERROR")
}
if (index(a,":")&&a~ /^( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:/) return i("ERROR")
if (a~ /^(\342\225\255(\342\224\200)+|[+]-+) (Traceback [(]most recent call last[)]|Error) /) return i("ERROR")
if (index("EPRST",c)&&a~ /^(Exception in thread |SIG[A-Z]+: |The application panicked|Exception: [A-Z][A-Za-z_.]*( .*)?[.]$|(Parse|Runtime) error near )/) return i("ERROR")
if (a~ /^([Ee]rror during |[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return i("ERROR")
if (index("CEFIPRSU",c)&&a~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable|User|Usage|Runtime|Internal) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] )/) return i("ERROR")
if (index("n",c)&&match(a, /^npm (ERR!|error) */)) return w("ERROR")
if (index(a,":")&&a~ /^([a-z0-9_-]+ (error|fatal): |[Ee]rrors?:$)/) return i("ERROR")
if (index("E",c)&&a~ /^Error (opening|reading|writing|while) /) return i("ERROR")
if (index(a," @ error/")&&a~ / @ error\/[A-Za-z0-9_.-]+\//) return i("ERROR")
if (index(a,":")&&a~ /^[0-9A-F]+:error:/) return i("ERROR")
if (index("EFS",c)){
if (a~ /^(ERROR!|Fatal Python error)/) return i("ERROR")
if (match(a, /^SLF4J[(]E[)]: */)) return w("ERROR")
}
if (index("l",c)&&match(a, /^log4j:ERROR */)) return w("ERROR")
if (index(a,":")&&a~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return i("ERROR")
if (index("egn",c)){
if (a~ /^(escript: exception|goroutine [0-9]+ [[])/) return i("ERROR")
if (match(a, /^npm (WARN|warn) */)) return w("WARN")
}
if (index("CDPSW",c)){
if (a~ /^System[.][A-Za-z.]*Exception: /) return i("ERROR")
if (a~ /^(Warning [0-9]+( [[][^]]*[]])?: |WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return i("WARN")
}
if (index("(",c)&&a~ /^[(]!+[)] /) return i("WARN")
if (index(a,":")&&a~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return i("WARN")
if (index("ITW",c)&&a~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return i("WARN")
if (index(a,":")&&a~ /^[A-Za-z.]*Warning: /) return i("WARN")
if (index("CLPS",c)){
if (a~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return i("WARN")
if (match(a, /^SLF4J[(]W[)]: */)) return w("WARN")
}
if (index("l",c)&&match(a, /^log4j:WARN */)) return w("WARN")
if (index(a," @ warning/")&&a~ / @ warning\//) return i("WARN")
if (index("#(:=>",c)){
if (match(a, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return w("WARN")
if (a~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return i("WARN")
if (match(a, /^::notice( [^:]*(:[^:]+)*)?::/)) return w("INFO")
if (match(a, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return w("DEBUG")
if (a~ /^(> Task .* FAILED$|== Compilation error in file )/) return i("ERROR")
}
if (index("LPSW",c)){
if (a~ /^(Lua warning: |Warning in )/) return i("WARN")
if (a~ /^PHP Notice/) return i("INFO")
if (match(a, /^SLF4J[(]I[)]: */)) return w("INFO")
if (match(a, /^SLF4J[(]D[)]: */)) return w("DEBUG")
}
if (index(a,":")&&a~ /^\t?[a-z0-9_-]+ warning: /) return i("WARN")
if (index("ehilnsvw",c)){
if (match(a, /^npm (notice|info) */)) return w("INFO")
if (a~ /^(info|notice) ([a-z]+ )?[a-z]/) return i("INFO")
if (match(a, /^npm (http|verb|verbose|timing) */)) return w("DEBUG")
if (match(a, /^log4j:DEBUG */)) return w("DEBUG")
if (a~ /^((verb|http) [a-z]+ |verbose [0-9]+[.][0-9]+ )/) return i("DEBUG")
if (a~ /^((npm )?sill [a-z]+ |npm silly )/) return i("TRACE")
if (a~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return i("ERROR")
if (a~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return i("WARN")
if (a~ /^info [A-Z"]/) return i("INFO")
}
if (a~ /^(docker: )?Error (response )?from /) return i("ERROR")
if (index("DE",c)){
if (a~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return i("ERROR")
if (a~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return i("WARN")
}
if (index(a,":")&&a~ /^[^ ]+: hint: /) return i("INFO")
if (index("fhst",c)){
if (match(a, /^hint: /)) return w("INFO")
if (match(a, /^(trace|silly): /)) return w("TRACE")
if (a~ /^failed: [[][^]]*[]] /) return i("ERROR")
}
if (index("[",c)&&match(a, /^[[]DEPRECATION WARNING[]]: /)) return w("WARN")
if (index(a,":")){
if (a~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: /&&s(a,0,""," verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ","word",0)) return 1
if (a~ /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: /&&ab(a,"([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?","[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ",""," trace finest debug dbg verbose fine finer info information informational notice note config warn warning caution warnung avertissement advertencia error err severe critical crit fatal alert emerg emergency panic fehler ","behind a place",0)) return 1
if (a~ /^[^ ]+: LOG:  /) return i("INFO")
if (a~ /^[^ ]+: [[][A-Za-z]+[]]/&&s(a,r(match(a, /^[^ ]+: [[]/)),"","","word",0)) return 1
if (a~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: /&&s(a,r(match(a, /^[^ ]+:[0-9]+ - /)),"lower"," error warning info ","word",0)) return 1
}
if (index("h",c)&&match(a, /^http: +/)) return w("DEBUG")
return 0
}
function b5(a){
if (match(a, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
return 0
}
function dL(a,j,f){
j=r(match(a, /^ *[[(<]? ?/))
f=b5(substr(a,j+1))
return f?j+f+(substr(a,j+f+1,1)~ /^[])>,;:]/):0
}
function dM(a,f){
if (!(f=b5(a))||substr(a,f+1,1)!=" ") return 0
return f+r(match(substr(a,f+1), /^ +/))
}
function dN(a){
if (match(a, /^[0-9]+ [[]/)) return RLENGTH
return 0
}
function dO(a){
if (match(a, /^[ \t]*[[][^]]*[]]:?/)) return RLENGTH
if (match(a, /^[ \t]*[(][^)]*[)]:?/)) return RLENGTH
if (match(a, /^[ \t]*[{][{]?[^{}]*[}]+/)) return RLENGTH
if (match(a, /^[ \t]*<[^>]*>/)) return RLENGTH
if (match(a, /^[ \t]*[0-9][0-9.]*s?:/)) return RLENGTH
if (match(a, /^[ \t]*[0-9][0-9.]*s? /)) return RLENGTH
if (match(a, /^[ \t]*0x[0-9a-f]+/)) return RLENGTH
if (match(a, /^[ \t]*-+/)) return RLENGTH
if (match(a, /^[ \t]*[|]/)) return RLENGTH
if (match(a, /^[ \t]*#[0-9]+/)) return RLENGTH
if (match(a, /^[ \t]*[A-Za-z0-9_.$\/@-]+[[][0-9:]*[]]:?/)) return RLENGTH
if (match(a, /^[ \t]*[A-Za-z0-9_.$\/@:()-]+ ([-|]|[^\t -~]+)/)) return RLENGTH
if (match(a, /^[ \t]*[^\t -~]+/)) return RLENGTH
if (match(a, /^[ \t]*main /)) return RLENGTH
if (match(a, /^[ \t]*[A-Za-z0-9_.\/-]+[.][A-Za-z]+:[0-9]+ /)) return RLENGTH
if (match(a, /^[ \t]*[A-Za-z0-9_-]+[.][A-Za-z0-9_.$-]+:? /)) return RLENGTH
if (match(a, /^[ \t]*[^ \t]+@[^ \t]+/)) return RLENGTH
if (match(a, /^[ \t]*[A-Za-z0-9_-]+ [A-Za-z0-9_.-]+[[][0-9]+[]]:?/)) return RLENGTH
return 0
}
function dP(a){
if (a~ /^(( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/) return "python"
if (a~ /^(panic: |fatal error: |goroutine [0-9]+ [[]|SIG[A-Z]+: )/) return "go"
if (a~ /^((\/|file:\/|node:|[A-Za-z]:[\\])[^ ]*|[^ ]+[.][cm]?[jt]sx?):[0-9]+$/) return "node_place"
if (a~ /^(thread \047.*panicked at|The application panicked)/) return "rust"
if (a~ /^((In addition: )?Warning messages?:|Error in .*: *$|Error: *$|Error in )/) return "r"
if (a~ /^Unhandled .* in thread/) return "lisp"
if (a~ /^([^ ]+ [0-9]+, [0-9]+ [0-9:]+ [^ ]+ [^ ]+ [^ ]+$|[0-9-]+ [0-9:]+ [[][^]]*[]] [^ ]+$|[0-9.\/ -]+[ ,]+[0-9:]+ [^ ]+ [^ ]+$)/) return "next_line_s_level"
if (a~ /^(Exception in thread|PHP (Fatal|Warn)|Fatal error)/||a~ /(Exception|Error)(: |$)/) return "exception"
if (a~ /^\342\225\267$/) return "box"
if (a~ /^stack traceback:$/) return "lua"
if (a~ /^[[](ERROR|WARNING|DEPRECATION WARNING)[]]: /) return "ansible"
if (a~ /^(WARNING|ERROR) in /) return "paragraph"
if (a~ /^Trace(: |$)/) return "trace"
if (a~ /^--------------$/) return "statement"
if (a~ /^File "[^"]*", lines? [0-9-]+(, characters [0-9-]+)?:$/) return "source_place"
return ""
}
function dQ(a){
return a~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack trace|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|Usage: |compilation terminated[.])/
}
function b7(a){
return a~ /^[ \t]*[~^]+[ \t~^]*$/
}
function dR(a){
return a~ /^([A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}
function dS(a){
return a~ /^(Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/
}
function dT(a){
return a~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}
function cH(a){
return a~ /^(During handling of the above|The above exception was)/
}
function dU(a){
return a~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}
function dV(a){
return a~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}
function dW(a){
return a~ /^([0-9]+: |In |Execution halted|Calls:)/
}
function dX(a){
return a~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}
function dY(a){
return a~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}
function dZ(a){
return a~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}
function d0(a){
return a~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}
function d1(a){
return a~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}
function d2(a){
return a~ /^ERROR [0-9]+ [(]/
}
function d3(a){
return a~ /^([0-9]+ [|]|[ \t])/
}
function d4(a){
return a~ /^Error( [(][^)]*[)])?:/
}
function d5(a){
return a~ /^(Warning|Alert)( |:)/
}
function cI(a){
return a~ /^[-*] /
}
function d6(a){
return a~ /(xception|rror|raceback)/
}
function cJ(a){
if (match(a, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return r(1)
return 0
}
function d7(a){
if (match(a, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
if (match(a, /^[-|:,]+[ \t]+/)) return RLENGTH
if (match(a, /^[|]/)) return RLENGTH
return 0
}
function d8(a){
if (match(a, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
if (match(a, /^[(][0-9]+[)]/)) return RLENGTH
if (match(a, /^[0-9]+ +---/)) return RLENGTH
if (match(a, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
if (match(a, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
return 0
}
function d9(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
return 0
}
function ea(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
return 0
}
function eb(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
return 0
}
function ec(a){
if (match(a, /^[A-Za-z0-9_.@-]+="([^"\\]|\\.)*"/)) return RLENGTH
if (match(a, /^[A-Za-z0-9_.@-]+=[^ ]*/)) return RLENGTH
return 0
}
BEGIN{
bm("TRACE","trace trc trac finest silly trce T V")
bm("DEBUG","debug dbg dbug debg deb verbose verb vrb fine finer http debugging debu D")
bm("INFO","info inf information informational notice note config success succ message infos msg log noti I N A M")
bm("WARN","warn warning wrn caution warnings warnung avertissement advertencia W")
bm("ERROR","error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro failure fail failed fehler errors pani C E F")
bn("TRACE","\346\234\200\343\202\202\350\251\263\347\264\260;LE PLUS PR\303\211CIS;AM FEINSTEN")
bn("DEBUG","\350\251\263\347\264\260;\346\231\256\351\200\232;PLUS PR\303\211CIS;PR\303\211CIS;FEIN;FEINER")
bn("INFO","\346\247\213\346\210\220;\346\203\205\345\240\261;INFOS;INFORMATION;KONFIGURATION;INFORMACI\303\223N;\344\277\241\346\201\257")
bn("WARN","\350\255\246\345\221\212;AVERTISSEMENT;WARNUNG;ADVERTENCIA")
bn("ERROR","\351\207\215\345\244\247;\344\270\245\351\207\215;GRAVE;SCHWERWIEGEND")
bo("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",aE)
bo("log/level info/level @fields/level record/level/name _meta/logLevelName",cK)
bo("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",bp)
bo("fields/message info/msg data/msg record/message",cL)
aO("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError",b8)
aO("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace",cM)
aO("severityNumber severity_number",ed)
aO("short_message host timestamp time _time ts @timestamp",ee)
aO("time timestamp pid hostname v msg message",ef)
bo("s ctx",cN)
aO("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",eg)
aO("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",eh)
}
''
function ei(d,F,b){
if (index(d,"\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/,"",d)
if (!index(d,"\r")) return d
sub(/\r+$/,"",d)
if (!index(d,"\r")) return d
for (b=split(d,F,"\r");b;b--) if (!b9(F[b])) return F[b]
return ""
}
function b9(a){
if (a~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/,"",a)
if (a~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/,"",a)
return a==""
}
function bD(a){
h=a
J=K=""
Q=aP=P=0
if (b9(a)){
K="blank"
return
}
if (a~ /^[{].*[}][ \t\r\v\f]*$/&&ej(a)){
K="JSON"
Q=1
return
}
if (ek(a)) return
if (!(dH(a)||el(a)||dK(a))&&bI&&!aQ(a,"  ")){
K="time"
Q=1
P=bI
}
}
function ek(a,g,aD,ak,f){
bI=dL(a)
g=bI?bI:dN(a)?index(a,"[")-1:0
if (!g) return 0
aD=1
a=substr(a,g+1)
for (ak=6;ak;ak--){
if (dG(a,aD)){
K="time"
Q=1
if (aP||P){
aP+=g
P+=g
}
return 1
}
if (!(f=dO(a))) return 0
aD=substr(a,f,1)~ /[])\200-\377]/
a=substr(a,f+1)
g+=f
}
return 0
}
function el(a,aR,j){
if (!index(a,"=")||!dI(a)) return 0
aR=""
while (match(a, /"([^"\\]|\\.)*"/)){
j=substr(a,RSTART,RLENGTH)
if (index(j," ")) gsub(/./,"_",j)
aR=aR substr(a,1,RSTART-1) j
a=substr(a,RSTART+RLENGTH)
}
aR=aR a
j=dJ(" " aR)
return j&&s(aR,j-1,"","","logfmt",1)
}
function bq(l,az,j,al,aS){
J=l
K=az
aP=j
P=al
Q=aS
return 1
}
function i(l){
return bq(l,"text",0,0,0)
}
function w(l){
return bq(l,"text",0,RLENGTH,0)
}
function b6(l){
return bq(l,"stamped",0,RLENGTH,1)
}
function a5(a,az,aS,f,ca){
f=RLENGTH
ca=substr(a,match(a, /[A-Z]/),1)
return ca in aF&&bq(aF[ca],az,0,f,aS)
}
function ab(a,cO,em,bJ,ac,az,aS,j){
j=r(match(a,"^(" cO ")"))
while (j&&!(substr(a,1,j)~("^(" cO ")$")&&substr(a,j+1)~("^" em))) j--
return s(a,j,bJ,ac,az,aS)
}
function s(a,g,bJ,ac,az,aS,t,l){
a=substr(a,g+1)
t=match(a, /^[A-Za-z]+/)?substr(a,1,RLENGTH):""
if (bJ=="upper"&&t!=toupper(t)) return 0
if (bJ!="lower") t=tolower(t)
if (!(t in aF)||ac!=""&&!index(ac," " t " ")) return 0
l=aF[t]
a=substr(a,length(t)+1,2)
if (l=="DEBUG"&&a=="-4") l="TRACE"
return bq(l,az,g,g+length(t),aS)
}
function r(j){
return j&&RLENGTH>0?RLENGTH:0
}
function bm(l,ac,aG,b){
for (b=split(ac,aG," ");b;b--) aF[aG[b]]=l
}
function bn(l,ac,aG,b){
for (b=split(ac,aG,";");b;b--) cP[aG[b]]=l
}
function bo(ac,aT){
split(ac,aT," ")
}
function aO(ac,aT,aG,b){
for (b=split(ac,aG," ");b;b--) aT[aG[b]]=1
}
function ej(a,cb,o,m,b){
bK=index(a,"\\")
aA=cc(a,G,L)
if (aA<0) return 0
split("",Z)
for (b=aA;b;b--) Z[G[b]]=b
if (!en()) return 0
cb=br
m=""
cQ=0
o=eo()
sub(/\n+$/,"",o)
av=""
for (b=1;b<=aA;b++){
if (b==cQ||G[b] in b8||G[b]==cb) continue
a=L[b]
if (cb==""&&G[b]=="record"&&a~ /^[{]/&&"text" in Z) a=ep(b)
if (a~ /^[{[]/||G[b] in cM) a=eq(b)
if (a!="") m=m ",\"" G[b] "\":" a
}
if (m!="") o=o (o==""?"{":" {") substr(m,2) "}"
o=o (o==""?substr(av,2):av)
if (o!="") h=o
return 1
}
function cc(a,A,ad,aB,bL,R,b,p,g,S,M,j,cR){
aB=0
R=split(a,bL,"\"")
cR=a~ /[\001-\037]/
g=1
cd=0
S=4
M=""
for (b=1;;b++){
p=bL[b]
if (S==3&&(p==":"||p==": ")) S=4
else if (S==6&&(p==","||p==", ")) S=substr(M,length(M))=="{"?1:4
else if (S==3&&p~ /^: ?[1-9][0-9]*, ?$/){
if (M=="{"){
match(p, /[0-9]+/)
ad[aB]=substr(p,RSTART,RLENGTH)
}
S=1
}else{
Y=S
T=M
bM=j
if (!er(a,p,g,aB,ad)) return-1
S=Y
M=T
j=bM
}
if (b>=R) return S==7&&!(cd&&index(substr(a,2),"{")+index(a,"["))?aB:-1
g+=length(p)
p=bL[++b]
if (bK) while (p~ /\\$/&&b<R&&p~ /(^|[^\\])(\\\\)*\\$/) p=p "\"" bL[++b]
if (b>=R) return-1
if ((cR||bK)&&(S>3||M!="{")&&!cS(p)) cd=1
if (S<3){
if (M=="{") A[++aB]=p
S=3
}else if (S<6&&S>3&&M!=""){
if (M=="{") ad[aB]="\"" p "\""
S=6
}else return-1
g+=length(p)+2
}
}
function er(a,p,g,aB,ad,B){
while (1){
if (match(p, /^[ \t\r\n]+/)){
g+=RLENGTH
p=substr(p,RLENGTH+1)
}
if (p=="") return 1
B=substr(p,1,1)
if (B=="{"||B=="["){
if (Y!=4&&Y!=5||T==""&&B=="[") return 0
if (T=="{") bM=g
T=T B
Y=B=="{"?2:5
}else if (B=="}"||B=="]"){
if (T==""||substr(T,length(T))!=(B=="}"?"{":"[")) return 0
if (Y!=6&&Y!=(B=="}"?2:5)) return 0
T=substr(T,1,length(T)-1)
Y=T==""?7:6
if (T=="{") ad[aB]=substr(a,bM,g+1-bM)
}else if (B==":"){
if (Y!=3) return 0
Y=4
}else if (B==","){
if (Y!=6) return 0
Y=T~ /[{]$/?1:4
}else{
if (T==""||Y!=4&&Y!=5) return 0
if (match(p, /^-?[0-9][-+.0-9eE]*/)){
if (!cT(substr(p,1,RLENGTH))) cd=1
}else if (!match(p, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (T=="{") ad[aB]=substr(p,1,RLENGTH)
Y=6
g+=RLENGTH-1
p=substr(p,RLENGTH)
}
g++
p=substr(p,2)
}
}
function cT(a){
return a~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function aU(d){
return d~ /^"/&&(!bK||cS(substr(d,2,length(d)-2)))
}
function cS(a){
if (a~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/,"",a)
return!index(a,"\\")
}
function es(N,x,g,e,aJ){
x=""
while (g=index(N,"\\")){
x=x substr(N,1,g-1)
e=substr(N,g+1,1)
N=substr(N,g+2)
if (e=="u"){
e=cU(substr(N,1,4))
N=substr(N,5)
aJ=N~ /^\\u[dD][c-fC-F]/?cU(substr(N,3,4)):0
if (e>55295&&e<56320&&aJ){
e=(e-55296)*1024+aJ+9216
N=substr(N,7)
}
x=x et(e)
}else x=x (e in a6?a6[e]:e)
}
return x N
}
function cU(at,n,b){
n=0
at=tolower(at)
for (b=1;b<=4;b++) n=n*16+index("123456789abcdef",substr(at,b,1))
return n
}
function et(e){
if (!e) return "\\u0000"
if (e>55295&&e<57344) e=65533
if (e<128) return sprintf("%c",e)
if (e<2048) return sprintf("%c%c",192+int(e/64),128+e%64)
if (e<65536) return sprintf("%c%c%c",224+int(e/4096),128+int(e/64)%64,128+e%64)
return sprintf("%c%c%c%c",240+int(e/262144),128+int(e/4096)%64,128+int(e/64)%64,128+e%64)
}
function am(d){
d=substr(d,2,length(d)-2)
return index(d,"\\")?es(d):d
}
function en(k,b,a){
for (k=1;k in aE;k++)
if (aE[k] in Z)
for (b=Z[aE[k]];b<=aA;b++)
if (G[b]==aE[k]&&(J=cV(L[b]))!=""){
br=G[b]
return 1
}
br=""
for (k=1;k in cK;k++)
if ((J=cV(eu(cK[k])))!="") return 1
for (k=1;k in aE;k++)
if (aE[k] in Z)
for (b=Z[aE[k]];b<=aA;b++)
if (G[b]==aE[k]&&cT(L[b])&&(J=ev(G[b],L[b]+0))!=""){
br=G[b]
return 1
}
for (b=1;b<=aA;b++)
if (G[b]==cN[1]&&cN[2] in Z&&aU(L[b])){
br=G[b]
a=index("DIWEF",substr(L[b],2,1))
J=substr(L[b],2)~ /^[DIWEF]/?ce(a+1):""
return J!=""
}
return 0
}
function cV(d,t){
if (!aU(d)) return ""
t=tolower(am(d))
gsub(/^[\t-\r ]+|[\t-\r ]+$/,"",t)
if (t=="debug-4") return "TRACE"
sub(/[-+].*/,"",t)
return t in aF?aF[t]:""
}
function eu(a3,A,R,d,b){
b=index(a3,"/")
if (!(substr(a3,1,b-1) in Z)) return ""
R=split(a3,A,"/")
d=L[Z[A[1]]]
for (b=2;b<=R;b++) d=an(d,A[b])
return d
}
function an(d,O,A,ad,b){
if (d!~ /^[{]/) return ""
for (b=cc(d,A,ad);b>0;b--) if (A[b]==O) return ad[b]
return ""
}
function ev(k,n){
if (k in ed)
return n<1||n>24?"":ce(int((int(n)-1)/4)+1)
if (n>=0&&n<=7&&cW(ee))
return n<4?"ERROR":n<5?"WARN":n<7?"INFO":"DEBUG"
if (n>=10&&n<=60&&cW(ef)) return ce(int(n/10))
return ""
}
function ce(b){
return b<2?"TRACE":b<3?"DEBUG":b<4?"INFO":b<5?"WARN":"ERROR"
}
function cW(aT,b){
for (b=1;b<=aA;b++) if (G[b] in aT) return 1
return 0
}
function ep(b,bN){
bN=an(L[b],"extra")
if (bN!~ /^[{]/) return L[b]
G[b]="extra"
return L[b]=bN~ /^[{][ \t]*[}]$/?"":bN
}
function eo(k,b,A,d){
for (k=1;k in bp;k++)
if (bp[k] in Z&&bp[k]!=br)
for (b=Z[bp[k]];b<=aA;b++)
if (G[b]==bp[k]&&aU(L[b])){
cQ=b
return am(L[b])
}
for (k=1;k in cL;k++){
split(cL[k],A,"/")
if (A[1] in Z&&!(A[1] in b8))
for (b=Z[A[1]];b<=aA;b++)
if (G[b]==A[1]&&(d=an(L[b],A[2]))~ /^"/){
split(A[2],A," ")
L[b]=cX(L[b]," " A[1] " ")
return am(d)
}
}
return ""
}
function cX(d,aT,A,ad,R,b,x){
R=cc(d,A,ad)
x=""
for (b=1;b<=R;b++)
if (!index(aT," " A[b] " ")) x=x ",\"" A[b] "\":" ad[b]
return x==""?"":"{" substr(x,2) "}"
}
function eq(b,d,a){
d=L[b]
if (G[b] in cM&&(a=cY(d))!=""){
av=av "\n" a
return ""
}
if (!index(d,"stack")&&!bK||(a=cZ(d))=="") return d
ew(d,a)
return cX(d," type name message stack cause nativeError ")
}
function cY(d,a,N){
a=""
if (d~ /^"/){
if (!index(d,"\\")) return ""
d=am(d)
if (!index(d,"\n")) return ""
sub(/\n+$/,"",d)
return d
}
if (d!~ /^[[].*[]]$/) return ""
if (d~ /^[[][ \t]*[{]/) return ex(d)
N=d
gsub(/"([^"\\]|\\.)*"/,"s",N)
if (N!~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(d, /"([^"\\]|\\.)*"/)){
a=a "\n" am(substr(d,RSTART,RLENGTH))
d=substr(d,RSTART+RLENGTH)
}
return substr(a,2)
}
function ex(d,m,cf,I,bO,a){
m=d
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/,"c",m)
if (m!~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(d, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)){
cf=substr(d,RSTART,RLENGTH)
d=substr(d,RSTART+RLENGTH)
I=an(cf,"fullFilePath")
bO=an(cf,"method")
if (!aU(I)) return ""
I=am(I)
a=a "\n    at "(aU(bO)&&bO!="\"[undefined]\""?am(bO) " (" I ")":I)
}
return substr(a,2)
}
function cZ(cg,M,a,k,o){
M=an(cg,"stack")
if ((a=cY(M))==""||M!~ /^[[][ \t]*[{]/) return a
k=an(cg,"name")
o=an(cg,"message")
return aU(k)&&aU(o)?am(k) ": " am(o) "\n" a:a
}
function ew(d,M,aH,a,ak){
av=av "\n" M
aH=an(d,"cause")
for (ak=1;aH~ /^[{]/&&ak<10;){
a=cZ(aH)
if (a==""){
a=an(aH,"message")
a=a~ /^"/?am(a):"\001"
}
if (a!="\001"&&!index(M,a)&&a!=""){
av=av "\nCaused by: " a
ak++
}
aH=an(aH,"cause")
}
if (aH~ /^"/) av=av "\nCaused by: " am(aH)
}
function c0(al){
if (K=="Erlang") return "paragraph"
if (K=="time"&&J!=""&&!index(h,"Error")&&!index(h,"Exception")) return ""
al=index(h,"\n")
return dP(al?substr(h,1,al):h)
}
function ey(){
if (q=="node_place") return ez()
if (q=="next_line_s_level") return eA()
if (q=="source_place") return eB()
if (q=="statement") return eC()
if (q=="box") return eD()
if (q=="ansible") return eE()
if (q=="python") return eF()
if (q=="python done") return eG()
if (q=="go") return dU(h)?1:""
if (q=="rust") return!W&&!U||dV(h)?1:""
if (q=="r") return U?"":!W&&!Q||dW(h)?1:""
if (q=="paragraph") return U||Q?"":1
if (q=="trace") return aQ(h,"    at ")&&!U?1:""
if (q=="lua") return h~ /^\t/?1:""
if (q!="lisp") return ""
if (aQ(h,"unhandled condition in")) q=""
return 1
}
function c1(a,al){
al=index(a,": ")
if (al) a=substr(a,1,al-1)
if (a in cP) return cP[a]
return a==toupper(a)&&tolower(a) in aF?aF[tolower(a)]:""
}
function aQ(a,j){
return substr(a,1,length(j))==j
}
function ez(){
if (!W) return!(U||Q)
if (W==1){
if (!b7(h)) return 0
C="ERROR"
return 1
}
if (aQ(h,"Node.js v")) q="exception"
return C!=""
}
function eA(l){
if (W||U) return ""
l=c1(h)
if (l=="") return ""
C=l
a7="time"
a8=1
return 1
}
function eB(){
if (d4(h)) C="ERROR"
else if (d5(h)) C="WARN"
else return!Q&&(d3(h)||b7(h))
q=""
return 1
}
function eC(){
if (!d2(h)) return!(Q||J!=""||U)&&W<200
C="ERROR"
q=""
return 1
}
function eD(){
if (!W)
C=aQ(h,"\342\224\202 Error: ")?"ERROR":aQ(h,"\342\224\202 Warning: ")?"WARN":""
return C!=""&&h~ /^(\342\224\202|\342\225\265)/
}
function eE(){
if (Q||d1(h)) return 0
return!U||h~ /^[ \t]/||h~ /^([0-9]+ |Origin: )/
}
function eF(){
if (h~ /^([ \t]|Traceback)/||cH(h)||dT(h)) return 1
if (dR(h)&&!(Q&&!index(h,": "))){
q="python done"
return 1
}
return!Q
}
function eG(){
if (!cH(h)) return ""
q="python"
return 1
}
function eH(aV){
if (K=="blank"){
eI()
return
}
if (bP&&(q!=""||!Q||h~ /^\t/)){
aV=eJ()
if (aV=="wait"){
c2()
return
}
if (aV){
eK()
return
}
}
if (aa||ae) bl()
eL()
bs=bQ=h
c3=C=J
a7=K
c4=P
a8=Q
bt(h,J,K,aP,P)
W=U=0
bP=1
q=c0()
if (K==""&&q=="") bH()
}
function c2(){
eM[++ae]=h
eN[ae]=J
ch[ae]=K
eO[ae]=aP
eP[ae]=P
}
function bt(a,l,az,j,al){
if (aa++){
ao=ao "\n" a
return
}
ao=aW=a
ci=l
a9=az
c5=j
aX=al
}
function bH(b,c6){
if (aa) cj(C)
c6=C==""
b=ae
ae=aa=0
ao=""
for (bR=1;bR<=b;bR++)
if (c6||ch[bR]!="blank"){
c7(bR)
cj("")
aa=0
ao=""
}
}
function c7(b){
bt(eM[b],eN[b],ch[b],eO[b],eP[b])
}
function bl(ck,R,b){
bP=0
if (C==""&&(q=="node_place"||q=="source_place"||q=="statement")){
R=split(ao,ck,"\n")
aa=0
for (b=1;b<=R;b++){
if (b==1) bt(ck[1],ci,a9,c5,aX)
else bt(ck[b],eQ,eR,eS,eT)
cj("")
aa=0
}
ao=""
}
bH()
}
function eI(){
U=1
if (!bP) return
c2()
if (ae>100) bl()
}
function eK(b){
for (b=1;b<=ae;b++) c7(b)
ae=0
bt(h,J,K,aP,P)
bQ=h
eQ=J
eR=K
eS=aP
eT=P
U=0
W++
if (length(ao)>65536+aa-1&&eU(ao)>65536+aa-1) bH()
}
function eU(a){
return length(a)-gsub(/[\200-\277]/,"",a)
}
function eJ(aV){
aV=q==""?"":ey()
if (aV!="") return aV
if (Q&&h!~ /^\t/) return 0
if (dS(h)&&!U&&eV()){
q="python"
return 1
}
if (C==""&&a7!="time"&&a7!="stamped") return 0
if (h~ /^[ \t]/) return eW()
if (eX()) return 1
if (J!="") return 0
return U?c8():eY()
}
function eV(){
return C=="ERROR"||C!=""&&aa&&(C=="WARN"||d6(bs))
}
function eX(cl){
cl=eZ()
if (cl||q==""&&aQ(h,"Caused by: ")) q="exception"
return cl||dQ(h)||b7(h)
}
function eW(){
if (dZ(h)) return 0
if (!U) return 1
if (J!=""&&h~ /^ /) return 0
if (C=="") return bS()
return!a8||cm(C)||bS()
}
function eY(){
if (c0()!="") return 0
if (a7=="time"&&c9) return 1
if (dX(bs)||e0()) return 1
if (c8()||e1()) return 1
return C!=""&&(q=="exception"||!a8)&&!da()?"wait":0
}
function e1(){
return a8&&a7!="JSON"&&cm(C)&&bS()&&h!~ /^[[]/
}
function e0(){
if (C==""||da()) return 0
return bQ~ /:[\t-\r ]*$/||cI(h)&&cI(bQ)
}
function c8(){
if (c3==""||!c4||substr(bs,c4+1)!~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
return bS()||!U&&bs~ /:[\t-\r ]*$/
}
function cm(l){
return l=="WARN"||l=="ERROR"
}
function eL(){
if (K=="time"||K=="stamped") c9=1
else if (J=="") db=1
if (!Q) return
dc++
if (!cm(J)) dd=1
}
function bS(){
return dc>=3&&dd&&!db
}
function eZ(){
if (C!="ERROR"||!a8||K!="text") return 0
return U?d0(h):dY(h)
}
function da(b){
for (b=1;b<=ae;b++) if (ch[b]!="blank") return 1
return 0
}
function cj(l,o){
o=ao
if (dF) o=e2()
dC(l==""?dE:l,o)
}
function e2(m,o){
m=aa>1?substr(ao,length(aW)+2):""
if (aa>1&&ci==""&&c1(de(m))!=""){
o=de(m)
return (index(o,": ")?substr(o,index(o,": ")+2):"") substr(m,length(o)+1)
}
o=e3()
return aa<2?o:o==""?m:o "\n" m
}
function de(a){
return index(a,"\n")?substr(a,1,index(a,"\n")-1):a
}
function e3(a,g){
a=aW
if (a9=="logfmt") return e4(a)
if (a9=="behind a place"){
g=aX+cJ(substr(a,aX+1))
a=substr(a,g+1)
sub(/^[\t-\r ]+/,"",a)
return substr(aW,1,c5) a
}
if (ci==""&&a9=="time"){
a=substr(a,aX+1)
sub(/^[] \t:-]+/,"",a)
return a
}
return aX?substr(a,e5()+1):a
}
function e5(g,f,ak,cn,m){
g=aX+cJ(substr(aW,aX+1))
m=substr(aW,g+1)
if (a9!="time"&&substr(aW,g,1)==":"&&(f=eb(m)))
return g+f
cn=0
for (ak=8;ak;ak--){
f=d7(m)
if (!f&&!cn){
f=d8(m)
if (!f){
f=a9=="time"?d9(m):ea(m)
cn=f>0
}
}
if (!f) break
g+=f
m=substr(m,f+1)
}
return g
}
function e4(a,o,m,ba,O,n){
a=substr(a,dM(a)+1)
o=m=""
while (match(a, /[A-Za-z0-9_.@-]+=/)){
a=substr(a,RSTART)
ba=substr(a,1,ec(a))
a=substr(a,length(ba)+1)
O=substr(ba,1,index(ba,"=")-1)
n=substr(ba,length(O)+2)
if (o==""&&O in eh) o=e6(n)
else if (!(O in b8)&&!(O in eg)) m=m (m==""?"":" ") ba
}
return o (o!=""&&m!=""?" ":"") m
}
function e6(n,x,g,B){
if (length(n)<2||n!~ /^"/) return n
n=substr(n,2,length(n)-2)
x=""
while (g=index(n,"\\")){
B=substr(n,g+1,1)
x=x substr(n,1,g-1) (B=="n"?"\n":B=="t"?"\t":B)
n=substr(n,g+2)
}
return x n
}
function bG(d,F,R,b,bu,m,co){
if (index(d,"::{")){
R=split(d,F,"\r")
bu=m=co=""
for (b=1;b<=R;b++){
if (e7(F[b])) bu=bu F[b] "\n"
else{
m=m co F[b]
co="\r"
}
}
if (bu!=""){
if (!b9(m)) bG(m)
bl()
dD(bu)
return
}
}
bD(ei(d))
eH()
}
function e7(a){
return a~ /^::[{].*[}]::$/&&a!~ /\302\205|\342\200[\250\251]/
}
BEGIN{
a6["b"]="\b"
a6["f"]="\f"
a6["n"]="\n"
a6["r"]="\r"
a6["t"]="\t"
bs=c3=a7=C=ao=aW=q=""
aa=ae=W=bP=U=c9=db=dd=dc=a8=0
bQ=""
}
''
function dC(l,a){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
E=a
gsub(/["\\]/,"\\\\&",E)
if (E~ /[^ -~]/||length(a)>15360){
a2="\"},{\"level\":\"" l "\",\"message\":\""
E="::{\"logs\":[{\"level\":\"" l "\",\"message\":\""
af=0
bZ(a)
print E "\"}]}::\n"
}else print "::{\"logs\":[{\"level\":\"" l "\",\"message\":\"" E "\"}]}::\n"
fflush()
}
function dD(a){
print a
fflush()
}
function bj(aM){
if (ay=="") return
print "x"(aM>255?aM-128:aM) "x\n"|ay
close(ay)
ay=""
}
BEGIN{
bz=1
dE=ENVIRON["kestra_level"]
dF=ENVIRON["kestra_message"]!=""
a4=ENVIRON["kestra_mark"]
ay=ENVIRON["kestra_done"]
v=""
bk=0
}
{
aN=index($0,a4)
if (!aN){
bk=0
bG(v $0)
v=""
next
}
v=v substr($0,1,aN-1)
if (/[0-9]$/){
if (v!="") bG(v)
v=""
bl()
bj(substr($0,aN+length(a4))+0)
}else if (bk++) bH()
}
END{
if (v!="") bG(v)
bl()
bj(137)
}
' ;;
 esac
}
_kestra_awk() {
 _kestra_load_program "$1"
 _kestra_json=$(_kestra_run_awk "$_kestra_program" "$2" "$3") || \return 1
 case $_kestra_json in *.) ;; *!) _kestra_problem=UTF-8 ;; *) \return 1 ;; esac
 _kestra_json=${_kestra_json%?}
}
_kestra_awk_on_stdin() {
 case $2 in
  *"$_kestra_lf -$_kestra_lf"*)
   if { { \:; } 7<&0; } 2>/dev/null; then _kestra_awk "$@" 7<&0; else _kestra_awk "$@" 7<&-; fi
   ;;
  *) _kestra_awk "$@" ;;
 esac
}
_kestra_run_awk() {
 _kestra_print_line "$2" 2>&- | \command env LC_ALL=C kestra_option="$3" awk "$1" 2>/dev/null
}
\eval '_kestra_escape_bytes() {
 '"$_kestra_enter_bytes"'
 case $_kestra_bytes:$1 in :*[!\ -~$_kestra_lf]*) _kestra_load_byte_values ;; esac
 _kestra_pending=$1 _kestra_entry_separator=$2
 _kestra_escape_loop
 _kestra_unknown='\'''\''
 case $_kestra_is_learning in
  x)
   _kestra_symbols=$_kestra_symbols$_kestra_new_symbols _kestra_new_symbols='\'''\'' _kestra_is_learning='\'''\''
   { _kestra_define_recall; } 2>&-
   ;;
 esac
}'
_kestra_escape_loop() {
 _kestra_text='' _kestra_output='' _kestra_json='' _kestra_units=0
 while \:; do
  case $_kestra_text in
   ????????*) ;;
   *)
    _kestra_json=$_kestra_json$_kestra_output _kestra_output=''
    _kestra_refill
    case $_kestra_text in '') \break ;; esac
    ;;
  esac
  _kestra_chunk=${_kestra_text%%$_kestra_unsafe*}
  case $((_kestra_units > 15288)) in 1) _kestra_chunk= ;; esac
  case $_kestra_chunk in
   ?*)
    _kestra_text=${_kestra_text#"$_kestra_chunk"}
    _kestra_measure "$_kestra_chunk"
    _kestra_append "$_kestra_chunk" "$_kestra_length"
    ;;
   *) _kestra_escape_one ;;
  esac
 done
}
_kestra_escape_one() {
 _kestra_peek
 _kestra_text=$_kestra_rest
 case $_kestra_byte in
  \") _kestra_append '\"' 1 ;;
  \\)
   case $_kestra_entry_separator in ?*) _kestra_rest=${_kestra_text#u0000} ;; esac
   case $_kestra_rest in
    "$_kestra_text") _kestra_append '\\' 1 ;;
    *) _kestra_text=$_kestra_rest; _kestra_append '\ufffd' 1 ;;
   esac
   ;;
  "$_kestra_lf") _kestra_append '\n' 1 ;;
  [\ -~]) _kestra_append "$_kestra_byte" 1 ;;
  *) _kestra_decode ;;
 esac
}
case $_kestra_replace in
 slash)
  _kestra_peek() { _kestra_byte=${_kestra_text:0:1} _kestra_rest=${_kestra_text:1}; }
  _kestra_refill() {
   _kestra_text=$_kestra_text${_kestra_pending:0:64} _kestra_pending=${_kestra_pending:64}
  }
  ;;
 split)
  _kestra_peek() {
   _kestra_rest=${_kestra_text#?}
   _kestra_byte=${_kestra_text%%"$_kestra_rest"}
  }
  _kestra_refill() {
   _kestra_rest=${_kestra_pending#????????????????????????????????}
   case $_kestra_rest in "$_kestra_pending") _kestra_rest= ;; esac
   _kestra_text=$_kestra_text${_kestra_pending%%"$_kestra_rest"}
   _kestra_pending=$_kestra_rest
  }
  ;;
esac
_kestra_append() {
 case $((_kestra_units + $2 > 15360)) in
  1) _kestra_output=$_kestra_output$_kestra_entry_separator _kestra_units=0 ;;
 esac
 _kestra_output=$_kestra_output$1
 _kestra_units=$((_kestra_units + $2))
}
_kestra_decode() {
 _kestra_set_byte_value
 _kestra_code_point=$_kestra_byte_value
 case $_kestra_code_point in
  8) _kestra_append '\b' 1; \return 0 ;;
  9) _kestra_append '\t' 1; \return 0 ;;
  12) _kestra_append '\f' 1; \return 0 ;;
  13) _kestra_append '\r' 1; \return 0 ;;
 esac
 \set -- "$_kestra_code_point" "$_kestra_byte"
 _kestra_low=$(($1 == 224 ? 160 : $1 == 240 ? 144 : 128))
 _kestra_high=$(($1 == 237 ? 159 : $1 == 244 ? 143 : 191))
 _kestra_following=$(($1 < 194 || $1 > 244 ? 0 : 1 + ($1 > 223) + ($1 > 239)))
 case $_kestra_following in
  0) case $(($1 > 127)) in 1) _kestra_code_point=65533 _kestra_problem=UTF-8 ;; esac ;;
  *) _kestra_code_point=$(($1 - 256 + (128 >> _kestra_following))) ;;
 esac
 while case $_kestra_following in 0) \break ;; esac; do
  _kestra_peek
  _kestra_set_byte_value
  case $((_kestra_byte_value < _kestra_low || _kestra_byte_value > _kestra_high)) in
   1) _kestra_code_point=65533 _kestra_problem=UTF-8; \break ;;
  esac
  _kestra_text=$_kestra_rest
  \set -- "$1" "$2$_kestra_byte"
  _kestra_code_point=$((_kestra_code_point * 64 + _kestra_byte_value - 128))
  _kestra_low=128 _kestra_high=191 _kestra_following=$((_kestra_following - 1))
 done
 _kestra_append_code_point
 case $_kestra_symbol_count:$_kestra_code_point in 100:*|*:65533) ;; *) _kestra_remember "$2" "$_kestra_chunk" ;; esac
}
_kestra_remember() {
 case $_kestra_symbols:$_kestra_new_symbols in
  *:*"$1"*) _kestra_is_learning=x; \return 0 ;;
  *"$1"*) \return 0 ;;
 esac
 _kestra_symbol_count=$((_kestra_symbol_count + 1)) _kestra_new_symbols=$_kestra_new_symbols$1
 case $_kestra_memory in
  array) \eval "_kestra_escape_of['$1']='$2'" ;;
  *)
   _kestra_arms="$_kestra_arms
'$1'*) _kestra_json=\$_kestra_json'$2' _kestra_rest=\${_kestra_rest#'$1'} ;;"
   ;;
 esac
}
_kestra_define_recall() {
 case $_kestra_memory in
  array)
   \set -- "*)
    _kestra_text=\${_kestra_rest%%[\\ -~]*}
    for _kestra_text in \"\$_kestra_text\" \"\${_kestra_rest:0:1}\" \"\${_kestra_rest:0:2}\" \"\${_kestra_rest:0:3}\" \"\${_kestra_rest:0:4}\"; do
     _kestra_chunk=\${_kestra_escape_of[\$_kestra_text]-}
     case \$_kestra_chunk in ?*) \\break ;; esac
    done
    case \$_kestra_chunk in '') _kestra_unknown=\$1; \\return 1 ;; esac
    _kestra_json=\$_kestra_json\$_kestra_chunk _kestra_rest=\${_kestra_rest#\"\$_kestra_text\"}
    ;;"
   ;;
  *) \set -- "$_kestra_arms
*) _kestra_unknown=\$1; \\return 1 ;;" ;;
 esac
 \eval "_kestra_recall() {
  case \${${_kestra_hash}1}:\$1 in
   *:\"\$_kestra_unknown\"|[5-9]??:*|[0-9][0-9][0-9][0-9]*) \\return 1 ;;
  esac
  $_kestra_local _kestra_rest _kestra_chunk _kestra_text
  _kestra_json='' _kestra_rest=\$1
  while \\:; do
   _kestra_chunk=\${_kestra_rest%%\$_kestra_unsafe*}
   _kestra_json=\$_kestra_json\$_kestra_chunk _kestra_rest=\${_kestra_rest#\"\$_kestra_chunk\"}
   case \$_kestra_rest in
    '') \\return 0 ;;
    \\\"*) _kestra_json=\$_kestra_json'\\\"' _kestra_rest=\${_kestra_rest#?} ;;
    \\\\*) _kestra_json=\$_kestra_json'\\\\' _kestra_rest=\${_kestra_rest#?} ;;
    \"\$_kestra_lf\"*) _kestra_json=\$_kestra_json'\\n' _kestra_rest=\${_kestra_rest#?} ;;
    $1
   esac
  done
 }"
}
_kestra_recall() {
 \return 1
}
_kestra_append_code_point() {
 _kestra_chunk=''
 case $((_kestra_code_point > 65535)) in
  1)
   _kestra_add_hex "$((_kestra_code_point / 1024 + 55232))"
   _kestra_add_hex "$((_kestra_code_point % 1024 + 56320))"
   _kestra_append "$_kestra_chunk" 2
   ;;
  *)
   _kestra_add_hex "$_kestra_code_point"
   _kestra_append "$_kestra_chunk" 1
   ;;
 esac
}
_kestra_add_hex() {
 \set -- "$1" 0 1 2 3 4 5 6 7 8 9 a b c d e f
 \eval "_kestra_chunk=\$_kestra_chunk\\\\u\${$(($1 / 4096 + 2))}\${$(($1 / 256 % 16 + 2))}\${$(($1 / 16 % 16 + 2))}\${$(($1 % 16 + 2))}"
}
_kestra_set_byte_value() {
 case $_kestra_byte in '') _kestra_byte_value=0; \return 0 ;; esac
 _kestra_measure "${_kestra_bytes%%"$_kestra_byte"*}"
 _kestra_byte_value=$((_kestra_length < 31 ? _kestra_length + 1 : _kestra_length + 96))
}
_kestra_load_byte_values() {
 _kestra_output=
 for _kestra_high in 00 01 02 03 17 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37; do
  for _kestra_low in 0 1 2 3 4 5 6 7; do
   case $_kestra_high$_kestra_low in
    000|17[0-6]) ;;
    *) _kestra_output=$_kestra_output${_kestra_print_octal##* }$_kestra_high$_kestra_low ;;
   esac
  done
 done
 \eval "_kestra_bytes=\$(${_kestra_print_octal% *} \"\$_kestra_output\")"
}
\eval '_kestra_print_line() {
 '"$_kestra_print"' "$1'"$_kestra_line_end"'"
}'
_kestra_flush() {
 if _kestra_test -p /proc/self/fd/1; then
  for _kestra_text in 1 2 3 4 5; do
   for _kestra_number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    \command printf "" && \return 0
    \command sleep 0.05
   done
  done
 fi
 { \command printf ""; } >/dev/null
 \return 1
}
_kestra_write() {
 case ${KESTRA_FD-} in
  [12]) \set -- "$KESTRA_FD" "$2" ;;
  [3-9]|[1-9][0-9]|[1-9][0-9][0-9]) _kestra_write_to "$KESTRA_FD" "$2" && \return 0 ;;
 esac
 _kestra_write_to "$1" "$2"
}
_kestra_write_to() {
 _kestra_measure "$2"
 case $_kestra_length in
  40[5-9]?|4[1-9]??|[5-9]???|?????*)
   if _kestra_is_nonblocking "$1"; then
    _kestra_wait_and_write "$@" || \return 1
    \return 0
   fi
   ;;
 esac
 case $1 in
  2) _kestra_print_line "$2" >&2 ;;
  *) { _kestra_print_line "$2" >&"$1"; } 2>&- ;;
 esac && \return 0
 _kestra_is_nonblocking "$1" && _kestra_wait_and_write "$@"
}
_kestra_is_nonblocking() {
 _kestra_test -p "/proc/self/fd/$1" || \return 1
 while _kestra_read_line; do
  case $_kestra_line in flags:*[4567]???) \return 0 ;; esac
 done <"/proc/self/fdinfo/$1"
 \return 1
}
_kestra_wait_and_write() {
 _kestra_print_line "$2" |
  { \command sh -c 'exec 9<>/proc/self/fd/1 >/proc/self/fd/1 9>&- && exec cat' >&"$1"; } 2>/dev/null
}
\eval '_kestra_read_line() {
 '"$_kestra_read"' -r _kestra_line
}'
\eval '_kestra_read_whole_line() {
 IFS= '"$_kestra_read"' -r _kestra_line
}'
_kestra_pipe() {
 _kestra_parse_options kestra_pipe "$@" || \return 1
 _kestra_level=$_kestra_out _kestra_stream=$_kestra_out_stream
 _kestra_read_stream '' >&"$_kestra_stream" || \:
}
_kestra_parse_options() {
 _kestra_call=$1 _kestra_path='' _kestra_join=lines _kestra_short='' _kestra_out=INFO _kestra_err=ERROR _kestra_used=$#
 \shift
 while \:; do
  case $_kestra_call:${1-} in
   *:-j) case $_kestra_join in lines) _kestra_join='join' ;; esac ;;
   *:-l|*:--levels) _kestra_join=levels ;;
   *:-m|*:--message) _kestra_short=1 ;;
   kestra_run:-o|kestra_run:-e)
    case $# in 1) _kestra_refuse "kestra_run: expected a level after $1, got nothing"; \return 1 ;; esac
    case $1 in -o) _kestra_out=$2 ;; *) _kestra_err=$2 ;; esac
    \shift
    ;;
   *:--) \shift; \break ;;
   *:-?*)
    _kestra_escape "$1" ''
    _kestra_refuse "$_kestra_call: unknown option \"$_kestra_json\""
    \return 1
    ;;
   *) \break ;;
  esac
  \shift
 done
 _kestra_used=$((_kestra_used - 1 - $#))
 case $_kestra_short:$_kestra_join in
  1:levels|:*) ;;
  *) _kestra_refuse "$_kestra_call: -m: expected --levels with it"; \return 1 ;;
 esac
 case $_kestra_call:$# in
  kestra_run:0) _kestra_refuse 'kestra_run: expected [-j] [-o LEVEL] [-e LEVEL] COMMAND'; \return 1 ;;
  kestra_run:*) _kestra_find_command "$1"; _kestra_path='kestra_run: -o' ;;
  *:0) ;;
  *:1) _kestra_out=$1 _kestra_path=level ;;
  *) _kestra_refuse 'kestra_pipe: expected [-j] [LEVEL]'; \return 1 ;;
 esac
 _kestra_pick_stream "$_kestra_path" "$_kestra_out" || \return 1
 _kestra_out=$_kestra_level _kestra_out_stream=$_kestra_stream
 _kestra_pick_stream 'kestra_run: -e' "$_kestra_err" || \return 1
 _kestra_err=$_kestra_level _kestra_err_stream=$_kestra_stream
 case $_kestra_join:$_kestra_call:${KESTRA_FD-} in
  levels:kestra_run:"$_kestra_err_stream") ;;
  levels:kestra_run:*) _kestra_out_stream=1 _kestra_err_stream=2 ;;
 esac
}
_kestra_pick_stream() {
 _kestra_stream=1
 _kestra_parse_level "$1" "$2" || \return 1
 case ${KESTRA_FD-} in
  [1-9]|[1-9][0-9]|[1-9][0-9][0-9])
   if { \: >&"$KESTRA_FD"; } 2>&-; then _kestra_stream=$KESTRA_FD; fi
   ;;
 esac
}
_kestra_read_stream() {
 \command -v awk >/dev/null || { _kestra_scope _kestra_read_lines "$1" "$_kestra_level" "$_kestra_stream"; \return 0; }
 \set -- LC_ALL=C kestra_mode="$_kestra_join" kestra_level="$_kestra_level" kestra_mark="kestra-$$:" kestra_done="$1"
 case $_kestra_stream in 1) \set -- "$@" kestra_errors='cat >&7' ;; esac
 case $(\command awk -W version </dev/null 2>&1) in
  mawk*) \set -- "$@" awk -W interactive ;;
  *) \set -- "$@" awk ;;
 esac
 case $_kestra_join in
  levels) _kestra_load_program levels; \set -- kestra_message="$_kestra_short" "$@" ;;
  *) _kestra_load_program pipe ;;
 esac
 \set -- "$@" "$_kestra_program"
 case $_kestra_join in
  join) \command sh -c "$_kestra_ticker" "kestra-$$:" 1 | \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null ;;
  levels) \command sh -c "$_kestra_ticker" "kestra-$$:" 0.1 | \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null ;;
  *) \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null ;;
 esac
}
_kestra_shield='trap "" HUP INT QUIT TERM
{ [ -p /proc/self/fd/1 ] && { :; } 6<>/proc/self/fd/1 && exec 6<>/proc/self/fd/1 >/proc/self/fd/1 6>&-; } 2>/dev/null
{ [ -p /proc/self/fd/7 ] && { :; } 6<>/proc/self/fd/7 && exec 6<>/proc/self/fd/7 7>/proc/self/fd/7 6>&-; } 2>/dev/null
exec env "$@"'
_kestra_ticker='trap "" HUP INT QUIT TERM
while echo "$0"; do sleep "$1" >/dev/null 2>&1 || sleep 1 >/dev/null 2>&1; done &
cat
echo "$0"
kill -9 "$!"'
_kestra_read_lines() {
 _kestra_value=''
 while _kestra_read_whole_line || case $_kestra_line in '') \break ;; esac; do
  case $_kestra_line in
   ::\{*\}::) _kestra_write "$3" "$_kestra_line" ;;
   *"kestra-$$:"*)
    _kestra_value=${_kestra_line##*:}
    case ${_kestra_line%"kestra-$$:"*} in ?*) _kestra_log "$2" "${_kestra_line%"kestra-$$:"*}" ;; esac
    _kestra_print_line "x$((_kestra_value > 255 ? _kestra_value - 128 : _kestra_value))x" >&4
    ;;
   *) _kestra_log "$2" "$_kestra_line" ;;
  esac
 done
 case $1$_kestra_value in ?*[!0-9]) _kestra_print_line x137x >&4 ;; esac
}
\eval 'kestra_run() {
 '"$_kestra_note_line"'
 '"$_kestra_hide_trace"'
 _kestra_status=0 _kestra_action='\'''\'' _kestra_ignored='\'''\'' _kestra_posix_traps='\'''\'' _kestra_subshell=${ZSH_SUBSHELL-}
 if _kestra_scope _kestra_parse_options kestra_run "$@"; then
  _kestra_place="'"$_kestra_place"'"
  {
   case $_kestra_command in
    function) '"$_kestra_run_function"' ;;
    *) '"$_kestra_run_program"' ;;
   esac
  } 9>&"$_kestra_out_stream" 7>&"$_kestra_err_stream"
 else
  _kestra_status=1
 fi
 case $_kestra_status in
  0) ;;
  *)
   _kestra_note_call kestra_run "$@"
   '"$_kestra_show_trace_and_leave"'
   ;;
 esac
 '"$_kestra_show_trace"'
}'
_kestra_run() {
 \shift "$_kestra_used"
 {
  \eval "$_kestra_ignore_signals"
  {
   \eval "$_kestra_ignore_signals"
   { _kestra_outlive_command; (_kestra_run_command "$@") 2>&1 >&8 7>&- 8>&- 9>&-; } |
    _kestra_begin_reader "$_kestra_err" "$_kestra_err_stream" 9>&7 8>&- |
    {
     \trap '' HUP INT QUIT TERM
     _kestra_receive || _kestra_status=$?
     _kestra_print_line "kestra-$$:$_kestra_status"
    }
  } 8>&1 |
   _kestra_begin_reader "$_kestra_out" "$_kestra_out_stream" 7>&-
 } |
  _kestra_receive_last
}
\eval '_kestra_receive_last() {
 '"$_kestra_receive"'
}'
_kestra_run_command() {
 \eval "$_kestra_restore_options"
 _kestra_outlive_command
 case $_kestra_command in
  function)
   \trap '_kestra_print_line "kestra-$$:$?" >&2; \exit 0' EXIT
   _kestra_mute_error_trap
   (
    _kestra_ignore_again
    case $_kestra_action in '') ;; *) \trap -- "$_kestra_action" ERR ;; esac
    "$@"
   )
   ;;
  *)
   case $_kestra_command in
    missing) _kestra_missing "$1" ;;
    *) "$@" ;;
   esac || _kestra_status=$?
   _kestra_print_line "kestra-$$:$_kestra_status" >&2
   ;;
 esac
}
_kestra_outlive_command() {
 _kestra_load_ignored
 case $((_kestra_ignored & 1)) in 0) \trap ':' HUP ;; esac
 case $((_kestra_ignored & 2)) in 0) \trap ':' INT ;; esac
 case $((_kestra_ignored & 4)) in 0) \trap ':' QUIT ;; esac
 case $((_kestra_ignored & 16384)) in 0) \trap ':' TERM ;; esac
 _kestra_ignore_again
}
_kestra_load_ignored() {
 case $_kestra_ignored in ?*) \return 0 ;; esac
 _kestra_ignored=0
 {
  while _kestra_read_line; do
   case $_kestra_line in
    SigIgn:*)
     _kestra_ignored=$((0x${_kestra_line#"${_kestra_line%????}"}))
     \break
     ;;
   esac
  done </proc/self/status
 } 2>/dev/null || \:
}
_kestra_ignore_again() {
 case $((_kestra_ignored & 1)) in 0) ;; *) \trap '' HUP ;; esac
 case $((_kestra_ignored & 2)) in 0) ;; *) \trap '' INT ;; esac
 case $((_kestra_ignored & 4)) in 0) ;; *) \trap '' QUIT ;; esac
 case $((_kestra_ignored & 16384)) in 0) ;; *) \trap '' TERM ;; esac
}
_kestra_begin_reader() {
 \trap '' HUP INT QUIT TERM
 _kestra_level=$1 _kestra_stream=$2
 { { \trap '' HUP INT QUIT TERM; _kestra_read_stream 'cat >&4'; } 4>&1 >&9 9>&- <&5 5<&- & } 5<&0
}
_kestra_receive() {
 _kestra_read_line || \return 1
 _kestra_line=${_kestra_line#x}
 \return "${_kestra_line%x}"
}
_kestra_receive_apart() {
 \command -v sh >/dev/null || { _kestra_receive; \return "$?"; }
 \command sh -c 'trap "" HUP INT QUIT TERM
read -r kestra_line || exit 1
kestra_line=${kestra_line#x}
exit "${kestra_line%x}"'
}
case ${_kestra_options+zsh} in
 zsh)
  for _kestra_text in scope clock trace debug info warn error warning critical log logs outputs assets counter gauge timer pipe failed; do
   case $_kestra_text in scope|clock) _kestra_text=_kestra_$_kestra_text ;; *) _kestra_text=kestra_$_kestra_text ;; esac
   \eval '\builtin emulate -R sh -o no_multibyte -c "functions[$_kestra_text]=\${functions[$_kestra_text]}"'
  done
  \eval 'for _kestra_text _kestra_name in "${_kestra_options[@]}"; do
   case $_kestra_text:${options[$_kestra_text]} in
    xtrace:*|*:"$_kestra_name") ;;
    *) options[$_kestra_text]=$_kestra_name ;;
   esac
  done' 2>/dev/null
  \unset _kestra_options
  _kestra_text=${_kestra_trace-} _kestra_trace=''
  case $_kestra_text in *:on:*) \eval 'options[warncreateglobal]=on' ;; esac
  case $_kestra_text in *:*:on*) \eval 'options[warnnestedvar]=on' ;; esac
  case $_kestra_module in '') \builtin zmodload -u zsh/parameter ;; esac
  ;;
 *) _kestra_text=${_kestra_trace-} _kestra_trace='' ;;
esac
case $_kestra_text in *x*) \set -x ;; esac
