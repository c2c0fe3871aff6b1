# shellcheck shell=sh disable=SC1003,SC2016,SC2154,SC2295,SC3028
# SPDX-License-Identifier: Apache-2.0
#
# kestra.sh - send logs, outputs and metrics to Kestra from a shell script

case ${KESTRA_VERSION-} in 3.0.0) ;; *) KESTRA_VERSION=3.0.0 ;; esac

# --- this shell ---

# Before a #, a brace is a comment to Kestra, which renders pasted scripts.
_kestra_hash='#'
_kestra_lf='
'
_kestra_tab='' # in dash, a rare byte
# In a set, musl takes a backslash for one.
_kestra_unsafe='[!] !#-[^-~]'
_kestra_bytes=''

# A backslash passes over aliases, command and builtin over functions.
_kestra_put='\command printf %s' # in one write(2) ...
_kestra_end=$_kestra_lf # ... that ends so
_kestra_octal='\command printf \' # bytes
_kestra_head=''
_kestra_open='() {'
_kestra_local='\local'
_kestra_begin='' # a scope
_kestra_run='_kestra_without x "$@"'
_kestra_bytewise=''
_kestra_replace='slash' # ${text//a/b}; split: by IFS
_kestra_start=''
_kestra_mark=''
_kestra_failed='' # a backslash when a stream has, which is said once
_kestra_hard='[0-9][0-9][0-9][0-9]:*\"*|*[!\ -~]*|*\\*' # neither plain nor easy
_kestra_easy='*\"*' # quotes only
_kestra_many='1:*' # of the hard ones, all but few quotes ...
_kestra_few='' # ... which this prepares
_kestra_quotes='${1//\"/\\\"}'
_kestra_slow='[5-9][0-9][0-9][0-9]' # lengths where awk is faster

_kestra_text=${BASH_VERSION:+bash}${ZSH_VERSION:+zsh}${KSH_VERSION-}
\command -v builtin >/dev/null 2>&1 || _kestra_text=''
case $_kestra_text in
 bash)
  _kestra_put='\builtin printf %s'
  _kestra_local='\builtin local'
  _kestra_bytewise='\builtin local LC_ALL=C 2>&- || { _kestra_awk "$@" && \return 0; }'
  _kestra_start='case ${BASH_COMPAT:+-}${'$_kestra_hash'1} in
   -*) \return 1 ;;
   ???*) \builtin local LC_ALL=C 2>&- || \: ;; # ${//} is quadratic elsewhere
  esac'
  # With BASH_COMPAT, 5.2 and newer lose a backslash in ${//}.
  _kestra_mark='${BASH_COMPAT:+\\}'
  case $BASH_VERSION in
   [34].*) # a range goes by the locale
    _kestra_hard='[0-9][0-9][0-9][0-9]:*\"*|*[![:ascii:]]*|*[[:cntrl:]]*|*\\*'
    _kestra_start='\builtin local LC_ALL=C 2>&- || \return 1'
  esac ;;
 zsh)
  _kestra_put='\builtin printf %s'
  _kestra_local='\builtin local'
  _kestra_begin='\builtin emulate -L sh; \builtin setopt no_multibyte'
  _kestra_off='2>&-' # its printf succeeds all the same
  _kestra_start=$_kestra_begin ;;
 *MIRBSD*)
  _kestra_put='\builtin print -r --'
  _kestra_end=''
  _kestra_octal='\builtin print -n \0'
  _kestra_local='\builtin typeset'
  _kestra_run='_kestra_without U _kestra_without x "$@"' # characters are bytes
  _kestra_slow='[2-9][0-9][0-9][0-9]' ;; # ${//} is quadratic
 ?*) # ksh93: typeset is local in such a function only; a range is right in C only
  _kestra_head='function '
  _kestra_open=' { \typeset LC_ALL=C;'
  _kestra_local='\typeset'
  _kestra_hard='*[!]-~\ !#-[]*' ;; # a set is faster than two patterns
 *)
  _kestra_text=a
  \command eval '_kestra_text=${_kestra_text//a/b}' 2>/dev/null || { # dash
   _kestra_replace='split'
   _kestra_hard='*[!]-~\ !#-[]*'
   _kestra_easy='""'
   _kestra_many='1:*[!]-~\ -[]*|1:*\"*\"*\"*\"*\"*'
   _kestra_few='\set -- "${1#*\"}" "${1%%\"*}\\\""
      while case $1 in *\"*) ;; *) \break ;; esac; do
       \set -- "${1#*\"}" "$2${1%%\"*}\\\""
      done
      '
   _kestra_quotes='$2$1'
  } ;;
esac
case $_kestra_replace in slash) \eval "_kestra_tab=\$'\\t'" ;; esac

_kestra_names=''
for _kestra_text in place line level stream parts index json length todo text rest safe made \
 seam count byte number code more low high kind key keys value quoted member fault; do
 _kestra_names="$_kestra_names _kestra_$_kestra_text"
done

