# shellcheck shell=sh disable=SC1003,SC2016,SC2154,SC2295,SC3028 # code in quotes
# SPDX-License-Identifier: Apache-2.0
#
# kestra.sh - send logs, outputs and metrics to Kestra from a shell script
#
#   . ./kestra.sh
#   kestra_info "Hello World!"
#   kestra_outputs file=orders.csv rows:=3
#   kestra_counter rows 3 table=orders
#
# Inside $(...) stdout is a variable: there, name another descriptor for all records:
#
#   exec 3>&1; KESTRA_FD=3
#
# For dash, bash 3.2 and newer, busybox ash, mksh, ksh93 and zsh. More is in README.md.

case ${KESTRA_VERSION-} in 3.0.0) ;; *) KESTRA_VERSION=3.0.0 ;; esac # it may be read-only

# --- this shell ---

# Kestra renders pasted scripts, and takes a brace before # for a comment: eval adds it.
_kestra_hash='#'
_kestra_lf='
'
_kestra_tab='' # dash has no word for it: there it is a rare byte
_kestra_block='????????????????????????????????????????????????????????????????'
# What JSON has to escape. musl takes a backslash in the set for a character.
_kestra_unsafe='[!] !#-[^-~]'
_kestra_bytes=''

# Words of this shell. A backslash passes over aliases, command and builtin over functions.
_kestra_put='\command printf %s' # writes in one write(2) ...
_kestra_end=$_kestra_lf # ... that ends with this
_kestra_octal='\command printf \' # prints octal bytes
_kestra_function='' # before a function's name ...
_kestra_open='() {' # ... and after it
_kestra_local='\local'
_kestra_begin='' # begins a scope
_kestra_run='_kestra_without x "$@"' # runs in it
_kestra_bytewise='' # makes a character a byte
_kestra_replace='slash' # ${text//a/b}; split: by IFS
_kestra_quote_start='' # begins _kestra_quote
_kestra_quick='yes' # escapes ASCII without a scope
_kestra_plain='${KESTRA_FD-}' # empty when plain
_kestra_hard='*[!\ -~]*|*\\*' # not quotes alone
_kestra_slow='[5-9][0-9][0-9][0-9]' # lengths where awk is faster; also five digits

_kestra_text=${BASH_VERSION:+bash}${ZSH_VERSION:+zsh}${KSH_VERSION-}
\command -v builtin >/dev/null 2>&1 || _kestra_text='' # another shell exported it
case $_kestra_text in
  bash)
    _kestra_put='\builtin printf %s'
    _kestra_local='\builtin local'
    # Where LC_ALL is read-only, awk has to do it.
    _kestra_bytewise='\builtin local LC_ALL=C 2>&- || { _kestra_awk "$@" && \return 0; }'
    _kestra_quote_start='case ${BASH_COMPAT:+-}${'$_kestra_hash'1} in
      -*) \return 1 ;;
      ???*) \builtin local LC_ALL=C 2>&- || \: ;; # ${//} is quadratic elsewhere
    esac'
    # With BASH_COMPAT, 5.2 and newer lose a backslash in ${//}.
    _kestra_plain='${KESTRA_FD-}${BASH_COMPAT-}'
    case $BASH_VERSION in
      [34].*) # a range goes by the locale
        _kestra_hard='*[![:ascii:]]*|*[[:cntrl:]]*|*\\*'
        _kestra_quote_start='\builtin local LC_ALL=C 2>&- || \return 1'
    esac ;;
  zsh)
    _kestra_put='\builtin printf %s'
    _kestra_octal='\builtin printf \'
    _kestra_local='\builtin local'
    _kestra_begin='\builtin emulate -L sh; \builtin setopt no_multibyte'
    _kestra_quick='' ;;
  *MIRBSD*)
    _kestra_put='\builtin print -r --'
    _kestra_end=''
    _kestra_octal='\builtin print -n \0'
    _kestra_local='\builtin typeset'
    _kestra_run='_kestra_without U _kestra_without x "$@"' # U: characters are not bytes
    _kestra_slow='[2-9][0-9][0-9][0-9]' ;; # ${//} is quadratic
  ?*) # ksh93: typeset is local in such a function only; in C a range is right, and fast
    _kestra_function='function '
    _kestra_open=' { \typeset LC_ALL=C;'
    _kestra_local='\typeset'
    _kestra_quick='' ;;
  *)
    _kestra_text=a
    \command eval '_kestra_text=${_kestra_text//a/b}' 2>/dev/null || _kestra_replace='split' ;; # dash
