# shellcheck shell=sh disable=SC1003,SC2016,SC2066,SC2154,SC2295,SC2317,SC2329,SC3028,SC3041,SC3043,SC3044,SC3045,SC3047,SC3054,SC3057,SC3060
# SPDX-License-Identifier: Apache-2.0
#
# kestra.sh - send logs, outputs and metrics to Kestra from a shell script
#
# Built from shell/src by shell/build.py: edit there.
for _kestra_trace in ${YASH_VERSION:+"yash"}${POSH_VERSION:+"posh"}; do
 echo "kestra.sh: $_kestra_trace is not supported: run the script with dash, bash, BusyBox, mksh, ksh93 or zsh" >&2
 return 1
done
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
function b9(a){
cE=a
bn=length(a)
b1=F=1
dx=bn>4096?substr(a,1,4096):a
}
function J(f){
if (F>2000&&b1+4096<=bn){
b1+=F-1
F=1
dx=substr(cE,b1,4096)
}
return substr(dx,F,f)
}
BEGIN{ORS=""}
'
 case $1 in json|context) _kestra_program=$_kestra_program'
function bD(a,g,n,b3){
n=0
for (g=3;g<7;g++){
b3=index("0123456789abcdef",tolower(substr(a,g,1)))-1
if (b3<0) return b3
n=n*16+b3
}
return n
}
BEGIN{
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /",aP," ")
for (H=1;H<16;H+=2) cH[aP[H+1]]=aP[H]+0
}
' ;; esac
 case $1 in
  context) _kestra_program=$_kestra_program'
