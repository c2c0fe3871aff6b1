# What other programs print, as records.

# Returns 0, or the status that kestra_run sends through the pipe.
kestra_pipe() {  # [-j] [LEVEL]
  case ${1-} in -j) ;; *) \set -- '' "$@" ;; esac
  _kestra_scope _kestra_pipe "$@"
}

# Returns the status of COMMAND, which is the last line of stdout: its pipe is descriptor 8; 9 is stdout itself.
kestra_run() {  # [-j] [-o LEVEL] [-e LEVEL] COMMAND [ARGUMENT]...
  _kestra_join='' _kestra_out=INFO _kestra_err=ERROR
  while \:; do
    case $#:${1-} in
      *:-j) _kestra_join=-j ;;
      [!1]*:-o) _kestra_out=$2; \shift ;;
      [!1]*:-e) _kestra_err=$2; \shift ;;
      0:|*:-*) _kestra_refuse 'kestra_run: expected [-j] [-o LEVEL] [-e LEVEL] COMMAND'; \return ;;
      *) \break ;;
    esac
    \shift
  done
  _kestra_scope _kestra_parse_level 'kestra_run: -o' "$_kestra_out" || \return
  _kestra_scope _kestra_parse_level 'kestra_run: -e' "$_kestra_err" || \return
  {
    {
      # Without these braces, zsh writes to both pipes.
      {
        (\trap '_kestra_print_line "kestra-$$:$?"' EXIT; ("$@")) 2>&1 >&8 8>&- 9>&-
      } | _kestra_scope _kestra_pipe "$_kestra_join" "$_kestra_err" >&9 8>&- 9>&-
    } 8>&1 | _kestra_scope _kestra_pipe "$_kestra_join" "$_kestra_out" 9>&-
  } 9>&1
}

# Sends each line of stdin as one log. Returns the status of the command that kestra_run puts at its end.
# awk does it, or without awk the shell.
_kestra_pipe() {  # JOIN [LEVEL]
  _kestra_stream=1
  _kestra_parse_level level "${2-INFO}" || \return
  case ${KESTRA_FD-} in
    [1-9]|[1-9][0-9]|[1-9][0-9][0-9]) { \: >&"$KESTRA_FD"; } 2>&- && _kestra_stream=$KESTRA_FD ;;
  esac
  \command -v awk >/dev/null || { _kestra_read_lines; \return; }
  case $1 in
    '') _kestra_run_pipe_awk lines ;;
    *) { _kestra_flush_every_second & \command cat; \kill "$!"; } | _kestra_run_pipe_awk join ;;
  esac
}

# Runs pipe.awk, which writes to descriptor _kestra_stream; it sends ERRORs to 7, which is stderr.
_kestra_run_pipe_awk() {  # lines|join
  \set -- LC_ALL=C kestra_mode="$1" kestra_level="$_kestra_level" kestra_mark="kestra-$$:"
  case $_kestra_stream in 1) \set -- "$@" kestra_errors='cat >&7' ;; esac
  # Without -W interactive, mawk waits for 4 KB.
  case $(\command awk -W version </dev/null 2>&1) in
    mawk*) \set -- "$@" awk -W interactive ;;
    *) \set -- "$@" awk ;;
  esac
  \command env "$@" "$_kestra_bytes_awk$_kestra_escape_awk$_kestra_pipe_awk" 7>&2 >&"$_kestra_stream" 2>/dev/null
}

# Two marks with no line between them end an event.
_kestra_flush_every_second() {
  while _kestra_print_line "kestra-$$:"; do \command sleep 1 >/dev/null 2>&1; done
}

# Sends each line of stdin without awk. Returns the status that kestra_run puts at its end.
_kestra_read_lines() {
  _kestra_kind=$_kestra_level _kestra_value=0
  while IFS= \command read -r _kestra_line || case $_kestra_line in '') \break ;; esac; do
    case $_kestra_line in
      ::\{*\}::) _kestra_write "$_kestra_stream" "$_kestra_line" ;;
      "kestra-$$:"*) _kestra_value=${_kestra_line##*:} ;;
      *"kestra-$$:"*)
        _kestra_value=${_kestra_line##*:}
        _kestra_log "$_kestra_kind" "${_kestra_line%"kestra-$$:"*}"
        ;;
      *) _kestra_log "$_kestra_kind" "$_kestra_line" ;;
    esac
  done
  \return "$_kestra_value"
}

_kestra_pipe_awk=@pipe.awk@
