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
_kestra_frame='- in +'
_kestra_code_frame=$_kestra_frame
_kestra_call_words=''
_kestra_catch_signals='_kestra_catch_signals'
_kestra_release_signals='_kestra_release_signals "$5"'
_kestra_print_traps='\trap'
_kestra_forget_traps='\:'
_kestra_define_now=':'
_kestra_has_trap_list=yes
_kestra_has_error_trap=''
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
  _kestra_frame='${FUNCNAME-} in kestra_*|_kestra_*'
  _kestra_code_frame='${FUNCNAME-}:${BASH_COMMAND-} in kestra_*|_kestra_[!_]*|_kestra__*:\"*'
  _kestra_catch_signals='\:'
  _kestra_release_signals='\:'
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
  _kestra_frame='${funcstack[1]-} in kestra_*|_kestra_*'
  _kestra_load_inherited_trap='_kestra_load_trap ERR'
  _kestra_begin_posix_traps='_kestra_text=0; [[ -o posix_traps ]] || _kestra_text=1; \builtin setopt posix_traps'
  _kestra_end_posix_traps='case $_kestra_text in 1) \builtin unsetopt posix_traps ;; esac'
  _kestra_place='${funcfiletrace[1]-$0}'
  _kestra_call_words='\builtin local _kestra_ended="" "_kestra_end=$_kestra_end"
   { "$@"; _kestra_status=$? _kestra_ended=x; } always {
    case $_kestra_ended in
     x) ;;
     *) [[ -o posix_traps ]] || _kestra_end_deep 50 ;;
    esac
   }'
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
  _kestra_load_error_trap='_kestra_load_trap ERR'
  _kestra_set_error_trap='case $_kestra_has_error_trap in yes) \trap -- "$_kestra_error_trap" ERR ;; esac'
  _kestra_reload_error_trap='_kestra_load_trap ERR'
  _kestra_frame='${1-}:$- in "kestra frame:"*([!e])'
  _kestra_call_words='array'
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
  _kestra_frame='${.sh.fun} in kestra_*|_kestra_*'
  _kestra_code_frame='${.sh.fun}:$LINENO in kestra_*|_kestra_[!_]*|_kestra__*:$_kestra_own_line'
  _kestra_catch_signals='_kestra_all_traps=$(\trap)$_kestra_lf; _kestra_catch_signals'
  _kestra_release_signals='_kestra_all_traps=$(\trap)$_kestra_lf; _kestra_release_signals "$5"'
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
_kestra_action='' _kestra_all_traps='' _kestra_batch='' _kestra_begun='' _kestra_call='' _kestra_command=''
_kestra_end='' _kestra_err='' _kestra_err_stream='' _kestra_errexit='' _kestra_error_trap='' _kestra_failed_call=''
_kestra_failed_line='' _kestra_ignored='' _kestra_join='' _kestra_now='' _kestra_out='' _kestra_out_stream=''
_kestra_outer_timers='' _kestra_own_line='' _kestra_posix_traps='' _kestra_program='' _kestra_short=''
_kestra_signal='' _kestra_status='' _kestra_subshell='' _kestra_timers='' _kestra_trap='' _kestra_traps=''
_kestra_used='' _kestra_warned='' _kestra_word=''
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
 _kestra_check_string 'timer: name' "$1" && _kestra_find_command "$2" "${3-}"
}
_kestra_time_program() {
 case $_kestra_command in refused) \return 1 ;; esac
 _kestra_begin_timer "$1"
 \set -- "$_kestra_now" "$_kestra_begun" "$_kestra_trap" "$_kestra_outer_timers" "$@"
 case $_kestra_command in
  missing) _kestra_missing "$6" ;;
  *) _kestra_call_rest 5 "$@" ;;
 esac
 _kestra_finish_timer "$?" "$@"
}
_kestra_time_function() {
 \eval "$_kestra_load_error_trap"
 \set -- "$_kestra_trap" "$@"
 _kestra_begin_timer "$2"
 \set -- "$_kestra_now" "$_kestra_begun" "$_kestra_trap" "$_kestra_outer_timers" "$2" "$@"
 _kestra_make_error_trap "$6" "$8"
 _kestra__call_function 7 "$@"
 _kestra_put_back_error_trap "$6"
 _kestra_finish_timer "$_kestra_status" "$@" || \:
}
_kestra_begin_timer() {
 _kestra_clock
 _kestra_load_trap EXIT
 \set -- "$1" "$_kestra_trap"
 _kestra_quote_word "$1"
 _kestra_end="_kestra_end_timer \"\$?\" $_kestra_now $_kestra_word"
 \eval "$_kestra_catch_signals"
 case $2 in
  '?') ;;
  *)
   _kestra_make_exit_trap "$2"
   _kestra_begin_posix_traps
   \trap -- "$_kestra_trap" EXIT
   _kestra_end_posix_traps
   ;;
 esac
 _kestra_trap=$2 _kestra_begun=$_kestra_now
 _kestra_clock
}
_kestra_finish_timer() {
 _kestra_clock
 _kestra_load_trap EXIT
 case $_kestra_trap in
  *"_kestra_end_timer \"\$?\" $3 "*)
   _kestra_begin_posix_traps
   \trap -- "$4" EXIT
   _kestra_end_posix_traps
   ;;
 esac
 \eval "$_kestra_release_signals"
 _kestra_scope _kestra_elapsed "$2" "$6" || \:
 \return "$1"
}
_kestra_end_deep() {
 case $1 in
  0)
   \eval "$_kestra_end" || \:
   _kestra_begin_posix_traps
   \trap - EXIT
   _kestra_end_posix_traps
   ;;
  *) _kestra_end_deep "$(($1 - 1))" ;;
 esac
}
_kestra_catch_signals() {
 case $_kestra_all_traps in '?'|*'_kestra_end_by_signal '*) ;; *) _kestra_timers='' ;; esac
 _kestra_outer_timers=$_kestra_timers
 case $$:$_kestra_all_traps in 1:*|*:'?') \return 0 ;; esac
 _kestra_timers="$_kestra_end || \\:; $_kestra_timers"
 for _kestra_signal in HUP INT QUIT TERM; do
  case $_kestra_all_traps in
   *" $_kestra_signal$_kestra_lf"*) ;;
   *) \trap -- "_kestra_end_by_signal $_kestra_signal" "$_kestra_signal" ;;
  esac
 done
}
_kestra_release_signals() {
 _kestra_timers=$1
 case $1 in ?*) \return 0 ;; esac
 for _kestra_signal in HUP INT QUIT TERM; do
  case $_kestra_all_traps in
   *"_kestra_end_by_signal $_kestra_signal' $_kestra_signal$_kestra_lf"*) \trap - "$_kestra_signal" ;;
  esac
 done
}
_kestra_end_by_signal() {
 \eval "$_kestra_timers"
 \trap - EXIT "$1"
 _kestra_kill_shell "$1"
}
_kestra_kill_shell() {
 case $_kestra_has_trap_list in no) \trap - ERR ;; esac
 \command sh -c 'kill "-$0" "$PPID"' "$1"
 \exit 1
}
_kestra_begin_posix_traps() {
 \eval "$_kestra_begin_posix_traps"
}
_kestra_end_posix_traps() {
 \eval "$_kestra_end_posix_traps"
}
_kestra_make_exit_trap() {
 _kestra_quote_word "$1"
 case $1 in
  -) _kestra_trap="$_kestra_end || _kestra_keep_signal \"\$?\"" ;;
  *) _kestra_trap="if $_kestra_end; then \\eval $_kestra_word; else \\eval $_kestra_word; fi" ;;
 esac
}
_kestra_keep_signal() {
 case $(($1 > 256)) in 1) \trap - EXIT; _kestra_kill_shell "$(($1 - 256))" ;; esac
 case $(($1 > 128)) in 1) \exit "$1" ;; esac
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
 case $1 in command|builtin) \set -- "${2:--}" ;; esac
 case $1 in
  eval|.|source|command|builtin|exec|exit|return|-*) _kestra_command=function ;;
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
 _kestra_trap='?' _kestra_traps='' _kestra_all_traps='?'
 _kestra_list_traps "$1" || \return 0
 _kestra_all_traps=$_kestra_traps
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
 _kestra_has_error_trap=yes
 case $1 in -|'?') \set -- '\:' "$2"; _kestra_has_error_trap=no ;; esac
 case $2 in
  eval|.|source|command|builtin) \set -- "$1" "$_kestra_code_frame" ;;
  *) \set -- "$1" "$_kestra_frame" ;;
 esac
 _kestra_error_trap="case $2) case \$- in *e*) _kestra_errexit=off; \\set +e ;; esac ;; *) $1
;; esac"
}
_kestra__call_function() {
 _kestra_errexit=on
 \eval "$_kestra_set_error_trap"
 \shift "$(($1 + 1))"
 case $_kestra_call_words:$1 in
  array:eval|array:.|array:source|array:command|array:builtin|array:exec|array:exit|array:return|:*)
   for _kestra_own_line in "${LINENO-}"; do "$@"; done
   _kestra_status=$?
   ;;
  array:*)
   \set -A _kestra_words -- "$@"
   \set -- "kestra frame"
   "${_kestra_words[@]}"
   _kestra_status=$?
   ;;
  *) \eval "$_kestra_call_words" ;;
 esac
 \eval "$_kestra_unset_error_trap"
 case $_kestra_errexit in off) \set -e ;; esac
}
_kestra_put_back_error_trap() {
 \eval "$_kestra_reload_error_trap"
 case $_kestra_trap in *' in *e*) _kestra_errexit=off; '*) \trap -- "$1" ERR ;; esac
}
_kestra_mute_error_trap() {
 \eval "$_kestra_load_inherited_trap"
 case $_kestra_trap in
  -|'?'|*' in *e*) _kestra_errexit=off; '*) ;;
  *)
   _kestra_make_error_trap "$_kestra_trap" ''
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
function cj(a){
cP=a
br=length(a)
cb=F=1
dM=br>4096?substr(a,1,4096):a
}
function K(g){
if (F>2000&&cb+4096<=br){
cb+=F-1
F=1
dM=substr(cP,cb,4096)
}
return substr(dM,F,g)
}
BEGIN{ORS=""}
'
 case $1 in json|context) _kestra_program=$_kestra_program'
