# From text to the text of a record. Nothing here writes it.

# Sets _kestra_length.
_kestra_measure() {  # TEXT
  _kestra_length=${#1}
}

# Sets _kestra_level. Sets _kestra_stream to 2 for WARN and ERROR. Returns 1 for a level that does not exist.
_kestra_parse_level() {  # PATH LEVEL
  # With nocasematch, bash matches letters beyond ASCII.
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

# Sets _kestra_parts to the members of an object. Only outputs and assets have NAME:=JSON. Returns 1 when one is refused.
_kestra_encode_members() {  # PATH [NAME=TEXT|NAME:=JSON]...
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
    # A tab is \t, but so is a backslash and a t.
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

# Refuses an argument without =.
_kestra_refuse_word() {  # WORD ADVICE
  _kestra_show "$1"
  case $_kestra_path in
    outputs|assets) _kestra_refuse "$_kestra_path: expected NAME=TEXT or NAME:=JSON, got $_kestra_quoted$2" ;;
    *) _kestra_refuse "$_kestra_path: expected TAG=TEXT, got $_kestra_quoted$2" ;;
  esac
}

# Sets _kestra_quoted to the beginning of TEXT as a JSON string.
_kestra_show() {  # TEXT
  \set -- "$1" "${1#????????????????????????????????????????}"
  case $2 in
    "$1"|'') _kestra_escape "$1" ''; _kestra_quoted="\"$_kestra_json\"" ;;
    *) _kestra_escape "${1%%"$2"}" ''; _kestra_quoted="\"$_kestra_json\"..." ;;
  esac
}

# Sets _kestra_value to JSON: short numbers, true, false and null unchanged. The rest is for json.awk, which
# _kestra_send starts and which describes the lines. Returns 1 when it is refused.
_kestra_check_json() {  # PATH JSON
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
      # No line of JSON begins with a backslash. json.awk refuses it, so the later lines do not matter.
      _kestra_value=$_kestra_lf$2
      \set -- "$1" "${_kestra_value%%"$_kestra_lf"\\*}" "${_kestra_value#*"$_kestra_lf"\\}"
      _kestra_value="$_kestra_lf\\\\$1$2$_kestra_lf \\${3%%"$_kestra_lf"*}$_kestra_lf\\"
      ;;
    *) _kestra_value="$_kestra_lf\\\\$1$_kestra_lf$2$_kestra_lf\\" ;;
  esac
}

# Sets _kestra_quoted to TEXT as a JSON string. Returns 1 when Kestra cannot store it.
_kestra_check_string() {  # PATH TEXT
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

# Sets _kestra_json to TEXT with the escapes of JSON. Sets _kestra_problem if TEXT is not UTF-8.
# A message has an ENTRY_SEPARATOR, which is inserted where Kestra would cut it.
_kestra_escape() {  # TEXT ENTRY_SEPARATOR
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

# Writes each { after :: in _kestra_json as \u007b: AWS's and Azure's batch runners put a line end before it.
_kestra_escape_braces() {
  while case $_kestra_json in *"$_kestra_brace"*) ;; *) \break ;; esac; do
    _kestra_json=${_kestra_json%%"$_kestra_brace"*}::\\u007b${_kestra_json#*"$_kestra_brace"}
  done
}

case $_kestra_replace in
  slash)
    # Sets _kestra_json to TEXT with the escapes of JSON. Returns 1 if it is not ASCII, 2 if it is too long.
    _kestra_quote() {  # TEXT
      @quote_setup@
      case ${#1}:$1 in
        @slow_length@:*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
        *\\u0000*) \return 1 ;;
        *[!\ -~$_kestra_tab$_kestra_lf]*) _kestra_recall "$1"; \return ;;
      esac
      _kestra_json="${1//\\/\\\\}"
      _kestra_json="${_kestra_json//\"/\\\"}"
      _kestra_json="${_kestra_json//"$_kestra_lf"/\\n}"
      _kestra_json="${_kestra_json//"$_kestra_tab"/\\t}"
      case $_kestra_json in *"$_kestra_brace"*) _kestra_escape_braces ;; esac
    }
    ;;
  split)
    # The same, by splitting at the characters to escape.
    _kestra_quote() {  # TEXT
      case ${#1}:$1 in
        @slow_length@:*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
        *\\u0000*) \return 1 ;;
        *[!\ -~$_kestra_lf]*) _kestra_recall "$1"; \return ;;
      esac
      # Splitting treats several newlines as one.
      case $1 in "$_kestra_lf"*|*"$_kestra_lf$_kestra_lf"*) \return 1 ;; esac
      # It may be read-only.
      \command local IFS= 2>&- || \return 1
      \local - IFS _kestra_mark _kestra_piece
      \set -f
      # The point keeps a separator at the end.
      _kestra_json=$1.
      for _kestra_mark in \\ \" "$_kestra_lf"; do
        case $_kestra_json in *"$_kestra_mark"*) ;; *) \continue ;; esac
        IFS=$_kestra_mark
        # shellcheck disable=SC2086 # splitting is the purpose
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
    }
    ;;
esac