esac
case $_kestra_replace in slash) \eval "_kestra_tab=\$'\\t'" ;; esac

\eval "$_kestra_function"'_kestra_scope'"$_kestra_open"' # COMMAND...
  '"$_kestra_begin"'
  '"$_kestra_local"' _kestra_place _kestra_line _kestra_level _kestra_stream \
    _kestra_parts _kestra_index _kestra_json _kestra_length _kestra_todo \
    _kestra_text _kestra_rest _kestra_safe _kestra_done _kestra_seam _kestra_count \
    _kestra_byte _kestra_number _kestra_code _kestra_more _kestra_low _kestra_high \
    _kestra_kind _kestra_key _kestra_keys _kestra_value _kestra_quoted \
    _kestra_member _kestra_fault
  '"$_kestra_run"'
}'

# With -x, a record would bring hundreds of lines on stderr, errors to Kestra.
_kestra_without() { # FLAG COMMAND...
  case $- in *"$1"*) ;; *) \shift; "$@"; \return ;; esac
  { \set "+$1"; } 2>/dev/null
  _kestra_tail "$@"
  \set -- "$?" "$1"
  { \set "-$2"; \return "$1"; } 2>/dev/null
}

_kestra_tail() { \shift; "$@"; }

# --- face ---

# A function in this shell's words, so that a record costs little more than an echo: a plain
# one is written at once, quotes take a replacement, the rest a scope.
_kestra_define() { # FUNCTION LEVEL REDIRECTION
  _kestra_before="$_kestra_put \"::{\\\"logs\\\":[{\\\"level\\\":\\\"$2\\\",\\\"message\\\":\\\""
  _kestra_after="\\\"}]}::$_kestra_end\" $3 || \\:; \\return 0"
  _kestra_measured='${'$_kestra_hash'1}:$1'
  _kestra_call=''
  case $_kestra_quick in
    yes)
      _kestra_call="$_kestra_local _kestra_json; _kestra_quote \"\$1\" && {
              $_kestra_before\$_kestra_json$_kestra_after
            }"
  esac
  case $_kestra_replace in
    slash)
      # ${//} is quadratic in bash with another locale than C, and in mksh.
      _kestra_cases='
          [1-9][0-9][0-9][0-9][0-9]*|[0-9][0-9][0-9][0-9]:*\"*|'"$_kestra_hard"')
            '"$_kestra_call"' ;;
          *\"*) '"$_kestra_before"'${1//\"/\\\"}'"$_kestra_after"' ;;' ;;
    split)
      # One set is faster than two patterns.
      _kestra_cases='
          [1-9][0-9][0-9][0-9][0-9]*|*[!]-~\ !#-[]*)
            '"$_kestra_call"' ;;'
  esac
  \eval "$_kestra_function$1$_kestra_open"'
    case "$'$_kestra_hash'"'"$_kestra_plain"' in
      1)
        case '"$_kestra_measured"' in'"$_kestra_cases"'
          *) '"$_kestra_before"'$1'"$_kestra_after"'
        esac
    esac
    _kestra_scope _kestra_log '"$2"' "$@" || \:
  }'
}

# kestra_trace MESSAGE... to kestra_error: send a log; several arguments are joined by a space.
# Output:  one record, TRACE, DEBUG and INFO on stdout, WARN and ERROR on stderr.
# Returns: 0, also when the stream is closed or full.
_kestra_define kestra_trace TRACE '2>&-'
_kestra_define kestra_debug DEBUG '2>&-'
_kestra_define kestra_info INFO '2>&-'
_kestra_define kestra_warn WARN '>&2'
_kestra_define kestra_error ERROR '>&2'

