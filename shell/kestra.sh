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
_kestra_new_escapes=''
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
_kestra_long='[1-9][0-9][0-9][0-9][0-9]*'
_kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[!\ -~]*|*\\*|*::\{*'
_kestra_slow_length='[5-9][0-9][0-9][0-9]'
_kestra_skip_chunk='_kestra_text=${_kestra_text#"$_kestra_chunk"}'
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
  _kestra_catch_signals='_kestra_text=""
   [[ ! -r /proc/self/status ]] || _kestra_text=$(</proc/self/status)
   _kestra_text=${_kestra_text##*SigIgn:?????????????} _kestra_text=${_kestra_text%%[!0-9a-f]*}
   case $((0x${_kestra_text:-ffff} & 0x4003)) in
    0) ;;
    *) _kestra_all_traps="$_kestra_all_traps HUP$_kestra_lf INT$_kestra_lf TERM$_kestra_lf" ;;
   esac
   _kestra_catch_signals'
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
  _kestra_call_words='line'
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
  _kestra_long_text="@([2-9][0-9][0-9][0-9]:*|$_kestra_long)"
  _kestra_long='$_kestra_long_text'
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
case $_kestra_replace in
 slash)
  \eval "_kestra_tab=\$'\\t'"
  _kestra_skip_chunk='_kestra_text=${_kestra_text:${'$_kestra_hash'_kestra_chunk}}'
  ;;
esac
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
  '"$_kestra_long"')
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
   "$@"
   _kestra_status=$?
   ;;
  line:*)
   for _kestra_own_line in "$LINENO"; do "$@"; done
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
 _kestra_scope _kestra_send_again "$@" || \:
}
_kestra_send_again() {
 _kestra_json=$2
 _kestra_quote "$2" || \:
 _kestra_measure "$1$_kestra_json"
 case $((_kestra_length > 4055)):$1 in
  1:[WE]*) _kestra_write 2 '' || \: ;;
  1:*)
   _kestra_print_line '' >/dev/null
   _kestra_write 1 '' || \:
   ;;
  0:[TDI]*) \eval "$_kestra_flush" && \return 0 ;;
 esac
 _kestra_failed=\\
 _kestra_log "$@"
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
function cm(a){
cR=a
bs=length(a)
ce=F=1
dP=bs>4096?substr(a,1,4096):a
}
function L(g){
if (F>2000&&ce+4096<=bs){
ce+=F-1
F=1
dP=substr(cR,ce,4096)
}
return substr(dP,F,g)
}
BEGIN{ORS=""}
'
 case $1 in json|context) _kestra_program=$_kestra_program'
function bJ(a,f,n,cg){
n=0
for (f=3;f<7;f++){
cg=index("0123456789abcdef",tolower(substr(a,f,1)))-1
if (cg<0) return cg
n=n*16+cg
}
return n
}
BEGIN{
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /",aU," ")
for (K=1;K<16;K+=2) cV[aU[K+1]]=aU[K]+0
}
' ;; esac
 case $1 in
  context) _kestra_program=$_kestra_program'