function b5(dy,dz,f){
aE[++b6]=dy
dA[b6]=dz
h=substr(h,f+1)
}
function dB(a,at,T){
for (h=a;h!=""&&E=="";){
at=substr(h,2,1)
T=index("\"" M,at)&&h~ /^[[]/?index(substr(h,3),at "]"):0
if (T) b5(substr(h,3,T-1),0,T+3)
else if (match(h, /^[[][0-9]+[]]/)) b5(substr(h,2,RLENGTH-2)+0,1,RLENGTH)
else if (match(h, /^[^].[]+/)) b5(substr(h,1,RLENGTH),0,RLENGTH)
else break
if (h~ /^[.][^].[]/) h=substr(h,2)
else if (h!~ /^[[]/) break
}
if (h!="")
E="context: expected a path, as inputs.dataset, files[0] or outputFiles[\"a.csv\"], got " M a M
}
function bh(a){
if (cG) print a
else bi=bi a
}
function aQ(dC,a,f){
while ((a=J(256))!=""){
f=match(a, /["]|\\/)?RSTART-1:length(a)
if (f){
bh(substr(a,1,f))
F+=f
}else if (a~ /^"/){
F++
return
}else if (dC) bh(dD(a))
else{
bh(substr(a,1,2))
F+=2
}
}
}
function dD(a,c){
F+=a~ /^\\u/?6:2
if (a!~ /^\\u/) return sprintf("%c",cH[substr(a,2,1)])
c=bD(a)
if (c>=55296&&c<56320){
c=(c-55232)*1024+bD(substr(a,7))-56320
F+=6
}
return b7(c)
}
function b7(c){
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c",240+int(c/262144),128+int(c/4096)%64)\
sprintf("%c%c",128+int(c/64)%64,128+c%64)
}
function bE(u,d,f){
u=0
do{
d=J(1)
f=match(J(1100), /^[^][{},:"]+/)?RLENGTH:1
bh(substr(J(1100),1,f))
F+=f
if (d=="\""){
aQ(0)
bh("\"")
}
u+=index("[{",d)>0
u-=index("]}",d)>0
}while (u&&d!="")
}
function dE(dF,dG,bF){
r=0
bF=J(1)
if (!index("[{",bF)) return 0
for (F++;!index("]}",J(1));F+=J(1)==","){
r++
y[r]=r-1
if (bF=="{"){
bi=""
F++
aQ(1)
F++
y[r]=bi
}
if (y[r] ""==dF ""&&dG==(bF=="[")) return 1
bE()
bi=""
}
return 0
}
function dH(g,aR,b8,s){
s=r?"":"none"
for (g=2;g<=r;g++){
b8=y[g]
for (aR=g-1;aR&&y[aR] "">b8 "";aR--) y[aR+1]=y[aR]
y[aR+1]=b8
}
for (g=1;g<=r;g++) s=s (g>1?", ":"") y[g]
return s
}
function dI(l){
for (l=1;l<=b6;l++)
if (!dE(aE[l],dA[l])){
E=M aE[l] M " is not available in the execution context (available: " dH() ")"
return
}
cG=1
if (J(1)=="\""){
F++
aQ(1)
}else bE()
}
BEGIN{
M=sprintf("%c",39)
E=au=m=aF=bi=""
b6=cG=0
}
NR==1{m=$0}
NR>2{au=au (NR>3?"\n":"") aF}
{aF=$0}
END{
b9(aF)
if (aF!~ /^[{]/)
E=m ": expected an object, got "\
(aF~ /^[[]/?"list":aF~ /^"/?"string":aF~ /^[a-z]/?aF:"number")
if (E=="") dB(au)
if (E=="") dI()
gsub(/[\001-\037]/," ",E)
print (E==""?".":E "!")
}
' ;;
  *) _kestra_program=$_kestra_program'
function bB(c){
if (c in cF) return cF[c]
if (c>65535) return bB(int(c/1024)+55232) bB(c%1024+56320)
return c>31&&c<127?sprintf("%c",c):sprintf("\\u%04x",c)
}
function bC(a,d,ay,aN,b4,aO){
d=bf[substr(a,1,1)]
as=1
G=d
if (!d) G=65533
aN=d==224?160:d==240?144:128
b4=d==237?159:d==244?143:191
ay=d<194||d>244?0:1+(d>223)+(d>239)
if (ay) G-=256-(ay>2?16:64/ay)
else if (d>127){
G=65533
bg=1
}
for (;ay;ay--){
aO=bf[substr(a,as+1,1)]
if (aO<aN||aO>b4){
G=65533
bg=1
return
}
G=G*64+aO-128
as++
aN=128
b4=191
}
}
BEGIN{
bg=0
for (H=1;H<256;H++) bf[sprintf("%c",H)]=H
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\",aP," ")
for (H=1;H<14;H+=2) cF[aP[H]+0]="\\" aP[H+1]
}
' ;;
 esac
 case $1 in
  json) _kestra_program=$_kestra_program'
function al(fu,l){
if (E!="") return
E=au
for (l=1;l<=u;l++) if (aE[l]!="") E=E "[" aE[l] "]"
E=E ": " fu
}
function ac(a,ab,s){
for (s="";a!=""&&ab;ab--){
bC(a)
s=s fv(substr(a,1,as),G)
a=substr(a,as+1)
}
return "`" s (a==""?"":"...") "`"
}
function bH(){
bC(J(4))
return ac(J(as),1)
}
function fv(C,c){
if (c>31&&c<127) return C
if (c<128||c in aG||c<161||c==173||c>8202&&c<8208||
c>8231&&c<8240||c>8286&&c<8304) return "<" ce(c) ">"
if (c==65533&&C!="\357\277\275") return sprintf("<byte %02X>",bf[C])
return C
}
function ce(c){
return sprintf("U+%04X",c) (c in aG?" " aG[c]:"")
}
function du(aO){
return bf[aO]>127&&bf[aO]<192
}
function N(g,k){
g=b1+F-1
k=g>12?g-12:1
while (k<g&&du(substr(cE,k,1))) k++
if (k==g&&bn<g+2) return ""
return " in "(k>1?"`...":"`") substr(ac(substr(cE,k,60),32),2)
}
function aa(aM,cd,B){
al("expected " aM ", got " cd (B==""?"":": " B))
}
function dO(w,B){
if (w~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/){
al(w " is not a JSON number: write null"(u?"":", or NAME=TEXT for text"))
return
}
if (w~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) B="JSON has true, false and null"
else if (w~"^[/#]") B="JSON has no comments"
else if (w~ /^[-+.0-9]/) B="JSON numbers are written as 5, -1.5 or 2e3"
else if (w~ /^[A-Za-z_]/||index(w,M)==1) B="text has double quotes in JSON"
if (!u) dv(B~ /^JSON has/?B:"")
else if (w=="") aa("a JSON value",bH() N(),"")
else aa("a JSON value",ac(w,24) N(),B)
}
function dv(B){
if (substr(am,1,3)=="\357\273\277") B="remove the byte order mark, for example with tail -c +4"
else if (index("\377\376\377",substr(am,1,2))) B="it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
else if (substr(am,1,1)=="\033") B="turn the colors of the command off, for example with NO_COLOR=1"
else B=(B==""?"":B "; ") "write NAME=TEXT for text"
aa("a JSON value",ac(am,32),B)
}
function cO(B){
if (am~ /^-?[0-9]+,[0-9]+$/) B="write a point for the comma"
else if (am~ /^-?0[0-9]/) B="write it without leading zeros"
else if (am~ /^[+]/) B="write it without +"
else B="JSON numbers are written as 5, -1.5 or 2e3"
aa("a number",ac(am,32),B)
}
function fw(bA,b2,dw){
bA=J(60)
b2=bL==bK&&am!~ /^[[{]/
dw=bA~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
if (aS){
if (bL!=bK) am=substr(am,1,20) "\n" bA
cO()
}else if (dw&&!(b2&&cQ!~ /[ \t\r]/))
aa("one JSON document","another: " ac(bA,32),
"jq -s . makes one list of several"(b2?", and NAME=TEXT is for text":""))
else if (b2) dv("")
else aa("the end of the JSON",ac(bA,32) N(),"")
}
function dS(d,aM){
aM=x=="comma"?(bI[u]=="["?"\",\" or \"]\"":"\",\" or \"}\""):"\":\""
if (x=="end") fw()
else if (x=="key"&&d=="}"||x=="value"&&d=="]")
al("trailing comma" N() ": remove it")
else if (x=="key"||x=="{")
aa("a key in double quotes",bH() N(),"")
else aa(aM,bH() N(),"")
}
function dW(aM){
aM=aS?"a number":"a JSON value"
while (du(substr(U,1,1))) U=substr(U,2)
if (x=="value"&&!u&&cf!="")
aa(aM,cf=="-"?"nothing on stdin":"an empty file","")
else if (x=="value"&&!u)
aa(aM,"empty text","the command printed nothing or failed; write \"${rows:-"\
(aS?"0":"[]") "}\" where that is no mistake")
else al("unexpected end of JSON"(bl?" in a string":"") " after " ac(U,60)\
": the text was cut off, or quotes are missing around \"$(...)\"")
}
BEGIN{
split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
aP," ")
for (H=1;H<32;H++) aG[H]=aP[H]
aG[127]="DEL"
aG[160]="no-break space"
aG[65279]="byte order mark"
E=au=U=""
}
''
function az(a,f){
if (!aS) print a
if (aS||x=="key") y=y a
F+=f
}
function dJ(a,c,cc){
G=c
as=6
if (c>=55296&&c<56320&&substr(a,7)~ /^\\u[Dd][C-Fc-f]/){
cc=bD(substr(a,7))
if (cc>=0){
G=(c-55232)*1024+cc-56320
as=12
}
}
if (!G||G>=55296&&G<57344) cI(ac(substr(a,1,6),6))
}
function cI(cd){
aa("a string without U+0000, the six characters \\u0000 and lone surrogates",cd N(),"")
}
function dK(a,c){
c=a~ /^\\u/?bD(a):-1
if (c>=0) dJ(a,c)
else if (a~ /^\\["\\\/bfnrt]/){
G=cH[substr(a,2,1)]
as=2
}else if (a~ /^\\/)
aa("an escape of JSON",ac(substr(a,1,2),2) N(),"write \\\\ for a backslash")
else{
bg=0
bC(a)
if (bg) aa("UTF-8",bH() N(),"convert it, for example with iconv")
else if (G<32) al("unescaped control character " ce(G) " in a string" N())
}
}
function aQ(a,f,bk){
y=bk=""
ak=0
az("\"",1)
while (E==""){
a=J(256)
f=match(a, /[^] !#-[^-~]/)?RSTART-1:length(a)
if (f){
a=substr(a,1,f)
az(a,f)
}else if (a~ /^"/){
az("\"",1)
return
}else if (a==""){
bl=1
return
}else{
dK(a)
a=bB(G)
f=1+(G>65535)
az(a,as)
if (G==92) a="\\"
}
ak+=f
if (ak>20000000) al("expected a string of at most 20000000 UTF-16 units")
bk=substr(bk,length(bk)-4) a
if (index(bk,"\\u0000")) cI("`\\u0000`")
}
}
function dL(a,K,av){
if (a+0>cJ||a+0<-cJ) return 1
if (a+0) return 0
split(tolower(a),K,"e")
sub(/^-/,"",K[1])
av=K[1]
sub(/[.]/,"",av)
return match(av, /[1-9]/)&&index(K[1] ".",".")-RSTART-1+K[2]>=0
}
function cK(a,av){
av=a
if (gsub(/[0-9]/,"",av)>1000) al("expected a number of at most 1000 digits")
else if ((aS||a~ /[.eE]/)&&dL(a))
aa("a number in the range of a double",ac(a,32),"")
else if (cL=="timer"&&(a+0<-9000000000||a+0>9000000000))
aa("from -9000000000 to 9000000000 seconds",ac(a,32),"")
}
function dM(d,a){
if (d=="\""){
aQ()
if (bl) return
a=substr(y,2,length(y)-2)
gsub(/\\[tnr]/," ",a)
sub(/^ +/,"",a)
sub(/ +$/,"",a)
}else{
a=match(J(1100),cM)?substr(J(1100),1,RLENGTH):""
F+=length(a)
}
if (a!~cN) cO()
else cK(a)
print a
}
function dN(bm){
if (u==998) al("expected at most 1000 levels of nesting in a line")
bI[++u]=bm
if (bm=="{") cP[u]=++fx
aE[u]=bm=="["?0:""
x=bm
az(bm,1)
}
function bE(d,a){
x=u?"comma":"end"
if (aS) dM(d)
else if (d=="\"") aQ()
else if (d=="{"||d=="[") dN(d)
else{
a=J(1100)
a=match(a,cM)?substr(a,1,RLENGTH):""
if (a~cN) cK(a)
else if (a!~ /^(true|false|null)$/) dO(a)
az(a,length(a))
}
}
function dP(){
x="key"
aQ()
x="colon"
aE[u]=y
if (dQ[u,y]==cP[u]){
aE[u]=""
al("duplicate key " y)
}
dQ[u,y]=cP[u]
}
function dR(d){
if (d=="\""&&(x=="{"||x=="key")) dP()
else if (d==":"&&x=="colon"){
x="value"
az(d,1)
}else if (d==","&&x=="comma"){
az(d,1)
x=bI[u]=="["?"value":"key"
if (x=="value") aE[u]++
}else if (u&&d==(bI[u]=="["?"]":"}")&&x~ /comma|[[{]/){
x=--u?"comma":"end"
az(d,1)
}else dS(d)
}
function bJ(a,d){
b9(a)
bK++
cQ=" "
while (E==""){
d=J(1)
if (d=="") break
if (index(" \t\r",d)) F++
else if (bl) al("unescaped control character " ce(10) " in a string, after " ac(U,60))
else{
if (!bL){
bL=bK
am=J(60)
}
if (x=="value"&&!(d=="]"&&bI[u]=="[")||x=="["&&d!="]")
bE(d)
else dR(d)
}
cQ=d
}
if (a!~ /^[ \t\r]*$/) U=substr(a,bn>24?bn-23:1)
}
function dT(m,K,ab,z,aw,a,ay){
cf=m
aG[1]="or U+0000"
ab=split(m,K,M)
aw=K[1]
for (z=2;z<=ab;z++) aw=aw M "\\" M M K[z]
aw=m=="-"?"<&7":"<" M aw M
aw="{ tr " M "\\000" M " " M "\\001" M " " aw "; } 2>/dev/null; set $?; echo; echo $1"
aw|getline a
while ((aw|getline ay)>0){
bJ(a)
a=ay
}
close(aw)
if (a+0) al("cannot read "(m=="-"?"stdin":"the file " ac(m,200)))
}
function dU(dV){
au=dV
x="value"
bK=bL=bl=0
cf=""
aG[1]="SOH"
}
BEGIN{
cL=ENVIRON["kestra_option"]
aS=cL!~ /s$/
cJ=1.7976931348623157e308
M=sprintf("%c",39)
cN="^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
cM="^[^][{},: \t\r\"]+"
x="end"
u=0
}
/^\\\\/|| /^\\@/{
dU(substr($0,3))
cR=substr($0,2,1)=="@"
next
}
/^\\/{
if (x!="end"||bl) dW()
print substr($0,2)
next
}
cR{dT(substr($0,2))}
!cR&&E==""{bJ($0)}
END{print (E!=""?"\n" E "!":".")}
' ;;
  message|pipe|levels) _kestra_program=$_kestra_program'
function ca(a,f){
if (ak+f>bj){
I=I a8
ak=0
}
ak+=f
I=I a
if (bG&&length(I)>4000){
print I
I=""
}
}
function cb(a,f){
b9(a)
while ((a=J(256))!=""){
f=match(a, /[^ -~]/)?RSTART-1:length(a)
if (f>0){
if (ak<bj&&ak+f>bj) f=bj-ak
F+=f
a=substr(a,1,f)
gsub(/["\\]/,"\\\\&",a)
ca(a,f)
}else{
bC(a)
F+=as
ca(bB(G),1+(G>65535))
}
}
}
BEGIN{
I=a8=""
ak=bG=0
bj=15360
}
' ;;
 esac
 case $1 in
  message) _kestra_program=$_kestra_program'
BEGIN{
bG=1
a8=ENVIRON["kestra_option"]
if (a8=="") bj=1.7976931348623157e308
}
NR>1{ca("\\n",1)}
{
if (a8!="") gsub(/\\u0000/,"\357\277\275")
cb($0)
}
END{print I (bg?"!":".")}
' ;;
  pipe) _kestra_program=$_kestra_program'
function cA(a,dr,k){
if (a!~ /^::[{].*[}]::$/){
k=ds
if (dr) sub(/[A-Z]+/,"ERROR",k)
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
I=a
gsub(/["\\]/,"\\\\&",I)
if (I~ /[^ -~]/||length(a)>15360){
a8="\"}," substr(k,12)
I=k
k=""
ak=0
cb(a)
}
a=k I dt
}else a=a "\n"
if (dr&&cB!=""){
print a|cB
fflush(cB)
}else{
print a
fflush()
}
}
function bZ(){
if (a5) cA(ar,a6)
for (;a7;a7--) cA("",0)
a5=a6=b0=0
}
function fs(a){
if (a=="") return a5>1
if (a~ /^  [+] Exception Group Tr|^Traceback [(]/) return ar~ /exception( occurred)?:$/
if (a~ /^[ \t]/) return a6||!a7&&ar!=""
if (a~ /^(During handling of the|The above exception was|Caused by:) /) return a6
if (a~ /^[]})]/) return a5>1&&!a7
return a~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/&&(b0||ar~ /\n *[~^]+ *$/)
}
function ft(a){
bp=0
if (!a5||length(ar)>99999||!fs(a)){
bZ()
ar=a
a5=1
}else if (a==""){
a7++
return
}else{
for (;a7;a7--) ar=ar "\n"
if (a~ /^[^ \t]/&&ar~ /\^ *$/) a6=1
ar=ar "\n" a
a5++
}
if (a~ /Traceback [(]most recent call last[)]:$/) b0=a6=1
else if (a~ /^[^ \t]/) b0=0
if (a~ /^[ \t]+at [^ ]/) a6=1
}
function cC(a){
if (index(a,"\r")){
sub(/\r+$/,"",a)
sub(/.*\r/,"",a)
}
if (cD) ft(a)
else cA(a,0)
}
function bo(aT){
if (aA=="") return
print "x"(aT>255?aT-128:aT) "x\n"|aA
close(aA)
aA=""
}
BEGIN{
cD=ENVIRON["kestra_mode"]=="join"
bG=!cD
at=ENVIRON["kestra_mark"]
aA=ENVIRON["kestra_done"]
cB=ENVIRON["kestra_errors"]
ds="::{\"logs\":[{\"level\":\"" ENVIRON["kestra_level"] "\",\"message\":\""
dt="\"}]}::\n"
ar=z=""
a5=a7=a6=b0=bp=0
}
!cD&&!/[^ -~]/&&!/^::[{]/&&length($0)<15360&&!index($0,"\\u0000")&&!index($0,at){
gsub(/["\\]/,"\\\\&")
print ds $0 dt
fflush()
next
}
{
aU=index($0,at)
if (!aU){
cC(z $0)
z=""
next
}
z=z substr($0,1,aU-1)
if (/[0-9]$/){
if (z!="") cC(z)
z=""
bZ()
bo(substr($0,aU+length(at))+0)
}else if (bp++) bZ()
}
END{
if (z!="") cC(z)
bZ()
bo(137)
}
' ;;
  levels) _kestra_program=$_kestra_program'
function d1(a,aH,d){
d=substr(a,match(a, /[^ \t]/),1)
if (index("(<[|",d)){
if (a~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/&&v(a,t(match(a, /^[ \t]*[[<|] */)),"","","word",0)) return 1
if (a~ /^[ \t]*[(][A-Z]+[)]/&&ag(a,"[ \t]*[(]","[A-Z]+[)]","upper","","word",0)) return 1
if (a~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/&&v(a,t(match(a, /^[ \t]*[[][A-Za-z0-9_.]*:/)),"","","word",0)) return 1
}
if (a~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/&&v(a,t(match(a, /^[ \t:,-]*/)),"upper","","word",0)) return 1
if (index(a,":")){
if (a~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/&&ag(a,"[ \t]*([A-Za-z0-9_-]+[.])+","[A-Z]+:","upper","","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/&&v(a,t(match(a, /^[ \t]*[A-Za-z0-9_.-]+:/)),"upper","","word",0)) return 1
}
if (aH&&a~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/&&v(a,t(match(a, /^[ \t]*/)),""," trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ","word",0)) return 1
if (index("-",d)&&aH&&a~ /^[ \t]*- +[A-Za-z]+ +-( |$)/&&v(a,t(match(a, /^[ \t]*- +/)),""," silly trace verbose debug info notice warn warning error critical fatal ","word",0)) return 1
if (aH&&a~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/&&ag(a," +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +","[A-Z]+( |:|$)","upper"," trace debug info warn warning error critical fatal ","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\//&&v(a,t(match(a, /^[ \t]*[A-Za-z0-9_.-]+\//)),"upper","","word",0)) return 1
if (index("0123456789:",d)){
if (aH&&a~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/&&v(a,t(match(a, /^[ \t]*[0-9]+ of [0-9]+ /)),"upper","","word",0)) return 1
if (a~ /^[ \t]*[0-9]+ [[]System[]]/) return j("INFO")
if (match(a, /^: [A-Z] [^ ]+:[0-9]+[]] */)&&a9(a,"word",0)) return 1
}
if (index("LP",d)){
if (match(a, /^[ \t]*LOG:  /)) return A("INFO")
if (a~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return j("ERROR")
if (a~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return j("WARN")
if (a~ /^[ \t]*PHP Notice/) return j("INFO")
}
if (match(a, /^ *[A-Z] [|] /)&&a9(a,"word",0)) return 1
if (index(a,":")&&a~ /^[^ ]*:[A-Z]+:  /&&v(a,t(match(a, /^[^ ]*:/)),"upper"," log error fatal warning notice info debug panic ","word",0)) return 1
return 0
}
function d2(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (index("/0123456789[",d)){
if (a~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ /&&ag(a,"[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +","[A-Z]+ ","upper"," verbose debug log warn error fatal ","time",1)) return 1
if (a~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/&&v(a,t(match(a, /^[0-9\/]+ [0-9:]+ +/)),"lower"," debug info warn error fatal ","time",1)) return 1
if (a~ /^ *[[] *[A-Za-z]+ *[]]/&&v(a,t(match(a, /^ *[[] */)),"","","word",1)) return 1
if (a~ /^ *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *[A-Za-z]+ *[]]/&&ag(a," *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *","[A-Za-z]+ *[]]","","","word",1)) return 1
}
if (a~ /^[^ -~]+ [[][A-Z]+[]]/&&v(a,t(match(a, /^[^ -~]+ [[]/)),"upper","","word",1)) return 1
if (a~ /^[A-Za-z0-9_.:-]+ +- +[A-Z]+ +-( |$)/&&v(a,t(match(a, /^[A-Za-z0-9_.:-]+ +- +/)),"upper","","word",1)) return 1
if (index("(<",d)){
if (a~ /^[(][A-Z]+[)] /&&ag(a,"[(]","[A-Z]+[)] ","upper","","word",1)) return 1
if (a~ /^<[A-Z]+>( |$)/&&v(a,t(match(a, /^</)),"upper","","word",1)) return 1
if (a~ /^<[a-z]+> +[[]/&&v(a,t(match(a, /^</)),"lower","","word",1)) return 1
}
if (index(a,":")){
if (a~ /^[^ :]+:[0-9]+ +[A-Z]+( |:|$)/&&v(a,t(match(a, /^[^ :]+:[0-9]+ +/)),"upper"," trace debug info warn warning error critical fatal ","word",1)) return 1
if (a~ /^ +[0-9]+:[0-9]+ +[a-z]+  /&&v(a,t(match(a, /^ +[0-9]+:[0-9]+ +/)),"lower"," error warning ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9\/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?[A-Z]+( |:|[]]|$)/&&ag(a,"([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?","[A-Z]+( |:|[]]|$)","upper","","time",1)) return 1
if (index("s",d)&&a~ /^sox [A-Z]+ [a-z0-9_-]+: /&&v(a,t(match(a, /^sox /)),"upper"," fail warn info dbug debug ","word",1)) return 1
if (index("(*=[",d)){
if (a~ /^ *[[][^]]*[]][ \t]+[A-Z]+([ \t:]|$)/&&v(a,t(match(a, /^ *[[][^]]*[]][ \t]+/)),"upper","","word",1)) return 1
if (a~ /^=[A-Z]+ REPORT=+/&&v(a,t(match(a, /^=/)),"upper","","Erlang",1)) return 1
if (a~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: /&&ag(a,"([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*","[A-Za-z]+( [*][*])?: ",""," error critical warning message info debug ","word",1)) return 1
}
if (a~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/&&ag(a,"([A-Za-z0-9_.]+-)+","[A-Za-z]+( [*][*]: |: [0-9:.]+: )",""," error critical warning message info debug ","word",1)) return 1
if (index(a,":")){
if (a~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/&&v(a,0,"lower"," trce dbug info warn fail crit ","word",1)) return 1
if (a~ /^(\342\224\214|[[]) [A-Za-z]+: /&&ag(a,"(\342\224\214|[[]) ","[A-Za-z]+: ",""," debug info warning error ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/&&ag(a,"([[][^]]*[]] \342\200\272 )?[^ -~]+ +","[a-z]+ +","lower"," error fatal warn warning info debug note success ","word",1)) return 1
if (a~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/&&v(a,t(match(a, /^ */)),"upper","","word",1)) return 1
if (a~ /^ *[A-Z]+ /&&v(a,t(match(a, /^ */)),"upper"," trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl debu erro fata crit ","word",1)) return 1
return 0
}
function d3(a,f){
if (a!~ /(level|lvl|severity|loglevel)=["\047]?[A-Za-z]+/) return 0
if (a~ /^[A-Za-z0-9_.@-]+=/) return 1
return (f=cg(a))&&substr(a,f+1)~ /^ +[a-z_]+=/
}
function d4(a){
if (!match(a, / ((level|lvl|severity|loglevel)=["\047]?)[A-Za-z]+/)) return 0
a=substr(a,RSTART+1)
return RSTART+t(match(a, /^(level|lvl|severity|loglevel)=["\047]?/))
}
function d5(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (match(a, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */)&&a9(a,"stamped",1)) return 1
if (match(a, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)&&a9(a,"stamped",1)) return 1
if (index("!#(*0123456789:<=[",d)){
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return ch("DEBUG")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return ch("INFO")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return ch("WARN")
if (match(a, /^<[0-3]>/)) return A("ERROR")
if (match(a, /^[[][A-Z]::[^]]*[]] */)&&a9(a,"word",0)) return 1
if (match(a, /^<4>/)) return A("WARN")
if (match(a, /^<[56]>/)) return A("INFO")
if (match(a, /^<7>/)) return A("DEBUG")
if (a~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return j("ERROR")
if (match(a, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return A("ERROR")
}
if (index(a,":")&&match(a, /^[A-Z], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)&&a9(a,"stamped",1)) return 1
if (index("EFINW",d)){
if (a~ /^(E|Err|F): /) return j("ERROR")
if (a~ /^W: /) return j("WARN")
if (a~ /^[NI]: /) return j("INFO")
}
if (index("dfjpt",d)){
if (a~ /^debug[1-3]: /) return j("DEBUG")
if (a~ /^(jq: [0-9]+ compile errors?$|panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return j("ERROR")
}
if (index(a,":")&&a~ /^( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:/) return j("ERROR")
if (a~ /^(\342\225\255(\342\224\200)+|[+]-+) (Traceback [(]most recent call last[)]|Error) /) return j("ERROR")
if (index("EPRST",d)&&a~ /^(Exception in thread |SIG[A-Z]+: |The application panicked|Exception: [A-Z][A-Za-z_.]*( .*)?[.]$|(Parse|Runtime) error near )/) return j("ERROR")
if (a~ /^([Ee]rror during |[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return j("ERROR")
if (index("CEFIPRSU",d)&&a~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable|User|Usage|Runtime|Internal) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] )/) return j("ERROR")
if (index("n",d)&&match(a, /^npm (ERR!|error) */)) return A("ERROR")
if (index(a,":")&&a~ /^([a-z0-9_-]+ (error|fatal): |[Ee]rrors?:$)/) return j("ERROR")
if (index("E",d)&&a~ /^Error (opening|reading|writing|while) /) return j("ERROR")
if (index(a," @ error/")&&a~ / @ error\/[A-Za-z0-9_.-]+\//) return j("ERROR")
if (index(a,":")&&a~ /^[0-9A-F]+:error:/) return j("ERROR")
if (index("EFS",d)){
if (a~ /^(ERROR!|Fatal Python error)/) return j("ERROR")
if (match(a, /^SLF4J[(]E[)]: */)) return A("ERROR")
}
if (index("l",d)&&match(a, /^log4j:ERROR */)) return A("ERROR")
if (index(a,":")&&a~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return j("ERROR")
if (index("egn",d)){
if (a~ /^(escript: exception|goroutine [0-9]+ [[])/) return j("ERROR")
if (match(a, /^npm (WARN|warn) */)) return A("WARN")
}
if (index("CDPSW",d)){
if (a~ /^System[.][A-Za-z.]*Exception: /) return j("ERROR")
if (a~ /^(Warning [0-9]+( [[][^]]*[]])?: |WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return j("WARN")
}
if (index("(",d)&&a~ /^[(]!+[)] /) return j("WARN")
if (index(a,":")&&a~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return j("WARN")
if (index("ITW",d)&&a~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return j("WARN")
if (index(a,":")&&a~ /^[A-Za-z.]*Warning: /) return j("WARN")
if (index("CLPS",d)){
if (a~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return j("WARN")
if (match(a, /^SLF4J[(]W[)]: */)) return A("WARN")
}
if (index("l",d)&&match(a, /^log4j:WARN */)) return A("WARN")
if (index(a," @ warning/")&&a~ / @ warning\//) return j("WARN")
if (index("#(:=>",d)){
if (match(a, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return A("WARN")
if (a~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return j("WARN")
if (match(a, /^::notice( [^:]*(:[^:]+)*)?::/)) return A("INFO")
if (match(a, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return A("DEBUG")
if (a~ /^(> Task .* FAILED$|== Compilation error in file )/) return j("ERROR")
}
if (index("LPSW",d)){
if (a~ /^(Lua warning: |Warning in )/) return j("WARN")
if (a~ /^PHP Notice/) return j("INFO")
if (match(a, /^SLF4J[(]I[)]: */)) return A("INFO")
if (match(a, /^SLF4J[(]D[)]: */)) return A("DEBUG")
}
if (index(a,":")&&a~ /^\t?[a-z0-9_-]+ warning: /) return j("WARN")
if (index("ehilnsvw",d)){
if (match(a, /^npm (notice|info) */)) return A("INFO")
if (a~ /^(info|notice) ([a-z]+ )?[a-z]/) return j("INFO")
if (match(a, /^npm (http|verb|verbose|timing) */)) return A("DEBUG")
if (match(a, /^log4j:DEBUG */)) return A("DEBUG")
if (a~ /^((verb|http) [a-z]+ |verbose [0-9]+[.][0-9]+ )/) return j("DEBUG")
if (a~ /^((npm )?sill [a-z]+ |npm silly )/) return j("TRACE")
if (a~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return j("ERROR")
if (a~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return j("WARN")
if (a~ /^info [A-Z"]/) return j("INFO")
}
if (a~ /^(docker: )?Error (response )?from /) return j("ERROR")
if (index("DE",d)){
if (a~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return j("ERROR")
if (a~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return j("WARN")
}
if (index(a,":")&&a~ /^[^ ]+: hint: /) return j("INFO")
if (index("fhst",d)){
if (match(a, /^hint: /)) return A("INFO")
if (match(a, /^(trace|silly): /)) return A("TRACE")
if (a~ /^failed: [[][^]]*[]] /) return j("ERROR")
}
if (index("[",d)&&match(a, /^[[]DEPRECATION WARNING[]]: /)) return A("WARN")
if (index(a,":")){
if (a~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: /&&v(a,0,""," verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ","word",0)) return 1
if (a~ /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: /&&ag(a,"([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?","[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ",""," trace finest debug dbg verbose fine finer info information informational notice note config warn warning caution warnung avertissement advertencia error err severe critical crit fatal alert emerg emergency panic fehler ","behind a place",0)) return 1
if (a~ /^[^ ]+: LOG:  /) return j("INFO")
if (a~ /^[^ ]+: [[][A-Za-z]+[]]/&&v(a,t(match(a, /^[^ ]+: [[]/)),"","","word",0)) return 1
if (a~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: /&&v(a,t(match(a, /^[^ ]+:[0-9]+ - /)),"lower"," error warning info ","word",0)) return 1
}
if (index("h",d)&&match(a, /^http: +/)) return A("DEBUG")
return 0
}
function cg(a){
if (match(a, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
return 0
}
function d6(a,k,f){
k=t(match(a, /^ *[[(<]? ?/))
f=cg(substr(a,k+1))
return f?k+f+(substr(a,k+f+1,1)~ /^[])>,;:]/):0
}
function d7(a,f){
if (!(f=cg(a))||substr(a,f+1,1)!=" ") return 0
return f+t(match(substr(a,f+1), /^ +/))
}
function d8(a){
if (match(a, /^[0-9]+ [[]/)) return RLENGTH
return 0
}
function d9(a){
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
function ea(a){
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
function eb(a){
return a~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack trace|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|Usage: |compilation terminated[.])/
}
function ci(a){
return a~ /^[ \t]*[~^]+[ \t~^]*$/
}
function ec(a){
return a~ /^([A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}
function ed(a){
return a~ /^(Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/
}
function ee(a){
return a~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}
function cS(a){
return a~ /^(During handling of the above|The above exception was)/
}
function ef(a){
return a~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}
function eg(a){
return a~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}
function eh(a){
return a~ /^([0-9]+: |In |Execution halted|Calls:)/
}
function ei(a){
return a~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}
function ej(a){
return a~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}
function ek(a){
return a~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}
function el(a){
return a~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}
function em(a){
return a~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}
function en(a){
return a~ /^ERROR [0-9]+ [(]/
}
function eo(a){
return a~ /^([0-9]+ [|]|[ \t])/
}
function ep(a){
return a~ /^Error( [(][^)]*[)])?:/
}
function eq(a){
return a~ /^(Warning|Alert)( |:)/
}
function cT(a){
return a~ /^[-*] /
}
function er(a){
return a~ /(xception|rror|raceback)/
}
function cU(a){
if (match(a, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return t(1)
return 0
}
function es(a){
if (match(a, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
if (match(a, /^[-|:,]+[ \t]+/)) return RLENGTH
if (match(a, /^[|]/)) return RLENGTH
return 0
}
function et(a){
if (match(a, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
if (match(a, /^[(][0-9]+[)]/)) return RLENGTH
if (match(a, /^[0-9]+ +---/)) return RLENGTH
if (match(a, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
if (match(a, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
return 0
}
function eu(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
return 0
}
function ev(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
return 0
}
function ew(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
return 0
}
function ex(a){
if (match(a, /^[A-Za-z0-9_.@-]+="([^"\\]|\\.)*"/)) return RLENGTH
if (match(a, /^[A-Za-z0-9_.@-]+=[^ ]*/)) return RLENGTH
return 0
}
BEGIN{
br("TRACE","trace trc trac finest silly trce T V")
br("DEBUG","debug dbg dbug debg deb verbose verb vrb fine finer http debugging debu D")
br("INFO","info inf information informational notice note config success succ message infos msg log noti I N A M")
br("WARN","warn warning wrn caution warnings warnung avertissement advertencia W")
br("ERROR","error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro failure fail failed fehler errors pani C E F")
bs("TRACE","\346\234\200\343\202\202\350\251\263\347\264\260;LE PLUS PR\303\211CIS;AM FEINSTEN")
bs("DEBUG","\350\251\263\347\264\260;\346\231\256\351\200\232;PLUS PR\303\211CIS;PR\303\211CIS;FEIN;FEINER")
bs("INFO","\346\247\213\346\210\220;\346\203\205\345\240\261;INFOS;INFORMATION;KONFIGURATION;INFORMACI\303\223N;\344\277\241\346\201\257")
bs("WARN","\350\255\246\345\221\212;AVERTISSEMENT;WARNUNG;ADVERTENCIA")
bs("ERROR","\351\207\215\345\244\247;\344\270\245\351\207\215;GRAVE;SCHWERWIEGEND")
bt("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",aI)
bt("log/level info/level @fields/level record/level/name _meta/logLevelName",cV)
bt("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",bu)
bt("fields/message info/msg data/msg record/message",cW)
aV("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError",cj)
aV("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace",cX)
aV("severityNumber severity_number",ey)
aV("short_message host timestamp time _time ts @timestamp",ez)
aV("time timestamp pid hostname v msg message",eA)
bt("s ctx",cY)
aV("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",eB)
aV("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",eC)
}
''
function eD(e,K,b){
if (index(e,"\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/,"",e)
if (!index(e,"\r")) return e
sub(/\r+$/,"",e)
if (!index(e,"\r")) return e
for (b=split(e,K,"\r");b;b--) if (!ck(K[b])) return K[b]
return ""
}
function ck(a){
if (a~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/,"",a)
if (a~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/,"",a)
return a==""
}
function bJ(a){
i=a
O=P=""
V=aW=U=0
if (ck(a)){
P="blank"
return
}
if (a~ /^[{].*[}][ \t\r\v\f]*$/&&eE(a)){
P="JSON"
V=1
return
}
if (eF(a)) return
if (!(d2(a)||eG(a)||d5(a))&&bO&&!aX(a,"  ")){
P="time"
V=1
U=bO
}
}
function eF(a,g,aH,an,f){
bO=d6(a)
g=bO?bO:d8(a)?index(a,"[")-1:0
if (!g) return 0
aH=1
a=substr(a,g+1)
for (an=6;an;an--){
if (d1(a,aH)){
P="time"
V=1
if (aW||U){
aW+=g
U+=g
}
return 1
}
if (!(f=d9(a))) return 0
aH=substr(a,f,1)~ /[])\200-\377]/
a=substr(a,f+1)
g+=f
}
return 0
}
function eG(a,aY,k){
if (!index(a,"=")||!d3(a)) return 0
aY=""
while (match(a, /"([^"\\]|\\.)*"/)){
k=substr(a,RSTART,RLENGTH)
if (index(k," ")) gsub(/./,"_",k)
aY=aY substr(a,1,RSTART-1) k
a=substr(a,RSTART+RLENGTH)
}
aY=aY a
k=d4(" " aY)
return k&&v(aY,k-1,"","","logfmt",1)
}
function bv(l,aB,k,T,aZ){
O=l
P=aB
aW=k
U=T
V=aZ
return 1
}
function j(l){
return bv(l,"text",0,0,0)
}
function A(l){
return bv(l,"text",0,RLENGTH,0)
}
function ch(l){
return bv(l,"stamped",0,RLENGTH,1)
}
function a9(a,aB,aZ,f,cl){
f=RLENGTH
cl=substr(a,match(a, /[A-Z]/),1)
return cl in aJ&&bv(aJ[cl],aB,0,f,aZ)
}
function ag(a,cZ,eH,bP,ah,aB,aZ,k){
k=t(match(a,"^(" cZ ")"))
while (k&&!(substr(a,1,k)~("^(" cZ ")$")&&substr(a,k+1)~("^" eH))) k--
return v(a,k,bP,ah,aB,aZ)
}
function v(a,g,bP,ah,aB,aZ,w,l){
a=substr(a,g+1)
w=match(a, /^[A-Za-z]+/)?substr(a,1,RLENGTH):""
if (bP=="upper"&&w!=toupper(w)) return 0
if (bP!="lower") w=tolower(w)
if (!(w in aJ)||ah!=""&&!index(ah," " w " ")) return 0
l=aJ[w]
a=substr(a,length(w)+1,2)
if (l=="DEBUG"&&a=="-4") l="TRACE"
return bv(l,aB,g,g+length(w),aZ)
}
function t(k){
return k&&RLENGTH>0?RLENGTH:0
}
function br(l,ah,aK,b){
for (b=split(ah,aK," ");b;b--) aJ[aK[b]]=l
}
function bs(l,ah,aK,b){
for (b=split(ah,aK,";");b;b--) c0[aK[b]]=l
}
function bt(ah,a0){
split(ah,a0," ")
}
function aV(ah,a0,aK,b){
for (b=split(ah,aK," ");b;b--) a0[aK[b]]=1
}
function eE(a,cm,o,h,b){
bQ=index(a,"\\")
aC=cn(a,L,Q)
if (aC<0) return 0
split("",ae)
for (b=aC;b;b--) ae[L[b]]=b
if (!eI()) return 0
cm=bw
h=""
c1=0
o=eJ()
sub(/\n+$/,"",o)
ax=""
for (b=1;b<=aC;b++){
if (b==c1||L[b] in cj||L[b]==cm) continue
a=Q[b]
if (cm==""&&L[b]=="record"&&a~ /^[{]/&&"text" in ae) a=eK(b)
if (a~ /^[{[]/||L[b] in cX) a=eL(b)
if (a!="") h=h ",\"" L[b] "\":" a
}
if (h!="") o=o (o==""?"{":" {") substr(h,2) "}"
o=o (o==""?substr(ax,2):ax)
if (o!="") i=o
return 1
}
function cn(a,r,ai,aD,bR,W,b,p,g,X,R,k,c2){
aD=0
W=split(a,bR,"\"")
c2=a~ /[\001-\037]/
g=1
co=0
X=4
R=""
for (b=1;;b++){
p=bR[b]
if (X==3&&(p==":"||p==": ")) X=4
else if (X==6&&(p==","||p==", ")) X=substr(R,length(R))=="{"?1:4
else if (X==3&&p~ /^: ?[1-9][0-9]*, ?$/){
if (R=="{"){
match(p, /[0-9]+/)
ai[aD]=substr(p,RSTART,RLENGTH)
}
X=1
}else{
ad=X
Y=R
bS=k
if (!eM(a,p,g,aD,ai)) return-1
X=ad
R=Y
k=bS
}
if (b>=W) return X==7&&!(co&&index(substr(a,2),"{")+index(a,"["))?aD:-1
g+=length(p)
p=bR[++b]
if (bQ) while (p~ /\\$/&&b<W&&p~ /(^|[^\\])(\\\\)*\\$/) p=p "\"" bR[++b]
if (b>=W) return-1
if ((c2||bQ)&&(X>3||R!="{")&&!c3(p)) co=1
if (X<3){
if (R=="{") r[++aD]=p
X=3
}else if (X<6&&X>3&&R!=""){
if (R=="{") ai[aD]="\"" p "\""
X=6
}else return-1
g+=length(p)+2
}
}
function eM(a,p,g,aD,ai,C){
while (1){
if (match(p, /^[ \t\r\n]+/)){
g+=RLENGTH
p=substr(p,RLENGTH+1)
}
if (p=="") return 1
C=substr(p,1,1)
if (C=="{"||C=="["){
if (ad!=4&&ad!=5||Y==""&&C=="[") return 0
if (Y=="{") bS=g
Y=Y C
ad=C=="{"?2:5
}else if (C=="}"||C=="]"){
if (Y==""||substr(Y,length(Y))!=(C=="}"?"{":"[")) return 0
if (ad!=6&&ad!=(C=="}"?2:5)) return 0
Y=substr(Y,1,length(Y)-1)
ad=Y==""?7:6
if (Y=="{") ai[aD]=substr(a,bS,g+1-bS)
}else if (C==":"){
if (ad!=3) return 0
ad=4
}else if (C==","){
if (ad!=6) return 0
ad=Y~ /[{]$/?1:4
}else{
if (Y==""||ad!=4&&ad!=5) return 0
if (match(p, /^-?[0-9][-+.0-9eE]*/)){
if (!c4(substr(p,1,RLENGTH))) co=1
}else if (!match(p, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (Y=="{") ai[aD]=substr(p,1,RLENGTH)
ad=6
g+=RLENGTH-1
p=substr(p,RLENGTH)
}
g++
p=substr(p,2)
}
}
function c4(a){
return a~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function a1(e){
return e~ /^"/&&(!bQ||c3(substr(e,2,length(e)-2)))
}
function c3(a){
if (a~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/,"",a)
return!index(a,"\\")
}
function eN(S,s,g,c,aN){
s=""
while (g=index(S,"\\")){
s=s substr(S,1,g-1)
c=substr(S,g+1,1)
S=substr(S,g+2)
if (c=="u"){
c=c5(substr(S,1,4))
S=substr(S,5)
aN=S~ /^\\u[dD][c-fC-F]/?c5(substr(S,3,4)):0
if (c>55295&&c<56320&&aN){
c=(c-55296)*1024+aN+9216
S=substr(S,7)
}
s=s b7(c)
}else s=s (c in ba?ba[c]:c)
}
return s S
}
function c5(av,n,b){
n=0
av=tolower(av)
for (b=1;b<=4;b++) n=n*16+index("123456789abcdef",substr(av,b,1))
return n
}
function b7(c){
if (!c) return "\\u0000"
if (c>55295&&c<57344) c=65533
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c%c%c",240+int(c/262144),128+int(c/4096)%64,128+int(c/64)%64,128+c%64)
}
function ao(e){
e=substr(e,2,length(e)-2)
return index(e,"\\")?eN(e):e
}
function eI(m,b,a){
for (m=1;m in aI;m++)
if (aI[m] in ae)
for (b=ae[aI[m]];b<=aC;b++)
if (L[b]==aI[m]&&(O=c6(Q[b]))!=""){
bw=L[b]
return 1
}
bw=""
for (m=1;m in cV;m++)
if ((O=c6(eO(cV[m])))!="") return 1
for (m=1;m in aI;m++)
if (aI[m] in ae)
for (b=ae[aI[m]];b<=aC;b++)
if (L[b]==aI[m]&&c4(Q[b])&&(O=eP(L[b],Q[b]+0))!=""){
bw=L[b]
return 1
}
for (b=1;b<=aC;b++)
if (L[b]==cY[1]&&cY[2] in ae&&a1(Q[b])){
bw=L[b]
a=index("DIWEF",substr(Q[b],2,1))
O=substr(Q[b],2)~ /^[DIWEF]/?cp(a+1):""
return O!=""
}
return 0
}
function c6(e,w){
if (!a1(e)) return ""
w=tolower(ao(e))
gsub(/^[\t-\r ]+|[\t-\r ]+$/,"",w)
if (w=="debug-4") return "TRACE"
sub(/[-+].*/,"",w)
return w in aJ?aJ[w]:""
}
function eO(au,r,W,e,b){
b=index(au,"/")
if (!(substr(au,1,b-1) in ae)) return ""
W=split(au,r,"/")
e=Q[ae[r[1]]]
for (b=2;b<=W;b++) e=ap(e,r[b])
return e
}
function ap(e,y,r,ai,b){
if (e!~ /^[{]/) return ""
for (b=cn(e,r,ai);b>0;b--) if (r[b]==y) return ai[b]
return ""
}
function eP(m,n){
if (m in ey)
return n<1||n>24?"":cp(int((int(n)-1)/4)+1)
if (n>=0&&n<=7&&c7(ez))
return n<4?"ERROR":n<5?"WARN":n<7?"INFO":"DEBUG"
if (n>=10&&n<=60&&c7(eA)) return cp(int(n/10))
return ""
}
function cp(b){
return b<2?"TRACE":b<3?"DEBUG":b<4?"INFO":b<5?"WARN":"ERROR"
}
function c7(a0,b){
for (b=1;b<=aC;b++) if (L[b] in a0) return 1
return 0
}
function eK(b,bT){
bT=ap(Q[b],"extra")
if (bT!~ /^[{]/) return Q[b]
L[b]="extra"
return Q[b]=bT~ /^[{][ \t]*[}]$/?"":bT
}
function eJ(m,b,r,e){
for (m=1;m in bu;m++)
if (bu[m] in ae&&bu[m]!=bw)
for (b=ae[bu[m]];b<=aC;b++)
if (L[b]==bu[m]&&a1(Q[b])){
c1=b
return ao(Q[b])
}
for (m=1;m in cW;m++){
split(cW[m],r,"/")
if (r[1] in ae&&!(r[1] in cj))
for (b=ae[r[1]];b<=aC;b++)
if (L[b]==r[1]&&(e=ap(Q[b],r[2]))~ /^"/){
split(r[2],r," ")
Q[b]=c8(Q[b]," " r[1] " ")
return ao(e)
}
}
return ""
}
function c8(e,a0,r,ai,W,b,s){
W=cn(e,r,ai)
s=""
for (b=1;b<=W;b++)
if (!index(a0," " r[b] " ")) s=s ",\"" r[b] "\":" ai[b]
return s==""?"":"{" substr(s,2) "}"
}
function eL(b,e,a){
e=Q[b]
if (L[b] in cX&&(a=c9(e))!=""){
ax=ax "\n" a
return ""
}
if (!index(e,"stack")&&!bQ||(a=da(e))=="") return e
eQ(e,a)
return c8(e," type name message stack cause nativeError ")
}
function c9(e,a,S){
a=""
if (e~ /^"/){
if (!index(e,"\\")) return ""
e=ao(e)
if (!index(e,"\n")) return ""
sub(/\n+$/,"",e)
return e
}
if (e!~ /^[[].*[]]$/) return ""
if (e~ /^[[][ \t]*[{]/) return eR(e)
S=e
gsub(/"([^"\\]|\\.)*"/,"s",S)
if (S!~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(e, /"([^"\\]|\\.)*"/)){
a=a "\n" ao(substr(e,RSTART,RLENGTH))
e=substr(e,RSTART+RLENGTH)
}
return substr(a,2)
}
function eR(e,h,cq,N,bU,a){
h=e
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/,"c",h)
if (h!~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(e, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)){
cq=substr(e,RSTART,RLENGTH)
e=substr(e,RSTART+RLENGTH)
N=ap(cq,"fullFilePath")
bU=ap(cq,"method")
if (!a1(N)) return ""
N=ao(N)
a=a "\n    at "(a1(bU)&&bU!="\"[undefined]\""?ao(bU) " (" N ")":N)
}
return substr(a,2)
}
function da(cr,R,a,m,o){
R=ap(cr,"stack")
if ((a=c9(R))==""||R!~ /^[[][ \t]*[{]/) return a
m=ap(cr,"name")
o=ap(cr,"message")
return a1(m)&&a1(o)?ao(m) ": " ao(o) "\n" a:a
}
function eQ(e,R,aL,a,an){
ax=ax "\n" R
aL=ap(e,"cause")
for (an=1;aL~ /^[{]/&&an<10;){
a=da(aL)
if (a==""){
a=ap(aL,"message")
a=a~ /^"/?ao(a):"\001"
}
if (a!="\001"&&!index(R,a)&&a!=""){
ax=ax "\nCaused by: " a
an++
}
aL=ap(aL,"cause")
}
if (aL~ /^"/) ax=ax "\nCaused by: " ao(aL)
}
function db(T){
if (P=="Erlang") return "paragraph"
if (P=="time"&&O!=""&&!index(i,"Error")&&!index(i,"Exception")) return ""
T=index(i,"\n")
return ea(T?substr(i,1,T):i)
}
function eS(){
if (q=="node_place") return eT()
if (q=="next_line_s_level") return eU()
if (q=="source_place") return eV()
if (q=="statement") return eW()
if (q=="box") return eX()
if (q=="ansible") return eY()
if (q=="python") return eZ()
if (q=="python done") return e0()
if (q=="go") return ef(i)?1:""
if (q=="rust") return!ab&&!Z||eg(i)?1:""
if (q=="r") return Z?"":!ab&&!V||eh(i)?1:""
if (q=="paragraph") return Z||V?"":1
if (q=="trace") return aX(i,"    at ")&&!Z?1:""
if (q=="lua") return i~ /^\t/?1:""
if (q!="lisp") return ""
if (aX(i,"unhandled condition in")) q=""
return 1
}
function dc(a,T){
T=index(a,": ")
if (T) a=substr(a,1,T-1)
if (a in c0) return c0[a]
return a==toupper(a)&&tolower(a) in aJ?aJ[tolower(a)]:""
}
function aX(a,k){
return substr(a,1,length(k))==k
}
function eT(){
if (!ab) return!(Z||V)
if (ab==1){
if (!ci(i)) return 0
D="ERROR"
return 1
}
if (aX(i,"Node.js v")) q="exception"
return D!=""
}
function eU(l){
if (ab||Z) return ""
l=dc(i)
if (l=="") return ""
D=l
bb="time"
bc=1
return 1
}
function eV(){
if (ep(i)) D="ERROR"
else if (eq(i)) D="WARN"
else return!V&&(eo(i)||ci(i))
q=""
return 1
}
function eW(){
if (!en(i)) return!(V||O!=""||Z)&&ab<200
D="ERROR"
q=""
return 1
}
function eX(){
if (!ab)
D=aX(i,"\342\224\202 Error: ")?"ERROR":aX(i,"\342\224\202 Warning: ")?"WARN":""
return D!=""&&i~ /^(\342\224\202|\342\225\265)/
}
function eY(){
if (V||em(i)) return 0
return!Z||i~ /^[ \t]/||i~ /^([0-9]+ |Origin: )/
}
function eZ(){
if (i~ /^([ \t]|Traceback)/||cS(i)||ee(i)) return 1
if (ec(i)&&!(V&&!index(i,": "))){
q="python done"
return 1
}
return!V
}
function e0(){
if (!cS(i)) return ""
q="python"
return 1
}
function e1(a2){
if (P=="blank"){
e2()
return
}
if (bV&&(q!=""||!V||i~ /^\t/)){
a2=e3()
if (a2=="wait"){
dd()
return
}
if (a2){
e4()
return
}
}
if (af||aj) bq()
e5()
bx=bW=i
de=D=O
bb=P
df=U
bc=V
by(i,O,P,aW,U)
ab=Z=0
bV=1
q=db()
if (P==""&&q=="") bN()
}
function dd(){
e6[++aj]=i
e7[aj]=O
cs[aj]=P
e8[aj]=aW
e9[aj]=U
}
function by(a,l,aB,k,T){
if (af++){
aq=aq "\n" a
return
}
aq=a3=a
ct=l
bd=aB
dg=k
a4=T
}
function bN(b,dh){
if (af) cu(D)
dh=D==""
b=aj
aj=af=0
aq=""
for (bX=1;bX<=b;bX++)
if (dh||cs[bX]!="blank"){
di(bX)
cu("")
af=0
aq=""
}
}
function di(b){
by(e6[b],e7[b],cs[b],e8[b],e9[b])
}
function bq(cv,W,b){
bV=0
if (D==""&&(q=="node_place"||q=="source_place"||q=="statement")){
W=split(aq,cv,"\n")
af=0
for (b=1;b<=W;b++){
if (b==1) by(cv[1],ct,bd,dg,a4)
else by(cv[b],fa,fb,fc,fd)
cu("")
af=0
}
aq=""
}
bN()
}
function e2(){
Z=1
if (!bV) return
dd()
if (aj>100) bq()
}
function e4(b){
for (b=1;b<=aj;b++) di(b)
aj=0
by(i,O,P,aW,U)
bW=i
fa=O
fb=P
fc=aW
fd=U
Z=0
ab++
if (length(aq)>65536+af-1&&fe(aq)>65536+af-1) bN()
}
function fe(a){
return length(a)-gsub(/[\200-\277]/,"",a)
}
function e3(a2){
a2=q==""?"":eS()
if (a2!="") return a2
if (V&&i!~ /^\t/) return 0
if (ed(i)&&!Z&&ff()){
q="python"
return 1
}
if (D==""&&bb!="time"&&bb!="stamped") return 0
if (i~ /^[ \t]/) return fg()
if (fh()) return 1
if (O!="") return 0
return Z?dj():fi()
}
function ff(){
return D=="ERROR"||D!=""&&af&&(D=="WARN"||er(bx))
}
function fh(cw){
cw=fj()
if (cw||q==""&&aX(i,"Caused by: ")) q="exception"
return cw||eb(i)||ci(i)
}
function fg(){
if (ek(i)) return 0
if (!Z) return 1
if (O!=""&&i~ /^ /) return 0
if (D=="") return bY()
return!bc||cx(D)||bY()
}
function fi(){
if (db()!="") return 0
if (bb=="time"&&dk) return 1
if (ei(bx)||fk()) return 1
if (dj()||fl()) return 1
return D!=""&&(q=="exception"||!bc)&&!dl()?"wait":0
}
function fl(){
return bc&&bb!="JSON"&&cx(D)&&bY()&&i!~ /^[[]/
}
function fk(){
if (D==""||dl()) return 0
return bW~ /:[\t-\r ]*$/||cT(i)&&cT(bW)
}
function dj(){
if (de==""||!df||substr(bx,df+1)!~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
return bY()||!Z&&bx~ /:[\t-\r ]*$/
}
function cx(l){
return l=="WARN"||l=="ERROR"
}
function e5(){
if (P=="time"||P=="stamped") dk=1
else if (O=="") dm=1
if (!V) return
dn++
if (!cx(O)) dp=1
}
function bY(){
return dn>=3&&dp&&!dm
}
function fj(){
if (D!="ERROR"||!bc||P!="text") return 0
return Z?el(i):ej(i)
}
function dl(b){
for (b=1;b<=aj;b++) if (cs[b]!="blank") return 1
return 0
}
function cu(l,o){
o=aq
if (d0) o=fm()
dX(l==""?dZ:l,o)
}
function fm(h,o){
h=af>1?substr(aq,length(a3)+2):""
if (af>1&&ct==""&&dc(dq(h))!=""){
o=dq(h)
return (index(o,": ")?substr(o,index(o,": ")+2):"") substr(h,length(o)+1)
}
o=fn()
return af<2?o:o==""?h:o "\n" h
}
function dq(a){
return index(a,"\n")?substr(a,1,index(a,"\n")-1):a
}
function fn(a,g){
a=a3
if (bd=="logfmt") return fo(a)
if (bd=="behind a place"){
g=a4+cU(substr(a,a4+1))
a=substr(a,g+1)
sub(/^[\t-\r ]+/,"",a)
return substr(a3,1,dg) a
}
if (ct==""&&bd=="time"){
a=substr(a,a4+1)
sub(/^[] \t:-]+/,"",a)
return a
}
return a4?substr(a,fp()+1):a
}
function fp(g,f,an,cy,h){
g=a4+cU(substr(a3,a4+1))
h=substr(a3,g+1)
if (bd!="time"&&substr(a3,g,1)==":"&&(f=ew(h)))
return g+f
cy=0
for (an=8;an;an--){
f=es(h)
if (!f&&!cy){
f=et(h)
if (!f){
f=bd=="time"?eu(h):ev(h)
cy=f>0
}
}
if (!f) break
g+=f
h=substr(h,f+1)
}
return g
}
function fo(a,o,h,be,y,n){
a=substr(a,d7(a)+1)
o=h=""
while (match(a, /[A-Za-z0-9_.@-]+=/)){
a=substr(a,RSTART)
be=substr(a,1,ex(a))
a=substr(a,length(be)+1)
y=substr(be,1,index(be,"=")-1)
n=substr(be,length(y)+2)
if (o==""&&y in eC) o=fq(n)
else if (!(y in cj)&&!(y in eB)) h=h (h==""?"":" ") be
}
return o (o!=""&&h!=""?" ":"") h
}
function fq(n,s,g,C){
if (length(n)<2||n!~ /^"/) return n
n=substr(n,2,length(n)-2)
s=""
while (g=index(n,"\\")){
C=substr(n,g+1,1)
s=s substr(n,1,g-1) (C=="n"?"\n":C=="t"?"\t":C)
n=substr(n,g+2)
}
return s n
}
function bM(e,K,W,b,bz,h,cz){
if (index(e,"::{")){
W=split(e,K,"\r")
bz=h=cz=""
for (b=1;b<=W;b++){
if (fr(K[b])) bz=bz K[b] "\n"
else{
h=h cz K[b]
cz="\r"
}
}
if (bz!=""){
if (!ck(h)) bM(h)
bq()
dY(bz)
return
}
}
bJ(eD(e))
e1()
}
function fr(a){
return a~ /^::[{].*[}]::$/&&a!~ /\302\205|\342\200[\250\251]/
}
BEGIN{
ba["b"]="\b"
ba["f"]="\f"
ba["n"]="\n"
ba["r"]="\r"
ba["t"]="\t"
bx=de=bb=D=aq=a3=q=""
af=aj=ab=bV=Z=dk=dm=dp=dn=bc=0
bW=""
}
''
function dX(l,a){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
I=a
gsub(/["\\]/,"\\\\&",I)
if (I~ /[^ -~]/||length(a)>15360){
a8="\"},{\"level\":\"" l "\",\"message\":\""
I="::{\"logs\":[{\"level\":\"" l "\",\"message\":\""
ak=0
cb(a)
print I "\"}]}::\n"
}else print "::{\"logs\":[{\"level\":\"" l "\",\"message\":\"" I "\"}]}::\n"
fflush()
}
function dY(a){
print a
fflush()
}
function bo(aT){
if (aA=="") return
print "x"(aT>255?aT-128:aT) "x\n"|aA
close(aA)
aA=""
}
BEGIN{
bG=1
dZ=ENVIRON["kestra_level"]
d0=ENVIRON["kestra_message"]!=""
at=ENVIRON["kestra_mark"]
aA=ENVIRON["kestra_done"]
z=""
bp=0
}
{
aU=index($0,at)
if (!aU){
bp=0
bM(z $0)
z=""
next
}
z=z substr($0,1,aU-1)
if (/[0-9]$/){
if (z!="") bM(z)
z=""
bq()
bo(substr($0,aU+length(at))+0)
}else if (bp++) bN()
}
END{
if (z!="") bM(z)
bq()
bo(137)
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
_kestra_define_call context _kestra_context
_kestra_context() {
 case $# in [01]) ;; *) _kestra_refuse 'context: expected one path, as inputs.dataset'; \return 1 ;; esac
 _kestra_kind=outputs _kestra_problem='' _kestra_text=${1-}
 _kestra_find_context || \return 1
 if _kestra_awk_on_stdin json "\\$_kestra_value" outputs; then
  case $_kestra_problem in
   '') _kestra_awk context "$_kestra_path$_kestra_lf$_kestra_text$_kestra_lf$_kestra_json" '' || _kestra_problem='awk' ;;
   *) _kestra_json=${_kestra_json##*"$_kestra_lf"} _kestra_json=${_kestra_json%[:\;] write NAME=TEXT*} ;;
  esac
 else
  _kestra_problem='awk'
 fi
 case $_kestra_problem in
  '') _kestra_write_to 1 "$_kestra_json" || _kestra_refuse 'context: stdout is closed or full' ;;
  awk) _kestra_refuse 'context: awk is needed to read JSON, and was not found' ;;
  *) _kestra_refuse "$_kestra_json" ;;
 esac
}
_kestra_find_context() {
 _kestra_path=${KESTRA_EXECUTION_CONTEXT_FILE-.kestra-execution-context.json}
 if _kestra_test -e "$_kestra_path"; then
  case $_kestra_path in -) _kestra_path=./- ;; esac
  _kestra_check_json "$_kestra_path" "@$_kestra_path"
 else
  case ${KESTRA_CONTEXT:+set} in
   '')
    _kestra_refuse "No Kestra execution context found: '$_kestra_path' does not exist and the KESTRA_CONTEXT environment variable is not set. The execution context is only available when the script runs inside a Kestra task."
    \return 1
    ;;
  esac
  _kestra_path=KESTRA_CONTEXT
  _kestra_json=$(_kestra_print_line "$KESTRA_CONTEXT" | \command base64 -d 2>/dev/null && _kestra_print_line .) ||
   { _kestra_refuse 'KESTRA_CONTEXT: expected JSON in base64'; \return 1; }
  _kestra_check_json KESTRA_CONTEXT "$_kestra_lf${_kestra_json%.}"
 fi
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
  for _kestra_text in scope clock trace debug info warn error warning critical log logs outputs assets counter gauge timer pipe context failed; do
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
