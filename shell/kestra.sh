# shellcheck shell=sh disable=SC1003,SC2016,SC2154,SC2295
# (code for eval stands in single quotes, and patterns in variables)
# SPDX-License-Identifier: Apache-2.0
#
# kestra.sh - send logs to Kestra from a shell script
#
#   . ./kestra.sh
#   kestra_info "Hello World!"
#   kestra_warn "only $rows rows"
#   kestra_log "$level" "a level from a variable"
#   kestra_logs DEBUG "several entries" INFO "in one record"
#
# Any text goes: quotes, newlines, control characters, bytes that are not UTF-8.
# TRACE, DEBUG and INFO go to stdout, WARN and ERROR to stderr.
# Inside $(...) stdout is a variable: there, name another descriptor:
#
#   exec 3>&1; KESTRA_FD=3
#
# For dash, bash 3.2 and newer, busybox ash, mksh, ksh93 and zsh.
# More is in README.md, beside this file.

case ${KESTRA_VERSION-} in
  3.0.0) ;; # it may be read-only by now
  *) KESTRA_VERSION=3.0.0 ;;
esac

# --- this shell -------------------------------------------------------------

# Kestra renders a script that is pasted into a flow, and takes an opening brace followed
# by # for a comment. So eval puts lengths together.
_kestra_hash='#'
_kestra_newline='
'
_kestra_tab='	'
_kestra_window='????????????????????????????????'
_kestra_block=$_kestra_window$_kestra_window$_kestra_window$_kestra_window
# What a JSON string cannot hold as it is. No backslash stands in the set, neither one that
# quotes a space: musl would take it for one more character.
_kestra_unsafe='[!] !#-[^-~]'
_kestra_bytes=''

# Words of this shell. Backslashes pass over the aliases of the caller, command and builtin
# over his functions.
_kestra_put='\command printf %s'     # writes its argument in one write(2) ...
_kestra_end=$_kestra_newline         # ... that ends with this
_kestra_octal='\command printf \'    # prints bytes given in octal
_kestra_function=''                  # comes before the name of a function ...
_kestra_open='() {'                  # ... and after it
_kestra_local='\local'
_kestra_prepare=''                   # begins a scope
_kestra_run='_kestra_without x "$@"' # runs in it
_kestra_bytewise=''                  # makes a character a byte
_kestra_replace='slash'              # ${text//a/b}; split: by IFS
_kestra_quote_start=''               # begins _kestra_quote
_kestra_quick='yes'                  # can escape ASCII outside of a scope
_kestra_plain='${KESTRA_FD-}'        # is empty in the plain case
_kestra_hard='*[!\ -~]*|*\\*'        # needs more than its quotes escaped
_kestra_slow='[5-9][0-9][0-9][0-9]'  # lengths that awk is faster at, and five digits

_kestra_shell=''
# Another shell may have exported its version.
if \command -v builtin >/dev/null 2>&1; then
  _kestra_shell=${BASH_VERSION:+bash}${ZSH_VERSION:+zsh}${KSH_VERSION-}
fi
case $_kestra_shell in
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
        _kestra_quote_start='\builtin local LC_ALL=C 2>&- || \return 1' ;;
    esac ;;
  zsh)
    _kestra_put='\builtin printf %s'
    _kestra_octal='\builtin printf \'
    _kestra_local='\builtin local'
    _kestra_prepare='\builtin emulate -L sh; \builtin setopt no_multibyte'
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

# Runs COMMAND with the locals of everything below it.
\eval "$_kestra_function"'_kestra_scope'"$_kestra_open"' # COMMAND...
  '"$_kestra_prepare"'
  '"$_kestra_local"' _kestra_place _kestra_message _kestra_level _kestra_stream \
    _kestra_entries _kestra_index _kestra_escaped _kestra_length _kestra_remaining \
    _kestra_text _kestra_rest _kestra_safe _kestra_done _kestra_seam _kestra_count \
    _kestra_byte _kestra_number _kestra_code _kestra_more _kestra_low _kestra_high \
    _kestra_digits
  '"$_kestra_run"'
}'