function bI(a,f,n,cd){
n=0
for (f=3;f<7;f++){
cd=index("0123456789abcdef",tolower(substr(a,f,1)))-1
if (cd<0) return cd
n=n*16+cd
}
return n
}
BEGIN{
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /",aT," ")
for (J=1;J<16;J+=2) cT[aT[J+1]]=aT[J]+0
}
' ;; esac
 case $1 in
  context) _kestra_program=$_kestra_program'
function cf(dN,dO,g){
aF[++cg]=dN
dP[cg]=dO
h=substr(h,g+1)
}
function dQ(a,aA,U){
for (h=a;h!=""&&E=="";){
aA=substr(h,2,1)
U=index("\"" M,aA)&&h~ /^[[]/?index(substr(h,3),aA "]"):0
if (U) cf(substr(h,3,U-1),0,U+3)
else if (match(h, /^[[][0-9]+[]]/)) cf(substr(h,2,RLENGTH-2)+0,1,RLENGTH)
else if (match(h, /^[^].[]+/)) cf(substr(h,1,RLENGTH),0,RLENGTH)
else break
if (h~ /^[.][^].[]/) h=substr(h,2)
else if (h!~ /^[[]/) break
}
if (h!="")
E="context: expected a path, as inputs.dataset, files[0] or outputFiles[\"a.csv\"], got " M a M
}
function bl(a){
if (cS) print a
else bm=bm a
}
function aU(dR,a,g){
while ((a=K(256))!=""){
g=match(a, /["]|\\/)?RSTART-1:length(a)
if (g){
bl(substr(a,1,g))
F+=g
}else if (a~ /^"/){
F++
return
}else if (dR) bl(dS(a))
else{
bl(substr(a,1,2))
F+=2
}
}
}
function dS(a,c){
F+=a~ /^\\u/?6:2
if (a!~ /^\\u/) return sprintf("%c",cT[substr(a,2,1)])
c=bI(a)
if (c>=55296&&c<56320){
c=(c-55232)*1024+bI(substr(a,7))-56320
F+=6
}
return ch(c)
}
function ch(c){
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c",240+int(c/262144),128+int(c/4096)%64)\
sprintf("%c%c",128+int(c/64)%64,128+c%64)
}
function bJ(u,d,g){
u=0
do{
d=K(1)
g=match(K(1100), /^[^][{},:"]+/)?RLENGTH:1
bl(substr(K(1100),1,g))
F+=g
if (d=="\""){
aU(0)
bl("\"")
}
u+=index("[{",d)>0
u-=index("]}",d)>0
}while (u&&d!="")
}
function dT(dU,dV,bK){
r=0
bK=K(1)
if (!index("[{",bK)) return 0
for (F++;!index("]}",K(1));F+=K(1)==","){
r++
y[r]=r-1
if (bK=="{"){
bm=""
F++
aU(1)
F++
y[r]=bm
}
if (y[r] ""==dU ""&&dV==(bK=="[")) return 1
bJ()
bm=""
}
return 0
}
function dW(f,aV,ci,s){
s=r?"":"none"
for (f=2;f<=r;f++){
ci=y[f]
for (aV=f-1;aV&&y[aV] "">ci "";aV--) y[aV+1]=y[aV]
y[aV+1]=ci
}
for (f=1;f<=r;f++) s=s (f>1?", ":"") y[f]
return s
}
function dX(l){
for (l=1;l<=cg;l++)
if (!dT(aF[l],dP[l])){
E=M aF[l] M " is not available in the execution context (available: " dW() ")"
return
}
cS=1
if (K(1)=="\""){
F++
aU(1)
}else bJ()
}
BEGIN{
M=sprintf("%c",39)
E=au=m=aG=bm=""
cg=cS=0
}
NR==1{m=$0}
NR>2{au=au (NR>3?"\n":"") aG}
{aG=$0}
END{
cj(aG)
if (aG!~ /^[{]/)
E=m ": expected an object, got "\
(aG~ /^[[]/?"list":aG~ /^"/?"string":aG~ /^[a-z]/?aG:"number")
if (E=="") dQ(au)
if (E=="") dX()
gsub(/[\001-\037]/," ",E)
print (E==""?".":E "!")
}
' ;;
  *) _kestra_program=$_kestra_program'
function bF(c){
if (c in cQ) return cQ[c]
if (c>65535) return bF(int(c/1024)+55232) bF(c%1024+56320)
return c>31&&c<127?sprintf("%c",c):sprintf("\\u%04x",c)
}
function bG(a,al,C,cR,f){
if (!index(a,"{")) return a
al=substr(al,length(al)>2?length(al)-1:1)
cR=split(al a,C, /::[{]/)
a=C[1]
for (f=2;f<=cR;f++) a=a "::\\u007b" C[f]
return substr(a,length(al)+1)
}
function bH(a,d,az,aR,ce,aS){
d=bj[substr(a,1,1)]
at=1
I=d
if (!d) I=65533
aR=d==224?160:d==240?144:128
ce=d==237?159:d==244?143:191
az=d<194||d>244?0:1+(d>223)+(d>239)
if (az) I-=256-(az>2?16:64/az)
else if (d>127){
I=65533
bk=1
}
for (;az;az--){
aS=bj[substr(a,at+1,1)]
if (aS<aR||aS>ce){
I=65533
bk=1
return
}
I=I*64+aS-128
at++
aR=128
ce=191
}
}
BEGIN{
bk=0
for (J=1;J<256;J++) bj[sprintf("%c",J)]=J
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\",aT," ")
for (J=1;J<14;J+=2) cQ[aT[J]+0]="\\" aT[J+1]
}
' ;;
 esac
 case $1 in
  json) _kestra_program=$_kestra_program'
function am(fK,l){
if (E!="") return
E=au
for (l=1;l<=u;l++) if (aF[l]!="") E=E "[" aF[l] "]"
E=E ": " fK
}
function ad(a,ab,s){
for (s="";a!=""&&ab;ab--){
bH(a)
s=s fL(substr(a,1,at),I)
a=substr(a,at+1)
}
return "`" s (a==""?"":"...") "`"
}
function bM(){
bH(K(4))
return ad(K(at),1)
}
function fL(D,c){
if (c>31&&c<127) return D
if (c<128||c in aI||c<161||c==173||c>8202&&c<8208||
c>8231&&c<8240||c>8286&&c<8304) return "<" cn(c) ">"
if (c==65533&&D!="\357\277\275") return sprintf("<byte %02X>",bj[D])
return D
}
function cn(c){
return sprintf("U+%04X",c) (c in aI?" " aI[c]:"")
}
function dJ(aS){
return bj[aS]>127&&bj[aS]<192
}
function N(f,i){
f=cb+F-1
i=f>12?f-12:1
while (i<f&&dJ(substr(cP,i,1))) i++
if (i==f&&br<f+2) return ""
return " in "(i>1?"`...":"`") substr(ad(substr(cP,i,60),32),2)
}
function aa(aQ,cm,B){
am("expected " aQ ", got " cm (B==""?"":": " B))
}
function d3(w,B){
if (w~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/){
am(w " is not a JSON number: write null"(u?"":", or NAME=TEXT for text"))
return
}
if (w~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) B="JSON has true, false and null"
else if (w~"^[/#]") B="JSON has no comments"
else if (w~ /^[-+.0-9]/) B="JSON numbers are written as 5, -1.5 or 2e3"
else if (w~ /^[A-Za-z_]/||index(w,M)==1) B="text has double quotes in JSON"
if (!u) dK(B~ /^JSON has/?B:"")
else if (w=="") aa("a JSON value",bM() N(),"")
else aa("a JSON value",ad(w,24) N(),B)
}
function dK(B){
if (substr(an,1,3)=="\357\273\277") B="remove the byte order mark, for example with tail -c +4"
else if (index("\377\376\377",substr(an,1,2))) B="it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
else if (substr(an,1,1)=="\033") B="turn the colors of the command off, for example with NO_COLOR=1"
else B=(B==""?"":B "; ") "write NAME=TEXT for text"
aa("a JSON value",ad(an,32),B)
}
function c1(B){
if (an~ /^-?[0-9]+,[0-9]+$/) B="write a point for the comma"
else if (an~ /^-?0[0-9]/) B="write it without leading zeros"
else if (an~ /^[+]/) B="write it without +"
else B="JSON numbers are written as 5, -1.5 or 2e3"
aa("a number",ad(an,32),B)
}
function fM(bE,cc,dL){
bE=K(60)
cc=bQ==bP&&an!~ /^[[{]/
dL=bE~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
if (aW){
if (bQ!=bP) an=substr(an,1,20) "\n" bE
c1()
}else if (dL&&!(cc&&c3!~ /[ \t\r]/))
aa("one JSON document","another: " ad(bE,32),
"jq -s . makes one list of several"(cc?", and NAME=TEXT is for text":""))
else if (cc) dK("")
else aa("the end of the JSON",ad(bE,32) N(),"")
}
function d7(d,aQ){
aQ=x=="comma"?(bN[u]=="["?"\",\" or \"]\"":"\",\" or \"}\""):"\":\""
if (x=="end") fM()
else if (x=="key"&&d=="}"||x=="value"&&d=="]")
am("trailing comma" N() ": remove it")
else if (x=="key"||x=="{")
aa("a key in double quotes",bM() N(),"")
else aa(aQ,bM() N(),"")
}
function eb(aQ){
aQ=aW?"a number":"a JSON value"
while (dJ(substr(O,1,1))) O=substr(O,2)
if (x=="value"&&!u&&co!="")
aa(aQ,co=="-"?"nothing on stdin":"an empty file","")
else if (x=="value"&&!u)
aa(aQ,"empty text","the command printed nothing or failed; write \"${rows:-"\
(aW?"0":"[]") "}\" where that is no mistake")
else am("unexpected end of JSON"(bp?" in a string":"") " after " ad(O,60)\
": the text was cut off, or quotes are missing around \"$(...)\"")
}
BEGIN{
split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
aT," ")
for (J=1;J<32;J++) aI[J]=aT[J]
aI[127]="DEL"
aI[160]="no-break space"
aI[65279]="byte order mark"
E=au=O=""
}
''
function aB(a,g){
if (!aW) print a
if (aW||x=="key") y=y a
F+=g
}
function dY(a,c,cl){
I=c
at=6
if (c>=55296&&c<56320&&substr(a,7)~ /^\\u[Dd][C-Fc-f]/){
cl=bI(substr(a,7))
if (cl>=0){
I=(c-55232)*1024+cl-56320
at=12
}
}
if (!I||I>=55296&&I<57344) cV(ad(substr(a,1,6),6))
}
function cV(cm){
aa("a string without U+0000, the six characters \\u0000 and lone surrogates",cm N(),"")
}
function dZ(a,c){
c=a~ /^\\u/?bI(a):-1
if (c>=0) dY(a,c)
else if (a~ /^\\["\\\/bfnrt]/){
I=cT[substr(a,2,1)]
at=2
}else if (a~ /^\\/)
aa("an escape of JSON",ad(substr(a,1,2),2) N(),"write \\\\ for a backslash")
else{
bk=0
bH(a)
if (bk) aa("UTF-8",bM() N(),"convert it, for example with iconv")
else if (I<32) am("unescaped control character " cn(I) " in a string" N())
}
}
function aU(a,g,aX){
y=aX=""
av=0
aB("\"",1)
while (E==""){
a=K(256)
g=match(a, /[^] !#-[^-~]/)?RSTART-1:length(a)
if (g){
a=substr(a,1,g)
aB(bG(a,aX),g)
}else if (a~ /^"/){
aB("\"",1)
return
}else if (a==""){
bp=1
return
}else{
dZ(a)
a=bF(I)
g=1+(I>65535)
aB(bG(a,aX),at)
if (I==92) a="\\"
}
av+=g
if (av>20000000) am("expected a string of at most 20000000 UTF-16 units")
aX=substr(aX,length(aX)-4) a
if (index(aX,"\\u0000")) cV("`\\u0000`")
}
}
function d0(a,C,aw){
if (a+0>cW||a+0<-cW) return 1
if (a+0) return 0
split(tolower(a),C,"e")
sub(/^-/,"",C[1])
aw=C[1]
sub(/[.]/,"",aw)
return match(aw, /[1-9]/)&&index(C[1] ".",".")-RSTART-1+C[2]>=0
}
function cX(a,aw){
aw=a
if (gsub(/[0-9]/,"",aw)>1000) am("expected a number of at most 1000 digits")
else if ((aW||a~ /[.eE]/)&&d0(a))
aa("a number in the range of a double",ad(a,32),"")
else if (cY=="timer"&&(a+0<-9000000000||a+0>9000000000))
aa("from -9000000000 to 9000000000 seconds",ad(a,32),"")
}
function d1(d,a){
if (d=="\""){
aU()
if (bp) return
a=substr(y,2,length(y)-2)
gsub(/\\[tnr]/," ",a)
sub(/^ +/,"",a)
sub(/ +$/,"",a)
}else{
a=match(K(1100),cZ)?substr(K(1100),1,RLENGTH):""
F+=length(a)
}
if (a!~c0) c1()
else cX(a)
print a
}
function d2(bq){
if (u==998) am("expected at most 1000 levels of nesting in a line")
bN[++u]=bq
if (bq=="{") c2[u]=++fN
aF[u]=bq=="["?0:""
x=bq
aB(bq,1)
}
function bJ(d,a){
x=u?"comma":"end"
if (aW) d1(d)
else if (d=="\"") aU()
else if (d=="{"||d=="[") d2(d)
else{
a=K(1100)
a=match(a,cZ)?substr(a,1,RLENGTH):""
if (a~c0) cX(a)
else if (a!~ /^(true|false|null)$/) d3(a)
aB(a,length(a))
}
}
function d4(){
x="key"
aU()
x="colon"
aF[u]=y
if (d5[u,y]==c2[u]){
aF[u]=""
am("duplicate key " y)
}
d5[u,y]=c2[u]
}
function d6(d){
if (d=="\""&&(x=="{"||x=="key")) d4()
else if (d==":"&&x=="colon"){
x="value"
aB(d,1)
}else if (d==","&&x=="comma"){
aB(d,1)
x=bN[u]=="["?"value":"key"
if (x=="value") aF[u]++
}else if (u&&d==(bN[u]=="["?"]":"}")&&x~ /comma|[[{]/){
x=--u?"comma":"end"
aB(d,1)
}else d7(d)
}
function bO(a,d){
cj(a)
bP++
c3=" "
while (E==""){
d=K(1)
if (d=="") break
if (index(" \t\r",d)) F++
else if (bp) am("unescaped control character " cn(10) " in a string, after " ad(O,60))
else{
if (!bQ){
bQ=bP
an=K(60)
}
if (x=="value"&&!(d=="]"&&bN[u]=="[")||x=="["&&d!="]")
bJ(d)
else d6(d)
}
c3=d
}
if (a!~ /^[ \t\r]*$/) O=substr(a,br>24?br-23:1)
}
function d8(m,C,ab,z,ax,a,az){
co=m
aI[1]="or U+0000"
ab=split(m,C,M)
ax=C[1]
for (z=2;z<=ab;z++) ax=ax M "\\" M M C[z]
ax=m=="-"?"<&7":"<" M ax M
ax="{ tr " M "\\000" M " " M "\\001" M " " ax "; } 2>/dev/null; set $?; echo; echo $1"
ax|getline a
while ((ax|getline az)>0){
bO(a)
a=az
}
close(ax)
if (a+0) am("cannot read "(m=="-"?"stdin":"the file " ad(m,200)))
}
function d9(ea){
au=ea
x="value"
bP=bQ=bp=0
co=""
aI[1]="SOH"
}
BEGIN{
cY=ENVIRON["kestra_option"]
aW=cY!~ /s$/
cW=1.7976931348623157e308
M=sprintf("%c",39)
c0="^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
cZ="^[^][{},: \t\r\"]+"
x="end"
u=0
}
/^\\\\/|| /^\\@/{
d9(substr($0,3))
c4=substr($0,2,1)=="@"
next
}
/^\\/{
if (x!="end"||bp) eb()
print substr($0,2)
next
}
c4{d8(substr($0,2))}
!c4&&E==""{bO($0)}
END{print (E!=""?"\n" E "!":".")}
' ;;
  message|pipe|levels) _kestra_program=$_kestra_program'
function ck(a,g){
if (av+g>bn){
G=G bo
aH=""
av=0
}
av+=g
G=G bG(a,aH)
aH=aH a
aH=substr(aH,length(aH)-1)
if (bL&&length(G)>4000){
print G
G=""
}
}
function cU(a,g){
cj(a)
while ((a=K(256))!=""){
g=match(a, /[^ -~]/)?RSTART-1:length(a)
if (g>0){
if (av<bn&&av+g>bn) g=bn-av
F+=g
a=substr(a,1,g)
gsub(/["\\]/,"\\\\&",a)
ck(a,g)
}else{
bH(a)
F+=at
ck(bF(I),1+(I>65535))
}
}
}
BEGIN{
G=bo=aH=""
av=bL=0
bn=15360
}
' ;;
 esac
 case $1 in
  message) _kestra_program=$_kestra_program'
BEGIN{
bL=1
bo=ENVIRON["kestra_option"]
if (bo=="") bn=1.7976931348623157e308
}
NR>1{ck("\\n",1)}
{
if (bo!="") gsub(/\\u0000/,"\357\277\275")
cU($0)
}
END{print G (bk?"!":".")}
' ;;
  pipe) _kestra_program=$_kestra_program'
function dB(l,a,ac,i){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
i="{\"level\":\"" l "\",\"message\":\""
G=a
gsub(/["\\]/,"\\\\&",G)
G=bG(G,"")
if (cM&&length(G)<4096){
if (G~ /[^ -~]/){
bL=0
dG(i,"",a)
}else G=i G
dF(G "\"}",ac)
return
}
aJ()
if (G~ /[^ -~]/||length(a)>15360){
bL=b8==""||!ac
dG(i,"::{\"logs\":[",a)
bD(G "\"}]}::\n",ac)
}else bD("::{\"logs\":[" i G "\"}]}::\n",ac)
}
function dG(i,al,a){
bo="\"}," i
G=al i
aH=""
av=0
cU(a)
}
function dF(dH,ac){
if (length(bi)+length(dH)>4079) aJ()
bi=bi (b9++?",":"") dH
if (ac) cN=1
if (b9>31||length(bi)>4079) aJ()
}
function aJ(dI,ac){
if (!b9) return
dI=bi
ac=cN
bi=""
b9=cN=0
bD("::{\"logs\":[" dI "]}::\n",ac)
}
function bD(a,ac){
if (ac&&b8!=""){
print a|b8
fflush(b8)
}else{
print a
fflush()
}
}
function bS(cO){
aJ()
if (ca=="") return
print "x"(cO>255?cO-128:cO) "x\n"|ca
close(ca)
ca=""
}
BEGIN{
cM=ENVIRON["kestra_batch"]!=""
aA=ENVIRON["kestra_mark"]
ca=ENVIRON["kestra_done"]
b8=ENVIRON["kestra_errors"]
bi=""
b9=cN=0
}
''
function cK(a,ac){
if (a~ /^::[{].*[}]::$/){
aJ()
bD(a "\n",ac)
}else dB(ac?"ERROR":dD,a,ac)
}
function b4(){
if (a9) cK(as,ba)
for (;bb;bb--) cK("",0)
a9=ba=b5=0
}
function fI(a){
if (a=="") return a9>1
if (a~ /^  [+] Exception Group Tr|^Traceback [(]/) return as~ /exception( occurred)?:$/
if (a~ /^[ \t]/) return ba||!bb&&as!=""
if (a~ /^(During handling of the|The above exception was|Caused by:) /) return ba
if (a~ /^[]})]/) return a9>1&&!bb
return a~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/&&(b5||as~ /\n *[~^]+ *$/)
}
function fJ(a){
bs=0
if (!a9||length(as)>99999||!fI(a)){
b4()
as=a
a9=1
}else if (a==""){
bb++
return
}else{
for (;bb;bb--) as=as "\n"
if (a~ /^[^ \t]/&&as~ /\^ *$/) ba=1
as=as "\n" a
a9++
}
if (a~ /Traceback [(]most recent call last[)]:$/) b5=ba=1
else if (a~ /^[^ \t]/) b5=0
if (a~ /^[ \t]+at [^ ]/) ba=1
}
function cL(a){
if (index(a,"\r")){
sub(/\r+$/,"",a)
sub(/.*\r/,"",a)
}
if (dE) fJ(a)
else cK(a,0)
}
BEGIN{
dE=ENVIRON["kestra_mode"]=="join"
dD=ENVIRON["kestra_level"]
b6="{\"level\":\"" dD "\",\"message\":\""
b7="\"}"
if (!cM){
b6="::{\"logs\":[" b6
b7=b7 "]}::\n"
}
as=z=""
a9=bb=ba=b5=bs=0
}
!dE&&!/[^ -~]/&&!index($0,"::{")&&length($0)<15360&&!index($0,"\\u0000")&&!index($0,aA){
gsub(/["\\]/,"\\\\&")
if (cM) dF(b6 $0 b7,0)
else{
print b6 $0 b7
fflush()
}
next
}
{
aY=index($0,aA)
if (!aY){
cL(z $0)
z=""
next
}
z=z substr($0,1,aY-1)
if (/[0-9]$/){
if (z!="") cL(z)
z=""
b4()
bS(substr($0,aY+length(aA))+0)
}else if (/[+]$/) aJ()
else if (!/-$/&&bs++) b4()
}
END{
if (z!="") cL(z)
b4()
bS(137)
}
' ;;
  levels) _kestra_program=$_kestra_program'
function dB(l,a,ac,i){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
i="{\"level\":\"" l "\",\"message\":\""
G=a
gsub(/["\\]/,"\\\\&",G)
G=bG(G,"")
if (cM&&length(G)<4096){
if (G~ /[^ -~]/){
bL=0
dG(i,"",a)
}else G=i G
dF(G "\"}",ac)
return
}
aJ()
if (G~ /[^ -~]/||length(a)>15360){
bL=b8==""||!ac
dG(i,"::{\"logs\":[",a)
bD(G "\"}]}::\n",ac)
}else bD("::{\"logs\":[" i G "\"}]}::\n",ac)
}
function dG(i,al,a){
bo="\"}," i
G=al i
aH=""
av=0
cU(a)
}
function dF(dH,ac){
if (length(bi)+length(dH)>4079) aJ()
bi=bi (b9++?",":"") dH
if (ac) cN=1
if (b9>31||length(bi)>4079) aJ()
}
function aJ(dI,ac){
if (!b9) return
dI=bi
ac=cN
bi=""
b9=cN=0
bD("::{\"logs\":[" dI "]}::\n",ac)
}
function bD(a,ac){
if (ac&&b8!=""){
print a|b8
fflush(b8)
}else{
print a
fflush()
}
}
function bS(cO){
aJ()
if (ca=="") return
print "x"(cO>255?cO-128:cO) "x\n"|ca
close(ca)
ca=""
}
BEGIN{
cM=ENVIRON["kestra_batch"]!=""
aA=ENVIRON["kestra_mark"]
ca=ENVIRON["kestra_done"]
b8=ENVIRON["kestra_errors"]
bi=""
b9=cN=0
}
''
function ee(a,aK,d){
d=substr(a,match(a, /[^ \t]/),1)
if (index("(<[|",d)){
if (a~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/&&v(a,t(match(a, /^[ \t]*[[<|] */)),"","","word",0)) return 1
if (a~ /^[ \t]*[(][A-Z]+[)]/&&ah(a,"[ \t]*[(]","[A-Z]+[)]","upper","","word",0)) return 1
if (a~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/&&v(a,t(match(a, /^[ \t]*[[][A-Za-z0-9_.]*:/)),"","","word",0)) return 1
}
if (a~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/&&v(a,t(match(a, /^[ \t:,-]*/)),"upper","","word",0)) return 1
if (index(a,":")){
if (a~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/&&ah(a,"[ \t]*([A-Za-z0-9_-]+[.])+","[A-Z]+:","upper","","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/&&v(a,t(match(a, /^[ \t]*[A-Za-z0-9_.-]+:/)),"upper","","word",0)) return 1
}
if (aK&&a~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/&&v(a,t(match(a, /^[ \t]*/)),""," trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ","word",0)) return 1
if (index("-",d)&&aK&&a~ /^[ \t]*- +[A-Za-z]+ +-( |$)/&&v(a,t(match(a, /^[ \t]*- +/)),""," silly trace verbose debug info notice warn warning error critical fatal ","word",0)) return 1
if (aK&&a~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/&&ah(a," +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +","[A-Z]+( |:|$)","upper"," trace debug info warn warning error critical fatal ","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\//&&v(a,t(match(a, /^[ \t]*[A-Za-z0-9_.-]+\//)),"upper","","word",0)) return 1
if (a~ /^[ \t]*(Failure|[A-Z][a-z]+ Error) in [a-z]+ [^ ]+ [(]/) return k("ERROR")
if (index("0123456789:",d)){
if (aK&&a~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/&&v(a,t(match(a, /^[ \t]*[0-9]+ of [0-9]+ /)),"upper","","word",0)) return 1
if (a~ /^[ \t]*[0-9]+ [[]System[]]/) return k("INFO")
if (match(a, /^: [A-Z] [^ ]+:[0-9]+[]] */)&&bc(a,"word",0)) return 1
}
if (index("LP",d)){
if (match(a, /^[ \t]*LOG:  /)) return A("INFO")
if (a~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return k("ERROR")
if (a~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return k("WARN")
if (a~ /^[ \t]*PHP Notice/) return k("INFO")
}
if (match(a, /^ *[A-Z] [|] /)&&bc(a,"word",0)) return 1
if (index(a,":")&&a~ /^[^ ]*:[A-Z]+:  /&&v(a,t(match(a, /^[^ ]*:/)),"upper"," log error fatal warning notice info debug panic ","word",0)) return 1
return 0
}
function ef(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (index("/0123456789[",d)){
if (a~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ /&&ah(a,"[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +","[A-Z]+ ","upper"," verbose debug log warn error fatal ","time",1)) return 1
if (a~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/&&v(a,t(match(a, /^[0-9\/]+ [0-9:]+ +/)),"lower"," debug info warn error fatal ","time",1)) return 1
if (a~ /^ *[[] *[A-Za-z]+ *[]]/&&v(a,t(match(a, /^ *[[] */)),"","","word",1)) return 1
if (a~ /^ *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *[A-Za-z]+ *[]]/&&ah(a," *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *","[A-Za-z]+ *[]]","","","word",1)) return 1
}
if (a~ /^[^ -~]+ [[][A-Z]+[]]/&&v(a,t(match(a, /^[^ -~]+ [[]/)),"upper","","word",1)) return 1
if (a~ /^[A-Za-z0-9_.:-]+ +- +[A-Z]+ +-( |$)/&&v(a,t(match(a, /^[A-Za-z0-9_.:-]+ +- +/)),"upper","","word",1)) return 1
if (index("(<",d)){
if (a~ /^[(][A-Z]+[)] /&&ah(a,"[(]","[A-Z]+[)] ","upper","","word",1)) return 1
if (a~ /^<[A-Z]+>( |$)/&&v(a,t(match(a, /^</)),"upper","","word",1)) return 1
if (a~ /^<[a-z]+> +[[]/&&v(a,t(match(a, /^</)),"lower","","word",1)) return 1
}
if (index(a,":")){
if (a~ /^[^ :]+:[0-9]+ +[A-Z]+( |:|$)/&&v(a,t(match(a, /^[^ :]+:[0-9]+ +/)),"upper"," trace debug info warn warning error critical fatal ","word",1)) return 1
if (a~ /^ +[0-9]+:[0-9]+ +[a-z]+  /&&v(a,t(match(a, /^ +[0-9]+:[0-9]+ +/)),"lower"," error warning ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9\/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?[A-Z]+( |:|[]]|$)/&&ah(a,"([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?","[A-Z]+( |:|[]]|$)","upper","","time",1)) return 1
if (index("s",d)&&a~ /^sox [A-Z]+ [a-z0-9_-]+: /&&v(a,t(match(a, /^sox /)),"upper"," fail warn info dbug debug ","word",1)) return 1
if (index("(*=[",d)){
if (a~ /^ *[[][^]]*[]][ \t]+[A-Z]+([ \t:]|$)/&&v(a,t(match(a, /^ *[[][^]]*[]][ \t]+/)),"upper","","word",1)) return 1
if (a~ /^=[A-Z]+ REPORT=+/&&v(a,t(match(a, /^=/)),"upper","","Erlang",1)) return 1
if (a~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: /&&ah(a,"([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*","[A-Za-z]+( [*][*])?: ",""," error critical warning message info debug ","word",1)) return 1
}
if (a~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/&&ah(a,"([A-Za-z0-9_.]+-)+","[A-Za-z]+( [*][*]: |: [0-9:.]+: )",""," error critical warning message info debug ","word",1)) return 1
if (index(a,":")){
if (a~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/&&v(a,0,"lower"," trce dbug info warn fail crit ","word",1)) return 1
if (a~ /^(\342\224\214|[[]) [A-Za-z]+: /&&ah(a,"(\342\224\214|[[]) ","[A-Za-z]+: ",""," debug info warning error ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/&&ah(a,"([[][^]]*[]] \342\200\272 )?[^ -~]+ +","[a-z]+ +","lower"," error fatal warn warning info debug note success ","word",1)) return 1
if (a~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/&&v(a,t(match(a, /^ */)),"upper","","word",1)) return 1
if (a~ /^ *[A-Z]+ /&&v(a,t(match(a, /^ */)),"upper"," trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl debu erro fata crit ","word",1)) return 1
return 0
}
function eg(a,g){
if (a!~ /(level|lvl|severity|loglevel)=["\047]?[A-Za-z]+/) return 0
if (a~ /^[A-Za-z0-9_.@-]+=/) return 1
return (g=cp(a))&&substr(a,g+1)~ /^ +[a-z_]+=/
}
function eh(a){
if (!match(a, / ((level|lvl|severity|loglevel)=["\047]?)[A-Za-z]+/)) return 0
a=substr(a,RSTART+1)
return RSTART+t(match(a, /^(level|lvl|severity|loglevel)=["\047]?/))
}
function ei(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (match(a, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */)&&bc(a,"stamped",1)) return 1
if (match(a, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)&&bc(a,"stamped",1)) return 1
if (index("!#(*0123456789:<=[",d)){
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return cq("DEBUG")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return cq("INFO")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return cq("WARN")
if (match(a, /^<[0-3]>/)) return A("ERROR")
if (match(a, /^[[][A-Z]::[^]]*[]] */)&&bc(a,"word",0)) return 1
if (match(a, /^<4>/)) return A("WARN")
if (match(a, /^<[56]>/)) return A("INFO")
if (match(a, /^<7>/)) return A("DEBUG")
if (a~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return k("ERROR")
if (match(a, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return A("ERROR")
}
if (index(a,":")&&match(a, /^[A-Z], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)&&bc(a,"stamped",1)) return 1
if (index("EFINW",d)){
if (a~ /^(E|Err|F): /) return k("ERROR")
if (a~ /^W: /) return k("WARN")
if (a~ /^[NI]: /) return k("INFO")
}
if (index("dfjpt",d)){
if (a~ /^debug[1-3]: /) return k("DEBUG")
if (a~ /^(jq: [0-9]+ compile errors?$|panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return k("ERROR")
}
if (index(a,":")&&a~ /^( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:/) return k("ERROR")
if (a~ /^(\342\225\255(\342\224\200)+|[+]-+) (Traceback [(]most recent call last[)]|Error) /) return k("ERROR")
if (index("EPRST",d)&&a~ /^(Exception in thread |SIG[A-Z]+: |The application panicked|Exception: [A-Z][A-Za-z_.]*( .*)?[.]$|(Parse|Runtime) error near )/) return k("ERROR")
if (a~ /^([Ee]rror during |[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return k("ERROR")
if (index("CEFIPRSU",d)&&a~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable|User|Usage|Runtime|Internal) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] )/) return k("ERROR")
if (index("n",d)&&match(a, /^npm (ERR!|error) */)) return A("ERROR")
if (index(a,":")&&a~ /^([a-z0-9_-]+ (error|fatal): |[Ee]rrors?:$)/) return k("ERROR")
if (index("E",d)&&a~ /^Error (opening|reading|writing|while) /) return k("ERROR")
if (index(a," @ error/")&&a~ / @ error\/[A-Za-z0-9_.-]+\//) return k("ERROR")
if (index(a,":")&&a~ /^[0-9A-F]+:error:/) return k("ERROR")
if (index("EFS",d)){
if (a~ /^(ERROR!|Fatal Python error)/) return k("ERROR")
if (match(a, /^SLF4J[(]E[)]: */)) return A("ERROR")
}
if (index("l",d)&&match(a, /^log4j:ERROR */)) return A("ERROR")
if (index(a,":")&&a~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return k("ERROR")
if (index("egn",d)){
if (a~ /^(escript: exception|goroutine [0-9]+ [[])/) return k("ERROR")
if (match(a, /^npm (WARN|warn) */)) return A("WARN")
}
if (index("CDPSW",d)){
if (a~ /^System[.][A-Za-z.]*Exception: /) return k("ERROR")
if (a~ /^(Warning [0-9]+( [[][^]]*[]])?: |WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return k("WARN")
}
if (index("(",d)&&a~ /^[(]!+[)] /) return k("WARN")
if (index(a,":")&&a~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return k("WARN")
if (index("ITW",d)&&a~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return k("WARN")
if (index(a,":")&&a~ /^[A-Za-z.]*Warning: /) return k("WARN")
if (index("CLPS",d)){
if (a~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return k("WARN")
if (match(a, /^SLF4J[(]W[)]: */)) return A("WARN")
}
if (index("l",d)&&match(a, /^log4j:WARN */)) return A("WARN")
if (index(a," @ warning/")&&a~ / @ warning\//) return k("WARN")
if (index("#(:=>",d)){
if (match(a, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return A("WARN")
if (a~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return k("WARN")
if (match(a, /^::notice( [^:]*(:[^:]+)*)?::/)) return A("INFO")
if (match(a, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return A("DEBUG")
if (a~ /^(> Task .* FAILED$|== Compilation error in file )/) return k("ERROR")
}
if (index("LPSW",d)){
if (a~ /^(Lua warning: |Warning in )/) return k("WARN")
if (a~ /^PHP Notice/) return k("INFO")
if (match(a, /^SLF4J[(]I[)]: */)) return A("INFO")
if (match(a, /^SLF4J[(]D[)]: */)) return A("DEBUG")
}
if (index(a,":")&&a~ /^\t?[a-z0-9_-]+ warning: /) return k("WARN")
if (index("ehilnsvw",d)){
if (match(a, /^npm (notice|info) */)) return A("INFO")
if (a~ /^(info|notice) ([a-z]+ )?[a-z]/) return k("INFO")
if (match(a, /^npm (http|verb|verbose|timing) */)) return A("DEBUG")
if (match(a, /^log4j:DEBUG */)) return A("DEBUG")
if (a~ /^((verb|http) [a-z]+ |verbose [0-9]+[.][0-9]+ )/) return k("DEBUG")
if (a~ /^((npm )?sill [a-z]+ |npm silly )/) return k("TRACE")
if (a~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return k("ERROR")
if (a~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return k("WARN")
if (a~ /^info [A-Z"]/) return k("INFO")
}
if (a~ /^(docker: )?Error (response )?from /) return k("ERROR")
if (index("DE",d)){
if (a~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return k("ERROR")
if (a~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return k("WARN")
}
if (index(a,":")&&a~ /^[^ ]+: hint: /) return k("INFO")
if (index("fhst",d)){
if (match(a, /^hint: /)) return A("INFO")
if (match(a, /^(trace|silly): /)) return A("TRACE")
if (a~ /^failed: [[][^]]*[]] /) return k("ERROR")
}
if (index("[",d)&&match(a, /^[[]DEPRECATION WARNING[]]: /)) return A("WARN")
if (index(a,":")){
if (a~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: /&&v(a,0,""," verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ","word",0)) return 1
if (a~ /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: /&&ah(a,"([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?","[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ",""," trace finest debug dbg verbose fine finer info information informational notice note config warn warning caution warnung avertissement advertencia error err severe critical crit fatal alert emerg emergency panic fehler ","behind a place",0)) return 1
if (a~ /^[^ ]+: LOG:  /) return k("INFO")
if (a~ /^[^ ]+: [[][A-Za-z]+[]]/&&v(a,t(match(a, /^[^ ]+: [[]/)),"","","word",0)) return 1
if (a~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: /&&v(a,t(match(a, /^[^ ]+:[0-9]+ - /)),"lower"," error warning info ","word",0)) return 1
}
if (index("h",d)&&match(a, /^http: +/)) return A("DEBUG")
return 0
}
function cp(a){
if (match(a, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
return 0
}
function ej(a,i,g){
i=t(match(a, /^ *[[(<]? ?/))
g=cp(substr(a,i+1))
return g?i+g+(substr(a,i+g+1,1)~ /^[])>,;:]/):0
}
function ek(a,g){
if (!(g=cp(a))||substr(a,g+1,1)!=" ") return 0
return g+t(match(substr(a,g+1), /^ +/))
}
function el(a){
if (match(a, /^[0-9]+ [[]/)) return RLENGTH
return 0
}
function em(a){
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
function en(a){
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
function eo(a){
return a~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack trace|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|Usage: |compilation terminated[.])/
}
function cr(a){
return a~ /^[ \t]*[~^]+[ \t~^]*$/
}
function ep(a){
return a~ /^([A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}
function eq(a){
return a~ /^(Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/
}
function er(a){
return a~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}
function c5(a){
return a~ /^(During handling of the above|The above exception was)/
}
function es(a){
return a~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}
function et(a){
return a~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}
function eu(a){
return a~ /^([0-9]+: |In |Execution halted|Calls:)/
}
function ev(a){
return a~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}
function ew(a){
return a~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}
function ex(a){
return a~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}
function ey(a){
return a~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}
function ez(a){
return a~ /^([0-9]+ |Origin: |<<< caused by >>>$)/
}
function eA(a){
return a~ /^<<< caused by >>>$/
}
function eB(a){
return a~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}
function eC(a){
return a~ /^ERROR [0-9]+ [(]/
}
function eD(a){
return a~ /^([0-9]+ [|]|[ \t])/
}
function eE(a){
return a~ /^Error( [(][^)]*[)])?:/
}
function eF(a){
return a~ /^(Warning|Alert)( |:)/
}
function c6(a){
return a~ /^[-*] /
}
function eG(a){
return a~ /(xception|rror|raceback)/
}
function c7(a){
if (match(a, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return t(1)
return 0
}
function eH(a){
if (match(a, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
if (match(a, /^[-|:,]+[ \t]+/)) return RLENGTH
if (match(a, /^[|]/)) return RLENGTH
return 0
}
function eI(a){
if (match(a, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
if (match(a, /^[(][0-9]+[)]/)) return RLENGTH
if (match(a, /^[0-9]+ +---/)) return RLENGTH
if (match(a, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
if (match(a, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
return 0
}
function eJ(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
return 0
}
function eK(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
return 0
}
function eL(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
return 0
}
function eM(a){
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
bw("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",aL)
bw("log/level info/level @fields/level record/level/name _meta/logLevelName",c8)
bw("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",bx)
bw("fields/message info/msg data/msg record/message",c9)
aZ("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError",cs)
aZ("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace",da)
aZ("severityNumber severity_number",eN)
aZ("short_message host timestamp time _time ts @timestamp",eO)
aZ("time timestamp pid hostname v msg message",eP)
bw("s ctx",db)
aZ("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",eQ)
aZ("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",eR)
}
''
function eS(e,C,b){
if (index(e,"\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/,"",e)
if (!index(e,"\r")) return e
sub(/\r+$/,"",e)
if (!index(e,"\r")) return e
for (b=split(e,C,"\r");b;b--) if (!ct(C[b])) return C[b]
return ""
}
function ct(a){
if (a~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/,"",a)
if (a~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/,"",a)
return a==""
}
function bO(a){
j=a
P=Q=""
V=a0=O=0
if (ct(a)){
Q="blank"
return
}
if (a~ /^[{].*[}][ \t\r\v\f]*$/&&eT(a)){
Q="JSON"
V=1
return
}
if (eU(a)) return
if (!(ef(a)||eV(a)||ei(a))&&bU&&!aM(a,"  ")){
Q="time"
V=1
O=bU
}
}
function eU(a,f,aK,ao,g){
bU=ej(a)
f=bU?bU:el(a)?index(a,"[")-1:0
if (!f) return 0
aK=1
a=substr(a,f+1)
for (ao=6;ao;ao--){
if (ee(a,aK)){
Q="time"
V=1
if (a0||O){
a0+=f
O+=f
}else O=f
return 1
}
if (!(g=em(a))) return 0
aK=substr(a,g,1)~ /[])\200-\377]/
a=substr(a,g+1)
f+=g
}
return 0
}
function eV(a,a1,i){
if (!index(a,"=")||!eg(a)) return 0
a1=""
while (match(a, /"([^"\\]|\\.)*"/)){
i=substr(a,RSTART,RLENGTH)
if (index(i," ")) gsub(/./,"_",i)
a1=a1 substr(a,1,RSTART-1) i
a=substr(a,RSTART+RLENGTH)
}
a1=a1 a
i=eh(" " a1)
return i&&v(a1,i-1,"","","logfmt",1)
}
function by(l,aC,i,U,a2){
P=l
Q=aC
a0=i
O=U
V=a2
return 1
}
function k(l){
return by(l,"text",0,0,0)
}
function A(l){
return by(l,"text",0,RLENGTH,0)
}
function cq(l){
return by(l,"stamped",0,RLENGTH,1)
}
function bc(a,aC,a2,g,cu){
g=RLENGTH
cu=substr(a,match(a, /[A-Z]/),1)
return cu in aN&&by(aN[cu],aC,0,g,a2)
}
function ah(a,al,eW,bV,ai,aC,a2,i){
i=t(match(a,"^(" al ")"))
while (i&&!(substr(a,1,i)~("^(" al ")$")&&substr(a,i+1)~("^" eW))) i--
return v(a,i,bV,ai,aC,a2)
}
function v(a,f,bV,ai,aC,a2,w,l){
a=substr(a,f+1)
w=match(a, /^[A-Za-z]+/)?substr(a,1,RLENGTH):""
if (bV=="upper"&&w!=toupper(w)) return 0
if (bV!="lower") w=tolower(w)
if (!(w in aN)||ai!=""&&!index(ai," " w " ")) return 0
l=aN[w]
a=substr(a,length(w)+1,2)
if (l=="DEBUG"&&a=="-4") l="TRACE"
return by(l,aC,f,f+length(w),a2)
}
function t(i){
return i&&RLENGTH>0?RLENGTH:0
}
function bu(l,ai,aO,b){
for (b=split(ai,aO," ");b;b--) aN[aO[b]]=l
}
function bv(l,ai,aO,b){
for (b=split(ai,aO,";");b;b--) dc[aO[b]]=l
}
function bw(ai,a3){
split(ai,a3," ")
}
function aZ(ai,a3,aO,b){
for (b=split(ai,aO," ");b;b--) a3[aO[b]]=1
}
function eT(a,cv,o,h,b){
bW=index(a,"\\")
aD=cw(a,L,R)
if (aD<0) return 0
split("",af)
for (b=aD;b;b--) af[L[b]]=b
if (!eX()) return 0
cv=bz
h=""
dd=0
o=eY()
sub(/\n+$/,"",o)
ay=""
for (b=1;b<=aD;b++){
if (b==dd||L[b] in cs||L[b]==cv) continue
a=R[b]
if (cv==""&&L[b]=="record"&&a~ /^[{]/&&"text" in af) a=eZ(b)
if (a~ /^[{[]/||L[b] in da) a=e0(b)
if (a!="") h=h ",\"" L[b] "\":" a
}
if (h!="") o=o (o==""?"{":" {") substr(h,2) "}"
o=o (o==""?substr(ay,2):ay)
if (o!="") j=o
return 1
}
function cw(a,r,aj,aE,bX,W,b,p,f,X,S,i,de){
aE=0
W=split(a,bX,"\"")
de=a~ /[\001-\037]/
f=1
cx=0
X=4
S=""
for (b=1;;b++){
p=bX[b]
if (X==3&&(p==":"||p==": ")) X=4
else if (X==6&&(p==","||p==", ")) X=substr(S,length(S))=="{"?1:4
else if (X==3&&p~ /^: ?[1-9][0-9]*, ?$/){
if (S=="{"){
match(p, /[0-9]+/)
aj[aE]=substr(p,RSTART,RLENGTH)
}
X=1
}else{
ae=X
Y=S
bY=i
if (!e1(a,p,f,aE,aj)) return-1
X=ae
S=Y
i=bY
}
if (b>=W) return X==7&&!(cx&&index(substr(a,2),"{")+index(a,"["))?aE:-1
f+=length(p)
p=bX[++b]
if (bW) while (p~ /\\$/&&b<W&&p~ /(^|[^\\])(\\\\)*\\$/) p=p "\"" bX[++b]
if (b>=W) return-1
if ((de||bW)&&(X>3||S!="{")&&!df(p)) cx=1
if (X<3){
if (S=="{") r[++aE]=p
X=3
}else if (X<6&&X>3&&S!=""){
if (S=="{") aj[aE]="\"" p "\""
X=6
}else return-1
f+=length(p)+2
}
}
function e1(a,p,f,aE,aj,D){
while (1){
if (match(p, /^[ \t\r\n]+/)){
f+=RLENGTH
p=substr(p,RLENGTH+1)
}
if (p=="") return 1
D=substr(p,1,1)
if (D=="{"||D=="["){
if (ae!=4&&ae!=5||Y==""&&D=="[") return 0
if (Y=="{") bY=f
Y=Y D
ae=D=="{"?2:5
}else if (D=="}"||D=="]"){
if (Y==""||substr(Y,length(Y))!=(D=="}"?"{":"[")) return 0
if (ae!=6&&ae!=(D=="}"?2:5)) return 0
Y=substr(Y,1,length(Y)-1)
ae=Y==""?7:6
if (Y=="{") aj[aE]=substr(a,bY,f+1-bY)
}else if (D==":"){
if (ae!=3) return 0
ae=4
}else if (D==","){
if (ae!=6) return 0
ae=Y~ /[{]$/?1:4
}else{
if (Y==""||ae!=4&&ae!=5) return 0
if (match(p, /^-?[0-9][-+.0-9eE]*/)){
if (!dg(substr(p,1,RLENGTH))) cx=1
}else if (!match(p, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (Y=="{") aj[aE]=substr(p,1,RLENGTH)
ae=6
f+=RLENGTH-1
p=substr(p,RLENGTH)
}
f++
p=substr(p,2)
}
}
function dg(a){
return a~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function a4(e){
return e~ /^"/&&(!bW||df(substr(e,2,length(e)-2)))
}
function df(a){
if (a~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/,"",a)
return!index(a,"\\")
}
function e2(T,s,f,c,aR){
s=""
while (f=index(T,"\\")){
s=s substr(T,1,f-1)
c=substr(T,f+1,1)
T=substr(T,f+2)
if (c=="u"){
c=dh(substr(T,1,4))
T=substr(T,5)
aR=T~ /^\\u[dD][c-fC-F]/?dh(substr(T,3,4)):0
if (c>55295&&c<56320&&aR){
c=(c-55296)*1024+aR+9216
T=substr(T,7)
}
s=s ch(c)
}else s=s (c in bd?bd[c]:c)
}
return s T
}
function dh(aw,n,b){
n=0
aw=tolower(aw)
for (b=1;b<=4;b++) n=n*16+index("123456789abcdef",substr(aw,b,1))
return n
}
function ch(c){
if (!c) return "\\u0000"
if (c>55295&&c<57344) c=65533
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c%c%c",240+int(c/262144),128+int(c/4096)%64,128+int(c/64)%64,128+c%64)
}
function ap(e){
e=substr(e,2,length(e)-2)
return index(e,"\\")?e2(e):e
}
function eX(m,b,a){
for (m=1;m in aL;m++)
if (aL[m] in af)
for (b=af[aL[m]];b<=aD;b++)
if (L[b]==aL[m]&&(P=di(R[b]))!=""){
bz=L[b]
return 1
}
bz=""
for (m=1;m in c8;m++)
if ((P=di(e3(c8[m])))!="") return 1
for (m=1;m in aL;m++)
if (aL[m] in af)
for (b=af[aL[m]];b<=aD;b++)
if (L[b]==aL[m]&&dg(R[b])&&(P=e4(L[b],R[b]+0))!=""){
bz=L[b]
return 1
}
for (b=1;b<=aD;b++)
if (L[b]==db[1]&&db[2] in af&&a4(R[b])){
bz=L[b]
a=index("DIWEF",substr(R[b],2,1))
P=substr(R[b],2)~ /^[DIWEF]/?cy(a+1):""
return P!=""
}
return 0
}
function di(e,w){
if (!a4(e)) return ""
w=tolower(ap(e))
gsub(/^[\t-\r ]+|[\t-\r ]+$/,"",w)
if (w=="debug-4") return "TRACE"
sub(/[-+].*/,"",w)
return w in aN?aN[w]:""
}
function e3(au,r,W,e,b){
b=index(au,"/")
if (!(substr(au,1,b-1) in af)) return ""
W=split(au,r,"/")
e=R[af[r[1]]]
for (b=2;b<=W;b++) e=aq(e,r[b])
return e
}
function aq(e,y,r,aj,b){
if (e!~ /^[{]/) return ""
for (b=cw(e,r,aj);b>0;b--) if (r[b]==y) return aj[b]
return ""
}
function e4(m,n){
if (m in eN)
return n<1||n>24?"":cy(int((int(n)-1)/4)+1)
if (n>=0&&n<=7&&dj(eO))
return n<4?"ERROR":n<5?"WARN":n<7?"INFO":"DEBUG"
if (n>=10&&n<=60&&dj(eP)) return cy(int(n/10))
return ""
}
function cy(b){
return b<2?"TRACE":b<3?"DEBUG":b<4?"INFO":b<5?"WARN":"ERROR"
}
function dj(a3,b){
for (b=1;b<=aD;b++) if (L[b] in a3) return 1
return 0
}
function eZ(b,bZ){
bZ=aq(R[b],"extra")
if (bZ!~ /^[{]/) return R[b]
L[b]="extra"
return R[b]=bZ~ /^[{][ \t]*[}]$/?"":bZ
}
function eY(m,b,r,e){
for (m=1;m in bx;m++)
if (bx[m] in af&&bx[m]!=bz)
for (b=af[bx[m]];b<=aD;b++)
if (L[b]==bx[m]&&a4(R[b])){
dd=b
return ap(R[b])
}
for (m=1;m in c9;m++){
split(c9[m],r,"/")
if (r[1] in af&&!(r[1] in cs))
for (b=af[r[1]];b<=aD;b++)
if (L[b]==r[1]&&(e=aq(R[b],r[2]))~ /^"/){
split(r[2],r," ")
R[b]=dk(R[b]," " r[1] " ")
return ap(e)
}
}
return ""
}
function dk(e,a3,r,aj,W,b,s){
W=cw(e,r,aj)
s=""
for (b=1;b<=W;b++)
if (!index(a3," " r[b] " ")) s=s ",\"" r[b] "\":" aj[b]
return s==""?"":"{" substr(s,2) "}"
}
function e0(b,e,a){
e=R[b]
if (L[b] in da&&(a=dl(e))!=""){
ay=ay "\n" a
return ""
}
if (!index(e,"stack")&&!bW||(a=dm(e))=="") return e
e5(e,a)
return dk(e," type name message stack cause nativeError ")
}
function dl(e,a,T){
a=""
if (e~ /^"/){
if (!index(e,"\\")) return ""
e=ap(e)
if (!index(e,"\n")) return ""
sub(/\n+$/,"",e)
return e
}
if (e!~ /^[[].*[]]$/) return ""
if (e~ /^[[][ \t]*[{]/) return e6(e)
T=e
gsub(/"([^"\\]|\\.)*"/,"s",T)
if (T!~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(e, /"([^"\\]|\\.)*"/)){
a=a "\n" ap(substr(e,RSTART,RLENGTH))
e=substr(e,RSTART+RLENGTH)
}
return substr(a,2)
}
function e6(e,h,cz,N,b0,a){
h=e
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/,"c",h)
if (h!~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(e, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)){
cz=substr(e,RSTART,RLENGTH)
e=substr(e,RSTART+RLENGTH)
N=aq(cz,"fullFilePath")
b0=aq(cz,"method")
if (!a4(N)) return ""
N=ap(N)
a=a "\n    at "(a4(b0)&&b0!="\"[undefined]\""?ap(b0) " (" N ")":N)
}
return substr(a,2)
}
function dm(cA,S,a,m,o){
S=aq(cA,"stack")
if ((a=dl(S))==""||S!~ /^[[][ \t]*[{]/) return a
m=aq(cA,"name")
o=aq(cA,"message")
return a4(m)&&a4(o)?ap(m) ": " ap(o) "\n" a:a
}
function e5(e,S,aP,a,ao){
ay=ay "\n" S
aP=aq(e,"cause")
for (ao=1;aP~ /^[{]/&&ao<10;){
a=dm(aP)
if (a==""){
a=aq(aP,"message")
a=a~ /^"/?ap(a):"\001"
}
if (a!="\001"&&!index(S,a)&&a!=""){
ay=ay "\nCaused by: " a
ao++
}
aP=aq(aP,"cause")
}
if (aP~ /^"/) ay=ay "\nCaused by: " ap(aP)
}
function dn(U){
if (Q=="Erlang") return "paragraph"
if (Q=="time"&&P!=""&&!index(j,"Error")&&!index(j,"Exception")) return ""
U=index(j,"\n")
return en(U?substr(j,1,U):j)
}
function e7(){
if (q=="node_place") return e8()
if (q=="next_line_s_level") return e9()
if (q=="source_place") return fa()
if (q=="statement") return fb()
if (q=="box") return fc()
if (q=="ansible") return fd()
if (q=="python") return fe()
if (q=="python done") return ff()
if (q=="go") return es(j)?1:""
if (q=="rust") return!ab&&!Z||et(j)?1:""
if (q=="r") return Z?"":!ab&&!V||eu(j)?1:""
if (q=="paragraph") return Z||V?"":1
if (q=="trace") return aM(j,"    at ")&&!Z?1:""
if (q=="lua") return j~ /^\t/?1:""
if (q!="lisp") return ""
if (aM(j,"unhandled condition in")) q=""
return 1
}
function dp(a,U){
U=index(a,": ")
if (U) a=substr(a,1,U-1)
if (a in dc) return dc[a]
return a==toupper(a)&&tolower(a) in aN?aN[tolower(a)]:""
}
function aM(a,i){
return substr(a,1,length(i))==i
}
function e8(){
if (!ab) return!(Z||V)
if (ab==1){
if (!cr(j)) return 0
H="ERROR"
return 1
}
if (aM(j,"Node.js v")) q="exception"
return H!=""
}
function e9(l){
if (ab||Z) return ""
l=dp(j)
if (l=="") return ""
H=l
be="time"
bf=1
return 1
}
function fa(){
if (eE(j)) H="ERROR"
else if (eF(j)) H="WARN"
else return!V&&(eD(j)||cr(j))
q=""
return 1
}
function fb(){
if (!eC(j)) return!(V||P!=""||Z)&&ab<200
H="ERROR"
q=""
return 1
}
function fc(){
if (!ab)
H=aM(j,"\342\224\202 Error: ")?"ERROR":aM(j,"\342\224\202 Warning: ")?"WARN":""
return H!=""&&j~ /^(\342\224\202|\342\225\265)/
}
function fd(){
if (V||eB(j)) return 0
if (!Z||j~ /^[ \t]/||ez(j)) return 1
return eA(bA)||fg()
}
function fg(i){
i=j
sub(/[.]$/,"",i)
return aM(substr(a5,index(a5,"]: ")+3),i)
}
function fe(){
if (j~ /^([ \t]|Traceback)/||c5(j)||er(j)) return 1
if (ep(j)&&!(V&&!index(j,": "))){
q="python done"
return 1
}
return!V
}
function ff(){
if (!c5(j)) return ""
q="python"
return 1
}
function fh(a6){
if (Q=="blank"){
fi()
return
}
if (b1&&(q!=""||!V||j~ /^\t/)){
a6=fj()
if (a6=="wait"){
dq()
return
}
if (a6){
fk()
return
}
}
if (ag||ak) bt()
fl()
a5=bA=j
dr=H=P
be=Q
ds=O
bf=V
bB(j,P,Q,a0,O)
ab=Z=0
b1=1
q=dn()
if (Q==""&&q=="") bT()
}
function dq(){
fm[++ak]=j
fn[ak]=P
cB[ak]=Q
fo[ak]=a0
fp[ak]=O
}
function bB(a,l,aC,i,U){
if (ag++){
ar=ar "\n" a
return
}
ar=a7=a
cC=l
bg=aC
dt=i
a8=U
}
function bT(b){
if (ag) cD(H)
b=ak
ak=ag=0
ar=""
for (b2=1;b2<=b;b2++)
if (cB[b2]!="blank"){
du(b2)
cD("")
ag=0
ar=""
}
}
function du(b){
bB(fm[b],fn[b],cB[b],fo[b],fp[b])
}
function bt(cE,W,b){
b1=0
if (H==""&&(q=="node_place"||q=="source_place"||q=="statement")){
W=split(ar,cE,"\n")
ag=0
for (b=1;b<=W;b++){
if (b==1) bB(cE[1],cC,bg,dt,a8)
else bB(cE[b],fq,fr,fs,ft)
cD("")
ag=0
}
ar=""
}
bT()
}
function fi(){
Z=1
if (!b1) return
dq()
if (ak>100) bt()
}
function fk(b){
for (b=1;b<=ak;b++) du(b)
ak=0
bB(j,P,Q,a0,O)
bA=j
fq=P
fr=Q
fs=a0
ft=O
Z=0
ab++
if (length(ar)>65536+ag-1&&fu(ar)>65536+ag-1) bT()
}
function fu(a){
return length(a)-gsub(/[\200-\277]/,"",a)
}
function fj(a6){
a6=q==""?"":e7()
if (a6!="") return a6
if (V&&j!~ /^\t/) return 0
if (eq(j)&&!Z&&fv()){
q="python"
return 1
}
if (H==""&&be!="time"&&be!="stamped") return 0
if (j~ /^[ \t]/) return fw()
if (fx()) return 1
if (P!="") return 0
return Z?dv():fy()
}
function fv(){
return H=="ERROR"||H!=""&&ag&&(H=="WARN"||eG(a5))
}
function fx(cF){
cF=fz()
if (cF||q==""&&aM(j,"Caused by: ")) q="exception"
return cF||eo(j)||cr(j)
}
function fw(){
if (ex(j)) return 0
if (!Z) return 1
if (P!=""&&j~ /^ /) return 0
if (H=="") return b3()
return!bf||cG(H)||b3()
}
function fy(){
if (dn()!="") return 0
if (be=="time"&&dw) return 1
if (ev(a5)||fA()) return 1
if (dv()||fB()) return 1
return H!=""&&(q=="exception"||!bf)&&!dx()?"wait":0
}
function fB(){
return bf&&be!="JSON"&&cG(H)&&b3()&&j!~ /^[[]/
}
function fA(){
if (H==""||dx()) return 0
return bA~ /:[\t-\r ]*$/||c6(j)&&c6(bA)
}
function dv(){
if (dr==""||!ds||substr(a5,ds+1)!~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
return b3()||!Z&&a5~ /:[\t-\r ]*$/
}
function cG(l){
return l=="WARN"||l=="ERROR"
}
function fl(){
if (Q=="time"||Q=="stamped") dw=1
else if (P=="") dy=1
if (!V) return
dz++
if (!cG(P)) dA=1
}
function b3(){
return dz>=3&&dA&&!dy
}
function fz(){
if (H!="ERROR"||!bf||Q!="text") return 0
return Z?ey(j):ew(j)
}
function dx(b){
for (b=1;b<=ak;b++) if (cB[b]!="blank") return 1
return 0
}
function cD(l,o){
o=ar
if (ed) o=fC()
dB(l==""?ec:l,o,0)
}
function fC(h,o){
h=ag>1?substr(ar,length(a7)+2):""
if (ag>1&&cC==""&&dp(dC(h))!=""){
o=dC(h)
return (index(o,": ")?substr(o,index(o,": ")+2):"") substr(h,length(o)+1)
}
o=fD()
return ag<2?o:o==""?h:o "\n" h
}
function dC(a){
return index(a,"\n")?substr(a,1,index(a,"\n")-1):a
}
function fD(a,f){
a=a7
if (bg=="logfmt") return fE(a)
if (bg=="behind a place"){
f=a8+c7(substr(a,a8+1))
a=substr(a,f+1)
sub(/^[\t-\r ]+/,"",a)
return substr(a7,1,dt) a
}
if (cC==""&&bg=="time"){
a=substr(a,a8+1)
sub(/^[] \t:-]+/,"",a)
return a
}
return a8?substr(a,fF()+1):a
}
function fF(f,g,ao,cH,h,cI){
f=a8+c7(substr(a7,a8+1))
h=substr(a7,f+1)
cI=bg!="time"&&substr(a7,f,1)==":"
if (cI&&(g=eL(h))) return f+g
cH=0
for (ao=8;ao;ao--){
g=eH(h)
if (!g&&!cH){
g=cI?0:eI(h)
if (!g){
g=bg=="time"?eJ(h):eK(h)
cH=g>0
}
}
if (!g) break
f+=g
h=substr(h,g+1)
}
return f
}
function fE(a,o,h,bh,y,n){
a=substr(a,ek(a)+1)
o=h=""
while (match(a, /[A-Za-z0-9_.@-]+=/)){
a=substr(a,RSTART)
bh=substr(a,1,eM(a))
a=substr(a,length(bh)+1)
y=substr(bh,1,index(bh,"=")-1)
n=substr(bh,length(y)+2)
if (o==""&&y in eR) o=fG(n)
else if (!(y in cs)&&!(y in eQ)) h=h (h==""?"":" ") bh
}
return o (o!=""&&h!=""?" ":"") h
}
function fG(n,s,f,D){
if (length(n)<2||n!~ /^"/) return n
n=substr(n,2,length(n)-2)
s=""
while (f=index(n,"\\")){
D=substr(n,f+1,1)
s=s substr(n,1,f-1) (D=="n"?"\n":D=="t"?"\t":D)
n=substr(n,f+2)
}
return s n
}
function bR(e,C,W,b,bC,h,cJ){
if (index(e,"::{")){
W=split(e,C,"\r")
bC=h=cJ=""
for (b=1;b<=W;b++){
if (fH(C[b])) bC=bC C[b] "\n"
else{
h=h cJ C[b]
cJ="\r"
}
}
if (bC!=""){
if (!ct(h)) bR(h)
bt()
aJ()
bD(bC,0)
return
}
}
bO(eS(e))
fh()
}
function fH(a){
return a~ /^::[{].*[}]::$/&&a!~ /\302\205|\342\200[\250\251]/
}
BEGIN{
bd["b"]="\b"
bd["f"]="\f"
bd["n"]="\n"
bd["r"]="\r"
bd["t"]="\t"
a5=dr=be=H=ar=a7=q=""
ag=ak=ab=b1=Z=dw=dy=dA=dz=bf=0
bA=""
}
''
BEGIN{
ec=ENVIRON["kestra_level"]
ed=ENVIRON["kestra_message"]!=""
z=""
bs=0
}
{
aY=index($0,aA)
if (!aY){
bs=0
bR(z $0)
z=""
next
}
z=z substr($0,1,aY-1)
if (/[0-9]$/){
if (z!="") bR(z)
z=""
bt()
bS(substr($0,aY+length(aA))+0)
}else if (/[+]$/) aJ()
else if (!/-$/&&bs++) bT()
}
END{
if (z!="") bR(z)
bt()
bS(137)
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
 _kestra_call=$1 _kestra_path='' _kestra_join=lines _kestra_short='' _kestra_batch=''
 _kestra_out=INFO _kestra_err=ERROR _kestra_used=$#
 \shift
 while \:; do
  case $_kestra_call:${1-} in
   *:-j) case $_kestra_join in lines) _kestra_join='join' ;; esac ;;
   *:-l|*:--levels) _kestra_join=levels ;;
   *:-m|*:--message) _kestra_short=1 ;;
   *:--batch) _kestra_batch=0.05 ;;
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
  kestra_run:*) _kestra_find_command "$1" "${2-}"; _kestra_path='kestra_run: -o' ;;
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
 case $_kestra_batch in ?*) _kestra_warn_of_docker ;; esac
}
_kestra_warn_of_docker() {
 case $_kestra_warned${KUBERNETES_SERVICE_HOST+1}${AWS_BATCH_JOB_ID+1}${AZ_BATCH_TASK_ID+1} in ?*) \return 0 ;; esac
 _kestra_test -e /.dockerenv || \return 0
 _kestra_warned=1
 _kestra_log DEBUG 'batch: the Docker runner reads records of many logs slowly; batches are for Kubernetes, AWS Batch and Azure Batch'
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
 \set -- LC_ALL=C kestra_mode="$_kestra_join" kestra_level="$_kestra_level" kestra_batch="$_kestra_batch" \
  kestra_mark="kestra-$$:" kestra_done="$1"
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
 case $_kestra_join in join) _kestra_seconds=1 ;; levels) _kestra_seconds=0.1 ;; *) _kestra_seconds='' ;; esac
 case $_kestra_seconds$_kestra_batch in
  '') \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null ;;
  *)
   \command sh -c "$_kestra_ticker" "kestra-$$:" "$_kestra_seconds" "$_kestra_batch" |
    \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null
   ;;
 esac
}
_kestra_shield='trap "" HUP INT QUIT TERM
{ [ -p /proc/self/fd/1 ] && { :; } 6<>/proc/self/fd/1 && exec 6<>/proc/self/fd/1 >/proc/self/fd/1 6>&-; } 2>/dev/null
{ [ -p /proc/self/fd/7 ] && { :; } 6<>/proc/self/fd/7 && exec 6<>/proc/self/fd/7 7>/proc/self/fd/7 6>&-; } 2>/dev/null
exec env "$@"'
_kestra_ticker='trap "" HUP INT QUIT TERM
tick() {
 while { sleep "$2" || sleep 1; } >/dev/null 2>&1 && echo "$1"; do :; done &
 kestra_tickers="$kestra_tickers $!"
}
kestra_tickers=
case $1 in ?*) tick "$0" "$1" ;; esac
case $2 in ?*) tick "$0+" "$2" ;; esac
cat
echo "$0-"
kill -9 $kestra_tickers 2>/dev/null'
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