# kestra_log LEVEL MESSAGE...: send a log of level TRACE, DEBUG, INFO, WARN (WARNING) or ERROR
# (CRITICAL, FATAL), in any case.
# Returns: 0; 1, with a line on stderr and no record, when there is no such level.
kestra_log() { _kestra_scope _kestra_log "$@"; }

# kestra_logs [LEVEL MESSAGE]...: send several logs in one record, none without arguments.
# Output:  one record, on stderr when WARN or ERROR is in it.
# Returns: as kestra_log.
kestra_logs() { _kestra_scope _kestra_logs "$@"; }

# kestra_outputs [NAME=TEXT|NAME:=JSON]...: send outputs. The first = ends a name; numbers stay
# as written; JSON that is no number, true, false or null takes awk.
# Output:  one record on stdout.
# Returns: 0; 1, with the place on stderr and no record, for what would not arrive exactly, and
#          when stdout is closed or full.
kestra_outputs() { _kestra_scope _kestra_data outputs "$@"; }

# kestra_assets inputs:=JSON outputs:=JSON: as kestra_outputs, for the Enterprise edition; the
# open-source one stops reading there, and the next write ends the script.
kestra_assets() { _kestra_scope _kestra_data assets "$@"; }

# kestra_counter NAME VALUE [TAG=TEXT]...: send a number that Kestra adds up.
# kestra_gauge NAME VALUE [TAG=TEXT]...: send a number of which Kestra keeps the last.
# kestra_timer NAME SECONDS [TAG=TEXT]...: send a duration, 0 to 9000000000 seconds.
# As kestra_outputs. Kestra stops reading at a name sent as two types; the shell cannot know.
kestra_counter() { _kestra_scope _kestra_metric counter "$@"; }
kestra_gauge() { _kestra_scope _kestra_metric gauge "$@"; }
kestra_timer() { _kestra_scope _kestra_metric timer "$@"; }

# kestra_time NAME COMMAND [ARGUMENT]...: run a command in this shell, then send its timer.
# Returns: the command's status; 1, without running it, when the name is refused. Under set -e
#          a function that fails ends the script, without a timer.
kestra_time() {
  case $# in 0|1) _kestra_refuse 'kestra_time: expected NAME COMMAND'; \return ;; esac
  _kestra_scope _kestra_name timer "$1" || \return
  _kestra_clock
  _kestra_text=$1
  \shift
  _kestra_timed "$_kestra_now $_kestra_text" "$@"
}

# --- logger ---

_kestra_log() { # LEVEL [WORD]...
  _kestra_place=${1-} _kestra_line=${2-}
  case $# in
    [012]) ;;
    *)
      \shift 2
      for _kestra_text do _kestra_line="$_kestra_line $_kestra_text"; done
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
      1)
        _kestra_refuse "logs[$_kestra_index][\"message\"]: expected a message, got nothing"
        \return
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
  # With nocasematch in bash, letters beyond ASCII match in case.
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
      \return
  esac
  _kestra_level="{\"level\":\"$_kestra_level\",\"message\":\""
  _kestra_escape "$3" "\"},$_kestra_level"
  _kestra_parts="$_kestra_parts${_kestra_parts:+,}$_kestra_level$_kestra_json\"}"
}

_kestra_data() { # KIND [MEMBER]...
  _kestra_kind=$1
  _kestra_members "$@" &&
    _kestra_send "{\"$_kestra_kind\":{$_kestra_parts}}"
}

_kestra_metric() { # KIND NAME VALUE [TAG=TEXT]...
  case $# in 1|2) _kestra_refuse "$1: expected NAME VALUE [TAG=TEXT]..."; \return ;; esac
  _kestra_name "$1" "$2" || \return
  _kestra_kind=$1
  _kestra_place="$1 $_kestra_quoted"
  _kestra_check "$_kestra_place: value" "$3" || \return
  _kestra_line="\"name\":$_kestra_quoted,\"type\":\"$1\",\"value\":$_kestra_value"
  \shift 3
  _kestra_members "$_kestra_place: tags" "$@" &&
    _kestra_send "{\"metrics\":[{$_kestra_line,\"tags\":{$_kestra_parts}}]}"
}