# With -x, a rare character would come with hundreds of lines on stderr, each an ERROR to
# Kestra.
_kestra_without() { # FLAG COMMAND...
  case $- in
    *"$1"*) ;;
    *) \shift; "$@"; \return ;;
  esac
  { \set "+$1"; } 2>/dev/null
  _kestra_shifted "$@"
  \set -- "$?" "$1"
  { \set "-$2"; \return "$1"; } 2>/dev/null
}

_kestra_shifted() { \shift; "$@"; }

# --- face -------------------------------------------------------------------

# Puts a function together with the words of this shell in it: a record should cost
# little more than an echo. The plain message is written at once, quotes cost a
# replacement, other ASCII a call, the rest a scope.
_kestra_define() { # FUNCTION LEVEL REDIRECTION
  _kestra_before="$_kestra_put \"::{\\\"logs\\\":[{\\\"level\\\":\\\"$2\\\",\\\"message\\\":\\\""
  _kestra_after="\\\"}]}::$_kestra_end\" $3 || \\:; \\return 0"
  _kestra_measured='${'$_kestra_hash'1}:$1'
  _kestra_call=''
  case $_kestra_quick in
    yes)
      _kestra_call="$_kestra_local _kestra_escaped; _kestra_quote \"\$1\" && {
              $_kestra_before\$_kestra_escaped$_kestra_after
            }" ;;
  esac
  case $_kestra_replace in
    slash)
      # ${//} is quadratic in bash with another locale than C, and in mksh.
      _kestra_cases='
          [1-9][0-9][0-9][0-9][0-9]*|[0-9][0-9][0-9][0-9]:*\"*|'"$_kestra_hard"')
            '"$_kestra_call"' ;;
          *\"*)
            '"$_kestra_before"'${1//\"/\\\"}'"$_kestra_after"' ;;' ;;
    split)
      # One set is faster than two patterns. Taking a prefix off is quadratic: below 100 bytes.
      _kestra_cases='
          [1-9][0-9][0-9][0-9][0-9]*|*[!]-~\ !#-[]*)
            case '"$_kestra_measured"' in
              '"$_kestra_hard"') ;;
              ?:*|??:*)
                \local _kestra_escaped= _kestra_rest="$1"
                while \:; do
                  _kestra_escaped=$_kestra_escaped${_kestra_rest%%\"*}\\\"
                  _kestra_rest=${_kestra_rest'$_kestra_hash'*\"}
                  case $_kestra_rest in
                    *\"*) ;;
                    *) '"$_kestra_before"'$_kestra_escaped$_kestra_rest'"$_kestra_after"' ;;
                  esac
                done ;;
            esac
            '"$_kestra_call"' ;;' ;;
  esac
  \eval "$_kestra_function$1$_kestra_open"'
    case "$'$_kestra_hash'"'"$_kestra_plain"' in
      1)
        case '"$_kestra_measured"' in'"$_kestra_cases"'
          *) '"$_kestra_before"'$1'"$_kestra_after"' ;;
        esac ;;
    esac
    _kestra_scope _kestra_log '"$2"' "$@" || \:
  }'
}

# kestra_trace MESSAGE...  and so on: send a log of that level.
# Arguments: the message; several are joined by a space.
# Output:    one record, TRACE, DEBUG and INFO on stdout, WARN and ERROR on stderr.
# Returns:   0, also when the stream is closed or full.
_kestra_define kestra_trace TRACE '2>&-'
_kestra_define kestra_debug DEBUG '2>&-'
_kestra_define kestra_info INFO '2>&-'
_kestra_define kestra_warn WARN '>&2'
_kestra_define kestra_error ERROR '>&2'

# kestra_log LEVEL MESSAGE...: send a log of any level.
# Arguments: TRACE, DEBUG, INFO, WARN (or WARNING), ERROR (or CRITICAL, FATAL), in any
#            case; the message, as above.
# Output:    one record.
# Returns:   0; 1 with a line on stderr, and no record, when there is no such level.
kestra_log() { _kestra_scope _kestra_log "$@"; }

# kestra_logs [LEVEL MESSAGE]...: send several logs in one record.
# Arguments: pairs of a level and a message.
# Output:    one record, on stderr when WARN or ERROR is in it; none without arguments.
# Returns:   0; 1 with a line on stderr, and no record, when a level is unknown or the last
#            message is missing.
kestra_logs() { _kestra_scope _kestra_logs "$@"; }