\eval "$_kestra_head"'_kestra_scope'"$_kestra_open"' # COMMAND...
 '"$_kestra_begin"'
 '"$_kestra_local$_kestra_names"'
 '"$_kestra_run"'
}'

# Kestra takes each line of -x for an error.
_kestra_without() { # FLAG COMMAND...
 case $- in *"$1"*) ;; *) \shift; "$@"; \return ;; esac
 { \set "+$1"; } 2>/dev/null
 _kestra_tail "$@"
 \set -- "$?" "$1"
 { \set "-$2"; \return "$1"; } 2>/dev/null
}

_kestra_tail() { \shift; "$@"; }

# --- face ---

# A backslash marks what is for the scope.
_kestra_define() { # NAME LEVEL [REDIRECTION]
 _kestra_before="$_kestra_put \"::{\\\"logs\\\":[{\\\"level\\\":\\\"$2\\\",\\\"message\\\":\\\""
 _kestra_after="\\\"}]}::$_kestra_end\" ${3-${_kestra_off-}} || _kestra_failed=\\\\"
 _kestra_long="_kestra_scope _kestra_log $2 \"\$@\" || \\:"
 \eval "${_kestra_head}kestra_$1$_kestra_open"'
  case ${1+${'$_kestra_hash'1}}:${2+\\}${KESTRA_FD:+\\}'"$_kestra_mark"'$_kestra_failed${1-\\} in
   [1-9][0-9][0-9][0-9][0-9]*) '"$_kestra_long"' ;;
   '"$_kestra_hard"')
    case $#${KESTRA_FD-}'"$_kestra_mark"'$_kestra_failed:${1-} in
     '"$_kestra_many)
      $_kestra_local _kestra_json"'
      _kestra_quote "$1" && {
       '"$_kestra_before\$_kestra_json$_kestra_after"'
       \return 0
      } ;;
     1:*) '"$_kestra_few$_kestra_before$_kestra_quotes$_kestra_after"'; \return 0
    esac
    '"$_kestra_long"' ;;
   '"$_kestra_easy) $_kestra_before$_kestra_quotes$_kestra_after"' ;;
   *) '"$_kestra_before"'$1'"$_kestra_after"'
  esac
 }'
}

_kestra_define trace TRACE
_kestra_define debug DEBUG
_kestra_define info INFO
_kestra_define warn WARN '>&2'
_kestra_define error ERROR '>&2'

kestra_log() { _kestra_scope _kestra_log "$@"; }
kestra_logs() { _kestra_scope _kestra_logs "$@"; }
for _kestra_text in data:outputs data:assets metric:counter metric:gauge metric:timer; do
 \eval "kestra_${_kestra_text#*:}() {
  _kestra_scope _kestra_${_kestra_text%:*} ${_kestra_text#*:} \"\$@\"
 }"
done

kestra_time() { # NAME COMMAND [ARGUMENT]...
 case $# in 0|1) _kestra_refuse 'kestra_time: expected NAME COMMAND'; \return ;; esac
 _kestra_scope _kestra_string "timer: name" "$1" || \return
 _kestra_clock
 _kestra_text=$1
 \shift
 _kestra_timed "$_kestra_now $_kestra_text" "$@"
}

kestra_failed() { # [LINE], in a trap
 \set -- "$?" "${1-}" "${BASH_COMMAND-}"
 case $1 in 0) ;; *) kestra_error "${2:+line $2: }exit status $1${3:+: $3}" ;; esac
}

kestra_pipe() { # [-j] [LEVEL]
 case ${1-} in -j) ;; *) \set -- '' "$@" ;; esac
 _kestra_scope _kestra_pipe "$@"
}

# The status is the last line of stdout, whose pipe is descriptor 8; 9 is stdout itself.
kestra_run() { # [-j] [-o LEVEL] [-e LEVEL] COMMAND [ARGUMENT]...
 _kestra_join='' _kestra_out=INFO _kestra_err=ERROR
 while \:; do
  case $#:${1-} in
   *:-j) _kestra_join=-j ;;
   [!1]*:-o) _kestra_out=$2; \shift ;;
   [!1]*:-e) _kestra_err=$2; \shift ;;
   0:|*:-*) _kestra_refuse 'kestra_run: expected [-j] [-o LEVEL] [-e LEVEL] COMMAND'; \return ;;
   *) \break
  esac
  \shift
 done
 _kestra_scope _kestra_rank 'kestra_run: -o' "$_kestra_out" || \return
 _kestra_scope _kestra_rank 'kestra_run: -e' "$_kestra_err" || \return
 {
  {
   { # without these braces, zsh writes to both pipes
    (\trap '_kestra_feed "kestra-$$:$?"' EXIT; ("$@")) 2>&1 >&8 8>&- 9>&-
   } | _kestra_scope _kestra_pipe "$_kestra_join" "$_kestra_err" >&9 8>&- 9>&-
  } 8>&1 | _kestra_scope _kestra_pipe "$_kestra_join" "$_kestra_out" 9>&-
 } 9>&1
}

# --- logger ---