function ci(dQ,dR,g){
aH[++cj]=dQ
dS[cj]=dR
i=substr(i,g+1)
}
function dT(a,aA,V){
for (i=a;i!=""&&E=="";){
aA=substr(i,2,1)
V=index("\"" N,aA)&&i~ /^[[]/?index(substr(i,3),aA "]"):0
if (V) ci(substr(i,3,V-1),0,V+3)
else if (match(i, /^[[][0-9]+[]]/)) ci(substr(i,2,RLENGTH-2)+0,1,RLENGTH)
else if (match(i, /^[^].[]+/)) ci(substr(i,1,RLENGTH),0,RLENGTH)
else break
if (i~ /^[.][^].[]/) i=substr(i,2)
else if (i!~ /^[[]/) break
}
if (i!="")
E="context: expected a path, as inputs.dataset, files[0] or outputFiles[\"a.csv\"], got " N a N
}
function bm(a){
if (cU) print a
else bn=bn a
}
function aV(dU,a,g){
while ((a=L(256))!=""){
g=match(a, /["]|\\/)?RSTART-1:length(a)
if (g){
bm(substr(a,1,g))
F+=g
}else if (a~ /^"/){
F++
return
}else if (dU) bm(dV(a))
else{
bm(substr(a,1,2))
F+=2
}
}
}
function dV(a,c){
F+=a~ /^\\u/?6:2
if (a!~ /^\\u/) return sprintf("%c",cV[substr(a,2,1)])
c=bJ(a)
if (c>=55296&&c<56320){
c=(c-55232)*1024+bJ(substr(a,7))-56320
F+=6
}
return ck(c)
}
function ck(c){
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c",240+int(c/262144),128+int(c/4096)%64)\
sprintf("%c%c",128+int(c/64)%64,128+c%64)
}
function bK(v,d,g){
v=0
do{
d=L(1)
g=match(L(1100), /^[^][{},:"]+/)?RLENGTH:1
bm(substr(L(1100),1,g))
F+=g
if (d=="\""){
aV(0)
bm("\"")
}
v+=index("[{",d)>0
v-=index("]}",d)>0
}while (v&&d!="")
}
function dW(dX,dY,bL){
t=0
bL=L(1)
if (!index("[{",bL)) return 0
for (F++;!index("]}",L(1));F+=L(1)==","){
t++
z[t]=t-1
if (bL=="{"){
bn=""
F++
aV(1)
F++
z[t]=bn
}
if (z[t] ""==dX ""&&dY==(bL=="[")) return 1
bK()
bn=""
}
return 0
}
function dZ(f,aW,cl,u){
u=t?"":"none"
for (f=2;f<=t;f++){
cl=z[f]
for (aW=f-1;aW&&z[aW] "">cl "";aW--) z[aW+1]=z[aW]
z[aW+1]=cl
}
for (f=1;f<=t;f++) u=u (f>1?", ":"") z[f]
return u
}
function d0(l){
for (l=1;l<=cj;l++)
if (!dW(aH[l],dS[l])){
E=N aH[l] N " is not available in the execution context (available: " dZ() ")"
return
}
cU=1
if (L(1)=="\""){
F++
aV(1)
}else bK()
}
BEGIN{
N=sprintf("%c",39)
E=au=m=aI=bn=""
cj=cU=0
}
NR==1{m=$0}
NR>2{au=au (NR>3?"\n":"") aI}
{aI=$0}
END{
cm(aI)
if (aI!~ /^[{]/)
E=m ": expected an object, got "\
(aI~ /^[[]/?"list":aI~ /^"/?"string":aI~ /^[a-z]/?aI:"number")
if (E=="") dT(au)
if (E=="") d0()
gsub(/[\001-\037]/," ",E)
print (E==""?".":E "!")
}
' ;;
  *) _kestra_program=$_kestra_program'
function bG(c){
if (c in cS) return cS[c]
if (c>65535) return bG(int(c/1024)+55232) bG(c%1024+56320)
return c>31&&c<127?sprintf("%c",c):sprintf("\\u%04x",c)
}
function bH(a,ak,w,cT,f){
if (!index(a,"{")) return a
ak=substr(ak,length(ak)>2?length(ak)-1:1)
cT=split(ak a,w, /::[{]/)
a=w[1]
for (f=2;f<=cT;f++) a=a "::\\u007b" w[f]
return substr(a,length(ak)+1)
}
function bI(a,d,az,aS,ch,aT){
d=bk[substr(a,1,1)]
at=1
J=d
if (!d) J=65533
aS=d==224?160:d==240?144:128
ch=d==237?159:d==244?143:191
az=d<194||d>244?0:1+(d>223)+(d>239)
if (az) J-=256-(az>2?16:64/az)
else if (d>127){
J=65533
bl=1
}
for (;az;az--){
aT=bk[substr(a,at+1,1)]
if (aT<aS||aT>ch){
J=65533
bl=1
return
}
J=J*64+aT-128
at++
aS=128
ch=191
}
}
BEGIN{
bl=0
for (K=1;K<256;K++) bk[sprintf("%c",K)]=K
split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\",aU," ")
for (K=1;K<14;K+=2) cS[aU[K]+0]="\\" aU[K+1]
}
' ;;
 esac
 case $1 in
  json) _kestra_program=$_kestra_program'
function al(fM,l){
if (E!="") return
E=au
for (l=1;l<=v;l++) if (aH[l]!="") E=E "[" aH[l] "]"
E=E ": " fM
}
function ac(a,ab,u){
for (u="";a!=""&&ab;ab--){
bI(a)
u=u fN(substr(a,1,at),J)
a=substr(a,at+1)
}
return "`" u (a==""?"":"...") "`"
}
function bN(){
bI(L(4))
return ac(L(at),1)
}
function fN(D,c){
if (c>31&&c<127) return D
if (c<128||c in aK||c<161||c==173||c>8202&&c<8208||
c>8231&&c<8240||c>8286&&c<8304) return "<" cq(c) ">"
if (c==65533&&D!="\357\277\275") return sprintf("<byte %02X>",bk[D])
return D
}
function cq(c){
return sprintf("U+%04X",c) (c in aK?" " aK[c]:"")
}
function dM(aT){
return bk[aT]>127&&bk[aT]<192
}
function O(f,k){
f=ce+F-1
k=f>12?f-12:1
while (k<f&&dM(substr(cR,k,1))) k++
if (k==f&&bs<f+2) return ""
return " in "(k>1?"`...":"`") substr(ac(substr(cR,k,60),32),2)
}
function aa(aR,cp,C){
al("expected " aR ", got " cp (C==""?"":": " C))
}
function d6(x,C){
if (x~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/){
al(x " is not a JSON number: write null"(v?"":", or NAME=TEXT for text"))
return
}
if (x~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) C="JSON has true, false and null"
else if (x~"^[/#]") C="JSON has no comments"
else if (x~ /^[-+.0-9]/) C="JSON numbers are written as 5, -1.5 or 2e3"
else if (x~ /^[A-Za-z_]/||index(x,N)==1) C="text has double quotes in JSON"
if (!v) dN(C~ /^JSON has/?C:"")
else if (x=="") aa("a JSON value",bN() O(),"")
else aa("a JSON value",ac(x,24) O(),C)
}
function dN(C){
if (substr(am,1,3)=="\357\273\277") C="remove the byte order mark, for example with tail -c +4"
else if (index("\377\376\377",substr(am,1,2))) C="it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
else if (substr(am,1,1)=="\033") C="turn the colors of the command off, for example with NO_COLOR=1"
else C=(C==""?"":C "; ") "write NAME=TEXT for text"
aa("a JSON value",ac(am,32),C)
}
function c3(C){
if (am~ /^-?[0-9]+,[0-9]+$/) C="write a point for the comma"
else if (am~ /^-?0[0-9]/) C="write it without leading zeros"
else if (am~ /^[+]/) C="write it without +"
else C="JSON numbers are written as 5, -1.5 or 2e3"
aa("a number",ac(am,32),C)
}
function fO(bF,cf,dO){
bF=L(60)
cf=bR==bQ&&am!~ /^[[{]/
dO=bF~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
if (aX){
if (bR!=bQ) am=substr(am,1,20) "\n" bF
c3()
}else if (dO&&!(cf&&c5!~ /[ \t\r]/))
aa("one JSON document","another: " ac(bF,32),
"jq -s . makes one list of several"(cf?", and NAME=TEXT is for text":""))
else if (cf) dN("")
else aa("the end of the JSON",ac(bF,32) O(),"")
}
function ea(d,aR){
aR=y=="comma"?(bO[v]=="["?"\",\" or \"]\"":"\",\" or \"}\""):"\":\""
if (y=="end") fO()
else if (y=="key"&&d=="}"||y=="value"&&d=="]")
al("trailing comma" O() ": remove it")
else if (y=="key"||y=="{")
aa("a key in double quotes",bN() O(),"")
else aa(aR,bN() O(),"")
}
function ee(aR){
aR=aX?"a number":"a JSON value"
while (dM(substr(P,1,1))) P=substr(P,2)
if (y=="value"&&!v&&cr!="")
aa(aR,cr=="-"?"nothing on stdin":"an empty file","")
else if (y=="value"&&!v)
aa(aR,"empty text","the command printed nothing or failed; write \"${rows:-"\
(aX?"0":"[]") "}\" where that is no mistake")
else al("unexpected end of JSON"(bq?" in a string":"") " after " ac(P,60)\
": the text was cut off, or quotes are missing around \"$(...)\"")
}
BEGIN{
split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
aU," ")
for (K=1;K<32;K++) aK[K]=aU[K]
aK[127]="DEL"
aK[160]="no-break space"
aK[65279]="byte order mark"
E=au=P=""
}
''
function aB(a,g){
if (!aX) print a
if (aX||y=="key") z=z a
F+=g
}
function d1(a,c,co){
J=c
at=6
if (c>=55296&&c<56320&&substr(a,7)~ /^\\u[Dd][C-Fc-f]/){
co=bJ(substr(a,7))
if (co>=0){
J=(c-55232)*1024+co-56320
at=12
}
}
if (!J||J>=55296&&J<57344) cX(ac(substr(a,1,6),6))
}
function cX(cp){
aa("a string without U+0000, the six characters \\u0000 and lone surrogates",cp O(),"")
}
function d2(a,c){
c=a~ /^\\u/?bJ(a):-1
if (c>=0) d1(a,c)
else if (a~ /^\\["\\\/bfnrt]/){
J=cV[substr(a,2,1)]
at=2
}else if (a~ /^\\/)
aa("an escape of JSON",ac(substr(a,1,2),2) O(),"write \\\\ for a backslash")
else{
bl=0
bI(a)
if (bl) aa("UTF-8",bN() O(),"convert it, for example with iconv")
else if (J<32) al("unescaped control character " cq(J) " in a string" O())
}
}
function aV(a,g,aY){
z=aY=""
av=0
aB("\"",1)
while (E==""){
a=L(256)
g=match(a, /[^] !#-[^-~]/)?RSTART-1:length(a)
if (g){
a=substr(a,1,g)
aB(bH(a,aY),g)
}else if (a~ /^"/){
aB("\"",1)
return
}else if (a==""){
bq=1
return
}else{
d2(a)
a=bG(J)
g=1+(J>65535)
aB(bH(a,aY),at)
if (J==92) a="\\"
}
av+=g
if (av>20000000) al("expected a string of at most 20000000 UTF-16 units")
aY=substr(aY,length(aY)-4) a
if (index(aY,"\\u0000")) cX("`\\u0000`")
}
}
function d3(a,w,aw){
if (a+0>cY||a+0<-cY) return 1
if (a+0) return 0
split(tolower(a),w,"e")
sub(/^-/,"",w[1])
aw=w[1]
sub(/[.]/,"",aw)
return match(aw, /[1-9]/)&&index(w[1] ".",".")-RSTART-1+w[2]>=0
}
function cZ(a,aw){
aw=a
if (gsub(/[0-9]/,"",aw)>1000) al("expected a number of at most 1000 digits")
else if ((aX||a~ /[.eE]/)&&d3(a))
aa("a number in the range of a double",ac(a,32),"")
else if (c0=="timer"&&(a+0<-9000000000||a+0>9000000000))
aa("from -9000000000 to 9000000000 seconds",ac(a,32),"")
}
function d4(d,a){
if (d=="\""){
aV()
if (bq) return
a=substr(z,2,length(z)-2)
gsub(/\\[tnr]/," ",a)
sub(/^ +/,"",a)
sub(/ +$/,"",a)
}else{
a=match(L(1100),c1)?substr(L(1100),1,RLENGTH):""
F+=length(a)
}
if (a!~c2) c3()
else cZ(a)
print a
}
function d5(br){
if (v==998) al("expected at most 1000 levels of nesting in a line")
bO[++v]=br
if (br=="{") c4[v]=++fP
aH[v]=br=="["?0:""
y=br
aB(br,1)
}
function bK(d,a){
y=v?"comma":"end"
if (aX) d4(d)
else if (d=="\"") aV()
else if (d=="{"||d=="[") d5(d)
else{
a=L(1100)
a=match(a,c1)?substr(a,1,RLENGTH):""
if (a~c2) cZ(a)
else if (a!~ /^(true|false|null)$/) d6(a)
aB(a,length(a))
}
}
function d7(){
y="key"
aV()
y="colon"
aH[v]=z
if (d8[v,z]==c4[v]){
aH[v]=""
al("duplicate key " z)
}
d8[v,z]=c4[v]
}
function d9(d){
if (d=="\""&&(y=="{"||y=="key")) d7()
else if (d==":"&&y=="colon"){
y="value"
aB(d,1)
}else if (d==","&&y=="comma"){
aB(d,1)
y=bO[v]=="["?"value":"key"
if (y=="value") aH[v]++
}else if (v&&d==(bO[v]=="["?"]":"}")&&y~ /comma|[[{]/){
y=--v?"comma":"end"
aB(d,1)
}else ea(d)
}
function bP(a,d){
cm(a)
bQ++
c5=" "
while (E==""){
d=L(1)
if (d=="") break
if (index(" \t\r",d)) F++
else if (bq) al("unescaped control character " cq(10) " in a string, after " ac(P,60))
else{
if (!bR){
bR=bQ
am=L(60)
}
if (y=="value"&&!(d=="]"&&bO[v]=="[")||y=="["&&d!="]")
bK(d)
else d9(d)
}
c5=d
}
if (a!~ /^[ \t\r]*$/) P=substr(a,bs>24?bs-23:1)
}
function eb(m,w,ab,A,ax,a,az){
cr=m
aK[1]="or U+0000"
ab=split(m,w,N)
ax=w[1]
for (A=2;A<=ab;A++) ax=ax N "\\" N N w[A]
ax=m=="-"?"<&7":"<" N ax N
ax="{ tr " N "\\000" N " " N "\\001" N " " ax "; } 2>/dev/null; set $?; echo; echo $1"
ax|getline a
while ((ax|getline az)>0){
bP(a)
a=az
}
close(ax)
if (a+0) al("cannot read "(m=="-"?"stdin":"the file " ac(m,200)))
}
function ec(ed){
au=ed
y="value"
bQ=bR=bq=0
cr=""
aK[1]="SOH"
}
BEGIN{
c0=ENVIRON["kestra_option"]
aX=c0!~ /s$/
cY=1.7976931348623157e308
N=sprintf("%c",39)
c2="^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
c1="^[^][{},: \t\r\"]+"
y="end"
v=0
}
/^\\\\/|| /^\\@/{
ec(substr($0,3))
c6=substr($0,2,1)=="@"
next
}
/^\\/{
if (y!="end"||bq) ee()
print substr($0,2)
next
}
c6{eb(substr($0,2))}
!c6&&E==""{bP($0)}
END{print (E!=""?"\n" E "!":".")}
' ;;
  message|pipe|levels) _kestra_program=$_kestra_program'
function cn(a,g){
if (av+g>bo){
G=G bp
aJ=""
av=0
}
av+=g
G=G bH(a,aJ)
aJ=aJ a
aJ=substr(aJ,length(aJ)-1)
if (bM&&length(G)>4000){
print G
G=""
}
}
function cW(a,g){
cm(a)
while ((a=L(256))!=""){
g=match(a, /[^ -~]/)?RSTART-1:length(a)
if (g>0){
if (av<bo&&av+g>bo) g=bo-av
F+=g
a=substr(a,1,g)
gsub(/["\\]/,"\\\\&",a)
cn(a,g)
}else{
bI(a)
F+=at
cn(bG(J),1+(J>65535))
}
}
}
BEGIN{
G=bp=aJ=""
av=bM=0
bo=15360
}
' ;;
 esac
 case $1 in
  message) _kestra_program=$_kestra_program'
BEGIN{
bM=1
bp=ENVIRON["kestra_option"]
if (bp=="") bo=1.7976931348623157e308
}
NR>1{cn("\\n",1)}
{
if (bp!="") gsub(/\\u0000/,"\357\277\275")
cW($0)
}
END{print G (bl?"!":".")}
' ;;
  pipe) _kestra_program=$_kestra_program'
function b6(a){
return a~ /^::[{].*[}]::$/&&a!~ /\302\205|\342\200[\250\251]/
}
function b5(l,a,as,k){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
k="{\"level\":\"" l "\",\"message\":\""
G=a
gsub(/["\\]/,"\\\\&",G)
G=bH(G,"")
if (cO&&length(G)<4096){
if (G~ /[^ -~]/){
bM=0
dJ(k,"",a)
}else G=k G
dI(G "\"}",as)
return
}
aL()
if (G~ /[^ -~]/||length(a)>15360){
bM=cb==""||!as
dJ(k,"::{\"logs\":[",a)
bD(G "\"}]}::\n",as)
}else bD("::{\"logs\":[" k G "\"}]}::\n",as)
}
function dJ(k,ak,a){
bp="\"}," k
G=ak k
aJ=""
av=0
cW(a)
}
function dI(dK,as){
if (length(bj)+length(dK)>4079) aL()
bj=bj (cc++?",":"") dK
if (as) cP=1
if (cc>31||length(bj)>4079) aL()
}
function aL(dL,as){
if (!cc) return
dL=bj
as=cP
bj=""
cc=cP=0
bD("::{\"logs\":[" dL "]}::\n",as)
}
function bD(a,as){
if (as&&cb!=""){
print a|cb
fflush(cb)
}else{
print a
fflush()
}
}
function bT(cQ){
aL()
if (cd=="") return
print "x"(cQ>255?cQ-128:cQ) "x\n"|cd
close(cd)
cd=""
}
BEGIN{
cO=ENVIRON["kestra_batch"]!=""
aA=ENVIRON["kestra_mark"]
cd=ENVIRON["kestra_done"]
cb=ENVIRON["kestra_errors"]
bj=""
cc=cP=0
}
''
function bE(){
if (ba) b5(aQ?"ERROR":b7,ar,aQ)
for (;bb;bb--) b5(b7,"",0)
ba=aQ=b8=0
}
function fK(a){
if (a=="") return ba>1
if (a~ /^  [+] Exception Group Tr|^Traceback [(]/) return ar~ /exception( occurred)?:$/
if (a~ /^[ \t]/) return aQ||!bb&&ar!=""
if (a~ /^(During handling of the|The above exception was|Caused by:) /) return aQ
if (a~ /^[]})]/) return ba>1&&!bb
return a~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/&&(b8||ar~ /\n *[~^]+ *$/)
}
function fL(a){
bc=0
if (!ba||length(ar)>99999||!fK(a)){
bE()
ar=a
ba=1
}else if (a==""){
bb++
return
}else{
for (;bb;bb--) ar=ar "\n"
if (a~ /^[^ \t]/&&ar~ /\^ *$/) aQ=1
ar=ar "\n" a
ba++
}
if (a~ /Traceback [(]most recent call last[)]:$/) b8=aQ=1
else if (a~ /^[^ \t]/) b8=0
if (a~ /^[ \t]+at [^ ]/) aQ=1
}
function cN(a,w,H,b,dF){
sub(/\r+$/,"",a)
H=split(a,w,"\r")
if (!H) dG("")
for (b=1;b<=H;b++){
dF=b==H||b6(w[b+1])
if (dF||b6(w[b])) dG(w[b])
}
}
function dG(a){
if (b6(a)){
bc=0
bE()
aL()
bD(a "\n",0)
}else if (dH) fL(a)
else b5(b7,a,0)
}
BEGIN{
dH=ENVIRON["kestra_mode"]=="join"
b7=ENVIRON["kestra_level"]
b9="{\"level\":\"" b7 "\",\"message\":\""
ca="\"}"
if (!cO){
b9="::{\"logs\":[" b9
ca=ca "]}::\n"
}
ar=A=""
ba=bb=aQ=b8=bc=0
}
!dH&&!/[^ -~]/&&!index($0,"::{")&&length($0)<15360&&!index($0,"\\u0000")&&!index($0,aA){
gsub(/["\\]/,"\\\\&")
if (cO) dI(b9 $0 ca,0)
else{
print b9 $0 ca
fflush()
}
next
}
{
aZ=index($0,aA)
if (!aZ){
cN(A $0)
A=""
next
}
A=A substr($0,1,aZ-1)
if (/[0-9]$/){
if (A!="") cN(A)
A=""
bE()
bT(substr($0,aZ+length(aA))+0)
}else if (/[+]$/) aL()
else if (!/-$/&&bc++) bE()
}
END{
if (A!="") cN(A)
bE()
bT(137)
}
' ;;
  levels) _kestra_program=$_kestra_program'
function b6(a){
return a~ /^::[{].*[}]::$/&&a!~ /\302\205|\342\200[\250\251]/
}
function b5(l,a,as,k){
if (index(a,"\\u0000")) gsub(/\\u0000/,"\357\277\275",a)
k="{\"level\":\"" l "\",\"message\":\""
G=a
gsub(/["\\]/,"\\\\&",G)
G=bH(G,"")
if (cO&&length(G)<4096){
if (G~ /[^ -~]/){
bM=0
dJ(k,"",a)
}else G=k G
dI(G "\"}",as)
return
}
aL()
if (G~ /[^ -~]/||length(a)>15360){
bM=cb==""||!as
dJ(k,"::{\"logs\":[",a)
bD(G "\"}]}::\n",as)
}else bD("::{\"logs\":[" k G "\"}]}::\n",as)
}
function dJ(k,ak,a){
bp="\"}," k
G=ak k
aJ=""
av=0
cW(a)
}
function dI(dK,as){
if (length(bj)+length(dK)>4079) aL()
bj=bj (cc++?",":"") dK
if (as) cP=1
if (cc>31||length(bj)>4079) aL()
}
function aL(dL,as){
if (!cc) return
dL=bj
as=cP
bj=""
cc=cP=0
bD("::{\"logs\":[" dL "]}::\n",as)
}
function bD(a,as){
if (as&&cb!=""){
print a|cb
fflush(cb)
}else{
print a
fflush()
}
}
function bT(cQ){
aL()
if (cd=="") return
print "x"(cQ>255?cQ-128:cQ) "x\n"|cd
close(cd)
cd=""
}
BEGIN{
cO=ENVIRON["kestra_batch"]!=""
aA=ENVIRON["kestra_mark"]
cd=ENVIRON["kestra_done"]
cb=ENVIRON["kestra_errors"]
bj=""
cc=cP=0
}
''
function eh(a,aC,d){
d=substr(a,match(a, /[^ \t]/),1)
if (index("(<[|",d)){
if (a~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/&&q(a,o(match(a, /^[ \t]*[[<|] */)),"","","word",0)) return 1
if (a~ /^[ \t]*[(][A-Z]+[)]/&&ae(a,"[ \t]*[(]","[A-Z]+[)]","upper","","word",0)) return 1
if (a~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/&&q(a,o(match(a, /^[ \t]*[[][A-Za-z0-9_.]*:/)),"","","word",0)) return 1
}
if (a~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/&&q(a,o(match(a, /^[ \t:,-]*/)),"upper","","word",0)) return 1
if (index(a,":")){
if (a~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/&&ae(a,"[ \t]*([A-Za-z0-9_-]+[.])+","[A-Z]+:","upper","","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/&&q(a,o(match(a, /^[ \t]*[A-Za-z0-9_.-]+:/)),"upper","","word",0)) return 1
}
if (aC&&a~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/&&q(a,o(match(a, /^[ \t]*/)),""," trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ","word",0)) return 1
if (index("-",d)&&aC&&a~ /^[ \t]*- +[A-Za-z]+ +-( |$)/&&q(a,o(match(a, /^[ \t]*- +/)),""," silly trace verbose debug info notice warn warning error critical fatal ","word",0)) return 1
if (aC&&a~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/&&ae(a," +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +","[A-Z]+( |:|$)","upper"," trace debug info warn warning error critical fatal ","word",0)) return 1
if (a~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\//&&q(a,o(match(a, /^[ \t]*[A-Za-z0-9_.-]+\//)),"upper","","word",0)) return 1
if (a~ /^[ \t]*(Failure|[A-Z][a-z]+ Error) in [a-z]+ [^ ]+ [(]/) return h("ERROR")
if (index("DFILPU",d)){
if (a~ /^[ \t]*(Fatal|Internal|Unrecoverable) [Ee]rror ?: /) return h("ERROR")
if (a~ /^[ \t]*DEPRECAT(ION|ED)[A-Z ]*: /) return h("WARN")
if (match(a, /^[ \t]*LOG:  /)) return B("INFO")
if (a~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return h("ERROR")
if (a~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return h("WARN")
if (a~ /^[ \t]*PHP Notice/) return h("INFO")
}
if (index("*0123456789:",d)){
if (aC&&a~ /^[ \t]*[0-9]+[a-f][0-9a-f]* +[A-Za-z]+:/&&q(a,o(match(a, /^[ \t]*[0-9]+[a-f][0-9a-f]* +/)),""," debug info notice warning warn error err fatal critical ","word",0)) return 1
if (a~ /^[ \t]*[*]+ +[A-Z]+ +[*]+/&&q(a,o(match(a, /^[ \t]*[*]+ +/)),"upper","","word",0)) return 1
if (aC&&a~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/&&q(a,o(match(a, /^[ \t]*[0-9]+ of [0-9]+ /)),"upper","","word",0)) return 1
if (a~ /^[ \t]*[0-9]+ [[]System[]]/) return h("INFO")
if (match(a, /^: [A-Z] [^ ]+:[0-9]+[]] */)&&bd(a,"word",0)) return 1
}
if (match(a, /^ *[A-Z] [|] /)&&bd(a,"word",0)) return 1
if (index(a,":")&&a~ /^[^ ]*:[A-Z]+:  /&&q(a,o(match(a, /^[^ ]*:/)),"upper"," log error fatal warning notice info debug panic ","word",0)) return 1
return 0
}
function ei(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (index("/0123456789[",d)){
if (a~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ /&&ae(a,"[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +","[A-Z]+ ","upper"," verbose debug log warn error fatal ","time",1)) return 1
if (a~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/&&q(a,o(match(a, /^[0-9\/]+ [0-9:]+ +/)),"lower"," debug info warn error fatal ","time",1)) return 1
if (a~ /^ *[[] *[A-Za-z]+ *[]]/&&q(a,o(match(a, /^ *[[] */)),"","","word",1)) return 1
if (a~ /^ *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *[A-Za-z]+ *[]]/&&ae(a," *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *","[A-Za-z]+ *[]]","","","word",1)) return 1
}
if (a~ /^[^ -~]+ [[][A-Z]+[]]/&&q(a,o(match(a, /^[^ -~]+ [[]/)),"upper","","word",1)) return 1
if (a~ /^[A-Za-z0-9_.:-]+ +- +[A-Z]+ +-( |$)/&&q(a,o(match(a, /^[A-Za-z0-9_.:-]+ +- +/)),"upper","","word",1)) return 1
if (index("(<",d)){
if (a~ /^[(][A-Z]+[)]:? /&&ae(a,"[(]","[A-Z]+[)]:? ","upper","","word",1)) return 1
if (a~ /^<[A-Z]+>( |$)/&&q(a,o(match(a, /^</)),"upper","","word",1)) return 1
if (a~ /^<[a-z]+> +[[]/&&q(a,o(match(a, /^</)),"lower","","word",1)) return 1
}
if (index(a,":")){
if (a~ /^[^ :]+:[0-9]+ +[A-Z]+( |:|$)/&&q(a,o(match(a, /^[^ :]+:[0-9]+ +/)),"upper"," trace debug info warn warning error critical fatal ","word",1)) return 1
if (a~ /^ +[0-9]+:[0-9]+ +[a-z]+  /&&q(a,o(match(a, /^ +[0-9]+:[0-9]+ +/)),"lower"," error warning ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9\/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?[A-Z]+( |:|[]]|$)/&&ae(a,"([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?","[A-Z]+( |:|[]]|$)","upper","","time",1)) return 1
if (index("s",d)&&a~ /^sox [A-Z]+ [a-z0-9_-]+: /&&q(a,o(match(a, /^sox /)),"upper"," fail warn info dbug debug ","word",1)) return 1
if (index("(*=[",d)){
if (a~ /^ *[[][^]]*[]][ \t]+[A-Z]+([ \t:]|$)/&&q(a,o(match(a, /^ *[[][^]]*[]][ \t]+/)),"upper","","word",1)) return 1
if (a~ /^=[A-Z]+ REPORT=+/&&q(a,o(match(a, /^=/)),"upper","","Erlang",1)) return 1
if (a~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: /&&ae(a,"([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*","[A-Za-z]+( [*][*])?: ",""," error critical warning message info debug ","word",1)) return 1
}
if (a~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/&&ae(a,"([A-Za-z0-9_.]+-)+","[A-Za-z]+( [*][*]: |: [0-9:.]+: )",""," error critical warning message info debug ","word",1)) return 1
if (index(a,":")){
if (a~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/&&q(a,0,"lower"," trce dbug info warn fail crit ","word",1)) return 1
if (a~ /^(\342\224\214|[[]) [A-Za-z]+: /&&ae(a,"(\342\224\214|[[]) ","[A-Za-z]+: ",""," debug info warning error ","word",1)) return 1
}
if (a~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/&&ae(a,"([[][^]]*[]] \342\200\272 )?[^ -~]+ +","[a-z]+ +","lower"," error fatal warn warning info debug note success ","word",1)) return 1
if (a~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/&&q(a,o(match(a, /^ */)),"upper","","word",1)) return 1
if (a~ /^ *[A-Z]+ /&&q(a,o(match(a, /^ */)),"upper"," trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl debu erro fata crit ","word",1)) return 1
return 0
}
function ej(a,g){
if (a!~ /(level|lvl|severity|loglevel|prio)=["\047]?[A-Za-z]+/) return 0
if (a~ /^[A-Za-z0-9_.@-]+=/) return 1
return (g=cs(a))&&substr(a,g+1)~ /^ +[a-z_]+=/
}
function ek(a){
if (!match(a, / ((level|lvl|severity|loglevel|prio)=["\047]?)[A-Za-z]+/)) return 0
a=substr(a,RSTART+1)
return RSTART+o(match(a, /^(level|lvl|severity|loglevel|prio)=["\047]?/))
}
function el(a,d){
d=substr(a,match(a, /[^ \t]/),1)
if (match(a, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */)&&bd(a,"stamped",1)) return 1
if (match(a, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)&&bd(a,"stamped",1)) return 1
if (index("!#(*0123456789:<=[",d)){
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return ct("DEBUG")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return ct("INFO")
if (match(a, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return ct("WARN")
if (match(a, /^<[0-3]>/)) return B("ERROR")
if (match(a, /^[[][A-Z]::[^]]*[]] */)&&bd(a,"word",0)) return 1
if (match(a, /^<4>/)) return B("WARN")
if (match(a, /^<[56]>/)) return B("INFO")
if (match(a, /^<7>/)) return B("DEBUG")
if (a~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return h("ERROR")
if (match(a, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return B("ERROR")
}
if (index(a,":")&&match(a, /^[A-Z], [[][^]]*[]] +([A-Z]+ )?-- [^:]*: /)&&bd(a,"stamped",1)) return 1
if (index("EFINW",d)){
if (a~ /^(E|Err|F): /) return h("ERROR")
if (a~ /^W: /) return h("WARN")
if (a~ /^[NI]: /) return h("INFO")
}
if (index("dfjpt",d)){
if (a~ /^debug[1-3]: /) return h("DEBUG")
if (a~ /^(jq: [0-9]+ compile errors?$|panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return h("ERROR")
}
if (index(a,":")&&a~ /^( *[+] )?(Exception Group )?Traceback [(](most recent call|innermost) last[)]:/) return h("ERROR")
if (a~ /^(\342\225\255(\342\224\200)+|[+]-+) (Traceback [(](most recent call|innermost) last[)]|Error) /) return h("ERROR")
if (index("EPRST",d)&&a~ /^(Exception in thread |SIG[A-Z]+: |The application panicked|Exception: [A-Z][A-Za-z_.]*( .*)?[.]$|(Parse|Runtime) error near )/) return h("ERROR")
if (a~ /^([Ee]rror during |[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.]?(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return h("ERROR")
if (match(a, /^(npm error|[a-z][a-z0-9_-]* ERR!) */)) return B("ERROR")
if (index("CEFIPRSU",d)&&a~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable|User|Usage|Runtime|Internal) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] )/) return h("ERROR")
if (index(a,":")&&a~ /^([a-z0-9_-]+ (error|fatal): |[Ee]rrors?:$)/) return h("ERROR")
if (index("E",d)&&a~ /^Error (opening|reading|writing|while) /) return h("ERROR")
if (index(a," @ error/")&&a~ / @ error\/[A-Za-z0-9_.-]+\//) return h("ERROR")
if (index(a,":")&&a~ /^[0-9A-F]+:error:/) return h("ERROR")
if (index("EFS",d)){
if (a~ /^(ERROR!|Fatal Python error)/) return h("ERROR")
if (match(a, /^SLF4J[(]E[)]: */)) return B("ERROR")
}
if (index("l",d)&&match(a, /^log4j:ERROR */)) return B("ERROR")
if (index(a,":")&&a~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return h("ERROR")
if (index("eg",d)&&a~ /^(escript: exception|goroutine [0-9]+ [[])/) return h("ERROR")
if (index("CDPSW",d)){
if (a~ /^System[.][A-Za-z.]*Exception: /) return h("ERROR")
if (a~ /^(Warning [0-9]+( [[][^]]*[]])?: |WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return h("WARN")
}
if (index("(",d)&&a~ /^[(]!+[)] /) return h("WARN")
if (match(a, /^(npm warn *|[a-z][a-z0-9_-]* WARN!? +)/)) return B("WARN")
if (index(a,":")&&a~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return h("WARN")
if (index("ITW",d)&&a~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return h("WARN")
if (index(a,":")&&a~ /^[A-Za-z.]*Warning: /) return h("WARN")
if (index("CLPS",d)){
if (a~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return h("WARN")
if (match(a, /^SLF4J[(]W[)]: */)) return B("WARN")
}
if (index("l",d)&&match(a, /^log4j:WARN */)) return B("WARN")
if (index(a," @ warning/")&&a~ / @ warning\//) return h("WARN")
if (index("#(:=>",d)){
if (match(a, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return B("WARN")
if (a~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return h("WARN")
if (match(a, /^::notice( [^:]*(:[^:]+)*)?::/)) return B("INFO")
if (match(a, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return B("DEBUG")
if (a~ /^(> Task .* FAILED$|== Compilation error in file )/) return h("ERROR")
}
if (index("LPSW",d)){
if (a~ /^(Lua warning: |Warning in )/) return h("WARN")
if (a~ /^PHP Notice/) return h("INFO")
if (match(a, /^SLF4J[(]I[)]: */)) return B("INFO")
if (match(a, /^SLF4J[(]D[)]: */)) return B("DEBUG")
}
if (index(a,":")&&a~ /^\t?[a-z0-9_-]+ warning: /) return h("WARN")
if (index("eghilnsvw",d)){
if (match(a, /^(npm|gyp|node-pre-gyp|lerna) (notice|info) */)) return B("INFO")
if (a~ /^(info|notice) ([a-z]+ )?[a-z]/) return h("INFO")
if (match(a, /^(npm|gyp|node-pre-gyp|lerna) (http|verb|verbose|timing) */)) return B("DEBUG")
if (match(a, /^log4j:DEBUG */)) return B("DEBUG")
if (a~ /^((verb|http) [a-z]+ |verbose [0-9]+[.][0-9]+ )/) return h("DEBUG")
if (a~ /^((npm )?sill [a-z]+ |npm silly )/) return h("TRACE")
if (a~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return h("ERROR")
if (a~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return h("WARN")
if (a~ /^info [A-Z"]/) return h("INFO")
}
if (a~ /^(docker: )?Error (response )?from /) return h("ERROR")
if (index("DE",d)){
if (a~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return h("ERROR")
if (a~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return h("WARN")
}
if (index(a,":")){
if (a~ /^[^ ]+: hint: /) return h("INFO")
if (match(a, /^[Hh]int: /)) return B("INFO")
if (a~ /^([A-Z][a-z]+ (runtime |fatal |internal )?error: |[A-Z][A-Za-z]+ Error: )/) return h("ERROR")
}
if (index("fst",d)){
if (match(a, /^(trace|silly): /)) return B("TRACE")
if (a~ /^failed: [[][^]]*[]] /) return h("ERROR")
}
if (index("[",d)&&match(a, /^[[]DEPRECATION WARNING[]]: /)) return B("WARN")
if (a~ /^(Runtime error [0-9]+ at |Error termination|exception: |[Ee]rror, |Error (on|at) line [0-9]|Error occurred |BUILD FAILED|raised [A-Z_.]+ : )/) return h("ERROR")
if (index("A",d)&&a~ /^An ([a-z]+ )?error (has )?occurred/) return h("ERROR")
if (index(a,":")){
if (a~ /^[^ ]+:[0-9]+: syntax error/) return h("ERROR")
if (a~ /^[A-Z][A-Za-z]+ Warning: /) return h("WARN")
}
if (a~ /^[Ww]arning, /) return h("WARN")
if (index(a,":")){
if (a~ /^[^ ]+: [a-z]+ - /&&q(a,o(match(a, /^[^ ]+: /)),"lower"," error fatal warning info ","word",0)) return 1
if (a~ /^[^ ]+:[0-9]+ [a-z]+ [A-Z]+[0-9]+[\/ :]/&&q(a,o(match(a, /^[^ ]+:[0-9]+ /)),"lower"," error warning info ","word",0)) return 1
}
if (index("%",d)&&a~ /^%[A-Za-z]+(-[A-Z0-9_]+)?: /&&q(a,o(match(a, /^%/)),""," error warning info fatal ","word",0)) return 1
if (index(a,":")){
if (a~ /^([^ ]+:[0-9]+: [A-Za-z]+|I\/O) [a-z]+ : /&&ae(a,"([^ ]+:[0-9]+: [A-Za-z]+|I/O) ","[a-z]+ : ","lower"," error warning ","word",0)) return 1
if (a~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: /&&q(a,0,""," verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ","word",0)) return 1
if (a~ /^(([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+):|[^ ]+[(][0-9]+(, ?[0-9]+)*[)]) +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: /&&ae(a,"(([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+):|[^ ]+[(][0-9]+(, ?[0-9]+)*[)]) +(fatal |internal |syntax |runtime )?","[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ",""," trace finest debug dbg verbose fine finer info information informational notice note config warn warning caution warnung avertissement advertencia error err severe critical crit fatal alert emerg emergency panic fehler ","behind a place",0)) return 1
if (a~ /^[^ ]+: LOG:  /) return h("INFO")
if (a~ /^[^ ]+: [[][A-Za-z]+[]]/&&q(a,o(match(a, /^[^ ]+: [[]/)),"","","word",0)) return 1
if (a~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: /&&q(a,o(match(a, /^[^ ]+:[0-9]+ - /)),"lower"," error warning info ","word",0)) return 1
}
if (index("h",d)&&match(a, /^http: +/)) return B("DEBUG")
return 0
}
function cs(a){
if (match(a, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9]|[0-9][0-9]? [A-Z][a-z][a-z])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
if (match(a, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
if (match(a, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
return 0
}
function em(a,k,g){
k=o(match(a, /^ *[[(<]? ?/))
g=cs(substr(a,k+1))
return g?k+g+(substr(a,k+g+1,1)~ /^[])>,;:]/):0
}
function en(a,g){
if (!(g=cs(a))||substr(a,g+1,1)!=" ") return 0
return g+o(match(substr(a,g+1), /^ +/))
}
function eo(a){
if (match(a, /^[0-9]+ [[]/)) return RLENGTH
return 0
}
function ep(a){
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
if (match(a, /^[ \t]*[A-Za-z0-9_.-]+ +[[][0-9]+[]]:?/)) return RLENGTH
return 0
}
function eq(a){
if (a~ /^(( *[+] )?(Exception Group )?Traceback [(](most recent call|innermost) last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(](most recent call|innermost) last[)] )/) return "python"
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
if (a~ /^(File "[^"]*", lines? [0-9-]+(, characters [0-9-]+)?:$|[^ ]+:[0-9]+:[0-9]+:$)/) return "source_place"
return ""
}
function er(a){
return a~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack [Tt]race|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|[*] [A-Z][A-Za-z ]+:$|Usage: |compilation terminated[.])/
}
function cu(a){
return a~ /^[ \t]*[~^]+[ \t~^]*$/
}
function c7(a){
return a~ /^( ?[A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}
function es(a){
return a~ /^(Traceback [(](most recent call|innermost) last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(](most recent call|innermost) last[)] )/
}
function et(a){
return a~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}
function c8(a){
return a~ /^(During handling of the above|The above exception was)/
}
function eu(a){
return a~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}
function ev(a){
return a~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}
function ew(a){
return a~ /^([0-9]+: |In |Execution halted|Calls:)/
}
function ex(a){
return a~ /[] ](DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION):  /
}
function ey(a){
return a~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}
function ez(a){
return a~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}
function eA(a){
return a~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}
function eB(a){
return a~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}
function eC(a){
return a~ /^([0-9]+ |Origin: |<<< caused by >>>$)/
}
function eD(a){
return a~ /^<<< caused by >>>$/
}
function eE(a){
return a~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}
function eF(a){
return a~ /^ERROR [0-9]+ [(]/
}
function eG(a){
return a~ /^([0-9]+ [|]|[ \t])/
}
function eH(a){
return a~ /^Error( [(][^)]*[)])?:/
}
function eI(a){
return a~ /^(Warning|Alert)( |:)/
}
function c9(a){
return a~ /^[-*] /
}
function eJ(a){
return a~ /(xception|rror|raceback)/
}
function da(a){
if (match(a, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return o(1)
return 0
}
function eK(a){
if (match(a, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
if (match(a, /^[-|:,]+[ \t]+/)) return RLENGTH
if (match(a, /^[|]/)) return RLENGTH
return 0
}
function eL(a){
if (match(a, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
if (match(a, /^[(][0-9]+[)]/)) return RLENGTH
if (match(a, /^[0-9]+ +---/)) return RLENGTH
if (match(a, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
if (match(a, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
return 0
}
function eM(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
return 0
}
function eN(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
if (match(a, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
return 0
}
function eO(a){
if (match(a, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
return 0
}
function eP(a){
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
bw("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",aM)
bw("log/level info/level @fields/level record/level/name _meta/logLevelName",db)
bw("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",bx)
bw("fields/message info/msg data/msg record/message",dc)
a0("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError",cv)
a0("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace",dd)
a0("severityNumber severity_number",eQ)
a0("short_message host timestamp time _time ts @timestamp",eR)
a0("time timestamp pid hostname v msg message",eS)
bw("s ctx",de)
a0("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel",eT)
a0("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0",eU)
}
''
function eV(e,w,b){
if (index(e,"\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/,"",e)
if (!index(e,"\r")) return e
sub(/\r+$/,"",e)
if (!index(e,"\r")) return e
for (b=split(e,w,"\r");b;b--) if (!cw(w[b])) return w[b]
return ""
}
function cw(a){
if (a~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/,"",a)
if (a~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/,"",a)
return a==""
}
function bP(a){
j=a
Q=R=""
W=a1=P=0
if (cw(a)){
R="blank"
return
}
if (a~ /^[{].*[}][ \t\r\v\f]*$/&&eW(a)){
R="JSON"
W=1
return
}
if (eX(a)) return
if (!(ei(a)||eY(a)||el(a))&&bV&&!aD(a,"  ")){
R="time"
W=!ex(a)
P=bV
}
}
function eX(a,f,aC,an,g){
bV=em(a)
f=bV?bV:eo(a)?index(a,"[")-1:0
if (!f) return 0
aC=1
a=substr(a,f+1)
for (an=6;an;an--){
if (eh(a,aC)){
R="time"
W=1
if (a1||P){
a1+=f
P+=f
}else P=f
return 1
}
if (!(g=ep(a))) return 0
aC=substr(a,g,1)~ /[])\200-\377]/
a=substr(a,g+1)
f+=g
}
return 0
}
function eY(a,a2,k){
if (!index(a,"=")||!ej(a)) return 0
a2=""
while (match(a, /"([^"\\]|\\.)*"/)){
k=substr(a,RSTART,RLENGTH)
if (index(k," ")) gsub(/./,"_",k)
a2=a2 substr(a,1,RSTART-1) k
a=substr(a,RSTART+RLENGTH)
}
a2=a2 a
k=ek(" " a2)
return k&&q(a2,k-1,"","","logfmt",1)
}
function by(l,aE,k,V,a3){
Q=l
R=aE
a1=k
P=V
W=a3
return 1
}
function h(l){
return by(l,"text",0,0,0)
}
function B(l){
return by(l,"text",0,RLENGTH,0)
}
function ct(l){
return by(l,"stamped",0,RLENGTH,1)
}
function bd(a,aE,a3,g,cx){
g=RLENGTH
cx=substr(a,match(a, /[A-Z]/),1)
return cx in aN&&by(aN[cx],aE,0,g,a3)
}
function ae(a,ak,eZ,bW,ah,aE,a3,k){
k=o(match(a,"^(" ak ")"))
while (k&&!(substr(a,1,k)~("^(" ak ")$")&&substr(a,k+1)~("^" eZ))) k--
return q(a,k,bW,ah,aE,a3)
}
function q(a,f,bW,ah,aE,a3,x,l){
a=substr(a,f+1)
x=match(a, /^[A-Za-z]+/)?substr(a,1,RLENGTH):""
if (bW=="upper"&&x!=toupper(x)) return 0
if (bW!="lower") x=tolower(x)
if (!(x in aN)||ah!=""&&!index(ah," " x " ")) return 0
l=aN[x]
a=substr(a,length(x)+1,2)
if (l=="DEBUG"&&a=="-4") l="TRACE"
return by(l,aE,f,f+length(x),a3)
}
function o(k){
return k&&RLENGTH>0?RLENGTH:0
}
function bu(l,ah,aO,b){
for (b=split(ah,aO," ");b;b--) aN[aO[b]]=l
}
function bv(l,ah,aO,b){
for (b=split(ah,aO,";");b;b--) df[aO[b]]=l
}
function bw(ah,a4){
split(ah,a4," ")
}
function a0(ah,a4,aO,b){
for (b=split(ah,aO," ");b;b--) a4[aO[b]]=1
}
function eW(a,cy,p,i,b){
bX=index(a,"\\")
aF=cz(a,M,S)
if (aF<0) return 0
split("",af)
for (b=aF;b;b--) af[M[b]]=b
if (!e0()) return 0
cy=bz
i=""
dg=0
p=e1()
sub(/\n+$/,"",p)
ay=""
for (b=1;b<=aF;b++){
if (b==dg||M[b] in cv||M[b]==cy) continue
a=S[b]
if (cy==""&&M[b]=="record"&&a~ /^[{]/&&"text" in af) a=e2(b)
if (a~ /^[{[]/||M[b] in dd) a=e3(b)
if (a!="") i=i ",\"" M[b] "\":" a
}
if (i!="") p=p (p==""?"{":" {") substr(i,2) "}"
p=p (p==""?substr(ay,2):ay)
if (p!="") j=p
return 1
}
function cz(a,t,ai,aG,bY,H,b,r,f,X,T,k,dh){
aG=0
H=split(a,bY,"\"")
dh=a~ /[\001-\037]/
f=1
cA=0
X=4
T=""
for (b=1;;b++){
r=bY[b]
if (X==3&&(r==":"||r==": ")) X=4
else if (X==6&&(r==","||r==", ")) X=substr(T,length(T))=="{"?1:4
else if (X==3&&r~ /^: ?[1-9][0-9]*, ?$/){
if (T=="{"){
match(r, /[0-9]+/)
ai[aG]=substr(r,RSTART,RLENGTH)
}
X=1
}else{
ad=X
Y=T
bZ=k
if (!e4(a,r,f,aG,ai)) return-1
X=ad
T=Y
k=bZ
}
if (b>=H) return X==7&&!(cA&&index(substr(a,2),"{")+index(a,"["))?aG:-1
f+=length(r)
r=bY[++b]
if (bX) while (r~ /\\$/&&b<H&&r~ /(^|[^\\])(\\\\)*\\$/) r=r "\"" bY[++b]
if (b>=H) return-1
if ((dh||bX)&&(X>3||T!="{")&&!di(r)) cA=1
if (X<3){
if (T=="{") t[++aG]=r
X=3
}else if (X<6&&X>3&&T!=""){
if (T=="{") ai[aG]="\"" r "\""
X=6
}else return-1
f+=length(r)+2
}
}
function e4(a,r,f,aG,ai,D){
while (1){
if (match(r, /^[ \t\r\n]+/)){
f+=RLENGTH
r=substr(r,RLENGTH+1)
}
if (r=="") return 1
D=substr(r,1,1)
if (D=="{"||D=="["){
if (ad!=4&&ad!=5||Y==""&&D=="[") return 0
if (Y=="{") bZ=f
Y=Y D
ad=D=="{"?2:5
}else if (D=="}"||D=="]"){
if (Y==""||substr(Y,length(Y))!=(D=="}"?"{":"[")) return 0
if (ad!=6&&ad!=(D=="}"?2:5)) return 0
Y=substr(Y,1,length(Y)-1)
ad=Y==""?7:6
if (Y=="{") ai[aG]=substr(a,bZ,f+1-bZ)
}else if (D==":"){
if (ad!=3) return 0
ad=4
}else if (D==","){
if (ad!=6) return 0
ad=Y~ /[{]$/?1:4
}else{
if (Y==""||ad!=4&&ad!=5) return 0
if (match(r, /^-?[0-9][-+.0-9eE]*/)){
if (!dj(substr(r,1,RLENGTH))) cA=1
}else if (!match(r, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (Y=="{") ai[aG]=substr(r,1,RLENGTH)
ad=6
f+=RLENGTH-1
r=substr(r,RLENGTH)
}
f++
r=substr(r,2)
}
}
function dj(a){
return a~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function a5(e){
return e~ /^"/&&(!bX||di(substr(e,2,length(e)-2)))
}
function di(a){
if (a~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/,"",a)
return!index(a,"\\")
}
function e5(U,u,f,c,aS){
u=""
while (f=index(U,"\\")){
u=u substr(U,1,f-1)
c=substr(U,f+1,1)
U=substr(U,f+2)
if (c=="u"){
c=dk(substr(U,1,4))
U=substr(U,5)
aS=U~ /^\\u[dD][c-fC-F]/?dk(substr(U,3,4)):0
if (c>55295&&c<56320&&aS){
c=(c-55296)*1024+aS+9216
U=substr(U,7)
}
u=u ck(c)
}else u=u (c in be?be[c]:c)
}
return u U
}
function dk(aw,n,b){
n=0
aw=tolower(aw)
for (b=1;b<=4;b++) n=n*16+index("123456789abcdef",substr(aw,b,1))
return n
}
function ck(c){
if (!c) return "\\u0000"
if (c>55295&&c<57344) c=65533
if (c<128) return sprintf("%c",c)
if (c<2048) return sprintf("%c%c",192+int(c/64),128+c%64)
if (c<65536) return sprintf("%c%c%c",224+int(c/4096),128+int(c/64)%64,128+c%64)
return sprintf("%c%c%c%c",240+int(c/262144),128+int(c/4096)%64,128+int(c/64)%64,128+c%64)
}
function ao(e){
e=substr(e,2,length(e)-2)
return index(e,"\\")?e5(e):e
}
function e0(m,b,a){
for (m=1;m in aM;m++)
if (aM[m] in af)
for (b=af[aM[m]];b<=aF;b++)
if (M[b]==aM[m]&&(Q=dl(S[b]))!=""){
bz=M[b]
return 1
}
bz=""
for (m=1;m in db;m++)
if ((Q=dl(e6(db[m])))!="") return 1
for (m=1;m in aM;m++)
if (aM[m] in af)
for (b=af[aM[m]];b<=aF;b++)
if (M[b]==aM[m]&&dj(S[b])&&(Q=e7(M[b],S[b]+0))!=""){
bz=M[b]
return 1
}
for (b=1;b<=aF;b++)
if (M[b]==de[1]&&de[2] in af&&a5(S[b])){
bz=M[b]
a=index("DIWEF",substr(S[b],2,1))
Q=substr(S[b],2)~ /^[DIWEF]/?cB(a+1):""
return Q!=""
}
return 0
}
function dl(e,x){
if (!a5(e)) return ""
x=tolower(ao(e))
gsub(/^[\t-\r ]+|[\t-\r ]+$/,"",x)
if (x=="debug-4") return "TRACE"
sub(/[-+].*/,"",x)
return x in aN?aN[x]:""
}
function e6(au,t,H,e,b){
b=index(au,"/")
if (!(substr(au,1,b-1) in af)) return ""
H=split(au,t,"/")
e=S[af[t[1]]]
for (b=2;b<=H;b++) e=ap(e,t[b])
return e
}
function ap(e,z,t,ai,b){
if (e!~ /^[{]/) return ""
for (b=cz(e,t,ai);b>0;b--) if (t[b]==z) return ai[b]
return ""
}
function e7(m,n){
if (m in eQ)
return n<1||n>24?"":cB(int((int(n)-1)/4)+1)
if (n>=0&&n<=7&&dm(eR))
return n<4?"ERROR":n<5?"WARN":n<7?"INFO":"DEBUG"
if (n>=10&&n<=60&&dm(eS)) return cB(int(n/10))
return ""
}
function cB(b){
return b<2?"TRACE":b<3?"DEBUG":b<4?"INFO":b<5?"WARN":"ERROR"
}
function dm(a4,b){
for (b=1;b<=aF;b++) if (M[b] in a4) return 1
return 0
}
function e2(b,b0){
b0=ap(S[b],"extra")
if (b0!~ /^[{]/) return S[b]
M[b]="extra"
return S[b]=b0~ /^[{][ \t]*[}]$/?"":b0
}
function e1(m,b,t,e){
for (m=1;m in bx;m++)
if (bx[m] in af&&bx[m]!=bz)
for (b=af[bx[m]];b<=aF;b++)
if (M[b]==bx[m]&&a5(S[b])){
dg=b
return ao(S[b])
}
for (m=1;m in dc;m++){
split(dc[m],t,"/")
if (t[1] in af&&!(t[1] in cv))
for (b=af[t[1]];b<=aF;b++)
if (M[b]==t[1]&&(e=ap(S[b],t[2]))~ /^"/){
split(t[2],t," ")
S[b]=dn(S[b]," " t[1] " ")
return ao(e)
}
}
return ""
}
function dn(e,a4,t,ai,H,b,u){
H=cz(e,t,ai)
u=""
for (b=1;b<=H;b++)
if (!index(a4," " t[b] " ")) u=u ",\"" t[b] "\":" ai[b]
return u==""?"":"{" substr(u,2) "}"
}
function e3(b,e,a){
e=S[b]
if (M[b] in dd&&(a=dp(e))!=""){
ay=ay "\n" a
return ""
}
if (!index(e,"stack")&&!bX||(a=dq(e))=="") return e
e8(e,a)
return dn(e," type name message stack cause nativeError ")
}
function dp(e,a,U){
a=""
if (e~ /^"/){
if (!index(e,"\\")) return ""
e=ao(e)
if (!index(e,"\n")) return ""
sub(/\n+$/,"",e)
return e
}
if (e!~ /^[[].*[]]$/) return ""
if (e~ /^[[][ \t]*[{]/) return e9(e)
U=e
gsub(/"([^"\\]|\\.)*"/,"s",U)
if (U!~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(e, /"([^"\\]|\\.)*"/)){
a=a "\n" ao(substr(e,RSTART,RLENGTH))
e=substr(e,RSTART+RLENGTH)
}
return substr(a,2)
}
function e9(e,i,cC,O,b1,a){
i=e
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/,"c",i)
if (i!~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(e, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)){
cC=substr(e,RSTART,RLENGTH)
e=substr(e,RSTART+RLENGTH)
O=ap(cC,"fullFilePath")
b1=ap(cC,"method")
if (!a5(O)) return ""
O=ao(O)
a=a "\n    at "(a5(b1)&&b1!="\"[undefined]\""?ao(b1) " (" O ")":O)
}
return substr(a,2)
}
function dq(cD,T,a,m,p){
T=ap(cD,"stack")
if ((a=dp(T))==""||T!~ /^[[][ \t]*[{]/) return a
m=ap(cD,"name")
p=ap(cD,"message")
return a5(m)&&a5(p)?ao(m) ": " ao(p) "\n" a:a
}
function e8(e,T,aP,a,an){
ay=ay "\n" T
aP=ap(e,"cause")
for (an=1;aP~ /^[{]/&&an<10;){
a=dq(aP)
if (a==""){
a=ap(aP,"message")
a=a~ /^"/?ao(a):"\001"
}
if (a!="\001"&&!index(T,a)&&a!=""){
ay=ay "\nCaused by: " a
an++
}
aP=ap(aP,"cause")
}
if (aP~ /^"/) ay=ay "\nCaused by: " ao(aP)
}
function dr(V){
if (R=="Erlang") return "paragraph"
if (R=="time"&&Q!=""&&!index(j,"Error")&&!index(j,"Exception")) return ""
V=index(j,"\n")
return eq(V?substr(j,1,V):j)
}
function fa(){
if (s=="node_place") return fb()
if (s=="next_line_s_level") return fc()
if (s=="source_place") return fd()
if (s=="statement") return fe()
if (s=="box") return ff()
if (s=="ansible") return fg()
if (s=="python") return fh()
if (s=="python done") return fi()
if (s=="go") return eu(j)?1:""
if (s=="rust") return!ab&&!Z||ev(j)?1:""
if (s=="r") return Z?"":!ab&&!W||ew(j)?1:""
if (s=="paragraph") return Z||W?"":1
if (s=="trace") return aD(j,"    at ")&&!Z?1:""
if (s=="lua") return j~ /^\t/?1:""
if (s!="lisp") return ""
if (aD(j,"unhandled condition in")) s=""
return 1
}
function ds(a,V){
V=index(a,": ")
if (V) a=substr(a,1,V-1)
if (a in df) return df[a]
return a==toupper(a)&&tolower(a) in aN?aN[tolower(a)]:""
}
function aD(a,k){
return substr(a,1,length(k))==k
}
function fb(){
if (!ab) return!(Z||W)
if (ab==1){
if (!cu(j)) return 0
I="ERROR"
return 1
}
if (aD(j,"Node.js v")) s="exception"
return I!=""
}
function fc(l){
if (ab||Z) return ""
l=ds(j)
if (l=="") return ""
I=l
bf="time"
bg=1
return 1
}
function fd(){
if (eH(j)) I="ERROR"
else if (eI(j)) I="WARN"
else return!W&&(eG(j)||cu(j))
s=""
return 1
}
function fe(){
if (!eF(j)) return!(W||Q!=""||Z)&&ab<200
I="ERROR"
s=""
return 1
}
function ff(){
if (!ab)
I=aD(j,"\342\224\202 Error: ")?"ERROR":aD(j,"\342\224\202 Warning: ")?"WARN":""
return I!=""&&j~ /^(\342\224\202|\342\225\265)/
}
function fg(){
if (W||eE(j)) return 0
if (!Z||j~ /^[ \t]/||eC(j)) return 1
return eD(bA)||fj()
}
function fj(k){
k=j
sub(/[.]$/,"",k)
return aD(substr(a6,index(a6,"]: ")+3),k)
}
function fh(){
if (j~ /^[ \t]/&&!c7(j)) return 1
if (aD(j,"Traceback")||c8(j)||et(j)) return 1
if (c7(j)&&!(W&&!index(j,": "))){
s="python done"
return 1
}
return!W
}
function fi(){
if (!c8(j)) return ""
s="python"
return 1
}
function fk(a7){
if (R=="blank"){
fl()
return
}
if (b2&&(s!=""||!W||j~ /^\t/)){
a7=fm()
if (a7=="wait"){
dt()
return
}
if (a7){
fn()
return
}
}
if (ag||aj) bt()
fo()
a6=bA=j
du=I=Q
bf=R
dv=P
bg=W
bB(j,Q,R,a1,P)
ab=Z=0
b2=1
s=dr()
if (R==""&&s=="") bU()
}
function dt(){
fp[++aj]=j
fq[aj]=Q
cE[aj]=R
fr[aj]=a1
fs[aj]=P
}
function bB(a,l,aE,k,V){
if (ag++){
aq=aq "\n" a
return
}
aq=a8=a
cF=l
bh=aE
dw=k
a9=V
}
function bU(b){
if (ag) cG(I)
b=aj
aj=ag=0
aq=""
for (b3=1;b3<=b;b3++)
if (cE[b3]!="blank"){
dx(b3)
cG("")
ag=0
aq=""
}
}
function dx(b){
bB(fp[b],fq[b],cE[b],fr[b],fs[b])
}
function bt(cH,H,b){
b2=0
if (I==""&&(s=="node_place"||s=="source_place"||s=="statement")){
H=split(aq,cH,"\n")
ag=0
for (b=1;b<=H;b++){
if (b==1) bB(cH[1],cF,bh,dw,a9)
else bB(cH[b],ft,fu,fv,fw)
cG("")
ag=0
}
aq=""
}
bU()
}
function fl(){
Z=1
if (!b2) return
dt()
if (aj>100) bt()
}
function fn(b){
for (b=1;b<=aj;b++) dx(b)
aj=0
bB(j,Q,R,a1,P)
bA=j
ft=Q
fu=R
fv=a1
fw=P
Z=0
ab++
if (length(aq)>65536+ag-1&&fx(aq)>65536+ag-1) bU()
}
function fx(a){
return length(a)-gsub(/[\200-\277]/,"",a)
}
function fm(a7){
a7=s==""?"":fa()
if (a7!="") return a7
if (W&&j!~ /^\t/) return 0
if (es(j)&&!Z&&fy()){
s="python"
return 1
}
if (I==""&&bf!="time"&&bf!="stamped") return 0
if (j~ /^[ \t]/) return fz()
if (fA()) return 1
if (Q!="") return 0
return Z?dy():fB()
}
function fy(){
return I=="ERROR"||I!=""&&ag&&(I=="WARN"||eJ(a6))
}
function fA(cI){
cI=fC()
if (cI||s==""&&aD(j,"Caused by: ")) s="exception"
return cI||er(j)||cu(j)
}
function fz(){
if (eA(j)) return 0
if (!Z) return 1
if (Q!=""&&j~ /^ /) return 0
if (I=="") return b4()
return!bg||cJ(I)||b4()
}
function fB(){
if (dr()!="") return 0
if (bf=="time"&&dz) return 1
if (ey(a6)||fD()) return 1
if (dy()||fE()) return 1
return I!=""&&(s=="exception"||!bg)&&!dA()?"wait":0
}
function fE(){
return bg&&bf!="JSON"&&cJ(I)&&b4()&&j!~ /^[[]/
}
function fD(){
if (I==""||dA()) return 0
return bA~ /:[\t-\r ]*$/||c9(j)&&c9(bA)
}
function dy(){
if (du==""||!dv||substr(a6,dv+1)!~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
return b4()||!Z&&a6~ /:[\t-\r ]*$/
}
function cJ(l){
return l=="WARN"||l=="ERROR"
}
function fo(){
if (R=="time"||R=="stamped") dz=1
else if (Q=="") dB=1
if (!W) return
dC++
if (!cJ(Q)) dD=1
}
function b4(){
return dC>=3&&dD&&!dB
}
function fC(){
if (I!="ERROR"||!bg||R!="text") return 0
return Z?eB(j):ez(j)
}
function dA(b){
for (b=1;b<=aj;b++) if (cE[b]!="blank") return 1
return 0
}
function cG(l,p){
p=aq
if (eg) p=fF()
b5(l==""?ef:l,p,0)
}
function fF(i,p){
i=ag>1?substr(aq,length(a8)+2):""
if (ag>1&&cF==""&&ds(dE(i))!=""){
p=dE(i)
return (index(p,": ")?substr(p,index(p,": ")+2):"") substr(i,length(p)+1)
}
p=fG()
return ag<2?p:p==""?i:p "\n" i
}
function dE(a){
return index(a,"\n")?substr(a,1,index(a,"\n")-1):a
}
function fG(a,f){
a=a8
if (bh=="logfmt") return fH(a)
if (bh=="behind a place"){
f=a9+da(substr(a,a9+1))
a=substr(a,f+1)
sub(/^[\t-\r ]+/,"",a)
return substr(a8,1,dw) a
}
if (cF==""&&bh=="time"){
a=substr(a,a9+1)
sub(/^[] \t:-]+/,"",a)
return a
}
return a9?substr(a,fI()+1):a
}
function fI(f,g,an,cK,i,cL){
f=a9+da(substr(a8,a9+1))
i=substr(a8,f+1)
cL=bh!="time"&&substr(a8,f,1)==":"
if (cL&&(g=eO(i))) return f+g
cK=0
for (an=8;an;an--){
g=eK(i)
if (!g&&!cK){
g=cL?0:eL(i)
if (!g){
g=bh=="time"?eM(i):eN(i)
cK=g>0
}
}
if (!g) break
f+=g
i=substr(i,g+1)
}
return f
}
function fH(a,p,i,bi,z,n){
a=substr(a,en(a)+1)
p=i=""
while (match(a, /[A-Za-z0-9_.@-]+=/)){
a=substr(a,RSTART)
bi=substr(a,1,eP(a))
a=substr(a,length(bi)+1)
z=substr(bi,1,index(bi,"=")-1)
n=substr(bi,length(z)+2)
if (p==""&&z in eU) p=fJ(n)
else if (!(z in cv)&&!(z in eT)) i=i (i==""?"":" ") bi
}
return p (p!=""&&i!=""?" ":"") i
}
function fJ(n,u,f,D){
if (length(n)<2||n!~ /^"/) return n
n=substr(n,2,length(n)-2)
u=""
while (f=index(n,"\\")){
D=substr(n,f+1,1)
u=u substr(n,1,f-1) (D=="n"?"\n":D=="t"?"\t":D)
n=substr(n,f+2)
}
return u n
}
function bS(e,w,H,b,bC,i,cM){
if (index(e,"::{")){
H=split(e,w,"\r")
bC=i=cM=""
for (b=1;b<=H;b++){
if (b6(w[b])) bC=bC w[b] "\n"
else{
i=i cM w[b]
cM="\r"
}
}
if (bC!=""){
if (!cw(i)) bS(i)
bt()
aL()
bD(bC,0)
return
}
}
bP(eV(e))
fk()
}
BEGIN{
be["b"]="\b"
be["f"]="\f"
be["n"]="\n"
be["r"]="\r"
be["t"]="\t"
a6=du=bf=I=aq=a8=s=""
ag=aj=ab=b2=Z=dz=dB=dD=dC=bg=0
bA=""
}
''
BEGIN{
ef=ENVIRON["kestra_level"]
eg=ENVIRON["kestra_message"]!=""
A=""
bc=0
}
{
aZ=index($0,aA)
if (!aZ){
bc=0
bS(A $0)
A=""
next
}
A=A substr($0,1,aZ-1)
if (/[0-9]$/){
if (A!="") bS(A)
A=""
bt()
bT(substr($0,aZ+length(aA))+0)
}else if (/[+]$/) aL()
else if (!/-$/&&bc++) bU()
}
END{
if (A!="") bS(A)
bt()
bT(137)
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
   _kestra_is_learning='\'''\''
   { _kestra_learn; } 2>&-
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
 case $_kestra_new_symbols in *"$1"*) _kestra_is_learning=x; \return 0 ;; esac
 case $_kestra_symbols in *"$1"*) \return 0 ;; esac
 _kestra_symbol_count=$((_kestra_symbol_count + 1))
 _kestra_new_symbols=$_kestra_new_symbols$1 _kestra_new_escapes=$_kestra_new_escapes$1$2\;
}
_kestra_learn() {
 _kestra_symbols=$_kestra_symbols$_kestra_new_symbols _kestra_new_symbols=''
 while case $_kestra_new_escapes in '') \break ;; esac; do
  \set -- "${_kestra_new_escapes%%\\*}" "${_kestra_new_escapes%%\;*}"
  _kestra_new_escapes=${_kestra_new_escapes#"$2;"}
  \set -- "$1" "${2#"$1"}"
  case $_kestra_memory in
   array) \eval "_kestra_escape_of['$1']='$2'" ;;
   *)
    _kestra_arms="$_kestra_arms
'$1'*) _kestra_json=\$_kestra_json'$2' _kestra_text=\${_kestra_text#'$1'} ;;"
    ;;
  esac
 done
 _kestra_define_recall
}
_kestra_define_recall() {
 case $_kestra_memory in
  array)
   _kestra_arms="[!\\ -~\$_kestra_lf]*)
    _kestra_chunk=\${_kestra_text:0:1}
    _kestra_chunk=\${_kestra_escape_of[\$_kestra_chunk]-}
    case \$_kestra_chunk in
     ?*) _kestra_text=\${_kestra_text:1} ;;
     *)
      for _kestra_length in 2 3 4; do
       _kestra_chunk=\${_kestra_text:0:\$_kestra_length}
       _kestra_chunk=\${_kestra_escape_of[\$_kestra_chunk]-}
       case \$_kestra_chunk in ?*) _kestra_text=\${_kestra_text:\$_kestra_length}; \\break ;; esac
      done
      case \$_kestra_chunk in '') _kestra_unknown=\$1; \\return 1 ;; esac
      ;;
    esac
    _kestra_json=\$_kestra_json\$_kestra_chunk
    ;;"
   ;;
 esac
 \eval "_kestra_recall() {
  case \${${_kestra_hash}1}:\$1 in
   *:\"\$_kestra_unknown\"|[5-9]??:*|[0-9][0-9][0-9][0-9]*) \\return 1 ;;
  esac
  $_kestra_local _kestra_text _kestra_chunk _kestra_length
  _kestra_json='' _kestra_text=\$1
  while \\:; do
   _kestra_chunk=\${_kestra_text%%\$_kestra_unsafe*}
   _kestra_json=\$_kestra_json\$_kestra_chunk
   $_kestra_skip_chunk
   case \$_kestra_text in
    '') \\break ;;
    $_kestra_arms
    \\\"*) _kestra_json=\$_kestra_json'\\\"' _kestra_text=\${_kestra_text#?} ;;
    \\\\*) _kestra_json=\$_kestra_json'\\\\' _kestra_text=\${_kestra_text#?} ;;
    \"\$_kestra_lf\"*) _kestra_json=\$_kestra_json'\\n' _kestra_text=\${_kestra_text#?} ;;
    *) _kestra_unknown=\$1; \\return 1 ;;
   esac
  done
  case \$_kestra_json in *\"\$_kestra_brace\"*) _kestra_escape_braces ;; esac
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
 \command -v awk >/dev/null || {
  (\trap '' HUP INT QUIT TERM; _kestra_scope _kestra_read_lines "$1" "$_kestra_level" "$_kestra_stream")
  \return 0
 }
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
 \set -- "$1" "$2" "$3" "${_kestra_print_octal##* }"
 \eval "_kestra_keys=\$(${_kestra_print_octal% *} \"${4}015 ${4}302${4}205 ${4}342${4}200${4}250 ${4}342${4}200${4}251\")"
 _kestra_member=${_kestra_keys%% *} _kestra_keys=${_kestra_keys#* } _kestra_value=''
 while _kestra_read_whole_line || case $_kestra_line in '') \break ;; esac; do
  case $_kestra_line in
   *"$_kestra_member"*)
    while case $_kestra_line in *"$_kestra_member") ;; *) \break ;; esac; do
     _kestra_line=${_kestra_line%"$_kestra_member"}
    done
    _kestra_line=${_kestra_line##*"$_kestra_member"}
    ;;
  esac
  case $_kestra_line in
   ::\{*\}::) _kestra_take_frame "$2" "$3" ;;
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
_kestra_take_frame() {
 \set -- "$1" "$2" "${_kestra_keys#* }"
 case $_kestra_line in
  *"${_kestra_keys%% *}"*|*"${3% *}"*|*"${3#* }"*) _kestra_log "$1" "$_kestra_line" ;;
  *) _kestra_write "$2" "$_kestra_line" ;;
 esac
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