# --- logger -----------------------------------------------------------------

_kestra_log() { # LEVEL [WORD]...
  case $# in
    0)
      _kestra_refuse 'level: expected TRACE, DEBUG, INFO, WARN or ERROR, got no argument'
      \return 1 ;;
  esac
  _kestra_place=$1 _kestra_message=${2-}
  case $# in
    1|2) ;;
    *)
      \shift 2
      for _kestra_text do
        _kestra_message="$_kestra_message $_kestra_text"
      done ;;
  esac
  _kestra_stream=1 _kestra_entries=''
  _kestra_entry level "$_kestra_place" "$_kestra_message" || \return 1
  _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_entries]}::" || \:
}

_kestra_logs() { # [LEVEL MESSAGE]...
  _kestra_stream=1 _kestra_entries='' _kestra_index=0
  while \:; do
    case $# in
      0) \break ;;
      1)
        _kestra_refuse "logs[$_kestra_index][\"message\"]: expected a text, got no argument"
        \return 1 ;;
    esac
    _kestra_entry "logs[$_kestra_index][\"level\"]" "$1" "$2" || \return 1
    \shift 2
    _kestra_index=$((_kestra_index + 1))
  done
  case $_kestra_index in
    0) ;;
    *) _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_entries]}::" || \: ;;
  esac
}

# Adds to _kestra_entries, and to _kestra_stream what the level asks for.
_kestra_entry() { # PLACE LEVEL MESSAGE
  # nocasematch in bash takes more letters for equal than ASCII has; it does not touch %%.
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
      _kestra_refuse "$1: expected TRACE, DEBUG, INFO, WARN or ERROR, got \"$_kestra_escaped\""
      \return 1 ;;
  esac
  _kestra_level="{\"level\":\"$_kestra_level\",\"message\":\""
  _kestra_escape "$3" "\"},$_kestra_level"
  _kestra_entries="$_kestra_entries${_kestra_entries:+,}$_kestra_level$_kestra_escaped\"}"
}

\eval '_kestra_refuse() { # PROBLEM
  '"$_kestra_put"' "kestra: $1'"$_kestra_end"'" >&2 || \:
}'

# --- wire -------------------------------------------------------------------

\eval '_kestra_measure() { _kestra_length=${'$_kestra_hash'1}; }'

# Leaves the text as the inside of a JSON string in _kestra_escaped.
# A message has a SEAM, what stands between two entries of it: what Kestra would cut is
# cut here, and what its database would delete, \u0000 as text, is replaced.
_kestra_escape() { # TEXT SEAM
  _kestra_quote "$1" && \return 0
  case $?:$1 in
    2:*) _kestra_awk "$@" && \return 0 ;;
    *[!\ -~$_kestra_tab$_kestra_newline]*)
      _kestra_measure "$1"
      case $_kestra_length in
        [1-4]??|??|?) ;;
        *) _kestra_awk "$@" && \return 0 ;;
      esac ;;
  esac
  _kestra_escape_bytes "$@"
}

# ASCII of usual length, in the way this shell is fast at. Status 1: not for this text,
# 2: too long to be fast.
_kestra_ascii='case ${'$_kestra_hash'1}:$1 in
    '"$_kestra_slow"':*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
    *\\u0000*|*[!\ -~$_kestra_tab$_kestra_newline]*) \return 1 ;;
  esac'