_kestra_log() { # LEVEL [WORD]...
 _kestra_place=${1-} _kestra_line=${2-}
 case $# in
  [012]) ;;
  *) \shift 2; for _kestra_text do _kestra_line="$_kestra_line $_kestra_text"; done
 esac
 _kestra_stream=1 _kestra_parts=''
 _kestra_entry level "$_kestra_place" "$_kestra_line" || \return
 _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_parts]}::" || \:
}

_kestra_logs() { # [LEVEL MESSAGE]...
 _kestra_stream=1 _kestra_parts='' _kestra_index=0
 while \:; do
  case $# in
   0) \break ;;
   1) _kestra_refuse "logs[$_kestra_index][\"message\"]: expected a message, got nothing"; \return
  esac
  _kestra_entry "logs[$_kestra_index][\"level\"]" "$1" "$2" || \return
  \shift 2
  _kestra_index=$((_kestra_index + 1))
 done
 case $_kestra_parts in
  ?*) _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_parts]}::" || \:
 esac
}

_kestra_entry() { # PLACE LEVEL MESSAGE
 _kestra_rank "$1" "$2" || \return
 _kestra_level="{\"level\":\"$_kestra_level\",\"message\":\""
 _kestra_escape "$3" "\"},$_kestra_level"
 _kestra_parts="$_kestra_parts${_kestra_parts:+,}$_kestra_level$_kestra_json\"}"
}

_kestra_rank() { # PLACE LEVEL
 # With nocasematch, bash matches letters beyond ASCII.
 case ${2%%[!A-Za-z]*} in "$2") _kestra_level=$2 ;; *) _kestra_level= ;; esac
 case $_kestra_level in
  [Tt][Rr][Aa][Cc][Ee]) _kestra_level=TRACE ;;
  [Dd][Ee][Bb][Uu][Gg]) _kestra_level=DEBUG ;;
  [Ii][Nn][Ff][Oo]) _kestra_level=INFO ;;
  [Ww][Aa][Rr][Nn]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]) _kestra_level=WARN _kestra_stream=2 ;;
  [Ee][Rr][Rr][Oo][Rr]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll])
   _kestra_level=ERROR _kestra_stream=2 ;;
  *)
   _kestra_escape "$2" ''
   _kestra_refuse "$1: expected TRACE, DEBUG, INFO, WARN or ERROR, got \"$_kestra_json\""
 esac
}

_kestra_data() { # KIND [MEMBER]...
 _kestra_kind=$1
 _kestra_members "$@" &&
  _kestra_send "{\"$_kestra_kind\":{$_kestra_parts}}"
}

_kestra_metric() { # KIND NAME VALUE [TAG=TEXT]...
 case $# in 1|2) _kestra_refuse "$1: expected NAME VALUE [TAG=TEXT]..."; \return ;; esac
 _kestra_string "$1: name" "$2" || \return
 _kestra_kind=$1
 _kestra_place="$1 $_kestra_quoted"
 _kestra_check "$_kestra_place: value" "$3" || \return
 _kestra_line="\"name\":$_kestra_quoted,\"type\":\"$1\",\"value\":$_kestra_value"
 \shift 3
 _kestra_members "$_kestra_place: tags" "$@" &&
  _kestra_send "{\"metrics\":[{$_kestra_line,\"tags\":{$_kestra_parts}}]}"
}

_kestra_send() { # PAYLOAD
 _kestra_json=$1 _kestra_fault=''
 case $1 in
  *"$_kestra_lf"*)
   _kestra_awk "\\$1" '' "$_kestra_kind" ||
    { _kestra_refuse "$_kestra_kind: expected awk to check JSON, got none"; \return; }
 esac
 case $_kestra_fault in
  ?*) _kestra_refuse "${_kestra_json##*"$_kestra_lf"}" ;;
  *)
   _kestra_write 1 "::$_kestra_json::" ||
    _kestra_refuse "$_kestra_kind: stdout is closed or full"
 esac
}

_kestra_timed() { # START-AND-NAME COMMAND...
 case $-:$2 in
  *e*:[!/]*) _kestra_tail "$@"; \set -- 0 "$@" ;; # if would take set -e from it
  *) if _kestra_tail "$@"; then \set -- 0 "$@"; else \set -- "$?" "$@"; fi
 esac
 _kestra_clock
 _kestra_scope _kestra_lapse "${2%% *}" "${2#* }" || \:
 \return "$1"
}

_kestra_lapse() { # START NAME
 # For 32 bits, the fraction apart, after a 1.
 _kestra_code=$((${_kestra_now%[.,]*} - ${1%[.,]*}))
 _kestra_more=$((1000000 + 1${_kestra_now#*[.,]} - 1${1#*[.,]}))
 case $_kestra_more in
  ???????) ;;
  *) _kestra_code=$((_kestra_code - 1)) _kestra_more=$((_kestra_more + 1000000))
 esac
 case $_kestra_code in -*) _kestra_code=0 ;; esac
 _kestra_metric timer "$2" "$_kestra_code.${_kestra_more#1}"
}

