# Records: what the calls send. They run in a scope.

# Sends one log. Returns 1 for a level that does not exist.
_kestra_log() {  # LEVEL [WORD]...
  _kestra_path=${1-} _kestra_line=${2-}
  case $# in
    [012]) ;;
    *) \shift 2; for _kestra_text do _kestra_line="$_kestra_line $_kestra_text"; done ;;
  esac
  _kestra_stream=1 _kestra_parts=''
  _kestra_add_entry level "$_kestra_path" "$_kestra_line" || \return 1
  _kestra_write "$_kestra_stream" "::{\"logs\":[$_kestra_parts]}::" || \:
}

# Sends a log that a level function could not write. All later logs use this function.
_kestra_log_again() {  # LEVEL MESSAGE
  _kestra_scope _kestra_send_again "$@" || \:
}

# If the record has more than 4096 bytes, a part may have been written, so a line end separates it.
_kestra_send_again() {  # LEVEL MESSAGE
  _kestra_json=$2
  _kestra_quote "$2" || \:
  _kestra_measure "$1$_kestra_json"
  case $((_kestra_length > 4055)):$1 in
    1:[WE]*) _kestra_write 2 '' || \: ;;
    1:*)
      # What the shell has kept of it is discarded.
      _kestra_print_line '' >/dev/null
      _kestra_write 1 '' || \:
      ;;
    0:[TDI]*) \eval "$_kestra_flush" && \return 0 ;;
  esac
  _kestra_failed=\\
  _kestra_log "$@"
}

# Sends several logs in one record. Returns 1 when one of them is invalid.
_kestra_logs() {  # [LEVEL MESSAGE]...
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

# Appends the entry of a log to _kestra_parts. Sets _kestra_stream to 2 for WARN and ERROR.
_kestra_add_entry() {  # PATH LEVEL MESSAGE
  _kestra_parse_level "$1" "$2" || \return 1
  _kestra_level="{\"level\":\"$_kestra_level\",\"message\":\""
  _kestra_escape "$3" "\"},$_kestra_level"
  _kestra_parts="$_kestra_parts${_kestra_parts:+,}$_kestra_level$_kestra_json\"}"
}

# Sends outputs or assets. Returns 1 when they are refused.
_kestra_data() {  # KIND [NAME=TEXT|NAME:=JSON]...
  _kestra_kind=$1
  _kestra_encode_members "$@" &&
    _kestra_send "{\"$_kestra_kind\":{$_kestra_parts}}"
}

# Sends a metric. Returns 1 when it is refused.
_kestra_metric() {  # KIND NAME VALUE [TAG=TEXT]...
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

# Writes a record of data. A line end in it shows that awk has to check JSON: see _kestra_check_json.
# Returns 1 when it is refused, or stdout is closed or full.
_kestra_send() {  # PAYLOAD
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

# Prints on stderr why a call is refused. Returns 1.
_kestra_refuse() {  # PROBLEM
  _kestra_print_line "kestra: $1" >&2 2>/dev/null || \:
  \return 1
}