case $_kestra_replace in
  slash)
    \eval '_kestra_quote() { # TEXT
      '"$_kestra_quote_start"'
      '"$_kestra_ascii"'
      _kestra_escaped=$1
      case $1 in *\\*) _kestra_escaped="${_kestra_escaped//\\/\\\\}" ;; esac
      case $1 in *\"*) _kestra_escaped="${_kestra_escaped//\"/\\\"}" ;; esac
      case $1 in *"$_kestra_newline"*)
        _kestra_escaped="${_kestra_escaped//"$_kestra_newline"/\\n}" ;;
      esac
      case $1 in *"$_kestra_tab"*)
        _kestra_escaped="${_kestra_escaped//"$_kestra_tab"/\\t}" ;;
      esac
    }' ;;
  split)
    \eval '_kestra_quote() { # TEXT
      '"$_kestra_ascii"'
      # Splitting takes several newlines or tabs for one.
      case $1 in
        *"$_kestra_tab"*|"$_kestra_newline"*|*"$_kestra_newline$_kestra_newline"*) \return 1 ;;
      esac
      # To assign a read-only IFS would end the script.
      \command local IFS= 2>&- || \return 1
      \local - IFS _kestra_separator _kestra_piece
      \set -f
      _kestra_escaped=$1. # or a separator at the end is lost
      for _kestra_separator in \\ \" "$_kestra_newline"; do
        case $_kestra_escaped in *"$_kestra_separator"*) ;; *) \continue ;; esac
        IFS=$_kestra_separator
        \set -- $_kestra_escaped
        case $_kestra_separator in "$_kestra_newline") _kestra_separator=n ;; esac
        _kestra_escaped=$1
        \shift
        for _kestra_piece do
          _kestra_escaped=$_kestra_escaped\\$_kestra_separator$_kestra_piece
        done
      done
      _kestra_escaped=${_kestra_escaped%.}
    }' ;;
esac

# Any TEXT, byte by byte but for the safe stretches. Taking a prefix off is quadratic in
# most shells: so never from more than a block, and never more than a window.
\eval '_kestra_escape_bytes() { # TEXT SEAM
  '"$_kestra_bytewise"'
  case $_kestra_bytes in
    "")
      case $1 in
        *[!\ -~$_kestra_tab$_kestra_newline]*) _kestra_list_bytes ;;
      esac ;;
  esac
  _kestra_remaining=$1 _kestra_seam=$2
  _kestra_walk
}'

_kestra_walk() {
  _kestra_text='' _kestra_done='' _kestra_escaped='' _kestra_count=0
  while \:; do
    case $_kestra_text in
      ????????*) ;;
      *) _kestra_refill ;;
    esac
    case $_kestra_text in '') \break ;; esac
    _kestra_safe=${_kestra_text%%$_kestra_unsafe*}
    case $((_kestra_count > 15328)) in
      1) _kestra_safe= ;; # near the cut, one by one
    esac
    case $_kestra_safe in
      ?*)
        case $_kestra_safe in
          $_kestra_window*) _kestra_take_window ;;
          *) _kestra_text=${_kestra_text#"$_kestra_safe"} ;;
        esac
        _kestra_measure "$_kestra_safe"
        _kestra_append "$_kestra_safe" "$_kestra_length"
        \continue ;;
    esac
    _kestra_peek
    _kestra_text=$_kestra_rest
    case $_kestra_byte in
      \")
        _kestra_append '\"' 1 ;;
      \\)
        case $_kestra_seam in ?*) _kestra_rest=${_kestra_text#u0000} ;; esac
        case $_kestra_rest in
          "$_kestra_text") _kestra_append '\\' 1 ;;
          *) _kestra_text=$_kestra_rest; _kestra_append '\ufffd' 1 ;;
        esac ;;
      "$_kestra_newline") _kestra_append '\n' 1 ;;
      "$_kestra_tab") _kestra_append '\t' 1 ;;
      [\ -~]) _kestra_append "$_kestra_byte" 1 ;;
      *) _kestra_decode ;;
    esac
  done
  _kestra_escaped=$_kestra_escaped$_kestra_done
}

_kestra_refill() {
  _kestra_escaped=$_kestra_escaped$_kestra_done
  _kestra_done=
  case $_kestra_remaining in
    $_kestra_block*) _kestra_take_block ;;
    *)
      _kestra_text=$_kestra_text$_kestra_remaining
      _kestra_remaining= ;;
  esac
}