_kestra_clock() { # with six decimals
 case ${ZSH_VERSION:+zsh}${EPOCHREALTIME-}${KSH_VERSION:+ksh} in
  zsh*)
   _kestra_now='%D{''%s.%6.}'
   \eval '_kestra_now=${(%)_kestra_now}' ;;
  *[.,]??????*) _kestra_now=$EPOCHREALTIME ;;
  ksh) _kestra_now=$(\command printf '%(%s.%6N)T') ;;
  *)
   { \command read -r _kestra_now _kestra_more </proc/uptime; } 2>/dev/null ||
    _kestra_now=$(\command date +%s).00
   _kestra_now=${_kestra_now}0000
 esac
}

_kestra_refuse() { # PROBLEM
 _kestra_feed "kestra: $1" >&2 || \:
 \return 1
}

_kestra_pipe() { # JOIN [LEVEL]
 _kestra_stream=1
 _kestra_rank level "${2-INFO}" || \return
 case ${KESTRA_FD-} in
  [1-9]|[1-9][0-9]|[1-9][0-9][0-9]) { \: >&"$KESTRA_FD"; } 2>&- && _kestra_stream=$KESTRA_FD
 esac
 \command -v awk >/dev/null || { _kestra_read; \return; }
 case $1 in
  '') _kestra_lines lines ;;
  *) { _kestra_tick & \command cat; \kill "$!"; } | _kestra_lines join
 esac
}

_kestra_lines() { # KIND
 \set -- LC_ALL=C kestra_kind="$1" kestra_level="$_kestra_level" kestra_mark="kestra-$$:"
 case $_kestra_stream in 1) \set -- "$@" kestra_errors='cat >&7' ;; esac
 # Otherwise, mawk waits for 4 KB.
 case $(\command awk -W version </dev/null 2>&1) in
  mawk*) \set -- "$@" awk -W interactive ;;
  *) \set -- "$@" awk
 esac
 \command env "$@" "$_kestra_program" 7>&2 >&"$_kestra_stream" 2>/dev/null
}

# Two marks with no line between them end an event.
_kestra_tick() {
 while _kestra_feed "kestra-$$:"; do \command sleep 1 >/dev/null 2>&1; done
}

# Without awk.
_kestra_read() {
 _kestra_kind=$_kestra_level _kestra_value=0
 while IFS= \command read -r _kestra_line || case $_kestra_line in '') \break ;; esac; do
  case $_kestra_line in
   ::\{*\}::) _kestra_write "$_kestra_stream" "$_kestra_line" ;;
   "kestra-$$:"*) _kestra_value=${_kestra_line##*:} ;;
   *"kestra-$$:"*)
    _kestra_value=${_kestra_line##*:}
    _kestra_log "$_kestra_kind" "${_kestra_line%"kestra-$$:"*}" ;;
   *) _kestra_log "$_kestra_kind" "$_kestra_line"
  esac
 done
 \return "$_kestra_value"
}

# --- wire ---

\eval '_kestra_measure() { _kestra_length=${'$_kestra_hash'1}; }'

_kestra_members() { # PLACE [KEY=TEXT|KEY:=JSON]...
 _kestra_place=$1 _kestra_keys=$_kestra_lf _kestra_parts=''
 \shift
 for _kestra_member do
  _kestra_key=${_kestra_member%%=*}
  case $_kestra_key in
   "$_kestra_member") _kestra_refuse "$_kestra_place: expected KEY=TEXT, got no ="; \return
  esac
  _kestra_member=${_kestra_member#"$_kestra_key="}
  case $_kestra_place:$_kestra_key in
   outputs:*:|assets:*:) _kestra_key=${_kestra_key%:} _kestra_value=json ;;
   *) _kestra_value=text
  esac
  _kestra_string "$_kestra_place: name" "$_kestra_key" || \return
  _kestra_key=$_kestra_quoted
  case $_kestra_keys in
   *"$_kestra_lf$_kestra_key$_kestra_lf"*)
    _kestra_refuse "$_kestra_place: expected each key once, got $_kestra_key twice"; \return
  esac
  _kestra_keys=$_kestra_keys$_kestra_key$_kestra_lf
  case $_kestra_value in
   json) _kestra_check "${_kestra_place}[$_kestra_key]" "$_kestra_member" || \return ;;
   *)
    _kestra_string "${_kestra_place}[$_kestra_key]" "$_kestra_member" || \return
    _kestra_value=$_kestra_quoted
  esac
  _kestra_parts=$_kestra_parts${_kestra_parts:+,}$_kestra_key:$_kestra_value
 done
}

# Other JSON is for awk: after two backslashes and the place, before one.
_kestra_check() { # PLACE JSON
 _kestra_value=$2
 _kestra_measure "$2"
 case $_kestra_kind:$_kestra_length:$2 in
  *s:*:true|*s:*:false|*s:*:null) \return ;;
  *:???*:*|timer:*:-*|timer:*:*[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*) ;;
  *)
   case $2 in ''|-|.*|-.*|*.|?*-*|*.*.*|0[0-9]*|-0[0-9]*|*[!.0-9-]*) ;; *) \return ;; esac
 esac
 case $_kestra_lf$2 in
  *"$_kestra_lf"\\*) _kestra_refuse "$1: expected JSON, got a backslash" ;;
  *) _kestra_value="$_kestra_lf\\\\$1$_kestra_lf$2$_kestra_lf\\"
 esac
}