# A PAYLOAD of several lines is for awk: see _kestra_check.
_kestra_send() { # PAYLOAD
  _kestra_json=$1 _kestra_fault=''
  case $1 in
    *"$_kestra_lf"*)
      _kestra_awk "\\$1" '' "$_kestra_kind" || {
        _kestra_refuse "$_kestra_kind: expected awk to check JSON, got none"
        \return
      }
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
    *e*:[!/]*) _kestra_tail "$@"; \set -- 0 "$@" ;; # an if would take set -e from it
    *) if _kestra_tail "$@"; then \set -- 0 "$@"; else \set -- "$?" "$@"; fi
  esac
  _kestra_clock
  _kestra_scope _kestra_lapse "${2%% *}" "${2#* }" || \:
  \return "$1"
}

_kestra_lapse() { # START NAME
  # Seconds and fraction apart, for 32 bits; a 1 before a leading 0.
  _kestra_code=$((${_kestra_now%[.,]*} - ${1%[.,]*}))
  _kestra_more=$((1${_kestra_now#*[.,]} - 1${1#*[.,]}))
  case $_kestra_more in
    -*) _kestra_code=$((_kestra_code - 1)) _kestra_more=$((_kestra_more + 1000000))
  esac
  case $_kestra_code in -*) _kestra_code=0 ;; esac # the clock was set back
  _kestra_more=$((_kestra_more + 1000000))
  _kestra_metric timer "$2" "$_kestra_code.${_kestra_more#1}"
}

# Leaves the time in _kestra_now, in seconds with six decimals.
_kestra_clock() {
  case ${ZSH_VERSION:+zsh}${EPOCHREALTIME-}${KSH_VERSION:+ksh} in
    zsh*)
      _kestra_now='%D{''%s.%6.}'
      \eval '_kestra_now=${(%)_kestra_now}' ;;
    *[.,]??????*) _kestra_now=$EPOCHREALTIME ;;
    ksh) _kestra_now=$(\command printf '%(%s.%6N)T') ;; # no fork in ksh93
    *)
      { \command read -r _kestra_now _kestra_more </proc/uptime; } 2>/dev/null ||
        _kestra_now=$(\command date +%s).00
      _kestra_now=${_kestra_now}0000
  esac
}

\eval '_kestra_refuse() { # PROBLEM
  '"$_kestra_put"' "kestra: $1'"$_kestra_end"'" >&2 || \:
  \return 1
}'

# --- wire ---

\eval '_kestra_measure() { _kestra_length=${'$_kestra_hash'1}; }'

# Leaves KEY=TEXT, and KEY:=JSON but in tags, as members of an object in _kestra_parts.
_kestra_members() { # PLACE [MEMBER]...
  _kestra_place=$1 _kestra_keys=$_kestra_lf _kestra_parts=''
  \shift
  for _kestra_member do
    _kestra_key=${_kestra_member%%=*}
    case $_kestra_key in
      "$_kestra_member")
        _kestra_refuse "$_kestra_place: expected KEY=TEXT, got an argument without ="
        \return
    esac
    _kestra_member=${_kestra_member#"$_kestra_key="}
    case $_kestra_place:$_kestra_key in
      outputs:*:|assets:*:) _kestra_key=${_kestra_key%:} _kestra_value=json ;;
      *) _kestra_value=text
    esac
    case $_kestra_key in
      '') _kestra_refuse "${_kestra_place}[\"\"]: expected a name, got an empty key"; \return
    esac
    _kestra_string "$_kestra_place" "$_kestra_key" || \return
    _kestra_key=$_kestra_quoted
    case $_kestra_keys in
      *"$_kestra_lf$_kestra_key$_kestra_lf"*)
        _kestra_refuse "$_kestra_place: expected each key once, got $_kestra_key twice"
        \return
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