# Reads the first byte of _kestra_text; a step of _kestra_walk; a block of what remains.
case $_kestra_replace in
  slash)
    # %% is wrong in ksh93 when the text is one character many times.
    \eval '
    _kestra_peek() { _kestra_byte=${_kestra_text:0:1} _kestra_rest=${_kestra_text:1}; }
    _kestra_take_window() { _kestra_safe=${_kestra_text:0:32} _kestra_text=${_kestra_text:32}; }
    _kestra_take_block() {
      _kestra_text=$_kestra_text${_kestra_remaining:0:128}
      _kestra_remaining=${_kestra_remaining:128}
    }' ;;
  split)
    _kestra_peek() {
      _kestra_rest=${_kestra_text#?}
      _kestra_byte=${_kestra_text%%"$_kestra_rest"}
    }
    _kestra_take_window() {
      _kestra_rest=${_kestra_text#$_kestra_window}
      _kestra_safe=${_kestra_text%%"$_kestra_rest"}
      _kestra_text=$_kestra_rest
    }
    _kestra_take_block() {
      _kestra_rest=${_kestra_remaining#$_kestra_block}
      _kestra_text=$_kestra_text${_kestra_remaining%%"$_kestra_rest"}
      _kestra_remaining=$_kestra_rest
    } ;;
esac

_kestra_append() { # TEXT UNITS
  case $((_kestra_count + $2 > 15360)) in
    1) _kestra_done=$_kestra_done$_kestra_seam _kestra_count=0 ;;
  esac
  _kestra_done=$_kestra_done$1
  _kestra_count=$((_kestra_count + $2))
}

# A control character or a UTF-8 sequence that starts with _kestra_byte. As Python and the
# WHATWG do it, a sequence that breaks off becomes one U+FFFD, and what follows stands.
_kestra_decode() {
  _kestra_number
  _kestra_code=$_kestra_number _kestra_low=128 _kestra_high=191 _kestra_more=0
  case $_kestra_code in
    8) _kestra_append '\b' 1; \return 0 ;;
    12) _kestra_append '\f' 1; \return 0 ;;
    13) _kestra_append '\r' 1; \return 0 ;;
    ?|??|12[0-7]) ;;
    19[4-9]|20?|21?|22[0-3]) _kestra_more=1 _kestra_code=$((_kestra_code - 192)) ;;
    224) _kestra_more=2 _kestra_code=0 _kestra_low=160 ;;
    237) _kestra_more=2 _kestra_code=13 _kestra_high=159 ;;
    22[5-9]|23?) _kestra_more=2 _kestra_code=$((_kestra_code - 224)) ;;
    240) _kestra_more=3 _kestra_code=0 _kestra_low=144 ;;
    24[1-3]) _kestra_more=3 _kestra_code=$((_kestra_code - 240)) ;;
    244) _kestra_more=3 _kestra_code=4 _kestra_high=143 ;;
    *) _kestra_code=65533 ;;
  esac
  while \:; do
    case $_kestra_more in 0) \break ;; esac
    _kestra_peek
    _kestra_number
    case $((_kestra_number < _kestra_low || _kestra_number > _kestra_high)) in
      1) _kestra_code=65533; \break ;;
    esac
    _kestra_text=$_kestra_rest
    _kestra_code=$((_kestra_code * 64 + _kestra_number - 128))
    _kestra_low=128 _kestra_high=191 _kestra_more=$((_kestra_more - 1))
  done
  case $((_kestra_code > 65535)) in
    1)
      _kestra_hexadecimal $((_kestra_code / 1024 + 55232))
      _kestra_safe=$_kestra_digits
      _kestra_hexadecimal $((_kestra_code % 1024 + 56320))
      _kestra_append "\\u$_kestra_safe\\u$_kestra_digits" 2 ;;
    *)
      _kestra_hexadecimal "$_kestra_code"
      _kestra_append "\\u$_kestra_digits" 1 ;;
  esac
}

# The value of _kestra_byte; 0 at the end of the text, 256 when it is printable.
_kestra_number() {
  case $_kestra_byte in
    '') _kestra_number=0 ;;
    *)
      _kestra_measure "${_kestra_bytes%%"$_kestra_byte"*}"
      _kestra_number=$((_kestra_length < 31 ? _kestra_length + 1 : _kestra_length + 96)) ;;
  esac
}

_kestra_hexadecimal() { # CODE
  \set -- "$1" 0 1 2 3 4 5 6 7 8 9 a b c d e f
  \eval "_kestra_digits=\${$(($1 / 4096 + 2))}\${$(($1 / 256 % 16 + 2))}\${$(($1 / 16 % 16 + 2))}\${$(($1 % 16 + 2))}"
}

