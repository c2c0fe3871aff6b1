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
_kestra_brace='::{'
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
_kestra_begin_failed='{ \set -- "$?" "${1-}" "${BASH_COMMAND-}" "$-"; \set +x; } 2>/dev/null'
_kestra_note_line=''
_kestra_place='$0'
_kestra_leave='if \return "$_kestra_status"; then \:; fi'
_kestra_run_function='_kestra_run "$@"; _kestra_status=$?'
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
_kestra_hide_trace='case $- in
  *x*) { _kestra_hidden=x$_kestra_hidden; \set +x; } 2>/dev/null ;;
  *) _kestra_hidden=-$_kestra_hidden ;;
 esac'
_kestra_show_trace='case $_kestra_hidden in
  x*) _kestra_hidden=${_kestra_hidden#x}; { \set -x; \return 0; } 2>/dev/null ;;
 esac
 _kestra_hidden=${_kestra_hidden#-}'
_kestra_show_trace_and_leave="case \$_kestra_hidden in
 x*) _kestra_hidden=\${_kestra_hidden#x}; { \\set -x; $_kestra_leave; } 2>/dev/null ;;
 *) _kestra_hidden=\${_kestra_hidden#-}; $_kestra_leave ;;
esac"
_kestra_end_of_function=$_kestra_show_trace_and_leave
_kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[!\ -~]*|*\\*|*::\{*'
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
  _kestra_hide_trace="{ $_kestra_hide_trace; } 2>/dev/null"
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
    _kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[![:ascii:]]*|*[[:cntrl:]]*|*\\*|*::\{*'
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
  _kestra_quiet='2>/dev/null'
  _kestra_quote_setup=$_kestra_enter_scope
  _kestra_define_now='_kestra_load'
  _kestra_when_traced=''
  _kestra_trace_again=''
  _kestra_hide_trace='{ case "${dis_builtins+${options[warnnestedvar]::=off}${options[xtrace]::=off}}$-" in x*|[!o]*x*) \set +x ;; esac; } 2>/dev/null'
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
  _kestra_begin_failed='for _kestra_failed_status in "$?"; do case $- in *x*) \set +x ;; esac; done
   \set -- "$_kestra_failed_status" "${1-}" "" ""'
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
  _kestra_hide_trace='for _kestra_hidden in "$-:$_kestra_hidden"; do \set +x; done'
  _kestra_begin_failed='for _kestra_failed_status in "$?:$-"; do \set +x; done
   \set -- "${_kestra_failed_status%%:*}" "${1-}" "" "$_kestra_failed_status"'
  _kestra_show_trace='_kestra_trace_on'
  _kestra_trace_and_leave="case \${_kestra_hidden%%:*} in *x*) { _kestra_trace_on; $_kestra_leave; } 2>/dev/null ;; esac
   _kestra_trace_on; $_kestra_leave"
  _kestra_show_trace_and_leave='\eval "$_kestra_trace_and_leave"'
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
  _kestra_needs_escape='*[!]-~\ !#-[]*|*::\{*'
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
  *[!]-z\|-~\ !#-[]*)
   case $#${KESTRA_FD-}$_kestra_failed:${1-} in
    1:*[!]-~\ -[]*|1:*\"*\"*\"*\"*\"*|1*::\{*)
     \local _kestra_json
     _kestra_quote "$1" && {
      '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$_kestra_json\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
       _kestra_log_again '"$_kestra_level"' "$1"
      \return 0
     }
     ;;
    1:*\"*)
     \set -- "${1#*\"}" "${1%%\"*}\\\"" "$1"
     while case $1 in *\"*) ;; *) \break ;; esac; do
      \set -- "${1#*\"}" "$2${1%%\"*}\\\"" "$3"
     done
     '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$2$1\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
      _kestra_log_again '"$_kestra_level"' "$3"
     \return 0
     ;;
    1:*)
     '"$_kestra_print"' "::{\"logs\":[{\"level\":\"'"$_kestra_level"'\",\"message\":\"$1\"}]}::'"$_kestra_line_end"'" '"$_kestra_redirect"' ||
      _kestra_log_again '"$_kestra_level"' "$1"
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
  _kestra_note_refusal '"$_kestra_name"' "$@"
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
  warn:*) _kestra_define_level "$1" WARN ">&2 $_kestra_quiet" ;;
  error:*) _kestra_define_level "$1" ERROR ">&2 $_kestra_quiet" ;;
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
 _kestra_status=1 _kestra_call=kestra_$1
 \shift
 _kestra_note_call "$_kestra_call" "$@"
}
_kestra_note_call() {
 _kestra_failed_call=$1 _kestra_failed_line=${_kestra_line_of_call-}
 \shift
 for _kestra_text do _kestra_failed_call="$_kestra_failed_call $_kestra_text"; done
}
\eval 'kestra_failed() {
 '"$_kestra_begin_failed"'
 _kestra_report_failure "$@"
 case $4 in *x*) { \set -x; } 2>/dev/null ;; esac
}'
_kestra_report_failure() {
 case $3 in "if \\return"*|'\return'*) \set -- "$1" "$2" "$_kestra_failed_call" ;; esac
 case $2 in "${_kestra_line_of_code-}") \set -- "$1" "$_kestra_failed_line" "$3" ;; esac
 case $2 in 0) \set -- "$1" '' "$3" ;; esac
 case $1 in 0) ;; *) kestra_error "${2:+line $2: }exit status $1${3:+: $3}" ;; esac
}
\eval 'kestra_time() {
 '"$_kestra_note_line"'
 '"$_kestra_hide_trace"'
 _kestra_place="'"$_kestra_place"'"
 _kestra_scope _kestra_check_time "$@" || \:
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
 _kestra_command=refused
 case $# in 0|1) _kestra_refuse 'kestra_time: expected NAME COMMAND'; \return 1 ;; esac
 _kestra_check_string 'timer: name' "$1" && _kestra_find_command "$2"
}
_kestra_time_program() {
 case $_kestra_command in refused) \return 1 ;; esac
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
 _kestra_print_line "$_kestra_place: $1: $2" >&2 2>/dev/null || \:
 \return "$3"
}
_kestra_trace_on() {
 for _kestra_text in "${_kestra_hidden%%:*}"; do
  _kestra_hidden=${_kestra_hidden#*:}
  case $_kestra_text in *x*) \set -x ;; esac
 done
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
 _kestra_print_line "kestra: $1" >&2 2>/dev/null || \:
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
_kestra_escape_braces() {
 while case $_kestra_json in *"$_kestra_brace"*) ;; *) \break ;; esac; do
  _kestra_json=${_kestra_json%%"$_kestra_brace"*}::\\u007b${_kestra_json#*"$_kestra_brace"}
 done
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
 case $_kestra_json in *"$_kestra_brace"*) _kestra_escape_braces ;; esac
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
 case $_kestra_json in *"$_kestra_brace"*) _kestra_escape_braces ;; esac
}'
  ;;
esac
_kestra_load_program() {
 _kestra_program='
function cc(a){
cH=a
bq=length(a)
b4=H=1
dA=bq>4096?substr(a,1,4096):a
}
function K(g){
if (H>2000&&b4+4096<=bq){
b4+=H-1
H=1
dA=substr(cH,b4,4096)
}
return substr(dA,H,g)
}
BEGIN{ORS=""}
'
 case $1 in json|context) _kestra_program=$_kestra_program'
function bG(a,f,n,b6){
n=0
for (f=3;f<7;f++){
b6=index("0123456789abcdef",tolower(substr(a,f,1)))-1
if (b6<0) return b6
n=n*16+b6
}
return n
}
BEGIN{
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /",aR," ")
for (J=1;J<16;J+=2) cL[aR[J+1]]=aR[J]+0
}
' ;; esac
 case $1 in
  context) _kestra_program=$_kestra_program'