_kestra_string() { # PLACE TEXT
 case $1:$2 in *': name:') _kestra_refuse "$1: expected text, got an empty one"; \return ;; esac
 _kestra_fault=''
 _kestra_escape "$2" ''
 case $2 in *\\u0000*) _kestra_fault='text without the six characters \u0000' ;; esac
 case $_kestra_fault in
  '') _kestra_quoted=\"$_kestra_json\" ;;
  *) _kestra_refuse "$1: expected $_kestra_fault"
 esac
}

# A message has a SEAM for where Kestra would cut it.
_kestra_escape() { # TEXT SEAM
 _kestra_quote "$1" && \return 0
 case $?:$1 in
  2:*) _kestra_awk "$@" && \return 0 ;;
  *[!\ -~$_kestra_tab$_kestra_lf]*)
   _kestra_measure "$1"
   case $_kestra_length in [1-4]??|??|?) ;; *) _kestra_awk "$@" && \return 0 ;; esac
 esac
 _kestra_bytewalk "$@"
}

# Status 1: not ASCII, 2: too long.
_kestra_ascii='case ${'$_kestra_hash'1}:$1 in
  '"$_kestra_slow"':*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
  *\\u0000*|*[!\ -~$_kestra_tab$_kestra_lf]*) \return 1
 esac'
case $_kestra_replace in
 slash)
  \eval '_kestra_quote() { # TEXT
   '"$_kestra_start"'
   '"$_kestra_ascii"'
   _kestra_json="${1//\\/\\\\}"
   _kestra_json="${_kestra_json//\"/\\\"}"
   _kestra_json="${_kestra_json//"$_kestra_lf"/\\n}"
   _kestra_json="${_kestra_json//"$_kestra_tab"/\\t}"
  }' ;;
 split)
  \eval '_kestra_quote() { # TEXT
   '"$_kestra_ascii"'
   # Splitting takes several newlines for one.
   case $1 in "$_kestra_lf"*|*"$_kestra_lf$_kestra_lf"*) \return 1 ;; esac
   \command local IFS= 2>&- || \return 1 # read-only
   \local - IFS _kestra_mark _kestra_piece
   \set -f
   _kestra_json=$1. # keeps a separator at the end
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
esac

# In blocks: to take a prefix off is quadratic.
\eval '_kestra_bytewalk() { # TEXT SEAM
 '"$_kestra_bytewise"'
 case $_kestra_bytes:$1 in :*[!\ -~$_kestra_lf]*) _kestra_table ;; esac
 _kestra_todo=$1 _kestra_seam=$2
 _kestra_walk
}'

_kestra_walk() {
 _kestra_text='' _kestra_made='' _kestra_json='' _kestra_count=0
 while \:; do
  case $_kestra_text in
   ????????*) ;;
   *)
    _kestra_json=$_kestra_json$_kestra_made _kestra_made=''
    _kestra_refill
    case $_kestra_text in '') \break ;; esac
  esac
  _kestra_safe=${_kestra_text%%$_kestra_unsafe*}
  case $((_kestra_count > 15288)) in 1) _kestra_safe= ;; esac
  case $_kestra_safe in
   ?*)
    _kestra_text=${_kestra_text#"$_kestra_safe"}
    _kestra_measure "$_kestra_safe"
    _kestra_append "$_kestra_safe" "$_kestra_length"
    \continue
  esac
  _kestra_peek
  _kestra_text=$_kestra_rest
  case $_kestra_byte in
   \") _kestra_append '\"' 1 ;;
   \\)
    case $_kestra_seam in ?*) _kestra_rest=${_kestra_text#u0000} ;; esac
    case $_kestra_rest in
     "$_kestra_text") _kestra_append '\\' 1 ;;
     *) _kestra_text=$_kestra_rest; _kestra_append '\ufffd' 1
    esac ;;
   "$_kestra_lf") _kestra_append '\n' 1 ;;
   [\ -~]) _kestra_append "$_kestra_byte" 1 ;;
   *) _kestra_decode
  esac
 done
}

case $_kestra_replace in
 slash)
  # In ksh93, %% is wrong when the text is one character many times.
  \eval '
  _kestra_peek() { _kestra_byte=${_kestra_text:0:1} _kestra_rest=${_kestra_text:1}; }
  _kestra_refill() {
   _kestra_text=$_kestra_text${_kestra_todo:0:64} _kestra_todo=${_kestra_todo:64}
  }' ;;
 split)
  _kestra_peek() {
   _kestra_rest=${_kestra_text#?}
   _kestra_byte=${_kestra_text%%"$_kestra_rest"}
  }
  _kestra_refill() {
   _kestra_rest=${_kestra_todo#????????????????????????????????}
   case $_kestra_rest in "$_kestra_todo") _kestra_rest= ;; esac
   _kestra_text=$_kestra_text${_kestra_todo%%"$_kestra_rest"}
   _kestra_todo=$_kestra_rest
  }
esac

_kestra_append() { # TEXT UNITS
 case $((_kestra_count + $2 > 15360)) in 1) _kestra_made=$_kestra_made$_kestra_seam _kestra_count=0 ;; esac
 _kestra_made=$_kestra_made$1
 _kestra_count=$((_kestra_count + $2))
}

