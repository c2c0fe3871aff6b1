# From text to a stream. The functions of the levels print in the same words, in place; and pipe.awk prints.

# Writes TEXT and a line end to stdout. Returns the status of the shell's own command.
_kestra_print_line() {  # TEXT
  @print@ "$1@line_end@"
}

# Writes a record to KESTRA_FD or, where that cannot be written to, to STREAM. Returns 1 when both fail.
_kestra_write() {  # STREAM RECORD
  case ${KESTRA_FD-} in
    [12]) \set -- "$KESTRA_FD" "$2" ;;
    [3-9]|[1-9][0-9]|[1-9][0-9][0-9])
      { _kestra_print_line "$2" >&"$KESTRA_FD"; } 2>&- && \return 0
      ;;
  esac
  case $1 in
    1) { _kestra_print_line "$2" >&1; } 2>&- ;;
    *) _kestra_print_line "$2" >&2 ;;
  esac
}