# Leaves plain JSON as it is in _kestra_value; other JSON for awk, after a line of two
# backslashes and the place, before a line of one: no line of JSON starts so.
_kestra_check() { # PLACE JSON
  _kestra_value=$2
  _kestra_measure "$2"
  case $_kestra_length in
    ?|??)
      _kestra_text=${2#-}
      _kestra_byte=${_kestra_text%%.*}
      case $_kestra_kind:$2 in
        *s:true|*s:false|*s:null) \return ;;
        *:*[!.0123456789-]*|timer:-*) ;;
        *)
          case $_kestra_kind:$_kestra_byte:${_kestra_text#"$_kestra_byte"}. in
            *::*|*:0?*:*|*-*|*..*|*:.*.*.*|timer:??????????*:*) ;;
            *) \return
          esac
      esac
  esac
  case $_kestra_lf$2 in
    *"$_kestra_lf"\\*) _kestra_refuse "$1: expected JSON, got a backslash" ;;
    *) _kestra_value="$_kestra_lf\\\\$1$_kestra_lf$2$_kestra_lf\\"
  esac
}

# Leaves a text as JSON in _kestra_quoted.
_kestra_string() { # PLACE TEXT
  _kestra_fault=''
  _kestra_escape "$2" ''
  case $2 in *\\u0000*) _kestra_fault='text without the six characters \u0000' ;; esac
  case $_kestra_fault in
    '') _kestra_quoted=\"$_kestra_json\" ;;
    *) _kestra_refuse "$1: expected $_kestra_fault"
  esac
}

_kestra_name() { # KIND NAME
  case $2 in
    '') _kestra_refuse "$1: name: expected text, got an empty one" ;;
    *) _kestra_string "$1: name" "$2"
  esac
}

# Leaves the text as the inside of a JSON string in _kestra_json.
# A message has a SEAM to put where Kestra would cut it, and U+FFFD for \u0000 as text.
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

# ASCII of usual length, as is fast in this shell. Status 1: other text, 2: too long.
_kestra_ascii='case ${'$_kestra_hash'1}:$1 in
    '"$_kestra_slow"':*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
    *\\u0000*|*[!\ -~$_kestra_tab$_kestra_lf]*) \return 1
  esac'
case $_kestra_replace in
  slash)
    \eval '_kestra_quote() { # TEXT
      '"$_kestra_quote_start"'
      '"$_kestra_ascii"'
      _kestra_json=$1
      case $1 in *\\*) _kestra_json="${_kestra_json//\\/\\\\}" ;; esac
      case $1 in *\"*) _kestra_json="${_kestra_json//\"/\\\"}" ;; esac
      case $1 in *"$_kestra_lf"*)
        _kestra_json="${_kestra_json//"$_kestra_lf"/\\n}"
      esac
      case $1 in *"$_kestra_tab"*)
        _kestra_json="${_kestra_json//"$_kestra_tab"/\\t}"
      esac
    }' ;;
  split)
    \eval '_kestra_quote() { # TEXT
      '"$_kestra_ascii"'
      # Splitting takes several newlines for one.
      case $1 in "$_kestra_lf"*|*"$_kestra_lf$_kestra_lf"*) \return 1 ;; esac
      # To assign a read-only IFS would end the script.
      \command local IFS= 2>&- || \return 1
      \local - IFS _kestra_mark _kestra_piece
      \set -f
      _kestra_json=$1. # or a separator at the end is lost
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

# Any TEXT, byte by byte but for safe stretches, in blocks: to take a prefix off is quadratic.
\eval '_kestra_bytewalk() { # TEXT SEAM
  '"$_kestra_bytewise"'
  case $_kestra_bytes in
    "")
      case $1 in *[!\ -~$_kestra_lf]*) _kestra_table ;; esac
  esac
  _kestra_todo=$1 _kestra_seam=$2
  _kestra_walk
}'

_kestra_walk() {
  _kestra_text='' _kestra_done='' _kestra_json='' _kestra_count=0
  while \:; do
    case $_kestra_text in ????????*) ;; *) _kestra_refill ;; esac
    case $_kestra_text in '') \break ;; esac
    _kestra_safe=${_kestra_text%%$_kestra_unsafe*}
    case $((_kestra_count > 15288)) in
      1) _kestra_safe= ;; # near the cut, one by one
    esac
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
  _kestra_json=$_kestra_json$_kestra_done
}

_kestra_refill() {
  _kestra_json=$_kestra_json$_kestra_done
  _kestra_done=
  case $_kestra_todo in
    $_kestra_block*) _kestra_take_block ;;
    *)
      _kestra_text=$_kestra_text$_kestra_todo
      _kestra_todo=
  esac
}