# U+FFFD where UTF-8 breaks off.
_kestra_decode() {
 _kestra_number
 _kestra_code=$_kestra_number
 case $_kestra_code in
  8) _kestra_append '\b' 1; \return ;;
  9) _kestra_append '\t' 1; \return ;;
  12) _kestra_append '\f' 1; \return ;;
  13) _kestra_append '\r' 1; \return
 esac
 \set -- "$_kestra_code"
 _kestra_low=$(($1 == 224 ? 160 : $1 == 240 ? 144 : 128))
 _kestra_high=$(($1 == 237 ? 159 : $1 == 244 ? 143 : 191))
 _kestra_more=$(($1 < 194 || $1 > 244 ? 0 : 1 + ($1 > 223) + ($1 > 239)))
 case $_kestra_more in
  0) case $(($1 > 127)) in 1) _kestra_code=65533 _kestra_fault=UTF-8 ;; esac ;;
  *) _kestra_code=$(($1 - 256 + (128 >> _kestra_more)))
 esac
 while case $_kestra_more in 0) \break ;; esac; do
  _kestra_peek
  _kestra_number
  case $((_kestra_number < _kestra_low || _kestra_number > _kestra_high)) in
   1) _kestra_code=65533 _kestra_fault=UTF-8; \break
  esac
  _kestra_text=$_kestra_rest
  _kestra_code=$((_kestra_code * 64 + _kestra_number - 128))
  _kestra_low=128 _kestra_high=191 _kestra_more=$((_kestra_more - 1))
 done
 _kestra_safe='' _kestra_more=1
 case $((_kestra_code > 65535)) in
  1)
   _kestra_hex $((_kestra_code / 1024 + 55232))
   _kestra_code=$((_kestra_code % 1024 + 56320)) _kestra_more=2
 esac
 _kestra_hex "$_kestra_code"
 _kestra_append "$_kestra_safe" "$_kestra_more"
}

_kestra_number() { # of _kestra_byte: 0 at the end, 256 if printable
 case $_kestra_byte in '') _kestra_number=0; \return ;; esac
 _kestra_measure "${_kestra_bytes%%"$_kestra_byte"*}"
 _kestra_number=$((_kestra_length < 31 ? _kestra_length + 1 : _kestra_length + 96))
}

_kestra_hex() { # CODE
 \set -- "$1" 0 1 2 3 4 5 6 7 8 9 a b c d e f
 \eval "_kestra_safe=\$_kestra_safe\\\\u\${$(($1 / 4096 + 2))}\${$(($1 / 256 % 16 + 2))}\${$(($1 / 16 % 16 + 2))}\${$(($1 % 16 + 2))}"
}

# 1 to 31 and 127 to 255, by one fork.
_kestra_table() {
 _kestra_made=
 for _kestra_high in 00 01 02 03 17 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37; do
  for _kestra_low in 0 1 2 3 4 5 6 7; do
   case $_kestra_high$_kestra_low in
    000|17[0-6]) ;;
    *) _kestra_made=$_kestra_made${_kestra_octal##* }$_kestra_high$_kestra_low
   esac
  done
 done
 \eval "_kestra_bytes=\$(${_kestra_octal% *} \"\$_kestra_made\")"
}

_kestra_awk() { # TEXT SEAM [KIND]
 _kestra_json=$(
  _kestra_feed "$1" 2>&- |
   \command env LC_ALL=C kestra_seam="$2" kestra_kind="${3-}" awk "$_kestra_program" 2>/dev/null
 ) || \return 1
 case $_kestra_json in *.) ;; *!) _kestra_fault=UTF-8 ;; *) \return 1 ;; esac
 _kestra_json=${_kestra_json%?}
}

