# From text to the text of a record. Nothing here writes one.

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
  _kestra_path=$1 _kestra_keys=$_kestra_lf _kestra_parts=''
  \shift
  for _kestra_member do
    _kestra_key=${_kestra_member%%=*}
    case $_kestra_key in
      "$_kestra_member") _kestra_refuse "$_kestra_path: expected KEY=TEXT, got no ="; \return ;;
    esac
    _kestra_member=${_kestra_member#"$_kestra_key="}
    case $_kestra_path:$_kestra_key in
      outputs:*:|assets:*:) _kestra_key=${_kestra_key%:} _kestra_value=json ;;
      *) _kestra_value=text ;;
    esac
    _kestra_check_string "$_kestra_path: name" "$_kestra_key" || \return
    _kestra_key=$_kestra_quoted
    case $_kestra_keys in
      *"$_kestra_lf$_kestra_key$_kestra_lf"*)
        _kestra_refuse "$_kestra_path: expected each key once, got $_kestra_key twice"
        \return
        ;;
    esac
    _kestra_keys=$_kestra_keys$_kestra_key$_kestra_lf
    case $_kestra_value in
      json) _kestra_check_json "${_kestra_path}[$_kestra_key]" "$_kestra_member" || \return ;;
      *)
        _kestra_check_string "${_kestra_path}[$_kestra_key]" "$_kestra_member" || \return
        _kestra_value=$_kestra_quoted
        ;;
    esac
    _kestra_parts=$_kestra_parts${_kestra_parts:+,}$_kestra_key:$_kestra_value
  done
}

# Sets _kestra_value to JSON: short numbers, true, false and null as they are. All other is for awk, which
# _kestra_send starts: lines of JSON, after a line of two backslashes and the path, before a line of one backslash.
# Returns 1 when it is refused.
_kestra_check_json() {  # PATH JSON
  _kestra_value=$2
  _kestra_measure "$2"
  case $_kestra_kind:$_kestra_length:$2 in
    *s:*:true|*s:*:false|*s:*:null) \return ;;
    *:???*:*|timer:*:-*|timer:*:*[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*) ;;
    *)
      case $2 in ''|-|.*|-.*|*.|?*-*|*.*.*|0[0-9]*|-0[0-9]*|*[!.0-9-]*) ;; *) \return ;; esac
      ;;
  esac
  case $_kestra_lf$2 in
    *"$_kestra_lf"\\*) _kestra_refuse "$1: expected JSON, got a backslash" ;;
    *) _kestra_value="$_kestra_lf\\\\$1$_kestra_lf$2$_kestra_lf\\" ;;
  esac
}

# Sets _kestra_quoted to TEXT as a JSON string. Returns 1 when it is refused, as what Kestra cannot store is.
_kestra_check_string() {  # PATH TEXT
  case $1:$2 in *': name:') _kestra_refuse "$1: expected text, got an empty one"; \return ;; esac
  _kestra_problem=''
  _kestra_escape "$2" ''
  case $2 in *\\u0000*) _kestra_problem='text without the six characters \u0000' ;; esac
  case $_kestra_problem in
    '') _kestra_quoted=\"$_kestra_json\" ;;
    *) _kestra_refuse "$1: expected $_kestra_problem" ;;
  esac
}

# Sets _kestra_json to TEXT with the escapes of JSON. Sets _kestra_problem where TEXT is not UTF-8.
# A message has an ENTRY_SEPARATOR, which is put where Kestra would cut it.
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

case $_kestra_replace in
  slash)
    # Sets _kestra_json to TEXT with the escapes of JSON. Returns 1 if it is not ASCII, 2 if it is too long.
    _kestra_quote() {  # TEXT
      @quote_setup@
      case ${#1}:$1 in
        @slow_length@:*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
        *\\u0000*|*[!\ -~$_kestra_tab$_kestra_lf]*) \return 1 ;;
      esac
      _kestra_json="${1//\\/\\\\}"
      _kestra_json="${_kestra_json//\"/\\\"}"
      _kestra_json="${_kestra_json//"$_kestra_lf"/\\n}"
      _kestra_json="${_kestra_json//"$_kestra_tab"/\\t}"
    }
    ;;
  split)
    # The same, by splitting at what is escaped.
    _kestra_quote() {  # TEXT
      case ${#1}:$1 in
        @slow_length@:*|[1-9][0-9][0-9][0-9][0-9]*) \return 2 ;;
        *\\u0000*|*[!\ -~$_kestra_lf]*) \return 1 ;;
      esac
      # Splitting takes several newlines for one.
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
        # shellcheck disable=SC2086 # to split it is the purpose
        \set -- $_kestra_json
        case $_kestra_mark in "$_kestra_lf") _kestra_mark=n ;; esac
        _kestra_json=$1
        \shift
        for _kestra_piece do
          _kestra_json=$_kestra_json\\$_kestra_mark$_kestra_piece
        done
      done
      _kestra_json=${_kestra_json%.}
    }
    ;;
esac

# Lets awk make _kestra_json of TEXT. Sets _kestra_problem where it is not UTF-8 or, with json, not JSON; of JSON,
# the last line then tells the problem. Returns 1 where awk is not found or fails.
_kestra_awk() {  # message|json TEXT ENTRY_SEPARATOR|KIND
  case $1 in
    json) \set -- "$_kestra_bytes_awk$_kestra_json_awk" "$2" "$3" ;;
    *) \set -- "$_kestra_bytes_awk$_kestra_escape_awk$_kestra_message_awk" "$2" "$3" ;;
  esac
  _kestra_json=$(
    _kestra_print_line "$2" 2>&- |
      \command env LC_ALL=C kestra_option="$3" awk "$1" 2>/dev/null
  ) || \return 1
  case $_kestra_json in *.) ;; *!) _kestra_problem=UTF-8 ;; *) \return 1 ;; esac
  _kestra_json=${_kestra_json%?}
}

_kestra_bytes_awk=@bytes.awk@
_kestra_escape_awk=@escape.awk@
_kestra_message_awk=@message.awk@
_kestra_json_awk=@json.awk@
