# shellcheck shell=sh disable=SC1003,SC2016,SC2066,SC2154,SC2295,SC2317,SC2329,SC3028,SC3041,SC3043,SC3045,SC3047,SC3054,SC3057,SC3060
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
_kestra_failed=''
_kestra_traced=''
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
  _kestra_ignore_signals='[[ -o posix_traps ]] || _kestra_options=posix_traps
   \builtin setopt posix_traps
   '$_kestra_ignore_signals
  _kestra_restore_options='case $_kestra_options in ?*) \builtin unsetopt "$_kestra_options" ;; esac'
  _kestra_quiet='2>&-'
  _kestra_quote_setup=$_kestra_enter_scope
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
  _kestra_when_traced='case $- in *x*) \set +x'
  _kestra_trace_again="$_kestra_leave ;; esac"
  _kestra_hide_trace=''
  _kestra_show_trace=''
  _kestra_show_trace_and_leave=$_kestra_leave
  _kestra_slow_length='[2-9][0-9][0-9][0-9]'
  ;;
 ?*)
  _kestra_function_head='function '
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
for _kestra_text in action call command end err err_stream errexit error_trap failed_call failed_line ignored join now out \
 out_stream short status subshell trap traps used word; do
 \eval "_kestra_$_kestra_text=''"
done
_kestra_locals=''
for _kestra_text in path line level stream parts index json length pending text rest chunk output \
 entry_separator units byte byte_value code_point following low high kind key keys value quoted \
 member problem seconds microseconds; do
 _kestra_locals="$_kestra_locals _kestra_$_kestra_text"
 \eval "_kestra_$_kestra_text=''"