_kestra_program='
function put(text, units) {
 if (count + units > limit) { made = made seam; count = 0 }
 count += units
 made = made text
 if (length(made) > 4000 && kind != "join") { print made; made = "" }
}
function escape(v) {
 if (v in short) return short[v]
 if (v > 65535) return escape(int(v / 1024) + 55232) escape(v % 1024 + 56320)
 return v > 31 && v < 127 ? sprintf("%c", v) : sprintf("\\u%04x", v)
}
function decode(text,   more, low, high, byte) {
 v = code[substr(text, 1, 1)]
 if (!v) v = 65533 # gawk lets a NUL in
 taken = 1
 low = v == 224 ? 160 : v == 240 ? 144 : 128
 high = v == 237 ? 159 : v == 244 ? 143 : 191
 more = v < 194 || v > 244 ? 0 : 1 + (v > 223) + (v > 239)
 if (more) v -= 256 - (more > 2 ? 16 : 64 / more) # ^ may be missing in busybox
 else if (v > 127) { v = 65533; invalid = 1 }
 for (; more; more--) {
  byte = code[substr(text, taken + 1, 1)]
  if (byte < low || byte > high) { v = 65533; invalid = 1; return }
  v = v * 64 + byte - 128
  taken++; low = 128; high = 191
 }
}
function fail(reason,   level) {
 if (problem != "") return
 problem = head
 for (level = 1; level <= depth; level++) if (at[level] != "") problem = problem "[" at[level] "]"
 problem = problem ": expected " reason
}
# From a part, as substr counts from the start.
function peek(width) {
 if (offset > 2000 && base + 4096 <= size) {
  base += offset - 1; offset = 1
  part = substr($0, base, 4096)
 }
 return substr(part, offset, width)
}
function say(text, width) {
 print text
 offset += width
 if (want == "key") said = said text
}
function hex(text,   digit, v, n) {
 for (digit = 3; digit < 7; digit++) {
  n = index("0123456789abcdef", tolower(substr(text, digit, 1))) - 1
  if (n < 0) return n
  v = v * 16 + n
 }
 return v
}
function string(   text, width, low) {
 said = recent = ""; units = 0
 for (say("\"", 1); problem == ""; ) {
  text = peek(256)
  width = match(text, /[^] !#-[^-~]/) ? RSTART - 1 : length(text)
  if (width) say(text = substr(text, 1, width), width)
  else if (text ~ /^"/) { say("\"", 1); return }
  else {
   if (text ~ /^\\u/ && (v = hex(text)) >= 0) {
    taken = 6
    if (v >= 55296 && v < 56320 && substr(text, 7) ~ /^\\u[Dd][C-Fc-f]/ && (low = hex(substr(text, 7))) >= 0) {
     v = (v - 55232) * 1024 + low - 56320; taken = 12
    }
    if (!v || v >= 55296 && v < 57344) fail("text without U+0000 and lone surrogates")
   } else if (text ~ /^\\["\\\/bfnrt]/) { v = back[substr(text, 2, 1)]; taken = 2 }
   else {
    decode(text)
    if (text !~ /^[^\\]/ || v < 32) fail("a JSON string, got none")
    if (invalid) fail("UTF-8, got other bytes")
   }
   text = escape(v); width = 1 + (v > 65535)
   say(text, taken)
   if (v == 92) text = "\\"
  }
  if ((units += width) > 20000000) fail("text of at most 20000000 UTF-16 units")
  recent = substr(recent, length(recent) - 4) text
  if (index(recent, "\\u0000")) fail("text without the six characters \\u0000")
 }
}
function number(text) {
 if (gsub(/[0-9]/, "&", text) > 1000) fail("a number of at most 1000 digits")
 if ((kind !~ /s$/ || text ~ /[.eE]/) && (text + 0 > largest || text + 0 < -largest)) fail("a number that a double holds")
 if (kind == "timer" && (text + 0 < 0 || text + 0 > 9000000000)) fail("from 0 to 9000000000 seconds, got " text)
 say(text, length(text))
}
function start(first,   text) {
 want = depth ? "comma" : "end"
 text = peek(1100)
 if (kind !~ /s$/ && text !~ /^-?[0-9]/) fail("a number")
 else if (first == "\"") string()
 else if (first == "{" || first == "[") {
  if (depth == 998) fail("at most 1000 levels of nesting")
  want = open[++depth] = first
  at[depth] = first == "[" ? 0 : ""
  say(first, 1)
 } else if (match(text, /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/)) number(substr(text, 1, RLENGTH))
 else if (match(text, /^(true|false|null)/)) say(substr(text, 1, RLENGTH), RLENGTH)
 else fail("a JSON value, got " (match(text, /^[-+.A-Za-z0-9]+/) ? substr(text, 1, RLENGTH) : "none"))
}
function parse(   first) {
 size = length($0); base = offset = 1
 part = substr($0, 1, 4096)
 while (problem == "" && (first = peek(1)) != "") {
  if (index(" \t\r", first)) offset++
  else if (want == "value" || want == "[" && first != "]") start(first)
  else if (first == "\"" && (want == "{" || want == "key")) {
   want = "key"; string()
   want = "colon"; at[depth] = said
  } else if (first == ":" && want == "colon") { want = "value"; say(first, 1) }
  else if (first == "," && want == "comma") {
   say(first, 1)
   want = open[depth] == "[" ? "value" : "key"
   if (want == "value") at[depth]++
  } else if (depth && first == (open[depth] == "[" ? "]" : "}") && want ~ /comma|[[{]/) {
   want = --depth ? "comma" : "end"; say(first, 1)
  } else fail("JSON, got a character out of place")
 }
}
function quote(line,   place, text) {
 size = length(line)
 for (place = 1; place <= size; place += taken) {
  text = substr(line, place, 256)
  taken = match(text, /[^ -~]/) ? RSTART - 1 : length(text)
  if (taken > 0) {
   if (count < limit && count + taken > limit) taken = limit - count
   text = substr(text, 1, taken)
   gsub(/["\\]/, "\\\\&", text)
   put(text, taken)
  } else { decode(text); put(escape(v), 1 + (v > 65535)) }
 }
}
function record(text, failed,   first) {
 if (text !~ /^::[{].*[}]::$/) {
  first = head
  if (failed) sub(/[A-Z]+/, "ERROR", first)
  if (index(text, "\\u0000")) gsub(/\\u0000/, "\357\277\275", text)
  made = text
  gsub(/["\\]/, "\\\\&", made)
  if (made ~ /[^ -~]/ || length(text) > 15360) {
   seam = "\"}," substr(first, 12)
   made = first; first = ""; count = 0
   quote(text)
  }
  text = first made tail
 } else text = text "\n"
 if (failed && errors != "") { print text | errors; fflush(errors) }
 else { print text; fflush() }
}
function send() {
 if (held) record(event, failed)
 for (; gap; gap--) record("")
 held = failed = traceback = 0
}
function goes_on(text) {
 if (text == "") return held > 1
 if (text ~ /^  [+] Exception Group Tr|^Traceback [(]/) return event ~ /exception( occurred)?:$/
 if (text ~ /^[ \t]/) return failed || !gap && event != ""
 if (text ~ /^(During handling of the|The above exception was|Caused by:) /) return failed
 if (text ~ /^[]})]/) return held > 1 && !gap
 return text ~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/ && (traceback || event ~ /\n *[~^]+ *$/)
}
function line(text) {
 if (index(text, "\r")) { sub(/\r+$/, "", text); sub(/.*\r/, "", text) }
 if (kind != "join") { record(text); return }
 idle = 0
 if (!held || length(event) > 99999 || !goes_on(text)) { send(); event = text; held = 1 }
 else if (text == "") { gap++; return }
 else {
  for (; gap; gap--) event = event "\n"
  if (text ~ /^[^ \t]/ && event ~ /\^ *$/) failed = 1
  event = event "\n" text; held++
 }
 if (text ~ /Traceback [(]most recent call last[)]:$/) traceback = failed = 1
 else if (text ~ /^[^ \t]/) traceback = 0
 if (text ~ /^[ \t]+at [^ ]/) failed = 1
}
BEGIN {
 ORS = ""
 for (v = 1; v < 256; v++) code[sprintf("%c", v)] = v
 split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /", word, " ")
 for (v = 1; v < 16; v += 2) {
  back[word[v + 1]] = word[v] + 0
  if (v < 15) short[word[v] + 0] = "\\" word[v + 1]
 }
 seam = ENVIRON["kestra_seam"]; kind = ENVIRON["kestra_kind"]
 mark = ENVIRON["kestra_mark"]; errors = ENVIRON["kestra_errors"]
 head = "::{\"logs\":[{\"level\":\"" ENVIRON["kestra_level"] "\",\"message\":\""; tail = "\"}]}::\n"
 want = "end"; largest = 1.7976931348623157e308
 limit = (seam mark) == "" ? largest : 15360
}
kind == "lines" && !/[^ -~]/ && !/^::[{]/ && length($0) < 15360 && !index($0, "\\u0000") && !index($0, mark) {
 gsub(/["\\]/, "\\\\&")
 print head $0 tail
 fflush()
 next
}
mark != "" {
 if (place = index($0, mark)) {
  if (/[0-9]$/) status = substr($0, place + length(mark)) + 0
  else if (idle++) send()
  part = part substr($0, 1, place - 1)
 } else { line(part $0); part = "" }
 next
}
kind != "" {
 if (/^\\\\/) { head = substr($0, 3); want = "value" }
 else if (/^\\/ && want == "end") print substr($0, 2)
 else if (problem == "") parse()
 next
}
NR > 1 { put("\\n", 1) }
{
 if (seam != "") gsub(/\\u0000/, "\357\277\275")
 quote($0)
}
END {
 if (mark != "") {
  if (part != "") line(part)
  send()
  exit status > 255 ? status - 128 : status # ksh93
 }
 if (want != "end") fail("more JSON, got its end")
 if (problem != "") print "\n" problem
 print made (problem != "" || invalid ? "!" : ".")
}
'

# --- stream ---

\eval '_kestra_feed() { '"$_kestra_put"' "$1'"$_kestra_end"'"; }'

# What cannot be written to KESTRA_FD goes to the usual stream.
_kestra_write() { # STREAM RECORD
 case ${KESTRA_FD-} in
  [12]) \set -- "$KESTRA_FD" "$2" ;;
  [3-9]|[1-9][0-9]|[1-9][0-9][0-9])
   { _kestra_feed "$2" >&"$KESTRA_FD"; } 2>&- && \return 0
 esac
 case $1 in
  1) { _kestra_feed "$2" >&1; } 2>&- ;;
  *) _kestra_feed "$2" >&2
 esac
}