# Reads the first byte of _kestra_text; adds a block to it.
case $_kestra_replace in
  slash)
    # %% is wrong in ksh93 when the text is one character many times.
    \eval '
    _kestra_peek() { _kestra_byte=${_kestra_text:0:1} _kestra_rest=${_kestra_text:1}; }
    _kestra_take_block() {
      _kestra_text=$_kestra_text${_kestra_todo:0:64}
      _kestra_todo=${_kestra_todo:64}
    }' ;;
  split)
    _kestra_peek() {
      _kestra_rest=${_kestra_text#?}
      _kestra_byte=${_kestra_text%%"$_kestra_rest"}
    }
    _kestra_take_block() {
      _kestra_rest=${_kestra_todo#$_kestra_block}
      _kestra_text=$_kestra_text${_kestra_todo%%"$_kestra_rest"}
      _kestra_todo=$_kestra_rest
    }
esac

_kestra_append() { # TEXT UNITS
  case $((_kestra_count + $2 > 15360)) in
    1) _kestra_done=$_kestra_done$_kestra_seam _kestra_count=0
  esac
  _kestra_done=$_kestra_done$1
  _kestra_count=$((_kestra_count + $2))
}

# The character that _kestra_byte starts; as the WHATWG has it, U+FFFD where UTF-8 breaks off.
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
  while \:; do
    case $_kestra_more in 0) \break ;; esac
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

# The value of _kestra_byte: 0 at the end of the text, 256 if printable.
_kestra_number() {
  case $_kestra_byte in
    '') _kestra_number=0 ;;
    *)
      _kestra_measure "${_kestra_bytes%%"$_kestra_byte"*}"
      _kestra_number=$((_kestra_length < 31 ? _kestra_length + 1 : _kestra_length + 96))
  esac
}

_kestra_hex() { # CODE
  \set -- "$1" 0 1 2 3 4 5 6 7 8 9 a b c d e f
  \eval "_kestra_safe=\$_kestra_safe\\\\u\${$(($1 / 4096 + 2))}\${$(($1 / 256 % 16 + 2))}\${$(($1 / 16 % 16 + 2))}\${$(($1 % 16 + 2))}"
}

# The bytes 1 to 31 and 127 to 255, by one fork in a process.
_kestra_table() {
  _kestra_done=
  for _kestra_high in 00 01 02 03 17 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37; do
    for _kestra_low in 0 1 2 3 4 5 6 7; do
      case $_kestra_high$_kestra_low in
        000|17[0-6]) ;;
        *) _kestra_done=$_kestra_done${_kestra_octal##* }$_kestra_high$_kestra_low
      esac
    done
  done
  \eval "_kestra_bytes=\$(${_kestra_octal% *} \"\$_kestra_done\")"
}