function b8(dB,dC,g){
aG[++b9]=dB
dD[b9]=dC
h=substr(h,g+1)
}
function dE(a,at,T){
for (h=a;h!=""&&G=="";){
at=substr(h,2,1)
T=index("\"" M,at)&&h~ /^[[]/?index(substr(h,3),at "]"):0
if (T) b8(substr(h,3,T-1),0,T+3)
else if (match(h, /^[[][0-9]+[]]/)) b8(substr(h,2,RLENGTH-2)+0,1,RLENGTH)
else if (match(h, /^[^].[]+/)) b8(substr(h,1,RLENGTH),0,RLENGTH)
else break
if (h~ /^[.][^].[]/) h=substr(h,2)
else if (h!~ /^[[]/) break
}
if (h!="")
G="context: expected a path, as inputs.dataset, files[0] or outputFiles[\"a.csv\"], got " M a M
}
function bl(a){
if (cK) print a
else bm=bm a
}
function aS(dF,a,g){
while ((a=K(256))!=""){
g=match(a, /["]|\\/)?RSTART-1:length(a)
if (g){
bl(substr(a,1,g))
H+=g
}else if (a~ /^"/){
H++
return
}else if (dF) bl(dG(a))
else{
bl(substr(a,1,2))
H+=2
}
}
}
function dG(a,c){
H+=a~ /^\\u/?6:2
if (a!~ /^\\u/) return sprintf("%c",cL[substr(a,2,1)])
c=bG(a)
if (c>=55296&&c<56320){
c=(c-55232)*1024+bG(substr(a,7))-56320
H+=6
}
return ca(c)
}
function ca(c){
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c",240+int(c/262144),128+int(c/4096)%64)\
sprintf("%c%c",128+int(c/64)%64,128+c%64)
}
function bH(u,d,g){
u=0
do{
d=K(1)
g=match(K(1100), /^[^][{},:"]+/)?RLENGTH:1
bl(substr(K(1100),1,g))
H+=g
if (d=="\""){
aS(0)
bl("\"")
}
u+=index("[{",d)>0
u-=index("]}",d)>0
}while (u&&d!="")
}
function dH(dI,dJ,bI){
r=0
bI=K(1)
if (!index("[{",bI)) return 0
for (H++;!index("]}",K(1));H+=K(1)==","){
r++
y[r]=r-1
if (bI=="{"){
bm=""
H++
aS(1)
H++
y[r]=bm
}
if (y[r] ""==dI ""&&dJ==(bI=="[")) return 1
bH()
bm=""
}
return 0
}
function dK(f,aT,cb,s){
s=r?"":"none"
for (f=2;f<=r;f++){
cb=y[f]
for (aT=f-1;aT&&y[aT] "">cb "";aT--) y[aT+1]=y[aT]
y[aT+1]=cb
}
for (f=1;f<=r;f++) s=s (f>1?", ":"") y[f]
return s
}
function dL(l){
for (l=1;l<=b9;l++)
if (!dH(aG[l],dD[l])){
G=M aG[l] M " is not available in the execution context (available: " dK() ")"
return
}
cK=1
if (K(1)=="\""){
H++
aS(1)
}else bH()
}
BEGIN{
M=sprintf("%c",39)
G=au=m=aH=bm=""
b9=cK=0
}
NR==1{m=$0}
NR>2{au=au (NR>3?"\n":"") aH}
{aH=$0}
END{
cc(aH)
if (aH!~ /^[{]/)
G=m ": expected an object, got "\
(aH~ /^[[]/?"list":aH~ /^"/?"string":aH~ /^[a-z]/?aH:"number")
if (G=="") dE(au)
if (G=="") dL()
gsub(/[\001-\037]/," ",G)
print (G==""?".":G "!")
}
' ;;
  *) _kestra_program=$_kestra_program'
function bE(c){
if (c in cI) return cI[c]
if (c>65535) return bE(int(c/1024)+55232) bE(c%1024+56320)
return c>31&&c<127?sprintf("%c",c):sprintf("\\u%04x",c)
}
function bi(a,ay,D,cJ,f){
if (!index(a,"{")) return a
ay=substr(ay,length(ay)>2?length(ay)-1:1)
cJ=split(ay a,D, /::[{]/)
a=D[1]
for (f=2;f<=cJ;f++) a=a "::\\u007b" D[f]
return substr(a,length(ay)+1)
}
function bF(a,d,az,aP,b7,aQ){
d=bj[substr(a,1,1)]
as=1
I=d
if (!d) I=65533
aP=d==224?160:d==240?144:128
b7=d==237?159:d==244?143:191
az=d<194||d>244?0:1+(d>223)+(d>239)
if (az) I-=256-(az>2?16:64/az)
else if (d>127){
I=65533
bk=1
}
for (;az;az--){
aQ=bj[substr(a,as+1,1)]
if (aQ<aP||aQ>b7){
I=65533
bk=1
return
}
I=I*64+aQ-128
as++
aP=128
b7=191
}
}
BEGIN{
bk=0
for (J=1;J<256;J++) bj[sprintf("%c",J)]=J
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\",aR," ")
for (J=1;J<14;J+=2) cI[aR[J]+0]="\\" aR[J+1]
}
' ;;
 esac
 case $1 in
  json) _kestra_program=$_kestra_program'
function al(fx,l){
if (G!="") return
G=au
for (l=1;l<=u;l++) if (aG[l]!="") G=G "[" aG[l] "]"
G=G ": " fx
}
function ac(a,ab,s){
for (s="";a!=""&&ab;ab--){
bF(a)
s=s fy(substr(a,1,as),I)
a=substr(a,as+1)
}
return "`" s (a==""?"":"...") "`"
}
function bK(){
bF(K(4))
return ac(K(as),1)
}
function fy(E,c){
if (c>31&&c<127) return E
if (c<128||c in aI||c<161||c==173||c>8202&&c<8208||
c>8231&&c<8240||c>8286&&c<8304) return "<" ch(c) ">"
if (c==65533&&E!="\357\277\275") return sprintf("<byte %02X>",bj[E])
return E
}
function ch(c){
return sprintf("U+%04X",c) (c in aI?" " aI[c]:"")
}
function dx(aQ){
return bj[aQ]>127&&bj[aQ]<192
}
function N(f,k){
f=b4+H-1
k=f>12?f-12:1
while (k<f&&dx(substr(cH,k,1))) k++
if (k==f&&bq<f+2) return ""
return " in "(k>1?"`...":"`") substr(ac(substr(cH,k,60),32),2)
}
function aa(aO,cg,B){
al("expected " aO ", got " cg (B==""?"":": " B))
}
function dR(w,B){
if (w~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/){
al(w " is not a JSON number: write null"(u?"":", or NAME=TEXT for text"))
return
}
if (w~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) B="JSON has true, false and null"
else if (w~"^[/#]") B="JSON has no comments"
else if (w~ /^[-+.0-9]/) B="JSON numbers are written as 5, -1.5 or 2e3"
else if (w~ /^[A-Za-z_]/||index(w,M)==1) B="text has double quotes in JSON"
if (!u) dy(B~ /^JSON has/?B:"")
else if (w=="") aa("a JSON value",bK() N(),"")
else aa("a JSON value",ac(w,24) N(),B)
}
function dy(B){
if (substr(am,1,3)=="\357\273\277") B="remove the byte order mark, for example with tail -c +4"
else if (index("\377\376\377",substr(am,1,2))) B="it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
else if (substr(am,1,1)=="\033") B="turn the colors of the command off, for example with NO_COLOR=1"
else B=(B==""?"":B "; ") "write NAME=TEXT for text"
aa("a JSON value",ac(am,32),B)
}
function cS(B){
if (am~ /^-?[0-9]+,[0-9]+$/) B="write a point for the comma"
else if (am~ /^-?0[0-9]/) B="write it without leading zeros"
else if (am~ /^[+]/) B="write it without +"
else B="JSON numbers are written as 5, -1.5 or 2e3"
aa("a number",ac(am,32),B)
}
function fz(bD,b5,dz){
bD=K(60)
b5=bO==bN&&am!~ /^[[{]/
dz=bD~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
if (aU){
if (bO!=bN) am=substr(am,1,20) "\n" bD
cS()
}else if (dz&&!(b5&&cU!~ /[ \t\r]/))
aa("one JSON document","another: " ac(bD,32),
"jq -s . makes one list of several"(b5?", and NAME=TEXT is for text":""))
else if (b5) dy("")
else aa("the end of the JSON",ac(bD,32) N(),"")
}
function dV(d,aO){
aO=x=="comma"?(bL[u]=="["?"\",\" or \"]\"":"\",\" or \"}\""):"\":\""
if (x=="end") fz()
else if (x=="key"&&d=="}"||x=="value"&&d=="]")
al("trailing comma" N() ": remove it")
else if (x=="key"||x=="{")
aa("a key in double quotes",bK() N(),"")
else aa(aO,bK() N(),"")
}
function dZ(aO){
aO=aU?"a number":"a JSON value"
while (dx(substr(U,1,1))) U=substr(U,2)
if (x=="value"&&!u&&ci!="")
aa(aO,ci=="-"?"nothing on stdin":"an empty file","")
else if (x=="value"&&!u)
aa(aO,"empty text","the command printed nothing or failed; write \"${rows:-"\
(aU?"0":"[]") "}\" where that is no mistake")
else al("unexpected end of JSON"(bo?" in a string":"") " after " ac(U,60)\
": the text was cut off, or quotes are missing around \"$(...)\"")
}
BEGIN{
split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
aR," ")
for (J=1;J<32;J++) aI[J]=aR[J]
aI[127]="DEL"
aI[160]="no-break space"
aI[65279]="byte order mark"
G=au=U=""
}
''
function aB(a,g){
if (!aU) print a
if (aU||x=="key") y=y a
H+=g
}
function dM(a,c,cf){
I=c
as=6
if (c>=55296&&c<56320&&substr(a,7)~ /^\\u[Dd][C-Fc-f]/){
cf=bG(substr(a,7))
if (cf>=0){
I=(c-55232)*1024+cf-56320
as=12
}
}
if (!I||I>=55296&&I<57344) cM(ac(substr(a,1,6),6))
}
function cM(cg){
aa("a string without U+0000, the six characters \\u0000 and lone surrogates",cg N(),"")
}
function dN(a,c){
c=a~ /^\\u/?bG(a):-1
if (c>=0) dM(a,c)
else if (a~ /^\\["\\\/bfnrt]/){
I=cL[substr(a,2,1)]
as=2
}else if (a~ /^\\/)
aa("an escape of JSON",ac(substr(a,1,2),2) N(),"write \\\\ for a backslash")
else{
bk=0
bF(a)
if (bk) aa("UTF-8",bK() N(),"convert it, for example with iconv")
else if (I<32) al("unescaped control character " ch(I) " in a string" N())
}
}
function aS(a,g,aV){
y=aV=""
ak=0
aB("\"",1)
while (G==""){
a=K(256)
g=match(a, /[^] !#-[^-~]/)?RSTART-1:length(a)
if (g){
a=substr(a,1,g)
aB(bi(a,aV),g)
}else if (a~ /^"/){
aB("\"",1)
return
}else if (a==""){
bo=1
return
}else{
dN(a)
a=bE(I)
g=1+(I>65535)
aB(bi(a,aV),as)
if (I==92) a="\\"
}
ak+=g
if (ak>20000000) al("expected a string of at most 20000000 UTF-16 units")
aV=substr(aV,length(aV)-4) a
if (index(aV,"\\u0000")) cM("`\\u0000`")
}
}
function dO(a,D,av){
if (a+0>cN||a+0<-cN) return 1
if (a+0) return 0
split(tolower(a),D,"e")
sub(/^-/,"",D[1])
av=D[1]
sub(/[.]/,"",av)
return match(av, /[1-9]/)&&index(D[1] ".",".")-RSTART-1+D[2]>=0
}
function cO(a,av){
av=a
if (gsub(/[0-9]/,"",av)>1000) al("expected a number of at most 1000 digits")
else if ((aU||a~ /[.eE]/)&&dO(a))
aa("a number in the range of a double",ac(a,32),"")
else if (cP=="timer"&&(a+0<-9000000000||a+0>9000000000))
aa("from -9000000000 to 9000000000 seconds",ac(a,32),"")
}
function dP(d,a){
if (d=="\""){
aS()
if (bo) return
a=substr(y,2,length(y)-2)
gsub(/\\[tnr]/," ",a)
sub(/^ +/,"",a)
sub(/ +$/,"",a)
}else{
a=match(K(1100),cQ)?substr(K(1100),1,RLENGTH):""
H+=length(a)
}
if (a!~cR) cS()
else cO(a)
print a
}
function dQ(bp){
if (u==998) al("expected at most 1000 levels of nesting in a line")
bL[++u]=bp
if (bp=="{") cT[u]=++fA
aG[u]=bp=="["?0:""
x=bp
aB(bp,1)
}
function bH(d,a){
x=u?"comma":"end"
if (aU) dP(d)
else if (d=="\"") aS()
else if (d=="{"||d=="[") dQ(d)
else{
a=K(1100)
a=match(a,cQ)?substr(a,1,RLENGTH):""
if (a~cR) cO(a)
else if (a!~ /^(true|false|null)$/) dR(a)
aB(a,length(a))
}
}
function dS(){
x="key"
aS()
x="colon"
aG[u]=y
if (dT[u,y]==cT[u]){
aG[u]=""
al("duplicate key " y)
}
dT[u,y]=cT[u]
}
function dU(d){
if (d=="\""&&(x=="{"||x=="key")) dS()
else if (d==":"&&x=="colon"){
x="value"
aB(d,1)
}else if (d==","&&x=="comma"){
aB(d,1)
x=bL[u]=="["?"value":"key"
if (x=="value") aG[u]++
}else if (u&&d==(bL[u]=="["?"]":"}")&&x~ /comma|[[{]/){
x=--u?"comma":"end"
aB(d,1)
}else dV(d)
}
function bM(a,d){
cc(a)
bN++
cU=" "
while (G==""){
d=K(1)
if (d=="") break
if (index(" \t\r",d)) H++
else if (bo) al("unescaped control character " ch(10) " in a string, after " ac(U,60))
else{
if (!bO){
bO=bN
am=K(60)
}
if (x=="value"&&!(d=="]"&&bL[u]=="[")||x=="["&&d!="]")
bH(d)
else dU(d)
}
cU=d
}
if (a!~ /^[ \t\r]*$/) U=substr(a,bq>24?bq-23:1)
}
function dW(m,D,ab,z,aw,a,az){
ci=m
aI[1]="or U+0000"
ab=split(m,D,M)
aw=D[1]
for (z=2;z<=ab;z++) aw=aw M "\\" M M D[z]
aw=m=="-"?"<&7":"<" M aw M
aw="{ tr " M "\\000" M " " M "\\001" M " " aw "; } 2>/dev/null; set $?; echo; echo $1"
aw|getline a
while ((aw|getline az)>0){
bM(a)
a=az
}
close(aw)
if (a+0) al("cannot read "(m=="-"?"stdin":"the file " ac(m,200)))
}
function dX(dY){
au=dY
x="value"
bN=bO=bo=0
ci=""
aI[1]="SOH"
}
BEGIN{
cP=ENVIRON["kestra_option"]
aU=cP!~ /s$/
cN=1.7976931348623157e308
M=sprintf("%c",39)
cR="^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
cQ="^[^][{},: \t\r\"]+"
x="end"
u=0
}
/^\\\\/|| /^\\@/{
dX(substr($0,3))
cV=substr($0,2,1)=="@"
next
}
/^\\/{
if (x!="end"||bo) dZ()
print substr($0,2)
next
}
cV{dW(substr($0,2))}
!cV&&G==""{bM($0)}
END{print (G!=""?"\n" G "!":".")}
' ;;
  message|pipe|levels) _kestra_program=$_kestra_program'
function cd(a,g){
if (ak+g>bn){
C=C bb
aA=""
ak=0
}
ak+=g
C=C bi(a,aA)
aA=aA a
aA=substr(aA,length(aA)-1)
if (bJ&&length(C)>4000){
print C
C=""
}
}
function ce(a,g){
cc(a)
while ((a=K(256))!=""){
g=match(a, /[^ -~]/)?RSTART-1:length(a)
if (g>0){
if (ak<bn&&ak+g>bn) g=bn-ak
H+=g
a=substr(a,1,g)
gsub(/["\\]/,"\\\\&",a)
cd(a,g)
}else{
bF(a)
H+=as
cd(bE(I),1+(I>65535))
}
}
}
BEGIN{
C=bb=aA=""
ak=bJ=0
bn=15360
}
' ;;
 esac
 case $1 in
  message) _kestra_program=$_kestra_program'
BEGIN{
bJ=1
bb=ENVIRON["kestra_option"]
if (bb=="") bn=1.7976931348623157e308
}
NR>1{cd("\\n",1)}
{
if (bb!="") gsub(/\\u0000/,"\357\277\275")
ce($0)
}
END{print C (bk?"!":".")}
' ;;
  pipe) _kestra_program=$_kestra_program'
function cD(a,du,k){
if (a!~ /^::[{].*[}]::$/){
k=dv
if (du) sub(/[A-Z]+/,"ERROR",k)
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
C=a
gsub(/["\\]/,"\\\\&",C)
C=bi(C,"")
if (C~ /[^ -~]/||length(a)>15360){
bb="\"}," substr(k,12)
C=k
k=""
aA=""
ak=0
ce(a)
}
a=k C dw
}else a=a "\n"
if (du&&cE!=""){
print a|cE
fflush(cE)
}else{
print a
fflush()
}
}
function b2(){
if (a8) cD(ar,a9)
for (;ba;ba--) cD("",0)
a8=a9=b3=0
}
function fv(a){
if (a=="") return a8>1
if (a~ /^  [+] Exception Group Tr|^Traceback [(]/) return ar~ /exception( occurred)?:$/
if (a~ /^[ \t]/) return a9||!ba&&ar!=""
if (a~ /^(During handling of the|The above exception was|Caused by:) /) return a9
if (a~ /^[]})]/) return a8>1&&!ba
return a~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/&&(b3||ar~ /\n *[~^]+ *$/)
}
function fw(a){
bs=0
if (!a8||length(ar)>99999||!fv(a)){
b2()
ar=a
a8=1
}else if (a==""){
ba++
return
}else{
for (;ba;ba--) ar=ar "\n"
if (a~ /^[^ \t]/&&ar~ /\^ *$/) a9=1
ar=ar "\n" a
a8++
}
if (a~ /Traceback [(]most recent call last[)]:$/) b3=a9=1
else if (a~ /^[^ \t]/) b3=0
if (a~ /^[ \t]+at [^ ]/) a9=1
}
function cF(a){
if (index(a,"\r")){
sub(/\r+$/,"",a)
sub(/.*\r/,"",a)
}
if (cG) fw(a)
else cD(a,0)
}
function br(aW){
if (aC=="") return
print "x"(aW>255?aW-128:aW) "x\n"|aC
close(aC)
aC=""
}
BEGIN{
cG=ENVIRON["kestra_mode"]=="join"
bJ=!cG
at=ENVIRON["kestra_mark"]
aC=ENVIRON["kestra_done"]
cE=ENVIRON["kestra_errors"]
dv="::{\"logs\":[{\"level\":\"" ENVIRON["kestra_level"] "\",\"message\":\""
dw="\"}]}::\n"
ar=z=""
a8=ba=a9=b3=bs=0
}
!cG&&!/[^ -~]/&&!index($0,"::{")&&length($0)<15360&&!index($0,"\\u0000")&&!index($0,at){
gsub(/["\\]/,"\\\\&")
print dv $0 dw
fflush()
next
}
{
aX=index($0,at)
if (!aX){
cF(z $0)
z=""
next
}
z=z substr($0,1,aX-1)
if (/[0-9]$/){
if (z!="") cF(z)
z=""
b2()
br(substr($0,aX+length(at))+0)
}else if (!/-$/&&bs++) b2()
}
END{
if (z!="") cF(z)
b2()
br(137)
}
' ;;
  levels) _kestra_program=$_kestra_program'
function d4(a,aJ,d){
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
if (aJ&&a~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/&&v(a,t(match(a, /^[ \t]*/)),""," trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ","word",0)) return 1
if (index("-",d)&&aJ&&a~ /^[ \t]*- +[A-Za-z]+ +-( |$)/&&v(a,t(match(a, /^[ \t]*- +/)),""," silly trace verbose debug info notice warn warning error critical fatal ","word",0)) return 1
if (aJ&&a~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/&&ag(a," +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +","[A-Z]+( |:|$)","upper"," trace debug info warn warning error critical fatal ","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\//&&v(a,t(match(a, /^[ \t]*[A-Za-z0-9_.-]+\//)),"upper","","word",0)) return 1
if (index("0123456789:",d)){
if (aJ&&a~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/&&v(a,t(match(a, /^[ \t]*[0-9]+ of [0-9]+ /)),"upper","","word",0)) return 1
if (a~ /^[ \t]*[0-9]+ [[]System[]]/) return j("INFO")
if (match(a, /^: [A-Z] [^ ]+:[0-9]+[]] */)&&bc(a,"word",0)) return 1
}
if (index("LP",d)){
if (match(a, /^[ \t]*LOG:  /)) return A("INFO")
if (a~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return j("ERROR")
if (a~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return j("WARN")
if (a~ /^[ \t]*PHP Notice/) return j("INFO")
}
if (match(a, /^ *[A-Z] [|] /)&&bc(a,"word",0)) return 1
if (index(a,":")&&a~ /^[^ ]*:[A-Z]+:  /&&v(a,t(match(a, /^[^ ]*:/)),"upper"," log error fatal warning notice info debug panic ","word",0)) return 1
return 0
}
function d5(a,d){
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
function d6(a,g){
if (a!~ /(level|lvl|severity|loglevel)=["\047]?[A-Za-z]+/) return 0
if (a~ /^[A-Za-z0-9_.@-]+=/) return 1
return (g=cj(a))&&substr(a,g+1)~ /^ +[a-z_]+=/
}
function d7(a){
if (!match(a, / ((level|lvl|severity|loglevel)=["\047]?)[A-Za-z]+/)) return 0
a=substr(a,RSTART+1)
return RSTART+t(match(a, /^(level|lvl|severity|loglevel)=["\047]?/))
}
function d8(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (match(a, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */)&&bc(a,"stamped",1)) return 1
if (match(a, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)&&bc(a,"stamped",1)) return 1
if (index("!#(*0123456789:<=[",d)){
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return ck("DEBUG")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return ck("INFO")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return ck("WARN")
if (match(a, /^<[0-3]>/)) return A("ERROR")
if (match(a, /^[[][A-Z]::[^]]*[]] */)&&bc(a,"word",0)) return 1
if (match(a, /^<4>/)) return A("WARN")
if (match(a, /^<[56]>/)) return A("INFO")
if (match(a, /^<7>/)) return A("DEBUG")
if (a~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return j("ERROR")
if (match(a, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return A("ERROR")
}
if (index(a,":")&&match(a, /^[A-Z], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)&&bc(a,"stamped",1)) return 1
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
function cj(a){
if (match(a, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
return 0
}
function d9(a,k,g){
k=t(match(a, /^ *[[(<]? ?/))
g=cj(substr(a,k+1))
return g?k+g+(substr(a,k+g+1,1)~ /^[])>,;:]/):0
}
function ea(a,g){
if (!(g=cj(a))||substr(a,g+1,1)!=" ") return 0
return g+t(match(substr(a,g+1), /^ +/))
}
function eb(a){
if (match(a, /^[0-9]+ [[]/)) return RLENGTH
return 0
}
function ec(a){
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
function ed(a){
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
function ee(a){
return a~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack trace|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|Usage: |compilation terminated[.])/
}
function cl(a){
return a~ /^[ \t]*[~^]+[ \t~^]*$/
}
function ef(a){
return a~ /^([A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}
function eg(a){
return a~ /^(Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/
}
function eh(a){
return a~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}
function cW(a){
return a~ /^(During handling of the above|The above exception was)/
}
function ei(a){
return a~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}
function ej(a){
return a~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}
function ek(a){
return a~ /^([0-9]+: |In |Execution halted|Calls:)/
}
function el(a){
return a~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}
function em(a){
return a~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}
function en(a){
return a~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}
function eo(a){
return a~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}
function ep(a){
return a~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}
function eq(a){
return a~ /^ERROR [0-9]+ [(]/
}
function er(a){
return a~ /^([0-9]+ [|]|[ \t])/
}
function es(a){
return a~ /^Error( [(][^)]*[)])?:/
}
function et(a){
return a~ /^(Warning|Alert)( |:)/
}
function cX(a){
return a~ /^[-*] /
}
function eu(a){
return a~ /(xception|rror|raceback)/
}
function cY(a){
if (match(a, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return t(1)
return 0
}
function ev(a){
if (match(a, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
if (match(a, /^[-|:,]+[ \t]+/)) return RLENGTH
if (match(a, /^[|]/)) return RLENGTH
return 0
}
function ew(a){
if (match(a, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
if (match(a, /^[(][0-9]+[)]/)) return RLENGTH
if (match(a, /^[0-9]+ +---/)) return RLENGTH
if (match(a, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
if (match(a, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
return 0
}
function ex(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
return 0
}
function ey(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
return 0
}
function ez(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
return 0
}
function eA(a){
if (match(a, /^[A-Za-z0-9_.@-]+="([^"\\]|\\.)*"/)) return RLENGTH
if (match(a, /^[A-Za-z0-9_.@-]+=[^ ]*/)) return RLENGTH
return 0
}
BEGIN{
bu("TRACE","trace trc trac finest silly trce T V")
bu("DEBUG","debug dbg dbug debg deb verbose verb vrb fine finer http debugging debu D")
bu("INFO","info inf information informational notice note config success succ message infos msg log noti I N A M")
bu("WARN","warn warning wrn caution warnings warnung avertissement advertencia W")
bu("ERROR","error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro failure fail failed fehler errors pani C E F")
bv("TRACE","\346\234\200\343\202\202\350\251\263\347\264\260;LE PLUS PR\303\211CIS;AM FEINSTEN")
bv("DEBUG","\350\251\263\347\264\260;\346\231\256\351\200\232;PLUS PR\303\211CIS;PR\303\211CIS;FEIN;FEINER")
bv("INFO","\346\247\213\346\210\220;\346\203\205\345\240\261;INFOS;INFORMATION;KONFIGURATION;INFORMACI\303\223N;\344\277\241\346\201\257")
bv("WARN","\350\255\246\345\221\212;AVERTISSEMENT;WARNUNG;ADVERTENCIA")
bv("ERROR","\351\207\215\345\244\247;\344\270\245\351\207\215;GRAVE;SCHWERWIEGEND")
bw("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",aK)
bw("log/level info/level @fields/level record/level/name _meta/logLevelName",cZ)
bw("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",bx)
bw("fields/message info/msg data/msg record/message",c0)
aY("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError",cm)
aY("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace",c1)
aY("severityNumber severity_number",eB)
aY("short_message host timestamp time _time ts @timestamp",eC)
aY("time timestamp pid hostname v msg message",eD)
bw("s ctx",c2)
aY("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",eE)
aY("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",eF)
}
''
function eG(e,D,b){
if (index(e,"\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/,"",e)
if (!index(e,"\r")) return e
sub(/\r+$/,"",e)
if (!index(e,"\r")) return e
for (b=split(e,D,"\r");b;b--) if (!cn(D[b])) return D[b]
return ""
}
function cn(a){
if (a~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/,"",a)
if (a~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/,"",a)
return a==""
}
function bM(a){
i=a
O=P=""
V=aZ=U=0
if (cn(a)){
P="blank"
return
}
if (a~ /^[{].*[}][ \t\r\v\f]*$/&&eH(a)){
P="JSON"
V=1
return
}
if (eI(a)) return
if (!(d5(a)||eJ(a)||d8(a))&&bR&&!a0(a,"  ")){
P="time"
V=1
U=bR
}
}
function eI(a,f,aJ,an,g){
bR=d9(a)
f=bR?bR:eb(a)?index(a,"[")-1:0
if (!f) return 0
aJ=1
a=substr(a,f+1)
for (an=6;an;an--){
if (d4(a,aJ)){
P="time"
V=1
if (aZ||U){
aZ+=f
U+=f
}
return 1
}
if (!(g=ec(a))) return 0
aJ=substr(a,g,1)~ /[])\200-\377]/
a=substr(a,g+1)
f+=g
}
return 0
}
function eJ(a,a1,k){
if (!index(a,"=")||!d6(a)) return 0
a1=""
while (match(a, /"([^"\\]|\\.)*"/)){
k=substr(a,RSTART,RLENGTH)
if (index(k," ")) gsub(/./,"_",k)
a1=a1 substr(a,1,RSTART-1) k
a=substr(a,RSTART+RLENGTH)
}
a1=a1 a
k=d7(" " a1)
return k&&v(a1,k-1,"","","logfmt",1)
}
function by(l,aD,k,T,a2){
O=l
P=aD
aZ=k
U=T
V=a2
return 1
}
function j(l){
return by(l,"text",0,0,0)
}
function A(l){
return by(l,"text",0,RLENGTH,0)
}
function ck(l){
return by(l,"stamped",0,RLENGTH,1)
}
function bc(a,aD,a2,g,co){
g=RLENGTH
co=substr(a,match(a, /[A-Z]/),1)
return co in aL&&by(aL[co],aD,0,g,a2)
}
function ag(a,ay,eK,bS,ah,aD,a2,k){
k=t(match(a,"^(" ay ")"))
while (k&&!(substr(a,1,k)~("^(" ay ")$")&&substr(a,k+1)~("^" eK))) k--
return v(a,k,bS,ah,aD,a2)
}
function v(a,f,bS,ah,aD,a2,w,l){
a=substr(a,f+1)
w=match(a, /^[A-Za-z]+/)?substr(a,1,RLENGTH):""
if (bS=="upper"&&w!=toupper(w)) return 0
if (bS!="lower") w=tolower(w)
if (!(w in aL)||ah!=""&&!index(ah," " w " ")) return 0
l=aL[w]
a=substr(a,length(w)+1,2)
if (l=="DEBUG"&&a=="-4") l="TRACE"
return by(l,aD,f,f+length(w),a2)
}
function t(k){
return k&&RLENGTH>0?RLENGTH:0
}
function bu(l,ah,aM,b){
for (b=split(ah,aM," ");b;b--) aL[aM[b]]=l
}
function bv(l,ah,aM,b){
for (b=split(ah,aM,";");b;b--) c3[aM[b]]=l
}
function bw(ah,a3){
split(ah,a3," ")
}
function aY(ah,a3,aM,b){
for (b=split(ah,aM," ");b;b--) a3[aM[b]]=1
}
function eH(a,cp,o,h,b){
bT=index(a,"\\")
aE=cq(a,L,Q)
if (aE<0) return 0
split("",ae)
for (b=aE;b;b--) ae[L[b]]=b
if (!eL()) return 0
cp=bz
h=""
c4=0
o=eM()
sub(/\n+$/,"",o)
ax=""
for (b=1;b<=aE;b++){
if (b==c4||L[b] in cm||L[b]==cp) continue
a=Q[b]
if (cp==""&&L[b]=="record"&&a~ /^[{]/&&"text" in ae) a=eN(b)
if (a~ /^[{[]/||L[b] in c1) a=eO(b)
if (a!="") h=h ",\"" L[b] "\":" a
}
if (h!="") o=o (o==""?"{":" {") substr(h,2) "}"
o=o (o==""?substr(ax,2):ax)
if (o!="") i=o
return 1
}
function cq(a,r,ai,aF,bU,W,b,p,f,X,R,k,c5){
aF=0
W=split(a,bU,"\"")
c5=a~ /[\001-\037]/
f=1
cr=0
X=4
R=""
for (b=1;;b++){
p=bU[b]
if (X==3&&(p==":"||p==": ")) X=4
else if (X==6&&(p==","||p==", ")) X=substr(R,length(R))=="{"?1:4
else if (X==3&&p~ /^: ?[1-9][0-9]*, ?$/){
if (R=="{"){
match(p, /[0-9]+/)
ai[aF]=substr(p,RSTART,RLENGTH)
}
X=1
}else{
ad=X
Y=R
bV=k
if (!eP(a,p,f,aF,ai)) return-1
X=ad
R=Y
k=bV
}
if (b>=W) return X==7&&!(cr&&index(substr(a,2),"{")+index(a,"["))?aF:-1
f+=length(p)
p=bU[++b]
if (bT) while (p~ /\\$/&&b<W&&p~ /(^|[^\\])(\\\\)*\\$/) p=p "\"" bU[++b]
if (b>=W) return-1
if ((c5||bT)&&(X>3||R!="{")&&!c6(p)) cr=1
if (X<3){
if (R=="{") r[++aF]=p
X=3
}else if (X<6&&X>3&&R!=""){
if (R=="{") ai[aF]="\"" p "\""
X=6
}else return-1
f+=length(p)+2
}
}
function eP(a,p,f,aF,ai,E){
while (1){
if (match(p, /^[ \t\r\n]+/)){
f+=RLENGTH
p=substr(p,RLENGTH+1)
}
if (p=="") return 1
E=substr(p,1,1)
if (E=="{"||E=="["){
if (ad!=4&&ad!=5||Y==""&&E=="[") return 0
if (Y=="{") bV=f
Y=Y E
ad=E=="{"?2:5
}else if (E=="}"||E=="]"){
if (Y==""||substr(Y,length(Y))!=(E=="}"?"{":"[")) return 0
if (ad!=6&&ad!=(E=="}"?2:5)) return 0
Y=substr(Y,1,length(Y)-1)
ad=Y==""?7:6
if (Y=="{") ai[aF]=substr(a,bV,f+1-bV)
}else if (E==":"){
if (ad!=3) return 0
ad=4
}else if (E==","){
if (ad!=6) return 0
ad=Y~ /[{]$/?1:4
}else{
if (Y==""||ad!=4&&ad!=5) return 0
if (match(p, /^-?[0-9][-+.0-9eE]*/)){
if (!c7(substr(p,1,RLENGTH))) cr=1
}else if (!match(p, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (Y=="{") ai[aF]=substr(p,1,RLENGTH)
ad=6
f+=RLENGTH-1
p=substr(p,RLENGTH)
}
f++
p=substr(p,2)
}
}
function c7(a){
return a~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function a4(e){
return e~ /^"/&&(!bT||c6(substr(e,2,length(e)-2)))
}
function c6(a){
if (a~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/,"",a)
return!index(a,"\\")
}
function eQ(S,s,f,c,aP){
s=""
while (f=index(S,"\\")){
s=s substr(S,1,f-1)
c=substr(S,f+1,1)
S=substr(S,f+2)
if (c=="u"){
c=c8(substr(S,1,4))
S=substr(S,5)
aP=S~ /^\\u[dD][c-fC-F]/?c8(substr(S,3,4)):0
if (c>55295&&c<56320&&aP){
c=(c-55296)*1024+aP+9216
S=substr(S,7)
}
s=s ca(c)
}else s=s (c in bd?bd[c]:c)
}
return s S
}
function c8(av,n,b){
n=0
av=tolower(av)
for (b=1;b<=4;b++) n=n*16+index("123456789abcdef",substr(av,b,1))
return n
}
function ca(c){
if (!c) return "\\u0000"
if (c>55295&&c<57344) c=65533
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c%c%c",240+int(c/262144),128+int(c/4096)%64,128+int(c/64)%64,128+c%64)
}
function ao(e){
e=substr(e,2,length(e)-2)
return index(e,"\\")?eQ(e):e
}
function eL(m,b,a){
for (m=1;m in aK;m++)
if (aK[m] in ae)
for (b=ae[aK[m]];b<=aE;b++)
if (L[b]==aK[m]&&(O=c9(Q[b]))!=""){
bz=L[b]
return 1
}
bz=""
for (m=1;m in cZ;m++)
if ((O=c9(eR(cZ[m])))!="") return 1
for (m=1;m in aK;m++)
if (aK[m] in ae)
for (b=ae[aK[m]];b<=aE;b++)
if (L[b]==aK[m]&&c7(Q[b])&&(O=eS(L[b],Q[b]+0))!=""){
bz=L[b]
return 1
}
for (b=1;b<=aE;b++)
if (L[b]==c2[1]&&c2[2] in ae&&a4(Q[b])){
bz=L[b]
a=index("DIWEF",substr(Q[b],2,1))
O=substr(Q[b],2)~ /^[DIWEF]/?cs(a+1):""
return O!=""
}
return 0
}
function c9(e,w){
if (!a4(e)) return ""
w=tolower(ao(e))
gsub(/^[\t-\r ]+|[\t-\r ]+$/,"",w)
if (w=="debug-4") return "TRACE"
sub(/[-+].*/,"",w)
return w in aL?aL[w]:""
}
function eR(au,r,W,e,b){
b=index(au,"/")
if (!(substr(au,1,b-1) in ae)) return ""
W=split(au,r,"/")
e=Q[ae[r[1]]]
for (b=2;b<=W;b++) e=ap(e,r[b])
return e
}
function ap(e,y,r,ai,b){
if (e!~ /^[{]/) return ""
for (b=cq(e,r,ai);b>0;b--) if (r[b]==y) return ai[b]
return ""
}
function eS(m,n){
if (m in eB)
return n<1||n>24?"":cs(int((int(n)-1)/4)+1)
if (n>=0&&n<=7&&da(eC))
return n<4?"ERROR":n<5?"WARN":n<7?"INFO":"DEBUG"
if (n>=10&&n<=60&&da(eD)) return cs(int(n/10))
return ""
}
function cs(b){
return b<2?"TRACE":b<3?"DEBUG":b<4?"INFO":b<5?"WARN":"ERROR"
}
function da(a3,b){
for (b=1;b<=aE;b++) if (L[b] in a3) return 1
return 0
}
function eN(b,bW){
bW=ap(Q[b],"extra")
if (bW!~ /^[{]/) return Q[b]
L[b]="extra"
return Q[b]=bW~ /^[{][ \t]*[}]$/?"":bW
}
function eM(m,b,r,e){
for (m=1;m in bx;m++)
if (bx[m] in ae&&bx[m]!=bz)
for (b=ae[bx[m]];b<=aE;b++)
if (L[b]==bx[m]&&a4(Q[b])){
c4=b
return ao(Q[b])
}
for (m=1;m in c0;m++){
split(c0[m],r,"/")
if (r[1] in ae&&!(r[1] in cm))
for (b=ae[r[1]];b<=aE;b++)
if (L[b]==r[1]&&(e=ap(Q[b],r[2]))~ /^"/){
split(r[2],r," ")
Q[b]=db(Q[b]," " r[1] " ")
return ao(e)
}
}
return ""
}
function db(e,a3,r,ai,W,b,s){
W=cq(e,r,ai)
s=""
for (b=1;b<=W;b++)
if (!index(a3," " r[b] " ")) s=s ",\"" r[b] "\":" ai[b]
return s==""?"":"{" substr(s,2) "}"
}
function eO(b,e,a){
e=Q[b]
if (L[b] in c1&&(a=dc(e))!=""){
ax=ax "\n" a
return ""
}
if (!index(e,"stack")&&!bT||(a=dd(e))=="") return e
eT(e,a)
return db(e," type name message stack cause nativeError ")
}
function dc(e,a,S){
a=""
if (e~ /^"/){
if (!index(e,"\\")) return ""
e=ao(e)
if (!index(e,"\n")) return ""
sub(/\n+$/,"",e)
return e
}
if (e!~ /^[[].*[]]$/) return ""
if (e~ /^[[][ \t]*[{]/) return eU(e)
S=e
gsub(/"([^"\\]|\\.)*"/,"s",S)
if (S!~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(e, /"([^"\\]|\\.)*"/)){
a=a "\n" ao(substr(e,RSTART,RLENGTH))
e=substr(e,RSTART+RLENGTH)
}
return substr(a,2)
}
function eU(e,h,ct,N,bX,a){
h=e
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/,"c",h)
if (h!~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(e, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)){
ct=substr(e,RSTART,RLENGTH)
e=substr(e,RSTART+RLENGTH)
N=ap(ct,"fullFilePath")
bX=ap(ct,"method")
if (!a4(N)) return ""
N=ao(N)
a=a "\n    at "(a4(bX)&&bX!="\"[undefined]\""?ao(bX) " (" N ")":N)
}
return substr(a,2)
}
function dd(cu,R,a,m,o){
R=ap(cu,"stack")
if ((a=dc(R))==""||R!~ /^[[][ \t]*[{]/) return a
m=ap(cu,"name")
o=ap(cu,"message")
return a4(m)&&a4(o)?ao(m) ": " ao(o) "\n" a:a
}
function eT(e,R,aN,a,an){
ax=ax "\n" R
aN=ap(e,"cause")
for (an=1;aN~ /^[{]/&&an<10;){
a=dd(aN)
if (a==""){
a=ap(aN,"message")
a=a~ /^"/?ao(a):"\001"
}
if (a!="\001"&&!index(R,a)&&a!=""){
ax=ax "\nCaused by: " a
an++
}
aN=ap(aN,"cause")
}
if (aN~ /^"/) ax=ax "\nCaused by: " ao(aN)
}
function de(T){
if (P=="Erlang") return "paragraph"
if (P=="time"&&O!=""&&!index(i,"Error")&&!index(i,"Exception")) return ""
T=index(i,"\n")
return ed(T?substr(i,1,T):i)
}
function eV(){
if (q=="node_place") return eW()
if (q=="next_line_s_level") return eX()
if (q=="source_place") return eY()
if (q=="statement") return eZ()
if (q=="box") return e0()
if (q=="ansible") return e1()
if (q=="python") return e2()
if (q=="python done") return e3()
if (q=="go") return ei(i)?1:""
if (q=="rust") return!ab&&!Z||ej(i)?1:""
if (q=="r") return Z?"":!ab&&!V||ek(i)?1:""
if (q=="paragraph") return Z||V?"":1
if (q=="trace") return a0(i,"    at ")&&!Z?1:""
if (q=="lua") return i~ /^\t/?1:""
if (q!="lisp") return ""
if (a0(i,"unhandled condition in")) q=""
return 1
}
function df(a,T){
T=index(a,": ")
if (T) a=substr(a,1,T-1)
if (a in c3) return c3[a]
return a==toupper(a)&&tolower(a) in aL?aL[tolower(a)]:""
}
function a0(a,k){
return substr(a,1,length(k))==k
}
function eW(){
if (!ab) return!(Z||V)
if (ab==1){
if (!cl(i)) return 0
F="ERROR"
return 1
}
if (a0(i,"Node.js v")) q="exception"
return F!=""
}
function eX(l){
if (ab||Z) return ""
l=df(i)
if (l=="") return ""
F=l
be="time"
bf=1
return 1
}
function eY(){
if (es(i)) F="ERROR"
else if (et(i)) F="WARN"
else return!V&&(er(i)||cl(i))
q=""
return 1
}
function eZ(){
if (!eq(i)) return!(V||O!=""||Z)&&ab<200
F="ERROR"
q=""
return 1
}
function e0(){
if (!ab)
F=a0(i,"\342\224\202 Error: ")?"ERROR":a0(i,"\342\224\202 Warning: ")?"WARN":""
return F!=""&&i~ /^(\342\224\202|\342\225\265)/
}
function e1(){
if (V||ep(i)) return 0
return!Z||i~ /^[ \t]/||i~ /^([0-9]+ |Origin: )/
}
function e2(){
if (i~ /^([ \t]|Traceback)/||cW(i)||eh(i)) return 1
if (ef(i)&&!(V&&!index(i,": "))){
q="python done"
return 1
}
return!V
}
function e3(){
if (!cW(i)) return ""
q="python"
return 1
}
function e4(a5){
if (P=="blank"){
e5()
return
}
if (bY&&(q!=""||!V||i~ /^\t/)){
a5=e6()
if (a5=="wait"){
dg()
return
}
if (a5){
e7()
return
}
}
if (af||aj) bt()
e8()
bA=bZ=i
dh=F=O
be=P
di=U
bf=V
bB(i,O,P,aZ,U)
ab=Z=0
bY=1
q=de()
if (P==""&&q=="") bQ()
}
function dg(){
e9[++aj]=i
fa[aj]=O
cv[aj]=P
fb[aj]=aZ
fc[aj]=U
}
function bB(a,l,aD,k,T){
if (af++){
aq=aq "\n" a
return
}
aq=a6=a
cw=l
bg=aD
dj=k
a7=T
}
function bQ(b,dk){
if (af) cx(F)
dk=F==""
b=aj
aj=af=0
aq=""
for (b0=1;b0<=b;b0++)
if (dk||cv[b0]!="blank"){
dl(b0)
cx("")
af=0
aq=""
}
}
function dl(b){
bB(e9[b],fa[b],cv[b],fb[b],fc[b])
}
function bt(cy,W,b){
bY=0
if (F==""&&(q=="node_place"||q=="source_place"||q=="statement")){
W=split(aq,cy,"\n")
af=0
for (b=1;b<=W;b++){
if (b==1) bB(cy[1],cw,bg,dj,a7)
else bB(cy[b],fd,fe,ff,fg)
cx("")
af=0
}
aq=""
}
bQ()
}
function e5(){
Z=1
if (!bY) return
dg()
if (aj>100) bt()
}
function e7(b){
for (b=1;b<=aj;b++) dl(b)
aj=0
bB(i,O,P,aZ,U)
bZ=i
fd=O
fe=P
ff=aZ
fg=U
Z=0
ab++
if (length(aq)>65536+af-1&&fh(aq)>65536+af-1) bQ()
}
function fh(a){
return length(a)-gsub(/[\200-\277]/,"",a)
}
function e6(a5){
a5=q==""?"":eV()
if (a5!="") return a5
if (V&&i!~ /^\t/) return 0
if (eg(i)&&!Z&&fi()){
q="python"
return 1
}
if (F==""&&be!="time"&&be!="stamped") return 0
if (i~ /^[ \t]/) return fj()
if (fk()) return 1
if (O!="") return 0
return Z?dm():fl()
}
function fi(){
return F=="ERROR"||F!=""&&af&&(F=="WARN"||eu(bA))
}
function fk(cz){
cz=fm()
if (cz||q==""&&a0(i,"Caused by: ")) q="exception"
return cz||ee(i)||cl(i)
}
function fj(){
if (en(i)) return 0
if (!Z) return 1
if (O!=""&&i~ /^ /) return 0
if (F=="") return b1()
return!bf||cA(F)||b1()
}
function fl(){
if (de()!="") return 0
if (be=="time"&&dn) return 1
if (el(bA)||fn()) return 1
if (dm()||fo()) return 1
return F!=""&&(q=="exception"||!bf)&&!dp()?"wait":0
}
function fo(){
return bf&&be!="JSON"&&cA(F)&&b1()&&i!~ /^[[]/
}
function fn(){
if (F==""||dp()) return 0
return bZ~ /:[\t-\r ]*$/||cX(i)&&cX(bZ)
}
function dm(){
if (dh==""||!di||substr(bA,di+1)!~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
return b1()||!Z&&bA~ /:[\t-\r ]*$/
}
function cA(l){
return l=="WARN"||l=="ERROR"
}
function e8(){
if (P=="time"||P=="stamped") dn=1
else if (O=="") dq=1
if (!V) return
dr++
if (!cA(O)) ds=1
}
function b1(){
return dr>=3&&ds&&!dq
}
function fm(){
if (F!="ERROR"||!bf||P!="text") return 0
return Z?eo(i):em(i)
}
function dp(b){
for (b=1;b<=aj;b++) if (cv[b]!="blank") return 1
return 0
}
function cx(l,o){
o=aq
if (d3) o=fp()
d0(l==""?d2:l,o)
}
function fp(h,o){
h=af>1?substr(aq,length(a6)+2):""
if (af>1&&cw==""&&df(dt(h))!=""){
o=dt(h)
return (index(o,": ")?substr(o,index(o,": ")+2):"") substr(h,length(o)+1)
}
o=fq()
return af<2?o:o==""?h:o "\n" h
}
function dt(a){
return index(a,"\n")?substr(a,1,index(a,"\n")-1):a
}
function fq(a,f){
a=a6
if (bg=="logfmt") return fr(a)
if (bg=="behind a place"){
f=a7+cY(substr(a,a7+1))
a=substr(a,f+1)
sub(/^[\t-\r ]+/,"",a)
return substr(a6,1,dj) a
}
if (cw==""&&bg=="time"){
a=substr(a,a7+1)
sub(/^[] \t:-]+/,"",a)
return a
}
return a7?substr(a,fs()+1):a
}
function fs(f,g,an,cB,h){
f=a7+cY(substr(a6,a7+1))
h=substr(a6,f+1)
if (bg!="time"&&substr(a6,f,1)==":"&&(g=ez(h)))
return f+g
cB=0
for (an=8;an;an--){
g=ev(h)
if (!g&&!cB){
g=ew(h)
if (!g){
g=bg=="time"?ex(h):ey(h)
cB=g>0
}
}
if (!g) break
f+=g
h=substr(h,g+1)
}
return f
}
function fr(a,o,h,bh,y,n){
a=substr(a,ea(a)+1)
o=h=""
while (match(a, /[A-Za-z0-9_.@-]+=/)){
a=substr(a,RSTART)
bh=substr(a,1,eA(a))
a=substr(a,length(bh)+1)
y=substr(bh,1,index(bh,"=")-1)
n=substr(bh,length(y)+2)
if (o==""&&y in eF) o=ft(n)
else if (!(y in cm)&&!(y in eE)) h=h (h==""?"":" ") bh
}
return o (o!=""&&h!=""?" ":"") h
}
function ft(n,s,f,E){
if (length(n)<2||n!~ /^"/) return n
n=substr(n,2,length(n)-2)
s=""
while (f=index(n,"\\")){
E=substr(n,f+1,1)
s=s substr(n,1,f-1) (E=="n"?"\n":E=="t"?"\t":E)
n=substr(n,f+2)
}
return s n
}
function bP(e,D,W,b,bC,h,cC){
if (index(e,"::{")){
W=split(e,D,"\r")
bC=h=cC=""
for (b=1;b<=W;b++){
if (fu(D[b])) bC=bC D[b] "\n"
else{
h=h cC D[b]
cC="\r"
}
}
if (bC!=""){
if (!cn(h)) bP(h)
bt()
d1(bC)
return
}
}
bM(eG(e))
e4()
}
function fu(a){
return a~ /^::[{].*[}]::$/&&a!~ /\302\205|\342\200[\250\251]/
}
BEGIN{
bd["b"]="\b"
bd["f"]="\f"
bd["n"]="\n"
bd["r"]="\r"
bd["t"]="\t"
bA=dh=be=F=aq=a6=q=""
af=aj=ab=bY=Z=dn=dq=ds=dr=bf=0
bZ=""
}
''
function d0(l,a){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
C=a
gsub(/["\\]/,"\\\\&",C)
C=bi(C,"")
if (C~ /[^ -~]/||length(a)>15360){
bb="\"},{\"level\":\"" l "\",\"message\":\""
C="::{\"logs\":[{\"level\":\"" l "\",\"message\":\""
aA=""
ak=0
ce(a)
print C "\"}]}::\n"
}else print "::{\"logs\":[{\"level\":\"" l "\",\"message\":\"" C "\"}]}::\n"
fflush()
}
function d1(a){
print a
fflush()
}
function br(aW){
if (aC=="") return
print "x"(aW>255?aW-128:aW) "x\n"|aC
close(aC)
aC=""
}
BEGIN{
bJ=1
d2=ENVIRON["kestra_level"]
d3=ENVIRON["kestra_message"]!=""
at=ENVIRON["kestra_mark"]
aC=ENVIRON["kestra_done"]
z=""
bs=0
}
{
aX=index($0,at)
if (!aX){
bs=0
bP(z $0)
z=""
next
}
z=z substr($0,1,aX-1)
if (/[0-9]$/){
if (z!="") bP(z)
z=""
bt()
br(substr($0,aX+length(at))+0)
}else if (!/-$/&&bs++) bQ()
}
END{
if (z!="") bP(z)
bt()
br(137)
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
 _kestra_escape_braces
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
    '') _kestra_escape_braces; \\return 0 ;;
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
  2) _kestra_print_line "$2" >&2 2>/dev/null ;;
  *) { _kestra_print_line "$2" >&"$1"; } 2>/dev/null ;;
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
   if { { \:; } >&"$KESTRA_FD"; } 2>/dev/null; then _kestra_stream=$KESTRA_FD; fi
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
echo "$0-"
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
    *) _kestra_run "$@" || _kestra_status=$? ;;
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
_kestra_receive_last() {
 \eval "$_kestra_receive"
}
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
 { _kestra_read_stream 'cat >&4' 4>&1 >&9 9>&- <&5 5<&- & } 5<&0
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