# The bytes 1 to 31 and 127 to 255. The one fork, once in a process: no builtin leaves
# them in a variable in every shell.
_kestra_list_bytes() {
  _kestra_done=
  for _kestra_high in 0 1 2 3; do
    for _kestra_low in 0 1 2 3 4 5 6 7; do
      for _kestra_more in 0 1 2 3 4 5 6 7; do
        case $_kestra_high$_kestra_low$_kestra_more in
          000|0[4-7]?|1[0-6]?|17[0-6]) ;;
          *) _kestra_done=$_kestra_done${_kestra_octal##* }$_kestra_high$_kestra_low$_kestra_more ;;
        esac
      done
    done
  done
  \eval "_kestra_bytes=\$(${_kestra_octal% *} \"\$_kestra_done\")"
}

# The same in awk: three processes, and faster on long text. env sets a LC_ALL that is
# read-only, too.
_kestra_awk() { # TEXT SEAM
  _kestra_escaped=$(
    _kestra_feed "$1" 2>&- |
      \command env LC_ALL=C kestra_seam="$2" awk "$_kestra_program" 2>/dev/null
  ) || \return 1
  # Without an awk it is empty.
  case $_kestra_escaped in *.) ;; *) \return 1 ;; esac
  _kestra_escaped=${_kestra_escaped%.}
}

_kestra_program='
function put(text, units) {
  if (seam != "" && count + units > 15360) {
    printf "%s", seam
    count = 0
  }
  count += units
  printf "%s", text
}
function unit(value) {
  return sprintf("\\u%04x", value)
}
BEGIN {
  for (value = 1; value < 256; value++) code[sprintf("%c", value)] = value
  short[8] = "\\b"; short[9] = "\\t"; short[12] = "\\f"; short[13] = "\\r"
  seam = ENVIRON["kestra_seam"]
}
NR > 1 { put("\\n", 1) }
{
  if (seam != "") gsub(/\\u0000/, "\357\277\275")
  line = $0
  size = length(line)
  for (place = 1; place <= size; place += taken) {
    text = substr(line, place, 256)
    taken = match(text, /[^ -~]/) ? RSTART - 1 : length(text)
    if (taken > 0) {
      if (seam != "" && count < 15360 && count + taken > 15360) taken = 15360 - count
      text = substr(text, 1, taken)
      gsub(/["\\]/, "\\\\&", text)
      put(text, taken)
      continue
    }
    value = code[substr(text, 1, 1)]
    taken = 1
    more = 0; low = 128; high = 191
    if (value in short) { put(short[value], 1); continue }
    if (value >= 240 && value <= 244) {
      more = 3
      if (value == 240) low = 144
      if (value == 244) high = 143
      value -= 240
    } else if (value >= 224 && value < 240) {
      more = 2
      if (value == 224) low = 160
      if (value == 237) high = 159
      value -= 224
    } else if (value >= 194 && value < 224) {
      more = 1
      value -= 192
    } else if (value > 127) value = 65533
    for (; more > 0; more--) {
      next_value = code[substr(text, taken + 1, 1)]
      if (next_value < low || next_value > high) { value = 65533; break }
      value = value * 64 + next_value - 128
      taken++
      low = 128; high = 191
    }
    if (value > 65535) put(unit(int(value / 1024) + 55232) unit(value % 1024 + 56320), 2)
    else put(unit(value), 1)
  }
}
END { printf "." }
'

# --- stream -----------------------------------------------------------------

\eval '
_kestra_feed() { # TEXT
  '"$_kestra_put"' "$1'"$_kestra_end"'"
}

# The one writer; its status tells whether it could. What cannot be written to KESTRA_FD
# goes to the usual stream.
_kestra_write() { # STREAM RECORD
  case ${KESTRA_FD-} in
    [12]) \set -- "$KESTRA_FD" "$2" ;;
    [3-9]|[1-9][0-9]|[1-9][0-9][0-9])
      { '"$_kestra_put"' "$2'"$_kestra_end"'" >&"$KESTRA_FD"; } 2>&- && \return 0 ;;
  esac
  case $1 in
    1) '"$_kestra_put"' "$2'"$_kestra_end"'" 2>&- ;;
    *) '"$_kestra_put"' "$2'"$_kestra_end"'" >&2 ;;
  esac
}
'