# The same in awk, for long text, or lines of a KIND from _kestra_check; env sets any LC_ALL.
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
 if (seam != "" && count + units > 15360) { printf "%s", seam; count = 0 }
 count += units
 printf "%s", text
}
function escape(v) {
 if (v in short) return short[v]
 if (v > 65535) return escape(int(v / 1024) + 55232) escape(v % 1024 + 56320)
 return v > 31 && v < 127 ? sprintf("%c", v) : sprintf("\\u%04x", v)
}
# The first character of a text as v, and its bytes as taken.
function decode(text,   more, low, high, byte) {
 v = code[substr(text, 1, 1)]
 taken = 1
 low = v == 224 ? 160 : v == 240 ? 144 : 128
 high = v == 237 ? 159 : v == 244 ? 143 : 191
 more = v < 194 || v > 244 ? 0 : 1 + (v > 223) + (v > 239)
 if (more) v -= 256 - 2 ^ (7 - more)
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
# What is next on the line; from a copy of a part, as substr counts from the start.
function peek(width) {
 if (offset > 2000 && base + 4096 <= size) {
  base += offset - 1; offset = 1
  part = substr($0, base, 4096)
 }
 return substr(part, offset, width)
}
function say(text, width) {
 printf "%s", text
 offset += width
 if (want == "key") said = said text
}
function hex(text,   digit, v) {
 for (digit = 3; digit < 7; digit++)
  v = v * 16 + index("123456789abcdef", tolower(substr(text, digit, 1)))
 return v
}
function string(   text, width, pair) {
 said = recent = ""; units = 0
 for (say("\"", 1); problem == ""; ) {
  text = peek(256)
  width = match(text, /[^] !#-[^-~]/) ? RSTART - 1 : length(text)
  if (width) say(text = substr(text, 1, width), width)
  else if (text ~ /^"/) { say("\"", 1); return }
  else {
   if (text ~ /^\\u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]/) {
    v = hex(text); taken = 6; pair = substr(text, 7)
    if (v >= 55296 && v < 56320 && pair ~ /^\\u[Dd][C-Fc-f][0-9A-Fa-f][0-9A-Fa-f]/) {
     v = (v - 55232) * 1024 + hex(pair) - 56320; taken = 12
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
function number(text,   digits) {
 digits = text
 gsub(/[^0-9]/, "", digits)
 if (length(digits) > 1000) fail("a number of at most 1000 digits")
 if ((kind !~ /s$/ || text ~ /[.eE]/) && (text + 0 > largest || text + 0 < -largest)) fail("a number in the range of a double")
 if (kind == "timer" && (text + 0 < 0 || text + 0 > 9000000000)) fail("from 0 to 9000000000 seconds, got " text)
 say(text, length(text))
}
function start(first,   text) {
 want = depth ? "comma" : "end"
 text = peek(1100)
 if (kind !~ /s$/ && text !~ /^-?[0-9]/) fail("a number")
 else if (first == "\"") string()
 else if (first == "{" || first == "[") {
  if (depth == 998) fail("at most 1000 levels of nesting in a line")
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
BEGIN {
 for (v = 1; v < 256; v++) code[sprintf("%c", v)] = v
 split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /", word, " ")
 for (v = 1; v < 16; v += 2) {
  back[word[v + 1]] = word[v] + 0
  if (v < 15) short[word[v] + 0] = "\\" word[v + 1]
 }
 seam = ENVIRON["kestra_seam"]; kind = ENVIRON["kestra_kind"]
 want = "end"; largest = 1.7976931348623157e308
}
kind != "" && /^\\\\/ { head = substr($0, 3); want = "value"; next }
kind != "" && /^\\/ && want == "end" { printf "%s", substr($0, 2); next }
kind != "" { parse(); if (problem != "") exit; next }
NR > 1 { put("\\n", 1) }
{
 if (seam != "") gsub(/\\u0000/, "\357\277\275")
 line = $0; size = length(line)
 for (place = 1; place <= size; place += taken) {
  text = substr(line, place, 256)
  taken = match(text, /[^ -~]/) ? RSTART - 1 : length(text)
  if (taken > 0) {
   if (seam != "" && count < 15360 && count + taken > 15360) taken = 15360 - count
   text = substr(text, 1, taken)
   gsub(/["\\]/, "\\\\&", text)
   put(text, taken)
  } else { decode(text); put(escape(v), 1 + (v > 65535)) }
 }
}
END {
 if (want != "end") fail("more JSON, got its end")
 if (problem != "") printf "\n%s", problem
 printf "%s", problem != "" || invalid ? "!" : "."
}
'

# --- stream ---

\eval '
_kestra_feed() { # TEXT
  '"$_kestra_put"' "$1'"$_kestra_end"'"
}

# The one writer. What cannot be written to KESTRA_FD goes to the usual stream.
_kestra_write() { # STREAM RECORD
  case ${KESTRA_FD-} in
    [12]) \set -- "$KESTRA_FD" "$2" ;;
    [3-9]|[1-9][0-9]|[1-9][0-9][0-9])
      { '"$_kestra_put"' "$2'"$_kestra_end"'" >&"$KESTRA_FD"; } 2>&- && \return 0
  esac
  case $1 in
    1) { '"$_kestra_put"' "$2'"$_kestra_end"'" >&1; } 2>&- ;;
    *) '"$_kestra_put"' "$2'"$_kestra_end"'" >&2
  esac
}
'