done
\eval ''"$_kestra_function_head"'_kestra_scope'"$_kestra_function_open"'
 '"$_kestra_enter_scope"'
 '"$_kestra_local"''"$_kestra_locals"'
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
_kestra_define_level trace TRACE "$_kestra_quiet"
_kestra_define_level debug DEBUG "$_kestra_quiet"
_kestra_define_level info INFO "$_kestra_quiet"
_kestra_define_level warn WARN '>&2'
_kestra_define_level error ERROR '>&2'
_kestra_define_alias() {
 _kestra_name=$1 _kestra_call=$2
 _kestra_load_untraced "$1"
 \eval ''"$_kestra_function_head"'kestra_'"$_kestra_name"''"$_kestra_function_open"'
  '"$_kestra_untraced"'
  '"$_kestra_call"' "$@"
 }'
}
_kestra_define_alias warning kestra_warn
_kestra_define_alias critical kestra_error
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
_kestra_define_call log _kestra_log
_kestra_define_call logs _kestra_logs
_kestra_define_call outputs '_kestra_data outputs'
_kestra_define_call assets '_kestra_data assets'
_kestra_define_call counter '_kestra_metric counter'
_kestra_define_call gauge '_kestra_metric gauge'
_kestra_define_call timer '_kestra_metric timer'
_kestra_define_call pipe _kestra_pipe
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
    *\\u0000*|*[!\ -~$_kestra_tab$_kestra_lf]*) \return 1 ;;
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
    *\\u0000*|*[!\ -~$_kestra_lf]*) \return 1 ;;
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
_kestra_awk() {
 case $1 in
  json) \set -- "$_kestra_bytes_awk$_kestra_refusal_awk$_kestra_json_awk" "$2" "$3" ;;
  *) \set -- "$_kestra_bytes_awk$_kestra_escape_awk$_kestra_message_awk" "$2" "$3" ;;
 esac
 _kestra_json=$(_kestra_run_awk "$@") || \return 1
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
_kestra_bytes_awk='
function open_source(text) {
 source = text
 source_length = length(text)
 window_start = offset = 1
 window = source_length > 4096 ? substr(text, 1, 4096) : text
}
function peek(width) {
 if (offset > 2000 && window_start + 4096 <= source_length) {
  window_start += offset - 1
  offset = 1
  window = substr(source, window_start, 4096)
 }
 return substr(window, offset, width)
}
function escape_code_point(code) {
 if (code in short_escape) return short_escape[code]
 if (code > 65535) return escape_code_point(int(code / 1024) + 55232) escape_code_point(code % 1024 + 56320)
 return code > 31 && code < 127 ? sprintf("%c", code) : sprintf("\\u%04x", code)
}
function decode(text,   first, following, low, high, byte) {
 first = byte_value[substr(text, 1, 1)]
 taken = 1
 code_point = first
 if (!first) code_point = 65533
 low = first == 224 ? 160 : first == 240 ? 144 : 128
 high = first == 237 ? 159 : first == 244 ? 143 : 191
 following = first < 194 || first > 244 ? 0 : 1 + (first > 223) + (first > 239)
 if (following) code_point -= 256 - (following > 2 ? 16 : 64 / following)
 else if (first > 127) {
  code_point = 65533
  invalid = 1
 }
 for (; following; following--) {
  byte = byte_value[substr(text, taken + 1, 1)]
  if (byte < low || byte > high) {
   code_point = 65533
   invalid = 1
   return
  }
  code_point = code_point * 64 + byte - 128
  taken++
  low = 128
  high = 191
 }
}
BEGIN {
 ORS = ""
 invalid = 0
 for (number = 1; number < 256; number++) byte_value[sprintf("%c", number)] = number
 split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /", words, " ")
 for (number = 1; number < 16; number += 2) {
  unescaped[words[number + 1]] = words[number] + 0
  if (number < 15) short_escape[words[number] + 0] = "\\" words[number + 1]
 }
}
'
_kestra_escape_awk='
function append(text, width) {
 if (units + width > limit) {
  output = output entry_separator
  units = 0
 }
 units += width
 output = output text
 if (prints_pieces && length(output) > 4000) {
  print output
  output = ""
 }
}
function append_escaped(text,   width) {
 open_source(text)
 while ((text = peek(256)) != "") {
  width = match(text, /[^ -~]/) ? RSTART - 1 : length(text)
  if (width > 0) {
   if (units < limit && units + width > limit) width = limit - units
   offset += width
   text = substr(text, 1, width)
   gsub(/["\\]/, "\\\\&", text)
   append(text, width)
  } else {
   decode(text)
   offset += taken
   append(escape_code_point(code_point), 1 + (code_point > 65535))
  }
 }
}
BEGIN {
 output = entry_separator = ""
 units = prints_pieces = 0
 limit = 15360
}
'
_kestra_message_awk='
BEGIN {
 prints_pieces = 1
 entry_separator = ENVIRON["kestra_option"]
 if (entry_separator == "") limit = 1.7976931348623157e308
}
NR > 1 { append("\\n", 1) }
{
 if (entry_separator != "") gsub(/\\u0000/, "\357\277\275")
 append_escaped($0)
}
END { print output (invalid ? "!" : ".") }
'
_kestra_refusal_awk='
function fail(reason,   level) {
 if (problem != "") return
 problem = path
 for (level = 1; level <= depth; level++) if (step[level] != "") problem = problem "[" step[level] "]"
 problem = problem ": " reason
}
function shown(text, count,   result) {
 for (result = ""; text != "" && count; count--) {
  decode(text)
  result = result visible(substr(text, 1, taken), code_point)
  text = substr(text, taken + 1)
 }
 return "`" result (text == "" ? "" : "...") "`"
}
function shown_next() {
 decode(peek(4))
 return shown(peek(taken), 1)
}
function visible(character, code) {
 if (code > 31 && code < 127) return character
 if (code < 128 || code in character_names || code < 161 || code == 173 || code > 8202 && code < 8208 ||
   code > 8231 && code < 8240 || code > 8286 && code < 8304) return "<" name_of(code) ">"
 if (code == 65533 && character != "\357\277\275") return sprintf("<byte %02X>", byte_value[character])
 return character
}
function name_of(code) {
 return sprintf("U+%04X", code) (code in character_names ? " " character_names[code] : "")
}
function is_continuation(byte) {
 return byte_value[byte] > 127 && byte_value[byte] < 192
}
function place(   position, start) {
 position = window_start + offset - 1
 start = position > 12 ? position - 12 : 1
 while (start < position && is_continuation(substr(source, start, 1))) start++
 if (start == position && source_length < position + 2) return ""
 return " in " (start > 1 ? "`..." : "`") substr(shown(substr(source, start, 60), 32), 2)
}
function fail_expected(what, got, advice) {
 fail("expected " what ", got " got (advice == "" ? "" : ": " advice))
}
function fail_value(word,   advice) {
 if (word ~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/) {
  fail(word " is not a JSON number: write null" (depth ? "" : ", or NAME=TEXT for text"))
  return
 }
 if (word ~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) advice = "JSON has true, false and null"
 else if (word ~ "^[/#]") advice = "JSON has no comments"
 else if (word ~ /^[-+.0-9]/) advice = "JSON numbers are written as 5, -1.5 or 2e3"
 else if (word ~ /^[A-Za-z_]/ || index(word, quote) == 1) advice = "text has double quotes in JSON"
 if (!depth) fail_text(advice ~ /^JSON has/ ? advice : "")
 else if (word == "") fail_expected("a JSON value", shown_next() place(), "")
 else fail_expected("a JSON value", shown(word, 24) place(), advice)
}
function fail_text(advice) {
 if (substr(beginning, 1, 3) == "\357\273\277") advice = "remove the byte order mark, for example with tail -c +4"
 else if (index("\377\376\377", substr(beginning, 1, 2))) advice = "it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
 else if (substr(beginning, 1, 1) == "\033") advice = "turn the colors of the command off, for example with NO_COLOR=1"
 else advice = (advice == "" ? "" : advice "; ") "write NAME=TEXT for text"
 fail_expected("a JSON value", shown(beginning, 32), advice)
}
function fail_number(   advice) {
 if (beginning ~ /^-?[0-9]+,[0-9]+$/) advice = "write a point for the comma"
 else if (beginning ~ /^-?0[0-9]/) advice = "write it without leading zeros"
 else if (beginning ~ /^[+]/) advice = "write it without +"
 else advice = "JSON numbers are written as 5, -1.5 or 2e3"
 fail_expected("a number", shown(beginning, 32), advice)
}
function fail_after_end(   more, is_word, is_json) {
 more = peek(60)
 is_word = first_row == row && beginning !~ /^[[{]/
 is_json = more ~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
 if (is_metric) {
  if (first_row != row) beginning = substr(beginning, 1, 20) "\n" more
  fail_number()
 } else if (is_json && !(is_word && previous !~ /[ \t\r]/))
  fail_expected("one JSON document", "another: " shown(more, 32),
         "jq -s . makes one list of several" (is_word ? ", and NAME=TEXT is for text" : ""))
 else if (is_word) fail_text("")
 else fail_expected("the end of the JSON", shown(more, 32) place(), "")
}
function fail_punctuation(first,   what) {
 what = expected == "comma" ? (opened[depth] == "[" ? "\",\" or \"]\"" : "\",\" or \"}\"") : "\":\""
 if (expected == "end") fail_after_end()
 else if (expected == "key" && first == "}" || expected == "value" && first == "]")
  fail("trailing comma" place() ": remove it")
 else if (expected == "key" || expected == "{")
  fail_expected("a key in double quotes", shown_next() place(), "")
 else fail_expected(what, shown_next() place(), "")
}
function fail_end(   what) {
 what = is_metric ? "a number" : "a JSON value"
 while (is_continuation(substr(line_end, 1, 1))) line_end = substr(line_end, 2)
 if (expected == "value" && !depth && file != "")
  fail_expected(what, file == "-" ? "nothing on stdin" : "an empty file", "")
 else if (expected == "value" && !depth)
  fail_expected(what, "empty text", "the command printed nothing or failed; write \"${rows:-" \
         (is_metric ? "0" : "[]") "}\" where that is no mistake")
 else fail("unexpected end of JSON" (in_string ? " in a string" : "") " after " shown(line_end, 60) \
      ": the text was cut off, or quotes are missing around \"$(...)\"")
}
BEGIN {
 split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
    words, " ")
 for (number = 1; number < 32; number++) character_names[number] = words[number]
 character_names[127] = "DEL"
 character_names[160] = "no-break space"
 character_names[65279] = "byte order mark"
 problem = path = line_end = ""
}
'
_kestra_json_awk='
function emit(text, width) {
 if (!is_metric) print text
 if (is_metric || expected == "key") key = key text
 offset += width
}
function hex_value(text,   position, value, digit) {
 value = 0
 for (position = 3; position < 7; position++) {
  digit = index("0123456789abcdef", tolower(substr(text, position, 1))) - 1
  if (digit < 0) return digit
  value = value * 16 + digit
 }
 return value
}
function decode_escape(text, code,   second) {
 code_point = code
 taken = 6
 if (code >= 55296 && code < 56320 && substr(text, 7) ~ /^\\u[Dd][C-Fc-f]/) {
  second = hex_value(substr(text, 7))
  if (second >= 0) {
   code_point = (code - 55232) * 1024 + second - 56320
   taken = 12
  }
 }
 if (!code_point || code_point >= 55296 && code_point < 57344) fail_storable(shown(substr(text, 1, 6), 6))
}
function fail_storable(got) {
 fail_expected("a string without U+0000, the six characters \\u0000 and lone surrogates", got place(), "")
}
function decode_string_character(text,   code) {
 code = text ~ /^\\u/ ? hex_value(text) : -1
 if (code >= 0) decode_escape(text, code)
 else if (text ~ /^\\["\\\/bfnrt]/) {
  code_point = unescaped[substr(text, 2, 1)]
  taken = 2
 } else if (text ~ /^\\/)
  fail_expected("an escape of JSON", shown(substr(text, 1, 2), 2) place(), "write \\\\ for a backslash")
 else {
  invalid = 0
  decode(text)
  if (invalid) fail_expected("UTF-8", shown_next() place(), "convert it, for example with iconv")
  else if (code_point < 32) fail("unescaped control character " name_of(code_point) " in a string" place())
 }
}
function read_string(   text, width, recent) {
 key = recent = ""
 units = 0
 emit("\"", 1)
 while (problem == "") {
  text = peek(256)
  width = match(text, /[^] !#-[^-~]/) ? RSTART - 1 : length(text)
  if (width) {
   text = substr(text, 1, width)
   emit(text, width)
  } else if (text ~ /^"/) {
   emit("\"", 1)
   return
  } else if (text == "") {
   in_string = 1
   return
  } else {
   decode_string_character(text)
   text = escape_code_point(code_point)
   width = 1 + (code_point > 65535)
   emit(text, taken)
   if (code_point == 92) text = "\\"
  }
  units += width
  if (units > 20000000) fail("expected a string of at most 20000000 UTF-16 units")
  recent = substr(recent, length(recent) - 4) text
  if (index(recent, "\\u0000")) fail_storable("`\\u0000`")
 }
}
function is_beyond_double(text,   parts, digits) {
 if (text + 0 > largest || text + 0 < -largest) return 1
 if (text + 0) return 0
 split(tolower(text), parts, "e")
 sub(/^-/, "", parts[1])
 digits = parts[1]
 sub(/[.]/, "", digits)
 return match(digits, /[1-9]/) && index(parts[1] ".", ".") - RSTART - 1 + parts[2] >= 0
}
function check_number(text,   digits) {
 digits = text
 if (gsub(/[0-9]/, "", digits) > 1000) fail("expected a number of at most 1000 digits")
 else if ((is_metric || text ~ /[.eE]/) && is_beyond_double(text))
  fail_expected("a number in the range of a double", shown(text, 32), "")
 else if (kind == "timer" && (text + 0 < -9000000000 || text + 0 > 9000000000))
  fail_expected("from -9000000000 to 9000000000 seconds", shown(text, 32), "")
}
function read_metric(first,   text) {
 if (first == "\"") {
  read_string()
  if (in_string) return
  text = substr(key, 2, length(key) - 2)
  gsub(/\\[tnr]/, " ", text)
  sub(/^ +/, "", text)
  sub(/ +$/, "", text)
 } else {
  text = match(peek(1100), value_word) ? substr(peek(1100), 1, RLENGTH) : ""
  offset += length(text)
 }
 if (text !~ json_number) fail_number()
 else check_number(text)
 print text
}
function open_container(bracket) {
 if (depth == 998) fail("expected at most 1000 levels of nesting in a line")
 opened[++depth] = bracket
 if (bracket == "{") object[depth] = ++objects
 step[depth] = bracket == "[" ? 0 : ""
 expected = bracket
 emit(bracket, 1)
}
function read_value(first,   text) {
 expected = depth ? "comma" : "end"
 if (is_metric) read_metric(first)
 else if (first == "\"") read_string()
 else if (first == "{" || first == "[") open_container(first)
 else {
  text = peek(1100)
  text = match(text, value_word) ? substr(text, 1, RLENGTH) : ""
  if (text ~ json_number) check_number(text)
  else if (text !~ /^(true|false|null)$/) fail_value(text)
  emit(text, length(text))
 }
}
function read_key() {
 expected = "key"
 read_string()
 expected = "colon"
 step[depth] = key
 if (seen[depth, key] == object[depth]) {
  step[depth] = ""
  fail("duplicate key " key)
 }
 seen[depth, key] = object[depth]
}
function read_punctuation(first) {
 if (first == "\"" && (expected == "{" || expected == "key")) read_key()
 else if (first == ":" && expected == "colon") {
  expected = "value"
  emit(first, 1)
 } else if (first == "," && expected == "comma") {
  emit(first, 1)
  expected = opened[depth] == "[" ? "value" : "key"
  if (expected == "value") step[depth]++
 } else if (depth && first == (opened[depth] == "[" ? "]" : "}") && expected ~ /comma|[[{]/) {
  expected = --depth ? "comma" : "end"
  emit(first, 1)
 } else fail_punctuation(first)
}
function read_line(text,   first) {
 open_source(text)
 row++
 previous = " "
 while (problem == "") {
  first = peek(1)
  if (first == "") break
  if (index(" \t\r", first)) offset++
  else if (in_string) fail("unescaped control character " name_of(10) " in a string, after " shown(line_end, 60))
  else {
   if (!first_row) {
    first_row = row
    beginning = peek(60)
   }
   if (expected == "value" && !(first == "]" && opened[depth] == "[") || expected == "[" && first != "]")
    read_value(first)
   else read_punctuation(first)
  }
  previous = first
 }
 if (text !~ /^[ \t\r]*$/) line_end = substr(text, source_length > 24 ? source_length - 23 : 1)
}
function read_file(name,   parts, count, part, command, text, following) {
 file = name
 character_names[1] = "or U+0000"
 count = split(name, parts, quote)
 command = parts[1]
 for (part = 2; part <= count; part++) command = command quote "\\" quote quote parts[part]
 command = name == "-" ? "<&7" : "<" quote command quote
 command = "{ tr " quote "\\000" quote " " quote "\\001" quote " " command "; } 2>/dev/null; set $?; echo; echo $1"
 command | getline text
 while ((command | getline following) > 0) {
  read_line(text)
  text = following
 }
 close(command)
 if (text + 0) fail("cannot read " (name == "-" ? "stdin" : "the file " shown(name, 200)))
}
function begin(new_path) {
 path = new_path
 expected = "value"
 row = first_row = in_string = 0
 file = ""
 character_names[1] = "SOH"
}
BEGIN {
 kind = ENVIRON["kestra_option"]
 is_metric = kind !~ /s$/
 largest = 1.7976931348623157e308
 quote = sprintf("%c", 39)
 json_number = "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
 value_word = "^[^][{},: \t\r\"]+"
 expected = "end"
 depth = 0
}
/^\\\\/ || /^\\@/ {
 begin(substr($0, 3))
 is_name = substr($0, 2, 1) == "@"
 next
}
/^\\/ {
 if (expected != "end" || in_string) fail_end()
 print substr($0, 2)
 next
}
is_name { read_file(substr($0, 2)) }
!is_name && problem == "" { read_line($0) }
END { print (problem != "" ? "\n" problem "!" : ".") }
'
\eval '_kestra_escape_bytes() {
 '"$_kestra_enter_bytes"'
 case $_kestra_bytes:$1 in :*[!\ -~$_kestra_lf]*) _kestra_load_byte_values ;; esac
 _kestra_pending=$1 _kestra_entry_separator=$2
 _kestra_escape_loop
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
 \set -- "$_kestra_code_point"
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
  _kestra_code_point=$((_kestra_code_point * 64 + _kestra_byte_value - 128))
  _kestra_low=128 _kestra_high=191 _kestra_following=$((_kestra_following - 1))
 done
 _kestra_append_code_point
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
   *:-l|*:--levels)
    _kestra_join=levels
    case ${_kestra_levels_awk-} in
     '') _kestra_refuse "$_kestra_call: --levels: source kestra-levels.sh before"; \return 1 ;;
    esac
    ;;
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
  levels) \set -- kestra_message="$_kestra_short" "$@" "$_kestra_bytes_awk$_kestra_escape_awk$_kestra_levels_awk" ;;
  *) \set -- "$@" "$_kestra_bytes_awk$_kestra_escape_awk$_kestra_pipe_awk" ;;
 esac
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
_kestra_pipe_awk='
function send_record(text, is_error,   start) {
 if (text !~ /^::[{].*[}]::$/) {
  start = head
  if (is_error) sub(/[A-Z]+/, "ERROR", start)
  if (index(text, "\\u0000")) gsub(/\\u0000/, "\357\277\275", text)
  output = text
  gsub(/["\\]/, "\\\\&", output)
  if (output ~ /[^ -~]/ || length(text) > 15360) {
   entry_separator = "\"}," substr(start, 12)
   output = start
   start = ""
   units = 0
   append_escaped(text)
  }
  text = start output tail
 } else text = text "\n"
 if (is_error && errors != "") {
  print text | errors
  fflush(errors)
 } else {
  print text
  fflush()
 }
}
function send_event() {
 if (event_lines) send_record(event, failed)
 for (; blank_lines; blank_lines--) send_record("", 0)
 event_lines = failed = in_traceback = 0
}
function continues_event(text) {
 if (text == "") return event_lines > 1
 if (text ~ /^  [+] Exception Group Tr|^Traceback [(]/) return event ~ /exception( occurred)?:$/
 if (text ~ /^[ \t]/) return failed || !blank_lines && event != ""
 if (text ~ /^(During handling of the|The above exception was|Caused by:) /) return failed
 if (text ~ /^[]})]/) return event_lines > 1 && !blank_lines
 return text ~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/ && (in_traceback || event ~ /\n *[~^]+ *$/)
}
function join_line(text) {
 ticks = 0
 if (!event_lines || length(event) > 99999 || !continues_event(text)) {
  send_event()
  event = text
  event_lines = 1
 } else if (text == "") {
  blank_lines++
  return
 } else {
  for (; blank_lines; blank_lines--) event = event "\n"
  if (text ~ /^[^ \t]/ && event ~ /\^ *$/) failed = 1
  event = event "\n" text
  event_lines++
 }
 if (text ~ /Traceback [(]most recent call last[)]:$/) in_traceback = failed = 1
 else if (text ~ /^[^ \t]/) in_traceback = 0
 if (text ~ /^[ \t]+at [^ ]/) failed = 1
}
function take_line(text) {
 if (index(text, "\r")) {
  sub(/\r+$/, "", text)
  sub(/.*\r/, "", text)
 }
 if (joins) join_line(text)
 else send_record(text, 0)
}
function send_status(status) {
 if (done == "") return
 print "x" (status > 255 ? status - 128 : status) "x\n" | done
 close(done)
 done = ""
}
BEGIN {
 joins = ENVIRON["kestra_mode"] == "join"
 prints_pieces = !joins
 mark = ENVIRON["kestra_mark"]
 done = ENVIRON["kestra_done"]
 errors = ENVIRON["kestra_errors"]
 head = "::{\"logs\":[{\"level\":\"" ENVIRON["kestra_level"] "\",\"message\":\""
 tail = "\"}]}::\n"
 event = part = ""
 event_lines = blank_lines = failed = in_traceback = ticks = 0
}
!joins && !/[^ -~]/ && !/^::[{]/ && length($0) < 15360 && !index($0, "\\u0000") && !index($0, mark) {
 gsub(/["\\]/, "\\\\&")
 print head $0 tail
 fflush()
 next
}
{
 mark_position = index($0, mark)
 if (!mark_position) {
  take_line(part $0)
  part = ""
  next
 }
 part = part substr($0, 1, mark_position - 1)
 if (/[0-9]$/) {
  if (part != "") take_line(part)
  part = ""
  send_event()
  send_status(substr($0, mark_position + length(mark)) + 0)
 } else if (ticks++) send_event()
}
END {
 if (part != "") take_line(part)
 send_event()
 send_status(137)
}
'
\eval 'kestra_run() {
 '"$_kestra_note_line"'
 '"$_kestra_hide_trace"'
 _kestra_status=0 _kestra_action='\'''\'' _kestra_ignored='\'''\'' _kestra_options='\'''\'' _kestra_subshell=${ZSH_SUBSHELL-}
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
\eval '_kestra_run() {
 \shift "$_kestra_used"
 {
  '"$_kestra_ignore_signals"'
  {
   '"$_kestra_ignore_signals"'
   { _kestra_outlive_command; (_kestra_run_command "$@") 2>&1 >&8 7>&- 8>&- 9>&-; } |
    _kestra_begin_reader "$_kestra_err" "$_kestra_err_stream" 9>&7 8>&- |
    {
     \trap '\'''\'' HUP INT QUIT TERM
     _kestra_receive || _kestra_status=$?
     _kestra_print_line "kestra-$$:$_kestra_status"
    }
  } 8>&1 |
   _kestra_begin_reader "$_kestra_out" "$_kestra_out_stream" 7>&-
 } |
  _kestra_receive_last
}'
\eval '_kestra_receive_last() {
 '"$_kestra_receive"'
}'
\eval '_kestra_run_command() {
 '"$_kestra_restore_options"'
 _kestra_outlive_command
 case $_kestra_command in
  function)
   \trap '\''_kestra_print_line "kestra-$$:$?" >&2; \exit 0'\'' EXIT
   _kestra_mute_error_trap
   (
    _kestra_ignore_again
    case $_kestra_action in '\'''\'') ;; *) \trap -- "$_kestra_action" ERR ;; esac
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
}'
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
