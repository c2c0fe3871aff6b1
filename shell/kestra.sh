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
  _kestra_ignore_signals='[[ -o posix_traps ]] || _kestra_posix_traps=off
   \builtin setopt posix_traps
   '$_kestra_ignore_signals
  _kestra_restore_options='case $_kestra_posix_traps in off) \builtin unsetopt posix_traps ;; esac'
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
 out_stream posix_traps program short status subshell trap traps used word; do
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
_kestra_load_program() {
 _kestra_program='
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
 case $1 in
  json) _kestra_program=$_kestra_program'
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
''
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
' ;;
  *) _kestra_program=$_kestra_program'
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
' ;;
 esac
 case $1 in
  message) _kestra_program=$_kestra_program'
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
' ;;
  pipe) _kestra_program=$_kestra_program'
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
' ;;
  levels) _kestra_program=$_kestra_program'
function read_places(text, is_first,   first) {
first = substr(text, match(text, /[^ \t]/), 1)
if (index("(<[|", first)) {
if (text ~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/ && found_word(text, length_of(match(text, /^[ \t]*[[<|] */)), "", "", "word", 0)) return 1
if (text ~ /^[ \t]*[(][A-Z]+[)]/ && found_behind(text, "[ \t]*[(]", "[A-Z]+[)]", "upper", "", "word", 0)) return 1
if (text ~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/ && found_word(text, length_of(match(text, /^[ \t]*[[][A-Za-z0-9_.]*:/)), "", "", "word", 0)) return 1
}
if (text ~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/ && found_word(text, length_of(match(text, /^[ \t:,-]*/)), "upper", "", "word", 0)) return 1
if (index(text, ":")) {
if (text ~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/ && found_behind(text, "[ \t]*([A-Za-z0-9_-]+[.])+", "[A-Z]+:", "upper", "", "word", 0)) return 1
if (text ~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/ && found_word(text, length_of(match(text, /^[ \t]*[A-Za-z0-9_.-]+:/)), "upper", "", "word", 0)) return 1
}
if (is_first && text ~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/ && found_word(text, length_of(match(text, /^[ \t]*/)), "", " trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ", "word", 0)) return 1
if (index("-", first) && is_first && text ~ /^[ \t]*- +[A-Za-z]+ +-( |$)/ && found_word(text, length_of(match(text, /^[ \t]*- +/)), "", " silly trace verbose debug info notice warn warning error critical fatal ", "word", 0)) return 1
if (is_first && text ~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/ && found_behind(text, " +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +", "[A-Z]+( |:|$)", "upper", " trace debug info warn warning error critical fatal ", "word", 0)) return 1
if (text ~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\// && found_word(text, length_of(match(text, /^[ \t]*[A-Za-z0-9_.-]+\//)), "upper", "", "word", 0)) return 1
if (index("0123456789:", first)) {
if (is_first && text ~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/ && found_word(text, length_of(match(text, /^[ \t]*[0-9]+ of [0-9]+ /)), "upper", "", "word", 0)) return 1
if (text ~ /^[ \t]*[0-9]+ [[]System[]]/) return found_text("INFO")
if (match(text, /^: [A-Z] [^ ]+:[0-9]+[]] */) && found_letter(text, "word", 0)) return 1
}
if (index("LP", first)) {
if (match(text, /^[ \t]*LOG:  /)) return found_head("INFO")
if (text ~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return found_text("ERROR")
if (text ~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return found_text("WARN")
if (text ~ /^[ \t]*PHP Notice/) return found_text("INFO")
}
if (match(text, /^ *[A-Z] [|] /) && found_letter(text, "word", 0)) return 1
if (index(text, ":") && text ~ /^[^ ]*:[A-Z]+:  / && found_word(text, length_of(match(text, /^[^ ]*:/)), "upper", " log error fatal warning notice info debug panic ", "word", 0)) return 1
return 0
}
function rules_before_pairs(text,   first) {
first = substr(text, match(text, /[^ \t]/), 1)
if (index("/0123456789[", first)) {
if (text ~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ / && found_behind(text, "[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +", "[A-Z]+ ", "upper", " verbose debug log warn error fatal ", "time", 1)) return 1
if (text ~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/ && found_word(text, length_of(match(text, /^[0-9\/]+ [0-9:]+ +/)), "lower", " debug info warn error fatal ", "time", 1)) return 1
if (text ~ /^ *[[] *[A-Za-z]+ *[]]/ && found_word(text, length_of(match(text, /^ *[[] */)), "", "", "word", 1)) return 1
if (text ~ /^ *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *[A-Za-z]+ *[]]/ && found_behind(text, " *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *", "[A-Za-z]+ *[]]", "", "", "word", 1)) return 1
}
if (text ~ /^[^ -~]+ [[][A-Z]+[]]/ && found_word(text, length_of(match(text, /^[^ -~]+ [[]/)), "upper", "", "word", 1)) return 1
if (text ~ /^[A-Za-z0-9_.:-]+ +- +[A-Z]+ +-( |$)/ && found_word(text, length_of(match(text, /^[A-Za-z0-9_.:-]+ +- +/)), "upper", "", "word", 1)) return 1
if (index("(<", first)) {
if (text ~ /^[(][A-Z]+[)] / && found_behind(text, "[(]", "[A-Z]+[)] ", "upper", "", "word", 1)) return 1
if (text ~ /^<[A-Z]+>( |$)/ && found_word(text, length_of(match(text, /^</)), "upper", "", "word", 1)) return 1
if (text ~ /^<[a-z]+> +[[]/ && found_word(text, length_of(match(text, /^</)), "lower", "", "word", 1)) return 1
}
if (index(text, ":")) {
if (text ~ /^[^ :]+:[0-9]+ +[A-Z]+( |:|$)/ && found_word(text, length_of(match(text, /^[^ :]+:[0-9]+ +/)), "upper", " trace debug info warn warning error critical fatal ", "word", 1)) return 1
if (text ~ /^ +[0-9]+:[0-9]+ +[a-z]+  / && found_word(text, length_of(match(text, /^ +[0-9]+:[0-9]+ +/)), "lower", " error warning ", "word", 1)) return 1
}
if (text ~ /^([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9\/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?[A-Z]+( |:|[]]|$)/ && found_behind(text, "([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?", "[A-Z]+( |:|[]]|$)", "upper", "", "time", 1)) return 1
if (index("s", first) && text ~ /^sox [A-Z]+ [a-z0-9_-]+: / && found_word(text, length_of(match(text, /^sox /)), "upper", " fail warn info dbug debug ", "word", 1)) return 1
if (index("(*=[", first)) {
if (text ~ /^ *[[][^]]*[]][ \t]+[A-Z]+([ \t:]|$)/ && found_word(text, length_of(match(text, /^ *[[][^]]*[]][ \t]+/)), "upper", "", "word", 1)) return 1
if (text ~ /^=[A-Z]+ REPORT=+/ && found_word(text, length_of(match(text, /^=/)), "upper", "", "Erlang", 1)) return 1
if (text ~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: / && found_behind(text, "([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*", "[A-Za-z]+( [*][*])?: ", "", " error critical warning message info debug ", "word", 1)) return 1
}
if (text ~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/ && found_behind(text, "([A-Za-z0-9_.]+-)+", "[A-Za-z]+( [*][*]: |: [0-9:.]+: )", "", " error critical warning message info debug ", "word", 1)) return 1
if (index(text, ":")) {
if (text ~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/ && found_word(text, 0, "lower", " trce dbug info warn fail crit ", "word", 1)) return 1
if (text ~ /^(\342\224\214|[[]) [A-Za-z]+: / && found_behind(text, "(\342\224\214|[[]) ", "[A-Za-z]+: ", "", " debug info warning error ", "word", 1)) return 1
}
if (text ~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/ && found_behind(text, "([[][^]]*[]] \342\200\272 )?[^ -~]+ +", "[a-z]+ +", "lower", " error fatal warn warning info debug note success ", "word", 1)) return 1
if (text ~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/ && found_word(text, length_of(match(text, /^ */)), "upper", "", "word", 1)) return 1
if (text ~ /^ *[A-Z]+ / && found_word(text, length_of(match(text, /^ */)), "upper", " trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl debu erro fata crit ", "word", 1)) return 1
return 0
}
function has_level_pair(text,   width) {
if (text !~ /(level|lvl|severity|loglevel)=["\047]?[A-Za-z]+/) return 0
if (text ~ /^[A-Za-z0-9_.@-]+=/) return 1
return (width = time_length(text)) && substr(text, width + 1) ~ /^ +[a-z_]+=/
}
function level_pair(text) {
if (!match(text, / ((level|lvl|severity|loglevel)=["\047]?)[A-Za-z]+/)) return 0
text = substr(text, RSTART + 1)
return RSTART + length_of(match(text, /^(level|lvl|severity|loglevel)=["\047]?/))
}
function rules_after_pairs(text,   first) {
first = substr(text, match(text, /[^ \t]/), 1)
if (match(text, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */) && found_letter(text, "stamped", 1)) return 1
if (match(text, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */) && found_letter(text, "stamped", 1)) return 1
if (index("!#(*0123456789:<=[", first)) {
if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return found_stamped("DEBUG")
if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return found_stamped("INFO")
if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return found_stamped("WARN")
if (match(text, /^<[0-3]>/)) return found_head("ERROR")
if (match(text, /^[[][A-Z]::[^]]*[]] */) && found_letter(text, "word", 0)) return 1
if (match(text, /^<4>/)) return found_head("WARN")
if (match(text, /^<[56]>/)) return found_head("INFO")
if (match(text, /^<7>/)) return found_head("DEBUG")
if (text ~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return found_text("ERROR")
if (match(text, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return found_head("ERROR")
}
if (index(text, ":") && match(text, /^[A-Z], [[][^]]*[]] +[A-Z]+ -- [^:]*: /) && found_letter(text, "stamped", 1)) return 1
if (index("EFINW", first)) {
if (text ~ /^(E|Err|F): /) return found_text("ERROR")
if (text ~ /^W: /) return found_text("WARN")
if (text ~ /^[NI]: /) return found_text("INFO")
}
if (index("dfjpt", first)) {
if (text ~ /^debug[1-3]: /) return found_text("DEBUG")
if (text ~ /^(jq: [0-9]+ compile errors?$|panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return found_text("ERROR")
}
if (index(text, ":") && text ~ /^( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:/) return found_text("ERROR")
if (text ~ /^(\342\225\255(\342\224\200)+|[+]-+) (Traceback [(]most recent call last[)]|Error) /) return found_text("ERROR")
if (index("EPRST", first) && text ~ /^(Exception in thread |SIG[A-Z]+: |The application panicked|Exception: [A-Z][A-Za-z_.]*( .*)?[.]$|(Parse|Runtime) error near )/) return found_text("ERROR")
if (text ~ /^([Ee]rror during |[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return found_text("ERROR")
if (index("CEFIPRSU", first) && text ~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable|User|Usage|Runtime|Internal) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] )/) return found_text("ERROR")
if (index("n", first) && match(text, /^npm (ERR!|error) */)) return found_head("ERROR")
if (index(text, ":") && text ~ /^([a-z0-9_-]+ (error|fatal): |[Ee]rrors?:$)/) return found_text("ERROR")
if (index("E", first) && text ~ /^Error (opening|reading|writing|while) /) return found_text("ERROR")
if (index(text, " @ error/") && text ~ / @ error\/[A-Za-z0-9_.-]+\//) return found_text("ERROR")
if (index(text, ":") && text ~ /^[0-9A-F]+:error:/) return found_text("ERROR")
if (index("EFS", first)) {
if (text ~ /^(ERROR!|Fatal Python error)/) return found_text("ERROR")
if (match(text, /^SLF4J[(]E[)]: */)) return found_head("ERROR")
}
if (index("l", first) && match(text, /^log4j:ERROR */)) return found_head("ERROR")
if (index(text, ":") && text ~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return found_text("ERROR")
if (index("egn", first)) {
if (text ~ /^(escript: exception|goroutine [0-9]+ [[])/) return found_text("ERROR")
if (match(text, /^npm (WARN|warn) */)) return found_head("WARN")
}
if (index("CDPSW", first)) {
if (text ~ /^System[.][A-Za-z.]*Exception: /) return found_text("ERROR")
if (text ~ /^(Warning [0-9]+( [[][^]]*[]])?: |WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return found_text("WARN")
}
if (index("(", first) && text ~ /^[(]!+[)] /) return found_text("WARN")
if (index(text, ":") && text ~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return found_text("WARN")
if (index("ITW", first) && text ~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return found_text("WARN")
if (index(text, ":") && text ~ /^[A-Za-z.]*Warning: /) return found_text("WARN")
if (index("CLPS", first)) {
if (text ~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return found_text("WARN")
if (match(text, /^SLF4J[(]W[)]: */)) return found_head("WARN")
}
if (index("l", first) && match(text, /^log4j:WARN */)) return found_head("WARN")
if (index(text, " @ warning/") && text ~ / @ warning\//) return found_text("WARN")
if (index("#(:=>", first)) {
if (match(text, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return found_head("WARN")
if (text ~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return found_text("WARN")
if (match(text, /^::notice( [^:]*(:[^:]+)*)?::/)) return found_head("INFO")
if (match(text, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return found_head("DEBUG")
if (text ~ /^(> Task .* FAILED$|== Compilation error in file )/) return found_text("ERROR")
}
if (index("LPSW", first)) {
if (text ~ /^(Lua warning: |Warning in )/) return found_text("WARN")
if (text ~ /^PHP Notice/) return found_text("INFO")
if (match(text, /^SLF4J[(]I[)]: */)) return found_head("INFO")
if (match(text, /^SLF4J[(]D[)]: */)) return found_head("DEBUG")
}
if (index(text, ":") && text ~ /^\t?[a-z0-9_-]+ warning: /) return found_text("WARN")
if (index("ehilnsvw", first)) {
if (match(text, /^npm (notice|info) */)) return found_head("INFO")
if (text ~ /^(info|notice) ([a-z]+ )?[a-z]/) return found_text("INFO")
if (match(text, /^npm (http|verb|verbose|timing) */)) return found_head("DEBUG")
if (match(text, /^log4j:DEBUG */)) return found_head("DEBUG")
if (text ~ /^((verb|http) [a-z]+ |verbose [0-9]+[.][0-9]+ )/) return found_text("DEBUG")
if (text ~ /^((npm )?sill [a-z]+ |npm silly )/) return found_text("TRACE")
if (text ~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return found_text("ERROR")
if (text ~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return found_text("WARN")
if (text ~ /^info [A-Z"]/) return found_text("INFO")
}
if (text ~ /^(docker: )?Error (response )?from /) return found_text("ERROR")
if (index("DE", first)) {
if (text ~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return found_text("ERROR")
if (text ~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return found_text("WARN")
}
if (index(text, ":") && text ~ /^[^ ]+: hint: /) return found_text("INFO")
if (index("fhst", first)) {
if (match(text, /^hint: /)) return found_head("INFO")
if (match(text, /^(trace|silly): /)) return found_head("TRACE")
if (text ~ /^failed: [[][^]]*[]] /) return found_text("ERROR")
}
if (index("[", first) && match(text, /^[[]DEPRECATION WARNING[]]: /)) return found_head("WARN")
if (index(text, ":")) {
if (text ~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: / && found_word(text, 0, "", " verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ", "word", 0)) return 1
if (text ~ /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: / && found_behind(text, "([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?", "[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ", "", " trace finest debug dbg verbose fine finer info information informational notice note config warn warning caution warnung avertissement advertencia error err severe critical crit fatal alert emerg emergency panic fehler ", "behind a place", 0)) return 1
if (text ~ /^[^ ]+: LOG:  /) return found_text("INFO")
if (text ~ /^[^ ]+: [[][A-Za-z]+[]]/ && found_word(text, length_of(match(text, /^[^ ]+: [[]/)), "", "", "word", 0)) return 1
if (text ~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: / && found_word(text, length_of(match(text, /^[^ ]+:[0-9]+ - /)), "lower", " error warning info ", "word", 0)) return 1
}
if (index("h", first) && match(text, /^http: +/)) return found_head("DEBUG")
return 0
}
function time_length(text) {
if (match(text, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
if (match(text, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
if (match(text, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
if (match(text, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
return 0
}
function timed_length(text,   start, width) {
start = length_of(match(text, /^ *[[(<]? ?/))
width = time_length(substr(text, start + 1))
return width ? start + width + (substr(text, start + width + 1, 1) ~ /^[])>,;:]/) : 0
}
function message_head_of_pairs(text,   width) {
if (!(width = time_length(text)) || substr(text, width + 1, 1) != " ") return 0
return width + length_of(match(substr(text, width + 1), /^ +/))
}
function elapsed_length(text) {
if (match(text, /^[0-9]+ [[]/)) return RLENGTH
return 0
}
function token_length(text) {
if (match(text, /^[ \t]*[[][^]]*[]]:?/)) return RLENGTH
if (match(text, /^[ \t]*[(][^)]*[)]:?/)) return RLENGTH
if (match(text, /^[ \t]*[{][{]?[^{}]*[}]+/)) return RLENGTH
if (match(text, /^[ \t]*<[^>]*>/)) return RLENGTH
if (match(text, /^[ \t]*[0-9][0-9.]*s?:/)) return RLENGTH
if (match(text, /^[ \t]*[0-9][0-9.]*s? /)) return RLENGTH
if (match(text, /^[ \t]*0x[0-9a-f]+/)) return RLENGTH
if (match(text, /^[ \t]*-+/)) return RLENGTH
if (match(text, /^[ \t]*[|]/)) return RLENGTH
if (match(text, /^[ \t]*#[0-9]+/)) return RLENGTH
if (match(text, /^[ \t]*[A-Za-z0-9_.$\/@-]+[[][0-9:]*[]]:?/)) return RLENGTH
if (match(text, /^[ \t]*[A-Za-z0-9_.$\/@:()-]+ ([-|]|[^\t -~]+)/)) return RLENGTH
if (match(text, /^[ \t]*[^\t -~]+/)) return RLENGTH
if (match(text, /^[ \t]*main /)) return RLENGTH
if (match(text, /^[ \t]*[A-Za-z0-9_.\/-]+[.][A-Za-z]+:[0-9]+ /)) return RLENGTH
if (match(text, /^[ \t]*[A-Za-z0-9_-]+[.][A-Za-z0-9_.$-]+:? /)) return RLENGTH
if (match(text, /^[ \t]*[^ \t]+@[^ \t]+/)) return RLENGTH
if (match(text, /^[ \t]*[A-Za-z0-9_-]+ [A-Za-z0-9_.-]+[[][0-9]+[]]:?/)) return RLENGTH
return 0
}
function block_head(text) {
if (text ~ /^(( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/) return "python"
if (text ~ /^(panic: |fatal error: |goroutine [0-9]+ [[]|SIG[A-Z]+: )/) return "go"
if (text ~ /^((\/|file:\/|node:|[A-Za-z]:[\\])[^ ]*|[^ ]+[.][cm]?[jt]sx?):[0-9]+$/) return "node_place"
if (text ~ /^(thread \047.*panicked at|The application panicked)/) return "rust"
if (text ~ /^((In addition: )?Warning messages?:|Error in .*: *$|Error: *$|Error in )/) return "r"
if (text ~ /^Unhandled .* in thread/) return "lisp"
if (text ~ /^([^ ]+ [0-9]+, [0-9]+ [0-9:]+ [^ ]+ [^ ]+ [^ ]+$|[0-9-]+ [0-9:]+ [[][^]]*[]] [^ ]+$|[0-9.\/ -]+[ ,]+[0-9:]+ [^ ]+ [^ ]+$)/) return "next_line_s_level"
if (text ~ /^(Exception in thread|PHP (Fatal|Warn)|Fatal error)/ || text ~ /(Exception|Error)(: |$)/) return "exception"
if (text ~ /^\342\225\267$/) return "box"
if (text ~ /^stack traceback:$/) return "lua"
if (text ~ /^[[](ERROR|WARNING|DEPRECATION WARNING)[]]: /) return "ansible"
if (text ~ /^(WARNING|ERROR) in /) return "paragraph"
if (text ~ /^Trace(: |$)/) return "trace"
if (text ~ /^--------------$/) return "statement"
if (text ~ /^File "[^"]*", lines? [0-9-]+(, characters [0-9-]+)?:$/) return "source_place"
return ""
}
function event_continues(text) {
return text ~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack trace|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|Usage: |compilation terminated[.])/
}
function event_caret(text) {
return text ~ /^[ \t]*[~^]+[ \t~^]*$/
}
function event_python_last(text) {
return text ~ /^([A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}
function event_python_traceback(text) {
return text ~ /^(Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/
}
function event_python_box(text) {
return text ~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}
function event_python_again(text) {
return text ~ /^(During handling of the above|The above exception was)/
}
function event_go(text) {
return text ~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}
function event_rust(text) {
return text ~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}
function event_r(text) {
return text ~ /^([0-9]+: |In |Execution halted|Calls:)/
}
function event_postgres(text) {
return text ~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}
function event_exception(text) {
return text ~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}
function event_apart(text) {
return text ~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}
function event_qualified_exception(text) {
return text ~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}
function event_ansible_apart(text) {
return text ~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}
function event_statement_error(text) {
return text ~ /^ERROR [0-9]+ [(]/
}
function event_source_line(text) {
return text ~ /^([0-9]+ [|]|[ \t])/
}
function event_source_error(text) {
return text ~ /^Error( [(][^)]*[)])?:/
}
function event_source_warning(text) {
return text ~ /^(Warning|Alert)( |:)/
}
function event_list_item(text) {
return text ~ /^[-*] /
}
function event_telling(text) {
return text ~ /(xception|rror|raceback)/
}
function message_close(text) {
if (match(text, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return length_of(1)
return 0
}
function message_separator(text) {
if (match(text, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
if (match(text, /^[-|:,]+[ \t]+/)) return RLENGTH
if (match(text, /^[|]/)) return RLENGTH
return 0
}
function message_thread(text) {
if (match(text, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
if (match(text, /^[(][0-9]+[)]/)) return RLENGTH
if (match(text, /^[0-9]+ +---/)) return RLENGTH
if (match(text, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
if (match(text, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
return 0
}
function message_name(text) {
if (match(text, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
if (match(text, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
if (match(text, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
return 0
}
function message_qualified_name(text) {
if (match(text, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
if (match(text, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
return 0
}
function message_basic_name(text) {
if (match(text, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
return 0
}
function message_pair(text) {
if (match(text, /^[A-Za-z0-9_.@-]+="([^"\\]|\\.)*"/)) return RLENGTH
if (match(text, /^[A-Za-z0-9_.@-]+=[^ ]*/)) return RLENGTH
return 0
}
BEGIN {
words_of_level("TRACE", "trace trc trac finest silly trce T V")
words_of_level("DEBUG", "debug dbg dbug debg deb verbose verb vrb fine finer http debugging debu D")
words_of_level("INFO", "info inf information informational notice note config success succ message infos msg log noti I N A M")
words_of_level("WARN", "warn warning wrn caution warnings warnung avertissement advertencia W")
words_of_level("ERROR", "error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro failure fail failed fehler errors pani C E F")
translations_of_level("TRACE", "\346\234\200\343\202\202\350\251\263\347\264\260;LE PLUS PR\303\211CIS;AM FEINSTEN")
translations_of_level("DEBUG", "\350\251\263\347\264\260;\346\231\256\351\200\232;PLUS PR\303\211CIS;PR\303\211CIS;FEIN;FEINER")
translations_of_level("INFO", "\346\247\213\346\210\220;\346\203\205\345\240\261;INFOS;INFORMATION;KONFIGURATION;INFORMACI\303\223N;\344\277\241\346\201\257")
translations_of_level("WARN", "\350\255\246\345\221\212;AVERTISSEMENT;WARNUNG;ADVERTENCIA")
translations_of_level("ERROR", "\351\207\215\345\244\247;\344\270\245\351\207\215;GRAVE;SCHWERWIEGEND")
words_in_order("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel", json_levels)
words_in_order("log/level info/level @fields/level record/level/name _meta/logLevelName", json_nested_levels)
words_in_order("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0", json_messages)
words_in_order("fields/message info/msg data/msg record/message", json_nested_messages)
words_of("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError", json_left_out)
words_of("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace", json_stacks)
words_of("severityNumber severity_number", json_counted_from__)
words_of("short_message host timestamp time _time ts @timestamp", json_beside_numbers_of_syslog)
words_of("time timestamp pid hostname v msg message", json_beside_numbers_of_pino)
words_in_order("s ctx", json_letters)
words_of("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel", json_is_level)
words_of("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0", json_is_message)
}
''
function clean(raw,   parts, item) {
if (index(raw, "\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/, "", raw)
if (!index(raw, "\r")) return raw
sub(/\r+$/, "", raw)
if (!index(raw, "\r")) return raw
for (item = split(raw, parts, "\r"); item; item--) if (!is_blank(parts[item])) return parts[item]
return ""
}
function is_blank(text) {
if (text ~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/, "", text)
if (text ~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/, "", text)
return text == ""
}
function read_line(text) {
line_text = text
line_level = line_rule = ""
line_is_strong = line_start = line_end = 0
if (is_blank(text)) {
line_rule = "blank"
return
}
if (text ~ /^[{].*[}][ \t\r\v\f]*$/ && json_entry(text)) {
line_rule = "JSON"
line_is_strong = 1
return
}
if (timed(text)) return
if (!(rules_before_pairs(text) || pairs(text) || rules_after_pairs(text)) && line_time_end && !begins(text, "  ")) {
line_rule = "time"
line_is_strong = 1
line_end = line_time_end
}
}
function timed(text,   position, is_first, tries, width) {
line_time_end = timed_length(text)
position = line_time_end ? line_time_end : elapsed_length(text) ? index(text, "[") - 1 : 0
if (!position) return 0
is_first = 1
text = substr(text, position + 1)
for (tries = 6; tries; tries--) {
if (read_places(text, is_first)) {
line_rule = "time"
line_is_strong = 1
if (line_start || line_end) {
line_start += position
line_end += position
}
return 1
}
if (!(width = token_length(text))) return 0
is_first = substr(text, width, 1) ~ /[])\200-\377]/
text = substr(text, width + 1)
position += width
}
return 0
}
function pairs(text,   bare, start) {
if (!index(text, "=") || !has_level_pair(text)) return 0
bare = ""
while (match(text, /"([^"\\]|\\.)*"/)) {
start = substr(text, RSTART, RLENGTH)
if (index(start, " ")) gsub(/./, "_", start)
bare = bare substr(text, 1, RSTART - 1) start
text = substr(text, RSTART + RLENGTH)
}
bare = bare text
start = level_pair(" " bare)
return start && found_word(bare, start - 1, "", "", "logfmt", 1)
}
function found(level, rule, start, end, is_strong) {
line_level = level
line_rule = rule
line_start = start
line_end = end
line_is_strong = is_strong
return 1
}
function found_text(level) {
return found(level, "text", 0, 0, 0)
}
function found_head(level) {
return found(level, "text", 0, RLENGTH, 0)
}
function found_stamped(level) {
return found(level, "stamped", 0, RLENGTH, 1)
}
function found_letter(text, rule, is_strong,   width, letter) {
width = RLENGTH
letter = substr(text, match(text, /[A-Z]/), 1)
return letter in level_of && found(level_of[letter], rule, 0, width, is_strong)
}
function found_behind(text, before, after, letters, list, rule, is_strong,   start) {
start = length_of(match(text, "^(" before ")"))
while (start && !(substr(text, 1, start) ~ ("^(" before ")$") && substr(text, start + 1) ~ ("^" after))) start--
return found_word(text, start, letters, list, rule, is_strong)
}
function found_word(text, position, letters, list, rule, is_strong,   word, level) {
text = substr(text, position + 1)
word = match(text, /^[A-Za-z]+/) ? substr(text, 1, RLENGTH) : ""
if (letters == "upper" && word != toupper(word)) return 0
if (letters != "lower") word = tolower(word)
if (!(word in level_of) || list != "" && !index(list, " " word " ")) return 0
level = level_of[word]
text = substr(text, length(word) + 1, 2)
if (level == "DEBUG" && text == "-4") level = "TRACE"
return found(level, rule, position, position + length(word), is_strong)
}
function length_of(start) {
return start && RLENGTH > 0 ? RLENGTH : 0
}
function words_of_level(level, list,   each, item) {
for (item = split(list, each, " "); item; item--) level_of[each[item]] = level
}
function translations_of_level(level, list,   each, item) {
for (item = split(list, each, ";"); item; item--) translated[each[item]] = level
}
function words_in_order(list, names) {
split(list, names, " ")
}
function words_of(list, names,   each, item) {
for (item = split(list, each, " "); item; item--) names[each[item]] = 1
}
function json_entry(text,   level_key, message, rest, item) {
has_escapes = index(text, "\\")
top_count = json_members(text, top_key, top_raw)
if (top_count < 0) return 0
split("", top_index)
for (item = top_count; item; item--) top_index[top_key[item]] = item
if (!json_level()) return 0
level_key = json_level_key
rest = ""
json_gone = 0
message = json_message()
sub(/\n+$/, "", message)
json_stack_text = ""
for (item = 1; item <= top_count; item++) {
if (item == json_gone || top_key[item] in json_left_out || top_key[item] == level_key) continue
text = top_raw[item]
if (level_key == "" && top_key[item] == "record" && text ~ /^[{]/ && "text" in top_index) text = json_bound(item)
if (text ~ /^[{[]/ || top_key[item] in json_stacks) text = json_without_stack(item)
if (text != "") rest = rest ",\"" top_key[item] "\":" text
}
if (rest != "") message = message (message == "" ? "{" : " {") substr(rest, 2) "}"
message = message (message == "" ? substr(json_stack_text, 2) : json_stack_text)
if (message != "") line_text = message
return 1
}
function json_members(text, keys, raws,   members, pieces, total, item, piece, position, state, stack, start, has_controls) {
members = 0
total = split(text, pieces, "\"")
has_controls = text ~ /[\001-\037]/
position = 1
json_is_loose = 0
state = 4
stack = ""
for (item = 1; ; item++) {
piece = pieces[item]
if (state == 3 && (piece == ":" || piece == ": ")) state = 4
else if (state == 6 && (piece == "," || piece == ", ")) state = substr(stack, length(stack)) == "{" ? 1 : 4
else if (state == 3 && piece ~ /^: ?[1-9][0-9]*, ?$/) {
if (stack == "{") {
match(piece, /[0-9]+/)
raws[members] = substr(piece, RSTART, RLENGTH)
}
state = 1
} else {
json_state = state
json_stack = stack
json_start = start
if (!json_piece(text, piece, position, members, raws)) return -1
state = json_state
stack = json_stack
start = json_start
}
if (item >= total) return state == 7 && !(json_is_loose && index(substr(text, 2), "{") + index(text, "[")) ? members : -1
position += length(piece)
piece = pieces[++item]
if (has_escapes) while (piece ~ /\\$/ && item < total && piece ~ /(^|[^\\])(\\\\)*\\$/) piece = piece "\"" pieces[++item]
if (item >= total) return -1
if ((has_controls || has_escapes) && (state > 3 || stack != "{") && !json_is_string(piece)) json_is_loose = 1
if (state < 3) {
if (stack == "{") keys[++members] = piece
state = 3
} else if (state < 6 && state > 3 && stack != "") {
if (stack == "{") raws[members] = "\"" piece "\""
state = 6
} else return -1
position += length(piece) + 2
}
}
function json_piece(text, piece, position, members, raws,   character) {
while (1) {
if (match(piece, /^[ \t\r\n]+/)) {
position += RLENGTH
piece = substr(piece, RLENGTH + 1)
}
if (piece == "") return 1
character = substr(piece, 1, 1)
if (character == "{" || character == "[") {
if (json_state != 4 && json_state != 5 || json_stack == "" && character == "[") return 0
if (json_stack == "{") json_start = position
json_stack = json_stack character
json_state = character == "{" ? 2 : 5
} else if (character == "}" || character == "]") {
if (json_stack == "" || substr(json_stack, length(json_stack)) != (character == "}" ? "{" : "[")) return 0
if (json_state != 6 && json_state != (character == "}" ? 2 : 5)) return 0
json_stack = substr(json_stack, 1, length(json_stack) - 1)
json_state = json_stack == "" ? 7 : 6
if (json_stack == "{") raws[members] = substr(text, json_start, position + 1 - json_start)
} else if (character == ":") {
if (json_state != 3) return 0
json_state = 4
} else if (character == ",") {
if (json_state != 6) return 0
json_state = json_stack ~ /[{]$/ ? 1 : 4
} else {
if (json_stack == "" || json_state != 4 && json_state != 5) return 0
if (match(piece, /^-?[0-9][-+.0-9eE]*/)) {
if (!json_is_number(substr(piece, 1, RLENGTH))) json_is_loose = 1
} else if (!match(piece, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (json_stack == "{") raws[members] = substr(piece, 1, RLENGTH)
json_state = 6
position += RLENGTH - 1
piece = substr(piece, RLENGTH)
}
position++
piece = substr(piece, 2)
}
}
function json_is_number(text) {
return text ~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function json_is_text(raw) {
return raw ~ /^"/ && (!has_escapes || json_is_string(substr(raw, 2, length(raw) - 2)))
}
function json_is_string(text) {
if (text ~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/, "", text)
return !index(text, "\\")
}
function json_decoded(string,   result, position, code, low) {
result = ""
while (position = index(string, "\\")) {
result = result substr(string, 1, position - 1)
code = substr(string, position + 1, 1)
string = substr(string, position + 2)
if (code == "u") {
code = hexadecimal(substr(string, 1, 4))
string = substr(string, 5)
low = string ~ /^\\u[dD][c-fC-F]/ ? hexadecimal(substr(string, 3, 4)) : 0
if (code > 55295 && code < 56320 && low) {
code = (code - 55296) * 1024 + low + 9216
string = substr(string, 7)
}
result = result utf8(code)
} else result = result (code in json_short ? json_short[code] : code)
}
return result string
}
function hexadecimal(digits,   value, item) {
value = 0
digits = tolower(digits)
for (item = 1; item <= 4; item++) value = value * 16 + index("123456789abcdef", substr(digits, item, 1))
return value
}
function utf8(code) {
if (!code) return "\\u0000"
if (code > 55295 && code < 57344) code = 65533
if (code < 128) return sprintf("%c", code)
if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
if (code < 65536) return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64, 128 + int(code / 64) % 64, 128 + code % 64)
}
function json_string(raw) {
raw = substr(raw, 2, length(raw) - 2)
return index(raw, "\\") ? json_decoded(raw) : raw
}
function json_level(   name, item, text) {
for (name = 1; name in json_levels; name++)
if (json_levels[name] in top_index)
for (item = top_index[json_levels[name]]; item <= top_count; item++)
if (top_key[item] == json_levels[name] && (line_level = json_level_of_word(top_raw[item])) != "") {
json_level_key = top_key[item]
return 1
}
json_level_key = ""
for (name = 1; name in json_nested_levels; name++)
if ((line_level = json_level_of_word(json_nested(json_nested_levels[name]))) != "") return 1
for (name = 1; name in json_levels; name++)
if (json_levels[name] in top_index)
for (item = top_index[json_levels[name]]; item <= top_count; item++)
if (top_key[item] == json_levels[name] && json_is_number(top_raw[item]) && (line_level = json_level_of_number(top_key[item], top_raw[item] + 0)) != "") {
json_level_key = top_key[item]
return 1
}
for (item = 1; item <= top_count; item++)
if (top_key[item] == json_letters[1] && json_letters[2] in top_index && json_is_text(top_raw[item])) {
json_level_key = top_key[item]
text = index("DIWEF", substr(top_raw[item], 2, 1))
line_level = substr(top_raw[item], 2) ~ /^[DIWEF]/ ? level_name(text + 1) : ""
return line_level != ""
}
return 0
}
function json_level_of_word(raw,   word) {
if (!json_is_text(raw)) return ""
word = tolower(json_string(raw))
gsub(/^[\t-\r ]+|[\t-\r ]+$/, "", word)
if (word == "debug-4") return "TRACE"
sub(/[-+].*/, "", word)
return word in level_of ? level_of[word] : ""
}
function json_nested(path,   keys, total, raw, item) {
item = index(path, "/")
if (!(substr(path, 1, item - 1) in top_index)) return ""
total = split(path, keys, "/")
raw = top_raw[top_index[keys[1]]]
for (item = 2; item <= total; item++) raw = json_get(raw, keys[item])
return raw
}
function json_get(raw, key,   keys, raws, item) {
if (raw !~ /^[{]/) return ""
for (item = json_members(raw, keys, raws); item > 0; item--) if (keys[item] == key) return raws[item]
return ""
}
function json_level_of_number(name, value) {
if (name in json_counted_from__)
return value < 1 || value > 24 ? "" : level_name(int((int(value) - 1) / 4) + 1)
if (value >= 0 && value <= 7 && json_has(json_beside_numbers_of_syslog))
return value < 4 ? "ERROR" : value < 5 ? "WARN" : value < 7 ? "INFO" : "DEBUG"
if (value >= 10 && value <= 60 && json_has(json_beside_numbers_of_pino)) return level_name(int(value / 10))
return ""
}
function level_name(item) {
return item < 2 ? "TRACE" : item < 3 ? "DEBUG" : item < 4 ? "INFO" : item < 5 ? "WARN" : "ERROR"
}
function json_has(names,   item) {
for (item = 1; item <= top_count; item++) if (top_key[item] in names) return 1
return 0
}
function json_bound(item,   extra) {
extra = json_get(top_raw[item], "extra")
if (extra !~ /^[{]/) return top_raw[item]
top_key[item] = "extra"
return top_raw[item] = extra ~ /^[{][ \t]*[}]$/ ? "" : extra
}
function json_message(   name, item, keys, raw) {
for (name = 1; name in json_messages; name++)
if (json_messages[name] in top_index && json_messages[name] != json_level_key)
for (item = top_index[json_messages[name]]; item <= top_count; item++)
if (top_key[item] == json_messages[name] && json_is_text(top_raw[item])) {
json_gone = item
return json_string(top_raw[item])
}
for (name = 1; name in json_nested_messages; name++) {
split(json_nested_messages[name], keys, "/")
if (keys[1] in top_index && !(keys[1] in json_left_out))
for (item = top_index[keys[1]]; item <= top_count; item++)
if (top_key[item] == keys[1] && (raw = json_get(top_raw[item], keys[2])) ~ /^"/) {
split(keys[2], keys, " ")
top_raw[item] = json_without(top_raw[item], " " keys[1] " ")
return json_string(raw)
}
}
return ""
}
function json_without(raw, names,   keys, raws, total, item, result) {
total = json_members(raw, keys, raws)
result = ""
for (item = 1; item <= total; item++)
if (!index(names, " " keys[item] " ")) result = result ",\"" keys[item] "\":" raws[item]
return result == "" ? "" : "{" substr(result, 2) "}"
}
function json_without_stack(item,   raw, text) {
raw = top_raw[item]
if (top_key[item] in json_stacks && (text = json_lines(raw)) != "") {
json_stack_text = json_stack_text "\n" text
return ""
}
if (!index(raw, "stack") && !has_escapes || (text = json_stack_of(raw)) == "") return raw
json_causes(raw, text)
return json_without(raw, " type name message stack cause nativeError ")
}
function json_lines(raw,   text, string) {
text = ""
if (raw ~ /^"/) {
if (!index(raw, "\\")) return ""
raw = json_string(raw)
if (!index(raw, "\n")) return ""
sub(/\n+$/, "", raw)
return raw
}
if (raw !~ /^[[].*[]]$/) return ""
if (raw ~ /^[[][ \t]*[{]/) return json_calls(raw)
string = raw
gsub(/"([^"\\]|\\.)*"/, "s", string)
if (string !~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(raw, /"([^"\\]|\\.)*"/)) {
text = text "\n" json_string(substr(raw, RSTART, RLENGTH))
raw = substr(raw, RSTART + RLENGTH)
}
return substr(text, 2)
}
function json_calls(raw,   rest, call, place, method, text) {
rest = raw
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/, "c", rest)
if (rest !~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(raw, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)) {
call = substr(raw, RSTART, RLENGTH)
raw = substr(raw, RSTART + RLENGTH)
place = json_get(call, "fullFilePath")
method = json_get(call, "method")
if (!json_is_text(place)) return ""
place = json_string(place)
text = text "\n    at " (json_is_text(method) && method != "\"[undefined]\"" ? json_string(method) " (" place ")" : place)
}
return substr(text, 2)
}
function json_stack_of(error,   stack, text, name, message) {
stack = json_get(error, "stack")
if ((text = json_lines(stack)) == "" || stack !~ /^[[][ \t]*[{]/) return text
name = json_get(error, "name")
message = json_get(error, "message")
return json_is_text(name) && json_is_text(message) ? json_string(name) ": " json_string(message) "\n" text : text
}
function json_causes(raw, stack,   cause, text, tries) {
json_stack_text = json_stack_text "\n" stack
cause = json_get(raw, "cause")
for (tries = 1; cause ~ /^[{]/ && tries < 10; ) {
text = json_stack_of(cause)
if (text == "") {
text = json_get(cause, "message")
text = text ~ /^"/ ? json_string(text) : "\001"
}
if (text != "\001" && !index(stack, text) && text != "") {
json_stack_text = json_stack_text "\nCaused by: " text
tries++
}
cause = json_get(cause, "cause")
}
if (cause ~ /^"/) json_stack_text = json_stack_text "\nCaused by: " json_string(cause)
}
function block_of(   end) {
if (line_rule == "Erlang") return "paragraph"
if (line_rule == "time" && line_level != "" && !index(line_text, "Error") && !index(line_text, "Exception")) return ""
end = index(line_text, "\n")
return block_head(end ? substr(line_text, 1, end) : line_text)
}
function continues_block() {
if (block == "node_place") return node_place()
if (block == "next_line_s_level") return next_line()
if (block == "source_place") return source_place()
if (block == "statement") return statement()
if (block == "box") return box()
if (block == "ansible") return ansible()
if (block == "python") return python()
if (block == "python done") return python_done()
if (block == "go") return event_go(line_text) ? 1 : ""
if (block == "rust") return !count && !is_after_blank || event_rust(line_text) ? 1 : ""
if (block == "r") return is_after_blank ? "" : !count && !line_is_strong || event_r(line_text) ? 1 : ""
if (block == "paragraph") return is_after_blank || line_is_strong ? "" : 1
if (block == "trace") return begins(line_text, "    at ") && !is_after_blank ? 1 : ""
if (block == "lua") return line_text ~ /^\t/ ? 1 : ""
if (block != "lisp") return ""
if (begins(line_text, "unhandled condition in")) block = ""
return 1
}
function level_in_second_line(text,   end) {
end = index(text, ": ")
if (end) text = substr(text, 1, end - 1)
if (text in translated) return translated[text]
return text == toupper(text) && tolower(text) in level_of ? level_of[tolower(text)] : ""
}
function begins(text, start) {
return substr(text, 1, length(start)) == start
}
function node_place() {
if (!count) return !(is_after_blank || line_is_strong)
if (count == 1) {
if (!event_caret(line_text)) return 0
event_level = "ERROR"
return 1
}
if (begins(line_text, "Node.js v")) block = "exception"
return event_level != ""
}
function next_line(   level) {
if (count || is_after_blank) return ""
level = level_in_second_line(line_text)
if (level == "") return ""
event_level = level
head_rule = "time"
head_is_strong = 1
return 1
}
function source_place() {
if (event_source_error(line_text)) event_level = "ERROR"
else if (event_source_warning(line_text)) event_level = "WARN"
else return !line_is_strong && (event_source_line(line_text) || event_caret(line_text))
block = ""
return 1
}
function statement() {
if (!event_statement_error(line_text)) return !(line_is_strong || line_level != "" || is_after_blank) && count < 200
event_level = "ERROR"
block = ""
return 1
}
function box() {
if (!count)
event_level = begins(line_text, "\342\224\202 Error: ") ? "ERROR" : begins(line_text, "\342\224\202 Warning: ") ? "WARN" : ""
return event_level != "" && line_text ~ /^(\342\224\202|\342\225\265)/
}
function ansible() {
if (line_is_strong || event_ansible_apart(line_text)) return 0
return !is_after_blank || line_text ~ /^[ \t]/ || line_text ~ /^([0-9]+ |Origin: )/
}
function python() {
if (line_text ~ /^([ \t]|Traceback)/ || event_python_again(line_text) || event_python_box(line_text)) return 1
if (event_python_last(line_text) && !(line_is_strong && !index(line_text, ": "))) {
block = "python done"
return 1
}
return !line_is_strong
}
function python_done() {
if (!event_python_again(line_text)) return ""
block = "python"
return 1
}
function take(   answer) {
if (line_rule == "blank") {
take_blank()
return
}
if (is_open && (block != "" || !line_is_strong || line_text ~ /^\t/)) {
answer = continues()
if (answer == "wait") {
wait_for_next()
return
}
if (answer) {
add_line()
return
}
}
if (held_count || waiting_count) close_event()
note_style()
head_text = last_text = line_text
head_level = event_level = line_level
head_rule = line_rule
head_end = line_end
head_is_strong = line_is_strong
hold(line_text, line_level, line_rule, line_start, line_end)
count = is_after_blank = 0
is_open = 1
block = block_of()
if (line_rule == "" && block == "") flush_event()
}
function wait_for_next() {
waiting_text[++waiting_count] = line_text
waiting_level[waiting_count] = line_level
waiting_rule[waiting_count] = line_rule
waiting_start[waiting_count] = line_start
waiting_end[waiting_count] = line_end
}
function hold(text, level, rule, start, end) {
if (held_count++) {
held = held "\n" text
return
}
held = first_text = text
first_level = level
first_rule = rule
first_start = start
first_end = end
}
function flush_event(   item, is_plain) {
if (held_count) send_lines(event_level)
is_plain = event_level == ""
item = waiting_count
waiting_count = held_count = 0
held = ""
for (waiting_next = 1; waiting_next <= item; waiting_next++)
if (is_plain || waiting_rule[waiting_next] != "blank") {
hold_waiting(waiting_next)
send_lines("")
held_count = 0
held = ""
}
}
function hold_waiting(item) {
hold(waiting_text[item], waiting_level[item], waiting_rule[item], waiting_start[item], waiting_end[item])
}
function close_event(   lines, total, item) {
is_open = 0
if (event_level == "" && (block == "node_place" || block == "source_place" || block == "statement")) {
total = split(held, lines, "\n")
held_count = 0
for (item = 1; item <= total; item++) {
if (item == 1) hold(lines[1], first_level, first_rule, first_start, first_end)
else hold(lines[item], last_level, last_rule, last_start, last_end)
send_lines("")
held_count = 0
}
held = ""
}
flush_event()
}
function take_blank() {
is_after_blank = 1
if (!is_open) return
wait_for_next()
if (waiting_count > 100) close_event()
}
function add_line(   item) {
for (item = 1; item <= waiting_count; item++) hold_waiting(item)
waiting_count = 0
hold(line_text, line_level, line_rule, line_start, line_end)
last_text = line_text
last_level = line_level
last_rule = line_rule
last_start = line_start
last_end = line_end
is_after_blank = 0
count++
if (length(held) > 65536 + held_count - 1 && characters(held) > 65536 + held_count - 1) flush_event()
}
function characters(text) {
return length(text) - gsub(/[\200-\277]/, "", text)
}
function continues(   answer) {
answer = block == "" ? "" : continues_block()
if (answer != "") return answer
if (line_is_strong && line_text !~ /^\t/) return 0
if (event_python_traceback(line_text) && !is_after_blank && logs_exceptions()) {
block = "python"
return 1
}
if (event_level == "" && head_rule != "time" && head_rule != "stamped") return 0
if (line_text ~ /^[ \t]/) return continues_indented()
if (has_form()) return 1
if (line_level != "") return 0
return is_after_blank ? is_open_message() : continues_plainly()
}
function logs_exceptions() {
return event_level == "ERROR" || event_level != "" && held_count && (event_level == "WARN" || event_telling(head_text))
}
function has_form(   is_thrown) {
is_thrown = is_exception()
if (is_thrown || block == "" && begins(line_text, "Caused by: ")) block = "exception"
return is_thrown || event_continues(line_text) || event_caret(line_text)
}
function continues_indented() {
if (event_apart(line_text)) return 0
if (!is_after_blank) return 1
if (line_level != "" && line_text ~ /^ /) return 0
if (event_level == "") return is_uniform()
return !head_is_strong || is_grave(event_level) || is_uniform()
}
function continues_plainly() {
if (block_of() != "") return 0
if (head_rule == "time" && has_times) return 1
if (event_postgres(head_text) || announces()) return 1
if (is_open_message() || is_of_logger()) return 1
return event_level != "" && (block == "exception" || !head_is_strong) && !is_held() ? "wait" : 0
}
function is_of_logger() {
return head_is_strong && head_rule != "JSON" && is_grave(event_level) && is_uniform() && line_text !~ /^[[]/
}
function announces() {
if (event_level == "" || is_held()) return 0
return last_text ~ /:[\t-\r ]*$/ || event_list_item(line_text) && event_list_item(last_text)
}
function is_open_message() {
if (head_level == "" || !head_end || substr(head_text, head_end + 1) !~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
return is_uniform() || !is_after_blank && head_text ~ /:[\t-\r ]*$/
}
function is_grave(level) {
return level == "WARN" || level == "ERROR"
}
function note_style() {
if (line_rule == "time" || line_rule == "stamped") has_times = 1
else if (line_level == "") has_text = 1
if (!line_is_strong) return
heads++
if (!is_grave(line_level)) has_low_levels = 1
}
function is_uniform() {
return heads >= 3 && has_low_levels && !has_text
}
function is_exception() {
if (event_level != "ERROR" || !head_is_strong || line_rule != "text") return 0
return is_after_blank ? event_qualified_exception(line_text) : event_exception(line_text)
}
function is_held(   item) {
for (item = 1; item <= waiting_count; item++) if (waiting_rule[item] != "blank") return 1
return 0
}
function send_lines(level,   message) {
message = held
if (leaves_out) message = message_of()
send_level(level == "" ? default_level : level, message)
}
function message_of(   rest, message) {
rest = held_count > 1 ? substr(held, length(first_text) + 2) : ""
if (held_count > 1 && first_level == "" && level_in_second_line(first_line(rest)) != "") {
message = first_line(rest)
return (index(message, ": ") ? substr(message, index(message, ": ") + 2) : "") substr(rest, length(message) + 1)
}
message = head_message()
return held_count < 2 ? message : message == "" ? rest : message "\n" rest
}
function first_line(text) {
return index(text, "\n") ? substr(text, 1, index(text, "\n") - 1) : text
}
function head_message(   text, position) {
text = first_text
if (first_rule == "logfmt") return pairs_message(text)
if (first_rule == "behind a place") {
position = first_end + message_close(substr(text, first_end + 1))
text = substr(text, position + 1)
sub(/^[\t-\r ]+/, "", text)
return substr(first_text, 1, first_start) text
}
if (first_level == "" && first_rule == "time") {
text = substr(text, first_end + 1)
sub(/^[] \t:-]+/, "", text)
return text
}
return first_end ? substr(text, after_level() + 1) : text
}
function after_level(   position, width, tries, has_name, rest) {
position = first_end + message_close(substr(first_text, first_end + 1))
rest = substr(first_text, position + 1)
if (first_rule != "time" && substr(first_text, position, 1) == ":" && (width = message_basic_name(rest)))
return position + width
has_name = 0
for (tries = 8; tries; tries--) {
width = message_separator(rest)
if (!width && !has_name) {
width = message_thread(rest)
if (!width) {
width = first_rule == "time" ? message_name(rest) : message_qualified_name(rest)
has_name = width > 0
}
}
if (!width) break
position += width
rest = substr(rest, width + 1)
}
return position
}
function pairs_message(text,   message, rest, pair, key, value) {
text = substr(text, message_head_of_pairs(text) + 1)
message = rest = ""
while (match(text, /[A-Za-z0-9_.@-]+=/)) {
text = substr(text, RSTART)
pair = substr(text, 1, message_pair(text))
text = substr(text, length(pair) + 1)
key = substr(pair, 1, index(pair, "=") - 1)
value = substr(pair, length(key) + 2)
if (message == "" && key in json_is_message) message = unquoted(value)
else if (!(key in json_left_out) && !(key in json_is_level)) rest = rest (rest == "" ? "" : " ") pair
}
return message (message != "" && rest != "" ? " " : "") rest
}
function unquoted(value,   result, position, character) {
if (length(value) < 2 || value !~ /^"/) return value
value = substr(value, 2, length(value) - 2)
result = ""
while (position = index(value, "\\")) {
character = substr(value, position + 1, 1)
result = result substr(value, 1, position - 1) (character == "n" ? "\n" : character == "t" ? "\t" : character)
value = substr(value, position + 2)
}
return result value
}
function take_raw(raw,   parts, total, item, records, rest, separator) {
if (index(raw, "::{")) {
total = split(raw, parts, "\r")
records = rest = separator = ""
for (item = 1; item <= total; item++) {
if (is_record(parts[item])) records = records parts[item] "\n"
else {
rest = rest separator parts[item]
separator = "\r"
}
}
if (records != "") {
if (!is_blank(rest)) take_raw(rest)
close_event()
send_text(records)
return
}
}
read_line(clean(raw))
take()
}
function is_record(text) {
return text ~ /^::[{].*[}]::$/ && text !~ /\302\205|\342\200[\250\251]/
}
BEGIN {
json_short["b"] = "\b"
json_short["f"] = "\f"
json_short["n"] = "\n"
json_short["r"] = "\r"
json_short["t"] = "\t"
head_text = head_level = head_rule = event_level = held = first_text = block = ""
held_count = waiting_count = count = is_open = is_after_blank = has_times = has_text = has_low_levels = heads = head_is_strong = 0
last_text = ""
}
''
function send_level(level, text) {
if (index(text, "\\u0000")) gsub(/\\u0000/, "\357\277\275", text)
output = text
gsub(/["\\]/, "\\\\&", output)
if (output ~ /[^ -~]/ || length(text) > 15360) {
entry_separator = "\"},{\"level\":\"" level "\",\"message\":\""
output = "::{\"logs\":[{\"level\":\"" level "\",\"message\":\""
units = 0
append_escaped(text)
print output "\"}]}::\n"
} else print "::{\"logs\":[{\"level\":\"" level "\",\"message\":\"" output "\"}]}::\n"
fflush()
}
function send_text(text) {
print text
fflush()
}
function send_status(status) {
if (done == "") return
print "x" (status > 255 ? status - 128 : status) "x\n" | done
close(done)
done = ""
}
BEGIN {
prints_pieces = 1
default_level = ENVIRON["kestra_level"]
leaves_out = ENVIRON["kestra_message"] != ""
mark = ENVIRON["kestra_mark"]
done = ENVIRON["kestra_done"]
part = ""
ticks = 0
}
{
mark_position = index($0, mark)
if (!mark_position) {
ticks = 0
take_raw(part $0)
part = ""
next
}
part = part substr($0, 1, mark_position - 1)
if (/[0-9]$/) {
if (part != "") take_raw(part)
part = ""
close_event()
send_status(substr($0, mark_position + length(mark)) + 0)
} else if (ticks++) flush_event()
}
END {
if (part != "") take_raw(part)
close_event()
send_status(137)
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
